"""Where sentences end."""

from __future__ import annotations

import pytest

from extraction.text import Document

CASES = [
    ("It rained. It stopped.", ["It rained.", "It stopped."]),
    # titles, initials, months and numbers
    ("Gen. J. R. Holm left Sept. 8, 2020. None saw.", ["Gen. J. R. Holm left Sept. 8, 2020.", "None saw."]),
    # an abbreviation may end a sentence, where the next word can only begin one
    ("He left the U.S. The rest stayed.", ["He left the U.S.", "The rest stayed."]),
    ("The U.S. Coast Guard came.", ["The U.S. Coast Guard came."]),
    ("They met at 5 p.m. Monday in port.", ["They met at 5 p.m. Monday in port."]),
    # marks that close a quotation stay with the sentence
    ("“It rained.” Then it stopped.", ["“It rained.”", "Then it stopped."]),
    # a question inside a sentence does not end it
    ("“Did it rain?” he asked.", ["“Did it rain?” he asked."]),
    # a space forgotten after a full stop
    ("They lost the boat.But they kept the nets.", ["They lost the boat.", "But they kept the nets."]),
    ("It was… late. And then?", ["It was… late.", "And then?"]),
    # a line break always ends one
    ("A headline without a stop\nThe text.", ["A headline without a stop", "The text."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_it_splits_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in Document(text).sentences] == expected
