"""The question of a facet, put together from the claims' own words, and its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.claims.terms import of_word
from rashomon.facets.answers import Answer, answer_text
from rashomon.facets.asking import detail_question
from rashomon.facets.phrases import shared
from rashomon.facets.quantities import same_voice
from rashomon.langs import Lexicon
from rashomon.model import FacetKind, Figure, Report
from rashomon.text import Token, tokens

Passage = tuple[str, tuple[Token, ...]]

_ABOUT = 3  # shared terms that a question names
_MONEY = 3  # letters of a currency's code


def question(
    answers: Sequence[Answer], reports: Mapping[str, Report], idf: Mapping[str, float], lexicon: Lexicon
) -> tuple[FacetKind, str]:
    """The kind of a facet and its question in plain words."""
    details = [(answer.detail, reports[answer.claim.report].text) for answer in answers if answer.detail]
    if details:
        return detail_question(details, lexicon)
    about = _about(answers, reports, idf, lexicon)
    if answers[0].figure:
        return "quantity", _quantity([a.figure for a in answers if a.figure], about, lexicon)
    if answers[0].time:
        return "time", lexicon.questions["time"].format(about=about)
    if answers[0].place:
        return "place", lexicon.questions["place"].format(about=about)
    if answers[0].person:
        longest = max(answers, key=lambda answer: (len(answer.name or ""), answer.name or ""))
        return "person", lexicon.questions["person"].format(about=longest.name)
    if answers[0].name:
        return "person", lexicon.questions["spelling"].format(about=_names(answers, lexicon))
    speaker = _speaker(answers)
    if speaker:
        form = "said" if set(_bare(about).split()) <= set(speaker.lower().split()) else "statement"
        return "statement", lexicon.questions[form].format(speaker=speaker, about=about)
    return "other", lexicon.questions["other"].format(about=about)


def _names(answers: Sequence[Answer], lexicon: Lexicon) -> str:
    return f" {lexicon.questions['or']} ".join(sorted({answer.name for answer in answers if answer.name}))


def _quantity(figures: Sequence[Figure], about: str, lexicon: Lexicon) -> str:
    scope = Counter(figure.scope[0] for figure in figures if figure.scope).most_common(1)
    unit = figures[0].unit
    told = scope[0][0] if scope and 2 * scope[0][1] >= len(figures) else "count"
    key = unit.split("-")[0] if unit else told
    if unit and len(unit) == _MONEY and unit.isupper():
        key = "money"
    nouns = Counter(figure.noun for figure in figures if figure.noun)
    noun = min(nouns, key=lambda n: (-nouns[n], len(n), n)) if nouns else ""
    if not noun or lexicon.classes.get(noun.lower()) == "people":
        noun = lexicon.questions["people"]
    form = lexicon.questions.get(key, lexicon.questions["count"])
    if _bare(about) in noun.lower():
        form = form.split(" (")[0]
    return form.format(noun=noun, about=about, unit=unit)


def _bare(about: str) -> str:
    return about.replace("“", "").replace("”", "").replace(",", "").lower()


def _speaker(answers: Sequence[Answer]) -> str | None:
    """The one speaker of all answers; a name may be shorter in one report than in another."""
    said = [answer.claim.attribution for answer in answers]
    if not all(said):
        return None
    names = sorted({attribution.speaker for attribution in said if attribution}, key=lambda name: (-len(name), name))
    return names[0] if all(same_voice(names[-1], name) for name in names) else None


def _about(answers: Sequence[Answer], reports: Mapping[str, Report], idf: Mapping[str, float], lexicon: Lexicon) -> str:
    """What the answers share: the longest run of words in quotation marks, else their weightiest terms."""
    passages = [(reports[a.claim.report].text, tokens(reports[a.claim.report].text, *a.claim.span)) for a in answers]
    said = (a.claim.attribution for a in answers)
    voices = frozenset(word for voice in said if voice for word in voice.speaker.lower().split())
    phrase = shared(passages, lexicon, numbers=answers[0].figure is None, without=voices)
    if phrase:
        return f"“{phrase}”"
    return _terms(answers, passages, idf, lexicon) or f"“{answer_text(answers[0], reports[answers[0].claim.report])}”"


def _terms(
    answers: Sequence[Answer],
    passages: Sequence[Passage],
    idf: Mapping[str, float],
    lexicon: Lexicon,
) -> str:
    """The terms that most answers share, as the first of them writes these, in its order."""
    holders = Counter(term for answer in answers for term in set(answer.claim.terms))
    common = [term for term, n in holders.items() if n > 1 and not term.startswith("#")]
    best = sorted(common, key=lambda term: (-holders[term] * idf[term], term))[:_ABOUT]
    words: dict[str, str] = {}
    for _, passage in passages:
        for word in passage:
            for term in of_word(word, lexicon):
                if term in best:
                    words.setdefault(term, word.text.removesuffix("’s").removesuffix("'s"))
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words.values()))
