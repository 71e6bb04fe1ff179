"""Web addresses over http(s), bounded in time and size, with private networks refused.

The address that was checked is the address that is connected to: each hop's host is resolved
here, and the request goes to that number with the host's name in the Host header and in TLS, so
that a name server cannot answer differently the second time.  No cookies, no proxies.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
import threading
from collections.abc import Callable
from importlib.metadata import version
from typing import TypeVar
from urllib.parse import urljoin

import httpx

from rashomon.errors import BadAddress, FetchError, FetchFailed, InputError, PrivateAddress
from rashomon.ports import Fetched
from rashomon.settings import Settings
from rashomon.sources.content import inflate

_T = TypeVar("_T")
_REDIRECTS = {301, 302, 303, 307, 308}
_ACCEPT = "text/html,application/xhtml+xml,application/json;q=0.9,text/plain;q=0.9,*/*;q=0.5"
_WHOLE = 4  # a whole fetch, with redirects, takes at most this many times ``settings.timeout``
_MOST_ADDRESSES = 3


class HttpFetcher:
    """The Fetcher of ``ports.py`` over httpx."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        keep_none = httpx.Limits(max_connections=10, max_keepalive_connections=0)  # hosts share numbers
        self._transport = httpx.HTTPTransport(trust_env=False, retries=0, limits=keep_none)
        self._agent = f"rashomon/{version('rashomon')}"

    def fetch(self, url: str) -> Fetched:
        """The page at an address.  Raises BadAddress, PrivateAddress or FetchFailed."""
        seconds = self._settings.timeout * _WHOLE
        answer = _within(seconds, lambda: self._followed(url))
        if answer is None:
            raise FetchFailed(f"The answer took more than {seconds:g} seconds", place=url, remedy=_LATER)
        return answer

    def _followed(self, url: str) -> Fetched:
        seen = url
        for _ in range(self._settings.max_redirects + 1):
            answer = self._hop(seen)
            if isinstance(answer, Fetched):
                return answer
            seen = answer
        raise FetchFailed(
            f"It redirects more than {self._settings.max_redirects} times",
            place=url,
            remedy="Give the final address, or raise RASHOMON_MAX_REDIRECTS.",
        )

    def _hop(self, url: str) -> Fetched | str:
        """The page, or the address that it redirects to."""
        target = checked_address(url)
        numbers = resolved(target.host, target.port or (443 if target.scheme == "https" else 80), url)
        if not self._settings.allow_private:
            refuse_private(numbers, url)
        failure: Exception | None = None
        for number in numbers[:_MOST_ADDRESSES]:
            try:
                return self._request(target, number, url)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
            except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError, ValueError) as error:
                raise _failed(error, url) from error
        raise _failed(failure, url) from failure

    def _request(self, target: httpx.URL, number: str, url: str) -> Fetched | str:
        timeout = httpx.Timeout(self._settings.timeout).as_dict()
        request = httpx.Request(
            "GET",
            target.copy_with(host=number, fragment=None),
            headers={
                "Host": target.netloc.decode("ascii"),
                "User-Agent": self._agent,
                "Accept": _ACCEPT,
                "Accept-Encoding": "gzip",
                "Connection": "close",
            },
            extensions={"timeout": timeout, "sni_hostname": target.raw_host.decode("ascii")},
        )
        response = self._transport.handle_request(request)
        try:
            return self._answer(response, url)
        finally:
            response.close()

    def _answer(self, response: httpx.Response, url: str) -> Fetched | str:
        if response.status_code in _REDIRECTS and "location" in response.headers:
            return urljoin(url, response.headers["location"])
        if not 200 <= response.status_code < 300:
            what = f"The server answered {response.status_code} {response.reason_phrase}".rstrip()
            raise FetchFailed(what, place=url, remedy="Check the address in a browser, or save the page to a file.")
        content = _decoded(response, self._body(response, url), self._settings.max_bytes, url)
        return Fetched(url, content, response.charset_encoding)

    def _body(self, response: httpx.Response, url: str) -> bytes:
        limit = self._settings.max_bytes
        parts: list[bytes] = []
        size = 0
        for part in response.iter_raw():
            size += len(part)
            if size > limit:
                raise _over(limit, url)
            parts.append(part)
        return b"".join(parts)


_LATER = "Try again later, or save the page to a file and give that."


def checked_address(url: str) -> httpx.URL:
    """The parsed address.  Raises BadAddress for anything but http(s) with a host and without a password."""
    try:
        target = httpx.URL(url.strip())
        host = target.raw_host
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise BadAddress(f"{url!r} is no address ({error})", place=url, remedy=_HTTP_ONLY) from None
    if target.scheme not in {"http", "https"} or not _HOST.fullmatch(host):
        raise BadAddress(f"{url!r} is no http(s) address", place=url, remedy=_HTTP_ONLY)
    if target.userinfo:
        raise BadAddress("It holds a user name or a password", place=url, remedy="Take them out of the address.")
    return target


_HOST = re.compile(rb"[A-Za-z0-9._:-]+")
_HTTP_ONLY = "Give an address that starts with http:// or https://, or the path of a file."


def resolved(host: str, port: int, url: str) -> list[str]:
    """The numeric addresses of a host, in the resolver's order.  Raises FetchFailed when it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        what = f"The host {host!r} is not known ({error})"
        raise FetchFailed(what, place=url, remedy="Check the address and the connection.") from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def refuse_private(numbers: list[str], url: str) -> None:
    """Raises PrivateAddress when any of the numeric addresses is not one of the public internet."""
    for number in numbers:
        if not _public(number):
            raise PrivateAddress(
                f"It leads to {number}, an address of this machine or of a private network",
                place=url,
                remedy="Give --allow-private if that is meant.",
            )


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def _public(number: str) -> bool:
    try:
        address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return _public(str(inner))
    return address.is_global and not address.is_multicast and not address.is_reserved


def _decoded(response: httpx.Response, content: bytes, limit: int, url: str) -> bytes:
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in {"identity", ""}:
        return content
    if encoding not in {"gzip", "x-gzip"}:
        raise FetchFailed(f"The answer is packed as {encoding!r}, which was not asked for", place=url, remedy=_LATER)
    try:
        return inflate(content, limit)
    except InputError as error:
        raise FetchFailed(error.what, place=url, remedy=error.remedy) from None


def _over(limit: int, url: str) -> FetchFailed:
    remedy = "Raise it with --max-bytes or RASHOMON_MAX_BYTES, or save the article to a file."
    return FetchFailed(f"The answer is over the limit of {limit:,} bytes", place=url, remedy=remedy)


def _failed(error: Exception | None, url: str) -> FetchFailed:
    if isinstance(error, httpx.TimeoutException):
        return FetchFailed("The server did not answer in time", place=url, remedy=_LATER)
    return FetchFailed(
        f"The page could not be fetched ({str(error) or type(error).__name__})", place=url, remedy=_LATER
    )


def _within(seconds: float, work: Callable[[], _T]) -> _T | None:
    """What ``work`` gives, or None when it takes longer; its thread then ends by its own time-outs."""
    results: list[_T] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            results.append(work())
        except FetchError as error:
            errors.append(error)
        except Exception as error:  # nothing else may leave a Fetcher
            errors.append(_failed(error, "the address"))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    return results[0] if results else None
