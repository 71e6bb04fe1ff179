"""The question of a facet, put together from the claims' own words, and its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.claims.terms import of_word
from rashomon.facets.answers import Answer
from rashomon.langs import Lexicon
from rashomon.model import FacetKind, Figure, Report
from rashomon.text import tokens

_ABOUT = 3  # shared terms that a question names
_MONEY = 3  # letters of a currency's code


def question(
    answers: Sequence[Answer], reports: Mapping[str, Report], idf: Mapping[str, float], lexicon: Lexicon
) -> tuple[FacetKind, str]:
    """The kind of a facet and its question in plain words."""
    about = _about(answers, reports, idf, lexicon)
    if answers[0].figure:
        return "quantity", _quantity([a.figure for a in answers if a.figure], about, lexicon)
    if answers[0].day:
        return "time", lexicon.questions["time"].format(about=about)
    speaker = _speaker(answers)
    if speaker:
        return "statement", lexicon.questions["statement"].format(speaker=speaker, about=about)
    return "other", lexicon.questions["other"].format(about=about)


def _quantity(figures: Sequence[Figure], about: str, lexicon: Lexicon) -> str:
    scope = Counter(figure.scope[0] for figure in figures if figure.scope).most_common(1)
    unit = figures[0].unit
    key = unit.split("-")[0] if unit else scope[0][0] if scope else "count"
    if unit and len(unit) == _MONEY and unit.isupper():
        key = "money"
    nouns = Counter(figure.noun for figure in figures if figure.noun)
    noun = min(nouns, key=lambda n: (-nouns[n], len(n), n)) if nouns else lexicon.questions["people"]
    form = lexicon.questions.get(key, lexicon.questions["count"])
    return form.format(noun=noun, about=about, unit=unit)


def _speaker(answers: Sequence[Answer]) -> str | None:
    """The one speaker of all answers; a name may be shorter in one report than in another."""
    said = [answer.claim.attribution for answer in answers]
    if not all(said):
        return None
    names = sorted({attribution.speaker for attribution in said if attribution}, key=lambda name: (-len(name), name))
    shortest = set(names[-1].lower().split())
    return names[0] if all(shortest & set(name.lower().split()) for name in names) else None


def _about(answers: Sequence[Answer], reports: Mapping[str, Report], idf: Mapping[str, float], lexicon: Lexicon) -> str:
    """The terms that most answers share, as the first of them writes these, in its order."""
    holders = Counter(term for answer in answers for term in set(answer.claim.terms))
    shared = [term for term, n in holders.items() if n > 1 and not term.startswith("#")]
    best = sorted(shared, key=lambda term: (-holders[term] * idf[term], term))[:_ABOUT]
    words: dict[str, str] = {}
    for answer in answers:
        for word in tokens(reports[answer.claim.report].text, *answer.claim.span):
            for term in of_word(word, lexicon):
                if term in best:
                    words.setdefault(term, word.text.removesuffix("’s").removesuffix("'s"))
    named = list(dict.fromkeys(words.values())) or ["this"]
    last = f" {lexicon.questions['and']} "
    return named[0] if len(named) == 1 else ", ".join(named[:-1]) + last + named[-1]
