"""Which mentions are suggested as one event, and why."""

from __future__ import annotations

import datetime as dt

import pytest

from extraction import edtf
from extraction.matching import Mention, Suggestion, aliases, joined, mention_of, suggest
from extraction.matching.happenings import again, kinds
from extraction.matching.heads import heads
from extraction.matching.reading import read_mentions
from extraction.matching.same_event import consistent, datings
from extraction.matching.synonyms import contradictions, exclusive
from extraction.pipeline import extract
from extraction.types import Article

QUAKE = "An earthquake destroyed the railway station of Old Marrow"
ABOUT = "Station of Old Marrow falls. An earthquake destroyed the railway station of Old Marrow, in Pellworth."


def mention(key: str, text: str, date: str, published: str = "2021-05-14", about: str = "") -> Mention:
    """A mention in an article of its own."""
    return Mention(key, key, text, about or text, edtf.parse(date), dt.date.fromisoformat(published))


@pytest.mark.parametrize(
    ("one", "other", "suggested"),
    [
        # the same words on the same day
        ((QUAKE, "2021-05-12"), (QUAKE, "2021-05-12"), True),
        # other words for it
        ((QUAKE, "2021-05-12"), ("A quake ruined the train station of Old Marrow", "2021-05-12"), True),
        # a month and a year do not contradict a day in them
        ((QUAKE, "2021-05-12"), (QUAKE, "2021-05"), True),
        ((QUAKE, "2021-05-12"), (QUAKE, "2021"), True),
        # another day, month or year does
        ((QUAKE, "2021-05-12"), (QUAKE, "2021-05-13"), False),
        ((QUAKE, "2021-05-12"), (QUAKE, "2021-06"), False),
        ((QUAKE, "2021-05-12"), (QUAKE, "2020"), False),
        # known only to lie before: the articles appeared close to each other
        ((QUAKE, "2021-05-12"), (QUAKE, "../2021-05-14"), True),
        # another happening of that day
        ((QUAKE, "2021-05-12"), ("Voters in Sarn elected a mayor", "2021-05-12"), False),
    ],
)
def test_it_suggests_what_may_be_one_event(one: tuple[str, str], other: tuple[str, str], suggested: bool) -> None:
    others = [mention(f"other-{i}", f"Somebody else met number {i} elsewhere", "2021-05-12") for i in range(5)]
    found = suggest([mention("one", *one), mention("other", *other), *others])

    assert ({"one", "other"} in [{s.first, s.second} for s in found]) is suggested


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("rebels laid down their arms", "the surrender of the rebels", True),
        ("the rocket took off", "the launch", True),
        ("she conceded defeat", "her concession", True),
        ("police took him from his flat", "his arrest", True),
        ("the ship was towed away", "the salvage of the ship", True),
        ("the rocket took off", "her concession", False),
    ],
)
def test_words_of_one_kind_of_happening(one: str, other: str, alike: bool) -> None:
    assert bool(kinds(one) & kinds(other)) is alike


@pytest.mark.parametrize(
    ("text", "date", "suggested"),
    [("two weeks ago", "2021-05-16", True), ("on 16 May", "2021-05-16", False)],
)
def test_who_counts_in_weeks_is_some_days_off(text: str, date: str, suggested: bool) -> None:
    one = mention("one", QUAKE, "2021-05-14")
    other = Mention("other", "other", QUAKE, QUAKE, edtf.parse(date), dt.date(2021, 5, 30), date_text=text)

    assert bool(suggest([one, other])) is suggested


@pytest.mark.parametrize(
    ("further", "kept"),
    [("the attack on the checkpoint", 3), ("the funeral of those whom the attack on the checkpoint killed", 2)],
)
def test_an_article_may_come_back_to_what_it_tells(further: str, kept: int) -> None:
    told = "Gunmen attacked a checkpoint in Old Marrow and killed four guards"
    back = Mention("back", "one", further, told, edtf.parse("2021-05-13"))
    others = [mention(key, told, "2021-05-13") for key in ("one", "other", "late")]
    pairs = [Suggestion(*keys, 0.9, ()) for keys in (("one", "other"), ("late", "back"), ("other", "late"))]

    assert len(list(consistent(pairs, read_mentions([*others, back], {})))) == kept


