"""From an article to all that is found in it: a pure function, without clock, network or database."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from extraction.dates import Dates, find_dates, find_published
from extraction.events import find_events
from extraction.places import Gazetteer
from extraction.statements import find_statements
from extraction.text import Document
from extraction.types import Article, Event, Extraction, Published, Statement

Found = TypeVar("Found")


def extract(article: Article, gazetteer: Gazetteer | None = None) -> Extraction:
    """All that the article says of who said what, what happened and when. Never alters its input, never raises.

    `gazetteer` holds a curator's own places, which come before those of GeoNames.
    """
    document = Document(article.text)
    failures: list[str] = []

    def attempt(what: str, find: Callable[[], Found], otherwise: Found) -> Found:
        """What a part of the extractor finds; where it fails, the other parts go on and a warning names it."""
        try:
            return find()
        except Exception as error:
            failures.append(f"looking for {what} failed: {error!r}")
            return otherwise

    published: Published | None = None
    published = attempt("the publication date", lambda: find_published(document, article), published)
    dates = attempt("dates", lambda: find_dates(document, published, article), Dates(()))
    said: tuple[Statement, ...] = ()
    said = attempt("statements", lambda: find_statements(document, published, dates.timexes), said)
    happened: tuple[Event, ...] = ()
    happened = attempt("events", lambda: find_events(document, published, dates.timexes, said, gazetteer), happened)
    return Extraction(published, dates.timexes, said, happened, (*dates.warnings, *failures))
