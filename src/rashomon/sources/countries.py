"""Countries: names and codes -> ISO 3166-1 alpha-2, and what a domain's ending says."""

from __future__ import annotations

from functools import cache

_CODES_WORDS = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO "
    "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE "
    "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO "
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
    "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
    "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK"
)
CODES = frozenset(_CODES_WORDS.split())
# Endings that are sold to the whole world, or that belong to no one country.
_GENERIC_WORDS = (
    "ac ag ai am as bz cc cd cf cm co cx dj eu fm ga gd gg gl gq gs im io la ly me ml ms mu nu pw sc sh so st sx tf "
    "tk to tv vc ws"
)
_GENERIC = frozenset(_GENERIC_WORDS.split())
_ENDINGS = {"uk": "GB", "su": "RU"}
_OTHER_NAMES = {
    "america": "US",
    "bosnia": "BA",
    "britain": "GB",
    "burma": "MM",
    "czech republic": "CZ",
    "dr congo": "CD",
    "east timor": "TL",
    "england": "GB",
    "great britain": "GB",
    "holland": "NL",
    "hong kong": "HK",
    "ivory coast": "CI",
    "macau": "MO",
    "macedonia": "MK",
    "northern ireland": "GB",
    "palestine": "PS",
    "republic of ireland": "IE",
    "russian federation": "RU",
    "scotland": "GB",
    "swaziland": "SZ",
    "the netherlands": "NL",
    "turkey": "TR",
    "turkiye": "TR",
    "türkiye": "TR",
    "u.k.": "GB",
    "u.s.": "US",
    "u.s.a.": "US",
    "uae": "AE",
    "uk": "GB",
    "usa": "US",
    "viet nam": "VN",
    "wales": "GB",
}


def country_code(text: str | None) -> str | None:
    """The ISO 3166-1 alpha-2 code (and XK, Kosovo) of an English name or a code, or None."""
    name = " ".join((text or "").split())
    if name.upper() in CODES:
        return name.upper()
    key = name.casefold()
    return _OTHER_NAMES.get(key) or _names().get(key) if key else None


def country_of_domain(domain: str) -> str | None:
    """The country whose ending a domain has; None for endings in general use (".tv", ".io")."""
    ending = domain.rstrip(".").rpartition(".")[2].lower()
    if ending in _GENERIC:
        return None
    code = _ENDINGS.get(ending, ending.upper())
    return code if code in CODES else None


@cache
def _names() -> dict[str, str]:
    from babel import Locale

    return {
        name.replace("&", "and").casefold(): code for code, name in Locale("en").territories.items() if code in CODES
    }
