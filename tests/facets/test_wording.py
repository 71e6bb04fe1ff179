"""Words inside quotation marks: which quotations are one, told in other words."""

from __future__ import annotations

import pytest

from rashomon.facets.answers import Answer
from rashomon.facets.relations import AGREE, compare
from rashomon.facets.wording import altered
from rashomon.model import Span
from tests.facets.made import LEXICON, claim, report

SAID = "Berger called it “the worst night that Orm has ever seen”."


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            SAID,
            "“This was the worst day that Orm has ever known,” said Berger.",
            ("the worst night that Orm has ever seen", "This was the worst day that Orm has ever known"),
        ),
        (SAID, 'Berger called it "the worst night that Orm has ever seen".', None),
        (SAID, "“The worst night,” said Berger.", None),
        (SAID, "“The ferry was never late in all my years here,” said Berger.", None),
        (SAID, "Berger called it the worst day that Orm has ever known.", None),
        ("A “well-kept old ship” sank.", "A “well kept old ship” sank.", None),
        ("It was “so late”.", "It was “too late”.", None),
        (
            "“One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen.”",
            "“One two three four five six seven eight nine ten eleven.” “One two three cats.”",
            None,
        ),
        (
            "“We ran and one two three four five six seven eight nine ten eleven twelve thirteen.”",
            "“We walked and one two three four five six seven eight nine ten eleven twelve thirteen.”",
            (
                "We ran and one two three four five six seven eight nine ten eleven …",
                "We walked and one two three four five six seven eight nine ten eleven …",
            ),
        ),
    ],
)
def test_altered(a: str, b: str, expected: tuple[str, str] | None) -> None:
    reports = {"a": report("a", a), "b": report("b", b)}
    x, y = (claim("t", id, span=Span(0, len(text)), sentence=Span(0, len(text))) for id, text in (("a", a), ("b", b)))
    assert altered(x, y, reports) == expected
    assert altered(y, x, reports) == (expected and expected[::-1])


def test_it_is_said() -> None:
    texts = {"a": SAID, "b": "Berger called it “the worst day that Orm has ever seen”."}
    answers = [
        Answer(claim("berger worst orm", id, span=Span(0, len(text)), sentence=Span(0, len(text))))
        for id, text in texts.items()
    ]
    found = compare(answers[0], answers[1], AGREE, {id: report(id, text) for id, text in texts.items()}, LEXICON)
    assert found.relation == "compatible"
    assert found.reason == (
        "The words inside the quotation marks differ: “the worst night that Orm has ever seen” and "
        "“the worst day that Orm has ever seen”."
    )
