"""The one door for writes: rows, revisions and documents stand or fall together."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event, published
from timeline.ledger import (
    Author,
    Change,
    Conflict,
    UndoError,
    approve,
    edit,
    number_changes,
    reject,
    restore_version,
    unpublish,
    write,
)
from timeline.models import Action, Entry, EntryKey, Profile, Revision, Source, Speaker, Statement

pytestmark = pytest.mark.django_db


def history(record):
    """What was done to a record, in order."""
    found = Revision.objects.filter(kind=record.KIND, record_id=record.pk)
    return list(found.order_by("version").values_list("action", flat=True))


def shown(record):
    """The record's public document."""
    kind = {"statement": Entry, "event": Entry}.get(record.KIND, Profile)
    return json.loads(kind.objects.get(kind=record.KIND, record_id=record.pk).document)


def test_every_change_is_a_revision_with_all_fields():
    statement = a_statement()
    approve([statement], Author(reason="sound"))
    edit(statement, {"role": "engineer"}, Author(reason="as printed"))

    assert history(statement) == ["created", "approved", "edited"]
    last = Revision.objects.get(kind="statement", version=3)
    assert (last.reason, last.snapshot["role"], last.snapshot["state"]) == ("as printed", "engineer", "published")
    assert json.loads(last.document)["speaker"]["role"] == "engineer"


def test_a_refused_row_takes_its_revision_with_it():
    speaker = a_speaker("Anna Berg")
    source = a_source()
    before = Revision.objects.count()
    twin = Speaker(name="Anna Berg", key=speaker.key)
    source.title = "Changed"

    with pytest.raises(IntegrityError):
        write([Change(source, Action.EDITED), Change(twin, Action.CREATED)], Author())

    assert Revision.objects.count() == before
    assert Source.objects.get(pk=source.pk).title != "Changed"


def test_a_stale_record_overwrites_nothing():
    speaker = a_speaker()
    mine, theirs = Speaker.objects.get(pk=speaker.pk), Speaker.objects.get(pk=speaker.pk)
    edit(theirs, {"organisation": "Theirs"}, Author())

    with pytest.raises(Conflict, match="changed by somebody else"):
        edit(mine, {"organisation": "Mine"}, Author())

    assert Speaker.objects.get(pk=speaker.pk).organisation == "Theirs"
    assert history(speaker) == ["created", "edited"]


def test_an_edit_that_changes_nothing_is_none():
    speaker = a_speaker(organisation="The works")

    assert not edit(speaker, {"organisation": "The works"}, Author())
    assert history(speaker) == ["created"]


def test_an_address_that_went_to_another_article_does_not_come_back():
    first, second = a_source(url="https://a.example/1"), a_source(url="https://a.example/2")
    edit(first, {"url": "https://a.example/3"}, Author())
    with pytest.raises(ValidationError, match=f"Article {first.pk} has this address"):
        edit(second, {"url": "HTTPS://a.example/3/#top"}, Author())
    edit(Source.objects.get(pk=second.pk), {"url": "https://a.example/1/"}, Author())

    with pytest.raises(UndoError, match="Another record has its address"):
        restore_version("source", first.pk, 1, Author())
    assert Source.objects.get(pk=second.pk).url == "https://a.example/1"


def test_what_a_person_sets_is_held(curator):
    speaker = a_speaker()

    edit(speaker, {"organisation": "The works"}, Author(user=curator))

    assert Speaker.objects.get(pk=speaker.pk).held == ["organisation"]


@pytest.mark.parametrize("make", [a_statement, an_event])
def test_only_what_is_published_is_shown(make):
    record = make()
    assert not Entry.objects.exists()

    assert approve([record], Author()) == 1
    assert approve([record], Author()) == 0
    assert shown(record)["status"] == "published"

    assert unpublish([record], Author()) == 1
    assert not Entry.objects.exists()
    assert not EntryKey.objects.exists()

    assert reject([record], Author()) == 1
    assert history(record) == ["created", "approved", "unpublished", "rejected"]


def test_sources_and_speakers_are_public_while_a_published_record_cites_them():
    speaker, source = a_speaker(), a_source()
    statement = a_statement(source, speaker)
    assert not Profile.objects.exists()

    approve([statement], Author())
    assert shown(speaker)["name"] == "Anna Berg"
    assert shown(source)["publisher"] == "The Gazette"

    unpublish([statement], Author())
    assert not Profile.objects.exists()


