"""Approving, rejecting and editing from the admin: all of it through the ledger."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User

from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event, published
from timeline.ledger import Author, merge_events
from timeline.models import Event, Revision, Source, Speaker, Statement
from timeline.roles import make_groups


def decide(desk, kind: str, decision: str, *records, **more):
    """Post an action of a list."""
    data = {"action": decision, "_selected_action": [record.pk for record in records], **more}
    return desk.post(f"/admin/timeline/{kind}/", data)


def form_of(desk, record):
    """The fields of a record's form as a browser would send them."""
    form = desk.get(f"/admin/timeline/{record.KIND}/{record.pk}/change/").context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items() if value is not False}


def edit(desk, record, **changes):
    """Change a record's fields in its form and save."""
    management = {"mentions-TOTAL_FORMS": 0, "mentions-INITIAL_FORMS": 0}
    data = {**form_of(desk, record), **management, **changes}
    return desk.post(f"/admin/timeline/{record.KIND}/{record.pk}/change/", data)


@pytest.mark.parametrize("kind", ["statement", "event"])
def test_what_is_approved_shows_in_the_api(desk, boss, kind):
    record = a_statement() if kind == "statement" else an_event()
    url = f"/api/v1/{kind}s/{record.pk}/"
    assert desk.get(url).status_code == 404

    decide(desk, kind, "approve", record, confirmed="approve")

    assert desk.get(url).json()["status"] == "published"
    revision = Revision.objects.filter(kind=kind, record_id=record.pk).latest("id")
    assert (revision.action, revision.user) == ("approved", boss)


def test_it_asks_before_it_decides_and_says_how_many(desk):
    records = [a_statement(), a_statement()]

    answer = desk.post(
        "/admin/timeline/statement/", {"action": "approve", "_selected_action": [record.pk for record in records]}
    )

    assert "Approve 2 statements" in answer.content.decode()
    assert not Statement.objects.filter(state="published").exists()


def test_what_was_merged_away_is_neither_counted_nor_decided(desk):
    kept, other, third = an_event(), an_event(), an_event()
    merge_events(kept.pk, [other.pk], Author())

    shown = decide(desk, "event", "approve", other, third).content.decode()
    decide(desk, "event", "approve", other, third, confirmed="approve")
    alone = decide(desk, "event", "approve", other)

    assert "1 event will be shown" in shown
    assert dict(Event.objects.values_list("pk", "state")) == {
        kept.pk: "proposed",
        other.pk: "proposed",
        third.pk: "published",
    }
    assert alone.status_code == 302
    assert "all of it was merged into others" in desk.get("/admin/timeline/event/").content.decode()


def test_it_rejects_with_a_reason(desk):
    record = a_statement()

    decide(desk, "statement", "reject", record, confirmed="reject", reason="a caption, not a statement")

    record.refresh_from_db()
    assert record.state == "rejected"
    assert Revision.objects.latest("id").reason == "a caption, not a statement"


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "state"), [("curator", "published"), ("editor", "rejected")])
def test_what_is_published_is_rejected_by_who_may_unpublish(client, role, state):
    make_groups(apps)  # they may have been flushed with the tables
    user = User.objects.create_user(role, password="a long password", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    listed = published(a_statement())
    alone = published(a_statement(listed.source, text="the bridge"))

    decide(client, "statement", "reject", listed, confirmed="reject", reason="a caption")
    form = {"decision": "reject", "reason": "a caption", "version": alone.version}
    answer = client.post(f"/admin/review/statement/{alone.pk}/", form)

    for record in (listed, alone):
        record.refresh_from_db()
        assert record.state == state
    assert answer.status_code == (403 if state == "published" else 302)


def test_it_rejects_nothing_without_a_reason(desk):
    record = a_statement()

    answer = decide(desk, "statement", "reject", record, confirmed="reject", reason=" ")

    assert "Give a reason" in answer.content.decode()
    record.refresh_from_db()
    assert record.state == "proposed"


def test_it_unpublishes(desk):
    record = published(an_event())

    decide(desk, "event", "unpublish", record, confirmed="unpublish", reason="too early")

    assert desk.get(f"/api/v1/events/{record.pk}/").status_code == 404
    assert Event.objects.get().state == "proposed"


def test_it_decides_all_that_a_search_found(desk):
    for _ in range(3):
        a_statement()

    decide(desk, "statement", "approve", Statement.objects.first(), confirmed="approve", select_across="1")

    assert Statement.objects.filter(state="published").count() == 3


def test_an_edit_is_a_revision_in_the_persons_name(desk, boss):
    speaker = a_speaker()

    edit(desk, speaker, organisation="The ministry", aliases="A. Berg\nAnna B.\n\nA. Berg")

    speaker.refresh_from_db()
    assert (speaker.organisation, speaker.aliases) == ("The ministry", ["A. Berg", "Anna B."])
    assert speaker.held == ["aliases", "organisation"]
    revision = Revision.objects.latest("id")
    assert (revision.action, revision.user, revision.version) == ("edited", boss, speaker.version)


def test_saving_without_a_change_writes_nothing(desk):
    event = an_event(places=[{"name": "Oslo", "lat": 59.9, "lon": 10.7, "reason": "the only one"}], actors=["Police"])
    before = Revision.objects.count()

    edit(desk, event)

    assert Revision.objects.count() == before


def test_a_place_that_stays_keeps_why_it_was_chosen(desk):
    oslo = {"name": "Oslo", "lat": 59.9, "lon": 10.7, "reason": "the only one"}
    event = an_event(places=[oslo, {"name": "Rome", "lat": 41.9, "lon": 12.5, "reason": "the most populous"}])

    edit(desk, event, places="Oslo; 59.9; 10.7\nRome; 34.3; -85.2")

    event.refresh_from_db()
    assert event.places == [oslo, {"name": "Rome", "lat": 34.3, "lon": -85.2}]


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision"),
    [
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2019-36", "2019-10-01", "2019-12-31", "quarter"),
        ("2014/..", "2014-01-01", "9998-12-31", "open"),
    ],
)
def test_a_new_date_brings_its_own_bounds(desk, edtf, earliest, latest, precision):
    source = a_source(date="2024-07-14")

    edit(desk, source, edtf=edtf)

    source.refresh_from_db()
    assert (str(source.earliest), str(source.latest), source.precision) == (earliest, latest, precision)
    assert source.rule == "given by a curator"


