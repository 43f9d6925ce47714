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


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The army denied that its helicopters had bombed the village of Ucpinar on Friday.",
            "The army denied that its helicopters had bombed the village of Ucpinar",
        ),
        ("The army denied it bombed the village on Friday.", "The army denied it bombed the village"),
        ("Iran denied attacking the tanker Petra Star on Sunday.", "Iran denied attacking the tanker Petra Star"),
        ("The army has denied bombing the hospital.", "The army has denied bombing the hospital"),
        (
            "The claim that soldiers burned the village is false, the ministry said.",
            "The claim that soldiers burned the village is false",
        ),
        (
            "The ministry rejected reports that its troops had shelled the market on Friday.",
            "The ministry rejected reports that its troops had shelled the market",
        ),
        (
            "The mayor dismissed as false reports that the bridge had collapsed on Sunday.",
            "The mayor dismissed as false reports that the bridge had collapsed",
        ),
    ],
)
def test_what_is_denied_is_told_as_denied_in_the_words_that_deny_it(text: str, title: str) -> None:
    assert told(text) == [("denied", title)]


def test_who_denies_that_others_did_it_has_no_part_in_it() -> None:
    (other,) = events("The Tarvan army denied that Osran troops had bombed the village on Friday.")
    (itself,) = events("The Tarvan army denied bombing the village on Friday.")

    assert other.actors == ("Osran troops",)
    assert itself.actors == ("Tarvan army",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a denial takes for granted
        (
            "The company denied any involvement in the bombing of the pipeline on Sunday.",
            [("occurred", "The bombing of the pipeline")],
        ),
        # no denial
        ("The minister did not deny meeting the banker in Vienna in March.", []),
        ("The court denied bail to Anna Kovar on Friday.", []),
    ],
)
def test_what_is_not_denied_is_not_told_as_denied(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Viktor Lund is suspected of having set fire to the warehouse on Friday.",
            "Viktor Lund is suspected of having set fire to the warehouse",
        ),
        (
            "Prosecutors charged Viktor Lund with poisoning the well in March.",
            "Prosecutors charged Viktor Lund with poisoning the well",
        ),
        ("Villagers claimed that soldiers shot two farmers on Friday.", "Soldiers shot two farmers"),
        ("Witnesses alleged that guards beat the prisoners on Sunday.", "Guards beat the prisoners"),
        ("Police suspect that Lund killed the banker on Sunday.", "Lund killed the banker"),
        (
            "Reports that a plane crashed near Turku on Sunday could not be confirmed.",
            "A plane crashed near Turku",
        ),
    ],
)
def test_what_is_only_said_of_somebody_is_alleged(text: str, title: str) -> None:
    assert told(text) == [("alleged", title)]


def test_whoever_is_suspected_is_arrested_all_the_same() -> None:
    assert told("Lund, suspected of killing two, was arrested on Friday.")[0][0] == "occurred"


@pytest.mark.parametrize("source", ["the ministry said", "police said", "he said", "a spokesman for the army said"])
def test_a_title_leaves_out_who_says_so(source: str) -> None:
    assert told(f"Nine people were killed in Lamka on Sunday, {source}.") == [
        ("occurred", "Nine people were killed in Lamka")
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The search for survivors continues.", "The search for survivors continues"),
        ("Clashes are continuing in the hills.", "Clashes are continuing in the hills"),
        ("Negotiations are still going on in Porto.", "Negotiations are still going on in Porto"),
        ("Protests have been continuing in Porto.", "Protests have been continuing in Porto"),
        ("Troops are attacking the town.", "Troops are attacking the town"),
        ("The company is laying off 200 workers.", "The company is laying off 200 workers"),
    ],
)
def test_what_is_under_way_is_ongoing(text: str, title: str) -> None:
    assert told(text) == [("ongoing", title)]


@pytest.mark.parametrize(
    "text",
    [
        "The talks continue to stall.",
        "The price of bread continues to rise.",
        "If troops are attacking the town, people flee.",
        "The army is not attacking the town.",
        "“Troops are attacking the town,” the mayor said.",
        "“The shelling of the eastern suburbs of the town continues,” a resident said.",
    ],
)
def test_what_may_be_is_not_or_is_only_said_is_not_ongoing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "source",
    [
        ", Sheriff Anna Whitcomb said",
        ", said Sheriff Anna Whitcomb",
        ", the BBC reported",
        ", according to Sheriff Anna Whitcomb",
        " according to the Leeds sheriff's office",
        ", spokesman Karl Brandt told AFP",
        ", Reuters said, citing Governor Ahmed Salih",
        ", a spokesman for the governor in Basra said on Friday",
    ],
)
def test_who_is_quoted_for_it_takes_no_part_in_it(source: str) -> None:
    (event,) = events(f"Gunmen killed three farmers in Kirkuk on Sunday{source}.")

    assert (event.title, event.actors) == ("Gunmen killed three farmers in Kirkuk", ())
    assert [place.name for place in event.places] == ["Kirkuk"]


def test_who_confirms_something_is_no_source_of_what_went_before() -> None:
    (event, *_) = events("Rebels seized the town in Kirkuk on Sunday, the army confirmed the losses.")

    assert "the army confirmed the losses" in event.title
