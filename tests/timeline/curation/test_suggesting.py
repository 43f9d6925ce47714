"""Pairs that may be one are found with reasons; what a person answered is not asked again."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event
from timeline.curation.suggesting import suggest_events, suggest_speakers
from timeline.curation.suggestions import answer, of_record, open_pairs
from timeline.ledger import Author, merge_speakers, reject
from timeline.models import Speaker, Suggestion

pytestmark = pytest.mark.django_db
ONE = "A bomb destroyed the Karrada bridge in Samarra and killed nine soldiers."
OTHER = "Nine soldiers were killed when a bomb destroyed the Karrada bridge in Samarra."


def test_spellings_of_one_name_are_suggested_with_reasons():
    one, other = a_speaker("Masrour Barzan"), a_speaker("Masrur Barzan")
    a_speaker("Bo Dahl")
    for speaker in (one, other):
        a_statement(speaker=speaker, role="Prime  minister")

    assert suggest_speakers() == 1

    pair = Suggestion.objects.get()
    assert (pair.first, pair.second, pair.answer) == (one.pk, other.pk, "")
    assert pair.reasons[1] == "both are called “prime minister”"
    assert Speaker.objects.filter(merged_into=None).count() == 3


def test_what_was_answered_is_not_asked_again():
    one, other = a_speaker("Masrour Barzan"), a_speaker("Masrur Barzan")
    suggest_speakers()
    answer("speaker", [one.pk, other.pk], "different")

    assert suggest_speakers() == 0
    assert open_pairs("speaker", 10) == []


def test_whoever_is_merged_is_suggested_no_more():
    one, other = a_speaker("Masrour Barzan"), a_speaker("Masrur Barzan")
    suggest_speakers()

    merge_speakers(one.pk, [other.pk], Author())

    assert open_pairs("speaker", 10) == []


def a_report(text, **fields):
    source = a_source(text=text, title=text[:40], date="2020-02-16")
    event = an_event(source, title=text, date="2020-02-15", **fields)
    mention = event.mentions.get()
    type(mention).objects.filter(pk=mention.pk).update(text=text, start=0, end=len(text))
    return event


def test_reports_of_one_event_are_suggested_with_reasons():
    one, other = a_report(ONE), a_report(OTHER)
    a_report("The council opened a school in Mosul on the same day.")

    suggest_events()

    assert [pair.other for pair in of_record("event", one.pk)] == [other]
    assert Suggestion.objects.get(kind="event", first=one.pk).reasons


def test_rejected_events_are_left_alone():
    one = a_report(ONE)
    a_report(OTHER)
    reject([one], Author())

    assert suggest_events() == 0


def test_the_command_says_how_many_are_new(capsys):
    a_speaker("Masrour Barzan")
    a_speaker("Masrur Barzan")

    call_command("suggest")

    assert "1 pairs of speakers and 0 pairs of events are new" in capsys.readouterr().out
