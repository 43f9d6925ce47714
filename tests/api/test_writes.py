"""Writing: who may, once, and never over somebody else's change."""

from __future__ import annotations

import datetime as dt
import json
import threading
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from api.models import Answer, Token
from tests.timeline.records import AUTHOR, TEXT, make_event, make_source, make_speaker, make_statement
from timeline.ledger import Author, edit, erase_name, erase_source, merge_events
from timeline.models import Event, Source, Speaker, Statement
from timeline.roles import make_groups

STATEMENTS, EVENTS, SOURCES = "/api/v1/statements/", "/api/v1/events/", "/api/v1/sources/"


def token(role: str, scope: str = "curate") -> dict[str, str]:
    user, _ = User.objects.get_or_create(username=role)
    user.groups.set(Group.objects.filter(name=role))
    _, secret = Token.objects.create(user=user, scope=scope)
    return {"Authorization": f"Bearer {secret}"}


def send(client: Client, path: str, body: Any, headers: dict[str, str], method: str = "POST") -> Any:
    return client.generic(method, path, json.dumps(body), content_type="application/json", headers=headers)


@pytest.mark.django_db
def test_a_text_that_is_sent_is_read_and_what_it_says_proposed(client: Client) -> None:
    holder = token("contributor", "propose")
    body = {"text": TEXT, "url": "https://news.example/bridge", "published": "2020-02-17", "publisher": "Example Wire"}

    made = send(client, SOURCES, body, holder)
    again = send(client, SOURCES, body, holder)

    assert (made.status_code, made.json()["outcome"]) == (201, "created")
    assert made["ETag"] == client.get(made["Location"], headers=holder)["ETag"]
    assert (again.status_code, again.json()["outcome"]) == (200, "unchanged")
    assert Source.objects.get().text == TEXT
    assert client.get(EVENTS).json()["results"] == []


@pytest.mark.django_db
def test_a_statement_is_proposed_edited_and_approved(client: Client) -> None:
    curator = token("curator")
    body = {"source": make_source().pk, "text": "It will hold,", "speaker": "Amina Haddad", "date": "2020-02"}
    made = send(client, STATEMENTS, body, curator)
    path = made["Location"]

    assert (made.status_code, made.json()["status"]) == (201, "proposed")
    assert client.get(path).status_code == 404
    assert client.get(path, headers=curator).json() == made.json()
    edited = send(client, path, {"role": "engineer"}, {**curator, "If-Match": made["ETag"]}, "PATCH")
    assert edited.json()["speaker"]["role"] == "engineer"
    assert send(client, f"{path}approve/", {}, curator).json()["status"] == "published"
    assert client.get(path).json()["speaker"]["name"] == "Amina Haddad"
    assert "role" in Statement.objects.get().held


@pytest.mark.django_db
@pytest.mark.parametrize("decision", ["approve", "reject"])
def test_a_decision_is_about_the_version_that_was_read(client: Client, decision: str) -> None:
    curator = token("curator")
    made = send(client, STATEMENTS, {"source": make_source().pk, "text": "It will hold,"}, curator)
    path = made["Location"]
    send(client, path, {"role": "engineer"}, {**curator, "If-Match": made["ETag"]}, "PATCH")

    late = send(client, f"{path}{decision}/", {}, {**curator, "If-Match": made["ETag"]})

    assert late.status_code == 412
    # An empty one names no version.
    assert send(client, f"{path}{decision}/", {}, {**curator, "If-Match": ""}).status_code == 412
    assert Statement.objects.get().state == "proposed"
    now = client.get(path, headers=curator)["ETag"]
    assert send(client, f"{path}{decision}/", {}, {**curator, "If-Match": now}).status_code == 200


@pytest.mark.django_db
def test_who_may_not_unpublish_rejects_nothing_that_is_published(client: Client) -> None:
    statement = make_statement(source=make_source(), speaker=make_speaker("Amina Haddad"))
    path = f"{STATEMENTS}{statement.pk}/"

    assert send(client, f"{path}reject/", {}, token("curator")).status_code == 403
    assert client.get(path).status_code == 200
    assert send(client, f"{path}reject/", {}, token("editor")).status_code == 200
    assert client.get(path).status_code == 404


