"""Times as pages write them -> RFC 3339, or None where the words leave a doubt.

A time of day without a zone is dropped and the date kept: a guessed zone would put
reports in a wrong order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import NamedTuple

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:\s*[,./-]?\s*(?P<year>\d{4}))?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
_TIME = (
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2}))?\s?(?:hrs?|hours)?\s?(?P<half>[ap]\.?m\.?)?"
    r"\s?\(?(?P<zone>[+-]\d{2}:?\d{2}|(?:utc|gmt)[+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5})?\)?"
)
_CLOCK = rf"(?:(?:\s*[,|•·@–-]\s*|\s+)(?:at\s+)?{_TIME})?"
_BEFORE = rf"(?:{_TIME}\s*[,|•·–-]?\s*(?:on\s+)?)"
_WORDS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"{_WEEKDAY}{_DAY}[\s-]+(?:of\s+)?{_MONTH}{_YEAR}{_CLOCK}",
        rf"{_WEEKDAY}{_MONTH}[\s-]+{_DAY}{_YEAR}{_CLOCK}",
        rf"{_BEFORE}{_WEEKDAY}{_DAY}[\s-]+(?:of\s+)?{_MONTH}{_YEAR}",
        rf"{_BEFORE}{_WEEKDAY}{_MONTH}[\s-]+{_DAY}{_YEAR}",
    )
)
# Names of zones that mean one zone wherever they are written; "IST", "CST" or "EST" do not.
_ZONES = {
    "z": "+00:00", "utc": "+00:00", "gmt": "+00:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00",
    "eest": "+03:00", "msk": "+03:00", "pkt": "+05:00", "hkt": "+08:00", "sgt": "+08:00", "jst": "+09:00",
    "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00", "edt": "-04:00",
    "pdt": "-07:00",
}  # fmt: skip
_LABEL = (
    r"(?:first |originally |article |story |last |date |page )?"
    r"(?P<label>published|posted|created|uploaded|issued|updated|modified|edited|revised)"
    r"(?: on| at| date| time)?\s*[:\-–]?\s*"
)
_LABELLED = re.compile(rf"{_LABEL}(?P<time>\S.{{2,59}})", re.I)
_NEXT = re.compile(
    r"\s*[|•·;,/–(-]\s*(?=(?:first |last )?(?:published|posted|updated|modified)\b)"
    r"|(?<!\bfirst)(?<!\blast)\s+(?=(?:first |last )?(?:published|posted|updated|modified)\b)",
    re.I,
)
_DATED = re.compile(r"(?:published|posted|created|uploaded|issued|updated|modified|edited|revised)\b", re.I)
_UPDATES = {"updated", "modified", "edited", "revised"}
_LONGEST_LINE = 160
_MAIL = re.compile(
    r"(?:[A-Z][a-z]{2},\s)?\d{1,2}\s[A-Z][a-z]{2}\s\d{4}\s\d{2}:\d{2}(?::\d{2})?\s(?:[+-]\d{4}|GMT|UTC|UT)"
)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?P<rest>[T ].*)?", re.S)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?P<rest>T\d.*)?", re.S)
_YEARS = range(1800, 2200)
_FIRST_YEAR = 1990


class Stated(NamedTuple):
    """The times that a line of a text states of it, as RFC 3339 dates or date-times."""

    published: str | None = None
    updated: str | None = None


def rfc3339(text: str | None, near: date | None = None) -> str | None:
    """An RFC 3339 date ("2025-06-02") or date-time ("2025-06-02T10:00:00+03:00"), or None.

    Read are ISO 8601, the form of HTTP and feeds, and dates in English words.  A date without a year is read
    only with ``near``, and is then the last such day that is no later than the day behind it.
    """
    if not text or len(text) > 80:
        return None
    text = " ".join(text.split())
    try:
        return _iso(text) or _mail(text) or _words(text, near)
    except (ValueError, OverflowError):
        return None


def stated_times(line: str) -> Stated | None:
    """The times of a line that says when its text was published or updated, and nothing else; else None.

    As in "Published: Mon, 2 June 2025 13:26 IST | Updated: Jun 3".
    """
    line = line.strip(" \t()*_|")
    if len(line) > _LONGEST_LINE or not _DATED.search(line):
        return None
    found = Stated()
    for part in _NEXT.split(line):
        labelled = _LABELLED.fullmatch(part.strip(" |()"))
        near = _year_after(found.published)
        time = rfc3339(labelled["time"], near) if labelled else None
        if not labelled or not time:
            return None
        field = "updated" if labelled["label"].lower() in _UPDATES else "published"
        found = found._replace(**{field: getattr(found, field) or time})
    return found


def _year_after(published: str | None) -> date | None:
    """What a date without a year is near to when it says when a text was changed: within a year of its publication."""
    return _day(published) + timedelta(days=363) if published else None


def doubts(published: str | None, updated: str | None, today: date | None) -> Iterator[str]:
    """A sentence for each date that cannot be right: before 1990, after ``today``, or changed before published.

    A day of grace is given to zones ahead of the clock's.  Without ``today`` no date is too late.
    """
    for name, time in (("date of publication", published), ("date of the last change", updated)):
        day = _day(time) if time else None
        if day and day.year < _FIRST_YEAR:
            yield f"Its {name} is {day}, before {_FIRST_YEAR}, when no news was on the web."
        if day and today and day > today + timedelta(days=1):
            yield f"Its {name} is {day}, which is in the future: today is {today}."
    if published and updated and _day(updated) < _day(published) - timedelta(days=1):
        yield f"It says that it was changed on {updated[:10]}, before it was published on {published[:10]}."


def _day(time: str) -> date:
    return date.fromisoformat(time[:10])


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


def _words(text: str, near: date | None) -> str | None:
    found = next((m for m in (pattern.fullmatch(text) for pattern in _WORDS) if m), None)
    if not found or not (found["year"] or near):
        return None
    month, number = _MONTHS.index(found["month"][:3].lower()) + 1, int(found["day"])
    day = date(int(found["year"]), month, number) if found["year"] else _without_year(month, number, near or date.min)
    if day.year not in _YEARS:
        return None
    zone = _zone(found["zone"])
    if not found["hour"] or not zone:
        return day.isoformat()
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    return _written(datetime.fromisoformat(f"{day}T{hour:02}:{found['minute']}:{found['second'] or '00'}{zone}"))


def _without_year(month: int, number: int, near: date) -> date:
    """The last such day that is at most a day after ``near``.  Raises ValueError when there is none in 8 years."""
    limit = near + timedelta(days=1)
    for year in range(limit.year, limit.year - 8, -1):
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if day <= limit:
            return day
    raise ValueError(f"no day {number} in month {month}")


def _zone(name: str | None) -> str | None:
    """The offset that a zone's name means, None where it may mean several."""
    name = (name or "").lower()
    if found := re.fullmatch(r"(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?", name):
        return f"{found[1]}{int(found[2]):02}:{found[3] or '00'}"
    return _ZONES.get(name)


def _written(moment: datetime) -> str | None:
    if moment.year not in _YEARS:
        return None
    offset = moment.utcoffset()
    if offset is None or offset % timedelta(minutes=1):
        return moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")
