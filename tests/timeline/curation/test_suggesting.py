"""Pairs that may be one are found with reasons; what a person answered is not asked again."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from extraction import Article
from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event
from timeline.curation.queue import Queue
from timeline.curation.suggesting import suggest_events, suggest_speakers
from timeline.curation.suggestions import answer, of_record, open_pairs
from timeline.importing import Options, Report, import_article, run_import
from timeline.ledger import Author, merge_speakers, reject, undo
from timeline.models import Revision, Speaker, Suggestion

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

    assert "1 pair of speakers and 0 pairs of events: new" in capsys.readouterr().out


STORY = "OSLO, 3 May 2021 - “We will rebuild the bridge,” {} said on Sunday. {}"
BLAST = "Nine soldiers were killed when a bomb destroyed the Karrada bridge in Samarra on Saturday."


def files(folder, **stories):
    for name, text in stories.items():
        (folder / f"{name}.txt").write_text(text)
    return [folder / f"{name}.txt" for name in stories]


def test_an_import_suggests_what_its_articles_tell_again(tmp_path):
    paths = files(
        tmp_path, one=STORY.format("Masrour Barzan", BLAST), other=STORY.format("Masrur Barzan", f"It rained. {BLAST}")
    )

    for _ in range(2):
        run_import(paths, Options(), Report(), lambda *_: None)

    assert Suggestion.objects.filter(kind="speaker").count() == 1
    assert Queue("duplicate").counts() == (2, False)


def test_what_an_import_adds_is_compared_with_what_was_there_and_nothing_else(tmp_path):
    a_speaker("Nechirvan Talat")
    a_speaker("Nechirwan Talat")
    old = a_speaker("Masrour Barzan")

    run_import(files(tmp_path, one=STORY.format("Masrur Barzan", "")), Options(), Report(), lambda *_: None)

    new = Speaker.objects.get(name="Masrur Barzan")
    assert [(pair.first, pair.second) for pair in Suggestion.objects.all()] == [(old.pk, new.pk)]


def test_what_an_import_that_was_killed_left_over_is_suggested_by_the_next(tmp_path):
    for path in files(tmp_path, one=STORY.format("Masrour Barzan", ""), other=STORY.format("Masrur Barzan", "")):
        import_article(Article(text=path.read_text(), url=f"https://news.example/{path.stem}"), Author())
    assert not Suggestion.objects.exists()

    run_import(files(tmp_path, last="Nothing happened."), Options(), Report(), lambda *_: None)

    assert Suggestion.objects.filter(kind="speaker").count() == 1


def test_a_pair_waits_while_both_stand(curator):
    one, other = a_report(ONE), a_report(OTHER)
    suggest_events()
    assert Queue("duplicate").counts() == (2, False)

    reject([one], Author(user=curator))

    assert Queue("duplicate").counts() == (0, False)
    assert (of_record("event", other.pk), open_pairs("event", 10)) == ([], [])
    undo(Revision.objects.latest("id").batch, Author(user=curator))
    assert Queue("duplicate").counts() == (2, False)


def test_what_an_article_recalls_is_compared_with_the_year_before():
    told = "Carla Rumbold fled Vienna by yacht and left her bank in ruins."
    one = an_event(a_source(text=told, title="Rumbold flees", date="2020-12-20"), title=told, date="2020-12-19")
    recalled = "Carla Rumbold had fled Vienna by yacht"
    source = a_source(text=f"{recalled}, the court heard.", title="Rumbold sued", date="2021-02-03")
    other = an_event(source, title=recalled, date="../2021-02-03", background=True)
    for event, text, rule in ((one, told, "weekday"), (other, recalled, "event-context")):
        event.mentions.update(text=text, start=0, end=len(text), rule=rule)

    suggest_events()

    assert [pair.other for pair in of_record("event", one.pk)] == [other]
