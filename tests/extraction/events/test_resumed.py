"""Who did it, where something between commas describes them first."""

from __future__ import annotations

import pytest

from extraction import extract
from extraction.types import Article


def dated(text: str) -> dict[str, str]:
    """The titles of the events of an article of a Monday, and their EDTF."""
    events = extract(Article(text=text, published="2024-06-10")).events
    return {event.title: event.date.edtf if event.date else "" for event in events}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Rebels have killed at least 22 men since March.",
            {"Rebels have killed at least 22 men": "2024-03-01/2024-06-10"},
        ),
        ("It was the worst flood since 1931.", {"The worst flood": "../2024-06-10"}),
        (
            "Nine men died in the flood, the worst since 1962, which struck on Sunday.",
            {"Nine men died in the flood, the worst": "../2024-06-10", "The flood struck": "2024-06-09"},
        ),
        ("Rebels freed 20 hostages held since March on Sunday.", {"Rebels freed 20 hostages held": "2024-06-09"}),
        (
            "The union sold the mill, which it bought in May, on Sunday.",
            {"The union sold the mill": "2024-06-09", "It bought": "2024-05"},
        ),
        (
            "Thousands have fled since fighting erupted on 25 May.",
            {"Thousands have fled": "2024-05-25/2024-06-10", "Fighting erupted": "2024-05-25"},
        ),
        ("The verdict, due on Friday, was postponed to 3 July.", {"The verdict, due, was postponed": "../2024-06-10"}),
        (
            "The minister will stand trial in September, a judge ruled on Sunday.",
            {"The minister will stand trial": "2024-09", "A judge ruled": "2024-06-09"},
        ),
        ("In 1991 a no-fly zone was set up.", {"A no-fly zone was set up": "1991"}),
        ("Rebels have killed nine men over the past week.", {"Rebels have killed nine men": "2024-06-03/2024-06-10"}),
        (
            "Two men died and three were hurt on Sunday in an attack on the port.",
            {"Two men died": "2024-06-09", "Three were hurt in an attack on the port": "2024-06-09"},
        ),
        ("On Sunday both sides agreed to meet.", {"Both sides agreed to meet": "2024-06-09"}),
        (
            "During a visit to Porto on 5 March, the mayor pledged 20 million dollars.",
            {"A visit to Porto": "2024-03-05", "The mayor pledged 20 million dollars": "2024-03-05"},
        ),
        (
            "Rebels attacked the port, he said, the third such attack this year.",
            {"Rebels attacked the port": "../2024-06-10"},
        ),
        (
            "The parties agreed in May to ban most oil imports by the end of the year.",
            {"The parties agreed to ban most oil imports": "2024-05"},
        ),
        (
            "The parties agreed a truce starting on Sunday.",
            {"The parties agreed a truce": "../2024-06-10"},
        ),
    ],
)
def test_what_is_counted_or_begins_is_not_dated_by_that(text: str, found: dict[str, str]) -> None:
    assert dated(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Officials said rebels attacked the port on Sunday.", {"Rebels attacked the port": "2024-06-09"}),
        ("The ministry said 7 bakers died in April.", {"7 bakers died": "2024-04"}),
        (
            "Residents said gunmen stormed the mill and burned houses on Sunday.",
            {"Gunmen stormed the mill and burned houses": "2024-06-09"},
        ),
        ("Officials said on Sunday rebels attacked the port.", {"Rebels attacked the port": "../2024-06-09"}),
        ("The agency, OBS, said rebels attacked the port on Sunday.", {"Rebels attacked the port": "2024-06-09"}),
        ("The agency confirmed the raid killed nine men on Sunday.", {"The raid killed nine men": "2024-06-09"}),
        ("He told the court his men burned the mill in May.", {"His men burned the mill": "2024-05"}),
        ("The report says troops burned the mill in 2016.", {"Troops burned the mill": "2016"}),
        ("According to the agency, rebels attacked the port on Sunday.", {"Rebels attacked the port": "2024-06-09"}),
        ("“It is over,” said Viktor Lund, who was arrested on Sunday.", {"Viktor Lund was arrested": "2024-06-09"}),
    ],
)
def test_what_is_said_without_that_is_told_of_its_own_subject(text: str, found: dict[str, str]) -> None:
    assert dated(text) == found


