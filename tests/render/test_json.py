"""The JSON document: its schema, its order of keys, and text that survives."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from rashomon.model import Breakdown, Exclusive, Span
from rashomon.render import as_json
from tests.render.sample import sample

SCHEMA = json.loads(as_json.schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

KEYS = {
    "reports": (
        "id input source_id outlet country language title url byline published updated kind of text credits "
        "photo_credits removed doubts"
    ),
    "origins": "id agency reports links also changes",
    "stories": "id title reports facets exclusives series",
    "facets": "id question kind status variants relations",
    "variants": "id label value origins mentions",
    "mentions": "report start end quote answer speaker cue via",
    "relations": "variants relation reason",
    "exclusives": "report start end quote",
    "series": "id question unit parties rows",
    "rows": ("low high bound label party speaker as_of dated time outlet facet variant report start end quote"),
    "links": "reports kind share quote reason source confidence",
    "changes": "sides reason",
    "sides": "report start end quote value",
    "credits": "agency quote",
    "removed": "quote reason",
}

ADDED = {
    "checks",
    "series",
    "of",
    "photo_credits",
    "removed",
    "doubts",
    "also",
    "changes",
    "source",
    "confidence",
}  # after the first documents of this version


def loaded(breakdown: Breakdown) -> dict[str, Any]:
    return json.loads(as_json.render(breakdown))


def objects(value: Any, name: str = "") -> list[tuple[str, dict[str, Any]]]:
    """Every object of a document with the key of the list that it stands in."""
    if isinstance(value, list):
        return [found for item in value for found in objects(item, name)]
    if not isinstance(value, dict):
        return []
    return [(name, value), *(found for key, item in value.items() for found in objects(item, key))]


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_part_of_the_schema_is_strict_and_described() -> None:
    for part in [SCHEMA, *SCHEMA["$defs"].values()]:
        assert part["additionalProperties"] is False
        added = ADDED | ({"reason"} if part is SCHEMA["$defs"]["link"] else set())
        assert part["required"] == [name for name in part["properties"] if name not in added]
        assert all("description" in described for described in part["properties"].values())


@pytest.mark.parametrize("breakdown", [sample(), Breakdown((), (), ())], ids=["sample", "nothing"])
def test_document_follows_the_schema(breakdown: Breakdown) -> None:
    VALIDATOR.validate(loaded(breakdown))


def test_a_document_without_what_was_added_is_one_too() -> None:
    document = loaded(sample())
    del document["stories"][0]["series"]
    for report in document["reports"]:
        del report["photo_credits"], report["removed"], report["doubts"]
    VALIDATOR.validate(document)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["schema"], "rashomon/breakdown/2"),
        (["more"], 1),
        (["reports", 0, "country"], "Canada"),
        (["reports", 0, "published"], "yesterday"),
        (["reports", 0, "kind"], "advert"),
        (["origins", 0, "links", 0, "share"], 1.5),
        (["stories", 0, "facets", 0, "status"], "disputed"),
        (["stories", 0, "facets", 0, "variants"], []),
        (["stories", 0, "facets", 0, "variants", 0, "mentions", 0, "start"], -1),
        (["stories", 0, "facets", 0, "relations", 0, "relation"], "agree"),
        (["stories", 0, "series", 0, "rows", 0, "as_of"], "noon"),
        (["stories", 0, "series", 0, "rows", 0, "bound"], "some"),
        (["stories", 0, "series", 0, "rows"], []),
    ],
)
def test_schema_refuses(path: list[str | int], value: object) -> None:
    document: Any = loaded(sample())
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not VALIDATOR.is_valid(document)


def test_keys_stand_in_the_order_of_the_interface() -> None:
    document = loaded(sample())
    assert list(document) == ["schema", "reports", "origins", "stories", "checks"]
    seen = {name for name, found in objects(document) if name}
    assert seen == set(KEYS)
    for name, found in objects(document):
        if name:
            assert list(found) == KEYS[name].split()


def test_every_quote_stands_at_its_offsets_after_a_round_trip() -> None:
    document = loaded(sample())
    texts = {report["id"]: report["text"] for report in document["reports"]}
    quotes = [found for name, found in objects(document) if name in {"mentions", "exclusives", "rows"}]
    assert len(quotes) > 30
    for found in quotes:
        assert texts[found["report"]][found["start"] : found["end"]] == found["quote"]


def test_text_is_utf8_with_a_final_newline_and_the_same_each_time() -> None:
    text = as_json.render(sample())
    assert text.endswith("}\n")
    assert "Diário" in text
    assert text.encode("utf-8") == as_json.render(sample()).encode("utf-8")


@pytest.mark.parametrize(
    ("hostile", "expected"),
    [
        ("a\ud800b", "a\ufffdb"),
        ("\ud83d\ude00", "\ufffd\ufffd"),
        ("\x1b[31m\x00\x7f\x9b", "\x1b[31m\x00\x7f\x9b"),
        ("\u202egnorts\u202c", "\u202egnorts\u202c"),
        ("\U0001f600 “x”\r\n\t\u2028", "\U0001f600 “x”\r\n\t\u2028"),
    ],
)
def test_hostile_text_keeps_its_length_and_offsets(hostile: str, expected: str) -> None:
    text = f"{hostile} tail"
    report = replace(sample().reports[0], text=text)
    span = Span(len(hostile) + 1, len(text))
    story = replace(sample().stories[0], reports=("r1",), facets=(), exclusives=(Exclusive("r1", span, span, "tail"),))
    rendered = as_json.render(Breakdown((report,), (), (story,)))
    document = json.loads(rendered.encode("utf-8"))
    assert document["reports"][0]["text"] == f"{expected} tail"
    assert document["reports"][0]["text"][span.start : span.end] == "tail"
    assert not set(rendered) & set("\x1b\x00\x7f\x9b\u202e")
