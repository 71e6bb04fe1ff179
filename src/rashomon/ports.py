"""What the core and the use cases expect from the outside; the docstring is the contract.

A port comes with the first stage that needs it: the Store and the Engine follow.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from rashomon.model import Passage, Reading


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


class Reader(Protocol):
    """Reads sentences: syntax, names, attributions and vectors.

    ``version`` names the model and the rules: two readings of one text by readers of one version are
    equal, whatever else is read in the same call, before it or in which order.

    ``read(passages)`` gives one Reading a passage, in order, with one ReadSentence for each sentence
    that was given.  Sentences that share a line are read in each other's context.  Every offset lies
    within its sentence and counts from the start of the passage's text.  It accepts any text: empty
    sentences, control characters, one word of a megabyte; time and memory grow linearly with the
    length.  It raises nothing but an ``errors.RashomonError``.
    """

    @property
    def version(self) -> str:
        """The name of the model and its rules."""
        ...

    def read(
        self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None
    ) -> tuple[Reading, ...]:
        """The readings of passages; ``progress(done, all)`` is told how many sentences are read."""
        ...
