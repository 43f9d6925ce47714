"""What makes an event, how it is dated, and what is none."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction import edtf
from extraction.events import find_events
from extraction.text import Document
from extraction.types import DateValue, Event, Published, Said, Statement, Timex

PUBLISHED = Published(edtf.parse("2021-05-14"), "metadata")


def timex(text: str, words: str, date: str | DateValue | None, nth: int = 0) -> Timex:
    """A time expression where `words` stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    value = edtf.parse(date) if isinstance(date, str) else date
    return Timex(start, start + len(words), words, "DATE", "", "test", date=value)


def find(text: str, *dates: tuple[str, str]) -> tuple[Event, ...]:
    """The events of a text published on 14 May 2021, with the given expressions and their EDTF."""
    return find_events(Document(text), PUBLISHED, tuple(timex(text, words, date) for words, date in dates), ())


@pytest.mark.parametrize(
    ("text", "dates", "titles"),
    [
        # a finite verb of the table, without any date
        ("Gunmen killed four farmers near the river.", [], ["Gunmen killed four farmers near the river"]),
        # a verb of a class that is listed whole
        ("The trawler Anna was scuttled off Sarn.", [], ["The trawler Anna was scuttled off Sarn"]),
        # the passive
        ("A former mayor was arrested in Lyon.", [], ["A former mayor was arrested in Lyon"]),
        # a date is left out of the title
        ("Lawmakers approved the budget on Tuesday.", [("Tuesday", "2021-05-11")], ["Lawmakers approved the budget"]),
        # the fronted date as well
        ("On Tuesday, rebels seized the port.", [("Tuesday", "2021-05-11")], ["Rebels seized the port"]),
        # two happenings in a sentence, each with a subject
        (
            "Rebels seized the port and the governor resigned.",
            [],
            ["Rebels seized the port", "The governor resigned"],
        ),
        # one happening told by two verbs of one subject
        ("Police raided the flat and arrested two men.", [], ["Police raided the flat and arrested two men"]),
        # a noun that hangs on "following"
        (
            "Schools stayed empty following the assassination of a minister in Oslo.",
            [],
            ["The assassination of a minister in Oslo"],
        ),
        # a weak verb needs a date, except where an article begins
        ("Prices rose sharply.", [], ["Prices rose sharply"]),
        ("It was hot. It was dry. Prices rose sharply.", [], []),
        ("Prices rose sharply in March.", [("March", "2021-03")], ["Prices rose sharply"]),
        # a verb that the table does not know needs one too
        ("The mill shuttered in 2014.", [("2014", "2014")], ["The mill shuttered"]),
        # no event: opinions, states, habits, wishes, conditions, negations
        ("The minister said the plan was a mistake.", [], []),
        ("The country has three large ports.", [], []),
        ("Militants continue to attack convoys.", [], []),
        ("The army wants to attack the town.", [], []),
        ("If rebels attack the town, people will leave.", [], []),
        ("The two leaders did not sign the treaty.", [], []),
        ("Police arrested nobody at the gate.", [], []),
        ("It was hot. It was dry. Nobody was injured in the fire.", [], []),
        # a state that begins with a decision
        ("It was hot. It was dry. The bakers were on strike.", [], ["The bakers were on strike"]),
        ("She said she hoped to meet him.", [], []),
        # no event: whose happening nobody reports, in a clause that only says who is meant
        ("People who killed animals are ashamed.", [], []),
        # what there was; what befell somebody; what a verb behind it takes for granted
        ("It was hot. It was dry. There has been an explosion at the mill.", [], ["There has been an explosion"]),
        ("It was hot. It was dry. The club suffered a defeat in Sarn.", [], ["The club suffered a defeat in Sarn"]),
        (
            "It was hot. It was dry. The flood in Sarn, which came at night, has cost millions.",
            [],
            ["The flood in Sarn"],
        ),
        # no event: what there was not
        ("It was hot. It was dry. There was no explosion at the mill.", [], []),
        # what came of it belongs to its words, and who says so does not
        ("A bus fell from a bridge, killing two, police said.", [], ["A bus fell from a bridge, killing two"]),
        # whom a clause is about
        ("Two men arrested on Monday face trial.", [("Monday", "2021-05-10")], ["Two men arrested"]),
        # a noun that a participle dates
        (
            "The deal, signed on Monday, is a good one.",
            [("Monday", "2021-05-10")],
            ["The deal is a good one"],
        ),
        ("Sunday's derby was fun.", [("Sunday", "2021-05-09")], ["Derby was fun"]),
        # what a noun phrase refers to, wherever it stands; not what it only describes, or what lies ahead
        (
            "It was hot. It was dry. Anna Berg is among the victims of the bus accident on the road to Sarn.",
            [],
            ["The bus accident on the road to Sarn"],
        ),
        ("It was hot. It was dry. Since the shelling of Sarn the mill is shut.", [], ["The shelling of Sarn"]),
        ("It was hot. It was dry. The strike leader is ill.", [], []),
        ("It was hot. It was dry. He hopes for the election of a woman.", [], []),
        ("It was hot. It was dry. She speaks of the planned merger with Sarn Steel.", [], []),
        # a bare noun only where nothing else tells of it
        ("A bomb killed two men in Sarn. He saw the mayor weep after the attack.", [], ["A bomb killed two men"]),
        # no event: furniture
        ("The weather was fine in the north.\n\nRelated stories\n\nPolice killed two men.", [], []),
        # an opinion in quotation marks; a report in quotation marks
        ("“We must attack poverty and increase wages,” he said.", [], []),
        ("“They attacked our village and killed my father,” she said.", [], ["They attacked our village and killed"]),
    ],
)
def test_it_lists_what_happened(text: str, dates: list[tuple[str, str]], titles: list[str]) -> None:
    found = find(text, *dates)

    assert len(found) == len(titles), found
    for event, title in zip(found, titles, strict=True):
        assert event.title.startswith(title)


