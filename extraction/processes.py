"""Extraction in a process of its own, which is given a curator's gazetteer once, when it begins."""

from __future__ import annotations

from extraction.pipeline import extract
from extraction.places import Gazetteer
from extraction.types import Article, Extraction


class _Given:
    """What this process was given: a gazetteer is large, so that it is not sent along with each article."""

    gazetteer: Gazetteer | None = None


def prepare(gazetteer: Gazetteer | None) -> None:
    """The initializer of a process that extracts: keeps the gazetteer for all its articles."""
    _Given.gazetteer = gazetteer


def extract_prepared(article: Article) -> Extraction:
    """All that is found in the article, with the gazetteer that the process was given."""
    return extract(article, _Given.gazetteer)
