"""Places in a text, what is chosen among places of one name, and a curator's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.pipeline import extract
from extraction.places import GazetteerError, find_places, parse_gazetteer, read_gazetteer
from extraction.places.regions import regions
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
        # what is done to a town, or by going there
        ("Jets bombed Genoa. A storm hit Lyon, Paris and Madrid.", ["Genoa", "Lyon", "Paris", "Madrid"]),
        ("A storm battered northern Portugal. A storm hit Spain.", ["Portugal"]),
        ("Qwezzle City beat Real Norbury. New York City slept.", ["New York City"]),
        ("A storm hit the harbour in Porto, north-western Portugal.", ["Porto"]),
        ("The army advanced on Genoa. She is to visit Lyon.", ["Genoa", "Lyon"]),
        ("He visited Portugal and fled the United States.", ["Portugal", "United States"]),
        ("Portugal hit Spain. Rebels attacked Paris Hilton. He left the White House.", []),
        # unknown, but called a place by the text
        ("Floods hit Qwezzle province.", ["Qwezzle"]),
        ("Floods hit the village of Qwezzle.", ["Qwezzle"]),
        # whose city it is, not what it is called
        ("The Brazilian city of Genoa was flooded.", ["Genoa"]),
        ("Floods hit the Kurdish region of Qwezzle.", ["Qwezzle"]),
        # unknown, and used as a place
        ("A barn burned down in Qwezzle on Sunday.", ["Qwezzle"]),
        ("A ferry sank off Al-Qwezzle, the coastguard said.", ["Al-Qwezzle"]),
        ("A crowd had gathered outside Qwezzle Hollow.", ["Qwezzle Hollow"]),
        ("A bomb went off at Camp Qwezzle.", ["Camp Qwezzle"]),
        ("Buses drove from Qwezzle to Norbury Sarn.", ["Qwezzle", "Norbury Sarn"]),
        ("Floods hit farms in Qwezzle, Tarnick and Sarnwell.", ["Qwezzle", "Tarnick", "Sarnwell"]),
        # and then wherever it stands
        ("Rebels took Sarn. They had left Qwezzle's port. A fire broke out in Qwezzle.", ["Qwezzle", "Qwezzle"]),
        # unknown, and asked for by the word before, or describing the word after
        ("He believed in Qwezzle.", []),
        ("She took a stake in Qwezzle.", []),
        ("A fall in Qwezzle shares was seen.", []),
        ("She was cast in Qwezzle.", []),
        # somebody, an organisation, a language, an event or a headline
        ("An editor at Qwezzle resigned.", []),
        ("Doubt grew in Qwezzle. The chief executive of Qwezzle resigned.", []),
        ("Doubt grew in Qwezzle. It will end, Qwezzle said.", []),
        ("The letter was in English.", []),
        ("Two men died in Operation Qwezzle.", []),
        ("He played in the Qwezzle Cup, in Qwezzle Cup.", []),
        ("Rebels served in NATO.", []),
        ("Two Hurt in Barn Blaze Near School\nNobody was found.", []),
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
        ("A fire broke out in St. Louis.", ["St. Louis"]),
        # the larger place behind it shows a town as one, and is no place of its own
        ("A storm hit Atlanta, Georgia.", ["Atlanta"]),
        ("A storm hit Hyderabad, Sindh, Pakistan.", ["Hyderabad"]),
        ("It rained in London, Barclays said.", ["London"]),
        ("It rained in Bergen, Oslo, and Tromso.", ["Bergen", "Oslo", "Tromso"]),
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
        ("Fire broke out in London, Ontario on Sunday.", 43, "Ontario stands beside"),
        ("Fire broke out in Cordoba, Andalusia, on Sunday.", 38, "Andalusia stands beside"),
        ("Fire broke out in Hyderabad, Sindh.", 25, "Sindh stands beside"),
        ("Fire broke out in Jackson, Miss., on Sunday.", 32, "Miss stands beside"),
        # a town of that region
        ("Fire broke out in Cordoba, Veracruz.", 19, "Veracruz stands beside"),
        # the article names the region or the country elsewhere
        ("Fire broke out in Birmingham. The governor of Alabama resigned.", 34, "in Alabama, which the article names"),
        ("Lebanon closed its border. Fire broke out in Tripoli.", 34, "in Lebanon, which the article names"),
        ("Fire broke out in Paris. The U.S. sent help.", 49, "most populous"),
        # its own name before the second name of a larger town
        ("A ship sank off Porto.", 41, "bears the name itself"),
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


def test_a_region_that_is_not_known_leaves_no_coordinates() -> None:
    (place,) = [mention.place for mention in find_places("A barn burned in Cordoba, Qwezzle, on Sunday.")]

    assert (place.name, place.lat, place.lon) == ("Cordoba", None, None)
    assert place.reason == "Qwezzle stands beside the name, and the gazetteer does not know it"


def test_what_stands_beside_a_name_once_is_carried_on() -> None:
    first, later = find_places("CAMBRIDGE, Massachusetts - Snow fell. Thieves robbed a bank in Cambridge.")

    assert (later.place.lat, later.place.lon) == (first.place.lat, first.place.lon)
    assert later.place.reason == "Massachusetts stands beside the name elsewhere in the article"


@pytest.mark.parametrize("text", ["Upper Mill was closed.", "Police closed Upper Mill.", "It sank off Upper Mill."])
def test_a_curators_place_is_read_wherever_it_stands(text: str) -> None:
    own = parse_gazetteer([HEADER, "Upper Mill,10.5,20.25,,GB"])

    assert [mention.place.lat for mention in find_places(text, own)] == [10.5]


@pytest.mark.parametrize(
    "text",
    [
        "A barn burned down in Qwezzle on Sunday.",
        "A barn burned down in Paris, Texas, on Sunday.",
        "A barn burned down in London, Ontario, on Sunday.",
        "Two soldiers were killed in Operation Qwezzle.",
    ],
)
def test_where_something_happened_is_nobody_who_acts(text: str) -> None:
    (event,) = extract(Article(text, published="2021-05-14")).events

    assert event.actors == ()


def test_two_places_of_one_name_are_two() -> None:
    text = "Storms hit houses in Paris, Texas, and in Paris, France."
    places = {place for event in extract(Article(text)).events for place in event.places}

    assert len({(place.lat, place.lon) for place in places}) == 2


@pytest.mark.parametrize("region", [(country, names, town) for country, names, town in regions()])
def test_each_region_holds_the_town_that_stands_for_it(region: tuple[str, tuple[str, ...], str]) -> None:
    country, names, town = region
    place = find_places(f"A barn burned in {town}, {names[0]}.")[0].place

    assert place.lat is not None, f"{country}: {names[0]}"


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
        ([HEADER, "Alpha,1_0,2,,"], "line 2: lat: '1_0' is not a number"),
        ([HEADER, "Alpha,١٢,2,,"], "line 2: lat: '١٢' is not a number"),
        ([HEADER + ",name", "Alpha,1,2,,,Beta"], "line 1: the column 'name' stands there twice"),
        ([HEADER, "Alpha,1,2,,", "ALPHA,1,3,,"], "line 3: name: 'ALPHA' stands in line 2 with other coordinates"),
        ([HEADER, "Alpha,1,2,Old;Ford,", "Beta,4,3,New;Ford,"], "line 3: aliases: 'Ford' stands in line 2 with other"),
        ([HEADER, "Al\0pha,1,2,,"], "line 2: name: 'Al\\x00pha' holds a character"),
        ([HEADER, "Alpha,1,2,,ZZ"], "line 2: country: 'ZZ' is no country"),
    ],
)
def test_it_names_the_line_and_field_that_is_wrong(lines: list[str], message: str) -> None:
    with pytest.raises(GazetteerError) as caught:
        parse_gazetteer(lines)

    assert str(caught.value).startswith(message)


def test_one_place_may_have_two_lines() -> None:
    own = parse_gazetteer([HEADER, "Alpha,1,2,Old,PT", "alpha,1.0,2,New,PT"])

    assert [entry.lat for entry in own.find("New")] == [1]


def test_it_names_the_line_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_bytes(f"{HEADER}\nAlpha,1,2,,\n".encode() + "Évora,38.6,-7.9,,PT\n".encode("latin-1"))

    with pytest.raises(GazetteerError, match=r"^line 3: is not UTF-8: byte 1 of the line cannot be read$"):
        read_gazetteer(path)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_it_never_raises(text: str) -> None:
    for mention in find_places(text):
        assert mention.start < mention.end


@pytest.mark.parametrize("piece", ["in A ", "A, A and ", "A-", "in the north of "])
def test_it_reads_long_texts(piece: str) -> None:
    find_places(piece * 20_000)
