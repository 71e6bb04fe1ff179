"""Web addresses as text: is it one, and which domain is in it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_PREFIXES = ("www.", "m.", "amp.", "mobile.")


def is_address(text: str) -> bool:
    """True for anything with a scheme ("https://...", also "ftp://..."), false for paths."""
    return bool(_SCHEME.match(text))


def domain_of(domain_or_url: str) -> str | None:
    """The host in lower case without "www." and its like, port and user; None when there is none."""
    text = domain_or_url.strip()
    try:
        host = urlsplit(text if is_address(text) else f"//{text}").hostname
    except ValueError:
        return None
    host = (host or "").rstrip(".").lower()
    for prefix in _PREFIXES:
        if host.startswith(prefix) and host.count(".") > 1:
            host = host.removeprefix(prefix)
    return host or None
