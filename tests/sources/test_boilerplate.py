"""What a page holds beside its article: what goes, what stays, and that nothing is lost unseen."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.sources import load_outlets
from rashomon.sources.boilerplate import clean
from rashomon.sources.draft import Draft
from rashomon.sources.reports import report_of

FIRST = "The ferry Ardan ran aground off Port Selm on Monday, and 41 people were taken ashore."
LAST = "The harbour office said that it would raise the ship in May."
AGENCIES = load_outlets().agencies


def cleaned(line: str, title: str | None = None) -> Draft:
    """A report with a line between two sentences, and a headline, cleaned."""
    head = f"{title}\n\n" if title else ""
    return clean(Draft(text=f"{head}{FIRST}\n\n{line}\n\n{LAST}", body=len(head), title=title), AGENCIES)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT Continue reading the main story",
        "Sponsor Message",
        "Story continues below advertisement",
        "Sign up for the Selm Morning newsletter and never miss a story",
        "Get the Harbour Briefing delivered to your inbox every day",
        "Subscribe to The Selm Courier for as little as 2 crowns a month",
        "Follow the Selm Courier’s coverage of the grounding at https://courier.example/ardan",
        "Follow us on Facebook and Instagram",
        "• Share this article",
        "Facebook Twitter WhatsApp Email",
        "Read more: How the Ardan was built",
        "ALSO READ | Ferries of the western isles",
        "Also read: Why the lights of the harbour went out",
        "Why the lights of Port Selm went out Read more",
        "(RELATED: Captain of the Ardan is known in Selm)",
        "PHOTOS: The Ardan on the rocks",
        "Related Articles",
        "CLICK HERE TO GET THE COURIER APP",
        "Download the Courier app for live updates",
        "Leave a Reply",
        "Your e-mail address will not be published, nor given to anybody",
        "Required fields are marked *",
        "No comments yet...",
        "What do you think about the ferry? Tell us in the comments below.",
        "We use cookies to give you the best experience on our website. By continuing you agree to this.",
        "This site is protected by reCAPTCHA and the Google Privacy Policy",
        "© 2025 The Selm Courier. All rights reserved.",
        "This material may not be published, broadcast or redistributed.",
        "This article is more than 3 years old",
        "4 min read",
        "___",
        "* * *",
        FIRST,
    ],
)
def test_lines_that_go(line: str) -> None:
    draft = cleaned(line)
    assert draft.text == f"{FIRST}\n\n{LAST}"
    assert [removed.quote for removed in draft.removed] == [line]
    assert draft.removed[0].reason


@pytest.mark.parametrize(
    "line",
    [
        "“Sign up for the rescue course,” the mayor told the islanders.",
        "Follow-up checks of the ferry’s engine found that its pump had failed on Sunday.",
        "He advertised the ferry as the safest of the isles.",
        "Two readers wrote on Twitter that they had seen the ship list.",
        "The company shared this account of the accident with its insurers.",
        "Read the letter of the captain, the mayor said, and you will know more.",
        "Comments by the owner were not to be had on Monday.",
        "The picture that the harbour office took at noon shows the Ardan on its side.",
        "Related services to the islands were stopped as well, the company said.",
        "More than 40 people were on board.",
        "The storm (see the photo of Monday) had passed by then.",
        "Subscribers of the harbour’s alarm service were warned at 6 a.m.",
        "Email",
        "Search",
        "What’s next",
        "The Associated Press contributed to this report.",
        "With PTI inputs",
        "Source: AFP",
        "PORT SELM (AP) — The ferry was still aground on Tuesday.",
        "41",
    ],
)
def test_lines_that_stay(line: str) -> None:
    draft = cleaned(line)
    assert draft.text == f"{FIRST}\n\n{line}\n\n{LAST}"
    assert not draft.removed
    assert not draft.photo_credits


@pytest.mark.parametrize(
    ("line", "rest", "credit"),
    [
        (f"{LAST[:-1]} (AP Photo/Jane Doe)", LAST[:-1], "(AP Photo/Jane Doe)"),
        ("The Ardan lists. (Jane Doe/Reuters) It fell later.", "The Ardan lists. It fell later.", "(Jane Doe/Reuters)"),
        ("The Ardan on Monday. Photograph: Jane Doe/AP", "The Ardan on Monday.", "Photograph: Jane Doe/AP"),
        ("The Ardan on Monday. REUTERS/Jane Doe", "The Ardan on Monday.", "REUTERS/Jane Doe"),
        (
            "Image copyright Getty Images Image caption The Ardan",
            "The Ardan",
            "Image copyright Getty Images Image caption",
        ),
        ("Photo: Selm Harbour Office", None, "Photo: Selm Harbour Office"),
        ("toggle caption Jane Doe/AP", None, "toggle caption Jane Doe/AP"),
        ("Jane Doe/AFP via Getty Images", None, "Jane Doe/AFP via Getty Images"),
        ("Image: Jane Doe via Getty", None, "Image: Jane Doe via Getty"),
    ],
)
def test_credits_of_pictures(line: str, rest: str | None, credit: str) -> None:
    draft = cleaned(line)
    assert draft.text == "\n\n".join(part for part in (FIRST, rest, LAST) if part)
    assert draft.photo_credits == (credit,)
    assert not draft.removed


@pytest.mark.parametrize(
    ("line", "rest", "gone"),
    [
        ("He lives in Selm. Follow him on Twitter @selm.", "He lives in Selm.", "Follow him on Twitter @selm."),
        ("The ship was old. Read More", "The ship was old.", "Read More"),
        ("The ship (RELATED: Old ships of Selm) was old.", "The ship was old.", "(RELATED: Old ships of Selm)"),
        ("Facebook Twitter Pinterest The Ardan at noon", "The Ardan at noon", "Facebook Twitter Pinterest"),
    ],
)
def test_pieces_that_go(line: str, rest: str, gone: str) -> None:
    draft = cleaned(line)
    assert draft.text == f"{FIRST}\n\n{rest}\n\n{LAST}"
    assert [removed.quote for removed in draft.removed] == [gone]


GALLERY = " ".join(f"Photos: The ferry at sea {n} Boats by night. Hide Caption {n} of 4" for n in range(1, 5))


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        (GALLERY, True),
        (GALLERY.replace("Hide Caption", "Image"), True),
        ("Boats by night. Image 1 of 4 Boats by day. Image 3 of 4 A quay. Image 2 of 4", False),
        ("Crew 1 of 4 came first, crew 2 of 4 was late, and crew 3 of 4 never left.", False),
    ],
)
def test_captions_of_a_gallery_go(line: str, goes: bool) -> None:
    made = cleaned(line)
    assert (line not in made.text) is goes
    assert any(gone.reason == "captions of a photo gallery" for gone in made.removed) is goes


def test_labels_go_in_company_only() -> None:
    assert cleaned("Name\nEmail\nWebsite").text == f"{FIRST}\n\n{LAST}"
    assert cleaned("Leave a Reply\nName").text == f"{FIRST}\n\n{LAST}"
    assert "Name\nEmail" in cleaned("Name\nEmail").text


def test_a_menu_before_the_text_goes() -> None:
    menu = "\n".join(f"Harbour of isle {n}" for n in range(10))
    draft = clean(Draft(text=f"{menu}\n{FIRST}\n{menu}\n{LAST}"))
    assert draft.text == f"{FIRST}\n{menu}\n{LAST}"
    assert len(draft.removed) == 10
    assert clean(Draft(text=f"{menu[:-20]}\n{FIRST}")).text.startswith("Harbour of isle 0")
    assert clean(Draft(text=menu)).text == menu


def test_a_paragraph_that_comes_thrice_is_a_form_and_stays() -> None:
    assert clean(Draft(text=f"{FIRST}\n{LAST}\n{FIRST}\n{LAST}\n{FIRST}")).text == f"{FIRST}\n{LAST}\n{FIRST}\n{FIRST}"


def test_a_copyright_line_keeps_the_agency() -> None:
    line = "Copyright 2025 The Associated Press. All rights reserved. Whoever prints it again needs our leave."
    report = report_of(cleaned(line), "a.txt", load_outlets())
    assert report.text == f"{FIRST}\n\nCopyright 2025 The Associated Press\n\n{LAST}"
    assert [(credit.agency, credit.quote) for credit in report.credits] == [
        ("Associated Press", "Copyright 2025 The Associated Press")
    ]
    assert report.text[report.credits[0].span.start : report.credits[0].span.end] == report.credits[0].quote


def test_the_headline_stands_once_and_the_body_moves_with_it() -> None:
    draft = cleaned("Ferry aground", title="Ferry aground")
    assert draft.text == f"Ferry aground\n\n{FIRST}\n\n{LAST}"
    assert draft.text[draft.body :].startswith(FIRST)


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Published: Mon, 2 June 2025 13:26 IST | Updated: Jun 3", "2025-06-02", "2025-06-03"),
        ("First Published:\nJune 02, 2025, 13:26 UTC", "2025-06-02T13:26:00Z", None),
        ("Last updated 2 June 2025", None, "2025-06-02"),
        ("Published on Monday, the report names no culprit.", None, None),
        ("Updated at 5:34 p.m. ET", None, None),
    ],
)
def test_lines_that_date_the_report(line: str, published: str | None, updated: str | None) -> None:
    draft = cleaned(line)
    assert (draft.published, draft.updated) == (published, updated)
    assert (line in draft.text) == (not published and not updated)


def test_what_the_page_states_wins_over_its_lines() -> None:
    draft = clean(Draft(text=f"{FIRST}\nPublished: 3 June 2025", published="2025-06-02"))
    assert (draft.published, draft.text) == ("2025-06-02", FIRST)


def test_a_text_of_boilerplate_alone_is_left() -> None:
    draft = Draft(text="Advertisement\nSubscribe")
    assert clean(draft) == draft


LINES = [
    FIRST, LAST, "Advertisement", "Leave a Reply", "Name", "(AP Photo/X)", "The ship. Read more", "___", "© 2025 AP",
    "Copyright 2025 AP. All rights reserved.", "Enlarge this image toggle caption Ships. ", "Read more: a (Photo: b)",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES) | st.text("AaP. (/)\n:©", max_size=30), max_size=12))
def test_every_word_is_in_the_text_or_listed(lines: list[str]) -> None:
    draft = Draft(text=f"{FIRST}\n" + "\n".join(lines), body=4)
    after = clean(draft, AGENCIES)
    shown = [after.text, *after.photo_credits, *(removed.quote for removed in after.removed)]
    assert set(re.findall(r"\w+", draft.text)) == set(re.findall(r"\w+", " ".join(shown)))
    assert after.text.startswith(draft.text[:4])
    assert len(after.text) <= len(draft.text)


@pytest.mark.parametrize(
    "piece", ["(", "Follow us ", "Facebook ", "toggle caption ", ". Read more", "Name\n", "! ", "Photo: /"]
)
def test_long_runs_end(piece: str) -> None:
    text = FIRST + "\n" + piece * (400_000 // len(piece))
    assert clean(Draft(text=text), AGENCIES).text.startswith(FIRST[:20])
