"""Times as pages write them -> RFC 3339, or None where the words leave a doubt.

A time of day without a zone is dropped and the date kept: a guessed zone would put
reports in a wrong order.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_CLOCK = (
    r"(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*(?P<zone>z|utc|gmt|[+-]\d{2}:?\d{2})?)?"
)
_WORDS = (
    re.compile(rf"(?:[a-z]+,?\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}}){_CLOCK}", re.I),
    re.compile(rf"(?:[a-z]+,?\s+)?{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}}){_CLOCK}", re.I),
)
_MAIL = re.compile(
    r"(?:[A-Z][a-z]{2},\s)?\d{1,2}\s[A-Z][a-z]{2}\s\d{4}\s\d{2}:\d{2}(?::\d{2})?\s(?:[+-]\d{4}|GMT|UTC|UT)"
)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?P<rest>[T ].*)?", re.S)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?P<rest>T\d.*)?", re.S)
_YEARS = range(1800, 2200)


def rfc3339(text: str | None) -> str | None:
    """An RFC 3339 date ("2025-06-02") or date-time ("2025-06-02T10:00:00+03:00"), or None.

    Read are ISO 8601, the form of HTTP and feeds, and dates in English words.
    """
    if not text or len(text) > 80:
        return None
    text = " ".join(text.split())
    try:
        return _iso(text) or _mail(text) or _words(text)
    except (ValueError, OverflowError):
        return None


def _iso(text: str) -> str | None:
    found = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    if not found:
        return None
    day = date(*(int(part) for part in found.groups()[:3]))
    if day.year not in _YEARS:
        return None
    rest = (found["rest"] or "").strip().replace(" ", "").removeprefix("T").removesuffix("Z")
    zone = "+00:00" if (found["rest"] or "").rstrip().upper().endswith(("Z", "UTC", "GMT")) else ""
    rest = re.sub(r"(?i)(utc|gmt)$", "", rest)
    try:
        return _written(datetime.fromisoformat(f"{day}T{rest}{zone}")) if rest else day.isoformat()
    except ValueError:
        return day.isoformat()


def _mail(text: str) -> str | None:
    return _written(parsedate_to_datetime(text.replace("UTC", "GMT"))) if _MAIL.fullmatch(text) else None


def _words(text: str) -> str | None:
    found = next((m for m in (pattern.fullmatch(text) for pattern in _WORDS) if m), None)
    if not found:
        return None
    day = date(int(found["year"]), _MONTHS.index(found["month"].lower()) + 1, int(found["day"]))
    if day.year not in _YEARS:
        return None
    if not found["hour"] or not found["zone"]:
        return day.isoformat()
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    zone = "+00:00" if found["zone"].lower() in {"z", "utc", "gmt"} else found["zone"]
    return _written(datetime.fromisoformat(f"{day}T{hour:02}:{found['minute']}:{found['second'] or '00'}{zone}"))


def _written(moment: datetime) -> str | None:
    if moment.year not in _YEARS:
        return None
    offset = moment.utcoffset()
    if offset is None or offset % timedelta(minutes=1):
        return moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")
