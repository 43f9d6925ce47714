"""Whether what an article tells happened, is to happen, is alleged or denied, and what it says did not happen."""

from __future__ import annotations

import pytest

from extraction import extract
from extraction.types import Article, Event

#: A Monday.
DAY = "2024-06-10"


def events(text: str) -> tuple[Event, ...]:
    """The events of an article of that Monday."""
    return extract(Article(text=text, published=DAY)).events


def told(text: str) -> list[tuple[str, str]]:
    """The occurrence and the title of each event."""
    return [(event.occurrence, event.title) for event in events(text)]


@pytest.mark.parametrize(
    "text",
    [
        "No one was arrested on Sunday.",
        "No shots were fired on Sunday.",
        "No donors were repaid on Friday.",
        "He did not meet the banker in Vienna in March, the minister said.",
        "There was no explosion in Porto on Sunday.",
        "The ministry said there had been no attack on Sunday.",
        "The president never signed the decree on Friday.",
        "Neither side signed the deal on Friday.",
        "None of the hostages were freed on Sunday.",
        "Not one of the ships sank on Sunday.",
        "The summit did not take place on Sunday.",
        "The two sides failed to produce a deal on Friday.",
        "The army carried out no raid on Sunday.",
        "No guards were killed or wounded on Sunday.",
    ],
)
def test_nothing_is_made_of_what_did_not_happen(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("No civilians were killed in Friday's raid on Lamka.", ["Raid on Lamka"]),
        ("Nobody was hurt when the bridge collapsed on Sunday.", ["The bridge collapsed"]),
        # "no" that denies nothing
        (
            "No fewer than nine people were killed on Sunday in Lamka.",
            ["No fewer than nine people were killed in Lamka"],
        ),
        ("In no time rebels captured the port on Sunday.", ["In no time rebels captured the port"]),
        ("There was no doubt that rebels shot the mayor on Friday.", ["Rebels shot the mayor"]),
        # people without something
        ("Villagers with no shelter were rescued on Sunday.", ["Villagers with no shelter were rescued"]),
        # to whom something was given
        ("Voters gave no party a majority on Sunday.", ["Voters gave no party a majority"]),
    ],
)
def test_what_happened_beside_a_negation_stays(text: str, titles: list[str]) -> None:
    assert [title for _, title in told(text)] == titles
