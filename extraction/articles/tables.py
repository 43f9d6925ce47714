"""CSV (RFC 4180) with a header, row by row."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from extraction.articles.fields import COLUMNS, read_fields, unknown_columns
from extraction.articles.records import MAX_ARTICLE, Item, RefusedError
from extraction.articles.streams import Line
from extraction.types import Article

DELIMITERS = ",;\t"
#: Characters and lines of one row.
MAX_ROW = MAX_ARTICLE + 1_000_000
MAX_ROW_LINES = 200_000


class _Feed(Iterator[str]):
    """Lines for the csv module, keeping those of the row at hand, so that a fault can be placed."""

    def __init__(self, source: Iterator[Line]) -> None:
        self._source = source
        self.row: list[Line] = []
        self._length = 0

    def __next__(self) -> str:
        line = next(self._source)
        self.row.append(line)
        self._length += len(line.text) + 1
        if line.cut or self._length > MAX_ROW:
            raise RefusedError(f"a row of more than {MAX_ROW:,} characters")
        if len(self.row) > MAX_ROW_LINES:
            raise RefusedError(f"a row of more than {MAX_ROW_LINES:,} lines")
        return line.text + "\n"

    def begin_row(self) -> None:
        """Forget the lines of the row before."""
        self.row, self._length = [], 0


def read_table(source: Iterator[Line]) -> Iterator[Item]:
    """The rows of a table, empty lines left out. After an unclosed quotation mark nothing more can be told apart."""
    feed = _Feed(source)
    head = next((line for line in source if line.text.strip()), None)
    if head is None:
        yield Item(1, RefusedError("empty: a header is needed"))
        return
    try:
        names, delimiter = _header(head)
    except RefusedError as refused:
        yield Item(head.number, refused)
        return
    note = unknown_columns(names)
    # The limit is the process's; the module's own (131,072) is less than a long article.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_ROW))
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    while True:
        feed.begin_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, RefusedError) as error:
            fault = _fault(feed.row, delimiter, error)
            yield Item(fault.number, fault.result, note)
            note = ""
            if fault.note:
                return
            continue
        if not any(cell.strip() for cell in cells):
            continue
        yield Item(feed.row[0].number, _article(names, cells), note)
        note = ""


def _article(names: list[str], cells: list[str]) -> Article | RefusedError:
    if len(cells) != len(names):
        return RefusedError(f"{len(cells)} columns where the header has {len(names)}")
    try:
        return read_fields(dict(zip(names, cells, strict=True)))
    except RefusedError as refused:
        return refused


def _header(head: Line) -> tuple[list[str], str]:
    """The names of the columns and the delimiter that makes the most known ones. Raises RefusedError."""
    best: list[str] = []
    delimiter = DELIMITERS[0]
    for candidate in DELIMITERS:
        try:
            cells = next(csv.reader([head.text], delimiter=candidate, strict=True))
        except csv.Error:
            continue
        names = [cell.strip().lower() for cell in cells]
        if sum(name in COLUMNS for name in names) > sum(name in COLUMNS for name in best):
            best, delimiter = names, candidate
    if "text" not in best:
        raise RefusedError(f"a header with a column text is needed (known are {', '.join(COLUMNS)})", "text")
    twice = sorted({name for name in best if name in COLUMNS and best.count(name) > 1})
    if twice:
        raise RefusedError("named twice in the header", twice[0])
    return best, delimiter


def _fault(row: list[Line], delimiter: str, error: Exception) -> Item:
    """Where and why a row cannot be read; its `note` is set where reading cannot go on."""
    first = row[0].number
    opened = _open_quote(row, delimiter)
    if opened is not None and (isinstance(error, RefusedError) or "unexpected end" in str(error)):
        reason = "the quotation mark opened in this line is never closed; nothing after it was read"
        return Item(opened, RefusedError(reason), "stop")
    if isinstance(error, RefusedError):
        return Item(first, error, "" if row[-1].cut else "stop")
    if "expected after" in str(error):
        error = csv.Error("a quotation mark inside a quoted field must be doubled")
    return Item(first, RefusedError(str(error)))


def _open_quote(row: list[Line], delimiter: str) -> int | None:
    """The line in which the quoted field begins that is still open at the end of these lines."""
    opened: int | None = None
    for line in row:
        text, at = line.text, 0
        while at <= len(text):
            if opened is None:
                if text[at : at + 1] == '"':
                    opened, at = line.number, at + 1
                    continue
            else:
                at = text.find('"', at)
                if at < 0:
                    break
                if text[at + 1 : at + 2] == '"':
                    at += 2
                    continue
                opened, at = None, at + 1
            # Outside quotes only a delimiter begins the next field.
            at = text.find(delimiter, at)
            if at < 0:
                break
            at += 1
    return opened
