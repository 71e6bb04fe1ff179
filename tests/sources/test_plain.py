"""Plain text and Markdown: the title, the header lines, the offset of the body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model import Report

BODY = "The bridge was closed on Monday, the town said. It will open again in May."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Bridge closed for repair\n{BODY}", "Bridge closed for repair"),
        (f"Bridge closed for repair\n\n{BODY}", "Bridge closed for repair"),
        (f"Will the bridge open again?\n\n{BODY}", None),
        (f"“The bridge is closed.”\n\n{BODY}", None),
        (f"Mayor: ‘The bridge is closed’\n\n{BODY}", "Mayor: ‘The bridge is closed’"),
        ("Bridge closed for repair", None),
        (f"{'Bridge ' * 40}\n\n{BODY}", None),
        (BODY, None),
    ],
)
def test_first_line_as_title(report: Callable[..., Report], text: str, title: str | None) -> None:
    found = report("a.txt", text)
    assert found.title == title
    assert found.text.startswith(title or text.split()[0])
    assert found.text[found.body :].startswith(BODY if title else text.split()[0])


def test_headers_are_metadata_and_leave_the_text(report: Callable[..., Report]) -> None:
    head = (
        "url: https://www.theguardian.com/world/bridge\nTitle: Bridge closed\n"
        "PUBLISHED: Mon, 02 Jun 2025 10:00:00 GMT\n"
        "Updated: 2025-06-03\nByline: Jane Doe\nCountry: Ireland\nLanguage: en_GB\n"
    )
    found = report("a.txt", f"{head}\n{BODY}")
    assert found.text == f"Bridge closed\n\n{BODY}"
    assert found.text[found.body :] == BODY
    assert (found.published, found.updated) == ("2025-06-02T10:00:00Z", "2025-06-03")
    assert (found.byline, found.country, found.language) == ("Jane Doe", "IE", "en-GB")
    assert found.outlet is not None
    assert (found.outlet.name, found.outlet.kind) == ("The Guardian", "newspaper")


@pytest.mark.parametrize(
    "text",
    [
        f"---\ntitle: Bridge closed\noutlet: The Valley Post\ncountry: nz\n---\n\n{BODY}",
        f"OUTLET: The Valley Post\nCOUNTRY: New Zealand\n\n# Bridge closed\n\n{BODY}",
        f"---\noutlet: 'The Valley Post'\ncountry: NZ\nweather: fair\n---\n# Bridge closed #\n{BODY}",
    ],
)
def test_markdown(report: Callable[..., Report], text: str) -> None:
    found = report("a.md", text)
    assert found.text == f"Bridge closed\n\n{BODY}"
    assert found.outlet is not None
    assert (found.outlet.name, found.country, found.title) == ("The Valley Post", "NZ", "Bridge closed")


def test_a_file_without_any_of_it_has_no_outlet(report: Callable[..., Report]) -> None:
    found = report("a.txt", BODY)
    assert (found.outlet, found.country, found.url, found.published) == (None, None, None, None)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("The mayor’s cafÃ© is closed â€” for now.", "The mayor’s café is closed — for now."),
        ("“Closed”, she said…\r\n\r\n\r\n\r\nIt rained.  \r\n", "“Closed”, she said…\n\nIt rained."),
        ("\ufeffIt rained.", "It rained."),
        ("It rained,\tshe\u00a0said.", "It rained,\tshe\u00a0said."),
    ],
)
def test_repaired_before_offsets(report: Callable[..., Report], raw: str, text: str) -> None:
    assert report("a.txt", raw).text == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("cp1252", "It rained in the café, she said."), ("utf-16", "It rained."), ("utf-8-sig", "It rained.")],
)
def test_encodings(report: Callable[..., Report], encoding: str, text: str) -> None:
    assert report("a.txt", text.encode(encoding)).text == text