@pytest.mark.parametrize(
    ("text", "occurrence"),
    [
        ("The president is expected to meet his rival in June.", "planned"),
        ("The court will hear and release the men in June.", "planned"),
        ("The ministers plan to sign the accord in June.", "planned"),
        ("The ministers are going to sign the accord in June.", "planned"),
        ("The firm announced that it would close the plant in June.", "planned"),
        ("Rebels attacked the town in June.", "occurred"),
        ("Talks are under way to end the strike.", "ongoing"),
        ("Two officers were accused of killing a witness.", "alleged"),
        ("The mayor allegedly shot his driver.", "alleged"),
    ],
)
def test_it_tells_what_happened_from_what_may(text: str, occurrence: str) -> None:
    found = find(text, *([("June", "2021-06")] if "June" in text else []))

    assert occurrence in [event.occurrence for event in found]


@pytest.mark.parametrize(
    ("text", "dates", "earliest", "latest", "basis"),
    [
        # stated
        ("Rebels seized the port on 3 May.", [("3 May", "2021-05-03")], "2021-05-03", "2021-05-03", "stated"),
        # the past never reaches beyond the publication
        ("Attacks doubled this year.", [("this year", "2021")], "2021-01-01", "2021-05-14", "stated"),
        # what lies ahead may
        (
            "They will meet this year.",
            [("this year", "2021")],
            "2021-01-01",
            "2021-12-31",
            "stated",
        ),
        # nothing but the report bounds it
        ("Rebels seized the port.", [], None, "2021-05-14", "context"),
        # the day of saying bounds it, and does not date it
        (
            "Officials said on Monday that rebels seized the port.",
            [("Monday", "2021-05-10")],
            None,
            "2021-05-10",
            "context",
        ),
        # a year to come dates nothing that has happened, nor does the age or the name of a thing
        (
            "The games of 2027 were awarded to Sarn on Monday.",
            [("2027", "2027"), ("Monday", "2021-05-10")],
            "2021-05-10",
            "2021-05-10",
            "stated",
        ),
        ("A fire destroyed the 17th-century mill.", [("17th-century", "17XX")], None, "2021-05-14", "context"),
        ("The Winter Games were cancelled.", [("Winter", "2020-24")], None, "2021-05-14", "context"),
        # a month and a day of which only the last are over
        ("Rebels seized the port on June 3.", [("June 3", "2021-06-03")], "2020-06-03", "2020-06-03", "stated"),
        # what has happened there dates the rest of its clause
        (
            "March's flood destroyed the bridge.",
            [("March", "2021-03")],
            "2021-03-01",
            "2021-03-31",
            "stated",
        ),
        # counted from
        ("Rebels have occupied the port since March.", [("March", "2021-03")], "2021-03-01", "2021-05-14", "stated"),
    ],
)
def test_it_dates_an_event(
    text: str, dates: list[tuple[str, str]], earliest: str | None, latest: str | None, basis: str
) -> None:
    event = find(text, *dates)[0]

    assert event.date is not None
    assert event.date.earliest == (dt.date.fromisoformat(earliest) if earliest else None)
    assert event.date.latest == (dt.date.fromisoformat(latest) if latest else None)
    assert event.basis == basis


