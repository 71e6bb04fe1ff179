"""Series: a toll that changes as time goes on, told by reports of different hours.

"Two killed" in the morning's reports and "five killed" in the evening's form two groups of figures.
They belong together where the reports' dates follow the count.  So do two groups that hold the same
toll ("41 injured"), which other words around it had kept apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median_low

from rashomon.facets.apart import Setting, apart
from rashomon.facets.intervals import same
from rashomon.facets.quantities import FEW, Counted, comparable
from rashomon.model import Claim, Report
from rashomon.text.dates import is_later, last_change, utc

FALLING = ("missing",)  # the scope whose count falls as time goes on


def joined(
    groups: Sequence[tuple[int, ...]],
    items: Sequence[Counted],
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    settings: Sequence[Setting] = (),
) -> list[tuple[int, ...]]:
    """The groups of figures (by position in ``items``), those of one toll put together.

    ``settings`` are `apart.settings` of the claims: tolls of two days or places are not one.
    """
    left = list(groups)
    found = []
    while left:
        whole = left.pop(0)
        for other in list(left):
            one = _repeats(whole, other, items) or _follows(whole, other, items, claims, reports)
            if one and not _apart(whole, other, items, settings):
                left.remove(other)
                whole = tuple(sorted((*whole, *other)))
        found.append(whole)
    return found


def _apart(a: tuple[int, ...], b: tuple[int, ...], items: Sequence[Counted], settings: Sequence[Setting]) -> bool:
    """Whether something tells most figures of one group apart from those of the other."""
    pairs = [(items[x], items[y]) for x in a for y in b] if settings else []
    told = [apart(x.figure, settings[x.claim], y.figure, settings[y.claim]) for x, y in pairs]
    return 2 * sum(one is not None for one in told) > len(told)


def _repeats(a: tuple[int, ...], b: tuple[int, ...], items: Sequence[Counted]) -> bool:
    """Whether two groups hold the same toll, too large to be the same by chance."""
    first, second = ([items[at].figure for at in group] for group in (a, b))
    return any(
        f.scope and f.scope == g.scope and same(f, g) and comparable(f, g) and f.low > FEW
        for f in first
        for g in second
    )


def _follows(
    a: tuple[int, ...],
    b: tuple[int, ...],
    items: Sequence[Counted],
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
) -> bool:
    """Whether two groups count the same toll, and the one with the later count stands in later reports."""
    figures = [items[at].figure for at in (*a, *b)]
    scopes, heads = {f.scope for f in figures}, {f.counted[-1:] for f in figures} - {()}
    if len(scopes) > 1 or () in scopes or figures[0].unit or len(heads) > 1:
        return False
    dates = [median_low(_changed(reports[claims[items[at].claim].report]) for at in group) for group in (a, b)]
    counts = [median_low(items[at].figure.low for at in group) for group in (a, b)]
    early, late = (0, 1) if is_later(dates[1], dates[0]) else (1, 0)
    rises = counts[late] > counts[early] if figures[0].scope != FALLING else counts[late] < counts[early]
    return rises and is_later(dates[late], dates[early]) and "" not in dates


def _changed(report: Report) -> str:
    return utc(last_change(report.published, report.updated))
