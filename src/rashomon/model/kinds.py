"""The names of kinds, and what a place in a text is."""

from __future__ import annotations

from typing import Literal, NamedTuple

OutletKind = Literal["agency", "newspaper", "broadcaster", "magazine", "website", "aggregator", "government", "other"]
ReportKind = Literal["article", "summary", "live-entry", "related"]
FacetKind = Literal["quantity", "time", "place", "person", "actor", "cause", "means", "outcome", "statement", "other"]
RelationKind = Literal["compatible", "update", "conflict"]
Status = Literal["agree", "compatible", "update", "conflict"]
LinkKind = Literal["verbatim", "rewrite", "credit"]
EntityKind = Literal["PER", "LOC", "ORG"]
Grain = Literal["decade", "year", "month", "week", "day", "part", "hour", "minute"]
Edge = Literal["at", "before", "after", "about"]
Bound = Literal["exact", "at least", "more than", "at most", "less than", "about"]
Role = Literal["agent", "patient", "recipient", "instrument", "cause", "purpose", "place", "time", "manner"]
Polarity = Literal["affirmed", "denied"]
Modality = Literal["actual", "planned", "possible", "demanded", "conditional", "unverified"]
Tense = Literal["past", "now", "to come"]
Dated = Literal["stated", "report", "before", "unknown"]
Verdict = Literal[
    "supported", "wrong speaker", "changed quotation", "changed figure", "attribution dropped", "not in the article"
]


class Span(NamedTuple):
    """A half-open range of code points: ``text[start:end]``."""

    start: int
    end: int
