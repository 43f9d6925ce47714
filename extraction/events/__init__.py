"""What happened, where, to whom, and when."""

from __future__ import annotations

from extraction.text import Document
from extraction.types import Event, Published, Statement, Timex


def find_events(
    document: Document, published: Published | None, timexes: tuple[Timex, ...], statements: tuple[Statement, ...]
) -> tuple[Event, ...]:
    """The happenings that the text reports, in order of appearance."""
    return ()
