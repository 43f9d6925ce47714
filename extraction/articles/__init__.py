"""Articles out of files: text, HTML, JSON, JSON lines, CSV, RSS and Atom, and folders of them.

Everything read is an article or a rejection that says why; nothing is dropped, and no file stops the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal

from extraction.articles.fields import COLUMNS
from extraction.articles.formats import HEAD, find_format
from extraction.articles.objects import MAX_OBJECT, read_array, read_lines
from extraction.articles.records import (
    FORMATS,
    MAX_ARTICLE,
    MAX_FEED,
    Format,
    Item,
    Origin,
    ReadArticle,
    RefusedError,
    Rejection,
)
from extraction.articles.streams import chunks, lines, opened, read_whole
from extraction.articles.tables import MAX_ROW, read_table
from extraction.articles.urls import normalise_url
from extraction.articles.walk import walk
from extraction.cleaning import Decoder, charset, clean, decode, printable
from extraction.types import Article

__all__ = [
    "COLUMNS",
    "FORMATS",
    "Format",
    "Origin",
    "ReadArticle",
    "RefusedError",
    "Rejection",
    "normalise_url",
    "printable",
    "read_articles",
]


def read_articles(
    path: Path | str, *, format: str | None = None, encoding: str | None = None
) -> Iterator[ReadArticle | Rejection]:
    """The articles of a file, or of all files below a folder in the order of their names, one at a time.

    `format` is one of FORMATS, by default found from name and content; `encoding` the name of a character set, by
    default what the file declares or UTF-8. Raises ValueError at once where either is unknown, and nothing afterwards.
    """
    if format is not None and format not in FORMATS:
        raise ValueError(f"{printable(format, 40)!r} is not one of the formats {', '.join(FORMATS)}")
    if encoding is not None:
        encoding = charset(encoding)
    known: Format | None = next((name for name in FORMATS if name == format), None)
    return _read(Path(path), known, encoding)


def _read(root: Path, format: Format | None, encoding: str | None) -> Iterator[ReadArticle | Rejection]:
    for found in walk(root):
        if isinstance(found, Rejection):
            yield found
            continue
        try:
            yield from _read_file(found, format, encoding)
        except RefusedError as refused:
            yield Rejection(found, None, refused.field, refused.reason)


def _read_file(path: Path, format: Format | None, encoding: str | None) -> Iterator[ReadArticle | Rejection]:
    with opened(path) as file:
        head = file.read(HEAD)
        if not head:
            raise RefusedError("empty")
        chosen = find_format(path, head, encoding) if format is None else format
        file.seek(0)
        if chosen == "text":
            yield _read_text(path, file, encoding)
        elif chosen == "html":
            yield _read_page(path, file, encoding)
        elif chosen == "rss":
            yield from _read_feed(path, file, encoding)
        else:
            yield from _read_records(path, file, chosen, encoding)


def _read_text(path: Path, file: BinaryIO, encoding: str | None) -> ReadArticle:
    data = read_whole(file, MAX_ARTICLE)
    try:
        text, warning = decode(data, encoding)
    except UnicodeDecodeError as error:
        raise RefusedError(f"not {error.encoding} at byte {error.start}", "encoding") from None
    text = clean(text)
    if not text.strip():
        raise RefusedError("nothing but space", "text")
    return ReadArticle(Article(text=text), Origin(path, None, "text"), (warning,) if warning else ())


def _read_page(path: Path, file: BinaryIO, encoding: str | None) -> ReadArticle:
    # Here and for feeds: the libraries take a second to load, which readers of text need not wait for.
    from extraction.articles.pages import read_page

    article, warnings = read_page(read_whole(file, MAX_ARTICLE), encoding)
    return ReadArticle(article, Origin(path, None, "html"), warnings)


def _read_feed(path: Path, file: BinaryIO, encoding: str | None) -> Iterator[ReadArticle | Rejection]:
    from extraction.articles.feeds import read_feed

    return _results(path, "rss", read_feed(read_whole(file, MAX_FEED), encoding), None)


def _read_records(
    path: Path, file: BinaryIO, format: Format, encoding: str | None
) -> Iterator[ReadArticle | Rejection]:
    decoder = Decoder(encoding)
    pieces = chunks(file, decoder)
    if format == "csv":
        items = read_table(lines(pieces, MAX_ROW))
    elif format == "jsonl":
        items = read_lines(lines(pieces, MAX_OBJECT))
    else:
        items = read_array(pieces)
    return _results(path, format, items, decoder)


def _results(
    path: Path, format: Format, items: Iterable[Item], decoder: Decoder | None
) -> Iterator[ReadArticle | Rejection]:
    """Items with their place. What is said once about a file goes with the first article after it is known."""
    waiting: list[str] = []
    guessed = False
    for item in items:
        if item.note:
            waiting.append(item.note)
        if decoder is not None and decoder.warning and not guessed:
            waiting.append(decoder.warning)
            guessed = True
        if isinstance(item.result, RefusedError):
            unit: Literal["line", "record"] = "line" if format in {"csv", "jsonl"} else "record"
            yield Rejection(path, item.number, item.result.field, item.result.reason, unit)
        else:
            yield ReadArticle(item.result, Origin(path, item.number, format), tuple(waiting))
            waiting = []
