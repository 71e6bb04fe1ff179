"""A breakdown as what the page shows, in the order in which it shows it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model import Breakdown, Problem, Story
from rashomon.render.agreement import extent, not_compared, not_compared_sentence, state_of_agreement
from rashomon.render.html.checks import SummaryView, summaries
from rashomon.render.html.facets import Exclusives, FacetView, exclusives, facets
from rashomon.render.html.index import Index, index
from rashomon.render.html.labels import KINDS, STATES, State
from rashomon.render.html.matrix import Matrix, matrices
from rashomon.render.html.origins import OriginView, origins
from rashomon.render.html.reports import ReportView, reports
from rashomon.render.safe import line
from rashomon.render.words import count


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter: its value, its words and how many facets (or exclusives) it leaves."""

    value: str
    name: str
    number: int
    sign: str = ""


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story: ``tally`` holds its (number, noun) of reports, outlets, countries and origins.

    ``states`` counts its facets by status, and its exclusives.
    """

    id: str
    title: str
    state: str
    tally: tuple[tuple[str, str], ...]
    states: tuple[Choice, ...]
    facets: tuple[FacetView, ...]
    matrices: tuple[Matrix, Matrix]
    exclusives: tuple[Exclusives, ...]
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template needs."""

    title: str
    stories: tuple[StoryView, ...]
    number: int
    states: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    reports: tuple[ReportView, ...]
    origins: tuple[OriginView, ...]
    left_out: tuple[ReportView, ...]
    left_out_sentence: str
    problems: tuple[Problem, ...]
    problems_sentence: str
    legend: tuple[State, ...]
    summaries: tuple[SummaryView, ...]


def page(breakdown: Breakdown) -> Page:
    """The view of a breakdown."""
    at = index(breakdown)
    stories = tuple(_story(at, position, story) for position, story in enumerate(breakdown.stories))
    shown, every = reports(at), tuple(facet for story in stories for facet in story.facets)
    return Page(
        title=_title(breakdown),
        stories=stories,
        number=len(every),
        states=(Choice("all", "All", len(every)), *_states(every, tuple(g for s in stories for g in s.exclusives))),
        kinds=_kinds(every),
        reports=shown,
        origins=origins(at, shown),
        left_out=tuple(view for view in shown if view.why_not),
        left_out_sentence=not_compared_sentence(breakdown) if not_compared(breakdown) else "",
        problems=breakdown.problems,
        problems_sentence=_unread(breakdown),
        legend=tuple(STATES.values()),
        summaries=summaries(breakdown.checks, [report.id for report in breakdown.reports], shown),
    )


def _title(breakdown: Breakdown) -> str:
    if not breakdown.stories:
        return "No two reports could be compared"
    if len(breakdown.stories) == 1:
        return line(breakdown.stories[0].title)
    return f"{len(breakdown.stories)} stories"


def _unread(breakdown: Breakdown) -> str:
    inputs = len({problem.input for problem in breakdown.problems})
    verb = "was" if inputs == 1 else "were"
    return f"{count(inputs, 'input')} {verb} not read, wholly or in part." if inputs else ""


def _story(at: Index, position: int, story: Story) -> StoryView:
    views, lone = facets(at, position, story), exclusives(at, position, story)
    counts = (part.split(" ", 1) for part in extent(at.breakdown, story))
    return StoryView(
        id=f"s{position + 1}",
        title=line(story.title),
        state=state_of_agreement(at.breakdown, story),
        tally=tuple((number, noun) for number, noun in counts),
        states=_states(views, lone),
        facets=views,
        matrices=matrices(at, story, views),
        exclusives=lone,
        spellings=tuple(line(reason) for reason in story.spellings),
    )


def _states(facets: tuple[FacetView, ...], lone: tuple[Exclusives, ...]) -> tuple[Choice, ...]:
    found = [facet.state.key for facet in facets]
    choices = [Choice(state.key, state.word, found.count(state.key), state.sign) for state in STATES.values()]
    return (*choices, Choice("only", "Only in one", sum(len(group.claims) for group in lone), "①"))


def _kinds(facets: tuple[FacetView, ...]) -> tuple[Choice, ...]:
    found = [facet.kind for facet in facets]
    choices = [Choice(kind, name, found.count(kind)) for kind, name in KINDS.items() if kind in found]
    return (Choice("all", "All kinds", len(found)), *choices)
