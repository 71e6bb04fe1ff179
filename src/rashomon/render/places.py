"""Codes of countries and languages as names that a reader knows."""

from __future__ import annotations

from functools import cache


@cache
def country_name(code: str) -> str:
    """The English name of an ISO 3166-1 alpha-2 country; the code itself where there is none.

    Babel's names are loaded at the first call, so that a program that shows none does not pay for them.
    """
    from babel import Locale

    return str(Locale("en").territories.get(code.upper(), code))


@cache
def language_name(code: str) -> str:
    """The English name of a BCP 47 language; the code itself where there is none."""
    from babel import Locale

    return str(Locale("en").languages.get(code.split("-")[0].lower(), code))
