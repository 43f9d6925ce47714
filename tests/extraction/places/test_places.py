"""Places in a text, what is chosen among places of one name, and a curator's own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.pipeline import extract
from extraction.places import GazetteerError, find_places, parse_gazetteer
from extraction.types import Article

HEADER = "name,lat,lon,aliases,country"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A bridge fell in Genoa.", ["Genoa"]),
        ("They met in Porto, Portugal, and in Madrid.", ["Porto", "Madrid"]),
        # a list after one preposition
        ("Trains between Lyon, Paris and Madrid stood still.", ["Lyon", "Paris", "Madrid"]),
        ("Trains in France, Spain and Portugal stood still.", ["France", "Spain", "Portugal"]),
        ("It rained in Ohio, Florida, and Maine.", ["Ohio", "Florida", "Maine"]),
        ("They met in Paris, Texas, and Berlin, Germany.", ["Paris", "Berlin"]),
        ("They met in Porto, Portugal, and Spain.", ["Porto", "Spain"]),
        ("They met in Washington, D.C., again.", ["Washington"]),
        # unknown, but called a place by the text
        ("Floods hit Qwezzle province.", ["Qwezzle"]),
        ("Floods hit the village of Qwezzle.", ["Qwezzle"]),
        # unknown, and called nothing
        ("He believed in Qwezzle.", []),
        # months, days and institutions are no places
        ("In March the case went to Parliament.", []),
        ("The vote in Congress failed on Monday.", []),
        # somebody's name in this article, wherever a title or a given name says so
        ("President Obama spoke. Many asked for help from Obama.", []),
        ("Hillary Clinton won. The book about faith in Clinton sold well.", []),
        ("The speech of Mrs. Clinton was long.", []),
        ("It came from David.", []),
        ("Lloyd Austin flew to Austin, Texas.", ["Austin"]),
        ("Secretary Austin spoke in Austin.", ["Austin"]),
        ("Paul Berlin was born near Lyon.", ["Lyon"]),
        # acronyms and words are no towns
        ("A letter from the GOP was read.", []),
        ("She came from University of Genoa.", ["Genoa"]),
        ("The war for Independence was a fight for independence.", []),
        # a saint is a place
        ("A fire broke out in San Diego.", ["San Diego"]),
        ("A fire broke out in Tampa, Fla., and one in Fla. last year.", ["Tampa", "Florida"]),
    ],
)
def test_it_finds_places(text: str, names: list[str]) -> None:
    assert [mention.place.name for mention in find_places(text)] == names


def test_a_mention_stands_where_the_name_stands() -> None:
    text = "A bridge fell in Genoa, Italy."
    (mention,) = find_places(text)

    assert text[mention.start : mention.end] == "Genoa"


@pytest.mark.parametrize(
    ("text", "lat", "reason"),
    [
        # the country stands beside the name
        ("Fire broke out in Alexandria, Egypt.", 31, "beside"),
        ("Fire broke out in Alexandria, Virginia.", 39, "beside"),
        ("Fire broke out in Atlanta, Georgia.", 34, "beside"),
        # the article names the country elsewhere
        ("Fire broke out in Cordoba. Officials in Argentina spoke of arson.", -31, "the article names"),
        # a state before small towns, and after a great one
        ("Fire broke out in Montana.", 46, "most populous"),
        ("Fire broke out in New York.", 41, "most populous"),
        # nothing decides but size
        ("Fire broke out in Birmingham.", 52, "most populous"),
    ],
)
def test_it_says_why_it_chose(text: str, lat: int, reason: str) -> None:
    place = find_places(text)[0].place

    assert place.lat is not None
    assert round(place.lat) == lat
    assert reason in place.reason


def test_a_town_that_is_not_in_the_state_beside_it_has_no_coordinates() -> None:
    place = find_places("A barn burned in Paris, Idaho.")[0].place

    assert (place.name, place.lat, place.lon) == ("Paris", None, None)
    assert "Idaho stands beside the name; the gazetteer has no place of this name there" in place.reason


def test_a_country_lies_among_its_towns() -> None:
    place = find_places("Elections were held in Portugal.")[0].place

    assert 37 < (place.lat or 0) < 42
    assert -10 < (place.lon or 0) < -6
    assert "country" in place.reason


def test_a_curators_place_comes_before_geonames() -> None:
    own = parse_gazetteer([HEADER, "Paris,10.5,20.25,Parrish;Little Paris,TD"])
    place = find_places("A market burned in Little Paris.", own)[0].place

    assert (place.lat, place.lon) == (10.5, 20.25)
    assert "curator" in place.reason


def test_an_articles_events_take_a_curators_place() -> None:
    own = parse_gazetteer([HEADER, "Qwezzle,10.5,20.25,,TD"])
    (event,) = extract(Article("Rebels seized the harbour in Qwezzle."), own).events

    assert [(place.name, place.lat) for place in event.places] == [("Qwezzle", 10.5)]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["name,lat"], "line 1: the column 'lon' is missing"),
        ([HEADER + ",height"], "line 1: the column 'height' is unknown"),
        ([HEADER, "Alpha,1,2,,", "Beta,91,2,,"], "line 3: lat: '91' lies outside -90 to 90"),
        ([HEADER, "Alpha,1,east,,"], "line 2: lon: 'east' is not a number"),
        ([HEADER, "Alpha,1,nan,,"], "line 2: lon: 'nan'"),
        ([HEADER, " ,1,2,,"], "line 2: name: is empty"),
        ([HEADER, "Alpha,1,2,,Portugal"], "line 2: country: 'PORTUGAL' is not a code"),
        ([HEADER, "Alpha,1"], "line 2: 2 cells where the header has 5"),
        ([], "line 1: the column 'name' is missing"),
    ],
)
def test_it_names_the_line_and_field_that_is_wrong(lines: list[str], message: str) -> None:
    with pytest.raises(GazetteerError) as caught:
        parse_gazetteer(lines)

    assert str(caught.value).startswith(message)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_it_never_raises(text: str) -> None:
    for mention in find_places(text):
        assert mention.start < mention.end


@pytest.mark.parametrize("piece", ["in A ", "A, A and ", "A-", "in the north of "])
def test_it_reads_long_texts(piece: str) -> None:
    find_places(piece * 20_000)