def test_it_tells_attacks_on_consecutive_days_apart() -> None:
    first = mention("first", "Gunmen killed four guards at a checkpoint in Old Marrow", "2021-05-12")
    second = mention("second", "Gunmen killed four guards at a checkpoint in Old Marrow", "2021-05-13")

    assert suggest([first, second]) == []


def test_it_never_joins_two_mentions_of_one_article() -> None:
    one = Mention("a", "article", QUAKE, ABOUT, edtf.parse("2021-05-12"))
    other = Mention("b", "article", QUAKE, ABOUT, edtf.parse("2021-05-12"))

    assert suggest([one, other]) == []


def test_it_does_not_join_what_is_denied_with_what_is_told() -> None:
    one = Mention("a", "a", QUAKE, ABOUT, edtf.parse("2021-05-12"))
    other = Mention("b", "b", QUAKE, ABOUT, edtf.parse("2021-05-12"), occurrence="denied")

    assert suggest([one, other]) == []


def test_a_plan_without_a_date_may_be_one_that_was_announced_the_day_before() -> None:
    plan = "The ferry lines Marrow and Sarn are going to merge"
    one = Mention("a", "a", plan, plan, edtf.parse("2021-05-12"), dt.date(2021, 5, 12), "planned")
    other = Mention("b", "b", plan, plan, edtf.parse("2021-05-13/.."), dt.date(2021, 5, 13), "planned")
    done = Mention("c", "c", plan, plan, edtf.parse("2021-05-12"), dt.date(2021, 5, 12))

    assert len(suggest([one, other])) == 1
    assert suggest([done, other]) == []


def test_it_compares_what_one_tells_with_what_the_others_article_is_about() -> None:
    about = "A gantry toppled in a gale. The ship was the Lady Oriel. Three sailors of the Lady Oriel are dead."
    copies = [mention(f"copy-{i}", "A gantry toppled in a gale", "2021-05-12", about=about) for i in range(4)]
    late = mention("late", "It came down on the Lady Oriel", "2021-05-12", published="2021-05-20")

    assert "late" in {s.second for s in suggest([*copies, late])}


def test_an_undated_mention_of_last_year_is_not_this_years() -> None:
    one = mention("a", QUAKE, "../2020-05-14", published="2020-05-14")
    other = mention("b", QUAKE, "../2021-05-14")

    assert suggest([one, other]) == []


def test_it_takes_the_best_of_each_article() -> None:
    arrest = "Police arrested the driver of the coach in Sarn"
    crash = "A coach crashed in Sarn and killed nine pupils"
    about = f"{crash}. {arrest}."
    date = edtf.parse("2021-05-12")
    mentions = [Mention((source, text), source, text, about, date) for source in ("a", "b") for text in (arrest, crash)]
    found = suggest(mentions)

    assert sorted((s.first[1], s.second[1]) for s in found) == [(crash, crash), (arrest, arrest)]  # type: ignore[index]


def test_it_says_why() -> None:
    (found,) = suggest([mention("one", QUAKE, "2021-05-12"), mention("other", QUAKE, "2021-05-12")])

    assert found.reasons[0] == "Both are dated 2021-05-12."
    assert found.reasons[1].startswith("Both name ")
    assert "station" in found.reasons[2]
    assert 0 < found.score <= 1


def test_reasons_are_words_and_not_stems() -> None:
    told = "Rescuers searched the ruined libraries of Quellmere for survivors"
    (found,) = suggest([Mention(key, key, told, told, None, dt.date(2021, 5, 12)) for key in ("one", "other")])

    assert found.reasons[0] == "The articles appeared on the same day, 2021-05-12."
    assert "Quellmere" in found.reasons[1]
    assert {"libraries", "survivors"} < {word.strip(".,") for word in found.reasons[2].split()}


def test_it_knows_two_names_of_one_body() -> None:
    texts = ["The Northern Harbour Authority (NHA) was founded in 1950.", "Redcap, also known as Bluecoat, fled."]
    known = aliases(texts)

    assert known["nha"] == "northern harbour authority"
    assert known["redcap"] == "bluecoat"


def test_the_order_of_mentions_does_not_matter() -> None:
    mentions = [mention(str(i), QUAKE if i % 3 else "Voters elected a mayor", "2021-05-12") for i in range(9)]
    one = {frozenset((s.first, s.second)): s.score for s in suggest(mentions)}
    other = {frozenset((s.first, s.second)): s.score for s in suggest(mentions[::-1])}

    assert one == other