@pytest.mark.django_db
def test_an_event_is_proposed_with_its_first_report(client: Client) -> None:
    body = {
        "source": make_source().pk, "text": "the council opened the bridge", "title": "Bridge opens",
        "date": "2020-02-16", "places": [{"name": "Harbour", "lat": 1.5, "lon": 2}], "tags": ["Works"],
    }  # fmt: skip
    made = send(client, EVENTS, body, token("contributor", "propose")).json()

    assert made["sources"][0]["evidence"][0]["exact"] == "the council opened the bridge"
    assert made["when"]["start"] == "2020-02-16"


@pytest.mark.django_db
@pytest.mark.parametrize("listing", [STATEMENTS, EVENTS])
def test_a_date_that_is_sent_says_that_a_person_gave_it(client: Client, listing: str) -> None:
    curator = token("curator")
    words: dict[str, Any] = {"source": make_source().pk, "text": "the council opened the bridge"}
    if listing == EVENTS:
        words["title"] = "Bridge opens"
    sent = send(client, listing, {**words, "date": "2020-02-16"}, curator).json()["when"]
    made = send(client, listing, words, curator)
    edited = send(client, made["Location"], {"date": "2020-02-16"}, {**curator, "If-Match": made["ETag"]}, "PATCH")

    assert sent == edited.json()["when"]
    assert (sent["start"], sent["rule"], sent["basis"]) == ("2020-02-16", "given by a curator", None)


@pytest.mark.django_db
def test_what_the_text_says_of_a_date_is_no_basis_of_another() -> None:
    event = make_event("2020-02", basis="publication")

    edit(event, {"edtf": "2020-02-16"}, AUTHOR)

    event.refresh_from_db()
    assert (event.edtf, event.basis) == ("2020-02-16", "")


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "scope", "status"), [
    ("contributor", "propose", 409), ("curator", "curate", 409), ("editor", "propose", 409), ("editor", "curate", 200),
])  # fmt: skip
def test_who_edits_no_articles_changes_none_that_is_published(
    client: Client, role: str, scope: str, status: int
) -> None:
    body = {"text": TEXT, "url": "https://news.example/bridge", "published": "2020-02-17", "publisher": "Example Wire"}
    made = send(client, SOURCES, body, token("contributor", "propose"))
    send(client, f"{made.json()['statements'][0]}approve/", {}, token("curator"))
    public = client.get(made["Location"]).json()

    again = send(client, SOURCES, {**body, "title": "Retracted", "publisher": "Another"}, token(role, scope))

    assert again.status_code == status
    assert (client.get(made["Location"]).json() == public) == (status == 409)


@pytest.mark.django_db
def test_an_article_that_nothing_public_cites_follows_its_new_version(client: Client) -> None:
    holder = token("contributor", "propose")
    body = {"text": TEXT, "url": "https://news.example/bridge", "published": "2020-02-17"}
    send(client, SOURCES, body, holder)

    assert send(client, SOURCES, {**body, "title": "Bridge opens"}, holder).json()["outcome"] == "updated"
    assert Source.objects.get().title == "Bridge opens"


@pytest.mark.django_db
def test_what_people_proposed_stays_when_the_article_is_read_anew(client: Client) -> None:
    holder = token("contributor", "propose")
    body = {"text": TEXT, "url": "https://news.example/bridge", "published": "2020-02-17"}
    source = send(client, SOURCES, body, holder).json()["id"]
    words = {"source": source, "text": "the bridge"}
    event = send(client, EVENTS, {**words, "title": "By hand"}, holder)["Location"]
    statement = send(client, STATEMENTS, {**words, "speaker": "Amina Haddad"}, holder)["Location"]

    send(client, SOURCES, {**body, "title": "Another headline"}, holder)

    for path in (event, statement):
        assert client.get(path, headers=holder).status_code == 200
    assert client.get(event, headers=holder).json()["title"] == "By hand"