def test_a_judgement_is_no_death() -> None:
    found = dated("The court on Friday sentenced Viktor Lund to death over the 2014 Orsay massacre.")

    assert found == {"The court sentenced Viktor Lund to death": "2024-06-07", "Orsay massacre": "2014"}


def test_what_is_done_again_is_told_again() -> None:
    found = dated("Viktor Lund was elected in 2010 and was re-elected in 2014.")

    assert found == {"Viktor Lund was elected": "2010", "Viktor Lund was re-elected": "2014"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Minister Anna Kovar resigned. The factory, which makes fireworks, exploded on Sunday, killing nine.",
            "The factory exploded, killing nine",
        ),
        (
            "Police arrested Viktor Lund on Friday. The bank, which denied wrongdoing, had lost 3 million euros.",
            "The bank had lost 3 million euros",
        ),
        ("The bridge, which opened in 1931, collapsed.", "The bridge collapsed"),
        ("The driver, who was drunk, hit a cyclist near Turku on Sunday.", "The driver hit a cyclist near Turku"),
        ("The factory, where 300 people work, burned down on Sunday.", "The factory burned down"),
        ("Viktor Lund, whose brother owns the bank, was arrested on Friday.", "Viktor Lund was arrested"),
        ("In Porto, the mill, which employs 90 people, shut on Sunday.", "The mill shut"),
        ("The court, which sits in Geneva, on Friday jailed Viktor Lund.", "The court jailed Viktor Lund"),
        ("A woman who slept was killed on Sunday.", "A woman was killed"),
        ("Viktor Lund worked as a baker until 2014 and was arrested on Friday.", "Viktor Lund was arrested"),
        ("Viktor Lund served as mayor and was arrested on Friday.", "Viktor Lund served as mayor and was arrested"),
        ("As mayor, Viktor Lund opened the bridge on Sunday.", "Viktor Lund opened the bridge"),
        ("Denying that he had lied, Viktor Lund resigned on Sunday.", "Viktor Lund resigned"),
        (
            "At least 23 people, including six children, died on Sunday when a boat sank.",
            "At least 23 people, including six children, died when a boat sank",
        ),
        ("The mine, closed since 2016, was sold on Friday.", "The mine was sold"),
        ("Viktor Lund, mayor since 2016, resigned on Friday.", "Viktor Lund, mayor, resigned"),
        ("Two men, arrested as they fled, were freed on Friday.", "Two men, arrested as they fled, were freed"),
        ("In May, after the raid, troops left.", "Troops left"),
        ("The rebels, whose leader was killed on Friday, signed a truce.", "The rebels’ leader was killed"),
        ("The army bombed the camp, killing six, and later seized it on Friday.", "The army seized it"),
        (
            "Police arrested two men, seizing guns and closing the road on Friday.",
            "Police seizing guns and closing the road",
        ),
        (
            "The army took the town, shot four officers and burned the mill on Friday.",
            "The army took the town, shot four officers and burned the mill",
        ),
        ("Viktor Lund met Moon Jae-in on Friday.", "Viktor Lund met Moon Jae-in"),
        ("The court asked Ali al-Lund to appear on Friday.", "The court asked Ali al-Lund to appear"),
        ("The town fell after a siege and was looted on Friday.", "The town was looted"),
    ],
)
def test_a_verb_keeps_the_subject_that_is_described_before_it(text: str, title: str) -> None:
    assert title in dated(text)


def test_what_describes_a_subject_does_not_date_what_it_did() -> None:
    assert dated("The bridge, which opened in 1931, collapsed.")["The bridge collapsed"] == "../2024-06-10"
    assert dated("The ship, which left Oslo on Friday, sank.")["The ship sank"] == "../2024-06-10"


def test_who_is_described_is_who_she_is_in_the_next_sentence() -> None:
    text = "Bo Dahl fled on Friday. Anna Kovar, who founded the firm, resigned. She was arrested on Sunday."

    assert "Anna Kovar was arrested" in dated(text)
