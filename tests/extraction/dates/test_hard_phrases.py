"""Nothing is invented: phrases of which no calendar date may be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from extraction.dates import find_dates, find_published
from extraction.text import Document
from extraction.types import Article

LINES = (Path(__file__).parent / "hard_phrases.txt").read_text(encoding="utf-8").splitlines()
PHRASES = [line for line in LINES if line and not line.startswith("# ")]


@pytest.mark.parametrize("phrase", PHRASES)
def test_it_makes_no_date_of_a_hard_phrase(phrase: str) -> None:
    article = Article(text=phrase, published="2021-03-03")
    document = Document(phrase)

    found = find_dates(document, find_published(document, article), article).timexes

    assert [(t.text, t.rule) for t in found if t.date is not None or t.alternatives] == []


@pytest.mark.parametrize("phrase", PHRASES)
def test_it_takes_no_publication_date_from_a_hard_phrase(phrase: str) -> None:
    article = Article(text=phrase)

    assert find_published(Document(phrase), article) is None


def test_there_are_three_hundred_hard_phrases() -> None:
    assert len(set(PHRASES)) == len(PHRASES) >= 300
