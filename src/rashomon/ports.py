"""What the core and the use cases expect from the outside; the docstring is the contract.

A port comes with the first stage that needs it: the Reader, the Store and the Engine follow.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Fetched(NamedTuple):
    """An answer: the address after redirects, the bytes, and the encoding that the server named."""

    url: str
    content: bytes
    encoding: str | None


class Fetcher(Protocol):
    """Reads an http(s) address.

    ``fetch(url)`` returns the page or raises an ``errors.FetchError``: ``BadAddress`` for
    anything but http(s) with a host, ``PrivateAddress`` for an address of this machine or a
    private network (also after a redirect) unless that is allowed, ``FetchFailed`` for
    time-outs, statuses of 400 and above, too many redirects and answers over the size limit.
    It never raises anything else and never waits without bound.
    """

    def fetch(self, url: str) -> Fetched:
        """The page at an address."""
        ...
