"""How much each term of a story says, and how near two claims are.

Terms weigh by their inverse document frequency within the story (Spärck Jones 1972, the idf of
TF-IDF): what every report repeats tells no question from another.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Claim, Span

Vector = Mapping[str, float]
Place = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Weights:
    """Unit vectors over terms: one a claim (in the claims' order) and one a sentence."""

    idf: Mapping[str, float]
    claims: tuple[Vector, ...]
    sentences: Mapping[Place, Vector]

    def near(self, a: int, b: int) -> float:
        """Cosine of two claims, 0 to 1."""
        return cosine(self.claims[a], self.claims[b])

    def context(self, a: Claim, b: Claim) -> float:
        """Cosine of the sentences that two claims stand in, 0 to 1."""
        return cosine(self.sentences[a.report, a.sentence], self.sentences[b.report, b.sentence])


def weigh(claims: Sequence[Claim]) -> Weights:
    """The weights of a story's claims."""
    whole: dict[Place, list[str]] = {}
    for claim in claims:
        whole.setdefault((claim.report, claim.sentence), []).extend(claim.terms)
    idf = _idf([claim.terms for claim in claims])
    by_sentence = _idf(list(whole.values()))
    return Weights(
        idf=idf,
        claims=tuple(_vector(claim.terms, idf) for claim in claims),
        sentences={place: _vector(terms, by_sentence) for place, terms in whole.items()},
    )


def cosine(a: Vector, b: Vector) -> float:
    """Cosine of two unit vectors; the sum runs in the order of the smaller one, so that it is the same each time."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return math.fsum(weight * large[term] for term, weight in small.items() if term in large)


def _idf(documents: Sequence[Iterable[str]]) -> dict[str, float]:
    counts = Counter(term for terms in documents for term in set(terms))
    return {term: math.log((len(documents) + 1) / (n + 0.5)) for term, n in counts.items()}


def _vector(terms: Iterable[str], idf: Mapping[str, float]) -> Vector:
    raw = {term: idf[term] * (1 + math.log(n)) for term, n in sorted(Counter(terms).items())}
    length = math.sqrt(math.fsum(weight * weight for weight in raw.values())) or 1.0
    return {term: weight / length for term, weight in raw.items()}
