"""The histogram says what the lists say."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.http import QueryDict

from tests.timeline.query.test_filters import ASKED, many, read
from tests.timeline.records import AUTHOR, make_event
from timeline.ledger import edit, unpublish
from timeline.ledger.tallies import FOLD_POSTGRESQL, fold
from timeline.models import Event, Tally
from timeline.query import BadQuery, HistogramQuery, count, histogram

pytestmark = pytest.mark.django_db
assert many  # the fixture
assert FOLD_POSTGRESQL


def asked(**values: Any) -> HistogramQuery:
    given = QueryDict(mutable=True)
    for name, value in values.items():
        given.setlist(name.rstrip("_"), value if isinstance(value, list) else [value])
    return HistogramQuery.read(given)


def test_its_buckets_count_what_the_lists_find(many: None) -> None:
    for filters in ASKED:
        for interval, last in (("month", "2020-03-15"), ("quarter", "2020"), ("year", "2021")):
            found = histogram(asked(**filters, from_="2020-01-15", to=last, interval=interval))
            for bucket in found.buckets[:4]:
                days = {"from": bucket.start.isoformat(), "to": bucket.end.isoformat()}
                for match in ("possible", "certain"):
                    expected = count(read("timeline", {**filters, **days, "match": match}))
                    assert getattr(bucket, match) == expected, (filters, bucket, match)


@pytest.mark.parametrize(
    ("interval", "buckets"),
    [
        ("day", [("2020-02-27", "2020-02-27"), ("2020-02-28", "2020-02-28"), ("2020-02-29", "2020-02-29"),
                 ("2020-03-01", "2020-03-01"), ("2020-03-02", "2020-03-02")]),
        ("week", [("2020-02-27", "2020-03-01"), ("2020-03-02", "2020-03-02")]),
        ("month", [("2020-02-27", "2020-02-29"), ("2020-03-01", "2020-03-02")]),
        ("quarter", [("2020-02-27", "2020-03-02")]),
        ("year", [("2020-02-27", "2020-03-02")]),
    ],
)  # fmt: skip
def test_its_buckets_are_those_of_the_calendar_cut_to_the_range(interval: str, buckets: list[tuple[str, str]]) -> None:
    found = histogram(asked(from_="2020-02-27", to="2020-03-02", interval=interval)).buckets

    assert [(str(bucket.start), str(bucket.end)) for bucket in found] == buckets


def test_it_groups_by_what_is_asked(many: None) -> None:
    for by, parameter in (("kind", "kind"), ("place", "place"), ("speaker", "speaker"), ("publisher", "publisher"),
                          ("tag", "tag")):  # fmt: skip
        for filters in ({}, {"q": "bridge"}, {"publisher": "union"}):
            found = histogram(asked(**filters, from_="2020", to="2020", interval="year", group_by=by))
            groups = found.buckets[0].groups
            assert groups
            for value, (possible, certain) in groups.items():
                if parameter in filters:
                    continue
                days = {**filters, "from": "2020", "to": "2020", parameter: value}
                assert possible == count(read("timeline", days))
                assert certain == count(read("timeline", {**days, "match": "certain"}))
    assert found.labels["été" if "été" in found.labels else "ete"] == "Été"


def test_its_counts_follow_every_change_and_survive_folding(many: None) -> None:
    changed, gone = list(Event.objects.filter(edtf="2020")[:1]) or [make_event("2020")], make_event("2020")
    edit(changed[0], {"edtf": "2021", "earliest": dt.date(2021, 1, 1), "latest": dt.date(2021, 12, 31)}, AUTHOR)
    unpublish([gone], AUTHOR)
    before = histogram(asked(from_="2018", to="2022", interval="year", group_by="place"))
    rows = Tally.objects.count()

    fold(at=0)

    assert Tally.objects.count() < rows
    assert not Tally.objects.filter(folded=False).exists()
    assert histogram(asked(from_="2018", to="2022", interval="year", group_by="place")) == before
    for year in ("2020", "2021"):
        days = {"from": year, "to": year, "match": "certain", "kind": "event"}
        listed = count(read("timeline", days | {"min_sources": "1", "occurrence": "occurred,alleged,ongoing"}))
        assert count(read("timeline", days)) == listed


@pytest.mark.parametrize(
    ("values", "parameter"),
    [
        ({"from_": "2020"}, "to"),
        ({"from_": "0002", "to": "9000", "interval": "day"}, "interval"),
        ({"from_": "2021", "to": "2020"}, "from"),
        ({"match": "certain"}, "match"),
        ({"order": "start"}, "order"),
        ({"group_by": "colour"}, "group_by"),
        ({"interval": "hour"}, "interval"),
    ],
)
def test_it_names_the_parameter_at_fault(values: dict[str, str], parameter: str) -> None:
    with pytest.raises(BadQuery) as error:
        asked(**values)

    assert [problem.parameter for problem in error.value.problems] == [parameter]


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({"from_": "2020"}, [("to", "contradiction", "is needed: a histogram has two ends")]),
        ({"to": "2020"}, [("from", "contradiction", "is needed: a histogram has two ends")]),
        ({"from_": "2020", "to": "2020/.."}, [("to", "invalid", "is open: a histogram has two ends")]),
        (
            {"from_": "9000", "to": "9998"},
            [("to", "invalid", "lies outside the days of a histogram, 0001-01-02 to 9998-12-30")],
        ),
    ],
)
def test_it_says_what_is_wrong_with_an_end(values: dict[str, str], faults: list[tuple[str, str, str]]) -> None:
    with pytest.raises(BadQuery) as error:
        asked(**values)

    assert [(problem.parameter, problem.code, problem.detail) for problem in error.value.problems] == faults
