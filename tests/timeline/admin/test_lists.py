"""Lists: every model is there, searchable, and filtered."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group

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


@pytest.mark.parametrize(("query", "sentence"), [("", "No statements yet"), ("?q=nothing", "Show all statements")])
def test_an_empty_list_says_what_to_do(desk, query, sentence):
    shown = desk.get(f"/admin/timeline/statement/{query}").content.decode()

    assert sentence in shown
    assert ("/admin/upload/" in shown) == (not query)


def test_filters_and_help_are_in_words(desk):
    an_event()

    assert "merged into another" in desk.get("/admin/timeline/event/").content.decode()
    assert "not named" in desk.get("/admin/timeline/statement/").content.decode()
    assert "Who took part, one a line." in desk.get("/admin/timeline/event/add/").content.decode()


@pytest.mark.parametrize(("address", "status"), [("/admin/upload/", 403), ("/admin/no/", 404)])
def test_what_is_refused_leads_back_to_the_desk(client, django_user_model, address, status):
    user = django_user_model.objects.create_user("viewer", password="a long password", is_staff=True)
    user.groups.add(Group.objects.get(name="viewer"))
    client.force_login(user)

    answer = client.get(address)

    assert answer.status_code == status
    assert "Back to the desk" in answer.content.decode()


def test_a_revision_leads_to_what_its_history_says_in_words(desk):
    event = an_event()

    assert f"/admin/timeline/event/{event.pk}/history/" in desk.get("/admin/timeline/revision/").content.decode()
