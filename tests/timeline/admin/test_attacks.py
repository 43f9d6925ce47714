"""Rows F01 to F03 of the matrix, and what else is thrown at a list."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event
from timeline.models import Event, Mention, Statement

KINDS = ("source", "speaker", "statement", "event", "revision", "importrun", "entry", "profile", "mention")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "query",
    [
        "earliest__year=9999",
        "created__year=99999999999999999999",
        "earliest__gte=9999-99-99",
        "id__in=" + "9" * 20,
        "id=" + "9" * 40,
        "state__exact=%00",
        "p=99999999999999999999",
        "o=99.-1.x",
        "q=%00%00",
        "q=%27%3A%2A%20%26%20%21%28%5C",
        "dated=nonsense",
        "sha256__startswith=a",
        "speaker__name__startswith=A",
        "user__password__startswith=p",
    ],
)
def test_no_parameter_of_a_list_is_a_server_error(desk, kind, query):
    a_statement(speaker=a_speaker())
    an_event()

    assert desk.get(f"/admin/timeline/{kind}/?{query}").status_code in (200, 302, 400)


@pytest.mark.parametrize("number", ["0", "-1", "9" * 19, "9" * 40, "a", "%00", "٣"])
@pytest.mark.parametrize("kind", ["source", "event"])
def test_no_number_of_a_record_is_a_server_error(desk, kind, number):
    for page in (f"/admin/timeline/{kind}/{number}/change/", f"/admin/timeline/{kind}/{number}/history/"):
        assert desk.get(page).status_code in (200, 302, 404)


@pytest.mark.parametrize("kind", ["source", "speaker", "statement", "event"])
def test_a_search_of_many_words_is_refused(desk, kind):
    assert desk.get(f"/admin/timeline/{kind}/", {"q": "word " * 1200}).status_code == 400
    assert desk.get(f"/admin/timeline/{kind}/", {"q": "one two three four five six seven"}).status_code == 200


@pytest.mark.parametrize(
    ("kind", "words", "count"),
    [
        ("statement", "rebuild bridge", 1),
        ("statement", "BRIDGE rebuild", 1),
        ("statement", "anna", 1),
        ("statement", "rebuild tunnel", 0),
        ("event", "collap", 1),
        ("speaker", "berg anna", 1),
        ("source", "gazette", 2),
        ("source", "O'Brien & co:*", 0),
    ],
)
def test_a_search_finds_all_its_words(desk, kind, words, count):
    a_statement(speaker=a_speaker())
    an_event()

    found = desk.get(f"/admin/timeline/{kind}/", {"q": words}).context["cl"].result_list

    assert len(found) == count


@pytest.mark.parametrize("kind", ["source", "speaker", "statement", "event"])
def test_a_list_counts_once_and_asks_as_much_for_one_row_as_for_many(
    desk, kind, django_assert_max_num_queries, settings
):
    source, speaker = a_source(), a_speaker()
    for _ in range(6):
        a_statement(source, speaker)
        an_event(source)

    # Session, user, one count, one page, and a distinct for each filter of plain values.
    with django_assert_max_num_queries(8) as asked:
        desk.get(f"/admin/timeline/{kind}/", {"q": "e"})
    counts = [query["sql"] for query in asked.captured_queries if "COUNT(" in query["sql"]]
    assert len(counts) == 1


@pytest.fixture
def viewer(db):
    user = User.objects.create_user("looker", is_staff=True)
    user.groups.add(Group.objects.get(name="viewer"))
    client = Client()
    client.force_login(user)
    return client


def test_a_viewer_who_forges_a_form_changes_nothing(viewer):
    statement, event = a_statement(), an_event()
    forged = {
        "title": "Forged",
        "role": "Forged",
        "id": "1",
        "mentions-TOTAL_FORMS": "1",
        "mentions-INITIAL_FORMS": "0",
        "mentions-0-text": "Forged",
        "mentions-0-source": str(statement.source_id),
        "form-TOTAL_FORMS": "1",
        "form-INITIAL_FORMS": "1",
        "form-0-id": str(event.pk),
        "form-0-title": "Forged",
        "_save": "Save",
    }

    for record in (statement, event):
        for page in ("add/", f"{record.pk}/change/", f"{record.pk}/delete/"):
            assert viewer.post(f"/admin/timeline/{record.KIND}/{page}", forged).status_code == 403
        viewer.post(f"/admin/timeline/{record.KIND}/", forged)
        assert viewer.post(f"/admin/timeline/{record.KIND}/import/", forged).status_code == 403

    assert (Statement.objects.get().role, Event.objects.get().title) == ("", "The bridge collapsed")
    assert Mention.objects.count() == 1


def test_the_version_and_state_of_a_record_are_in_no_form(desk):
    statement = a_statement()
    data = {"speech": "direct", "state": "published", "version": "77", "held": "[]", "read_version": "1"}

    desk.post(f"/admin/timeline/statement/{statement.pk}/change/", data)

    statement.refresh_from_db()
    assert statement.state == "proposed"
    assert statement.version <= 2
