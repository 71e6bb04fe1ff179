"""Who took a page's pictures, by marks and by the form of the words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml.html import document_fromstring

from rashomon.model import Report
from rashomon.sources.pictures import credits_of_pictures


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<figure><img><figcaption>The Ardan on Monday. (AP Photo/Jane Doe)</figcaption></figure>",
            ("(AP Photo/Jane Doe)",),
        ),
        (
            "<figure><figcaption>The Ardan.<span class='credit'>Jane Doe / AFP</span></figcaption></figure>",
            ("Jane Doe / AFP",),
        ),
        (
            "<figure><figcaption>The Ardan. <b>Photograph: Jane Doe/AP</b></figcaption></figure>",
            ("Photograph: Jane Doe/AP",),
        ),
        ("<div class='wp-caption-text'>The Ardan. Photo: Jane Doe</div>", ("Photo: Jane Doe",)),
        ("<p class='caption'>The Ardan</p><p class='caption'>Jane Doe/Reuters</p>", ("Jane Doe/Reuters",)),
        ("<span class='photo-credit'>Jane Doe</span>" * 2, ("Jane Doe",)),
        ("<figcaption>The ferry Ardan lies off Port Selm.</figcaption>", ()),
        ("<p>It was paid by credit. (AP Photo/Jane Doe)</p>", ()),
        ("<p class='credits-and-debts'>The town owes 41 million.</p>", ()),
        ("<figcaption class='credit'>" + "The Ardan lies off Port Selm. " * 200 + "</figcaption>", ()),
    ],
)
def test_captions(markup: str, expected: tuple[str, ...]) -> None:
    assert credits_of_pictures(document_fromstring(f"<html><body>{markup}</body></html>")) == expected


def test_a_report_has_them_and_its_text_has_not(report: Callable[..., Report]) -> None:
    words = "<p>The ferry Ardan ran aground off Port Selm on Monday, the harbour office of the town said again.</p>"
    figure = "<figure><img src='a.jpg'><figcaption>The Ardan <i>(Jane Doe/Reuters)</i></figcaption></figure>"
    later = words.replace("again", "later")
    page = f"<html><body><article><h1>Ferry aground</h1>{words}{figure}{later}</article></body></html>"
    found = report("a.html", page)
    assert found.photo_credits == ("(Jane Doe/Reuters)",)
    assert "Jane Doe" not in found.text
