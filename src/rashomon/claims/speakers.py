"""Speakers over a whole report: pronouns and short names to the name they stand for, quotations
that go on without a new speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rashomon.claims import attribution
from rashomon.claims.quotations import quotations, share_quoted
from rashomon.langs import Lexicon
from rashomon.model import Attribution, Span
from rashomon.text import Token, paragraphs, tokens

_NAME = re.compile(
    r"[A-ZÀ-ÞĀ-Ž][\w’'.-]*(?:\s+(?:(?:al|bin|de|del|der|van|von|la|le|el|du|da|of)\s+)?[A-ZÀ-ÞĀ-Ž][\w’'-]*)+"
)
_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their|our|one|another)\s+", re.IGNORECASE)
_OPENS = 2  # words before a name that is its sentence's subject
_ENOUGH = 0.5  # share of a sentence inside marks for the quotation to be its content


@dataclass(slots=True)
class _Memory:
    """What a reader remembers while reading: the names met so far and who spoke last."""

    names: dict[str, str] = field(default_factory=dict)
    last_person: str | None = None
    last_group: str | None = None
    last: Attribution | None = None
    open_quote: bool = False


def attributions(text: str, sentences: tuple[Span, ...], lexicon: Lexicon) -> tuple[Attribution | None, ...]:
    """For each sentence of a report who said it, or None for the outlet's own voice."""
    memory = _Memory()
    found: list[Attribution | None] = []
    lines = {line.start: line for line in paragraphs(text)}
    quoted: tuple[Span, ...] = ()
    for sentence in sentences:
        if sentence.start in lines:
            quoted = quotations(text, lines[sentence.start])
            memory.open_quote = memory.open_quote and bool(quoted) and quoted[0].start == sentence.start
            if not memory.open_quote and not (quoted and quoted[0].start == sentence.start):
                memory.last = None
        said = _sentence(text, sentence, quoted, memory, lexicon)
        found.append(said)
        memory.last = said or (memory.last if share_quoted(quoted, sentence) else None)
        memory.open_quote = bool(quoted) and quoted[-1].end == sentence.end and text[sentence.end - 1] not in '”"»’'
    return tuple(found)


def _sentence(
    text: str, sentence: Span, quoted: tuple[Span, ...], memory: _Memory, lexicon: Lexicon
) -> Attribution | None:
    words = tokens(text, sentence.start, sentence.end)
    hit = attribution.find(text, words, quoted, lexicon)
    inside = share_quoted(quoted, sentence)
    said: Attribution | None = None
    if hit:
        via = text[hit.via.start : hit.via.end] if hit.via else None
        speaker = _resolve(text[hit.speaker.start : hit.speaker.end], memory, lexicon)
        if lexicon.pronouns.get(speaker.lower()) != "body":  # an "it" that stands for nobody met so far
            said = Attribution(speaker, text[hit.cue.start : hit.cue.end], via, direct=inside >= _ENOUGH)
    elif inside >= 0.9 and memory.last:
        said = Attribution(memory.last.speaker, memory.last.cue, memory.last.via, direct=True)
    _remember(text, words, hit, said, memory, lexicon)
    return said


def _resolve(speaker: str, memory: _Memory, lexicon: Lexicon) -> str:
    """A pronoun or a short name as the fullest name met so far; other speakers without their article."""
    lower = speaker.lower()
    kind = lexicon.pronouns.get(lower)
    if kind == "person":
        return memory.last_person or speaker
    if kind == "group":
        return memory.last_group or memory.last_person or speaker
    if kind == "body":
        return memory.last_group or speaker
    bare = _ARTICLE.sub("", speaker)
    words = [w for w in re.findall(r"[\w’'-]+", bare) if w.lower() not in lexicon.titles]
    if len(words) == 1 and words[0] in memory.names:
        return memory.names[words[0]]
    return bare


def _remember(
    text: str,
    words: tuple[Token, ...],
    hit: attribution.Found | None,
    said: Attribution | None,
    memory: _Memory,
    lexicon: Lexicon,
) -> None:
    if not words:
        return
    for name in _NAME.finditer(text, words[0].start, words[-1].end):
        parts = [p for p in name.group().split() if p.lower().strip(".") not in lexicon.titles]
        if len(parts) >= 2 and parts[0].lower() not in lexicon.stopwords:
            memory.names.setdefault(parts[-1].removesuffix("’s").removesuffix("'s"), " ".join(parts))
            opens = sum(word.start < name.start() for word in words) <= _OPENS
            if hit is None and (opens or memory.last_person is None):
                memory.last_person = " ".join(parts)
    if hit and said:
        own = text[hit.speaker.start : hit.speaker.end]
        if own.lower() in lexicon.pronouns:
            return
        if _NAME.search(own) or said.speaker in memory.names.values():
            memory.last_person = said.speaker
        else:
            memory.last_group = said.speaker