def test_it_bounds_what_came_before_by_what_followed() -> None:
    text = "Parliament passed the law on 3 May following the murder of a judge."
    law, murder = find(text, ("3 May", "2021-05-03"))

    assert law.date == edtf.parse("2021-05-03")
    assert murder.date == edtf.parse("../2021-05-03")
    assert murder.timex is None


@pytest.mark.parametrize(
    ("stretch", "date"),
    [
        ("two days", "2021-05-10"),
        ("a day", "2021-05-11"),
        ("just three days", "2021-05-09"),
        # a week is seldom counted out
        ("a week", "2021-05-02/2021-05-08"),
        ("eleven days", "2021-05-01"),
        ("twenty-one days", "2021-04-21"),
        ("two hours", "2021-05-12"),
        # a year still less
        ("a year", "2020-03-13/2020-07-11"),
        # how long is not said
        ("a few days", "../2021-05-12"),
        ("hours", "../2021-05-12"),
    ],
)
def test_it_counts_back_from_what_followed(stretch: str, date: str) -> None:
    text = f"A wall fell on 12 May, {stretch} after rebels bombed the mill."
    wall, bombing = find(text, ("12 May", "2021-05-12"))

    assert (wall.title, bombing.date) == ("A wall fell", edtf.parse(date))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("A bomb went off an hour after the funeral of the mayor on 4 May.", "2021-05-04"),
        ("Two guards were killed two days after the flood of 4 May.", "2021-05-06"),
    ],
)
def test_a_happening_is_counted_from_the_dated_one_that_it_followed(text: str, date: str) -> None:
    assert find(text, ("4 May", "2021-05-04"))[0].date == edtf.parse(date)


