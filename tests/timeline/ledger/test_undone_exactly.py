"""A merge that is undone leaves rows and answers byte for byte as they were, and no validator of one for the other."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client

from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event, published
from timeline.ledger import Author, edit, merge_events, merge_speakers, undo
from timeline.models import Entry, Event, Mention, Profile, Revision, Source, Speaker, Statement
from timeline.query.declared import FORMATS, TABLES

pytestmark = pytest.mark.django_db
NOBODY = Author()
ROWS: tuple[type[Model], ...] = (Source, Speaker, Statement, Event, Mention, Entry, Profile)


@pytest.fixture(autouse=True)
def unlimited(settings: Any) -> None:
    settings.RATE_LIMIT = 0


def rows() -> dict[str, list[dict[str, Any]]]:
    """Every column of every row."""
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in ROWS}


def answers() -> dict[str, tuple[int, bytes]]:
    """What the API answers: lists in all formats, details, histogram and facets."""
    lists = [f"{name}/?format={form}" for name in ("timeline", "events", "statements") for form in FORMATS]
    lists += [f"{name}/?format={form}" for name in ("sources", "speakers") for form in TABLES]
    lists += ["events/?order=-updated", "timeline/?min_sources=2", "timeline/histogram/"]
    details = [
        f"{model.KIND}s/{row.pk}/" for model in (Source, Speaker, Statement, Event) for row in model.objects.all()
    ]
    found = {}
    for path in (*lists, *details):
        answer = Client().get(f"/api/v1/{path}")
        found[path] = answer.status_code, answer.getvalue()
    return found


def last_batch() -> Any:
    return Revision.objects.exclude(action="rendered").latest("id").batch


@pytest.fixture
def events() -> list[Event]:
    """Published, but for the last; each told by a source of its own, on days that contradict each other."""
    days = ("2024-05", "2024-05-03", "2024-05-04")
    made = [an_event(a_source(), a_source(), date=day, actors=[f"Actor {day}"]) for day in days]
    for event in made[:2]:
        published(event)
    return made


@pytest.mark.parametrize("kept", [0, 2])
@pytest.mark.parametrize("by_person", [False, True])
def test_an_undone_merge_of_events_changes_no_byte(
    events: list[Event], kept: int, by_person: bool, curator: User
) -> None:
    author = Author(user=curator) if by_person else NOBODY
    before = rows(), answers()

    for _ in range(2):
        merge_events(events[kept].pk, [event.pk for event in events if event is not events[kept]], author)
        assert answers() != before[1]
        undo(last_batch(), author)

        assert (rows(), answers()) == before


@pytest.mark.parametrize("by_person", [False, True])
def test_merges_of_merged_events_undone_in_turn_change_no_byte(
    events: list[Event], by_person: bool, curator: User
) -> None:
    author = Author(user=curator) if by_person else NOBODY
    events.append(an_event(a_source(), date="2024-05-05"))
    states = []
    batches = []
    for kept, other in ((2, 3), (0, 2), (1, 0)):
        states.append((rows(), answers()))
        merge_events(events[kept].pk, [events[other].pk], author)
        batches.append(last_batch())

    for state, batch in zip(reversed(states), reversed(batches), strict=True):
        undo(batch, author)

        assert (rows(), answers()) == state


@pytest.mark.parametrize("by_person", [False, True])
def test_an_undone_merge_of_speakers_changes_no_byte(by_person: bool, curator: User) -> None:
    author = Author(user=curator) if by_person else NOBODY
    kept, other = a_speaker("Kept"), a_speaker("Other", aliases=["The other"])
    published(a_statement(speaker=other))
    published(a_statement(speaker=kept))
    a_statement(speaker=other)
    before = rows(), answers()

    for _ in range(2):
        merge_speakers(kept.pk, [other.pk], author)
        assert answers() != before[1]
        undo(last_batch(), author)

        assert (rows(), answers()) == before


def test_no_version_names_two_states(events: list[Event]) -> None:
    event = events[0]
    merge_events(event.pk, [events[1].pk], NOBODY)
    merged = Event.objects.get(pk=event.pk)
    undo(last_batch(), NOBODY)
    edit(Event.objects.get(pk=event.pk), {"title": "Another title"}, NOBODY)
    edited = Event.objects.get(pk=event.pk)

    assert edited.version > merged.version
    states: dict[int, set[str]] = {}
    for revision in Revision.objects.filter(kind="event", record_id=event.pk):
        kept = revision.snapshot
        states.setdefault(kept["version"], set()).add(json.dumps(kept, sort_keys=True))
    assert all(len(same) == 1 for same in states.values())


def test_an_answer_that_was_kept_before_or_during_the_merge_is_asked_for_again(events: list[Event]) -> None:
    address = f"/api/v1/events/{events[0].pk}/"
    tags = [Client().get(address).headers["ETag"]]
    merge_events(events[0].pk, [events[1].pk], NOBODY)
    tags.append(Client().get(address).headers["ETag"])
    undo(last_batch(), NOBODY)

    assert [Client().get(address, headers={"If-None-Match": tag}).status_code for tag in tags] == [200, 200]


def test_history_and_feed_tell_of_merge_and_undo(events: list[Event]) -> None:
    merge_events(events[0].pk, [events[1].pk], NOBODY)
    undo(last_batch(), NOBODY)

    kept = Revision.objects.filter(kind="event", record_id=events[1].pk).order_by("version")
    assert list(kept.values_list("action", flat=True))[-2:] == ["merged", "restored"]
    numbers = list(kept.values_list("version", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    feed = Client().get("/api/v1/changes/?limit=100").json()["results"]
    told = [change["change"] for change in feed if change["id"] == f"event-{events[1].pk}"]
    assert told[-2:] == ["merged", "upsert"]


def test_what_changed_since_the_merge_gets_a_new_version(events: list[Event]) -> None:
    merge_events(events[0].pk, [events[1].pk], NOBODY)
    batch = last_batch()
    edit(Event.objects.get(pk=events[0].pk), {"tags": ["kept"]}, NOBODY)
    edited = Event.objects.get(pk=events[0].pk).version

    undo(batch, NOBODY)

    event = Event.objects.get(pk=events[0].pk)
    assert (event.tags, event.version) == (["kept"], edited + 1)


def test_all_instants_of_the_past_stay_as_they_were(events: list[Event]) -> None:
    merge_events(events[0].pk, [events[1].pk], NOBODY)
    merged = Client().get(f"/api/v1/events/{events[0].pk}/").content
    at = Revision.objects.exclude(numbered=None).latest("seq").numbered
    assert at is not None
    undo(last_batch(), NOBODY)

    then = Client().get(f"/api/v1/events/{events[0].pk}/", {"as_of": at.isoformat().replace("+00:00", "Z")})
    assert then.content == merged
    assert list(itertools.islice(Revision.objects.filter(seq=None), 1)) == []
