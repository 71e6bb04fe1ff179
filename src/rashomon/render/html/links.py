"""Addresses that may be linked."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_BAD = re.compile(r"[\s\x00-\x1f\x7f\\\"<>]")


def web_address(url: str | None) -> str | None:
    """The address if it is http(s), names a host and holds nothing odd; else None: then it is no link."""
    if not url or _BAD.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and host and "@" not in parts.netloc else None
