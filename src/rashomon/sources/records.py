"""JSON Lines and JSON documents -> drafts; a bad line costs itself and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, get_args

from rashomon.errors import BadRecord, InputError
from rashomon.model import ReportKind
from rashomon.sources.draft import Draft, Found, with_headline
from rashomon.sources.repair import one_line, tidy

_KINDS = get_args(ReportKind)
_STRINGS = ("url", "title", "published", "updated", "byline", "outlet", "country", "language")
_LISTS = ("reports", "articles")
_REMEDY = 'Each record is an object with "text" and, where known, "id", "url", "title", "published", "outlet".'
_MOST_ERRORS = 20


def read_records(text: str, *, lines: bool) -> Found:
    """The reports of a JSON document, or of JSON Lines when ``lines`` is true.

    A document is an array of records, one record, or an object with "reports" or "articles".
    Each record that cannot be read is a BadRecord with its line or item as the place, 20 at
    most.  Raises BadRecord when the document as a whole cannot be read.
    """
    text = text.lstrip("\ufeff \t\r\n")
    if lines and not text.startswith("["):
        return _collected(_lines(text), _parsed)
    try:
        document = _parsed(text)
    except BadRecord:
        if not lines and _first_line_is_record(text):
            return _collected(_lines(text), _parsed)
        raise
    return _collected(_items(document), lambda item: item)


def draft_of(record: object) -> Draft:
    """The draft of one record.  Raises BadRecord naming the field that is missing or wrong, or TooLarge."""
    if not isinstance(record, dict):
        raise BadRecord(f"The record is {_kind_of(record)}, not an object", remedy=_REMEDY)
    fields = {name: _string(record, name) for name in _STRINGS}
    text = record.get("text")
    if not isinstance(text, str) or not (text := tidy(text)):
        what = 'The record has no "text"' if text is None or text == "" else f'"text" is {_kind_of(text)}, not a text'
        raise BadRecord(what, remedy=_REMEDY)
    text, body = with_headline(fields["title"], text)
    return Draft(text=text, body=body, source_id=_source_id(record), kind=_report_kind(record), **fields)  # type: ignore[arg-type]


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield f"line {number}", line


def _items(document: object) -> Iterator[tuple[str, object]]:
    if isinstance(document, dict):
        named = next((document[name] for name in _LISTS if isinstance(document.get(name), list)), None)
        document = [document] if named is None else named
    if not isinstance(document, list):
        raise BadRecord(f"The document is {_kind_of(document)}, not a list of records", remedy=_REMEDY)
    if not document:
        raise BadRecord("The list of records is empty", remedy=_REMEDY)
    for number, item in enumerate(document, start=1):
        yield f"item {number}", item


def _collected(records: Iterable[tuple[str, Any]], parse: Callable[[Any], object]) -> Found:
    drafts: list[Draft] = []
    errors: list[InputError] = []
    missed = 0
    for place, record in records:
        try:
            drafts.append(draft_of(parse(record)))
        except InputError as error:
            missed += 1
            if missed <= _MOST_ERRORS:
                errors.append(BadRecord(error.what, place=place, remedy=error.remedy))
    if missed > _MOST_ERRORS:
        errors.append(BadRecord(f"{missed - _MOST_ERRORS} more records cannot be read", remedy=_REMEDY))
    if not drafts and not errors:
        raise BadRecord("It holds no record", remedy=_REMEDY)
    return Found(tuple(drafts), tuple(errors))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise BadRecord(f"It is no JSON: {error.msg} at {where}", remedy=_REMEDY) from None
    except RecursionError:
        raise BadRecord("Its JSON is nested too deeply", remedy=_REMEDY) from None
    except ValueError as error:
        raise BadRecord(f"Its JSON cannot be read: {error}", remedy=_REMEDY) from None


def _first_line_is_record(text: str) -> bool:
    first = text.partition("\n")[0]
    try:
        return isinstance(_parsed(first), dict)
    except BadRecord:
        return False


def _string(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is not None and not isinstance(value, str):
        raise BadRecord(f'"{name}" is {_kind_of(value)}, not a text', remedy="Write it as a text or leave it out.")
    return one_line(value)


def _source_id(record: dict[str, Any]) -> str | None:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(record, "id")


def _report_kind(record: dict[str, Any]) -> ReportKind:
    value = _string(record, "kind")
    if value is None:
        return "article"
    if value not in _KINDS:
        raise BadRecord(f'"kind" is {value!r}', remedy=f"It is one of {', '.join(_KINDS)}.")
    return value  # type: ignore[return-value]


def _kind_of(value: object) -> str:
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a text",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(value), "null")
