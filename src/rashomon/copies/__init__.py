"""Who copied whom: reports into origins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rashomon.copies.group import group
from rashomon.copies.judge import COPIED, judge, link
from rashomon.copies.keys import keys
from rashomon.model import Origin, Report

VERSION = "winnowing-1"


def origins(reports: Sequence[Report]) -> tuple[Origin, ...]:
    """The origins of the reports; every report is in exactly one."""
    marks = {report.id: keys(report) for report in reports}
    by_mark: dict[int, list[Report]] = {}
    for report in reports:
        for mark in sorted(marks[report.id]):
            by_mark.setdefault(mark, []).append(report)
    order = {report.id: at for at, report in enumerate(reports)}
    pairs = {(a.id, b.id) for sharing in by_mark.values() for a, b in combinations(sharing, 2)}
    known = {report.id: report for report in reports}
    links = []
    for a, b in sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]])):
        evidence = judge(marks[a], marks[b])
        if evidence.score >= COPIED:
            links.append(link(known[a], known[b], evidence))
    return group(reports, links)
