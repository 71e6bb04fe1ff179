"""The state of agreement of a story in one paragraph."""

from __future__ import annotations

from rashomon.langs import is_read
from rashomon.model import Breakdown, Change, Facet, Origin, Report, Status, Story
from rashomon.render.origins import origin_names
from rashomon.render.places import language_name
from rashomon.render.safe import line
from rashomon.render.words import count, listed

NAMED = 3
"""How many questions a sentence names before it only counts the others."""

SHORT = 40
"""Characters up to which an answer is short enough to be told in the paragraph."""


def state_of_agreement(breakdown: Breakdown, story: Story) -> str:
    """One paragraph of plain text (no markup, not escaped, one line).

    It says how many reports, outlets, countries and independent origins there are; how many questions
    two or more reports answer; which of them are contested and which changed; what is agreed, and
    whether that rests on one origin only; and which reports were not compared and why.
    """
    sentences = [_extent(breakdown, story), _questions(story), *_contested(story), *_agreed(story)]
    return line(" ".join(part for part in [*sentences, not_compared_sentence(breakdown)] if part))


def with_status(story: Story, status: Status) -> list[Facet]:
    """The story's facets with this status, in the story's order."""
    return [facet for facet in story.facets if facet.status == status]


def origins_of(breakdown: Breakdown, story: Story) -> list[Origin]:
    """The origins that have a report in the story, in the breakdown's order."""
    inside = set(story.reports)
    return [origin for origin in breakdown.origins if inside.intersection(origin.reports)]


def changes_of(breakdown: Breakdown, story: Story) -> list[Change]:
    """The numbers that copies of the story's texts have otherwise, in the breakdown's order."""
    inside = set(story.reports)
    return [change for origin in breakdown.origins for change in origin.changes if inside.issuperset(change.reports)]


def reports_of(breakdown: Breakdown, story: Story) -> list[Report]:
    """The story's reports, in the breakdown's order."""
    inside = set(story.reports)
    return [report for report in breakdown.reports if report.id in inside]


def not_compared(breakdown: Breakdown) -> list[Report]:
    """The reports that stand in no story, in the breakdown's order."""
    return [report for report in breakdown.reports if report.id not in breakdown.compared]


def why_not_compared(report: Report) -> str:
    """Why a report stands in no story, as the end of a sentence."""
    if report.language is None:
        return "its language is unknown"
    if not is_read(report.language):
        return f"it is in {language_name(report.language)}, which cannot be read yet"
    return "it tells of another event or has too little text"


def extent(breakdown: Breakdown, story: Story) -> list[str]:
    """How many reports, known outlets, known countries, independent origins and changed numbers; nothing for none."""
    return [part for part in _counts(breakdown, story).values() if part]


def _counts(breakdown: Breakdown, story: Story) -> dict[str, str]:
    reports = reports_of(breakdown, story)
    numbers = {
        "report": len(reports),
        "outlet": len({report.outlet.name for report in reports if report.outlet}),
        "country": len({report.country for report in reports if report.country}),
        "independent origin": len(origins_of(breakdown, story)),
        "number changed in a copy": len(changes_of(breakdown, story)),
    }
    return {noun: count(n, noun) if n else "" for noun, n in numbers.items()}


def _extent(breakdown: Breakdown, story: Story) -> str:
    counts = _counts(breakdown, story)
    reports = reports_of(breakdown, story)
    nowhere = sum(report.outlet is None for report in reports)
    stateless = sum(report.country is None for report in reports)
    doubts = [
        *(["no outlet is named"] if nowhere == len(reports) else []),
        *([f"the outlet of {nowhere} is unknown"] if 0 < nowhere < len(reports) else []),
        *([f"the country of {stateless} is unknown"] if stateless > nowhere else []),
    ]
    parts = [
        counts["report"] or "No report",
        f"from {counts['outlet']}" if counts["outlet"] else "",
        f"in {counts['country']}" if counts["country"] else "",
        f"({listed(doubts)})" if doubts else "",
    ]
    names = origin_names(breakdown, story.reports)
    origins = f", with {counts['independent origin']}: {names}" if counts["independent origin"] else ""
    changed = f" {counts['number changed in a copy']}." if counts["number changed in a copy"] else ""
    return f"{' '.join(part for part in parts if part)}{origins}.{changed}"


def _questions(story: Story) -> str:
    if not story.facets:
        return "No question of fact is answered by two or more reports."
    answered = "is answered" if len(story.facets) == 1 else "are answered"
    return f"{count(len(story.facets), 'question')} of fact {answered} by two or more reports."


def _contested(story: Story) -> list[str]:
    contested, changed = with_status(story, "conflict"), with_status(story, "update")
    sentences = []
    if contested:
        verb = "is" if len(contested) == 1 else "are"
        sentences.append(f"{len(contested)} {verb} contested{_naming(contested)}.")
    elif story.facets:
        sentences.append("None is contested.")
    if changed:
        verb = "has an answer that" if len(changed) == 1 else "have answers that"
        sentences.append(f"{len(changed)} {verb} changed as the event went on{_naming(changed)}.")
    return sentences


def _agreed(story: Story) -> list[str]:
    agreed = with_status(story, "agree")
    if not agreed:
        return ["All reports give the same answer to none of them."] if story.facets else []
    shared = sorted((f for f in agreed if f.variants[0].origins > 1), key=lambda facet: -facet.variants[0].origins)
    single = len(agreed) - len(shared)
    if not shared:
        verb = "is" if single == 1 else "are"
        return [f"{single} {verb} agreed, but by one origin only: no independent report confirms it."]
    verb = "is" if len(shared) == 1 else "are"
    sentences = [f"{len(shared)} {verb} agreed by two or more origins{_naming(shared)}."]
    if single:
        verb = "rests" if single == 1 else "rest"
        sentences.append(f"{single} more {verb} on one origin only, repeated.")
    return sentences


def _naming(facets: list[Facet]) -> str:
    """The first facets whose answers are short, with these, as the end of a sentence."""
    told = [facet for facet in facets if all(len(v.label) <= SHORT for v in facet.variants[:NAMED])][:NAMED]
    named = [f"{facet.question.rstrip('?.: ')} ({_answers(facet)})" for facet in told]
    more = len(facets) - len(named)
    return ": " + "; ".join([*named, f"and {more} more"] if more else named) if named else ""


def _answers(facet: Facet) -> str:
    labels = [variant.label for variant in facet.variants[:NAMED]]
    return " / ".join([*labels, "…"] if len(facet.variants) > NAMED else labels)


def not_compared_sentence(breakdown: Breakdown) -> str:
    """Which reports stand in no story, grouped by the reason; empty when there are none."""
    left_out = not_compared(breakdown)
    if not left_out:
        return ""
    reasons: dict[str, int] = {}
    for report in left_out:
        reasons[why_not_compared(report)] = reasons.get(why_not_compared(report), 0) + 1
    if len(left_out) == 1:
        return f"1 report was not compared: {why_not_compared(left_out[0])}."
    parts = [f"{n} because {reason}" if len(reasons) > 1 else reason for reason, n in sorted(reasons.items())]
    return f"{len(left_out)} reports were not compared: {listed(parts)}."