def test_what_is_told_in_the_present_is_counted_from_the_report() -> None:
    (victory,) = find("Two weeks after her victory over Carl Ek, Anna Berg has few friends.")

    assert victory.date == edtf.parse("2021-04-27/2021-05-03")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a relative clause in what opens a sentence does not swallow the sentence
        (
            "Days after the crash that killed two, a lorry overturned in Sarn.",
            ["the crash that killed two", "a lorry overturned in Sarn"],
        ),
        # a participle tells whom, the verb what they did
        (
            "The six men killed by rebels in Sarn came home on Friday.",
            ["The six men killed by rebels in Sarn", "The six men killed by rebels in Sarn came home on Friday"],
        ),
        ("It was hot. It was dry. The bridge was declared closed for good.", ["The bridge was declared closed"]),
        # "before" that joins nothing
        (
            "It was hot. It was dry. The march the day before had been banned.",
            ["The march the day before had been banned"],
        ),
        # what another verb is about
        (
            "The court met on Friday to review her conviction for the murder of Ole Dahl.",
            ["her conviction", "the murder of Ole Dahl", "The court met on Friday to review her conviction"],
        ),
        ("It was hot. It was dry. The bishop will condemn the attack.", ["the attack"]),
        ("It was hot. It was dry. The union met to end the strike.", ["the strike", "The union met"]),
        # compulsion, an attempt, what is feared
        ("Soldiers tried to seize power in Sarn.", ["Soldiers tried to seize power in Sarn"]),
        ("It was hot. It was dry. Ten men are feared to have drowned.", ["Ten men are feared to have drowned"]),
        ("It was hot. It was dry. Savers rushed to rob the bank.", []),
        # a verb in two parts, what it is done to between them
        ("It was hot. It was dry. The board showed the trainer the door.", ["The board showed the trainer the door"]),
        ("It was hot. It was dry. Then they sent the warden home.", ["Then they sent the warden home"]),
        ("It was hot. It was dry. The bellman was relieved of his duties.", ["The bellman was relieved of his duties"]),
        ("It was hot. It was dry. The board showed the trainer a map.", []),
        # what describes the subject between commas is not what it did
        (
            "It was hot. It was dry. Brask Foods, based in Lund, adopted a charter.",
            ["Brask Foods, based in Lund, adopted"],
        ),
        # a guard is nobody who guards
        (
            "It was hot. It was dry. A plot by the bishop's guard to take the tower collapsed.",
            ["A plot by the bishop's guard to take the tower collapsed"],
        ),
        # a strike is no police operation, though both are of one kind of words
        (
            "It was hot. It was dry. They sealed a pact, ending a strike that had shut the port. Police raided it.",
            ["They sealed a pact", "a strike", "Police raided it"],
        ),
        # what befell those who are known by it, not what a kind of people does
        ("It was hot. It was dry. The sailors who were drilled free get a medal.", ["who were drilled free"]),
        ("It was hot. It was dry. Sailors who were rescued get a medal.", []),
        # what is done by saying it
        ("It was hot. It was dry. The league condemned the coup.", ["The league condemned the coup", "the coup"]),
        ("It was hot. It was dry. Rudd urged his followers to abstain.", ["Rudd urged his followers to abstain"]),
        ("It was hot. It was dry. Rudd urged calm.", []),
        # what a definite phrase takes for granted, in any tense, unless somebody looks ahead to it
        ("It was hot. It was dry. Nobody asks what the freeing of the price will cost.", ["the freeing of the price"]),
        ("It was hot. It was dry. She fills the gap left by Pons's departure.", ["Pons's departure"]),
        ("It was hot. It was dry. They demand Pons's departure.", []),
        ("It was hot. It was dry. The talks end a strike that had closed the port.", ["a strike"]),
        ("It was hot. It was dry. The 3-2 against Sarn is a legend here.", ["The 3-2 against Sarn"]),
        # what a clause counts from, or reminds of
        ("It was hot. It was dry. She was at the oven when the verdict came.", ["when the verdict came"]),
        ("It was hot. It was dry. The bus came to the square.", []),
    ],
)
def test_it_finds_what_stands_beside_the_clause(text: str, told: list[str]) -> None:
    found = find(text, ("Friday", "2021-05-14")) if "Friday" in text else find(text)

    assert len(found) == len(told), found
    assert all(any(one.text.startswith(words) for one in found) for words in told), found


