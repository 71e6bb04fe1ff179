"""What an outlet prints again and again: no sign that one of its reports was copied from another one.

A line or a run of words that stands in different articles of one outlet is the outlet's own: a call to subscribe,
links to other stories, a reporter's life, a paragraph of background that is used again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.copies.index import Sets, sharing
from rashomon.copies.keys import Hashes, fingerprints, shingles, whole
from rashomon.copies.words import Words
from rashomon.model import Report
from rashomon.text import paragraphs

HOLDERS = 3  # different articles of an outlet with words that are the outlet's own
RUN = 8  # words in a row
_MOST = 5_000  # fingerprints of a report by which it is told whether it is a version of another
_VERSION = 0.5  # of the shorter text's runs, from which two reports are versions of one article


def standing(reports: Sequence[Report], words: Mapping[str, Words]) -> dict[str, NDArray[np.bool_]]:
    """Which words of each report its outlet always prints (ids of reports with such words only)."""
    outlets: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.outlet and report.outlet.is_named:
            outlets[report.outlet.name].append(report)
    return {
        id: marked
        for printed in outlets.values()
        if len(printed) >= HOLDERS
        for id, marked in _of_outlet(printed, words)
        if marked.any()
    }


def _of_outlet(printed: Sequence[Report], words: Mapping[str, Words]) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    own = [words[report.id] for report in printed]
    runs = [shingles(each.ids, RUN) for each in own]
    article = _articles(printed, _sampled([fingerprints(keys) for keys in runs]))
    parts = [_parts(report, each) for report, each in zip(printed, own, strict=True)]
    hashes = [_hashes(each, begins) for each, begins in zip(own, parts, strict=True)]
    often, repeated = _often(hashes, article), _often(runs, article)
    for n, report in enumerate(printed):
        marked = np.repeat(np.isin(hashes[n], often), np.diff(parts[n], append=len(own[n])))
        for at in np.flatnonzero(np.isin(runs[n], repeated)):
            marked[at : at + RUN] = True
        yield report.id, marked


def _parts(report: Report, words: Words) -> NDArray[np.int64]:
    """Where the lines begin, and what stands on a line beside a quotation: numbers of words."""
    lines = np.array([line.start for line in paragraphs(report.text)], np.int64)
    line = np.searchsorted(lines, words.starts, "right")
    return np.flatnonzero(words.breaks | (np.diff(line, prepend=-1) != 0))


def _hashes(words: Words, begins: NDArray[np.int64]) -> Hashes:
    ends = np.append(begins[1:], len(words))[: len(begins)]
    return np.array([whole(words.ids[a:b]) for a, b in zip(begins, ends, strict=True)], np.uint32)


def _often(held: Sequence[Hashes], article: Sequence[int]) -> Hashes:
    """The hashes that reports of enough different articles hold."""
    owners = np.repeat(article, [len(keys) for keys in held])
    pairs = np.unique(np.stack([np.concatenate(held).astype(np.int64), owners], 1), axis=0)
    keys, counts = np.unique(pairs[:, 0], return_counts=True)
    return keys[counts >= HOLDERS].astype(np.uint32)


def _sampled(keys: Sequence[Hashes]) -> list[Hashes]:
    """The same hashes, or of very many those below one limit, so that what two texts share stays comparable."""
    limit = 2**32 / max(1.0, max(map(len, keys), default=0) / _MOST)
    return [held[held < limit] for held in keys]


def _articles(printed: Sequence[Report], runs: Sequence[Hashes]) -> list[int]:
    """The article that each report is a version of, as the number of its first version."""
    ids = [report.id for report in printed]
    sizes = np.array([len(keys) for keys in runs])
    pairs, counts = sharing(runs, len(printed))
    versions = Sets(ids)
    for a, b in pairs[counts >= _VERSION * sizes[pairs].min(axis=1)].tolist():
        versions.join(ids[a], ids[b])
    return [versions.order[versions.of(id)] for id in ids]
