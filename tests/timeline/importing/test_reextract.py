"""`manage.py reextract`: stored texts read by a newer extractor."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from extraction import Article, Event, Extraction, edtf, types
from timeline import ledger, models
from timeline.importing import import_article
from timeline.importing import reextract as rereading
from timeline.ledger import Author

pytestmark = pytest.mark.django_db

TEXT = "A mill burned down. A ferry sank. A bridge was opened."


def event(words: str, **fields: Any) -> Event:
    """An event with these words."""
    start = TEXT.index(words)
    return Event(start=start, end=start + len(words), text=words, title=words, **fields)


def found(*events: Event) -> Extraction:
    """An extraction of these events and nothing else."""
    date = types.Published(edtf.parse("2021-03-05"), "given")
    return Extraction(published=date, timexes=(), statements=(), events=events)


@pytest.fixture
def source():
    extraction = found(event("A mill burned down"), event("A ferry sank"))
    article = Article(text=TEXT, url="https://paper.example/1", title="Bad week", published="2021-03-05")
    return import_article(article, Author(), extraction=extraction).source


@pytest.fixture
def newer(monkeypatch):
    """An extractor that finds something else."""

    def find(*events: Event) -> None:
        monkeypatch.setattr(rereading, "extract", lambda article, gazetteer=None: found(*events))

    return find


def test_the_same_extractor_changes_nothing(source, newer, capsys):
    newer(event("A mill burned down"), event("A ferry sank"))
    before = list(models.Revision.objects.values())

    call_command("reextract")

    assert capsys.readouterr().out.strip() == "1 read, 0 changed: 0 added, 0 changed, 0 gone"
    assert list(models.Revision.objects.values()) == before


def test_it_prints_the_difference_and_writes_it(source, newer, capsys):
    newer(event("A mill burned down", date=edtf.parse("2021-03-04")), event("A bridge was opened"))

    call_command("reextract")

    lines = capsys.readouterr().out.splitlines()
    assert lines[1:] == [
        "  + event: A bridge was opened [undated]",
        "  ~ event: A mill burned down [2021-03-04]",
        "      date: none -> 2021-03-04",
        "      rule: none -> event-context",
        "      report's date: none -> 2021-03-04",
        "      report's rule: none -> event-context",
        "  - event: A ferry sank [undated]",
        "1 read, 1 changed: 1 added, 1 changed, 1 gone",
    ]
    assert set(models.Event.objects.values_list("title", "edtf")) == {
        ("A mill burned down", "2021-03-04"),
        ("A bridge was opened", ""),
    }
    run = models.ImportRun.objects.get()
    assert (run.extractor != "", run.settings, run.changed) == (True, {"reextract": "all"}, 1)


def test_what_a_run_has_done_is_kept_with_it(source, newer):
    newer(event("A mill burned down", occurrence="alleged"), event("A bridge was opened"))

    call_command("reextract")

    run = models.ImportRun.objects.get()
    assert (run.records_added, run.records_changed, run.records_gone, run.ended is None) == (1, 1, 1, False)


def test_each_field_that_changes_is_printed_old_and_new(source, newer, capsys):
    newer(event("A mill burned down", occurrence="alleged", actors=("Ida Holm",)), event("A ferry sank"))

    call_command("reextract", "--dry-run")

    assert capsys.readouterr().out.splitlines()[1:-1] == [
        "  ~ event: A mill burned down [undated]",
        "      occurrence: occurred -> alleged",
        "      actors: none -> Ida Holm",
        "      report's occurrence: occurred -> alleged",
    ]


def test_a_run_whose_reader_goes_away_is_broken_off_quietly(source, newer):
    class Closed(StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    newer()

    with pytest.raises(SystemExit):
        call_command("reextract", stdout=Closed())

    run = models.ImportRun.objects.get()
    assert (run.settings["broken_off"], run.ended is None, run.read) == (True, False, 0)
    assert models.Event.objects.count() == 2


def test_a_dry_run_writes_nothing(source, newer, capsys):
    newer()

    call_command("reextract", "--dry-run")

    assert "2 gone" in capsys.readouterr().out
    assert models.Event.objects.count() == 2
    assert not models.ImportRun.objects.exists()


def test_it_never_touches_what_a_person_decided(source, newer, curator):
    mill, ferry = models.Event.objects.order_by("id")
    ledger.approve([mill], Author(user=curator))
    ledger.edit(ferry, {"title": "The ferry Alma sank"}, Author(user=curator))
    newer(event("A mill burned down", date=edtf.parse("2021-03-04"), occurrence="alleged"))

    call_command("reextract")

    assert list(models.Event.objects.order_by("id").values_list("title", "state", "edtf", "occurrence")) == [
        ("A mill burned down", "published", "", "occurred"),
        ("The ferry Alma sank", "proposed", "", "occurred"),
    ]


def test_it_names_a_source_that_is_not_there(source):
    with pytest.raises(CommandError, match="no source 999999"):
        call_command("reextract", "999999")


def test_words_that_a_person_has_cut_are_still_the_same_statement(curator):
    spans = ((0, 32),)
    said = types.Statement(spans=spans, speech="indirect")
    extraction = Extraction(published=None, timexes=(), statements=(said,), events=())
    made = import_article(Article(text=TEXT, url="https://paper.example/2"), Author(), extraction=extraction).source
    statement = models.Statement.objects.get(source=made)
    ledger.edit(statement, {"text": "A ferry sank"}, Author(user=curator))

    difference = rereading.compare(made, extraction, fresh=False)

    assert difference.empty