def test_the_owner_of_a_noun_dates_it() -> None:
    _, quake = find("The roof was torn off after Friday's quake in Sarn.", ("Friday", "2021-05-14"))

    assert (quake.text, quake.date) == ("Friday's quake in Sarn", edtf.parse("2021-05-14"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was hot. It was dry. The men killed in Friday's flood are mourned.", "The men killed in Friday's flood"),
        ("It was hot. It was dry. The union met to discuss Friday's bombing.", "Friday's bombing"),
        ("It was hot. It was dry. Victims of Friday's blaze met the bishop.", "Friday's blaze"),
    ],
)
def test_a_day_before_a_noun_dates_it_wherever_it_stands(text: str, told: str) -> None:
    found = {one.text: one.date.edtf for one in find(text, ("Friday", "2021-05-14")) if one.date is not None}

    assert found[told] == "2021-05-14"


def test_an_expression_behind_a_noun_dates_it() -> None:
    (tremor,) = find("The tremor two days later, which killed five men, was weaker.", ("two days later", "2021-05-06"))

    assert (tremor.text, tremor.date) == ("The tremor two days later, which killed five men", edtf.parse("2021-05-06"))


def test_the_following_day_joins_no_clauses() -> None:
    (retaken,) = find("The town was retaken the following day.", ("the following day", "2021-05-06"))

    assert retaken.text == "The town was retaken the following day"


def test_a_weekday_that_is_past_is_none_to_come() -> None:
    (flight,) = find("Ten men were told to leave the island on Saturday.", ("Saturday", "2021-05-15"))

    assert flight.date == edtf.parse("2021-05-08")


def test_what_is_called_off_is_not_said() -> None:
    (end,) = find("The launch was called off on Friday.", ("Friday", "2021-05-14"))

    assert end.date == edtf.parse("2021-05-14")


def test_an_infinitive_in_front_bears_no_date() -> None:
    text = "Last year, to guard the towns that lie in the hills, the army formed brigades."

    assert find(text, ("Last year", "2020"))[0].date == edtf.parse("2020")


def test_a_noun_phrase_goes_on_through_what_it_did() -> None:
    (crash,) = find(
        "It was hot. It was dry. She is ill since the crash that killed two men in Sarn in March.", ("March", "2021-03")
    )

    assert (crash.text, crash.date) == ("the crash that killed two men in Sarn in March", edtf.parse("2021-03"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was hot. It was dry. The boss had absconded.", ["The boss had absconded"]),
        ("It was hot. It was dry. She is rich since it was patented.", ["since it was patented"]),
        # what came of a noun is told with it, once
        ("It is a year since the eruption of Sarn closed the port.", ["since the eruption of Sarn closed the port"]),
        ("In the year since the killing of Anna Berg attacks have become rare.", ["the killing of Anna Berg attacks"]),
        # a noun phrase of which a pronoun goes on
        ("It was hot. It was dry. The kidnapping she does not talk about.", ["The kidnapping"]),
    ],
)
def test_what_went_before_is_found_without_a_date(text: str, told: list[str]) -> None:
    found = find(text)

    assert [one.text for one in found] == told
    assert all(one.background for one in found[-1:])


def test_an_entry_of_a_chronicle_is_dated_by_its_first_words() -> None:
    (seizure,) = find("12 March. Rebels seize the port of Sarn.", ("12 March", "2021-03-12"))

    assert (seizure.title, seizure.date) == ("Rebels seize the port of Sarn", edtf.parse("2021-03-12"))


def test_what_the_news_counts_from_or_tells_of_somebody_is_background() -> None:
    found = find("Since Anna Berg resigned, Bo Dahl, who was arrested by the police, is alone.")

    assert [one.background for one in found] == [True, True]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "After rebels had seized the mill in March, the army bombed Sarn on 3 May.",
            ["After rebels had seized the mill in March", "the army bombed Sarn on 3 May"],
        ),
        (
            "Following the death of the king in March, his son was crowned on 3 May.",
            ["the death of the king in March", "his son was crowned on 3 May"],
        ),
    ],
)
def test_an_opening_clause_ends_at_its_comma(text: str, parts: list[str]) -> None:
    found = find(text, ("March", "2021-03"), ("3 May", "2021-05-03"))

    assert [(one.text, one.date) for one in found] == [
        (parts[0], edtf.parse("2021-03")),
        (parts[1], edtf.parse("2021-05-03")),
    ]


