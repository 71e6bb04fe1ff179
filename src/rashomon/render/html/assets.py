"""The style sheet and the script that stand in the document, and the policy that allows only them."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from markupsafe import Markup

STYLES = ("base.css", "matrix.css", "facets.css", "charts.css", "reports.css", "origins.css", "print.css")
SCRIPTS = ("report.js",)


@dataclass(frozen=True, slots=True)
class Assets:
    """What does not depend on the breakdown: ``style`` and ``script`` are the blocks' exact contents."""

    style: Markup
    script: Markup
    policy: str
    version: str


def assets() -> Assets:
    """The assets as the package ships them."""
    style, script = _joined(STYLES), _joined(SCRIPTS)
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    # The two blocks are this project's own files and hold no word of any report.
    return Assets(Markup(style), Markup(script), policy, _version())  # noqa: S704


def _joined(names: tuple[str, ...]) -> str:
    static = files("rashomon.render.html") / "static"
    return "\n".join((static / name).read_text(encoding="utf-8") for name in names)


def _hash(block: str) -> str:
    digest = hashlib.sha256(block.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _version() -> str:
    try:
        return version("rashomon")
    except PackageNotFoundError:
        return "(version unknown)"
