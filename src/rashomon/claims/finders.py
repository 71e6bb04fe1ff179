"""Sources as the reader found them, beside those that the rules find.

The rules know whom a cue's words can belong to and the medium; the reader knows sentences that no
rule foresaw.  So the rules speak first, and the reader where they are silent.
"""

from __future__ import annotations

from bisect import bisect_left

from rashomon.claims import attribution
from rashomon.claims.attribution import Found
from rashomon.langs import Lexicon
from rashomon.model import Reading, Said, Span
from rashomon.text import Token, tokens

_WHOLE = 0.6  # share of a sentence that a content covers to be the sentence's


class ReadFinder:
    """A `speakers.Finder`: the rules, and where they find nothing, the attributions of a report's reading."""

    def __init__(self, reading: Reading) -> None:
        held = [said for said in reading.said if not said.depth and said.sources and said.cues]
        self._said = sorted(enumerate(held), key=lambda numbered: numbered[1].cues[0].start)
        self._cues = [said.cues[0].start for _, said in self._said]

    def __call__(
        self, text: str, words: tuple[Token, ...], quoted: tuple[Span, ...], lexicon: Lexicon
    ) -> tuple[Found, ...]:
        """The rules' findings, and where they find none, the reader's."""
        found = attribution.find(text, words, quoted, lexicon)
        if not words or found:
            return found
        here = Span(words[0].start, words[-1].end)
        near = self._said[bisect_left(self._cues, here.start) : bisect_left(self._cues, here.end)]
        return tuple(
            _found(said, here)
            for _, said in sorted(near, key=lambda numbered: numbered[0])
            if all(_inside(part[0], here) for part in (said.sources, said.cues)) and _reports(text, said, lexicon)
        )


def _inside(span: Span, place: Span) -> bool:
    return place.start <= span.start and span.end <= place.end


def _reports(text: str, said: Said, lexicon: Lexicon) -> bool:
    """Whether a cue reports words, and does not only tell of a wish or a deed."""
    cue = tokens(text, *said.cues[0])
    return any(word.lower in lexicon.reporting or word.lower in lexicon.grammar["according"] for word in cue)


def _found(said: Said, here: Span) -> Found:
    source, cue = said.sources[0], said.cues[0]
    phrase = Span(min(source.start, cue.start), max(source.end, cue.end))
    covered = sum(max(0, min(c.end, here.end) - max(c.start, here.start)) for c in said.contents)
    whole = not said.contents or covered >= _WHOLE * (here.end - here.start - (phrase.end - phrase.start))
    return Found(source, cue, None, phrase, None if whole else said.contents[0])
