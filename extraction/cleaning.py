"""The one gate through which every text comes in: bytes to text, and text to the form in which it is kept.

What passes it is safe to store in either database, to count offsets in and to show on one line of a
terminal (`printable`). It is applied once, before anything is stored, so that offsets hold for ever.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

# Controls other than tab and line feed, what is left of a byte order mark, and lone surrogates: PostgreSQL
# refuses NUL and surrogates, terminals obey the rest.
DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff]")
# Unicode's mandatory line breaks (UAX #14, classes CR, BK and NL). A paragraph separator ends a paragraph.
PARAGRAPH_SEPARATOR = "\u2029"
LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
# Tabs and spaces, and any longer run of horizontal space: a lone no-break space is typography and stays.
SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}|\t")
# An empty line may hold a space.
EMPTY_LINES = re.compile(r"\n(?: ?\n){2,}")
# Normalising is quadratic in a run of combining marks; no script needs more than the thirty of
# Unicode's stream-safe format (UAX #15, section 13).
MAX_MARKS = 30
MARKS = re.compile(rf"[^\w\s\x00-\u02ff]{{{MAX_MARKS + 1},}}")

# What a browser understands by these labels (WHATWG Encoding Standard); Python's own of these want a mark.
LABELS = {
    "ascii": "windows-1252",
    "iso8859-1": "windows-1252",
    "utf-16": "utf-16-le",
    "utf-32": "utf-32-le",
    "utf-8-sig": "utf-8",
}
# Codecs of Python that are no character sets of files.
NOT_CHARSETS = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7", "mbcs", "oem"}
)
MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
ESCAPED_BYTES = {0xDC00 + byte: bytes([byte]).decode("windows-1252", "replace") for byte in range(0x80, 0x100)}
# Not printable on one line of a terminal, or able to reorder it (bidirectional controls).
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def clean(text: str) -> str:
    """The form in which a text is kept; cleaning it again changes nothing.

    Control characters and lone surrogates go, line ends become line feeds, characters are composed (NFC), runs of
    spaces and tabs become one space and three or more line feeds two. A paragraph break is never lost.
    Linear in the length of the text; never raises.

    >>> clean("one\\x00 \\t two\\r\\n\\r\\n\\r\\nthree")
    'one two\\n\\nthree'
    """
    text = LINE_BREAK.sub("\n", DROPPED.sub("", text)).replace(PARAGRAPH_SEPARATOR, "\n\n")
    # Composing can leave a run one longer than it was (the marks of a letter are sorted anew): cut before, for
    # speed, and after, so that a second cleaning finds nothing to do.
    text = MARKS.sub(_fewer_marks, unicodedata.normalize("NFC", MARKS.sub(_fewer_marks, text)))
    return EMPTY_LINES.sub("\n\n", SPACES.sub(" ", text))


def clean_line(text: str) -> str:
    """A title, a name or a number as one line without space around it."""
    return " ".join(clean(text).split())


def printable(text: str, limit: int = 200) -> str:
    """A name, a path or a value on one line of a terminal or a log: what could act there is written as an escape.

    >>> printable("a\\x1b[2J\\nb")
    'a\\\\x1b[2J\\\\nb'
    """
    shown = UNPRINTABLE.sub(lambda match: match.group().encode("unicode_escape").decode("ascii"), text[: limit + 1])
    return shown if len(text) <= limit else shown[:limit] + "…"


def charset(name: str) -> str:
    """The codec of a character set's name. Raises ValueError for what is none."""
    try:
        info = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        raise ValueError(f"{printable(name, 40)!r} is not the name of a character set") from None
    if not getattr(info, "_is_text_encoding", True) or info.name in NOT_CHARSETS:
        raise ValueError(f"{printable(name, 40)!r} is not the name of a character set")
    return LABELS.get(info.name, info.name)


class Decoder:
    """Bytes to text, piece by piece.

    A byte order mark decides; else the given character set, where bytes outside it raise UnicodeDecodeError; else
    UTF-8, where bytes outside it are read as windows-1252 and counted in `replaced`.
    Raises ValueError for an unknown character set.
    """

    def __init__(self, encoding: str | None = None) -> None:
        self.encoding = charset(encoding) if encoding else "utf-8"
        self.replaced = 0
        self._given = encoding is not None
        self._head = b""
        self._codec: codecs.IncrementalDecoder | None = None

    def feed(self, data: bytes, final: bool = False) -> str:
        """The text of the next bytes. Raises UnicodeDecodeError."""
        if self._codec is None:
            self._head += data
            if len(self._head) < 4 and not final:
                return ""
            data = self._begin(self._head)
        assert self._codec is not None
        try:
            text = self._codec.decode(data, final)
        except UnicodeDecodeError:
            raise
        except UnicodeError as error:
            # A few codecs raise the parent class, which does not say where.
            raise UnicodeDecodeError(self.encoding, data[:1] or b"\x00", 0, 1, str(error)) from None
        if self.encoding == "utf-8" and not self._given:
            found = len(ESCAPED_BYTE.findall(text))
            if found:
                self.replaced += found
                text = text.translate(ESCAPED_BYTES)
        return text

    def _begin(self, head: bytes) -> bytes:
        """Choose the codec by the first bytes; the rest of them is returned."""
        for mark, name in MARKED:
            if head.startswith(mark):
                self.encoding, head = name, head[len(mark) :]
                self._given = self._given or name != "utf-8"
                break
        errors = "strict" if self._given else "surrogateescape"
        self._codec = codecs.getincrementaldecoder(self.encoding)(errors)
        return head

    @property
    def warning(self) -> str:
        """A sentence where bytes had to be read otherwise than as UTF-8, else empty."""
        if not self.replaced:
            return ""
        noun = "byte is" if self.replaced == 1 else "bytes are"
        return f"{self.replaced:,} {noun} not UTF-8 and read as windows-1252; name the encoding if that is wrong"


class Decoded(NamedTuple):
    """A text, and a sentence where its character set was a guess (else empty)."""

    text: str
    warning: str


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of a whole file, not yet cleaned. Raises UnicodeDecodeError; ValueError for an unknown encoding."""
    decoder = Decoder(encoding)
    return Decoded(decoder.feed(data, final=True), decoder.warning)


def _fewer_marks(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for character in run.group():
        # A few marks count as none themselves but are made of marks (U+0F73).
        marks = marks + 1 if unicodedata.combining(unicodedata.normalize("NFD", character)[0]) else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)
