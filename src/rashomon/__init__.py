"""Rashomon compares many outlets' reports of one event, claim by claim, with the exact words as evidence.

    import rashomon

    comparison = rashomon.compare(["saved/*.html", "https://example.org/report"])
    for facet in comparison.stories[0].facets:
        print(facet.status, facet.question)

Only the model and the errors are loaded with the package; the rest is loaded at its first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rashomon.errors import (
    BadAddress,
    BadOutlets,
    BadRecord,
    BadSetting,
    Binary,
    Empty,
    FetchError,
    FetchFailed,
    InputError,
    NoText,
    NotFound,
    PrivateAddress,
    RashomonError,
    TooFewReports,
    TooLarge,
    Unreadable,
    UsageError,
)
from rashomon.model import (
    Attribution,
    Breakdown,
    Claim,
    Credit,
    Evidence,
    Exclusive,
    Facet,
    Figure,
    Link,
    Mention,
    Origin,
    Outlet,
    Page,
    Problem,
    Relation,
    Report,
    Series,
    SeriesRow,
    Span,
    Story,
    Variant,
)

if TYPE_CHECKING:
    from pathlib import Path

    from rashomon.app import Comparison

    __version__: str

__all__ = [
    "Attribution",
    "BadAddress",
    "BadOutlets",
    "BadRecord",
    "BadSetting",
    "Binary",
    "Breakdown",
    "Claim",
    "Comparison",
    "Credit",
    "Empty",
    "Evidence",
    "Exclusive",
    "Facet",
    "FetchError",
    "FetchFailed",
    "Figure",
    "InputError",
    "Link",
    "Mention",
    "NoText",
    "NotFound",
    "Origin",
    "Outlet",
    "Page",
    "PrivateAddress",
    "Problem",
    "RashomonError",
    "Relation",
    "Report",
    "Series",
    "SeriesRow",
    "Span",
    "Story",
    "TooFewReports",
    "TooLarge",
    "Unreadable",
    "UsageError",
    "Variant",
    "__version__",
    "compare",
]


def compare(inputs: str | Path | Report | Sequence[str | Path | Report], **settings: Any) -> Comparison:
    """Compare reports of one event.

    ``inputs`` are files, folders, patterns, http(s) addresses or Reports, or one of these.  ``settings`` are fields of
    ``rashomon.settings.Settings`` (``max_bytes=20_000_000``), over those of the environment, and
    ``outlets_file``, the path of a table of outlets.  What could not be read stands in the result's
    ``problems``.

    Raises TooFewReports when fewer than two reports can be compared, BadSetting when a setting does not
    exist or has a value that it cannot have, and BadOutlets when the table cannot be read.
    """
    from pathlib import Path

    from rashomon import app

    listed = [inputs] if isinstance(inputs, str | Path | Report) else inputs
    table = settings.pop("outlets_file", None)
    return app.compare(listed, app.configured(**settings), outlets_file=Path(table) if table is not None else None)


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("rashomon")
    if name == "Comparison":
        from rashomon.app import Comparison

        return Comparison
    raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
