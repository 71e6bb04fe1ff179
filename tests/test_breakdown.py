"""The whole core: agreement, difference, copies, languages; whatever the text and its order."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import langs
from rashomon.breakdown import breakdown, can_read
from rashomon.claims import claims
from rashomon.model import Breakdown, Exclusive, Facet, Mention, Report
from rashomon.render.as_json import render
from tests.reports import FERRY, FRENCH, TIDE, outlet, report

LEXICON = langs.load()
WORD = re.compile(r"\w+(?:[.,]\d+)*")  # how the public scorer counts words
FEW = "Nine passengers were injured when the ferry ran aground off Collmoor."
MANY = "Fourteen passengers were injured when the ferry ran aground off Collmoor."

SHARED = "The Marsh Lark carried a load of sheep to the market at Fenwick."


def asked(made: Breakdown, kind: str) -> list[Facet]:
    return [facet for story in made.stories for facet in story.facets if facet.kind == kind]


def quoted(made: Breakdown) -> list[Mention | Exclusive]:
    facets = [facet for story in made.stories for facet in story.facets]
    mentions = [mention for facet in facets for variant in facet.variants for mention in variant.mentions]
    return [*mentions, *(exclusive for story in made.stories for exclusive in story.exclusives)]


@pytest.mark.parametrize(
    ("a", "b", "dates", "status", "labels"),
    [
        (FEW, FEW.replace("when", "as"), ("", ""), "agree", ["Nine passengers"]),
        (FEW, MANY, ("", ""), "conflict", ["Nine passengers", "Fourteen passengers"]),
        (FEW, MANY, ("2031-03-01", "2031-03-02"), "update", ["Nine passengers", "Fourteen passengers"]),
        (FEW, MANY, ("2031-03-02", "2031-03-01"), "conflict", ["Fourteen passengers", "Nine passengers"]),
        (
            FEW.replace("Nine", "At least nine"),
            MANY,
            ("", ""),
            "compatible",
            ["At least nine passengers", "Fourteen passengers"],
        ),
    ],
)
def test_a_toll(a: str, b: str, dates: tuple[str, str], status: str, labels: list[str]) -> None:
    made = breakdown([report("a", a, published=dates[0] or None), report("b", b, published=dates[1] or None)])
    (facet,) = asked(made, "quantity")
    assert (facet.question, facet.status) == ("How many passengers were injured?", status)
    assert [variant.label for variant in facet.variants] == labels
    assert [relation.relation for relation in facet.relations] == ([] if status == "agree" else [status])


def test_a_toll_without_a_place() -> None:
    a, b = (text.replace(" off Collmoor", "") for text in (FEW, MANY))
    assert [facet.status for facet in asked(breakdown([report("a", a), report("b", b)]), "quantity")] == ["conflict"]


def test_the_toll_of_two_reports() -> None:
    made = breakdown([report("a", FERRY), report("b", TIDE)])
    facet = made.stories[0].facets[0]
    assert (facet.question, facet.status) == ("How many passengers were injured?", "conflict")
    assert [variant.mentions[0].speaker for variant in facet.variants] == ["harbour master Odo Brint", "coast guard"]


@pytest.mark.xfail(reason="a line break always ends a sentence, also in a text with hard line breaks")
def test_the_toll_of_a_text_with_hard_line_breaks() -> None:
    wrapped = FERRY.replace("passengers were", "passengers\nwere")
    made = breakdown([report("a", wrapped), report("b", TIDE)])
    assert "How many passengers were injured?" in [facet.question for facet in asked(made, "quantity")]


@pytest.mark.xfail(reason="the words that name the speaker count as content, so two sayings of one speaker agree")
def test_one_speaker_who_says_two_things_does_not_agree() -> None:
    made = breakdown([report("a", FERRY), report("b", TIDE)])
    agreed = [facet for facet in asked(made, "statement") if facet.status == "agree"]
    assert [facet.question for facet in agreed] == []


def test_reports_whose_figures_exclude_each_other_do_not_agree() -> None:
    a, b = (text.replace(" off Collmoor", "") for text in (FEW, MANY))
    made = breakdown([report("a", f"{a} The ferry left Orm on Tuesday."), report("b", f"{b} The ferry left Orm late.")])
    agreed = [facet for story in made.stories for facet in story.facets if facet.status == "agree"]
    assert not any("injured" in facet.question for facet in agreed)


def test_a_day() -> None:
    a, b = (f"The ferry left Orm on {day} with a load of sheep." for day in ("Tuesday", "Friday"))
    made = breakdown([report("a", a), report("b", b), report("c", "Rain fell over Collmoor and the hills.")])
    (facet,) = asked(made, "time")
    assert (facet.status, [variant.label for variant in facet.variants]) == ("conflict", ["Tuesday", "Friday"])


MEETS = "The ferry company {} its owners in the Collmoor town hall."
CLOSES = "The ferry company {} the Collmoor crossing for repairs."


@pytest.mark.parametrize(
    ("form", "a", "b", "status"),
    [
        (MEETS, "will meet", "met", "update"),
        (MEETS, "is to meet", "is meeting", "update"),
        (MEETS, "will meet", "is to meet", "agree"),
        (MEETS, "met", "met", "agree"),
        ("The court in Fenwick found the pilot {} of sleeping at the wheel.", "guilty", "acquitted", "conflict"),
        ("The pilot of the Marsh Lark was {} asleep at the wheel.", "fast", "not", "compatible"),
        pytest.param(
            CLOSES,
            "will close",
            "closed",
            "update",
            marks=pytest.mark.xfail(reason="“closed” is no known word of what is over, so a plan and its deed agree"),
        ),
        pytest.param(
            "The pilot of the Marsh Lark was {} asleep at the wheel.",
            "fast",
            "not",
            "conflict",
            marks=pytest.mark.xfail(reason="a denial is no conflict: a rule for it was wrong more often than right"),
        ),
    ],
)
def test_plans_opposites_and_denials(form: str, a: str, b: str, status: str) -> None:
    made = breakdown([report("a", form.format(a)), report("b", form.format(b))])
    assert [facet.status for facet in asked(made, "other")] == [status]


WIRE = (
    f"{FEW} Boats from three villages brought the others ashore before dark. The tide was lower than anyone on the "
    "quay could remember. Crews will try to pull the ferry free at the next high water."
)


def test_a_copy_is_no_second_witness() -> None:
    agency = report("a", WIRE, outlet=outlet("Marsh Wire", "agency"))
    made = breakdown([agency, report("b", WIRE), report("c", FEW.replace("when", "as"))])
    assert {(origin.agency, frozenset(origin.reports)) for origin in made.origins} == {
        ("Marsh Wire", frozenset("ab")),
        (None, frozenset("c")),
    }
    facet = next(facet for facet in asked(made, "quantity") if "injured" in facet.question)
    (variant,) = facet.variants
    assert (variant.origins, sorted(mention.report for mention in variant.mentions)) == (2, ["a", "b", "c"])


def test_a_report_in_another_language_stands_in_no_story() -> None:
    made = breakdown([report("a", FERRY), report("b", TIDE), report("f", FRENCH, language="fr")])
    assert {one.id for one in made.reports} == {"a", "b", "f"}
    assert made.compared == {"a", "b"}
    assert made.origin_of("f").reports == ("f",)


@pytest.mark.parametrize(
    ("language", "expected"), [(None, True), ("en", True), ("en-GB", True), ("fr", False), ("", False), ("eng", False)]
)
def test_can_read(language: str | None, expected: bool) -> None:
    assert can_read(report("a", "", language=language)) is expected


@pytest.mark.parametrize("reports", [[], [report("a", FERRY)], [report("a", FERRY), report("f", "", language="fr")]])
def test_fewer_than_two_to_compare_make_no_story(reports: list[Report]) -> None:
    made = breakdown(reports)
    assert (made.stories, len(made.reports), len(made.origins)) == ((), len(reports), len(reports))


def test_empty_reports_make_an_empty_story() -> None:
    (story,) = breakdown([report("a", ""), report("b", " \n")]).stories
    assert (story.facets, story.exclusives, story.title) == ((), (), "Untitled story")


def test_bounds() -> None:
    full = breakdown([report("a", FERRY), report("b", TIDE)]).stories[0]
    cut = breakdown([report("a", FERRY), report("b", TIDE)], max_facets=1, max_exclusives=1).stories[0]
    assert len(full.facets) > 1
    assert (cut.facets, cut.exclusives) == (full.facets[:1], full.exclusives[:1])


def test_the_most_contested_comes_first() -> None:
    a = report("a", f"{SHARED} {FEW} {MEETS.format('will meet')}")
    b = report("b", f"{SHARED} {MANY} {MEETS.format('met')}")
    statuses = [facet.status for facet in breakdown([a, b]).stories[0].facets]
    assert {"conflict", "update", "agree"} <= set(statuses)
    assert statuses == sorted(statuses, key=["conflict", "update", "compatible", "agree"].index)


# -- whatever the text --

PIECES = (
    FERRY.replace("\n", " ").split(". ")
    + TIDE.replace("\n", " ").split(". ")
    + ["“It sank", "said Odo Brint.”", "12 were killed", "at least 40-45 km", "\n", "$5m", "", "{noun}", "\x00", "—"]
)
ANY = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=12).map(". ".join))


@settings(max_examples=50, deadline=None)
@given(st.lists(ANY, min_size=2, max_size=4))
def test_any_text_in_exact_words_out(texts: list[str]) -> None:
    reports = [report(f"r{n}", text) for n, text in enumerate(texts)]
    made = breakdown(reports)
    for found in quoted(made):
        text = made.report(found.report).text
        assert text[found.span.start : found.span.end] == found.quote != ""
        assert found.sentence.start <= found.span.start < found.span.end <= found.sentence.end
        assert len(found.quote.split()) <= 45
    assert sorted(id for origin in made.origins for id in origin.reports) == sorted(one.id for one in reports)
    assert json.loads(render(made))["schema"] == "rashomon/breakdown/1"


@settings(max_examples=50, deadline=None)
@given(ANY)
def test_claims_and_figures_stand_where_they_say(text: str) -> None:
    for claim in claims(report("r", text), LEXICON):
        assert 0 <= claim.sentence.start <= claim.span.start < claim.span.end <= claim.sentence.end <= len(text)
        for figure in claim.figures:
            words = text[figure.span.start : figure.span.end]
            assert claim.span.start <= figure.span.start < figure.span.end <= claim.span.end
            assert words.split() == figure.label.split()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([*WORD.findall(FERRY), "41", "3.5", "1,000", "and", "which", ",", ";"]), max_size=200))
def test_a_quote_has_at_most_45_words(words: list[str]) -> None:
    text = " ".join(words) + "."
    made = breakdown([report("a", text), report("b", text + " " + FERRY)])
    for found in quoted(made):
        assert len(found.quote.split()) <= 45
        assert len(WORD.findall(found.quote)) <= 45


@settings(max_examples=25, deadline=None)
@given(st.lists(ANY, min_size=3, max_size=3), st.lists(st.sampled_from([None, "2031-03-01", "2031-03-02"]), min_size=3))
def test_the_order_of_reports_does_not_matter(texts: list[str], dates: list[str | None]) -> None:
    reports = [report(f"r{n}", text, published=dates[n]) for n, text in enumerate(texts)]
    assert len({render(breakdown(order)) for order in permutations(reports)}) == 1


ORDERED = [
    report("ferry", FERRY, title="Ferry runs aground", outlet=outlet("Marsh Courier"), published="2031-03-01"),
    report("tide", TIDE, title="Passengers rescued", outlet=outlet("Fen Post"), published="2031-03-02"),
    report("wire", WIRE, outlet=outlet("Marsh Wire", "agency")),
    report("copy", WIRE + " More soon.", outlet=outlet("Orm Herald")),
]


def test_every_order_gives_the_same_bytes() -> None:
    assert len({render(breakdown(order)) for order in permutations(ORDERED)}) == 1


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_every_process_gives_the_same_bytes(seed: str) -> None:
    code = (
        "from rashomon.breakdown import breakdown\nfrom rashomon.render.as_json import render\n"
        "from tests.test_breakdown import ORDERED\nimport sys\nsys.stdout.write(ascii(render(breakdown(ORDERED))))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(["src", "."])}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == ascii(render(breakdown(ORDERED)))


# -- hostile text --

HOSTILE = {
    "stops": "a. " * 10_000,
    "initials": "A." * 5_000,
    "words and stops": "Boat sank. " * 2_000,
    "straight quotes": '"' * 3_000,
    "opened quotes": "“" * 10_000,
    "single quotes": "‘a " * 1_500,
    "digit": "5" * 5_000,
    "digits": "5 " * 5_000,
    "thousands": "5," * 5_000,
    "brackets": "(" * 5_000 + ")" * 5_000,
    "nulls": "\x00" * 10_000,
    "right to left": "\u202eabc \u05d0\u05d1\u05d2 " * 1_000,
    "exclamation": "!" * 3_000,
    "ellipsis": "…" * 3_000,
    "number words": "hundred and " * 4_000,
    "compound": "a-" * 10_000,
    "reporting verbs": "he said, " * 3_000,
    "names": "Ann Bo, " * 3_000,
    "one word": "a" * 100_000,
    "white space": " \t" * 20_000,
    "lines": "\n" * 20_000,
    "surrogates": "\ud800 boat " * 1_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read(text: str) -> None:
    made = breakdown([report("a", text), report("b", FERRY), report("c", TIDE)])
    assert len(made.stories[0].reports) == 3
    assert asked(made, "quantity")
    assert all(made.report(m.report).text[m.span.start : m.span.end] == m.quote for m in quoted(made))
    assert render(made).encode("utf-8")
