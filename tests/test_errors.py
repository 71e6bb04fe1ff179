"""The error tree and its messages."""

from __future__ import annotations

import inspect

import pytest

from rashomon import errors
from rashomon.errors import BadRecord, InputError, RashomonError
from rashomon.model import Problem

CLASSES = [found for _, found in inspect.getmembers(errors, inspect.isclass) if issubclass(found, Exception)]


@pytest.mark.parametrize(
    ("place", "remedy", "message"),
    [
        ("a.jsonl, line 3", "Give it a text.", "a.jsonl, line 3: no text. Give it a text."),
        ("a.jsonl, line 3", "", "a.jsonl, line 3: no text."),
        (None, "Give it a text.", "no text. Give it a text."),
        (None, "", "no text."),
    ],
)
def test_a_message_names_value_place_and_remedy(place: str | None, remedy: str, message: str) -> None:
    error = BadRecord("no text", place=place, remedy=remedy)
    assert str(error) == message
    assert (error.what, error.place, error.remedy) == ("no text", place, remedy)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_error_is_in_the_tree_and_documented(kind: type[RashomonError]) -> None:
    assert issubclass(kind, RashomonError)
    assert kind.__doc__
    assert kind is RashomonError or kind.exit_code in {2, 3}
    assert str(kind("this is wrong")) == "this is wrong."


@pytest.mark.parametrize("kind", [kind for kind in CLASSES if issubclass(kind, InputError)])
def test_an_input_error_becomes_a_problem(kind: type[InputError]) -> None:
    made = kind("no text", place="line 3", remedy="Give it a text.").problem("a.jsonl")
    assert made == Problem(input="a.jsonl", place="line 3", message="no text", remedy="Give it a text.")
