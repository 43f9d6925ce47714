"""What stands behind a noun, "a miner injured by falling rock", and behind "of" and "for", "fined for polluting"."""

from __future__ import annotations

import pytest

from extraction import extract
from extraction.types import Article


def told(text: str) -> list[tuple[str, str]]:
    """The title and the EDTF of each event of an article of a Friday."""
    events = extract(Article(text=text, published="2024-05-17")).events
    return [(event.title, event.date.edtf if event.date else "") for event in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A miner injured by falling rock died on Tuesday.",
            [("A miner injured by falling rock died", "2024-05-14")],
        ),
        (
            "A woman wounded by a shell on Monday died in hospital on Tuesday.",
            [
                ("A woman wounded by a shell", "2024-05-13"),
                ("A woman wounded by a shell died in hospital", "2024-05-14"),
            ],
        ),
    ],
)
def test_what_somebody_suffered_before_is_not_told_of_who_did_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The court convicted Mladen Rasic of murdering two men in 2015.", "../2024-05-17"),
        ("The court fined the company for polluting the river in 2020.", "../2024-05-17"),
        ("Prosecutors charged Mladen Rasic with laundering 40 million euros between 2012 and 2014.", "../2024-05-17"),
        ("A court on Monday convicted Mladen Rasic of murdering two men in 2015.", "2024-05-13"),
        # a day is that of the judgement
        ("The court fined the company for polluting the river on Monday.", "2024-05-13"),
    ],
)
def test_a_judgement_is_not_dated_by_the_deed(text: str, edtf: str) -> None:
    assert [date for _, date in told(text)] == [edtf]