def test_a_source_stays_public_while_another_record_cites_it():
    source = a_source()
    statement, event = published(a_statement(source)), published(an_event(source))

    unpublish([statement], Author())
    assert Profile.objects.filter(kind="source").count() == 1

    reject([event], Author())
    assert not Profile.objects.exists()


def test_a_speaker_whose_last_statement_moves_on_is_no_longer_public():
    first, second = a_speaker("Anna Berg"), a_speaker("Bo Dahl")
    statement = published(a_statement(speaker=first))

    edit(statement, {"speaker": second}, Author())

    assert set(Profile.objects.filter(kind="speaker").values_list("record_id", flat=True)) == {second.pk}
    assert shown(statement)["speaker"]["name"] == "Bo Dahl"


def test_a_new_name_of_a_speaker_shows_in_every_document():
    speaker = a_speaker()
    statements = [published(a_statement(speaker=speaker)) for _ in range(2)]

    edit(Speaker.objects.get(pk=speaker.pk), {"name": "Anna Berg-Olsen"}, Author())

    for statement in statements:
        assert shown(statement)["speaker"]["name"] == "Anna Berg-Olsen"
        assert history(statement)[-1] == "rendered"
    assert EntryKey.objects.filter(name="said_by", value="anna berg olsen").count() == 2


def test_a_new_name_of_a_publisher_shows_in_every_document():
    source = a_source()
    statement, event = published(a_statement(source)), published(an_event(source, a_source()))

    edit(Source.objects.get(pk=source.pk), {"publisher": "The Herald"}, Author())

    assert shown(statement)["sources"][0]["publisher"] == "The Herald"
    assert shown(event)["sources"][0]["publisher"] == "The Herald"
    assert EntryKey.objects.filter(name="publisher", value="the herald").count() == 2


def test_a_proposed_record_is_not_shown_when_its_speaker_is_renamed():
    speaker = a_speaker()
    a_statement(speaker=speaker)

    edit(speaker, {"name": "Somebody"}, Author())

    assert not Entry.objects.exists()


def test_copies_of_one_text_count_as_one_source():
    original = a_source()
    event = published(an_event(original, a_source(copy_of=original), a_source()))

    assert shown(event)["independent_sources"] == 2
    assert len(shown(event)["sources"]) == 3


def test_a_deleted_event_takes_its_mentions_along():
    event = an_event()

    write([Change(event, Action.DELETED)], Author())

    assert history(event) == ["created", "deleted"]
    assert Revision.objects.latest("id").snapshot["mentions"] == []


@pytest.mark.django_db(transaction=True)
def test_changes_are_numbered_in_the_order_of_their_commits():
    speaker = a_speaker()
    a_statement(speaker=speaker)
    edit(Speaker.objects.get(pk=speaker.pk), {"organisation": "The works"}, Author())

    numbers = list(Revision.objects.order_by("id").values_list("seq", flat=True))

    assert numbers == list(range(1, len(numbers) + 1))
    assert not Revision.objects.filter(numbered=None).exists()


def test_numbers_once_given_stay():
    a_source()
    number_changes()
    first = list(Revision.objects.values_list("id", "seq"))
    a_source()

    number_changes()
    number_changes()

    assert list(Revision.objects.order_by("id").values_list("id", "seq"))[: len(first)] == first
    assert Revision.objects.order_by("-id").values_list("seq", flat=True)[0] == len(first) + 1


def test_a_statement_without_a_place_in_the_text_keeps_its_words():
    statement = published(Statement.objects.get(pk=a_statement(text="Words that the article lost").pk))

    assert shown(statement)["sources"][0]["evidence"][0]["exact"] == "Words that the article lost"
    assert shown(statement)["sources"][0]["evidence"][0]["start"] is None


def test_an_approval_costs_little_more_for_each_record(django_assert_max_num_queries):
    source, speaker = a_source(), a_speaker()
    statements = [a_statement(source, speaker) for _ in range(10)]

    # Of each: its row, its entry, its keys gone and its keys made; once: locks, profiles, revisions, numbers.
    with django_assert_max_num_queries(40 + 4 * len(statements)):
        approve(statements, Author())
