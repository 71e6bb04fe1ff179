"""The answers of one facet as variants: what says the same stands together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.facets.answers import Answer, answer_text, mention
from rashomon.facets.relations import Judged
from rashomon.facets.surroundings import Place
from rashomon.model import Figure, Report, Span, Variant

Compared = Mapping[tuple[int, int], Judged]


def split(answers: Sequence[Answer], compared: Compared) -> list[list[int]]:
    """The answers (by position) in groups that say the same, the group of most reports first.

    ``compared`` holds each pair (a, b) of answers with a < b.  An answer joins a group when it agrees
    with one of its answers and is at odds with none.
    """
    groups: list[list[int]] = []
    for at in range(len(answers)):
        home = next((held for held in groups if _fits([compared[other, at].relation for other in held])), None)
        if home is None:
            groups.append([at])
        else:
            home.append(at)
    return sorted(groups, key=lambda held: (-len({answers[at].claim.report for at in held}), held))


def _fits(relations: Sequence[str]) -> bool:
    return 2 * list(relations).count("agree") >= len(relations) and not {"update", "conflict"} & set(relations)


def variant(
    id: str,
    answers: Sequence[Answer],
    reports: Mapping[str, Report],
    origin: Mapping[str, str],
    quotable: Mapping[Place, Span],
) -> Variant:
    """The variant of answers that say the same; ``quotable`` gives the words to quote for each claim."""
    places = [(answer.claim.report, answer.claim.span) for answer in answers]
    mentions = tuple(
        mention(answer, reports[place[0]], quotable.get(place, place[1]))
        for answer, place in zip(answers, places, strict=True)
    )
    labels = Counter(answer_text(answer, reports[answer.claim.report]) for answer in answers)
    figure, time = answers[0].figure, answers[0].time
    return Variant(
        id=id,
        label=min(labels, key=lambda label: (-labels[label], len(label), label)),
        value=_value(figure) if figure else time.value if time else None,
        origins=len({origin[m.report] for m in mentions}),
        mentions=mentions,
    )


def _value(figure: Figure) -> str:
    """The interval in its base unit: "41", "40-45", "40-" without an upper limit."""
    low = f"{figure.low:g}" if figure.low < 1e15 else f"{figure.low:.0f}"
    low = low if "e" not in low else f"{figure.low:.0f}"
    unit = f" {figure.unit}" if figure.unit else ""
    if figure.high == figure.low:
        return f"{low}{unit}"
    return f"{low}-{'' if figure.high is None else f'{figure.high:.10g}'}{unit}"
