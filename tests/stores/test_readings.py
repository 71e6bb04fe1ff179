"""Readings kept on disk: what was read is not read again, and a broken file costs nothing but time."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from rashomon.model import Entity, Passage, Reading, ReadSentence, ReadWord, Said, Span
from rashomon.stores.readings import FILE, KeepingReader, folder

TEXT = "The ferry sank, Anna said. \ud800🚢 Rain fell."
PASSAGE = Passage(TEXT, (Span(0, 26), Span(27, len(TEXT))))
OTHER = Passage("Rain fell over Orm.", (Span(0, 19),))


class Counting:
    """A reader that counts what it reads."""

    def __init__(self, version: str = "one") -> None:
        self.version = version
        self.seen: list[Passage] = []

    def read(
        self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None
    ) -> tuple[Reading, ...]:
        self.seen += passages
        if progress:
            progress(len(passages), len(passages))
        return tuple(reading(passage) for passage in passages)


def reading(passage: Passage) -> Reading:
    """A reading with every part filled."""
    sentences = tuple(
        ReadSentence(
            span,
            (ReadWord(span.start, span.start + 3, "the", "DET", "DT", 1, "det"),),
            (Entity(span.start, span.start + 3, "ORG"),),
            bytes([n, 1, 2, 3]),
        )
        for n, span in enumerate(passage.sentences)
    )
    first = passage.sentences[0]
    return Reading(sentences, (Said((first,), (), (first, Span(1, 2)), 1),))


def test_what_was_read_is_not_read_again(tmp_path: Path) -> None:
    assert KeepingReader(Counting(), tmp_path, 10**6).read([PASSAGE]) == (reading(PASSAGE),)
    again = Counting()
    told: list[tuple[int, int]] = []
    made = KeepingReader(again, tmp_path, 10**6).read([OTHER, PASSAGE, OTHER], lambda n, all: told.append((n, all)))
    assert made == (reading(OTHER), reading(PASSAGE), reading(OTHER))
    assert again.seen == [OTHER]
    assert told == [(1, 1)]


@pytest.mark.parametrize(
    ("version", "passage"),
    [("two", PASSAGE), ("one", Passage(TEXT + " ", PASSAGE.sentences)), ("one", Passage(TEXT, PASSAGE.sentences[:1]))],
)
def test_another_version_text_or_cut_is_read(version: str, passage: Passage, tmp_path: Path) -> None:
    KeepingReader(Counting(), tmp_path, 10**6).read([PASSAGE])
    again = Counting(version)
    assert KeepingReader(again, tmp_path, 10**6).read([passage]) == (reading(passage),)
    assert again.seen == [passage]


def test_the_oldest_go_when_there_is_too_much(tmp_path: Path) -> None:
    passages = [Passage(f"Rain {n}.", (Span(0, 7),)) for n in range(40)]
    size = 4_000
    for passage in passages:
        KeepingReader(Counting(), tmp_path, size).read([passage])
    with sqlite3.connect(tmp_path / FILE) as base:
        assert 0 < base.execute("SELECT total(size) FROM readings").fetchone()[0] <= size
    last = Counting()
    KeepingReader(last, tmp_path, size).read(passages[-2:])
    assert last.seen == []


@pytest.mark.parametrize("held", [b"no database at all", b""])
def test_a_broken_file_costs_only_time(held: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(held * 300)
    assert KeepingReader(Counting(), tmp_path, 10**6).read([PASSAGE]) == (reading(PASSAGE),)


@pytest.mark.parametrize("parts", ["{", '{"sentences": []}', '{"sentences": [], "said": []}', '{"sentences": [[1]]}'])
def test_broken_rows_are_read_anew(parts: str, tmp_path: Path) -> None:
    KeepingReader(Counting(), tmp_path, 10**6).read([PASSAGE])
    with sqlite3.connect(tmp_path / FILE) as base:
        base.execute("UPDATE readings SET parts = ?", (parts,))
    again = Counting()
    assert KeepingReader(again, tmp_path, 10**6).read([PASSAGE]) == (reading(PASSAGE),)
    assert again.seen == [PASSAGE]


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    assert KeepingReader(Counting(), tmp_path / "file" / "in", 10**6).read([PASSAGE]) == (reading(PASSAGE),)


def test_only_the_user_can_look(tmp_path: Path) -> None:
    KeepingReader(Counting(), tmp_path / "deep" / "cache", 10**6).read([PASSAGE])
    assert stat.S_IMODE((tmp_path / "deep" / "cache" / FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "deep" / "cache").stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("setting", "environ", "expected"),
    [
        ("none", {}, None),
        ("auto", {"XDG_CACHE_HOME": "/caches"}, Path("/caches/rashomon")),
        ("/here", {"XDG_CACHE_HOME": "/caches"}, Path("/here")),
        ("~/here", {}, Path.home() / "here"),
        ("auto", {}, Path.home() / ".cache" / "rashomon"),
    ],
)
def test_where_readings_are_kept(setting: str, environ: dict[str, str], expected: Path | None) -> None:
    assert folder(setting, environ) == expected
