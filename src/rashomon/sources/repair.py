"""Broken encodings mended before any offset is taken (ftfy), line ends and outer space made plain."""

from __future__ import annotations

import re

from rashomon.errors import TooLarge

# Text made of these needs no repair: ASCII, typographic marks, and single accented letters. The
# broken forms of UTF-8 always start with a letter or a mark outside the first two groups, and
# stand in runs of two or more, so ftfy (100 ms to import) is asked only where it may be needed.
_PLAIN = re.compile(
    r"(?:[\n\t -%'-~]++|&(?![#A-Za-z])"
    r"|[‘’“”‹›«»–—…•·■●►▼▲→←™€\u00a0\u2009°£§©®½]"
    r"|[áàäåéèëêíìïîóòöôøúùüûñçšžčćßæœÁÀÄÅÉÈËÊÍÌÏÓÒÖÔØÚÙÜÛÇŠŽČĆşŞıİğĞłŁ](?![^\x00-\x7f]))*+\Z"
)
_BLANK = re.compile(r"(?<![ \t\u00a0\u200b])[ \t\u00a0\u200b]++\n")
_LONGEST = 1_000_000
_MANY = re.compile(r"\n{3,}")


def repaired(text: str) -> str:
    """The text with mojibake undone, line ends as ``\\n``, and no control characters.

    Typographic quotation marks stay as they are.  Idempotent for text that was repaired before.
    """
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _PLAIN.match(text):
        return text
    import ftfy

    return ftfy.fix_text(text, _config())


def tidy(text: str) -> str:
    """Repaired text with no space at line ends, at most one empty line in a row, and bare ends.

    Raises TooLarge for more than a million characters: repair is slow, and no report is that long.
    """
    if len(text) > _LONGEST:
        what = f"It holds a text of {len(text):,} characters, over the limit of {_LONGEST:,}"
        raise TooLarge(what, remedy="Split it into its reports, one a file or one a JSON line.")
    return _MANY.sub("\n\n", _BLANK.sub("\n", repaired(text))).strip()


def one_line(text: str | None) -> str | None:
    """A field of metadata on one line, or None when nothing is in it."""
    if text is None:
        return None
    return " ".join(repaired(text).split()) or None


def _config() -> ftfy.TextFixerConfig:  # type: ignore[name-defined]  # noqa: F821
    import ftfy

    return ftfy.TextFixerConfig(
        uncurl_quotes=False,
        fix_character_width=False,
        fix_line_breaks=True,
        unescape_html="auto",
        normalization="NFC",
        explain=False,
    )