def test_a_clause_with_when_tells_the_day_of_its_sentence() -> None:
    text = "Two guards were killed when a bomb exploded in Sarn on 12 May."
    (event,) = find(text, ("12 May", "2021-05-12"))

    assert event.date == edtf.parse("2021-05-12")
    assert event.text == text.rstrip(".")


def test_a_noun_that_a_day_tells_apart_is_dated_by_it() -> None:
    text = "Sunday's raid on the mill, in which two men died, was the largest in years."
    raid = find(text, ("Sunday", "2021-05-09"))[0]

    assert raid.date == edtf.parse("2021-05-09")
    assert raid.text.startswith("Sunday's raid")


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Two PMF fighters were killed.", ("PMF fighters",)),
        ("Iraqi forces attacked the village.", ("Iraqi forces",)),
        ("Anna Berg met the minister in Porto.", ("Anna Berg",)),
        ("Anna J. Berg was arrested in Porto.", ("Anna J. Berg",)),
        ("St. Mary College was closed on Sunday.", ("St. Mary College",)),
        ("The paper's Anna Berg was arrested.", ("Anna Berg",)),
        ("The Women's Party attacked the mill.", ("Women's Party",)),
        ("Moreover, Carl Ek was arrested.", ("Carl Ek",)),
        ("Rev. Carl Ek was arrested.", ("Carl Ek",)),
        ("Carl Ek himself was arrested in Dec. 2019.", ("Carl Ek",)),
        ("“Well, Carl Ek was arrested.”", ("Carl Ek",)),
        ("Carl Ek, R-Ohio, was arrested.", ("Carl Ek",)),
        ("Portugal beat Spain on Sunday.", ("Portugal", "Spain")),
        ("Portugal bombed Genoa on Sunday.", ("Portugal",)),
        ("Paris and Tokyo agreed on a price.", ("Paris", "Tokyo")),
        ("Norway's president Kim Jong-un was arrested in Porto.", ("Kim Jong-un",)),
        ("OLF fighters attacked the mill.", ("OLF fighters",)),
        # none: a number, a bare group, a day, what only describes, a thing
        ("Two were killed by forces on Wednesday.", ()),
        ("Gunmen killed a farmer in an American raid.", ()),
        ("The US-led coalition bombed the mill.", ()),
        ("A mill was burned down on the eve of Eid al-Fitr.", ()),
    ],
)
def test_actors_are_names(text: str, actors: tuple[str, ...]) -> None:
    (event,) = find(text)

    assert event.actors == actors


@pytest.mark.parametrize(
    ("text", "dates", "title"),
    [
        (
            "Between 2014 and 2017 the army fought the rebels.",
            [("2014 and 2017", "2014/2017")],
            "The army fought the rebels",
        ),
        (
            "The ministry announced on Monday that it had signed a treaty with Sarn.",
            [("Monday", "2021-05-10")],
            "The ministry announced that it had signed a treaty with Sarn",
        ),
        # what a date at the beginning belongs to goes with it
        (
            "In the 2012 election, Anna Berg defeated the mayor of Porto.",
            [("2012", "2012")],
            "Anna Berg defeated the mayor of Porto",
        ),
        # no comma is left between a subject and its verb
        ("Anna Berg, on Sunday, resigned as mayor.", [("Sunday", "2021-05-09")], "Anna Berg resigned as mayor"),
        # who says so, and a party and its state, are no part of it
        ("The bridge collapsed on Sunday, Bo Dahl said.", [("Sunday", "2021-05-09")], "The bridge collapsed"),
        ("Anna Berg, D-Ohio, resigned on Sunday.", [("Sunday", "2021-05-09")], "Anna Berg resigned"),
    ],
)
def test_a_title_can_be_read_in_a_list(text: str, dates: list[tuple[str, str]], title: str) -> None:
    assert find(text, *dates)[0].title == title


