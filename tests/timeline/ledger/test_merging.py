"""Merging, splitting and undoing: nothing is lost, and addresses go on answering."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event, published
from timeline.ledger import (
    Author,
    MergeError,
    UndoError,
    approve,
    edit,
    merge_events,
    merge_speakers,
    reject,
    restore_version,
    split_event,
    split_speaker,
    undo,
)
from timeline.ledger.snapshots import snapshot
from timeline.models import Event, Mention, Revision, Speaker, Statement

pytestmark = pytest.mark.django_db
NOBODY = Author()


def rows():
    """All speakers, statements, events and mentions, without what counts and dates their versions."""
    found = {}
    for model in (Speaker, Statement, Event, Mention):
        for row in model._default_manager.order_by("pk"):
            kept = snapshot(row)
            found[model.__name__, row.pk] = {
                name: value for name, value in kept.items() if name not in ("version", "updated", "held", "mentions")
            }
    return found


def last_batch():
    return Revision.objects.exclude(action="rendered").latest("id").batch


def get(path: str):
    return Client().get(f"/api/v1/{path}")


def test_a_merged_speaker_gives_its_statements_and_its_name():
    kept, other = a_speaker("Masrour Barzan"), a_speaker("Masrur Barzan", aliases=["M. B."])
    statement = published(a_statement(speaker=other))

    merge_speakers(kept.pk, [other.pk], NOBODY)

    assert Statement.objects.get().speaker == kept
    assert Speaker.objects.get(pk=kept.pk).aliases == ["Masrur Barzan", "M. B."]
    assert get(f"statements/{statement.pk}/").json()["speaker"]["name"] == "Masrour Barzan"
    assert get(f"speakers/{other.pk}/").headers["Location"] == f"/api/v1/speakers/{kept.pk}/"


def test_redirects_never_chain():
    first, second, third = a_speaker("First"), a_speaker("Second"), a_speaker("Third")
    merge_speakers(second.pk, [first.pk], NOBODY)

    merge_speakers(third.pk, [second.pk], NOBODY)

    assert set(Speaker.objects.exclude(pk=third.pk).values_list("merged_into", flat=True)) == {third.pk}


def test_an_undone_merge_puts_every_statement_back():
    kept, other = a_speaker("Kept"), a_speaker("Other")
    published(a_statement(speaker=other))
    a_statement(speaker=other)
    a_statement(speaker=kept)
    before = rows()
    merge_speakers(kept.pk, [other.pk], NOBODY)

    undone = undo(last_batch(), NOBODY)

    assert rows() == before
    assert undone.left == []
    assert get(f"speakers/{other.pk}/").json()["name"] == "Other"
    assert get(f"speakers/{kept.pk}/").status_code == 404


def test_an_undone_merge_keeps_what_was_decided_since(curator):
    kept, other = a_speaker("Kept"), a_speaker("Other")
    statement = a_statement(speaker=other)
    merge_speakers(kept.pk, [other.pk], NOBODY)
    batch = last_batch()
    approve(Statement.objects.select_related("source", "speaker"), Author(user=curator))
    edit(Speaker.objects.get(pk=kept.pk), {"aliases": ["Other", "The Kept One"]}, Author(user=curator))

    undo(batch, NOBODY)

    statement.refresh_from_db()
    assert (statement.state, statement.speaker) == ("published", other)
    assert Speaker.objects.get(pk=kept.pk).aliases == ["The Kept One"]


def test_what_was_set_since_is_left_and_named(curator):
    kept, other, third = a_speaker("Kept"), a_speaker("Other"), a_speaker("Third")
    statement = a_statement(speaker=other)
    merge_speakers(kept.pk, [other.pk], NOBODY)
    batch = last_batch()
    edit(Statement.objects.get(), {"speaker": third}, Author(user=curator))

    undone = undo(batch, NOBODY)

    statement.refresh_from_db()
    assert statement.speaker == third
    assert len(undone.left) == 1
    assert "stays" in undone.left[0]


def test_an_event_reported_by_all_stands_for_all():
    first, second = (
        published(an_event(a_source(), title="Bridge collapses", actors=["Police"])),
        an_event(a_source(), title="A bridge fell", date="2024-05-03", actors=["police", "Army"]),
    )

    merge_events(first.pk, [second.pk], NOBODY)

    document = get(f"events/{first.pk}/").json()
    assert (document["title"], document["actors"]) == ("Bridge collapses", ["Police", "Army"])
    assert document["independent_sources"] == 2
    assert document["when"]["edtf"] == "2024-05-03"
    assert [when["edtf"] for when in document["when_alternatives"]] == ["2024-05"]
    assert get(f"events/{second.pk}/").headers["Location"] == f"/api/v1/events/{first.pk}/"


def test_what_was_published_stays_published_when_merged():
    proposed, public = an_event(), published(an_event())

    merge_events(proposed.pk, [public.pk], NOBODY)

    assert get(f"events/{proposed.pk}/").status_code == 200


def test_an_undone_merge_of_events_puts_every_report_back():
    first, second = published(an_event(actors=["Police"])), an_event(a_source(), a_source(), actors=["Army"])
    before = rows()
    merge_events(first.pk, [second.pk], NOBODY)

    undo(last_batch(), NOBODY)

    assert rows() == before


def test_a_split_event_takes_its_reports_along_and_can_be_joined_again():
    event = published(an_event(a_source(), a_source()))
    report = event.mentions.order_by("pk").last()

    new = split_event(event.pk, [report.pk], NOBODY)

    assert [mention.pk for mention in new.mentions.all()] == [report.pk]
    assert get(f"events/{event.pk}/").json()["independent_sources"] == 1
    undo(last_batch(), NOBODY)
    assert event.mentions.count() == 2
    assert get(f"events/{new.pk}/").headers["Location"] == f"/api/v1/events/{event.pk}/"


def test_a_split_speaker_takes_the_chosen_statements(curator):
    speaker = a_speaker("The minister", aliases=["Bo Dahl"])
    mine, theirs = published(a_statement(speaker=speaker)), published(a_statement(speaker=speaker))

    new = split_speaker(speaker.pk, "Bo Dahl", [theirs.pk], Author(user=curator))

    assert get(f"statements/{theirs.pk}/").json()["speaker"]["id"] == new.pk
    assert get(f"statements/{mine.pk}/").json()["speaker"]["id"] == speaker.pk
    assert Speaker.objects.get(pk=speaker.pk).aliases == []
    assert "speaker" in Statement.objects.get(pk=theirs.pk).held


@pytest.mark.parametrize("case", ["itself", "merged", "missing"])
def test_it_refuses_a_merge_that_makes_no_sense(case):
    kept, other, third = a_speaker("Kept"), a_speaker("Other"), a_speaker("Third")
    merge_speakers(third.pk, [other.pk], NOBODY)
    others = {"itself": [kept.pk], "merged": [other.pk], "missing": [10**9]}[case]

    with pytest.raises(MergeError):
        merge_speakers(kept.pk, others, NOBODY)


def test_it_refuses_to_split_off_everything():
    event = an_event()

    with pytest.raises(MergeError, match="leave at least one"):
        split_event(event.pk, [mention.pk for mention in event.mentions.all()], NOBODY)


def test_any_earlier_state_can_be_restored(curator):
    statement = a_statement(role="minister")
    reject([statement], Author(user=curator))
    edit(statement, {"role": "adviser"}, Author(user=curator))

    restore_version("statement", statement.pk, 1, Author(user=curator, reason="right the first time"))

    statement.refresh_from_db()
    assert (statement.state, statement.role, statement.version) == ("proposed", "minister", 4)
    assert Revision.objects.latest("id").action == "restored"
    assert statement.touched


def test_what_an_import_took_away_can_come_back():
    from timeline.ledger import Change, write
    from timeline.models import Action

    event = an_event(title="Gone")
    number = event.pk
    write([Change(event, Action.DELETED)], NOBODY)

    restore_version("event", number, 1, NOBODY)

    assert Event.objects.get(pk=number).title == "Gone"
    assert Mention.objects.filter(event=number).count() == 1


def test_a_new_record_is_not_undone():
    a_speaker()

    with pytest.raises(UndoError, match="rejected"):
        undo(last_batch(), NOBODY)


def test_a_statement_that_comes_late_follows_its_speaker():
    kept, other = a_speaker("Kept"), a_speaker("Other")
    stale = Speaker.objects.get(pk=other.pk)
    merge_speakers(kept.pk, [other.pk], NOBODY)

    statement = a_statement(speaker=stale)

    assert Statement.objects.get(pk=statement.pk).speaker == kept


def test_an_event_that_gives_a_report_back_has_it_in_its_history(curator):
    one, other, third = an_event(), an_event(), an_event()
    by = Author(user=curator)
    merge_events(one.pk, [third.pk], by)
    merge_events(one.pk, [other.pk], by)
    # Of the kept event nothing but its reports changes.
    assert undo(Revision.objects.latest("id").batch, by).records

    for event in Event.objects.filter(merged_into=None):
        kept = Revision.objects.filter(kind="event", record_id=event.pk).latest("version").snapshot["mentions"]
        assert {mention["id"] for mention in kept} == set(event.mentions.values_list("pk", flat=True))


def test_an_undone_merge_leaves_no_event_without_a_report(curator):
    kept, other = an_event(), an_event()
    own, report = kept.mentions.get(), other.mentions.get()
    by = Author(user=curator)
    merge_events(kept.pk, [other.pk], by)
    merged = Revision.objects.latest("id").batch
    split_event(kept.pk, [report.pk], by)

    assert undo(merged, by).left == [f"“{other}” stays merged: another event has its reports since"]

    assert Event.objects.get(pk=other.pk).merged_into_id == kept.pk
    assert list(Event.objects.get(pk=kept.pk).mentions.all()) == [own]


def test_an_undo_that_would_leave_an_event_without_a_report_is_refused(curator):
    kept, other = an_event(), an_event()
    own, report = kept.mentions.get(), other.mentions.get()
    by = Author(user=curator)
    merge_events(kept.pk, [other.pk], by)
    merged = Revision.objects.latest("id").batch
    split_event(kept.pk, [own.pk], by)

    with pytest.raises(UndoError, match="would be left with no report"):
        undo(merged, by)

    assert list(Event.objects.get(pk=kept.pk).mentions.all()) == [report]


def test_places_of_one_name_stay_two_where_they_lie_apart():
    texas = {"name": "Paris", "lat": 33.66, "lon": -95.56, "reason": "Texas stands beside the name"}
    france = {"name": "Paris", "lat": 48.85, "lon": 2.35, "reason": "the most populous"}
    words = {"name": "paris", "lat": None, "lon": None, "reason": ""}
    sources = [an_event(places=places) for places in ([words], [texas, words], [france, texas])]

    merge_events(sources[0].pk, [one.pk for one in sources[1:]], NOBODY)

    assert Event.objects.get(pk=sources[0].pk).places == [texas, france]


def test_a_place_known_only_as_words_stays_where_no_other_has_its_name():
    words = {"name": "Obervik", "lat": None, "lon": None, "reason": ""}
    kept, other = an_event(places=[words]), an_event(places=[{**words, "name": "OBERVIK"}])

    merge_events(kept.pk, [other.pk], NOBODY)

    assert Event.objects.get(pk=kept.pk).places == [words]
