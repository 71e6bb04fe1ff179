"""Intervals: whether two figures say the same, leave room for one value, or exclude each other."""

from __future__ import annotations

from math import isclose

from rashomon.model import Figure

_LEFT_OPEN = 1.12  # ratio of the ends of an interval that the word "about" leaves
_CONVERTED = 0.035  # a conversion of units may round by this share
_ROUNDING = 0.05  # share that rounding may take away or add
_OUTGROWN = 1.5  # from this many times its lower end on, nobody says "more than"
_FEW = 10  # except of few
_OPEN = frozenset({"at least", "more than"})
_ROUNDED = 100  # from here on a round number may stand for one near it


def same(a: Figure, b: Figure) -> bool:
    """Whether two figures say the same at the same precision."""
    if a.high is None or b.high is None:
        return a.high is b.high and isclose(a.low, b.low)
    return isclose(a.low, b.low) and isclose(a.high, b.high)


def overlap(a: Figure, b: Figure) -> str | None:
    """Why both figures can be true, in words, or None when they exclude each other."""
    high_a, high_b = (float("inf") if f.high is None else f.high for f in (a, b))
    if _ranges(a, b):
        return None
    if a.low <= high_b and b.low <= high_a:
        return f"“{a.label}” and “{b.label}” leave room for the same value"
    if a.unit and a.unit.islower() and _near(a, b, _CONVERTED):
        return f"“{a.label}” and “{b.label}” are the same but for rounding in the conversion"
    if _rounds(a, b) or _rounds(b, a):
        return f"“{a.label}” and “{b.label}” are the same but for rounding"
    return None


def outgrows(more: Figure, least: Figure) -> tuple[Figure, Figure] | None:
    """Both figures, where the first is so much more than the second's lower end that "more than" was of another time.

    “More than 30” leaves room for 47, but nobody who knew of 47 would have said it.
    """
    open_above = least.bound in _OPEN and least.high is None and least.low >= _FEW
    number = more.bound == "exact" or more.bound in _OPEN
    return (more, least) if open_above and number and not least.unit and more.low >= _OUTGROWN * least.low else None


def at_odds(a: Figure, b: Figure) -> bool:
    """Whether two figures exclude each other, or one has outgrown the other."""
    return bool(not overlap(a, b) or outgrows(a, b) or outgrows(b, a))


def _ranges(a: Figure, b: Figure) -> bool:
    """Whether both are ranges of ages with different ends."""
    first, second = (figure.low if figure.high is None else figure.high for figure in (a, b))
    ranges = a.unit == b.unit == "age" and a.low < first and b.low < second and not (_about(a) or _about(b))
    return ranges and (a.low, first) != (b.low, second)


def _about(figure: Figure) -> bool:
    """Whether an interval is no more than what the word "about" leaves open, or has no upper end."""
    return figure.high is None or figure.bound != "about" or figure.high / figure.low <= _LEFT_OPEN


def _near(a: Figure, b: Figure, share: float) -> bool:
    return abs(a.low - b.low) <= share * max(a.low, b.low)


def _rounds(exact: Figure, rounded: Figure) -> bool:
    """Whether a large round number stands for an exact one ("300" for 297, "nine million" for 9.3 million)."""
    if exact.bound != "exact" or rounded.bound != "exact" or rounded.low < _ROUNDED or rounded.low != int(rounded.low):
        return False
    digits = str(int(rounded.low))
    step = 10 ** (len(digits) - len(digits.rstrip("0")))
    return step > 1 and round(exact.low / step) * step == rounded.low and _near(exact, rounded, _ROUNDING)
