"""A breakdown as one HTML file that can be mailed: it asks for nothing and runs without JavaScript."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from rashomon.model import Breakdown
from rashomon.render.html.assets import Assets, assets
from rashomon.render.html.charts import SHAPES
from rashomon.render.html.page import page
from rashomon.render.safe import encodable

__all__ = ["render"]


def render(breakdown: Breakdown) -> str:
    """The whole report as one HTML document, ready to be written as UTF-8.

    All text of reports is escaped and all addresses but http(s) are dropped; a content-security
    policy allows only the style sheet and the script that stand in the document.  The same
    breakdown gives the same document.
    """
    template, parts = _environment().get_template("report.html.j2"), _assets()
    return encodable(template.render(page=page(breakdown), assets=parts))


@cache
def _environment() -> Environment:
    loader = PackageLoader("rashomon.render.html")
    made = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    made.globals["shapes"] = SHAPES
    return made


@cache
def _assets() -> Assets:
    return assets()
