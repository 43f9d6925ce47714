"""Who said what, in which role, and when."""

from __future__ import annotations

from extraction.statements.reading import read_statements
from extraction.text import Document
from extraction.types import Published, Statement, Timex


def find_statements(
    document: Document, published: Published | None, timexes: tuple[Timex, ...]
) -> tuple[Statement, ...]:
    """The statements of the text in order of appearance. Never raises; linear in the length of the text."""
    return read_statements(document, published, timexes)
