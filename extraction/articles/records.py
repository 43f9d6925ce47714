"""What reading yields, article by article, and the limits that it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from extraction.cleaning import printable
from extraction.types import Article

Format = Literal["text", "html", "json", "jsonl", "csv", "rss"]
FORMATS: tuple[Format, ...] = ("text", "html", "json", "jsonl", "csv", "rss")

#: Bytes of one text file or HTML page, and characters of one record of JSON, JSON lines or CSV.
MAX_ARTICLE = 10_000_000
#: Bytes of one feed, which is read as a whole.
MAX_FEED = 20_000_000


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article was read. `number`, from 1, is the line (JSON lines, CSV) or the record (JSON, feeds)."""

    path: Path
    number: int | None
    format: Format

    @property
    def unit(self) -> Literal["line", "record"]:
        """What `number` counts."""
        return "line" if self.format in ("csv", "jsonl") else "record"

    def __str__(self) -> str:
        """As a rejection names it: `path, line 3`."""
        return str(self.path) if self.number is None else f"{self.path}, {self.unit} {self.number}"


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as its file gives it, cleaned. `warnings` are sentences: what was ignored or guessed."""

    article: Article
    origin: Origin
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """A file or a record that is no article, and why. `record` is a line or a record, as `unit` says.

    As a string it is one line for people, with nothing in it that a terminal obeys.
    """

    path: Path
    record: int | None
    field: str
    reason: str
    unit: Literal["line", "record"] = "record"

    def __str__(self) -> str:
        where = printable(str(self.path), 500)
        if self.record is not None:
            where += f", {self.unit} {self.record}"
        subject = f"{printable(self.field)}: " if self.field else ""
        return f"{where}: {subject}{printable(self.reason, 1000)}"


class RefusedError(ValueError):
    """Why a file or a record cannot be read, before it is known where it stands."""

    def __init__(self, reason: str, field: str = "") -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason


class Item(NamedTuple):
    """What a record of a file is: an article, or why it is none. `note` is about the whole file, given once."""

    number: int
    result: Article | RefusedError
    note: str = ""