def test_it_joins_what_suggestions_connect() -> None:
    mentions = [mention(key, QUAKE, date) for key, date in (("a", "2021-05-12"), ("b", "2021-05"), ("c", "2021-05-12"))]

    assert joined(["a", "b", "c", "d"], suggest(mentions)) == [["a", "b", "c"], ["d"]]


def test_it_matches_extracted_events() -> None:
    mentions = []
    for key, text in (
        ("a", "Rebels seized the harbour of Pellworth on 3 May 2021, officials said."),
        ("b", "The harbour of Pellworth, which rebels seized on 3 May 2021, is closed."),
    ):
        article = Article(text, published="2021-05-05")
        found = extract(article)
        mentions += [mention_of((key, i), key, e, article, found.published) for i, e in enumerate(found.events)]

    assert [(s.first, s.second) for s in suggest(mentions)] == [(("a", 0), ("b", 0))]


def test_it_suggests_nothing_for_nothing() -> None:
    assert suggest([]) == []
    assert suggest([Mention("a", "a", ""), Mention("b", "b", "")]) == []


def test_a_report_without_a_day_goes_to_the_likelier_of_two_days() -> None:
    about = "Attack near Old Marrow. Gunmen killed four guards at a checkpoint near Old Marrow, at dusk."
    first = mention("first", "A bomb killed four soldiers near Old Marrow", "2021-05-12", "2021-05-12")
    second = mention("second", "Gunmen killed four guards at a checkpoint in Old Marrow", "2021-05-13", "2021-05-13")
    undated = mention("undated", "Gunmen killed four guards near Old Marrow", "../2021-05-14", about=about)

    assert [{s.first, s.second} for s in suggest([first, second, undated])] == [{"second", "undated"}]


def test_other_words_of_one_kind_of_happening_are_suggested() -> None:
    one = mention(
        "one", "A footbridge over the Ardle gave way on 12 May", "2021-05-12", about="Bridge at Sarnhill falls."
    )
    other = mention("other", "the collapse of the bridge", "2021-05", "2021-06-20", about="Inquiry into Sarnhill.")
    unlike = mention("unlike", "the funeral of the mayor", "2021-05-12", about="Sarnhill mourns its mayor.")
    rest = [mention(f"rest-{i}", f"Somebody met number {i} elsewhere", "2021-05-12") for i in range(6)]

    found = [{s.first, s.second} for s in suggest([one, other, unlike, *rest])]

    assert {"one", "other"} in found
    assert not any("unlike" in pair for pair in found)


RUMBOLD = "Carla Rumbold fled the country on 12 May"


@pytest.mark.parametrize(
    ("recalled", "published", "suggested"),
    [
        # told weeks later to explain the news of that day
        (True, "2021-06-16", True),
        # what a later article only mentions is often told like its news
        (False, "2021-06-16", True),
        # so told more than a year later, or many years
        (False, "2022-09-20", False),
        (True, "2024-09-20", False),
    ],
)
def test_what_lies_behind_the_news_may_have_happened_long_before(
    recalled: bool, published: str, suggested: bool
) -> None:
    one = mention("one", RUMBOLD, "2021-05-12", about=f"Trial without Rumbold. {RUMBOLD}.")
    told = "Rumbold had fled the country"
    day = dt.date.fromisoformat(published)
    about = f"Judges look for Rumbold. The banker Carla Rumbold is to stand trial, the court said. {told}."
    other = Mention("other", "other", told, about, edtf.interval(None, day), day, actors=("Carla Rumbold",),
                    guessed=True, recalled=recalled)  # fmt: skip
    others = [mention(f"other-{i}", f"Somebody else met number {i} elsewhere", "2021-05-12") for i in range(5)]

    assert bool([s for s in suggest([one, other, *others]) if {s.first, s.second} == {"one", "other"}]) is suggested


@pytest.mark.parametrize(("guessed", "suggested"), [(True, True), (False, False)])
def test_a_day_that_only_the_sentence_before_gives_contradicts_no_other(guessed: bool, suggested: bool) -> None:
    one = mention("one", QUAKE, "2021-05-12", about=ABOUT)
    other = Mention("other", "other", QUAKE, ABOUT, edtf.parse("2021-05-14"), dt.date(2021, 5, 14), guessed=guessed)

    assert bool(suggest([one, other])) is suggested


