"""What a reader found in a file, before the outlet, the language and the credits are settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rashomon.errors import InputError
from rashomon.model import Removed, ReportKind


@dataclass(frozen=True, slots=True)
class Draft:
    """One report as its file has it.  ``body`` is the offset of the article proper in ``text``.

    ``outlet`` is what a record or a header line says, ``site`` the weaker word of a page on itself.
    """

    text: str
    body: int = 0
    title: str | None = None
    source_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    site: str | None = None
    country: str | None = None
    language: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    kind: ReportKind = "article"
    photo_credits: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()


class Found(NamedTuple):
    """A reader's result: the drafts in their order, and an error for each part that is no report."""

    drafts: tuple[Draft, ...]
    errors: tuple[InputError, ...] = ()


def with_headline(title: str | None, text: str) -> tuple[str, int]:
    """The report's text, headline first, and the offset of its body.

    A headline that the text already starts with is not written twice.
    """
    if not title:
        return text, 0
    if text.startswith(title) and (len(text) == len(title) or text[len(title)] == "\n"):
        rest = text[len(title) :].lstrip()
        return (text, len(text) - len(rest)) if rest else (text, 0)
    return f"{title}\n\n{text}", len(title) + 2
