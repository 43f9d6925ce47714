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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The studio released the film Friday.", ["Friday"]),
        ('He said that he would resign "tomorrow".', ["tomorrow"]),
        ('In the film "Home", shown on Friday, he sang.', ["Friday"]),
        ("The revolution of 1979 and the 1979 Revolution are one.", ["1979", "1979"]),
        ("On March 14 Alliance leaders met.", ["March 14"]),
        ("In October War broke out.", ["October"]),
        ("The March 14 meeting and the July 20 group photo are his.", ["March 14", "July 20"]),
        ("He told the judge Friday that he lay in the sun on Sunday.", ["Friday", "Sunday"]),
        ("In June, 34, in August, 35 men left.", ["June", "August"]),
        ("Tomorrow Mayor Roe will speak.", ["Tomorrow"]),
        ("Mayor to Speak Tomorrow in Town", ["Tomorrow"]),
        ("Protesters filled Oak Street on Sunday.", ["Sunday"]),
        ("In the third quarter profit rose 10 percent.", ["the third quarter"]),
        ("Rooms were shut from 2001 to 2010.", ["2001", "2010"]),
        ("A novel of 1984 and the 1984 film are good.", ["1984", "1984"]),
    ],
)
def test_it_keeps_the_dates_that_look_nearly_like_them(text: str, words: list[str]) -> None:
    article = Article(text=text, published="2021-03-03")

    found = find_dates(Document(text), find_published(Document(text), article), article).timexes

    assert [t.text for t in found if t.date is not None] == words