@pytest.mark.django_db
def test_an_article_gets_no_address_of_another(client: Client) -> None:
    editor = token("editor")
    taken, other = make_source(url="https://news.example/bridge"), make_source()
    path, match = f"{SOURCES}{other.pk}/", {**editor, "If-Match": f'"{other.version}"'}

    refused = send(client, path, {"url": "HTTPS://News.example/bridge/?utm_source=x"}, match, "PATCH")

    assert (refused.status_code, refused.json()["detail"]) == (409, f"sources/{taken.pk}/ has this address already.")
    assert send(client, path, {"url": "https://news.example/new", "title": "New"}, match, "PATCH").status_code == 200
    own = send(client, f"{SOURCES}{taken.pk}/", {"url": taken.url}, {**editor, "If-Match": '"1"'}, "PATCH")
    assert own.status_code == 200


@pytest.mark.django_db
def test_an_article_is_known_by_its_old_and_its_new_address(client: Client) -> None:
    editor = token("editor")
    body = {"text": TEXT, "url": "https://news.example/old", "published": "2020-02-17"}
    made = send(client, SOURCES, body, editor)
    path, other = made["Location"], make_source()
    new = {"url": "https://news.example/new"}
    send(client, path, new, {**editor, "If-Match": '"1"'}, "PATCH")

    for url in (body["url"], new["url"]):
        assert send(client, SOURCES, {**body, "url": url}, editor).json()["id"] == made.json()["id"]
        match = {**editor, "If-Match": f'"{other.version}"'}
        assert send(client, f"{SOURCES}{other.pk}/", {"url": url}, match, "PATCH").status_code == 409
    assert client.get(path, headers=editor).json()["url"] == new["url"]


