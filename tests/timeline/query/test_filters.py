"""Each filter finds what the documents themselves say, in every list and every order, now and then."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import orjson
import pytest
from django.http import QueryDict
from django.utils import timezone

from tests.timeline.records import AUTHOR, make_event, make_source, make_speaker, make_statement
from timeline.ledger import approve, number_changes
from timeline.query import BadQuery, Query, count, live, page, past
from timeline.query.matching import matches
from timeline.query.parameters import date

pytestmark = pytest.mark.django_db
PLACES = [
    {"name": "Harbour Town", "lat": 10.5, "lon": 179.5},
    {"name": "Hill Fort", "lat": -10.0, "lon": -179.0},
    {"name": "Nowhere"},
]
WORDS = ["bridge", "council", "École", "al-Qasr", "fire", "market", "ｆｕｌｌ", "don’t", "2020", "Zürich"]


@pytest.fixture
def many() -> None:
    """Events and statements of every sort."""
    chance = random.Random(3)
    sources = [make_source(publisher=name) for name in ("Example Wire", "Daily Herald", "Ünion")]
    speakers = [make_speaker("Amina Haddad", aliases=["A. Haddad"]), make_speaker("Jon Small", organisation="Port")]
    records: list[Any] = []
    for n in range(48):
        edtf = chance.choice(["2020-02-10", "2020-02", "2020", "2019/2021", "2018/..", "../2020-05", "2020-36", ""])
        words = " ".join(chance.sample(WORDS, 4))
        if n % 2:
            records.append(
                make_event(
                    edtf,
                    publish=False,
                    title=f"Title {words}",
                    summary=words[::-1],
                    places=chance.sample(PLACES, chance.randint(0, 2)),
                    actors=chance.sample(["Council", "Fire Brigade"], 1),
                    tags=chance.sample(["Works", "Été"], chance.randint(0, 2)),
                    occurrence=chance.choice(["occurred", "alleged"]),
                    sources=chance.sample(sources, chance.randint(1, 3)),
                )
            )
        else:
            records.append(
                make_statement(
                    edtf,
                    publish=False,
                    source=chance.choice(sources),
                    speaker=chance.choice([*speakers, None]),
                    speaker_text="a clerk",
                    organisation=chance.choice(["Port", "Bridge Office"]),
                    text=words,
                    speech=chance.choice(["direct", "indirect"]),
                )
            )
    approve(records, AUTHOR)


ASKED: list[dict[str, Any]] = [
    {},
    {"speaker": "a. HADDAD"},
    {"speaker": ["Jon Small", "a clerk"]},
    {"organisation": "port"},
    {"place": "harbour town"},
    {"place": ["Hill Fort", "Nowhere"], "tag": "ete"},
    {"actor": "council", "place": "harbour town"},
    {"publisher": "union"},
    {"publisher": ["Ünion", "daily herald"], "min_sources": "2"},
    {"kind": "event"},
    {"kind": "event,statement"},
    {"speech": "direct,mixed"},
    {"occurrence": "alleged", "precision": "day,month"},
    {"located": "true"},
    {"bbox": "170,0,180,20"},
    {"bbox": "170,-20,-170,20"},
    {"q": "bridge"},
    {"q": "ecole -fire"},
    {"q": '"al qasr" 2020'},
    {"q": "mark*"},
    {"q": "dont full"},
    {"q": '-"fire market" title'},
    {"q": "ZURICH", "tag": "Works"},
]


def walk(listing: str, asked: dict[str, Any], **more: str) -> list[dict[str, Any]]:
    given = QueryDict(mutable=True)
    for name, value in {**asked, **more}.items():
        given.setlist(name, value if isinstance(value, list) else [value])
    found: list[dict[str, Any]] = []
    while True:
        answer = page(Query.read(listing, given))
        found += map(orjson.loads, answer.documents)
        if answer.next is None:
            return found
        given["cursor"] = str(answer.next)


def read(listing: str, asked: dict[str, Any]) -> Query:
    given = QueryDict(mutable=True)
    for name, value in asked.items():
        given.setlist(name, value if isinstance(value, list) else [value])
    return Query.read(listing, given)


def ids(records: list[dict[str, Any]]) -> list[str]:
    return [record["id"] for record in records]


def test_it_finds_what_the_documents_say(many: None) -> None:
    everything = walk("timeline", {}, **{"from": "0001-01-02", "to": "9998", "open": "true"})
    number_changes()
    now = timezone.now().isoformat()
    assert len(everything) > 40

    for asked in ASKED:
        query = past.resolved(read("timeline", {**asked, "as_of": now}))
        ranged = {**asked, "from": "2020-02", "to": "2020-03"}
        for match in ("possible", "certain"):
            wanted = {
                record["id"]
                for record in everything
                if matches(record, query) and record["kind"] in query.kinds and _in_range(record, match)
            }
            assert set(ids(walk("timeline", ranged, match=match, limit="7"))) == wanted, asked
            assert count(read("timeline", {**ranged, "match": match})) == len(wanted), asked
        for order in ("-start", "created", "-updated"):
            assert set(ids(walk("timeline", ranged, order=order, limit="7"))) == set(ids(walk("timeline", ranged)))
        assert ids(walk("timeline", ranged, as_of=now, limit="7")) == ids(walk("timeline", ranged)), asked
        assert ids(walk("timeline", ranged, as_of=now, order="-start")) == ids(walk("timeline", ranged, order="-start"))
        found = [orjson.loads(document)["id"] for document in live.stream(read("timeline", ranged))]
        assert found == ids(walk("timeline", ranged))


def _in_range(record: dict[str, Any], match: str) -> bool:
    when = record["when"]
    if when is None or when["start"] is None:
        return False
    start, end = dt.date.fromisoformat(when["start"]), dt.date.fromisoformat(when["end"] or "9998-12-31")
    first, last = dt.date(2020, 2, 1), dt.date(2020, 3, 31)
    return first <= start and end <= last if match == "certain" else start <= last and end >= first


def test_it_orders_by_instants_without_loss(many: None) -> None:
    created = [record["created"] for record in walk("events", {"order": "created", "limit": "4"})]

    assert len(created) == 24
    assert created == sorted(created)
    assert [r["created"] for r in walk("events", {"order": "-created", "limit": "4"})] == created[::-1]


def test_it_ranks_the_best_first() -> None:
    make_event(title="A long report of many other things that has the word flood once in it")
    make_event(title="Flood after flood")
    make_event(title="Nothing of the kind")

    titles = [record["title"] for record in walk("events", {"q": "flood", "order": "rank", "limit": "1"})]

    assert titles == ["Flood after flood", "A long report of many other things that has the word flood once in it"]


def test_it_finds_what_has_changed_since(many: None) -> None:
    instant = timezone.now().isoformat()
    late = make_event(title="late")

    assert ids(walk("timeline", {"updated_since": instant})) == [f"event-{late.pk}"]
    # The offset's plus sign arrives as a space where it is not escaped.
    assert ids(walk("timeline", {"updated_since": instant.replace("+", " ")})) == [f"event-{late.pk}"]


def test_it_filters_sources_and_speakers(many: None) -> None:
    assert [r["publisher"] for r in walk("sources", {"publisher": "UNION"})] == ["Ünion"]
    assert [r["publisher"] for r in walk("sources", {"q": "herald"})] == ["Daily Herald"]
    assert [r["name"] for r in walk("speakers", {"speaker": "a haddad"})] == ["Amina Haddad"]
    assert [r["name"] for r in walk("speakers", {"organisation": "port"})] == ["Jon Small"]
    assert [r["name"] for r in walk("speakers", {"q": "small"})] == ["Jon Small"]
    number_changes()
    now = timezone.now().isoformat()
    for listing in ("sources", "speakers"):
        assert walk(listing, {"as_of": now, "limit": "1"}) == walk(listing, {"limit": "1"})
    for asked in ({"from": "2020-02"}, {"to": "2019"}, {"undated": "true"}, {"undated": "false"}):
        assert walk("sources", {**asked, "as_of": now}) == walk("sources", asked), asked


def test_it_counts_what_was(many: None) -> None:
    number_changes()
    now = timezone.now().isoformat()
    make_event("2020-02-10", title="late")
    number_changes()

    for listing in ("timeline", "events", "statements", "sources", "speakers"):
        then = {"as_of": now}
        assert count(read(listing, then)) == len(walk(listing, then)) > 0
    for asked in (
        {"from": "2020-02"},
        {"to": "2020-02-10", "match": "certain"},
        {"undated": "true"},
        {"kind": "event"},
    ):
        assert count(read("timeline", {**asked, "as_of": now})) == len(walk("timeline", {**asked, "as_of": now})), asked
    assert count(read("events", {})) == count(read("events", {"as_of": now})) + 1
    with pytest.raises(BadQuery, match="count"):
        read("events", {"as_of": now, "count": "true", "place": "Norvik"})


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2020-XX", "2020-01-01", "2020-12-31"),
        ("2020-XX-XX", "2020-01-01", "2020-12-31"),
        ("2020-02-XX", "2020-02-01", "2020-02-29"),
        ("202X-XX", "2020-01-01", "2029-12-31"),
        ("2020-02-XX~", "2020-01-17", "2020-03-15"),
        ("2020-02-XX/2020-XX", "2020-02-01", "2020-12-31"),
        ("/2020", "None", "2020-12-31"),
        ("2020/", "2020-01-01", "None"),
    ],
)
def test_it_takes_what_edtf_leaves_unspecified(given: str, first: str, last: str) -> None:
    found = date(given)

    assert (str(found.earliest), str(found.latest)) == (first, last)


@pytest.mark.parametrize(
    "given", ["/", "//", "XX", "2020-XX-05", "2020-02-XX-XX", "2020-1X", "[1667,1668]", "-0200", "Y17000"]
)
def test_it_names_a_date_that_it_does_not_take(given: str) -> None:
    with pytest.raises(BadQuery, match="from"):
        read("events", {"from": given})


@pytest.mark.parametrize(
    ("given", "day"),
    [("1581292800000", "2020-02-10"), ("1581379199999", "2020-02-10"), ("00000000000", "1970-01-01")],
)
def test_it_takes_epoch_milliseconds_for_days(given: str, day: str) -> None:
    query = read("events", {"from": given, "to": given})

    assert (str(query.first), str(query.last)) == (day, day)
