"""Who said it: sources, cues and media of a sentence, by rules over reporting verbs.

A sentence is attributed when, outside quotation marks, it holds

* a reporting verb with a speaker before it ("Police said …", "…, the mayor told AFP"),
* a reporting verb with a speaker behind it ("…,” said Jane Doe"),
* a verb whose speaker is the sentence's subject ("Jane Doe fell, adding that …", "… but says …"),
* "according to", "citing" or a verb with "by", and a speaker.

The method is the usual pattern grammar of rule-based quotation attribution (Pouliquen,
Steinberger and Best, "Automatic detection of quotations in multilingual news", RANLP 2007).
Only spans are found here; whom they stand for is told by `rashomon.claims.resolve`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rashomon.claims.phrases import Range, Sentence, after, before, can_speak, main
from rashomon.claims.quotations import is_quoted
from rashomon.langs import Lexicon
from rashomon.model import Span
from rashomon.text import Token

_REACH = 60  # tokens over which the end of a clause is looked for
_LATEST = 8  # phrases before, whose speaker may be this one's too
_FAR = 8  # tokens between "quoted" and "as saying"
_QUOTES_BEFORE = '”"’'
_BEHIND_SPEECH = frozenset({",", "”", '"', "’", "'", "–", "—", "-", "?", "!", "»"})


@dataclass(frozen=True, slots=True)
class Found:
    """A reporting phrase: where the speaker stands, where the cue, the medium, the whole phrase.

    ``reach`` is the part of the sentence that it alone governs ("…, which the mayor denied"); None
    when it may govern the whole sentence.
    """

    speaker: Span
    cue: Span
    via: Span | None
    phrase: Span
    reach: Span | None = None


def find(text: str, words: tuple[Token, ...], quoted: tuple[Span, ...], lexicon: Lexicon) -> tuple[Found, ...]:
    """The reporting phrases of a sentence, the one that governs it first.

    ``words`` are the sentence's tokens, ``quoted`` the quotations of its paragraph.  A phrase next
    to a quotation or at the sentence's edge wins over one in the middle.
    """
    s = Sentence(text, words, tuple(not is_quoted(quoted, word.start) for word in words), lexicon)
    found: list[tuple[int, int, Found]] = []
    for i in range(len(words)):
        if s.free[i]:
            hit = _according(s, i) or _citing(s, i, found) or _by(s, i) or _verb(s, i, found)
            if hit:
                found.append((_rank(s, hit, i), -i, _reaching(s, hit, first=not found)))
    found = _led(s, found)
    return tuple(hit for _, _, hit in sorted(found, key=lambda held: (-held[0], -held[1])))


def _rank(s: Sentence, found: Found, i: int) -> int:
    strong = s.lexicon.reporting.get(s.words[i].lower, "say") in s.lexicon.grammar["strong"]
    edge = found.phrase.start == s.words[0].start or found.phrase.end >= s.words[-1].start
    text, phrase = s.text, found.phrase
    beside = any(mark in text[phrase.end : phrase.end + 3] for mark in '“"‘') or any(
        mark in text[max(0, phrase.start - 3) : phrase.start] for mark in _QUOTES_BEFORE
    )
    citing = found.via is not None and s.has(i, "citing")
    return 4 * strong + 2 * beside + edge + 10 * citing - 100 * (found.reach is not None)


def _reaching(s: Sentence, found: Found, *, first: bool) -> Found:
    """The phrase with its reach, when it stands in a clause of its own that something else comes before."""
    if found.reach:
        return found
    at = s.place(found.phrase.start)
    while at > 0 and s.has(at - 1, "determiner", "preposition") and not s.has(at - 1, "subordinate"):
        at -= 1
    opens = s.has(at - 1, "subordinate") or s.mark(at - 1) == ";"
    if (first and not s.has(at - 1, "relative")) or not opens:
        return found
    return replace(found, reach=Span(s.words[at - 1].start, _close(s, at - 1, found)))


def _close(s: Sentence, opener: int, found: Found) -> int:
    """Where a clause ends: at a semicolon, and for a relative clause at the next comma behind the verb."""
    relative = s.has(opener, "relative") and s.mark(opener - 1) == ","
    for at in range(opener + 1, min(len(s.words), opener + _REACH)):
        behind = s.words[at].start >= max(found.cue.end, found.speaker.end)
        if behind and s.free[at] and (s.mark(at) == ";" or (relative and s.mark(at) == ",")):
            return s.words[at].start
    return s.words[-1].end


def _led(s: Sentence, found: list[tuple[int, int, Found]]) -> list[tuple[int, int, Found]]:
    """“According to the Times, the mayor said …”: the mayor speaks, through the Times."""
    made = list(found)
    for k, (rank, at, hit) in enumerate(found):
        lead = found[k - 1][2] if k else hit
        gap = s.text[lead.phrase.end : hit.phrase.start]
        if k and s.has(-found[k - 1][1], "according") and gap.strip() in {",", ""} and not hit.via:
            made[k] = (rank + 10, at, replace(hit, via=lead.speaker))
    return made


def _according(s: Sentence, i: int) -> Found | None:
    if not s.has(i, "according") or not s.has(i + 1, "to") or i + 2 >= len(s.words):
        return None
    held = Range(i + 2, after(s, i + 2))
    if not held:
        return None
    aside = Range(held.end + 1, after(s, held.end + 1))
    named = s.mark(held.end) == "," and s.mark(aside.end) in {",", "."} and aside.end - aside.start < 4
    if aside and named and not s.words[held.end - 1].is_name and all(w.is_name for w in s.words[slice(*aside)]):
        held = Range(held.start, aside.end)
    return Found(s.span(held), s.span(Range(i, i + 2)), None, s.span(Range(i, held.end)))


def _citing(s: Sentence, i: int, found: list[tuple[int, int, Found]]) -> Found | None:
    """“The Times reported, citing officials”: the officials speak, through The Times."""
    if not s.has(i, "citing") or i == 0:
        return None
    held = Range(i + 1, after(s, i + 1))
    if not held or not can_speak(s, held):
        return None
    whole = s.span(Range(i, held.end))
    via = found[-1][2].speaker if found else _main_span(s, i)
    return Found(s.span(held), s.span(Range(i, i + 1)), via, whole)


def _main_span(s: Sentence, i: int) -> Span | None:
    held = main(s, i)
    return s.span(held) if held and can_speak(s, held) else None


def _by(s: Sentence, i: int) -> Found | None:
    """“described by the judge as cruel”: the judge speaks, about what stands beside it."""
    if not s.has(i + 1, "by") or s.has(i + 2, "means") or s.words[i].lower not in s.lexicon.reporting:
        return None
    held = Range(i + 2, after(s, i + 2))
    if not held or not can_speak(s, held) or s.words[i].lower.endswith("ing") or s.has(i, "noun-or-verb"):
        return None
    end = next((at for at in range(held.end, len(s.words)) if s.free[at] and s.mark(at) in {",", ";"}), len(s.words))
    whole = s.span(Range(i, end))
    return Found(s.span(held), s.span(Range(i, i + 1)), None, whole, whole)


def _verb(s: Sentence, i: int, found: list[tuple[int, int, Found]]) -> Found | None:
    if not _is_cue(s, i):
        return None
    start = i
    while start > 0 and s.is_filler(start - 1):
        start -= 1
    if any(s.has(at, "to-come") for at in range(start, i)):
        return None
    held = _speaker(s, i, start, found)
    if held is None:
        return None
    behind = _inverted(s, i)
    if behind and (not held or _clean(s, behind, held)):
        return behind
    if not held:
        return None
    via = _medium(s, i)
    cue = Span(s.words[i].start, s.words[i].end)
    near = held.end <= i and not any(s.mark(at) in {";", ":"} for at in range(held.end, i))
    begin = s.words[held.start].start if near and not _is_shared(s, i, start) else s.words[start].start
    return Found(s.span(held), cue, via, Span(begin, via.end if via else cue.end))


def _is_shared(s: Sentence, i: int, start: int) -> bool:
    return s.has(start - 1, "conjoined") or s.words[i].lower.endswith("ing")


def _speaker(s: Sentence, i: int, start: int, found: list[tuple[int, int, Found]]) -> Range | None:
    """The tokens of the speaker of a verb; empty when it may stand behind, None when nobody is said to speak."""
    if s.has(i - 1, "as") and s.words[i].lower.endswith("ing"):
        return _quoted_as(s, i - 1)
    if s.words[i].lower.endswith("ing") and not s.has(start - 1, "be"):
        return _participle(s, start, found)
    if s.words[i].lower.endswith("ing"):
        return before(s, start - 1) or None
    if s.has(start - 1, "passive"):
        return None
    if s.has(start - 1, "conjoined"):
        return _shared(s, start, found)
    return before(s, start)


def _participle(s: Sentence, start: int, found: list[tuple[int, int, Found]]) -> Range | None:
    opener = s.mark(start - 1) in {",", "–", "—", "-"} or s.has(start - 1, "participle-opener")
    if opener:
        return _shared(s, start, found)
    held = before(s, start)
    return (
        held
        if held and (s.has(held.start - 1, "participle-opener") or s.words[held.start - 1].lower == "with")
        else None
    )


def _shared(s: Sentence, start: int, found: list[tuple[int, int, Found]]) -> Range | None:
    """Whoever has spoken before in the sentence, else its subject: “the mayor …, adding”, “… but says”."""
    for _, _, hit in reversed(found[-_LATEST:]):
        if hit.reach is None or hit.reach.end >= s.words[start].start:
            return _tokens(s, hit.speaker)
    held = main(s, start)
    return held if held and can_speak(s, held) else None


def _tokens(s: Sentence, span: Span) -> Range:
    return Range(s.place(span.start), s.place(span.end))


def _quoted_as(s: Sentence, at: int) -> Range | None:
    """“The mayor was quoted by AFP as saying”."""
    quoted = next((k for k in range(at - 1, max(-1, at - _FAR), -1) if s.has(k, "quoted")), None)
    if quoted is None:
        return None
    while quoted > 0 and (s.has(quoted - 1, "be") or s.is_filler(quoted - 1)):
        quoted -= 1
    return before(s, quoted) or None


def _is_cue(s: Sentence, i: int) -> bool:
    """Whether a token is a reporting verb and not the noun that is written alike."""
    word = s.words[i]
    if s.has(i, "reads") and s.has(i - 1, "document"):
        return True
    if word.lower not in s.lexicon.reporting or (word.is_name and i > 0):
        return False
    if s.has(i + 1, "by") and not s.has(i + 2, "means"):
        return False
    if not s.has(i, "noun-or-verb"):
        return True
    if s.has(i - 1, "determiner", "preposition", "of", "possessive", "by") or s.has(i + 1, "after-noun"):
        return False
    if word.lower.endswith("s") or word.lower.endswith("ed"):
        return not (i > 0 and s.words[i - 1].lower in s.lexicon.speaker_nouns and s.has(i - 2, "preposition"))
    before_it = s.words[i - 1].lower if i else ""
    return word.lower.endswith("ing") or before_it.endswith("s") or s.has(i - 1, "plural", "auxiliary", "and")


def _inverted(s: Sentence, i: int) -> Found | None:
    """“…,” said Jane Doe, the mayor."""
    inverts = s.lexicon.reporting.get(s.words[i].lower) in s.lexicon.grammar["inverts"]
    if i == 0 or s.mark(i - 1) not in _BEHIND_SPEECH or s.words[i].lower.endswith("ing") or not inverts:
        return None
    held = Range(i + 1, after(s, i + 1))
    if not held or not can_speak(s, held):
        return None
    if s.words[i + 1].kind == "number" or s.has(i + 1, "clause"):
        return None
    return Found(s.span(held), s.span(Range(i, i + 1)), None, s.span(Range(i, held.end)))


def _clean(s: Sentence, behind: Found, held: Range) -> bool:
    """“…, Collmoor, on Monday, said Jane Doe”: the name behind speaks, what stands before is a place."""
    ends = s.place(behind.speaker.end)
    closes = ends == len(s.words) or s.mark(ends) in {",", ".", "”", '"', ";"}
    return closes and s.has(held.end + 1, "preposition") and s.mark(held.end) == ","


def _medium(s: Sentence, i: int) -> Span | None:
    """“told AFP”: the medium, when the verb tells somebody."""
    if s.lexicon.reporting.get(s.words[i].lower) not in s.lexicon.grammar["tells"]:
        return None
    held = Range(i + 1, after(s, i + 1))
    return s.span(held) if held else None
