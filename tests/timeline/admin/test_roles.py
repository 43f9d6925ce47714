"""The table of docs/roles.md, tried cell by cell."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from api.models import Token
from tests.roles import table
from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event, published
from timeline.ledger import Author, edit
from timeline.models import Event, Revision, Source, Speaker, Statement
from timeline.roles import ADDED, roles

ROLES, TABLE = table("action")
CELLS = [(action, role, allowed) for action, row in TABLE.items() for role, allowed in zip(ROLES, row, strict=True)]


def sign_in(role: str) -> tuple[Client, User]:
    user = User.objects.create_user(role, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client, user


def look(client, user):
    statement, event = a_statement(speaker=a_speaker()), an_event()
    pages = [f"/admin/review/{r.KIND}/{r.pk}/" for r in (statement, event)]
    pages += [f"/admin/timeline/{r.KIND}/{r.pk}/history/" for r in (statement, event, statement.source)]
    pages += ["/admin/", "/admin/review/", "/admin/suggestions/speaker/", "/admin/timeline/revision/"]
    return all(client.get(page).status_code in (200, 302) for page in pages)


def upload(client, user):
    client.post("/admin/upload/", {"files": SimpleUploadedFile("a.txt", b"The minister spoke.")})
    return Source.objects.exists()


def propose(client, user):
    source = a_source()
    data = {"source": source.pk, "text": "We will rebuild the bridge,", "speech": "direct"}
    client.post("/admin/timeline/statement/add/", data)
    client.post("/admin/timeline/speaker/add/", {"name": "Bo Dahl"})
    management = {"mentions-TOTAL_FORMS": 0, "mentions-INITIAL_FORMS": 0, "occurrence": "occurred"}
    client.post("/admin/timeline/event/add/", {"title": "It opened", **management})
    made = {Statement.objects.count(), Speaker.objects.count(), Event.objects.count()}
    assert len(made) == 1
    return made == {1}


def edit_record(client, user):
    speaker, statement = a_speaker(), a_statement()
    client.post(
        f"/admin/timeline/speaker/{speaker.pk}/change/", {"name": "Anna Berg", "organisation": "X", "read_version": 1}
    )
    data = {"edit-speech": "direct", "edit-role": "X", "edit-edtf": "2024", "edit-read_version": 1, "version": 1}
    client.post(f"/admin/review/statement/{statement.pk}/", {"decision": "save", **data})
    changed = {Speaker.objects.get().organisation, Statement.objects.get().role}
    assert len(changed) == 1
    return changed == {"X"}


def decide(decision):
    def attempt(client, user):
        one, other = a_statement(), an_event()
        data = {"decision": decision, "reason": "a reason", "version": 1}
        client.post(f"/admin/review/statement/{one.pk}/", data)
        client.post(
            "/admin/timeline/event/",
            {"action": decision, "confirmed": decision, "_selected_action": other.pk, "reason": "a reason"},
        )
        states = {Statement.objects.get().state, Event.objects.get().state}
        assert len(states) == 1
        return states != {"proposed"}

    return attempt


def undo(own):
    def attempt(client, user):
        statement = a_statement()
        edit(statement, {"role": "X"}, Author(user=user if own else None))
        batch = Revision.objects.latest("id").batch
        client.post(f"/admin/undo/{batch}/", {"confirmed": "yes"})
        return Statement.objects.get().role == ""

    return attempt


def date(client, user):
    source = a_source()
    client.post(f"/admin/date/{source.pk}/", {"edtf": "2024", "version": 1})
    return Source.objects.get().edtf == "2024"


def edit_source(client, user):
    source = a_source()
    client.post(f"/admin/timeline/source/{source.pk}/change/", {"title": "X", "read_version": 1})
    return Source.objects.get().title == "X"


def merge_and_split(client, user):
    one, other, event = a_speaker("One"), a_speaker("Other"), an_event(a_source(), a_source())
    report = event.mentions.first()
    client.post("/admin/merge/speaker/", {"id": [one.pk, other.pk], "kept": one.pk})
    client.post(f"/admin/split/event/{event.pk}/", {"part": [report.pk]})
    done = {Speaker.objects.filter(merged_into=one.pk).exists(), Event.objects.count() == 2}
    assert len(done) == 1
    return done == {True}


def restore(client, user):
    statement = a_statement()
    edit(statement, {"role": "X"}, Author())
    client.post(f"/admin/restore/statement/{statement.pk}/1/")
    return Statement.objects.get().role == ""


def unpublish(client, user):
    event = published(an_event())
    data = {"action": "unpublish", "confirmed": "unpublish", "_selected_action": event.pk, "reason": "a reason"}
    client.post("/admin/timeline/event/", data)
    return Event.objects.get().state == "proposed"


def erase(client, user):
    source, speaker = a_source(), a_speaker()
    for kind, record in (("source", source), ("speaker", speaker)):
        client.post(f"/admin/erase/{kind}/{record.pk}/", {"ground": "a ground", "typed": record.pk})
    gone = {Source.objects.get().text == "[erased]", Speaker.objects.get().name == "[erased]"}
    assert len(gone) == 1
    return gone == {True}


def issue_and_revoke(client, user):
    data = {"user": user.pk, "scope": "propose", "days": "30"}
    shown = client.post("/admin/api/token/add/", data)
    if not Token.objects.exists():
        return False
    token = re.search(r'id="token">([0-9a-f]{64})<', shown.content.decode())[1]
    assert token not in client.get("/admin/api/token/").content.decode()
    assert "no-store" in shown.headers["Cache-Control"]
    client.post(f"/admin/api/token/{Token.objects.get().pk}/delete/", {"post": "yes"})
    return not Token.objects.exists()


def delete(client, user):
    statement = a_statement()
    client.post(f"/admin/timeline/statement/{statement.pk}/delete/", {"post": "yes"})
    data = {"action": "delete_selected", "_selected_action": statement.pk, "post": "yes"}
    client.post("/admin/timeline/statement/", data)
    return not Statement.objects.exists()


def change_history(client, user):
    a_source()
    revision = Revision.objects.get()
    client.post(f"/admin/timeline/revision/{revision.pk}/change/", {"reason": "X"})
    client.post(f"/admin/timeline/revision/{revision.pk}/delete/", {"post": "yes"})
    return list(Revision.objects.values_list("reason", flat=True)) != [""]


ACTIONS = {
    "look at records, evidence and history": look,
    "upload articles": upload,
    "propose a speaker, statement or event": propose,
    "edit a speaker, statement or event": edit_record,
    "approve, which publishes": decide("approve"),
    "reject": decide("reject"),
    "take back one's own decision": undo(own=True),
    "give an article its date": date,
    "edit what is known of an article": edit_source,
    "merge and split": merge_and_split,
    "take back anybody's change": undo(own=False),
    "restore an earlier state": restore,
    "unpublish": unpublish,
    "erase": erase,
    "issue and revoke tokens": issue_and_revoke,
    "delete a record": delete,
    "change a revision or an import": change_history,
}


def test_the_table_names_every_role_and_action():
    assert list(ADDED) == ROLES
    assert list(TABLE) == list(ACTIONS)


@pytest.mark.django_db
@pytest.mark.parametrize(("action", "role", "allowed"), CELLS)
def test_each_role_may_do_what_the_table_says(action, role, allowed):
    client, user = sign_in(role)

    assert ACTIONS[action](client, user) is allowed


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(ADDED))
def test_each_group_has_its_permissions_and_no_other(role):
    found = Permission.objects.filter(group__name=role).values_list("codename", flat=True)

    assert sorted(found) == sorted(roles()[role])


@pytest.mark.django_db
def test_who_has_no_role_sees_nothing(client):
    client.force_login(User.objects.create_user("nobody", is_staff=True))

    assert client.get("/admin/review/").status_code == 403
    assert client.get("/admin/timeline/statement/").status_code == 403


@pytest.mark.django_db
def test_who_has_not_signed_in_is_asked_to(client):
    for page in ("/admin/review/", "/admin/upload/", "/admin/date/1/", "/admin/merge/event/", "/admin/erase/source/1/"):
        assert client.get(page).headers["Location"].startswith("/admin/login/")
