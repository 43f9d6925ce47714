"""Merge, split, undo and history on the desk."""

from __future__ import annotations

import pytest

from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event, published
from timeline.ledger import Author, edit, erase_source
from timeline.models import Event, Revision, Speaker, Statement, Suggestion


def test_a_merge_is_previewed_and_done(desk):
    kept, other = a_speaker("Masrour Barzan"), a_speaker("Masrur Barzan", organisation="The council")
    statement = published(a_statement(speaker=other))

    shown = desk.get(f"/admin/merge/speaker/?id={kept.pk}&id={other.pk}").content.decode()

    assert "1 statement moves to it" in shown
    assert "aliases set to “Masrur Barzan”" in shown
    assert Statement.objects.get().speaker == other
    desk.post("/admin/merge/speaker/", {"id": [kept.pk, other.pk], "kept": kept.pk})
    assert Statement.objects.get().speaker == kept
    assert desk.get(f"/api/v1/statements/{statement.pk}/").json()["speaker"]["name"] == "Masrour Barzan"


def test_what_is_previewed_is_what_comes_of_keeping_that_one(desk):
    kept, other = a_speaker("Masrour Barzan"), a_speaker("Masrur Barzan")
    address = f"/admin/merge/speaker/?id={kept.pk}&id={other.pk}"
    assert f"id={kept.pk}&amp;id={other.pk}&amp;kept={other.pk}" in desk.get(address).content.decode()

    shown = desk.get(f"{address}&kept={other.pk}").content.decode()

    assert "aliases set to “Masrour Barzan”" in shown
    desk.post(address, {"id": [kept.pk, other.pk], "kept": other.pk})
    assert Speaker.objects.get(merged_into=None).aliases == ["Masrour Barzan"]


@pytest.mark.parametrize("kept", ["", "x", "999999"])
def test_nothing_is_merged_where_none_of_them_is_kept(desk, kept):
    one, other = a_speaker("One"), a_speaker("Other")

    desk.post("/admin/merge/speaker/", {"id": [one.pk, other.pk], "kept": kept})

    assert Speaker.objects.filter(merged_into=None).count() == 2


def test_events_of_one_wording_are_told_apart_by_their_articles(desk):
    one = an_event(a_source(title="First report", date="2024-07-14"))
    other = an_event(a_source(title="Second report"))
    Suggestion.objects.create(kind="event", first=one.pk, second=other.pk, score=0.9, reasons=["one day"])

    for address in (f"/admin/merge/event/?id={one.pk}&id={other.pk}", "/admin/suggestions/event/"):
        shown = desk.get(address).content.decode()
        assert "in First report, The Gazette, 14 July 2024" in shown
        assert "in Second report, The Gazette, undated" in shown
        assert f"/admin/review/event/{other.pk}/" in shown


def test_a_merge_begins_from_the_list(desk):
    one, other = an_event(), an_event()

    answer = desk.post("/admin/timeline/event/", {"action": "merge", "_selected_action": [one.pk, other.pk]})

    assert answer.headers["Location"].startswith("/admin/merge/event/?id=")


@pytest.mark.parametrize(("make", "kind"), [(a_speaker, "speaker"), (an_event, "event")])
def test_a_split_begins_from_the_list(desk, make, kind):
    one, other = make(), make("Bo Dahl") if kind == "speaker" else make()
    address = f"/admin/timeline/{kind}/"

    answer = desk.post(address, {"action": "split", "_selected_action": [one.pk]})
    both = desk.post(address, {"action": "split", "_selected_action": [one.pk, other.pk]}, follow=True)

    assert answer.headers["Location"] == f"/admin/split/{kind}/{one.pk}/"
    assert f"Choose one {kind} to split, not several." in both.content.decode()


def test_a_change_is_undone_from_the_list(desk):
    one, other = an_event(), an_event()
    desk.post("/admin/merge/event/", {"id": [one.pk, other.pk], "kept": one.pk})

    answer = desk.post("/admin/timeline/event/", {"action": "undo", "_selected_action": [other.pk]})

    merged = Revision.objects.get(record_id=other.pk, kind="event", action="merged")
    assert answer.headers["Location"] == f"/admin/undo/{merged.batch}/"
    desk.post(answer.headers["Location"], {"confirmed": "yes"})
    other.refresh_from_db()
    assert other.merged_into is None


@pytest.mark.parametrize(("make", "kind"), [(a_speaker, "speaker"), (an_event, "event")])
def test_a_suggested_pair_that_is_merged_waits_again_where_that_is_undone(desk, make, kind):
    named = kind == "speaker"
    one, other, third = make(), make("Bo Dahl") if named else make(), make("B. Dahl") if named else make()
    Suggestion.objects.create(kind=kind, first=one.pk, second=other.pk, score=0.9, reasons=["one day"])
    before = list(Suggestion.objects.values())

    desk.post(f"/admin/merge/{kind}/", {"id": [one.pk, other.pk, third.pk], "kept": one.pk})
    assert "one day" not in desk.get(f"/admin/suggestions/{kind}/").content.decode()
    batch = Revision.objects.get(kind=kind, record_id=other.pk, action="merged").batch
    desk.post(f"/admin/undo/{batch}/", {"confirmed": "yes"})

    assert list(Suggestion.objects.values()) == before
    assert "one day" in desk.get(f"/admin/suggestions/{kind}/").content.decode()


