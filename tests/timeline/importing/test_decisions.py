"""Decisions of a curator, kept as a file."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from extraction import Article, DateValue, Event, Extraction, Said, Statement, edtf
from timeline import ledger, models
from timeline.importing import import_article
from timeline.ledger import Author

pytestmark = pytest.mark.django_db

TEXT = "A mill burned down. The owner, Ada Berg, said it will be built again."
WORDS = "it will be built again"
SPAN = (TEXT.index(WORDS), TEXT.index(WORDS) + len(WORDS))
DAY: DateValue = edtf.parse("2021-03-05")
FOUND = Extraction(
    published=None,
    timexes=(),
    statements=(Statement(spans=(SPAN,), speech="indirect", speaker_name="Ada Berg", said=Said(DAY, "context")),),
    events=(Event(start=0, end=18, text=TEXT[0:18], title="A mill burned down", date=DAY),),
)


@pytest.fixture
def source():
    return import_article(Article(text=TEXT, url="https://paper.example/1"), Author(), extraction=FOUND).source


def take(tmp_path, *decisions):
    path = tmp_path / "decisions.json"
    path.write_text(json.dumps([{"source": "https://paper.example/1", **d} for d in decisions]))
    call_command("load_decisions", str(path), user="curator")


def test_it_approves_by_words_that_contain_or_are_contained(source, curator, tmp_path, capsys):
    take(
        tmp_path,
        {"record": "event", "exact": "mill burned", "action": "approve"},
        {"record": "statement", "exact": f"Ada Berg, said {WORDS}. Soon.", "action": "approve"},
        {"record": "statement", "exact": "a ferry", "action": "approve"},
    )

    assert models.Event.objects.get().state == "published"
    assert models.Statement.objects.get().state == "published"
    assert capsys.readouterr().out.strip() == "3 decisions: 2 taken, 1 met no record"


def test_what_is_decided_has_a_revision_that_names_the_curator(source, curator, tmp_path):
    take(tmp_path, {"record": "event", "exact": "mill", "action": "reject", "reason": "A test."})

    revision = models.Revision.objects.order_by("id").last()
    assert (revision.user, revision.action, revision.reason) == (curator, "rejected", "A test.")


def test_an_edited_date_brings_its_bounds(source, curator, tmp_path):
    take(tmp_path, {"record": "event", "exact": "mill", "action": "edit", "set": {"edtf": "2021-03"}})

    event = models.Event.objects.get()
    assert (str(event.earliest), str(event.latest), event.precision) == ("2021-03-01", "2021-03-31", "month")


def test_it_merges_what_two_articles_report_and_does_so_once(source, curator, tmp_path):
    other = import_article(Article(text=TEXT, url="https://paper.example/2"), Author(), extraction=FOUND).source
    merge = {
        "record": "event",
        "source": other.url,
        "exact": "mill",
        "action": "merge",
        "into": {"source": source.url, "exact": "mill burned"},
    }
    take(tmp_path, merge)
    before = models.Revision.objects.count()

    take(tmp_path, merge)

    kept = models.Event.objects.get(merged_into=None)
    assert {mention.source_id for mention in kept.mentions.all()} == {source.pk, other.pk}
    assert models.Revision.objects.count() == before


def test_taking_decisions_again_changes_nothing(source, curator, tmp_path):
    decisions = [
        {"record": "event", "exact": "mill", "action": "edit", "set": {"title": "Mill burns"}},
        {"record": "event", "exact": "mill", "action": "approve"},
    ]
    take(tmp_path, *decisions)
    before = models.Revision.objects.count()

    take(tmp_path, *decisions)

    assert models.Revision.objects.count() == before


@pytest.mark.parametrize(
    ("decision", "named"),
    [
        ({"record": "planet", "action": "approve"}, "record"),
        ({"record": "event", "action": "burn"}, "action"),
        ({"record": "event", "action": "reject"}, "reason"),
        ({"record": "source", "action": "approve"}, "action"),
        ({"record": "statement", "action": "merge"}, "action"),
        ({"record": "event", "exact": "mill", "action": "merge", "into": {"exact": "mill"}}, "into"),
        ({"record": "event", "action": "approve", "colour": "red"}, "colour"),
        ({"record": "event", "exact": "mill", "action": "edit", "set": {"edtf": "soon"}}, "set"),
        ({"record": "event", "exact": "mill", "action": "edit", "set": {"nonsense": 1}}, "set"),
    ],
)
def test_a_bad_decision_is_named_with_its_field(source, curator, tmp_path, decision, named):
    with pytest.raises(CommandError, match=named):
        take(tmp_path, decision)


def test_what_somebody_else_decided_is_left(source, curator, django_user_model, tmp_path):
    event = models.Event.objects.get()
    ledger.reject([event], Author(user=django_user_model.objects.create_user("another")))

    take(tmp_path, {"record": "event", "exact": "mill", "action": "approve"})

    event.refresh_from_db()
    assert event.state == "rejected"
