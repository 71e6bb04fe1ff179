"""The fetcher against a real server on this machine, and its refusals."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from rashomon.errors import BadAddress, FetchError, FetchFailed, PrivateAddress
from rashomon.settings import Settings
from rashomon.sources import read
from rashomon.sources.fetch import HttpFetcher, refuse_private

TEXT = b"The bridge was closed on Monday, the town said."
BOMB = gzip.compress(b"x" * 50_000_000)
OPEN = Settings(allow_private=True, timeout=0.5, max_bytes=100_000, max_redirects=3)


class Handler(BaseHTTPRequestHandler):
    """The pages of the test server by path."""

    seen: ClassVar[list[dict[str, str]]] = []

    def do_GET(self) -> None:
        self.seen.append(dict(self.headers.items()))
        getattr(self, "page_" + self.path.strip("/").partition("?")[0], self.page_missing)()

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page_text(self) -> None:
        self.answer(200, TEXT, Content_Type="text/plain; charset=utf-8", Set_Cookie="a=b")

    def page_latin(self) -> None:
        self.answer(
            200, "It rained in the café on Monday.".encode("cp1252"), Content_Type="text/plain; charset=iso-8859-1"
        )

    def page_once(self) -> None:
        self.answer(302, Location="/text", Set_Cookie="a=b")

    def page_loop(self) -> None:
        self.answer(301, Location="/loop")

    def page_away(self) -> None:
        self.answer(302, Location="file:///etc/passwd")

    def page_large(self) -> None:
        self.answer(200, b"x" * 100_001)

    def page_gzip(self) -> None:
        self.answer(200, gzip.compress(TEXT), Content_Encoding="gzip")

    def page_bomb(self) -> None:
        self.answer(200, BOMB, Content_Encoding="gzip")

    def page_brotli(self) -> None:
        self.answer(200, b"x", Content_Encoding="br")

    def page_silent(self) -> None:
        time.sleep(1.5)

    def page_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(40):
            try:
                self.wfile.write(b"x")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.2)

    def page_garbage(self) -> None:
        self.wfile.write(b"\0\1\2 nothing of http\r\n\r\n")

    def page_missing(self) -> None:
        self.answer(404)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server on this machine."""
    found = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=found.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{found.server_port}"
    found.shutdown()
    found.server_close()


@pytest.mark.parametrize("path", ["text", "once", "gzip"])
def test_a_page(server: str, path: str) -> None:
    Handler.seen.clear()
    found = HttpFetcher(OPEN).fetch(f"{server}/{path}")
    assert found.content == TEXT
    assert found.url == (f"{server}/text" if path == "once" else f"{server}/{path}")
    assert all(headers["User-Agent"].startswith("rashomon/") for headers in Handler.seen)
    assert all(headers["Host"] == server.removeprefix("http://") for headers in Handler.seen)
    assert not any("Cookie" in headers for headers in Handler.seen)


def test_the_name_is_kept_while_the_number_is_connected_to(server: str) -> None:
    Handler.seen.clear()
    address = server.replace("127.0.0.1", "localhost")
    assert HttpFetcher(OPEN).fetch(f"{address}/text").content == TEXT
    assert Handler.seen[0]["Host"] == address.removeprefix("http://")


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("loop", "redirects more than 3"),
        ("missing", "404"),
        ("large", "over the limit of 100,000"),
        ("bomb", "over the limit of 100,000"),
        ("brotli", "'br'"),
        ("silent", "in time"),
        ("drip", "more than 2 seconds"),
        ("garbage", "could not be fetched"),
    ],
)
def test_failures(server: str, path: str, what: str) -> None:
    started = time.monotonic()
    with pytest.raises(FetchFailed) as error:
        HttpFetcher(OPEN).fetch(f"{server}/{path}")
    assert what in error.value.what
    assert error.value.remedy
    assert time.monotonic() - started < 4


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "http://",
        "http:///a",
        "https://user:secret@example.org/",
        "http://[1/",
        "x",
    ],
)
def test_bad_addresses(url: str) -> None:
    with pytest.raises(BadAddress):
        HttpFetcher(OPEN).fetch(url)


def test_a_redirect_out_of_http_is_refused(server: str) -> None:
    with pytest.raises(BadAddress):
        HttpFetcher(OPEN).fetch(f"{server}/away")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "0.1.2.3", "2130706433", "10.0.0.1", "169.254.169.254"]
)
def test_private_addresses_are_refused(host: str) -> None:
    with pytest.raises(PrivateAddress):
        HttpFetcher(Settings(timeout=1)).fetch(f"http://{host}/")


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("fe80::1%eth0", False),
        ("ff02::1", False),
        ("fc00::1", False),
    ],
)
def test_what_is_private(number: str, public: bool) -> None:
    if public:
        refuse_private([number], "http://x/")
    else:
        with pytest.raises(PrivateAddress):
            refuse_private(["93.184.216.34", number], "http://x/")


def test_an_unknown_host() -> None:
    with pytest.raises(FetchError):
        HttpFetcher(Settings(timeout=2)).fetch("http://no-such-host.invalid/")


def test_a_page_of_reports_from_an_address(server: str) -> None:
    urls = [f"{server}/{path}" for path in ("text", "latin", "missing")]
    pages = {page.input.rpartition("/")[2]: page for page in read(urls, OPEN)}
    assert [report.text for report in pages["text"].reports] == [TEXT.decode()]
    assert pages["latin"].reports[0].text == "It rained in the café on Monday."
    assert pages["latin"].reports[0].url == f"{server}/latin"
    assert not pages["missing"].reports
    assert "404" in pages["missing"].problems[0].message
    (refused,) = read(urls[:1], Settings())
    assert "--allow-private" in refused.problems[0].remedy
