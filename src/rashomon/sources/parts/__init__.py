"""Pages that hold several reports: aggregators, related articles, live blogs, versions of one article.

Told by structure and repeated patterns, never by the name of a site; what single sites do otherwise is data
(`layouts.toml` and the user's own file).  An ordinary article stays whole.
"""

from __future__ import annotations

from rashomon.sources.parts.aggregated import aggregated
from rashomon.sources.parts.drafts import drafts
from rashomon.sources.parts.layouts import Layouts, load_layouts
from rashomon.sources.parts.live import live
from rashomon.sources.parts.markup import split_html
from rashomon.sources.parts.part import Parts
from rashomon.sources.parts.related import related
from rashomon.sources.parts.versions import versions

__all__ = ["Layouts", "drafts", "load_layouts", "split_html", "split_text"]


def split_text(text: str, layouts: Layouts) -> Parts | None:
    """The reports of a text; None when it is one report."""
    return aggregated(text, layouts) or related(text, layouts) or versions(text, layouts) or live(text)
