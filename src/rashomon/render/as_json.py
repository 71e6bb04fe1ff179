"""A breakdown as JSON: public interface, versioned, described by breakdown.schema.json."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from rashomon.model import (
    Breakdown,
    Change,
    Check,
    Exclusive,
    Facet,
    Link,
    Mention,
    Origin,
    Relation,
    Report,
    Series,
    SeriesRow,
    Story,
    Variant,
)
from rashomon.render.safe import encodable

SCHEMA = "rashomon/breakdown/1"
CHECK_SCHEMA = "rashomon/check/1"

_STEERING = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")

Json = dict[str, Any]


def render(breakdown: Breakdown) -> str:
    """The breakdown as a JSON document with a newline at its end.

    A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD; offsets stay what they are.  Characters that
    steer a terminal or turn the direction of writing are escaped, which a parser undoes.
    """
    return _written(document(breakdown))


def render_checks(breakdown: Breakdown) -> str:
    """The checks of a breakdown alone, with the reports that they are about, as a JSON document of its own."""
    reports = [_report(report) for report in breakdown.reports]
    return _written({"schema": CHECK_SCHEMA, "reports": reports, "checks": [_check(c) for c in breakdown.checks]})


def _written(document: Json) -> str:
    text = encodable(json.dumps(document, ensure_ascii=False, indent=1))
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def document(breakdown: Breakdown) -> Json:
    """The breakdown as plain dicts and lists, keys in the order of the schema."""
    outlets = {report.id: report.outlet.name for report in breakdown.reports if report.outlet}
    return {
        "schema": SCHEMA,
        "reports": [_report(report) for report in breakdown.reports],
        "origins": [_origin(origin) for origin in breakdown.origins],
        "stories": [_story(story, outlets) for story in breakdown.stories],
        "checks": [_check(check) for check in breakdown.checks],
    }


def schema() -> str:
    """The JSON Schema (draft 2020-12) of the document, as text."""
    return files("rashomon.render").joinpath("breakdown.schema.json").read_text(encoding="utf-8")


def _report(report: Report) -> Json:
    return {
        "id": report.id,
        "input": report.input,
        "source_id": report.source_id,
        "outlet": report.outlet.name if report.outlet else None,
        "country": report.country,
        "language": report.language,
        "title": report.title,
        "url": report.url,
        "byline": report.byline,
        "published": report.published,
        "updated": report.updated,
        "kind": report.kind,
        "of": report.of,
        "text": report.text,
        "credits": [{"agency": credit.agency, "quote": credit.quote} for credit in report.credits],
        "photo_credits": list(report.photo_credits),
        "removed": [{"quote": removed.quote, "reason": removed.reason} for removed in report.removed],
        "doubts": list(report.doubts),
    }


def _check(check: Check) -> Json:
    there = check.article_span
    return {
        "report": check.report,
        "start": check.span.start,
        "end": check.span.end,
        "quote": check.quote,
        "verdict": check.verdict,
        "article": check.article,
        "article_start": there.start if there else None,
        "article_end": there.end if there else None,
        "article_quote": check.article_quote,
        "reason": check.reason,
    }


def _origin(origin: Origin) -> Json:
    return {
        "id": origin.id,
        "agency": origin.agency,
        "reports": list(origin.reports),
        "links": [_link(link) for link in origin.links],
        "also": list(origin.also),
        "changes": [_change(change) for change in origin.changes],
    }


def _link(link: Link) -> Json:
    return {
        "reports": list(link.reports),
        "kind": link.kind,
        "share": round(link.share, 4),
        "quote": link.quote,
        "reason": link.reason,
        "source": link.source,
        "confidence": round(link.confidence, 4),
    }


def _change(change: Change) -> Json:
    sides = zip(change.reports, change.spans, change.quotes, change.values, strict=True)
    return {
        "sides": [
            {"report": report, "start": span.start, "end": span.end, "quote": quote, "value": value}
            for report, span, quote, value in sides
        ],
        "reason": change.reason,
    }


def _story(story: Story, outlets: Mapping[str, str]) -> Json:
    return {
        "id": story.id,
        "title": story.title,
        "reports": list(story.reports),
        "facets": [_facet(facet) for facet in story.facets],
        "exclusives": [_exclusive(exclusive) for exclusive in story.exclusives],
        "series": [_series(series, outlets) for series in story.series],
    }


def _facet(facet: Facet) -> Json:
    return {
        "id": facet.id,
        "question": facet.question,
        "kind": facet.kind,
        "status": facet.status,
        "variants": [_variant(variant) for variant in facet.variants],
        "relations": [_relation(relation) for relation in facet.relations],
    }


def _variant(variant: Variant) -> Json:
    return {
        "id": variant.id,
        "label": variant.label,
        "value": variant.value,
        "origins": variant.origins,
        "mentions": [_mention(mention) for mention in variant.mentions],
    }


def _mention(mention: Mention) -> Json:
    return {
        "report": mention.report,
        "start": mention.span.start,
        "end": mention.span.end,
        "quote": mention.quote,
        "answer": mention.answer,
        "speaker": mention.speaker,
        "cue": mention.cue,
        "via": mention.via,
    }


def _relation(relation: Relation) -> Json:
    return {"variants": list(relation.variants), "relation": relation.relation, "reason": relation.reason}


def _exclusive(exclusive: Exclusive) -> Json:
    return {
        "report": exclusive.report,
        "start": exclusive.span.start,
        "end": exclusive.span.end,
        "quote": exclusive.quote,
    }


def _series(series: Series, outlets: Mapping[str, str]) -> Json:
    return {
        "id": series.id,
        "question": series.question,
        "unit": series.unit,
        "parties": list(series.parties),
        "rows": [_row(row, outlets) for row in series.rows],
    }


def _row(row: SeriesRow, outlets: Mapping[str, str]) -> Json:
    return {
        "low": row.low,
        "high": row.high,
        "bound": row.bound,
        "label": row.label,
        "party": row.party,
        "speaker": row.mention.speaker,
        "as_of": row.as_of,
        "dated": row.dated,
        "time": row.time,
        "outlet": outlets.get(row.mention.report),
        "facet": row.facet,
        "variant": row.variant,
        "report": row.mention.report,
        "start": row.mention.span.start,
        "end": row.mention.span.end,
        "quote": row.mention.quote,
    }
