"""Which format a file has: by its name, else by its first bytes."""

from __future__ import annotations

import json
import re
from pathlib import Path

from extraction.articles.fields import COLUMNS
from extraction.articles.records import Format, RefusedError
from extraction.cleaning import decode

#: How much of a file is looked at, in bytes.
HEAD = 1 << 16
BY_NAME: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".rss": "rss",
    ".atom": "rss",
}
# By name and by first bytes: not unpacked, since what is in them is bounded by nothing.
PACKED = frozenset({".gz", ".zip", ".bz2", ".xz", ".zst", ".7z", ".rar", ".tar", ".tgz", ".lz4", ".z"})
DOCUMENTS = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".epub", ".mhtml", ".warc"})
SIGNATURES = (
    (b"\x1f\x8b", "a gzip archive"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
#: Control characters are left out, but more than one in ten, or one in three of a short file, are no text.
MAX_CONTROL, MAX_CONTROL_SHORT, SHORT = 1 / 10, 1 / 3, 512
FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")


def find_format(path: Path, head: bytes, encoding: str | None = None) -> Format:
    """The format of a file that begins with these bytes. Raises RefusedError for what is not read."""
    suffix = path.suffix.lower()
    if suffix in PACKED or suffix in DOCUMENTS:
        remedy = "unpack it" if suffix in PACKED else "save it as text or HTML"
        raise RefusedError(f"{suffix} is not supported: {remedy} first")
    for signature, name in SIGNATURES:
        if head.startswith(signature):
            raise RefusedError(f"{name} is not supported")
    share = MAX_CONTROL if len(head) > SHORT else MAX_CONTROL_SHORT
    if not encoding and not head.startswith(WIDE_MARKS) and len(CONTROL.findall(head)) > share * len(head):
        raise RefusedError("not text (UTF-16 without a byte order mark needs its encoding named)")
    if suffix in BY_NAME:
        return BY_NAME[suffix]
    return _by_content(_beginning(head, encoding), suffix)


def _beginning(head: bytes, encoding: str | None) -> str:
    # The end of the head may cut a character in two.
    try:
        return decode(head, encoding).text.lstrip("\ufeff \t\r\n")
    except UnicodeDecodeError as error:
        return head[: error.start].decode("latin-1")


def _by_content(text: str, suffix: str) -> Format:
    if text.startswith("<"):
        if FEED.search(text[:4096]):
            return "rss"
        if suffix == ".xml" or (text.startswith("<?xml") and "<html" not in text[:4096].lower()):
            raise RefusedError("XML that is neither RSS nor Atom")
        return "html"
    if text.startswith("["):
        return "json"
    first, _, rest = text.partition("\n")
    if text.startswith("{"):
        return "jsonl" if rest.strip() and _is_object(first) else "json"
    names = {name.strip(' "').lower() for name in re.split("[,;\t]", first.strip("\r"))}
    return "csv" if "text" in names and len(names) > 1 and names <= set(COLUMNS) else "text"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
