"""Settings: defaults, the environment, and values that make no sense."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from rashomon.errors import BadSetting
from rashomon.settings import Settings, checked, from_environment


def test_defaults() -> None:
    assert from_environment({}) == Settings()
    assert from_environment({"MAX_BYTES": "1", "RASHOMON_": "1", "RASHOMON_NO_SUCH": "1"}) == Settings()


def test_every_row_has_a_help_text() -> None:
    assert [row.name for row in dataclasses.fields(Settings) if not row.metadata["help"]] == []


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("max_bytes", "5", 5),
        ("max_reports", " 5 ", 5),
        ("timeout", "2.5", 2.5),
        ("timeout", "3", 3.0),
        ("allow_private", "1", True),
        ("allow_private", "YES", True),
        ("allow_private", "on", True),
        ("allow_private", "0", False),
        ("allow_private", "False", False),
        ("allow_private", "", False),
    ],
)
def test_the_environment(name: str, text: str, expected: Any) -> None:
    made = from_environment({f"RASHOMON_{name.upper()}": text})
    assert made == dataclasses.replace(Settings(), **{name: expected})
    assert type(getattr(made, name)) is type(expected)


@pytest.mark.parametrize(
    ("name", "text", "what", "remedy"),
    [
        ("MAX_BYTES", "ten", "'ten' is not a whole number", "The default is 10000000."),
        ("MAX_BYTES", "1.5", "'1.5' is not a whole number", "The default is 10000000."),
        ("MAX_BYTES", "", "'' is not a whole number", "The default is 10000000."),
        ("TIMEOUT", "soon", "'soon' is not a number", "The default is 15.0."),
        ("ALLOW_PRIVATE", "maybe", "'maybe' is neither yes nor no", "Use 1 or 0."),
    ],
)
def test_the_error_names_the_variable(name: str, text: str, what: str, remedy: str) -> None:
    with pytest.raises(BadSetting) as caught:
        from_environment({f"RASHOMON_{name}": text})
    assert (caught.value.what, caught.value.place, caught.value.remedy) == (what, f"RASHOMON_{name}", remedy)


@pytest.mark.parametrize(("name", "value"), [("max_bytes", 0), ("max_reports", -1), ("timeout", -0.5)])
def test_numbers_are_above_zero(name: str, value: Any) -> None:
    with pytest.raises(BadSetting) as caught:
        checked(dataclasses.replace(Settings(), **{name: value}))
    assert caught.value.place == name
    assert repr(value) in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["nan", "inf", "-inf", "-1"],
)
def test_a_time_is_a_finite_number(text: str) -> None:
    with pytest.raises(BadSetting):
        from_environment({"RASHOMON_TIMEOUT": text})


def test_a_switch_may_be_off() -> None:
    assert checked(Settings(allow_private=False)).allow_private is False


@pytest.mark.parametrize(
    ("name", "value"), [("max_bytes", "10"), ("allow_private", "no"), ("max_facets", 2.5), ("max_reports", True)]
)
def test_a_value_of_another_type_is_refused(name: str, value: Any) -> None:
    with pytest.raises(BadSetting, match=name):
        checked(Settings(**{name: value}))
