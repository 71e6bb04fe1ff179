"""What was read, kept by hash, so that a sentence is read once."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Generic, Protocol, TypeVar

KEPT_WORDS = 60_000  # words whose readings are kept, about 100 MB


class Sized(Protocol):
    """What can be kept: it knows its number of words."""

    @property
    def size(self) -> int:
        """Words."""
        ...


K = TypeVar("K", bound=Sized)


class Kept(Generic[K]):
    """Results by key, the longest unused forgotten first."""

    def __init__(self, most: int) -> None:
        self._held: OrderedDict[bytes, K] = OrderedDict()
        self._most, self._size = most, 0
        self._lock = Lock()

    def get(self, key: bytes) -> K | None:
        """What is kept for a key."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: bytes, value: K) -> None:
        """Keeps a value, and forgets others when there are too many words."""
        with self._lock:
            if key not in self._held:
                self._held[key] = value
                self._size += value.size + 1
            while self._size > self._most and len(self._held) > 1:
                _, old = self._held.popitem(last=False)
                self._size -= old.size + 1
