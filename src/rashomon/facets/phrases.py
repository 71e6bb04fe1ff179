"""The words that several claims have in common, to name what a facet is about."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations, islice, pairwise

from rashomon.claims.terms import of_word
from rashomon.langs import Lexicon
from rashomon.text import Token

_PAIRS = 40  # pairs of claims that are looked at
_CONTENT = 2  # fewest content words of a phrase
_MARKS = '“”"‘’()[]'
_TELLING = 4  # content words from which a longer phrase tells no more
_LONGEST = 9  # words of a phrase


def shared(
    passages: Sequence[tuple[str, tuple[Token, ...]]],
    lexicon: Lexicon,
    *,
    numbers: bool = True,
    without: frozenset[str] = frozenset(),
) -> str | None:
    """The run of words that passages of different reports share, as the first writes it: long, and in many of them.

    ``passages`` are (text of the report, tokens of the claim).  None when no run holds two content words.
    Without ``numbers`` a run ends at one: it might be the answer; so does it at the lower-case words ``without``.
    """
    runs: dict[str, int] = {}
    for (text, words), (other, others) in islice(combinations(passages, 2), _PAIRS):
        if text is not other:
            run = _trimmed(_run(words, others), lexicon, without, numbers=numbers)
            content = sum(bool(of_word(word, lexicon)) for word in run)
            if content >= _CONTENT:
                runs.setdefault(text[run[0].start : run[-1].end], content)
    said = [text[words[0].start : words[-1].end].lower() for text, words in passages if words]
    spread = {run: sum(run.lower() in passage for passage in said) for run in runs}
    return max(runs, key=lambda run: (spread[run] * min(runs[run], _TELLING), runs[run], run), default=None)


def _run(a: tuple[Token, ...], b: tuple[Token, ...]) -> tuple[Token, ...]:
    matcher = SequenceMatcher(None, [w.lower for w in a], [w.lower for w in b], autojunk=False)
    match = matcher.find_longest_match()
    return a[match.a : match.a + min(match.size, _LONGEST)]


def _trimmed(run: tuple[Token, ...], lexicon: Lexicon, without: frozenset[str], *, numbers: bool) -> tuple[Token, ...]:
    """The longest part that is one phrase, without words of no content at its ends."""
    stops = [at for at, word in enumerate(run) if word.lower in without or _stops(word, lexicon, numbers=numbers)]
    run = max((run[a + 1 : b] for a, b in pairwise([-1, *stops, len(run)])), key=len)
    while run and not of_word(run[0], lexicon):
        run = run[1:]
    while run and not of_word(run[-1], lexicon):
        run = run[:-1]
    return run


def _stops(word: Token, lexicon: Lexicon, *, numbers: bool) -> bool:
    """Whether a phrase ends before a word: a quotation mark, a reporting verb or, on demand, a number."""
    number = word.kind == "number" or word.lower.split("-")[0] in lexicon.numbers
    return word.text in _MARKS or word.lower in lexicon.reporting or (number and not numbers)
