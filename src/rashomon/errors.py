"""Every error that Rashomon raises, in one tree.

    RashomonError                 exit code
    ├── UsageError                2   a setting or an option that makes no sense
    │   ├── BadSetting
    │   ├── BadOutlets                a line of an --outlets file
    │   └── BadLayouts                a row of a --layouts file
    ├── InputError                3   one input; a comparison goes on without it
    │   ├── NotFound                  no such file, or a pattern without a match
    │   ├── Unreadable                no permission, a folder that cannot be listed
    │   ├── Empty
    │   ├── Binary                    not text
    │   ├── TooLarge
    │   ├── NoText                    a page without an article
    │   ├── BadRecord                 a line or an item of JSON
    │   ├── BadPart                   an item of a page that holds several reports
    │   └── FetchError
    │       ├── BadAddress            not http(s), or no host
    │       ├── PrivateAddress        refused unless --allow-private
    │       └── FetchFailed           time-out, status, redirects, no connection
    └── TooFewReports             3   nothing left to compare

A message names the value, the place and the remedy.
"""

from __future__ import annotations

from rashomon.model import Problem


class RashomonError(Exception):
    """Base of all errors.

    ``what`` says what is wrong and with which value, ``place`` where it stands (a file, a line,
    a setting), ``remedy`` what the user can do.
    """

    exit_code = 1

    def __init__(self, what: str, *, place: str | None = None, remedy: str = "") -> None:
        self.what, self.place, self.remedy = what, place, remedy
        super().__init__(" ".join(part for part in (f"{place}: {what}." if place else f"{what}.", remedy) if part))


class UsageError(RashomonError):
    """The user asked for something that makes no sense."""

    exit_code = 2


class BadSetting(UsageError):
    """A setting has a value that it cannot have."""


class BadOutlets(UsageError):
    """A line of an outlet table cannot be read."""


class BadLayouts(UsageError):
    """A row of a file of layouts cannot be read."""


class InputError(RashomonError):
    """One input cannot be read; the others go on."""

    exit_code = 3

    def problem(self, input: str) -> Problem:
        """This error as a line of the report on what was not read."""
        return Problem(input=input, place=self.place, message=self.what, remedy=self.remedy)


class NotFound(InputError):
    """No such file or folder, or a pattern that matches none."""


class Unreadable(InputError):
    """The system refuses to open it."""


class Empty(InputError):
    """Nothing is in it."""


class Binary(InputError):
    """It is no text."""


class TooLarge(InputError):
    """It is over the size limit."""


class NoText(InputError):
    """A page in which no article was found."""


class BadRecord(InputError):
    """A JSON line or item that is no report."""


class BadPart(InputError):
    """An item of a page that is no whole report."""


class FetchError(InputError):
    """An address that could not be read."""


class BadAddress(FetchError):
    """Not an http(s) address."""


class PrivateAddress(FetchError):
    """An address inside a private network or this machine."""


class FetchFailed(FetchError):
    """The server did not give the page."""


class TooFewReports(RashomonError):
    """Fewer than two reports are left to compare."""

    exit_code = 3
