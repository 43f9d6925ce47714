"""Lists: every model is there, searchable, and filtered."""

from __future__ import annotations

import pytest
from django.contrib import admin

from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event, published
from timeline import models
from timeline.ledger import Author, approve

OURS = [model for model in admin.site._registry if model._meta.app_label == "timeline"]
RECORDS = ("source", "speaker", "statement", "event")


def test_it_shows_every_record():
    names = {model.__name__ for model in OURS}

    assert names >= {"Source", "Speaker", "Statement", "Event", "Mention", "Revision", "ImportRun"}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_it_lists_and_searches(desk, model):
    published(a_statement(speaker=a_speaker()))
    an_event()
    models.ImportRun.objects.create(extractor="0")
    url = f"/admin/timeline/{model._meta.model_name}/"

    assert desk.get(url).status_code == 200
    assert desk.get(url, {"q": "1"}).status_code == 200
    assert desk.get(url, {"q": "seven words of which none is there"}).status_code == 200


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_it_opens_a_record(desk, model):
    published(a_statement(speaker=a_speaker()))
    an_event()
    models.ImportRun.objects.create(extractor="0")
    row = model._default_manager.order_by("pk").first()

    assert desk.get(f"/admin/timeline/{model._meta.model_name}/{row.pk}/change/").status_code == 200


@pytest.mark.parametrize("kind", ["statement", "event"])
def test_it_filters_by_state(desk, kind):
    records = [a_statement(), a_statement()] if kind == "statement" else [an_event(), an_event()]
    published(records[0])
    url = f"/admin/timeline/{kind}/"

    found = desk.get(url, {"state__exact": "proposed"}).context["cl"].result_list

    assert list(found) == [records[1]]


@pytest.mark.parametrize(("choice", "count"), [("no", 1), ("ambiguous", 0), ("yes", 1)])
def test_it_filters_by_date(desk, choice, count):
    a_source(date="2024-07-14")
    a_source()

    found = desk.get("/admin/timeline/source/", {"dated": choice}).context["cl"].result_list

    assert len(found) == count


def test_revisions_stand_in_their_order_whatever_the_address_says(desk, curator):
    approve([a_statement()], Author(user=curator))
    a_source()

    found = desk.get("/admin/timeline/revision/", {"o": "1"}).context["cl"].result_list

    numbers = [revision.pk for revision in found]
    assert numbers == sorted(numbers, reverse=True)


def test_other_lists_are_sorted_by_their_columns(desk):
    a_speaker("Bo Dahl"), a_speaker("Anna Berg")

    found = desk.get("/admin/timeline/speaker/", {"o": "-1"}).context["cl"].result_list

    assert [speaker.name for speaker in found] == ["Bo Dahl", "Anna Berg"]


@pytest.mark.parametrize("kind", RECORDS)
def test_it_deletes_nothing(desk, kind):
    records = {"source": a_source, "speaker": a_speaker, "statement": a_statement, "event": an_event}
    record = records[kind]()

    assert desk.post(f"/admin/timeline/{kind}/{record.pk}/delete/", {"post": "yes"}).status_code == 403
    desk.post(
        f"/admin/timeline/{kind}/",
        {"action": "delete_selected", "_selected_action": record.pk, "post": "yes"},
    )

    assert type(record)._default_manager.filter(pk=record.pk).exists()


@pytest.mark.parametrize("kind", ["revision", "importrun", "entry", "profile", "mention"])
@pytest.mark.parametrize("what", ["add", "change", "delete"])
def test_it_lets_nobody_alter_what_is_only_kept(desk, kind, what):
    published(a_statement(speaker=a_speaker()))
    an_event()
    models.ImportRun.objects.create(extractor="0")
    model = next(model for model in OURS if model._meta.model_name == kind)
    row = model._default_manager.order_by("pk").first()
    url = f"/admin/timeline/{kind}/" + ("add/" if what == "add" else f"{row.pk}/{what}/")

    assert desk.post(url, {"reason": "x", "post": "yes"}).status_code == 403
    assert model._default_manager.filter(pk=row.pk).exists()