def test_an_undo_that_puts_nothing_back_says_so(desk):
    one, other, third = an_event(title="One"), an_event(title="Other"), an_event(title="Third")
    for kept, gone in ((one, other), (third, one)):
        desk.post("/admin/merge/event/", {"id": [kept.pk, gone.pk], "kept": kept.pk})
    batch = Revision.objects.filter(kind="event", record_id=other.pk, action="merged").earliest("id").batch

    shown = desk.post(f"/admin/undo/{batch}/", {"confirmed": "yes"}, follow=True).content.decode()

    assert "0 records" not in shown
    assert "Nothing was undone: nothing of this change stands as it was made." in shown
    assert "stays merged: another event has its reports since" in shown


def test_an_undo_that_an_erasure_stands_against_says_so(desk):
    source = a_source()
    kept, other = an_event(source, title="One"), an_event(title="Other")
    desk.post("/admin/merge/event/", {"id": [kept.pk, other.pk], "kept": kept.pk})
    batch = Revision.objects.filter(kind="event", record_id=other.pk, action="merged").latest("id").batch
    erase_source(source.pk, Author(reason="court order"))

    shown = desk.post(f"/admin/undo/{batch}/", {"confirmed": "yes"}, follow=True).content.decode()

    assert "for its own were erased with their articles: it stays." in shown
    assert "undo that first" not in shown


def test_the_making_of_a_record_is_not_undone_from_the_list(desk):
    event = an_event()

    shown = desk.post("/admin/timeline/event/", {"action": "undo", "_selected_action": [event.pk]}, follow=True)

    assert "Nothing was undone: there is no change of" in shown.content.decode()
    assert Event.objects.filter(pk=event.pk).exists()


def test_a_merge_can_be_undone_from_the_history(desk):
    kept, other = a_speaker("Kept"), a_speaker("Other")
    a_statement(speaker=other)
    desk.post("/admin/merge/speaker/", {"id": [kept.pk, other.pk], "kept": kept.pk})
    batch = Revision.objects.filter(action="merged").first().batch
    shown = desk.get(f"/admin/timeline/speaker/{other.pk}/history/").content.decode()
    assert f"/admin/undo/{batch}/" in shown
    assert "merged into set to “Kept”" in shown

    asked = desk.get(f"/admin/undo/{batch}/").content.decode()
    assert "put back" in asked
    assert "speaker “Other”: merged" in asked
    assert Statement.objects.get().speaker == kept
    desk.post(f"/admin/undo/{batch}/", {"confirmed": "yes"})

    assert Statement.objects.get().speaker == other


def test_another_to_merge_with_can_be_searched(desk):
    kept, other = a_speaker("Anna Berg"), a_speaker("Ann Berg")

    shown = desk.get(f"/admin/merge/speaker/?id={kept.pk}&q=berg").content.decode()

    assert f'name="id" value="{other.pk}"> Ann Berg' in shown


def test_a_merge_that_makes_no_sense_says_why(desk):
    one = a_speaker()

    shown = desk.post("/admin/merge/speaker/", {"id": [one.pk], "kept": one.pk}, follow=True).content.decode()

    assert "Choose at least two" in shown


def test_an_event_is_split(desk):
    event = an_event(a_source(), a_source())
    report = event.mentions.order_by("pk").last()

    desk.post(f"/admin/split/event/{event.pk}/", {"part": [report.pk]})

    assert Event.objects.count() == 2
    assert event.mentions.count() == 1


def test_a_speaker_is_split(desk):
    speaker = a_speaker()
    statement = a_statement(speaker=speaker)

    desk.post(f"/admin/split/speaker/{speaker.pk}/", {"part": [statement.pk], "name": "Bo Dahl"})

    assert Statement.objects.get().speaker.name == "Bo Dahl"


def test_an_earlier_state_is_restored_from_the_history(desk):
    statement = a_statement(role="minister")
    edit(statement, {"role": "adviser"}, Author())
    shown = desk.get(f"/admin/timeline/statement/{statement.pk}/history/").content.decode()
    assert "role changed from “minister” to “adviser”" in shown

    desk.post(f"/admin/restore/statement/{statement.pk}/1/")

    assert Statement.objects.get().role == "minister"


def test_suggested_pairs_are_shown_with_their_reasons_and_answered_once(desk):
    one, other = a_speaker("Masrour Barzan"), a_speaker("Masrur Barzan")
    pair = Suggestion.objects.create(kind="speaker", first=one.pk, second=other.pk, score=0.9, reasons=["one letter"])
    assert "Score 0.90 of 1: one letter" in desk.get("/admin/suggestions/speaker/").content.decode()

    desk.post("/admin/suggestions/speaker/", {"different": pair.pk})

    assert Suggestion.objects.get().answer == "different"
    assert "one letter" not in desk.get("/admin/suggestions/speaker/").content.decode()
    assert Speaker.objects.filter(merged_into=None).count() == 2


@pytest.mark.parametrize("url", ["/admin/undo/00000000-0000-4000-8000-000000000000/", "/admin/split/event/999/"])
def test_what_is_not_there_is_404(desk, url):
    assert desk.get(url).status_code == 404
