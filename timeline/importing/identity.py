"""What makes two readings the same article, and what makes them differ."""

from __future__ import annotations

import hashlib

from extraction import Article
from extraction.names import folded
from timeline.models.source import read_from


def identity(article: Article) -> str:
    """The article's key: its URL; else its publisher's own number; else its publisher and text.

    So the same text from another publisher is another source, and a changed text under the same
    address is the same one, changed.
    """
    if article.url:
        return read_from(article.url)
    if article.record_id:
        return f"id:{_hash(folded(article.publisher), article.record_id)}"
    return f"text:{_hash(folded(article.publisher), article.text)}"


def fingerprint(article: Article) -> str:
    """A hash of all that was read: equal where nothing about the article has changed."""
    return _hash(
        article.text,
        article.title,
        article.url,
        article.publisher,
        article.record_id,
        article.language,
        article.published,
    )


def text_hash(text: str) -> str:
    """SHA-256 of a text in UTF-8 (hex)."""
    return hashlib.sha256(text.encode()).hexdigest()


def _hash(*parts: str) -> str:
    return text_hash("\0".join(parts))
