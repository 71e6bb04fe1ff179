"""The table of units is what tools/make_units.py makes of pint's registry; units and currencies beside numbers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rashomon import langs
from rashomon.claims.units import currency_before, joined_unit, unit_after
from rashomon.text import tokens

LEXICON = langs.load()
ROOT = Path(__file__).parent.parent.parent


def test_the_table_is_made_again_byte_for_byte(tmp_path: Path) -> None:
    made = tmp_path / "units.txt"
    subprocess.run([sys.executable, ROOT / "tools/make_units.py", "--to", made], check=True, capture_output=True)
    assert made.read_bytes() == (ROOT / "src/rashomon/langs/en/units.txt").read_bytes()


@pytest.mark.parametrize(
    ("word", "base", "value"),
    [
        ("mile", "m", 1609.344),
        ("foot", "m", 0.3048),
        ("nautical-miles", "m", 1852),
        ("ton", "kg", 907.18474),
        ("tonne", "kg", 1000),
        ("acre", "ha", 0.4047),
        ("knots", "km/h", 1.852),
        ("fahrenheit", "degree", 0.5556),
        ("year", "h", 8766),
        ("months", "h", 730.5),
        ("€", "EUR", 1),
    ],
)
def test_factors(word: str, base: str, value: float) -> None:
    unit = LEXICON.units[word]
    assert (unit.base, unit.factor) == (base, pytest.approx(value, rel=1e-4))


def test_twelve_months_are_a_year() -> None:
    assert 12 * LEXICON.units["month"].factor == LEXICON.units["year"].factor


@pytest.mark.parametrize(
    ("text", "base", "end"),
    [
        ("5 miles", "m", 2),
        ("5 miles per hour", "km/h", 4),
        ("5 square miles", "ha", 3),
        ("5 - mile", "m", 3),
        ("5 boats", None, 1),
        ("5", None, 1),
    ],
)
def test_unit_after(text: str, base: str | None, end: int) -> None:
    unit, behind = unit_after(tokens(text), 1, LEXICON)
    assert (unit.base if unit else None, behind) == (base, end)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("two-hour", (2, "h")),
        ("twenty-five-mile", (25, "m")),
        ("five-year-old", (5, "age")),
        ("two-boat", None),
        ("hour", None),
    ],
)
def test_joined_unit(word: str, expected: tuple[float, str] | None) -> None:
    found = joined_unit(tokens(word)[0], LEXICON)
    assert (found and (found[0], found[1].base)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cost $ 5", ("USD", 1)),
        ("cost A$ 5", ("AUD", 1)),
        ("cost QQ$ 5", ("USD", 2)),
        ("cost USD 5", ("USD", 1)),
        ("cost Rs. 5", ("INR", 1)),
        ("cost boats 5", None),
        ("euros 5", None),
        ("5", None),
    ],
)
def test_currency_before(text: str, expected: tuple[str, int] | None) -> None:
    words = tokens(text)
    found = currency_before(words, len(words) - 1, LEXICON)
    assert (found and (found[0].base, found[1])) == expected
