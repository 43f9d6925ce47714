"""Whether a weekday lies behind or ahead: what the tense and the words around it say, and how near it is."""

from __future__ import annotations

import pytest

from extraction.dates import find_dates, find_published
from extraction.dates.lexicon import WEEKDAYS
from extraction.text import Document
from extraction.types import Article

#: A Thursday.
PUBLISHED = "2016-11-17"
BEHIND = (
    "The owner could not be reached Monday.",
    "He could not explain why he fled Monday.",
    "On Tuesday, the band played in Reno.",
    "The two leaders met in Geneva on Saturday.",
    "The report, released Monday, is expected to lift shares.",
    "Tuesday's jobs report showed growth.",
    "She won Tuesday's primary.",
    "Her victory on Tuesday will change the race.",
    "His speech Tuesday will be remembered.",
    "The company, which announced the cuts Monday, will close two mills.",
    "He said Monday that he would resign.",
    "He will resign, he said Monday.",
    '"We will win," she told a crowd on Sunday.',
    "Police are looking for a man who fled Monday after a crash.",
    "Prosecutors want to know what he did Monday.",
    "The storm that hit Monday is expected to cost billions.",
    "Since Monday, no ship has been allowed to leave.",
    "No ship has left since a strike began Monday.",
    "The sale ran from Monday through Wednesday.",
    "The survey of 800 adults was taken from Nov. 3 through Sunday.",
    "He announced his plans Friday.",
    "He announced plans Friday to build a mill.",
    "He agreed Monday to testify.",
    "Thousands marched Saturday.",
    "In a letter dated Monday, he asked for more time.",
    "The prince, who flew to Kenya on Sunday, is to hold talks.",
    "The bill, passed Tuesday, takes effect in March.",
    "The Supreme Court heard the case Tuesday.",
    "The man accused of shooting a guard Monday will plead not guilty.",
    "The mayor is under fire for remarks Monday about the police.",
    "There was no word Monday on when the mine would reopen.",
    "It was not clear Monday whether he would appeal.",
    "Doctors hoped to release him Tuesday, but he fell ill.",
    "He is recovering from surgery he had Monday.",
    "He turned 60 on Monday.",
    "The deadline for bids was Monday.",
    "He has been missing since leaving work Monday.",
    "The last round of talks, on Monday, was seen as a failure.",
    "The latest attack, on Sunday, killed nine.",
    "The star scored twice in Sunday's game.",
    "Two were killed in a crash late Saturday night.",
    "She began work on Monday.",
    "A spokesman would neither confirm nor deny the report Monday.",
)
AHEAD = (
    "The trial was postponed until Monday.",
    "The vote was delayed until Friday because of snow.",
    "The judge adjourned the hearing until Tuesday.",
    "He was ordered to appear in court Monday.",
    "She was told to report to the base by Saturday.",
    "The council could vote as early as Friday.",
    "The measure may come to the floor Monday.",
    "A ruling might come Friday.",
    "Services are set for Saturday at the chapel.",
    "A memorial is planned for Sunday.",
    "The funeral is Saturday.",
    "The game is Sunday in Dallas.",
    "The team plays Sunday in Dallas.",
    "Dallas hosts Denver on Sunday.",
    "The senator faces voters Tuesday.",
    "On Saturday, the band plays in Reno.",
    "They must leave by Sunday.",
    "Strikers have until Friday to accept the offer.",
    "The two leaders meet in Geneva on Saturday.",
    "The two leaders are meeting Saturday in Geneva.",
    "The minister arrives Friday for talks.",
    "The minister was to arrive Friday for talks.",
    "The report is due out Friday.",
    "The report, due Friday, is expected to show growth.",
    "Friday's jobs report is expected to show growth.",
    "Traders are waiting for Friday's jobs report.",
    "Investors were cautious before Friday's jobs report.",
    "Investors were cautious ahead of the jobs report on Friday.",
    "She needs a win in Saturday's primary.",
    "He hopes for a win Saturday.",
    "Polls show her leading before Saturday's primary.",
    "His speech Saturday will be his first in the state.",
    "The company, which announced the cuts, will close two mills Monday.",
    "He said he would resign Monday.",
    "He said he will resign on Monday.",
    '"We will win Sunday," she told a crowd.',
    "If the talks fail, a strike begins at midnight Friday.",
    "Rain is likely Saturday and Sunday.",
    "Snow could reach the coast late Friday.",
    "The sale runs through Sunday.",
    "He plans to announce his choice Friday.",
    "He agreed to testify Monday.",
    "The panel has invited him to testify Monday.",
    "Thousands are expected at a march Saturday.",
    "Thousands are expected to march Saturday.",
    "The release, on Friday, of his first album will end the wait.",
    "The prince flies to Kenya on Sunday for a week of talks.",
    "Congress returns Monday from its break.",
    "The Supreme Court hears the case Tuesday.",
    "The Supreme Court, which hears the case Tuesday, has eight members.",
    "Doctors hope to release him Friday.",
    "Weather permitting, the launch is at noon Saturday.",
    "He is to have surgery Monday.",
    "He turns 60 on Saturday.",
    "The deadline for bids is Monday.",
    "Expect delays Friday as crews work on the bridge.",
    "Coming Sunday: an interview with the mayor.",
    "Schools will stay shut Friday, officials said Wednesday.",
    "The star is out for Sunday's game with a bad knee.",
    "The star is doubtful for Sunday.",
    "All eyes are on Saturday's caucuses.",
    "Fans lined up for tickets to Saturday's concert.",
    "She begins work on Monday.",
    "Judge Alma Reyes set a hearing for Monday.",
    "The agency wants comments by Friday.",
)


def days(text: str) -> list[str]:
    """The days that the weekdays of the text are resolved to."""
    article = Article(text=text, published=PUBLISHED)
    timexes = find_dates(Document(text), find_published(Document(text), article), article).timexes
    return [t.value[:10] for t in timexes if not WEEKDAYS.keys().isdisjoint(t.text.lower().split())]


@pytest.mark.parametrize("text", BEHIND)
def test_it_looks_back(text: str) -> None:
    assert days(text)[0] < PUBLISHED


@pytest.mark.parametrize("text", AHEAD)
def test_it_looks_ahead(text: str) -> None:
    assert days(text)[0] > PUBLISHED


@pytest.mark.parametrize(
    ("weekday", "day"),
    [
        ("Wednesday", "2016-11-16"),
        ("Tuesday", "2016-11-15"),
        ("Monday", "2016-11-14"),
        ("Sunday", "2016-11-13"),
        ("Saturday", "2016-11-19"),
        ("Friday", "2016-11-18"),
    ],
)
def test_without_a_cue_it_is_the_nearer_day_with_a_leaning_to_what_is_over(weekday: str, day: str) -> None:
    assert days(f"A march {weekday} in Rome.") == [day]