@pytest.mark.django_db(transaction=True)
def test_of_many_who_give_one_address_one_succeeds(client: Client) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer, who looks and writes alone")
    make_groups(apps)  # they were flushed with the tables
    editor, body = token("editor"), {"url": "https://news.example/one"}
    paths = [(f"{SOURCES}{source.pk}/", source.version) for source in (make_source() for _ in range(6))]
    answers: list[Any] = []
    start = threading.Barrier(len(paths) + 1)

    def edit(path: str, version: int) -> None:
        start.wait()
        answers.append(send(Client(), path, body, {**editor, "If-Match": f'"{version}"'}, "PATCH"))
        connection.close()

    def read() -> None:
        start.wait()
        answers.append(send(Client(), SOURCES, {**body, "text": TEXT, "published": "2020-02-17"}, editor))
        connection.close()

    threads = [threading.Thread(target=edit, args=one) for one in paths] + [threading.Thread(target=read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Source.objects.filter(url=body["url"]).count() == 1
    statuses = [answer.status_code for answer in answers]
    assert statuses.count(409) >= len(paths) - 1, statuses
    assert set(statuses) <= {200, 201, 409}, statuses


@pytest.mark.django_db
@pytest.mark.parametrize("seen", [True, False])
def test_an_article_that_was_erased_is_not_taken_again(client: Client, seen: bool) -> None:
    holder = {**token("contributor", "propose"), "Idempotency-Key": "once"}
    body = {"text": TEXT, "url": "https://news.example/bridge", "published": "2020-02-17"}
    source = make_statement(source=make_source(url=body["url"]), publish=seen).source
    erase_source(source.pk, Author(reason="court order 12/2026"))

    answers = [send(client, SOURCES, {**body, "text": text}, holder) for text in (TEXT, TEXT, f"{TEXT} And more.")]

    for answer in answers:
        assert (answer.status_code, answer["Content-Type"]) == (410, "application/problem+json")
        assert set(answer.json()) == {"type", "title", "status", "detail", "erased"}
        assert answer.json()["erased"]["ground"] == "court order 12/2026"
    assert Source.objects.get().text == "[erased]"


@pytest.mark.django_db
def test_what_is_left_beside_what_was_erased_is_read_and_edited(client: Client) -> None:
    gone, kept = make_source(), make_source(url="https://other.example/bridge")
    event = make_event(sources=[gone, kept])
    speaker = make_speaker("Amina Haddad")
    statement = make_statement(source=kept, speaker=speaker)
    erase_source(gone.pk, Author(reason="court order 12/2026"))
    erase_name(speaker.pk, Author(reason="court order 12/2026"))
    editor = token("editor")

    for path in (f"{EVENTS}{event.pk}/", f"{STATEMENTS}{statement.pk}/"):
        seen = client.get(path, headers=editor)
        assert (client.get(path).status_code, seen.status_code) == (200, 200)
        guarded = {**editor, "If-Match": seen["ETag"]}
        edited = send(client, path, {"date": "2020-02-17"}, guarded, "PATCH")
        assert (edited.status_code, edited.json()["when"]["start"]) == (200, "2020-02-17")


@pytest.mark.django_db
def test_an_article_in_which_a_name_was_erased_is_left_alone(client: Client) -> None:
    holder = token("contributor", "propose")
    body = {"text": TEXT, "url": "https://news.example/bridge", "published": "2020-02-17"}
    made = send(client, SOURCES, body, holder).json()
    speaker = Speaker.objects.first()
    assert speaker is not None
    erase_name(speaker.pk, Author(reason="court order 12/2026"))

    again = send(client, SOURCES, body, holder)

    assert (again.status_code, again.json()["outcome"], again.json()["id"]) == (200, "unchanged", made["id"])


@pytest.mark.django_db
def test_nothing_new_is_said_of_what_was_erased(client: Client) -> None:
    curator = token("curator")
    statement = make_statement()
    erase_source(statement.source_id, Author(reason="court order 12/2026"))
    path = f"{STATEMENTS}{statement.pk}/"

    new = send(client, STATEMENTS, {"source": statement.source_id, "text": "a", "speaker": "x"}, curator)

    assert new.json()["errors"] == [{"pointer": "/source", "detail": "was erased on demand", "code": "invalid"}]
    for deed in ("approve/", "reject/"):
        assert send(client, f"{path}{deed}", {}, curator).status_code == 410
    assert send(client, path, {"role": "x"}, {**curator, "If-Match": '"1"'}, "PATCH").status_code == 410
    assert client.get(f"{SOURCES}{statement.source_id}/").status_code == 410


@pytest.mark.django_db
def test_a_merged_event_is_not_edited(client: Client) -> None:
    kept, gone = make_event(), make_event()
    merge_events(kept.pk, [gone.pk], AUTHOR)
    gone.refresh_from_db()
    holder = {**token("curator"), "If-Match": f'"{gone.version}"'}

    refused = send(client, f"{EVENTS}{gone.pk}/", {"title": "x"}, holder, "PATCH")
    shown = client.get(f"{EVENTS}{gone.pk}/?fields=id", headers=holder)

    assert (refused.status_code, refused.json()["detail"]) == (409, f"The record was merged into events/{kept.pk}/.")
    assert (shown.status_code, shown["Location"]) == (301, f"{EVENTS}{kept.pk}/?fields=id")
    assert shown["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
@pytest.mark.parametrize(("place", "pointer"), [
    ({"name": "Half", "lat": 59.9}, "/places/0/lon"), ({"name": "Half", "lon": 10, "lat": None}, "/places/0/lat"),
])  # fmt: skip
def test_half_a_coordinate_is_none(client: Client, place: dict[str, Any], pointer: str) -> None:
    body = {"source": make_source().pk, "text": "the bridge", "title": "Bridge", "places": [place]}

    response = send(client, EVENTS, body, token("contributor", "propose"))

    assert (response.status_code, response.json()["errors"][0]["pointer"]) == (400, pointer)


@pytest.mark.django_db
@pytest.mark.parametrize("place", [1, True, "Oslo", [1]])
def test_a_place_that_is_no_object_is_named(client: Client, place: object) -> None:
    body = {"source": make_source().pk, "text": "the bridge", "title": "Bridge", "places": [place]}

    response = send(client, EVENTS, body, token("contributor", "propose"))

    assert response.status_code == 400
    assert response.json()["errors"][0]["pointer"].startswith("/places/0")


@pytest.mark.django_db
def test_who_may_do_what(client: Client) -> None:
    statement = make_statement(publish=False)
    body = {"source": statement.source_id, "text": "It will hold,"}
    deeds = {
        "propose": lambda holder: send(client, STATEMENTS, body, holder),
        "edit": lambda holder: send(client, f"{STATEMENTS}{statement.pk}/", {"role": "x"}, holder, "PATCH"),
        "approve": lambda holder: send(client, f"{STATEMENTS}{statement.pk}/approve/", {}, holder),
    }
    allowed = {
        ("viewer", "curate"): (),
        ("contributor", "curate"): ("propose",),
        ("contributor", "propose"): ("propose",),
        ("curator", "propose"): ("propose", "edit"),
        ("curator", "curate"): ("propose", "edit", "approve"),
    }
    for (role, scope), deeds_allowed in allowed.items():
        holder = token(role, scope)
        for name, deed in deeds.items():
            # Without If-Match an edit that is allowed goes no further than 428.
            assert deed(holder).status_code in ((200, 201, 428) if name in deeds_allowed else (403,)), (role, name)
    for deed in deeds.values():
        response = deed({})
        assert (response.status_code, response["WWW-Authenticate"]) == (401, "Bearer")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "header", ["Bearer", "Bearer x", "Bearer a b", "Basic AAAA", "Bearer \u00e9", "Token " + "a" * 64]
)
def test_it_refuses_what_is_no_token(client: Client, header: str) -> None:
    response = client.get(EVENTS, headers={"Authorization": header})

    assert (response.status_code, response["WWW-Authenticate"]) == (401, 'Bearer error="invalid_token"')


@pytest.mark.django_db
def test_a_revoked_token_ends_at_once_and_only_its_hash_was_kept(client: Client, capsys: Any) -> None:
    User.objects.create_user("ann")
    call_command("issue_token", "ann", "--scope", "curate")
    secret = capsys.readouterr().out.strip()
    headers = {"Authorization": f"Bearer {secret}"}

    assert client.get(EVENTS, headers=headers).status_code == 200
    assert not Token.objects.filter(digest__contains=secret).exists()
    Token.objects.all().delete()
    assert client.get(EVENTS, headers=headers).status_code == 401


@pytest.mark.django_db
def test_the_second_of_two_edits_of_one_version_is_refused(client: Client) -> None:
    event = make_event(publish=False)
    curator = token("curator")
    tag = client.get(f"{EVENTS}{event.pk}/", headers=curator)["ETag"]

    first = send(client, f"{EVENTS}{event.pk}/", {"title": "first"}, {**curator, "If-Match": tag}, "PATCH")
    second = send(client, f"{EVENTS}{event.pk}/", {"title": "second"}, {**curator, "If-Match": tag}, "PATCH")

    assert (first.status_code, second.status_code) == (200, 412)
    assert Event.objects.get().title == "first"


@pytest.mark.django_db
@pytest.mark.parametrize("decision", ["approve", "reject"])
def test_a_decision_takes_nothing_but_itself(client: Client, decision: str) -> None:
    event, curator = make_event(publish=False), token("curator")
    path = f"{EVENTS}{event.pk}/{decision}/"

    asked = send(client, f"{path}?force=1", {}, curator)
    told = send(client, path, {"reason": "x", "a/b": None}, curator)
    listed = send(client, path, [], curator)
    other = client.post(path, {"reason": "x"}, headers=curator)

    assert [answer.status_code for answer in (asked, told, listed, other)] == [400, 400, 400, 415]
    assert [(error["parameter"], error["code"]) for error in asked.json()["errors"]] == [("force", "unknown")]
    faults = {error["pointer"]: error["code"] for error in told.json()["errors"]}
    assert faults == {"/reason": "unknown", "/a~1b": "unknown"}
    assert Event.objects.get().state == "proposed"
    assert client.post(path, headers=curator, content_type="application/json").status_code == 200


@pytest.mark.django_db
def test_what_is_written_stands_in_the_body_alone(client: Client) -> None:
    event, curator = make_event(publish=False), token("curator")
    match = {"If-Match": f'"{event.version}"'}

    answers = [
        send(client, f"{EVENTS}{event.pk}/?title=x", {"title": "y"}, {**curator, **match}, "PATCH"),
        send(client, f"{STATEMENTS}?dry_run=1", {"source": make_source().pk, "text": "It will hold,"}, curator),
    ]

    assert [(answer.status_code, answer.json()["errors"][0]["code"]) for answer in answers] == [(400, "unknown")] * 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("tags", "status"),
    [
        ('"{0}"', 200), ('W/"{0}"', 200), ('"77", W/"{0}"', 200), ('W/"77" ,"{0}","78"', 200), ('"77"', 412),
        ('"77", "78"', 412), ("*", 412), ('"77", *', 412), ("", 428),
    ],
)  # fmt: skip
def test_one_of_several_tags_is_enough(client: Client, tags: str, status: int) -> None:
    event = make_event(publish=False)
    match = {"If-Match": tags.format(event.version)}

    edited = send(client, f"{EVENTS}{event.pk}/", {"title": "edited"}, {**token("curator"), **match}, "PATCH")

    assert edited.status_code == status


@pytest.mark.django_db
@pytest.mark.parametrize("publish", [True, False])
def test_a_token_shows_parts_of_what_it_shows(client: Client, publish: bool) -> None:
    event = make_event(publish=publish)
    path, holder = f"{EVENTS}{event.pk}/", token("contributor", "propose")

    whole = client.get(path, headers=holder)
    part = client.get(path, {"fields": "id,title", "include": "sources"}, headers=holder)

    assert (part.status_code, part["ETag"], part["Cache-Control"]) == (200, whole["ETag"], whole["Cache-Control"])
    assert part.json() == {"id": f"event-{event.pk}", "title": event.title, "included": part.json()["included"]}
    assert set(part.json()["included"]) == {"sources"}


@pytest.mark.django_db
def test_a_request_that_is_sent_again_is_answered_again(client: Client) -> None:
    holder = {**token("contributor", "propose"), "Idempotency-Key": "one"}
    body = {"source": make_source().pk, "text": "It will hold,"}

    first, again = (send(client, STATEMENTS, body, holder) for _ in range(2))
    other = send(client, STATEMENTS, {**body, "role": "x"}, holder)

    assert (first.status_code, again.status_code, other.status_code) == (201, 201, 422)
    assert (again.content, again["Location"]) == (first.content, first["Location"])
    assert Statement.objects.count() == 1


@pytest.mark.django_db
def test_a_request_is_answered_again_whatever_became_of_the_record(client: Client) -> None:
    writer, curator = {**token("curator", "propose"), "Idempotency-Key": "mine"}, token("curator")
    made = send(
        client, STATEMENTS, {"source": make_source().pk, "text": "It will hold,"}, token("contributor", "propose")
    )
    path, edit_of = made["Location"], {**writer, "If-Match": made["ETag"]}

    first = send(client, path, {"role": "mayor"}, edit_of, "PATCH")
    rejected = send(client, f"{path}reject/", {}, {**curator, "Idempotency-Key": "no"})
    assert send(client, f"{path}approve/", {}, curator).status_code == 200
    again = send(client, path, {"role": "mayor"}, edit_of, "PATCH")
    rejected_again = send(client, f"{path}reject/", {}, {**curator, "Idempotency-Key": "no"})

    assert (first.status_code, again.status_code, rejected_again.status_code) == (200, 200, rejected.status_code)
    assert (again.content, rejected_again.content) == (first.content, rejected.content)
    assert Statement.objects.get().role == "mayor"


@pytest.mark.django_db(transaction=True)
def test_parallel_retries_write_once(client: Client) -> None:
    make_groups(apps)  # they were flushed with the tables
    holder = {**token("contributor", "propose"), "Idempotency-Key": "many"}
    body = {"source": make_source().pk, "text": "It will hold,"}
    statuses: list[int] = []
    bodies: list[bytes] = []

    def work() -> None:
        answer = send(Client(), STATEMENTS, body, holder)
        statuses.append(answer.status_code)
        bodies.append(answer.content)
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert statuses == [201] * 50
    assert (Statement.objects.count(), Answer.objects.count()) == (1, 1)
    assert len(set(bodies)) == 1
    other = send(Client(), STATEMENTS, {**body, "role": "x"}, holder)
    assert (other.status_code, Statement.objects.count()) == (422, 1)


@pytest.mark.django_db
def test_what_was_not_committed_is_done_when_it_is_sent_again(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    holder = {**token("contributor", "propose"), "Idempotency-Key": "cut off"}
    body = {"source": make_source().pk, "text": "It will hold,"}

    def cut_off(*_: object, **__: object) -> None:
        raise OperationalError("gone")

    with monkeypatch.context() as patched:
        patched.setattr(Answer, "save", cut_off)
        broken = send(client, STATEMENTS, body, holder)
    again = send(client, STATEMENTS, body, holder)

    assert (broken.status_code, again.status_code) == (503, 201)
    assert Statement.objects.count() == 1


@pytest.mark.django_db
def test_a_key_is_forgotten_after_a_day(client: Client) -> None:
    holder = {**token("contributor", "propose"), "Idempotency-Key": "old"}
    body = {"source": make_source().pk, "text": "It will hold,"}
    send(client, STATEMENTS, body, holder)
    Answer.objects.update(at=timezone.now() - dt.timedelta(hours=25))

    again = send(client, STATEMENTS, body, holder)

    assert again.status_code == 201
    assert "Idempotency-Replayed" not in again
    assert Statement.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("raw", "status"),
    [
        ('{"text": "a\\u0000b"}', 400), ('{"\\u0000": 1}', 400), ('{"text": "\\ud800"}', 400), ('{"source": NaN}', 400),
        ('{"source": 1e400}', 400), ('{"source": ' + "9" * 5000 + "}", 400), ('{"source": 1, "source": 2}', 400),
        ("[" * 100_000, 400), ('{"a":' * 500 + "1" + "}" * 500, 400), ("[]", 400), ("nonsense", 400),
        ('{"colour": "red"}', 400), ('{"source": true, "text": "x"}', 400), ('{"source": 99999, "text": "x"}', 400),
        ('{"id": 5, "created": "2020", "state": "published"}', 400), ('"' + "x" * 1_000_001 + '"', 413),
    ],
)  # fmt: skip
def test_it_refuses_bodies_that_readers_read_differently(client: Client, raw: str, status: int) -> None:
    response = client.generic(
        "POST", STATEMENTS, raw, content_type="application/json", headers=token("contributor", "propose")
    )

    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "date",
    [
        "0000-00-00", "0000", "2021-02-30", "2016-12-31T23:59:60Z", "24:00", "2020-02-02T24:00:00Z",
        "2021-02-03T04:05:06+99:99",
        "٢٠٢٠", "٢٠٢٠-٠٢-٠٢", "2020-W01-1", "2020W011", "20200101", "2020-1-1", "10000", "10000-01-01", "Y10000",
        "-0044",
        "-0044-03-15", "9999", "9998", "9998-12-31", "9998~", "0001", "0001-01-01",
        "02/03/2020", " 2020", "2020-02-02 ", "\t2020", "2020\u00a0", " ",
    ],
)  # fmt: skip
def test_it_names_the_date_that_it_refuses(client: Client, date: str) -> None:
    source, event, statement = make_source(), make_event(publish=False), make_statement(publish=False)
    words = {"source": source.pk, "text": "It will hold,"}
    curator, editor = token("curator"), token("editor")
    match = {"If-Match": '"1"'}
    before = [list(model.objects.order_by("pk").values()) for model in (Source, Event, Statement)]
    for method, path, body, holder, name in (
        ("POST", STATEMENTS, words, curator, "date"),
        ("POST", EVENTS, {**words, "title": "x"}, curator, "date"),
        ("POST", SOURCES, {"text": "A text."}, curator, "published"),
        ("PATCH", f"{STATEMENTS}{statement.pk}/", {}, {**curator, **match}, "date"),
        ("PATCH", f"{EVENTS}{event.pk}/", {}, {**curator, **match}, "date"),
        ("PATCH", f"{SOURCES}{source.pk}/", {}, {**editor, **match}, "published"),
    ):
        response = send(client, path, {**body, name: date}, holder, method)

        assert response.status_code == 400, (method, path)
        assert [error["pointer"] for error in response.json()["errors"]] == [f"/{name}"]
    assert [list(model.objects.order_by("pk").values()) for model in (Source, Event, Statement)] == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    "kind", ["application/json; charset=utf-16", "application/xml", "text/plain", "multipart/form-data"]
)
def test_it_reads_only_json_in_utf_8(client: Client, kind: str) -> None:
    response = client.generic("POST", STATEMENTS, "{}", content_type=kind, headers=token("contributor", "propose"))

    assert response.status_code == 415
