"""What is to happen, and on which day, where no "will" says so."""

from __future__ import annotations

import pytest

from extraction import extract
from extraction.types import Article

#: A Monday.
DAY = "2024-06-10"


def told(text: str) -> list[tuple[str, str, str]]:
    """Occurrence, title and EDTF of each event."""
    events = extract(Article(text=text, published=DAY)).events
    return [(event.occurrence, event.title, event.date.edtf if event.date else "") for event in events]


def test_what_is_expected_of_something_is_a_plan() -> None:
    assert told("Officials expect the bridge to open on Friday.") == [("planned", "The bridge to open", "2024-06-14")]
    assert told("The bank expects prices to fall.") == []


def test_what_is_set_on_fire_is_not_scheduled() -> None:
    (event,) = extract(Article(text="The mill was set on fire on Sunday.", published="2024-06-10")).events

    assert event.occurrence == "occurred"


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        ("The army plans to attack Lamka in July.", "The army plans to attack Lamka", "2024-07"),
        ("The company plans to close the plant in July.", "The company plans to close the plant", "2024-07"),
        ("The government plans to deport migrants in July.", "The government plans to deport migrants", "2024-07"),
        ("Finance ministers meet in Brussels on Thursday.", "Finance ministers meet in Brussels", "2024-06-13"),
        ("The summit opens in Lagos on Thursday.", "The summit opens in Lagos", "2024-06-13"),
        ("The strike begins on Thursday.", "The strike begins", "2024-06-13"),
        ("Voters go to the polls on Sunday.", "Voters go to the polls", "2024-06-16"),
        ("The trial starts on 20 June.", "The trial starts", "2024-06-20"),
        ("The president visits Oslo next week.", "The president visits Oslo", "2024-06-17/2024-06-23"),
        ("Lawmakers may vote on the bill on Thursday.", "Lawmakers may vote on the bill", "2024-06-13"),
        ("They hope to sign the deal on Friday.", "They hope to sign the deal", "2024-06-14"),
    ],
)
def test_what_lies_ahead_is_planned_for_the_day_to_come(text: str, title: str, date: str) -> None:
    assert told(text) == [("planned", title, date)]


@pytest.mark.parametrize(
    "text",
    [
        "The two sides could sign the deal on Friday.",
        "The new bridge opens in 2026.",
        "The bridge will open in May 2025.",
        "The law takes effect on 1 July.",
    ],
)
def test_what_begins_after_the_report_has_not_occurred(text: str) -> None:
    assert not [one for one in told(text) if one[0] == "occurred"]


def test_the_past_tense_stays_past() -> None:
    assert told("Finance ministers met in Brussels on Thursday.") == [
        ("occurred", "Finance ministers met in Brussels", "2024-06-06")
    ]
    assert told("The army attacked Lamka in July.")[0][0] == "occurred"


@pytest.mark.parametrize(
    ("text", "title", "edtf"),
    [
        ("The vote is scheduled for 20 June.", "The vote is scheduled", "2024-06-20"),
        ("A second hearing is planned for Tuesday.", "A second hearing is planned", "2024-06-11"),
        ("The trial is set for 20 June.", "The trial is set", "2024-06-20"),
        ("Elections are slated for 20 June.", "Elections are slated", "2024-06-20"),
    ],
)
def test_what_a_day_is_set_for_is_planned(text: str, title: str, edtf: str) -> None:
    (event,) = extract(Article(text=text, published="2024-06-10")).events

    assert (event.occurrence, event.title, event.date and event.date.edtf) == ("planned", title, edtf)


def test_a_plan_without_a_day_may_come_about_from_when_it_was_made_known() -> None:
    (event,) = extract(Article(text="The union said on 2 May that it would strike.", published="2024-05-17")).events

    assert (event.occurrence, event.date and event.date.edtf) == ("planned", "2024-05-02/..")


@pytest.mark.parametrize(
    "text",
    [
        "The strike would last until the owners paid more, union leader Jan Kos said.",
        "The miners vowed to strike until the owners raised wages.",
        "The ship will stay in port until the army lifts the blockade.",
    ],
)
def test_what_a_plan_waits_for_has_not_happened(text: str) -> None:
    found = extract(Article(text=text, published="2024-05-17")).events

    assert [event for event in found if event.occurrence != "planned"] == []


def test_the_news_does_not_go_on_from_what_went_before_it() -> None:
    text = (
        "A bomb exploded near a market in Lenz on Wednesday. On Tuesday night gunmen had attacked a checkpoint. "
        "The Red Front claimed responsibility for the bombing."
    )
    dates = [event.date and event.date.edtf for event in extract(Article(text=text, published="2024-05-17")).events]

    assert dates == ["2024-05-15", "2024-05-14", "2024-05-15"]
