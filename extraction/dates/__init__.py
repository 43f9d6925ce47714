"""Time expressions: found, resolved, explained, never invented."""

from __future__ import annotations

from dataclasses import dataclass

from extraction.text import Document
from extraction.types import Article, Published, Timex


@dataclass(frozen=True, slots=True)
class Dates:
    """The time expressions of a text in order of appearance, and sentences about limits reached."""

    timexes: tuple[Timex, ...]
    warnings: tuple[str, ...] = ()


def find_published(document: Document, article: Article) -> Published | None:
    """When the article was published: given, stated in its text, or bounded by it; None where nothing proves it."""
    return None


def find_dates(document: Document, published: Published | None, article: Article) -> Dates:
    """All time expressions of the text, resolved against `published` and each other."""
    return Dates(())
