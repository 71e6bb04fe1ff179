"""Claims: what a report states, clause by clause, with who said it and the figures and times in it."""

from __future__ import annotations

from rashomon.claims.clauses import clauses
from rashomon.claims.figures import figures
from rashomon.claims.names import names
from rashomon.claims.speakers import attributions
from rashomon.claims.terms import terms
from rashomon.claims.times import times
from rashomon.langs import Lexicon
from rashomon.model import Attribution, Claim, Report, Span
from rashomon.text import sentences, tokens

VERSION = "rules-1"
_FEWEST = 2  # different terms that make a clause a claim


def claims(report: Report, lexicon: Lexicon) -> tuple[Claim, ...]:
    """The claims of a report, in the order of its text."""
    found: list[Claim] = []
    spans = sentences(report.text, lexicon)
    for sentence, said in zip(spans, attributions(report.text, spans, lexicon), strict=True):
        found.extend(_claims(report, sentence, said, lexicon))
    return tuple(found)


def _attributing(said: Attribution | None, lexicon: Lexicon) -> frozenset[str]:
    """The terms of the attribution itself: a clause that holds nothing else states nothing."""
    phrase = f"{said.speaker} {said.cue or ''}" if said else ""
    return frozenset(terms(tokens(phrase), lexicon))


def _claims(report: Report, sentence: Span, said: Attribution | None, lexicon: Lexicon) -> list[Claim]:
    figured = figures(tokens(report.text, *sentence), lexicon)
    found = []
    for clause in clauses(report.text, sentence, lexicon):
        words = tokens(report.text, *clause)
        content = terms(words, lexicon)
        if len(set(content) - _attributing(said, lexicon)) >= _FEWEST:
            found.append(
                Claim(
                    report=report.id,
                    span=clause,
                    sentence=sentence,
                    attribution=said,
                    terms=content,
                    names=names(words, lexicon, opens=clause.start == sentence.start),
                    figures=tuple(f for f in figured if clause.start <= f.span.start and f.span.end <= clause.end),
                    times=times(words, lexicon),
                    denied=any(word.lower in lexicon.negations or word.lower.endswith("n't") for word in words),
                )
            )
    return found
