"""From an article to all that is found in it: a pure function, without clock, network or database."""

from __future__ import annotations

from extraction.dates import find_dates, find_published
from extraction.events import find_events
from extraction.statements import find_statements
from extraction.text import Document
from extraction.types import Article, Extraction

#: Recorded with every import, so that a change of rules can be told from a change of texts.
VERSION = "0.1"


def extract(article: Article) -> Extraction:
    """All that the article says of who said what, what happened and when. Never alters its input, never raises."""
    document = Document(article.text)
    published = find_published(document, article)
    dates = find_dates(document, published, article)
    statements = find_statements(document, published, dates.timexes)
    events = find_events(document, published, dates.timexes, statements)
    return Extraction(published, dates.timexes, statements, events, dates.warnings)