def test_names_that_begin_sentences_and_peoples_and_numbers_in_words_are_recognised() -> None:
    one = mention(
        "one", "Skua cut forty-one jobs in Denmark", "2021-05-12", about="Skua cuts jobs. Unions of Skua protest."
    )
    other = mention("other", "Skua laid off 41 people", "2021-05", "2021-06-20", about="Danish firm Skua hires again.")
    rest = [mention(f"rest-{i}", f"Somebody met number {i} elsewhere", "2021-05-12") for i in range(6)]

    found = next(s for s in suggest([one, other, *rest]) if {s.first, s.second} == {"one", "other"})

    assert "Both name" in " ".join(found.reasons)
    assert "forty-one" in " ".join(found.reasons)
    assert "Skua" in " ".join(found.reasons)


def test_a_country_is_not_elsewhere_than_its_town() -> None:
    def at(key: str, place: str) -> Mention:
        text = f"A power failure darkened {place} on 12 May"
        return Mention(key, key, text, f"{text}. Lamps went out.", edtf.parse("2021-05-12"), dt.date(2021, 5, 13),
                       places=(place,))  # fmt: skip

    rest = [mention(f"rest-{i}", f"Somebody met number {i} elsewhere", "2021-05-12") for i in range(6)]

    def score(one: str, other: str) -> float:
        found = suggest([at("one", one), at("other", other), *rest])
        return next((s.score for s in found if {s.first, s.second} == {"one", "other"}), 0.0)

    assert score("Argentina", "Tucuman") > score("Cordoba", "Tucuman")
    assert score("Argentina", "Tucuman") > score("Argentina", "Chile")


def test_what_happened_by_night_may_be_dated_by_either_day() -> None:
    def of(key: str, hour: str, day: str) -> Mention:
        return mention(key, f"Gunmen killed four guards at a checkpoint in Old Marrow {hour}", day)

    assert suggest([of("one", "on Wednesday night", "2021-05-12"), of("other", "early on Thursday", "2021-05-13")])
    assert not suggest([of("one", "on Wednesday", "2021-05-12"), of("other", "on Thursday", "2021-05-13")])


def test_a_month_does_not_make_one_event_of_two_nights() -> None:
    def of(key: str, words: str, date: str, day: int) -> Mention:
        told = f"Gunmen shot dead a policeman in Old Marrow {words}"
        return Mention(key, key, told, told, edtf.parse(date), dt.date(2021, 5, day), date_text=words)

    nights = [of("first", "on Monday night", "2021-05-10", 11), of("second", "on Tuesday night", "2021-05-11", 12)]
    found = suggest([*nights, of("month", "in May", "2021-05", 31)])

    assert len(found) == 1
    assert "month" in (found[0].first, found[0].second)


def test_a_plan_is_dated_by_its_day_or_by_its_announcement() -> None:
    text = "Skua Motors will close its factory in Old Marrow"
    plan = Mention("plan", "plan", f"{text} in 2023", text, edtf.parse("2023"), dt.date(2021, 5, 13), "planned")
    told = "the closure of the factory in Old Marrow was announced by Skua Motors"

    assert suggest([plan, mention("news", told, "2021-05-12")])
    assert not suggest([plan, mention("news", told, "2021-03-12")])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Old Marrow was evacuated by boat", "the evacuation of Old Marrow"),
        ("The board dismissed Carla Rumbold", "the dismissal of Carla Rumbold"),
    ],
)
def test_a_noun_counts_as_the_verb_that_it_is_made_of(one: str, other: str) -> None:
    rest = [mention(f"rest-{i}", f"Somebody met number {i} elsewhere", "2021-05-12") for i in range(6)]
    pair = [mention("one", one, "2021-05-12"), mention("other", other, "2021-05", "2021-06-20")]

    found = next(s for s in suggest([*pair, *rest]) if {s.first, s.second} == {"one", "other"})

    assert "Both say" in " ".join(found.reasons)


