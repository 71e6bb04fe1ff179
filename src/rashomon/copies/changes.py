"""A number that a copy has otherwise than the text it was copied from.

Only sentences that agree in nearly all their words count, with as many figures each, of which just one differs,
stands among the same words and is of the same unit: "five" for "5", a rounding and a number told later are no
change of a copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rashomon.claims.figures import figures
from rashomon.claims.numbers import numbers
from rashomon.copies.direction import agencies
from rashomon.copies.judge import Shared
from rashomon.copies.texts import Text, Told
from rashomon.langs import Lexicon
from rashomon.model import Change, Figure, Link, Span
from rashomon.text import Token, tokens

_SAME_WORDS = 0.75  # Dice's coefficient of two sentences' words, figures aside
_FEWEST_WORDS = 6
_ROUNDED = 0.06  # of the larger number; so near, one rounds the other
_ROUND_BY = 10


def changes(a: Text, b: Text, shared: Shared, edge: Link) -> Iterator[Change]:
    """The numbers that differ between sentences of two linked texts that are otherwise the same."""
    source, copy = (b, a) if edge.source == b.report.id else (a, b)
    for pair in shared.aligned.pairs:
        one, other = a.told[pair.a], b.told[pair.b]
        first, second = (other, one) if source is b else (one, other)
        values = _changed(source, first, copy, second)
        if values:
            yield Change(
                reports=(source.report.id, copy.report.id),
                spans=(first.span, second.span),
                quotes=(source.report.text[slice(*first.span)], copy.report.text[slice(*second.span)]),
                values=values,
                reason=_reason(source, copy, edge, values),
            )


def _reason(source: Text, copy: Text, edge: Link, values: tuple[str, str]) -> str:
    known = sorted(agencies(source.report) & agencies(copy.report)) or sorted(agencies(source.report))
    outlet = source.report.outlet
    name = known[0] if known else outlet.name if outlet else "another report"
    if edge.source is None:
        return f"the same sentence in two copies, number changed: “{values[0]}” and “{values[1]}”"
    return f"copied from {name}, number changed: “{values[0]}” became “{values[1]}”"


def _changed(a: Text, one: Told, b: Text, other: Told) -> tuple[str, str] | None:
    """The words of the one number that differs between two sentences, or None."""
    first, second = tokens(a.report.text, *one.span), tokens(b.report.text, *other.span)
    seen, told = _numbers(first, a.lexicon), _numbers(second, b.lexicon)
    if not seen or len(seen) != len(told) or not _same_words(first, seen, second, told):
        return None
    pairs = zip(seen, told, strict=True)
    differing = [(x, y) for x, y in pairs if (x.figure.low, x.figure.high) != (y.figure.low, y.figure.high)]
    if len(differing) != 1:
        return None
    x, y = differing[0]
    if not _alike(x.figure, y.figure) or _beside(first, x) != _beside(second, y):
        return None
    return a.report.text[slice(*x.words)], b.report.text[slice(*y.words)]


class _Number(NamedTuple):
    """A figure, and where the words of its number alone stand."""

    figure: Figure
    words: Span


def _numbers(words: tuple[Token, ...], lexicon: Lexicon) -> list[_Number]:
    spans = [Span(words[number.start].start, words[number.end - 1].end) for number in numbers(words, lexicon)]
    return [
        _Number(figure, next((s for s in spans if figure.span.start <= s.start < figure.span.end), figure.span))
        for figure in figures(words, lexicon)
    ]


def _alike(x: Figure, y: Figure) -> bool:
    """Whether two figures count the same and exclude each other, neither of them the other one rounded."""
    same = x.unit == y.unit and (x.counted[-1:] == y.counted[-1:] or not x.counted or not y.counted)
    overlap = (y.high is None or x.low <= y.high) and (x.high is None or y.low <= x.high)
    near = abs(x.low - y.low) <= _ROUNDED * max(abs(x.low), abs(y.low))
    return same and not overlap and not (near and (x.low % _ROUND_BY == 0) != (y.low % _ROUND_BY == 0))


def _same_words(first: tuple[Token, ...], seen: list[_Number], second: tuple[Token, ...], told: list[_Number]) -> bool:
    a, b = _besides(first, seen), _besides(second, told)
    return min(len(a), len(b)) >= _FEWEST_WORDS and 2 * len(a & b) / (len(a) + len(b)) >= _SAME_WORDS


def _besides(words: tuple[Token, ...], found: list[_Number]) -> frozenset[str]:
    spans = [number.words for number in found]
    return frozenset(w.lower for w in words if w.kind != "mark" and not any(s.start <= w.start < s.end for s in spans))


def _beside(words: tuple[Token, ...], number: _Number) -> tuple[str, ...]:
    """The word behind a number, or two that may be its unit ("degrees Celsius"); at an end the word before."""
    own = [word for word in words if word.kind != "mark"]
    behind = tuple(word.lower for word in own if word.start >= number.words.end)
    if behind:
        return behind[: 2 if number.figure.unit else 1]
    return tuple(word.lower for word in own if word.end <= number.words.start)[-1:]
