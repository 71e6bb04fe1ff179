"""Bytes to text: size, compression, binary formats, encoding.  Nothing here parses an article."""

from __future__ import annotations

import codecs
import re
import zlib

from rashomon.errors import Binary, Empty, TooLarge, Unreadable

GZIP_MAGIC = b"\x1f\x8b"
_MAX_MEMBERS = 1_000  # each costs a copy of what follows it

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"ID3", "an MP3 sound file"),
    (b"OggS", "an Ogg file"),
    (b"{\\rtf", "an RTF document"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset\s*=|encoding\s*=)\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
_LATIN = {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1"}
_INK = re.compile(r"[^\s\ufeff\x1c-\x1f\x85]")
_WIDER = re.compile(r"[^\x00-\x7f]")
_SAMPLE = 65_536  # bytes that are looked at to tell text from other content
_MOST_BROKEN = 100_000  # bytes that are mended one by one
_BINARY_REMEDY = "Save the page as HTML or as text and give that file."


def too_large(limit: int, size: int | None = None) -> TooLarge:
    """The error for content over the limit; ``size`` in bytes where it is known."""
    found = f"{size:,} bytes" if size is not None else "More bytes than allowed"
    return TooLarge(
        f"{found}, over the limit of {limit:,}",
        remedy="Raise it with --max-bytes or RASHOMON_MAX_BYTES, or split the file.",
    )


def inflate(data: bytes, limit: int) -> bytes:
    """The content of gzip bytes, at most ``limit`` bytes of it in memory.

    Raises TooLarge when it holds more and Unreadable when it is damaged.
    """
    parts: list[bytes] = []
    size = 0
    try:
        while data:
            if len(parts) == _MAX_MEMBERS:
                raise zlib.error(f"more than {_MAX_MEMBERS} members")
            inflater = zlib.decompressobj(wbits=31)
            parts.append(inflater.decompress(data, limit - size + 1))
            size += len(parts[-1])
            if size > limit:
                raise too_large(limit)
            if not inflater.eof:
                raise zlib.error("it ends too early")
            data = inflater.unused_data.lstrip(b"\0")
    except zlib.error as error:
        raise Unreadable(f"The gzip data is damaged ({error})", remedy="Fetch or pack the file again.") from None
    return b"".join(parts)


def to_text(data: bytes, limit: int, encoding: str | None = None, *, markup: bool = False) -> str:
    """The text of a file or an answer, without a byte order mark.

    ``encoding`` is what a server named; ``markup`` also looks for a declaration in the first
    bytes.  Raises Empty, Binary, TooLarge, or Unreadable for damaged gzip.
    """
    if data.startswith(GZIP_MAGIC):
        data = inflate(data, limit)
    if len(data) > limit:
        raise too_large(limit, len(data))
    if not data.strip():
        raise Empty("It holds no text", remedy="Save it again, or leave it out.")
    refuse_binary(data)
    text = _decode(data, encoding, markup)
    if not _INK.search(text):
        raise Empty("It holds no text", remedy="Save it again, or leave it out.")
    return text


def refuse_binary(data: bytes) -> None:
    """Raises Binary when the bytes are no text, saying what they seem to be."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise Binary(f"It seems to be {name}, not text", remedy=_BINARY_REMEDY)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise Binary("It seems to be a WebP image, not text", remedy=_BINARY_REMEDY)
    if data[4:8] == b"ftyp":
        raise Binary("It seems to be a film or an image, not text", remedy=_BINARY_REMEDY)
    if b"\0" in data[:_SAMPLE] and not _unicode_mark(data) and not _wide(data):
        raise Binary("It holds NUL bytes, so it is not text", remedy=_BINARY_REMEDY)


def _unicode_mark(data: bytes) -> str | None:
    return next((name for mark, name in _BOMS if data.startswith(mark)), None)


def _decode(data: bytes, encoding: str | None, markup: bool) -> str:
    mark = _unicode_mark(data) or _wide(data)
    if mark:
        return data.decode(mark, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:  # cut off in the middle of a character
            return data.decode("utf-8", "ignore")
    for name in (encoding, _declared(data) if markup else None):
        text = _try(data, name)
        if text is not None:
            return text
    return _guess(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: of each pair one byte is often zero, the other never, and all reads as text."""
    sample = data[: min(len(data), _SAMPLE) // 2 * 2]
    high, low = sample[::2].count(0), sample[1::2].count(0)
    if bool(high) == bool(low):
        return None
    name = "utf-16-be" if high else "utf-16-le"
    text = sample.decode(name, "replace")
    odd = sum(not char.isprintable() and not char.isspace() for char in text)
    return name if odd <= len(text) // 1_000 and any(map(str.isalpha, text)) else None


def _foreign(error: UnicodeError) -> tuple[str, int]:
    """What a byte that is no UTF-8 is in the commonest other encoding; a character that was cut is U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    foreign = error.object[error.start : error.end]
    return (foreign.decode("cp1252", "replace") if len(foreign) == 1 else "\ufffd"), error.end


codecs.register_error("rashomon-foreign", _foreign)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, 4096)
    return found.group(1).decode("ascii") if found else None


def _try(data: bytes, name: str | None) -> str | None:
    if not name or name.lower() in {"utf-8", "utf8"}:
        return None
    if name.lower() in _LATIN:
        name = "cp1252"  # what browsers take these names for
    try:
        if codecs.lookup(name).name in {"utf-7", "idna", "punycode", "unicode_escape", "raw-unicode-escape"}:
            return None
        return data.decode(name)
    except (LookupError, UnicodeError, ValueError, AssertionError):
        return None


def _guess(data: bytes) -> str:
    """Broken UTF-8 as UTF-8 where more of it is whole than broken, else the encoding by the statistics of the bytes."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(_WIDER.findall(text)) - broken
    if whole >= broken and broken <= _MOST_BROKEN:
        return data.decode("utf-8", "rashomon-foreign")
    from charset_normalizer import from_bytes  # 30 ms, rarely needed

    best = from_bytes(data[:100_000]).best()
    guessed = _try(data, best.encoding) if best else None
    return guessed if guessed is not None else data.decode("cp1252", "replace")
