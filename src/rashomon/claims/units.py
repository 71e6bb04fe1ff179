"""Units of measure beside a number: behind it, joined to it, or a currency before it."""

from __future__ import annotations

from rashomon.claims.times import CURRENCIES
from rashomon.langs import Lexicon, Unit
from rashomon.text import Token

_DASHES = frozenset({"-", "‑"})
_LONGEST = 3  # words of a unit ("miles per hour")
_CODE = 3  # letters of a currency's code


def unit_after(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[Unit | None, int]:
    """The unit that starts at a token, behind a dash or not, and the token behind it."""
    dash = at < len(words) and words[at].text in _DASHES
    first = at + 1 if dash else at
    for length in range(_LONGEST, 0, -1):
        joint = "" if words[first : first + 1] and words[first].kind == "mark" else "-"  # "°C", "square miles"
        phrase = joint.join(word.lower for word in words[first : first + length])
        if phrase in lexicon.units and first + length <= len(words):
            return lexicon.units[phrase], first + length
    return None, at


def joined_unit(word: Token, lexicon: Lexicon) -> tuple[float, Unit] | None:
    """The number and the unit of one word: “two-hour”, “twenty-five-mile”."""
    pieces = word.lower.split("-")
    for at in range(1, len(pieces)):
        unit = lexicon.units.get("-".join(pieces[at:]))
        if unit and all(piece in lexicon.numbers for piece in pieces[:at]):
            return sum(lexicon.numbers[piece] for piece in pieces[:at]), unit
    return None


def currency_before(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The currency that stands before a number, and where it begins: “$5”, “A$5”, “USD 5”, “Rs. 5”."""
    last = at - 2 if at > 1 and words[at - 1].text == "." else at - 1
    if last < 0:
        return None
    mark, before = words[last], words[last - 1] if last else None
    if mark.text in CURRENCIES:
        if before and before.kind == "word" and before.end == mark.start:
            own = lexicon.units.get(before.lower + mark.text)
            return (own, last - 1) if own else (lexicon.units[mark.text], last)
        return lexicon.units[mark.text], last
    unit = lexicon.units.get(mark.lower)
    code = mark.text.isupper() and len(mark.text) == _CODE
    return (unit, last) if unit and unit.base.isupper() and (code or mark.text == "Rs") else None
