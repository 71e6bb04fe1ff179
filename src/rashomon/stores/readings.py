"""Readings kept on disk, so that a report that was read before is not read again.

A SQLite file in the user's cache folder.  A reading is found by a hash of the text, of how it is cut
and of the reader's version with its code, so that another reader or another rule never meets an old
result.  The file is an aid: where it cannot be used, reports are read as if it were not there.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import Any

from rashomon.model import Entity, Passage, Reading, ReadSentence, ReadWord, Said, Span
from rashomon.ports import Reader

FILE = "readings-1.sqlite"
AUTO, NONE = "auto", "none"
_WAIT = 2.0  # seconds for another process to finish writing
_SPARE = 0.8  # share of the bound that is left when old readings are dropped
_SCHEMA = """
CREATE TABLE IF NOT EXISTS readings (
    key BLOB PRIMARY KEY, used REAL NOT NULL, size INTEGER NOT NULL, parts TEXT NOT NULL, rows BLOB NOT NULL
) WITHOUT ROWID
"""


def folder(setting: str, environ: Mapping[str, str] = os.environ) -> Path | None:
    """The folder of the setting `cache`: ``auto`` is the user's cache folder, ``none`` is none."""
    if setting == NONE:
        return None
    if setting != AUTO:
        return Path(setting).expanduser()
    named = environ.get("XDG_CACHE_HOME")
    try:
        return (Path(named) if named else Path.home() / ".cache") / "rashomon"
    except RuntimeError:  # nobody's home
        return None


class KeepingReader:
    """A `rashomon.ports.Reader` that keeps what another one reads, at most ``most`` bytes of it in ``folder``."""

    def __init__(self, reader: Reader, folder: Path, most: int) -> None:
        self._reader, self._folder, self._most = reader, folder, most

    @property
    def version(self) -> str:
        """The version of the reader that reads."""
        return self._reader.version

    def read(
        self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None
    ) -> tuple[Reading, ...]:
        """The readings of passages: those that are kept, the others read in one call."""
        keys = [_key(passage, self.version) for passage in passages]
        known: dict[bytes, Reading] = {}
        with suppress(sqlite3.Error, OSError, ValueError, KeyError, TypeError), self._open() as base:
            known = dict(_load(base, keys))
        fresh = {key: passage for key, passage in zip(keys, passages, strict=True) if key not in known}
        made = dict(zip(fresh, self._reader.read(tuple(fresh.values()), progress), strict=True)) if fresh else {}
        with suppress(sqlite3.Error, OSError), self._open() as base:
            _save(base, keys, made)
            _drop(base, self._most)
        return tuple(known[key] if key in known else made[key] for key in keys)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._folder / FILE
        path.touch(mode=0o600, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=_WAIT)) as base, base:
            base.execute(_SCHEMA)
            yield base


@cache
def _code() -> bytes:
    """A hash of the code that reads, part of every key."""
    found = blake2b(digest_size=16)
    for package in ("rashomon.reading", "rashomon.text"):
        for file in sorted(files(package).iterdir(), key=lambda item: item.name):
            if file.name.endswith(".py"):
                found.update(file.read_bytes())
    return found.digest()


def _key(passage: Passage, version: str) -> bytes:
    cut = ",".join(f"{span.start}-{span.end}" for span in passage.sentences)
    found = blake2b(_code(), digest_size=32)
    for part in (version, cut, passage.text):
        found.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return found.digest()


def _load(base: sqlite3.Connection, keys: Sequence[bytes]) -> Iterator[tuple[bytes, Reading]]:
    for key in dict.fromkeys(keys):
        row = base.execute("SELECT parts, rows FROM readings WHERE key = ?", (key,)).fetchone()
        if row:
            yield key, _reading(json.loads(row[0]), row[1])


def _save(base: sqlite3.Connection, keys: Sequence[bytes], made: Mapping[bytes, Reading]) -> None:
    now = time.time()
    base.executemany("UPDATE readings SET used = ? WHERE key = ?", [(now, key) for key in keys if key not in made])
    for key, reading in made.items():
        parts, rows = json.dumps(_parts(reading)), b"".join(s.rows for s in reading.sentences)
        row = (key, now, len(parts) + len(rows), parts, rows)
        base.execute("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?)", row)


def _drop(base: sqlite3.Connection, most: int) -> None:
    """Drops the readings that were not used for longest when there are more bytes than ``most``."""
    if (base.execute("SELECT total(size) FROM readings").fetchone()[0]) <= most:
        return
    left, kept = most * _SPARE, 0
    for key, size in base.execute("SELECT key, size FROM readings ORDER BY used DESC, key").fetchall():
        kept += size
        if kept > left:
            base.execute("DELETE FROM readings WHERE key = ?", (key,))


def _parts(reading: Reading) -> dict[str, Any]:
    """All of a reading but its vectors, as lists."""
    return {
        "sentences": [[s.span, s.words, s.entities, len(s.rows)] for s in reading.sentences],
        "said": [[said.sources, said.cues, said.contents, said.depth] for said in reading.said],
    }


def _reading(parts: dict[str, Any], rows: bytes) -> Reading:
    sentences, at = [], 0
    for span, words, entities, size in parts["sentences"]:
        sentences.append(
            ReadSentence(
                Span(*span),
                tuple(ReadWord(*word) for word in words),
                tuple(Entity(*name) for name in entities),
                rows[at : at + size],
            )
        )
        at += size
    if at != len(rows):
        raise ValueError("the vectors do not fit the words")
    return Reading(tuple(sentences), tuple(_said(*held) for held in parts["said"]))


_Spans = Sequence[tuple[int, int]]


def _said(sources: _Spans, cues: _Spans, contents: _Spans, depth: int) -> Said:
    return Said(_spans(sources), _spans(cues), _spans(contents), depth)


def _spans(held: _Spans) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in held)
