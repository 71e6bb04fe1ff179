"""Makes src/rashomon/langs/en/units.txt: the words for units from tools/units.txt, the factors from pint's registry.

    python tools/make_units.py [--to FILE]

A line of tools/units.txt is "base unit: words".  ``base`` is the unit that Rashomon compares in; ``unit`` is pint's
name of the unit that the words mean ("-" where pint has none: money, ages, counts).  Same input, same bytes out.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pint

ROOT = Path(__file__).resolve().parent.parent
BASES = {"m": "metre", "kg": "kilogram", "l": "litre", "ha": "hectare", "h": "hour", "km/h": "kilometre/hour"}
BASES |= {"degree": "degree_Celsius", "watt": "watt", "watthour": "watt*hour"}
HEAD = """\
# Units: base unit, factor to it (and what is added then): the words and signs for it.
# Money keeps its code; no rates are invented.
# Made by tools/make_units.py from tools/units.txt; change that.
"""


def main() -> None:
    """Reads the words and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--to", type=Path, default=ROOT / "src/rashomon/langs/en/units.txt")
    options = parser.parse_args()
    source = (ROOT / "tools/units.txt").read_text(encoding="utf-8")
    options.to.write_text(HEAD + "".join(f"{line}\n" for line in table(source)), encoding="utf-8")


def table(source: str) -> Iterator[str]:
    """The lines of the table for those of tools/units.txt."""
    registry: pint.UnitRegistry[Any] = pint.UnitRegistry()
    for line in source.splitlines():
        if not line or line.startswith("#"):
            continue
        key, _, words = line.partition(":")
        base, unit = key.split()
        yield f"{base} {numbers(registry, base, unit)}:{words}"


def numbers(registry: pint.UnitRegistry[Any], base: str, unit: str) -> str:
    """The factor from a unit to its base, and what is added then where their zeros differ."""
    if unit == "-":
        return "1"
    one_of = registry.parse_expression(unit)
    values = (registry.Quantity(times * one_of.magnitude, one_of.units) for times in (0, 1))
    zero, one = (value.to(BASES[base]).magnitude for value in values)
    factor, offset = f"{one - zero:.15g}", f"{zero:.15g}"
    return factor if offset == "0" else f"{factor} {offset}"


if __name__ == "__main__":
    main()