def test_what_an_old_day_bounds_lies_near_that_day() -> None:
    def recalled(last: str) -> Mention:
        told = "Rumbold had fled the country"
        about = f"Judges look for Rumbold. The banker Carla Rumbold is to stand trial, the court said. {told}."
        date = edtf.interval(None, dt.date.fromisoformat(last))
        return Mention("other", "other", told, about, date, dt.date(2021, 9, 16), actors=("Carla Rumbold",),
                       guessed=True, recalled=True)  # fmt: skip

    one = mention("one", RUMBOLD, "2021-05-12", about=f"Trial without Rumbold. {RUMBOLD}.")
    rest = [mention(f"rest-{i}", f"Somebody else met number {i} elsewhere", "2021-05-12") for i in range(5)]

    def suggested(other: Mention) -> bool:
        return any({s.first, s.second} == {"one", "other"} for s in suggest([one, other, *rest]))

    assert suggested(recalled("2021-05-20"))
    assert not suggested(recalled("2021-08-20"))


@pytest.mark.parametrize(
    ("text", "one_of_a_row"),
    [("a second walkout", True), ("attacks fell by a third", False), ("the second largest bank closed", False)],
)
def test_a_share_is_no_place_in_a_row(text: str, one_of_a_row: bool) -> None:
    assert again(text) is one_of_a_row


@pytest.mark.parametrize(
    ("text", "of_kind", "not_of"),
    [
        # what is told, not what is named beside it
        ("a jury found him guilty of the murder", "conviction", "killing"),
        ("the murder of his brother", "killing", "conviction"),
        # a verb that says no more than that its noun happened
        ("The blast killed nine", "explosion", "conviction"),
        # a verb in two parts
        ("Orland has ordered the envoy out of the country", "expulsion", "meeting"),
    ],
)
def test_a_mention_is_of_the_kind_of_its_head(text: str, of_kind: str, not_of: str) -> None:
    assert of_kind in heads(text)
    assert not_of not in heads(text)


def test_last_friday_may_be_the_one_before() -> None:
    def told(key: str, words: str, day: str, published: str) -> Mention:
        text = f"{QUAKE} {words}"
        return Mention(key, key, text, text, edtf.parse(day), dt.date.fromisoformat(published), date_text=words)

    one = told("one", "on Friday", "2021-05-07", "2021-05-08")

    assert suggest([one, told("other", "last Friday", "2021-05-14", "2021-05-15")])
    assert not suggest([one, told("other", "on Friday", "2021-05-14", "2021-05-15")])


@pytest.mark.parametrize(
    ("one", "other", "possible"),
    [
        # who writes next morning may give either day
        (("overnight", "2021-05-11"), ("before dawn on Wednesday", "2021-05-12"), True),
        (("Tuesday night", "2021-05-11"), ("in the small hours of Wednesday", "2021-05-12"), True),
        # two nights are two
        (("Tuesday night", "2021-05-11"), ("Wednesday night", "2021-05-12"), False),
        (("Tuesday night", "2021-05-11"), ("last night", "2021-05-12"), False),
        (("Tuesday night", "2021-05-11"), ("last night", "2021-05-11"), True),
    ],
)
def test_a_night_that_both_name_is_dated_like_a_day(
    one: tuple[str, str], other: tuple[str, str], *, possible: bool
) -> None:
    told = [
        Mention(words, words, f"{QUAKE} {words}", ABOUT, edtf.parse(date), dt.date(2021, 5, 13), date_text=words)
        for words, date in (one, other)
    ]
    first, second = read_mentions(told, {})

    assert (datings(first, second) is not None) is possible


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Rovers beat Linden 3-2", "the 2-1 defeat of Linden", 1),
        ("Rovers beat Linden 3-2", "Linden lost 2-3 to Rovers", 0),
        ("Rovers beat Linden 3-2", "in the 2019-20 season", 0),
        ("Rovers beat Linden", "the 2-1 defeat of Linden", 0),
    ],
)
def test_two_results_are_two_games_or_votes(one: str, other: str, differ: int) -> None:
    assert contradictions(exclusive(one), exclusive(other)) == differ


def test_what_is_news_days_after_each_other_is_the_less_likely_one_happening() -> None:
    def likely(published: str) -> float:
        one = mention("one", QUAKE, "../2021-05-14")
        other = mention("other", QUAKE, f"../{published}", published)
        return suggest([one, other])[0].score

    assert likely("2021-05-16") - likely("2021-05-17") > 2 * (likely("2021-05-15") - likely("2021-05-16")) > 0
