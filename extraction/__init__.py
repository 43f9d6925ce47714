"""News articles in, dated and attributed records out.

>>> from extraction import Article, extract
>>> found = extract(Article(text="BAGHDAD, 3 May 2021 - Two men were arrested on Sunday."))
"""

from extraction.pipeline import extract
from extraction.types import Article, DateValue, Event, Extraction, Place, Published, Said, Statement, Timex
from extraction.version import VERSION

__all__ = [
    "VERSION",
    "Article",
    "DateValue",
    "Event",
    "Extraction",
    "Place",
    "Published",
    "Said",
    "Statement",
    "Timex",
    "extract",
]