def test_bounds_may_be_narrower_than_the_notation(desk):
    source = a_source(date="2024-07-14")

    edit(desk, source, edtf="2017", earliest="2017-09-01", latest="2017-12-31", precision="part-of-year")

    source.refresh_from_db()
    assert (str(source.earliest), str(source.latest)) == ("2017-09-01", "2017-12-31")


def test_a_date_can_be_taken_away(desk):
    source = a_source(date="2024-07-14")

    edit(desk, source, edtf="")

    source.refresh_from_db()
    assert (source.earliest, source.latest, source.precision) == (None, None, "")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("edtf", "07-08-2024", "EDTF"),
        ("url", "javascript:alert(1)", "URL"),
    ],
)
def test_it_says_what_is_wrong(desk, field, value, sentence):
    source = a_source(date="2024-07-14")

    answer = edit(desk, source, **{field: value})

    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert Source.objects.get().version == 1


@pytest.mark.parametrize("line", ["Oslo; 59.9", "Oslo; north; east", "Oslo; 91; 0", "Oslo; nan; 0", "; 1; 2"])
def test_it_refuses_places_that_are_nowhere(desk, line):
    event = an_event()

    answer = edit(desk, event, places=line)

    assert answer.status_code == 200
    assert Event.objects.get().places == []


def test_the_second_of_two_curators_is_told(desk):
    speaker = a_speaker()
    stale = form_of(desk, speaker)
    edit(desk, speaker, organisation="First")

    answer = desk.post(f"/admin/timeline/speaker/{speaker.pk}/change/", {**stale, "organisation": "Second"})

    assert "Somebody else changed this record" in answer.content.decode()
    assert Speaker.objects.get().organisation == "First"


def test_renaming_a_speaker_shows_at_once(desk):
    speaker = a_speaker()
    statement = published(a_statement(speaker=speaker))

    edit(desk, speaker, name="Anna Berg-Olsen")

    assert desk.get(f"/api/v1/statements/{statement.pk}/").json()["speaker"]["name"] == "Anna Berg-Olsen"


def test_a_statement_made_by_hand_finds_its_words(desk):
    source = a_source()
    data = {"source": source.pk, "text": "We will rebuild the bridge,", "speech": "direct", "edtf": "2024-07-14"}

    desk.post("/admin/timeline/statement/add/", data)

    statement = Statement.objects.get()
    assert [source.text[a:b] for a, b in statement.spans] == ["We will rebuild the bridge,"]
    assert (statement.state, str(statement.latest)) == ("proposed", "2024-07-14")
    assert "text" in statement.held


def test_a_speaker_made_by_hand_is_the_one_that_articles_name(desk):
    desk.post("/admin/timeline/speaker/add/", {"name": "Ána  Berg"})

    assert Speaker.objects.get().key == "ana berg"


def test_a_speaker_is_made_once(desk):
    a_speaker("Anna Berg")

    answer = desk.post("/admin/timeline/speaker/add/", {"name": "ANNA BERG"})

    assert Speaker.objects.count() == 1
    assert "already here" in (answer.content.decode() + desk.get("/admin/timeline/speaker/add/").content.decode())


@pytest.mark.parametrize(("typed", "kept"), [("2024-07-08", "2024-07-08"), ("07/08/2024", "2024-05-01")])
def test_days_are_typed_as_iso_8601_alone(desk, typed, kept):
    record = an_event(date="2024-05")
    assert 'value="2024-05-01"' in desk.get(f"/admin/timeline/event/{record.pk}/change/").content.decode()

    edit(desk, record, earliest=typed, latest="2024-07-31")

    record.refresh_from_db()
    assert str(record.earliest) == kept
