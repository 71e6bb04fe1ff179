"""A summary against its article: each kind of fault in a table, and what is none."""

from __future__ import annotations

import pytest

from rashomon import langs
from rashomon.breakdown import breakdown
from rashomon.checks import checks
from rashomon.model import Check
from rashomon.reading import choose
from tests.reports import report

ARTICLE = """Ferry runs aground off Collmoor

The ferry Marsh Lark ran aground off Collmoor on Tuesday with 112 passengers on board. At least 41 people were \
injured, harbour master Odo Brint said.

"We heard a crack, and then all the lights on the lower deck went out," said passenger Lise Hanning. “Nobody told \
us anything,” she added. “Nobody warned the passengers below deck,” she said.

The ferry company accused the port of Collmoor of hiding a sandbank from its captains. The company's spokeswoman, \
Tilda Marrow, said the crew had followed every rule.

The Norland transport ministry said that Collmoor expressed regret over the closed harbour. Repairs to the ferry \
are likely to take the whole winter.

The ferry company has stopped all crossings until Friday.
"""

READERS = ["trained", "none"]


def check(summary: str, article: str = ARTICLE, reader: str = "trained") -> tuple[Check, ...]:
    found = checks(report("summary", summary), [report("article", article)], langs.load("en"), choose.reader(reader))
    for one in found:
        assert summary[slice(*one.span)] == one.quote
        assert one.article_span is None or article[slice(*one.article_span)] == one.article_quote
        assert one.reason
    return found


def verdicts(summary: str, reader: str = "trained") -> list[str]:
    return [one.verdict for one in check(summary, reader=reader)]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("The ferry Marsh Lark ran aground off Collmoor on Tuesday with 112 passengers on board.", "supported"),
        ("The ferry Marsh Lark ran aground off Collmoor on Tuesday with 121 passengers on board.", "changed figure"),
        ("Harbour master Odo Brint said that at least 41 people were injured.", "supported"),
        ("Harbour master Odo Brint said that more than 40 people were injured.", "supported"),
        ("Harbour master Odo Brint said that 30 people were injured.", "changed figure"),
        ("At least 41 people were injured, Tilda Marrow said.", "wrong speaker"),
        ("At least 41 people were injured, the harbour master said.", "supported"),
        ("At least 41 people were injured, Brint said.", "supported"),
        ("At least 41 people were injured.", "attribution dropped"),
        ("He said that at least 41 people were injured.", "supported"),
        ("At least 41 people were reported injured.", "supported"),
        ("“We heard a crack, and then all the lights on the lower deck went out,” Hanning said.", "supported"),
        ("“We heard a bang, and then all the lights on the lower deck went out,” Hanning said.", "changed quotation"),
        ("“... then all the lights [aboard the ferry] went out,” said passenger Lise Hanning.", "supported"),
        ("“We heard a crack … all the lights on the lower deck went out,” Lise Hanning said.", "supported"),
        ("“WE HEARD A CRACK and then all the lights on the lower deck went out!” Hanning said.", "supported"),
        ("“Nobody warned the passengers below deck,” harbour master Odo Brint said.", "wrong speaker"),
        ("“Somebody told us anything,” Hanning said.", "changed quotation"),
        pytest.param(
            "“Nobody told us anything,” harbour master Odo Brint said.",
            "wrong speaker",
            marks=pytest.mark.xfail(strict=True, reason="a sentence of common words alone makes no claim"),
        ),
        ("The port of Collmoor hid a sandbank from the captains.", "attribution dropped"),
        ("Collmoor expressed regret over the closed harbour.", "attribution dropped"),
        ("The ferry company has stopped all crossings until Friday.", "supported"),
        ("At least 41 people were injured, a government lawyer said.", "wrong speaker"),
        ("Repairs to the ferry are likely to take the whole winter, an analyst said.", "wrong speaker"),
        ("The orchestra of Tellin opens its season with a concert for strings in the town hall.", "not in the article"),
    ],
)
def test_verdict(summary: str, expected: str, reader: str) -> None:
    assert verdicts(summary, reader) == [expected]


def test_a_headline_may_drop_a_plain_attribution() -> None:
    headline = "At least 41 people injured on ferry"
    summary = report("summary", f"{headline}\nAt least 41 people were injured.", body=len(headline))
    found = checks(summary, [report("article", ARTICLE)], langs.load("en"), choose.reader("trained"))
    assert [one.verdict for one in found] == ["supported", "attribution dropped"]


def test_two_faults_of_one_statement_are_two_rows() -> None:
    found = check("“We heard a bang, and then all the lights on the lower deck went out,” said Odo Brint.")
    assert [one.verdict for one in found] == ["changed quotation", "wrong speaker"]
    assert found[0].reason == "Inside quotation marks the summary has “bang” where the article has “crack”"
    assert "Odo Brint" in found[1].reason
    assert "Lise Hanning" in found[1].reason


def test_each_statement_has_its_own_row() -> None:
    summary = "The ferry company has stopped all crossings until Friday. At least 41 people were injured, Brint said."
    assert verdicts(summary) == ["supported", "supported"]


def test_a_statement_is_held_against_the_article_that_supports_it() -> None:
    other = report("other", "The orchestra of Tellin opens its season on Sunday with a concert for strings.")
    found = checks(
        report("summary", "The orchestra of Tellin opens its season on Sunday."),
        [report("article", ARTICLE), other],
        langs.load("en"),
    )
    assert [(one.verdict, one.article) for one in found] == [("supported", "other")]


@pytest.mark.parametrize("summary", ["", "\n \n", "…", "“", "Yes.", "\x00" * 50, "“”" * 500, "a.b" * 2_000])
def test_odd_summaries_raise_nothing(summary: str) -> None:
    assert all(one.quote for one in check(summary))


def test_odd_articles_raise_nothing() -> None:
    for article in ("", "“", "word " * 5_000, '"' * 3_000, "1 " * 3_000):
        check("At least 41 people were injured, Brint said.", article)


def test_nothing_without_an_article() -> None:
    assert checks(report("summary", "The ferry ran aground."), [], langs.load("en")) == ()


def test_a_breakdown_checks_the_summaries_of_its_articles() -> None:
    whole = report("article", ARTICLE)
    short = report("summary", "At least 52 people were injured, Brint said.", kind="summary", of="article")
    stray = report("stray", "At least 52 people were injured, Brint said.", kind="summary", of="gone")
    made = breakdown([whole, short, stray])
    assert [(one.report, one.article, one.verdict) for one in made.checks] == [("summary", "article", "changed figure")]


TOLL = """Ferry sinks off Collmoor

The ferry Marsh Lark sank off Collmoor on Tuesday, killing two people and injuring 41.

The port of Collmoor said that it had called the bridge twice. Tilda Marrow, the company's spokeswoman, said that \
nobody had called.
"""


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("The ferry Marsh Lark sank off Collmoor on Tuesday, killing 41 people.", "changed figure"),
        ("The ferry Marsh Lark sank off Collmoor on Tuesday, killing two people.", "supported"),
        ("Tilda Marrow denied that the port had called the bridge twice.", "supported"),
    ],
)
def test_a_toll_in_the_place_of_another_and_a_denial(summary: str, expected: str) -> None:
    assert [one.verdict for one in check(summary, TOLL)] == [expected]