def test_a_verb_and_a_noun_of_one_clause_have_days_of_their_own() -> None:
    text = "Police arrested two men on 6 May for the theft of diamonds in February."
    arrest, theft = find(text, ("6 May", "2021-05-06"), ("February", "2021-02"))

    assert (arrest.date, theft.date) == (edtf.parse("2021-05-06"), edtf.parse("2021-02"))


def test_it_goes_on_with_the_day_within_a_paragraph() -> None:
    text = "Rebels attacked the town on 3 May. They killed two guards.\n\nThe army arrested a suspect."
    dates = [event.date for event in find(text, ("3 May", "2021-05-03"))]

    assert dates[1] == edtf.parse("2021-05-03")
    assert dates[2] == edtf.parse("../2021-05-14")


def test_it_makes_two_events_of_two_dates() -> None:
    text = "He was arrested in 2011 and 2014 in Prague."
    first, second = find(text, ("2011", "2011"), ("2014", "2014"))

    assert (first.date, second.date) == (edtf.parse("2011"), edtf.parse("2014"))


def test_it_bounds_an_event_by_the_statement_that_tells_it() -> None:
    text = "Attacks have doubled this year, the office noted in its report."
    span = (0, text.index(","))
    told = Statement((span,), "indirect", said=Said(edtf.parse("2021-03"), "stated"))
    (event,) = find_events(Document(text), PUBLISHED, (timex(text, "this year", "2021"),), (told,))

    assert event.date is not None
    assert event.date.latest == dt.date(2021, 3, 31)
    assert event.date.precision == "part-of-year"


def test_it_tells_a_happening_once() -> None:
    text = (
        "A deadly attack in Harbin on Sunday shocked the city.\n\n"
        "On Sunday, gunmen killed three people in an attack in Harbin."
    )
    dates = (timex(text, "Sunday", "2021-05-09"), timex(text, "Sunday", "2021-05-09", nth=1))
    found = find_events(Document(text), PUBLISHED, dates, ())

    assert [event.title for event in found] == ["Gunmen killed three people in an attack in Harbin"]


def test_it_reads_a_caption_as_past() -> None:
    text = "FILE - Firefighters leave a burning factory in Porto, Portugal, April 2, 2019."
    (event,) = find(text, ("April 2, 2019", "2019-04-02"))

    assert event.occurrence == "occurred"
    assert event.background
    assert event.date == edtf.parse("2019-04-02")
    assert [place.name for place in event.places][:1] == ["Porto"]


def test_it_marks_background_and_keeps_its_precision() -> None:
    (event,) = find("The factory was founded in 1987.", ("1987", "1987"))

    assert event.background
    assert event.date is not None
    assert event.date.precision == "year"


def test_the_words_of_an_event_are_those_of_the_text() -> None:
    text = "ROME - Police said rebels, who came by boat, seized the port on Monday and later burned it."
    for event in find(text, ("Monday", "2021-05-10")):
        assert text[event.start : event.end] == event.text


def test_it_leaves_events_undated_where_nothing_is_known() -> None:
    (event,) = find_events(Document("Rebels seized the port."), None, (), ())

    assert event.date is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_it_never_raises(text: str) -> None:
    for event in find_events(Document(text), PUBLISHED, (), ()):
        assert text[event.start : event.end] == event.text


@pytest.mark.parametrize(
    "piece", ["and killed ", "“", "who ", "Attack in Rome, ", ", which was killed", "to to to ", "A. "]
)
def test_it_reads_long_texts_without_a_full_stop(piece: str) -> None:
    find_events(Document(piece * 20_000), PUBLISHED, (), ())
