"""Counts that are told from a sample: near what is true, and marked where they are not."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.http import QueryDict

from tests.timeline.records import make_event
from timeline.models import Entry
from timeline.query import Query, sampled
from timeline.query.sampled import Amount, Sample, Sampled, prime, sample

pytestmark = pytest.mark.django_db


def ask(text: str) -> Query:
    return Query.read("timeline", QueryDict(text))


def test_a_sample_holds_what_the_query_finds_and_says_for_how_many_it_stands(monkeypatch: Any) -> None:
    monkeypatch.setattr(sampled, "ENOUGH", 5)
    monkeypatch.setattr(sampled, "LOOKED_AT", 5)
    for number in range(40):
        make_event(f"2020-02-{1 + number % 28:02}", places=[{"name": "Norvik"}], tags=["a" if number % 2 else "b"])
    make_event("2020", places=[{"name": "Norvik"}])
    make_event("2018-05-05", places=[{"name": "Norvik"}])

    # All that match are found through a key: whichever are looked at stand for the others.
    found = sample(ask("place=norvik&from=2020-02&to=2020-02"))
    assert len(found.records) == 5
    assert found.each == 41 / 5
    assert found.number(5) == 40  # One digit of 41.
    # What matches beside the key is looked for until there is enough of it, or no more to look at.
    both = sample(ask("place=Norvik&tag=a&from=2020-02&to=2020-02"))
    assert all(Entry.objects.get(pk=record.id).keys.filter(name="tag", value="a").exists() for record in both.records)
    assert len(both.records) >= 5
    assert 10 <= both.number(len(both.records)) <= 30
    # Without a key, each seventh record stands for the seven.
    plain = sample(ask("q=bridge&from=2020&to=2020"))
    assert {record.id % 7 for record in plain.records} == {0}
    assert plain.each * len(plain.records) == pytest.approx(41)


def test_the_same_query_has_the_same_sample(monkeypatch: Any) -> None:
    monkeypatch.setattr(sampled, "LOOKED_AT", 3)
    monkeypatch.setattr(sampled, "ENOUGH", 3)
    for _ in range(30):
        make_event(places=[{"name": "Norvik"}])

    assert sample(ask("place=Norvik")) == sample(ask("place=Norvik"))


@pytest.mark.parametrize("share", [0.003, 0.02, 0.3])
def test_a_number_is_as_near_as_it_says(share: float) -> None:
    chance = random.Random(7)
    wrong = 0
    for _ in range(400):
        hits = sum(chance.random() < share for _ in range(1000))
        told = Sample([], 50).amount(hits)
        true = share * 50_000
        wrong += told.number < true if told.word == "under" else not true / 2 < told.number < true * 2
    assert wrong <= 400 * 0.05


def test_numbers_are_written_as_exactly_as_they_are_known() -> None:
    seen = Sample([Sampled(4, "event", None, None, 1)], 300.0)

    assert str(Amount(1234)) == "1,234"
    assert str(seen.amount(0)) == "under 2,000"
    assert str(seen.amount(3)) == "under 3,000"
    assert str(seen.amount(12)) == "about 4,000"
    assert str(seen.amount(1234)) == "about 370,000"
    assert str(seen.amount(617, part=2)) == "about 370,000"


def test_steps_are_primes() -> None:
    assert [prime(least) for least in (0, 11, 12, 24, 90)] == [11, 11, 13, 29, 97]
