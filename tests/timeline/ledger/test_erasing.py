"""Erasure: the words are gone from rows, documents, revisions and feeds; that they were erased stays."""

from __future__ import annotations

import json
import re

import pytest
from django.contrib.auth.models import Group, User
from django.core import signing
from django.db import connection
from django.test import Client

from api.models import Token
from extraction import Article
from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event, published
from timeline.importing import import_article
from timeline.ledger import (
    Author,
    ErasureError,
    UndoError,
    approve,
    edit,
    erase_name,
    erase_source,
    merge_speakers,
    restore_version,
)
from timeline.ledger.documents import CONTEXT
from timeline.models import Event, ImportRun, Revision, Source, Speaker, Statement, Suggestion

pytestmark = pytest.mark.django_db
GROUND = Author(reason="court order 12/2026")
SALT = "django.contrib.sessions.SessionStore"


def stored() -> str:
    """Everything that the database holds in any table, the index of its words too, as one text."""
    parts = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            parts += [repr(tuple(map(plain, row))) for row in cursor]
    return "\n".join(parts)


def plain(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode("latin-1")
    text = str(value)
    # Sessions are compressed.
    return str(signing.loads(text, salt=SALT)) if text.startswith(".e") else text


def test_a_taken_down_article_leaves_no_word():
    source = a_source(title="Bridge to be rebuilt soon", text="Old. “We will rebuild the bridge,” Anna Berg said.")
    statement = published(a_statement(source, a_speaker(), text="We will rebuild the bridge,"))
    event = published(an_event(source, title="“We will rebuild the bridge,” Anna Berg said."))
    edit(Source.objects.get(), {"text": "New. The bridge will not come back, she said."}, Author())

    erase_source(source.pk, GROUND)

    for words in ("rebuil", "bridge,", "will not come back"):
        assert words not in stored()
    assert Client().get(f"/api/v1/statements/{statement.pk}/").status_code != 200
    assert Client().get(f"/api/v1/events/{event.pk}/").status_code != 200


def test_the_tombstone_says_when_and_on_what_ground():
    source = a_source()

    erase_source(source.pk, GROUND)

    tombstone = Revision.objects.get(kind="source", record_id=source.pk, action="erased")
    assert tombstone.reason == "court order 12/2026"
    assert Source.objects.get().erased is not None


def test_an_event_that_others_report_stands_without_the_article():
    gone, stays = a_source(text="A unique account of the bridge. Anna was there."), a_source()
    event = published(an_event(gone, stays, title="A unique account of the bridge."))

    erase_source(gone.pk, GROUND)

    document = Client().get(f"/api/v1/events/{event.pk}/").json()
    assert [source["id"] for source in document["sources"]] == [stays.pk]
    assert "unique account" not in stored()


def test_a_copy_in_another_paper_is_not_touched():
    source, copy = a_source(), a_source()
    statement = published(a_statement(copy))

    erase_source(source.pk, GROUND)

    assert Statement.objects.get(pk=statement.pk).text.startswith("We will")
    assert Revision.objects.get(kind="statement", version=1).snapshot["text"].startswith("We will")


def test_an_erased_article_is_not_read_again():
    article = Article(text="The minister spoke on Sunday.", url="https://news.example/1", published="2024-07-14")
    source = import_article(article, Author()).source
    erase_source(source.pk, GROUND)

    outcome = import_article(Article(text="A new version.", url="https://news.example/1"), Author())

    assert outcome.status == "unchanged"
    assert Source.objects.get().text == "[erased]"


def test_an_erased_name_stands_nowhere():
    speaker = a_speaker("Anna Berg", aliases=["A. Berg"])
    other = a_speaker("Anna Bergh Nilsen")
    source = a_source(title="ANNA BERG speaks", text="“We will rebuild the bridge,” Anna Berg said. Bergen rejoiced.")
    statement = published(a_statement(source, speaker, text="We will rebuild the bridge,", speaker_text="Anna Berg"))
    event = published(an_event(source, title="Anna Berg opens it", actors=["A. Berg", "Police"]))
    edit(Event.objects.get(pk=event.pk), {"title": "It opens"}, Author(reason="Anna Berg was not there"))

    erase_name(speaker.pk, GROUND)

    text = stored().casefold()
    assert "anna berg " not in text.replace("anna bergh", "")
    assert "anna berg'" not in text
    assert "a. berg" not in text
    assert Speaker.objects.get(pk=other.pk).name == "Anna Bergh Nilsen"
    assert "Bergen" in Source.objects.get().text
    document = Client().get(f"/api/v1/statements/{statement.pk}/").json()
    assert document["speaker"]["name"] == "[erased]"
    assert document["text"] == "We will rebuild the bridge,"


def test_a_masked_article_keeps_its_offsets():
    source = a_source()
    statement = a_statement(source, a_speaker("Anna Berg"))

    erase_name(statement.speaker_id, GROUND)

    masked = Source.objects.get().text
    assert len(masked) == len(source.text)
    [[start, end]] = Statement.objects.get().spans
    assert masked[start:end] == "We will rebuild the bridge,"


LONG = "Masrour Barzani"


@pytest.mark.parametrize(
    ("spelt", "left"),
    [*((LONG, left) for left in (0, 1, 2, 6, 7, 8, 9, 14, 15)), ("Masrour\nBarzani", 11), ("MASROUR BARZANI", 3)],
)
def test_what_is_left_of_a_name_at_the_edge_of_what_is_cited_goes_too(spelt, left):
    words = "We will rebuild the bridge,"
    before, after = (f" {letter * (CONTEXT - left - 2)} " for letter in "xy")
    source = a_source(text=f"{spelt}{before}{words}{after}{spelt} said. The bridge had collapsed in May.")
    published(a_statement(source, a_speaker(LONG), text=words))
    other = published(an_event(a_source(text=f"{spelt}{before}The bridge had collapsed in May.{after}{spelt}")))
    first = Revision.objects.get(kind="statement", action="approved")
    edit(Statement.objects.get(), {"cue": "said"}, Author())
    edit(other, {"title": "It fell"}, Author())
    assert (spelt[-left:] if left else "") in json.loads(first.document)["sources"][0]["evidence"][0]["prefix"]

    erase_name(Speaker.objects.get().pk, GROUND)

    shown = [
        one
        for document in Revision.objects.filter(kind__in=["statement", "event"]).values_list("document", flat=True)
        if document
        for one in json.loads(document)["sources"][0]["evidence"]
    ]
    assert len(shown) == 6
    for one in shown:
        assert set(one["prefix"].strip()) <= {"█", "x", " ", "\n"}
        assert set(one["suffix"].strip()) <= {"█", "y", " ", "\n"}
        assert (len(one["prefix"]), len(one["suffix"])) == (CONTEXT, CONTEXT)
        assert "bridge" in one["exact"]


def test_a_part_of_a_name_that_stands_in_other_words_stays():
    words, rest = "We will rebuild the bridge,", " she said, and that was all."
    source = a_source(text=f"Anna Berg came. {'x' * 40} spanna {words}{rest} Annals of it")
    published(a_statement(source, a_speaker("Anna Berg"), text=words))

    erase_name(Speaker.objects.get().pk, GROUND)

    kept = json.loads(Revision.objects.get(kind="statement", action="approved").document)
    assert kept["sources"][0]["evidence"][0]["suffix"] == (rest + " Annals of it")[:CONTEXT]
    assert kept["sources"][0]["evidence"][0]["prefix"].endswith(" spanna ")


def test_what_is_left_of_a_name_where_a_text_was_shortened_goes_too():
    said = "We will go to the old bridge and build it again with all our friends and Anna Maria Berg of Oslo too"
    source = a_source(text=f"“{said}” he said.")
    published(a_statement(source, text=said))
    title = "The bridge over the river was opened by " + "x" * 251 + " Anna Mar"
    event = published(an_event(source, title=title))
    other = published(an_event(source, title="Elsewhere by Anna Mar"))
    assert "Anna…" in json.loads(Revision.objects.get(kind="statement", action="approved").document)["title"]
    assert len(title) == 300

    erase_name(a_speaker("Anna Maria Berg").pk, GROUND)

    assert "Anna…" not in stored()
    assert "x Anna" not in stored()
    kept = json.loads(Revision.objects.get(kind="statement", action="approved").document)
    assert kept["title"].endswith("friends and ████…")
    assert client_get(f"events/{event.pk}")["title"].endswith("x ████████")
    assert client_get(f"events/{other.pk}")["title"] == "Elsewhere by Anna Mar"


def test_what_is_left_of_a_name_at_the_end_of_a_title_goes_where_the_report_has_the_name():
    told = published(an_event(a_source(), title="The bridge was opened by Anna", summary="Opened by Anna Maria Berg."))
    other = published(an_event(a_source(), title="The bridge was opened by Anna", summary="Opened by Anna Lie."))
    edit(Event.objects.get(pk=told.pk), {"tags": ["bridge"]}, Author())

    erase_name(a_speaker("Anna Maria Berg").pk, GROUND)

    assert client_get(f"events/{told.pk}")["title"] == "The bridge was opened by ████"
    assert client_get(f"events/{other.pk}")["title"] == "The bridge was opened by Anna"
    for kept in Revision.objects.filter(kind="event", record_id=told.pk):
        assert kept.snapshot["title"] == "The bridge was opened by ████"
        assert "by Anna" not in kept.document


def client_get(path):
    return Client().get(f"/api/v1/{path}/").json()


def test_an_erased_name_does_not_come_back_with_the_next_article():
    kept, other = a_speaker("Anna Berg"), a_speaker("Anna Berg-Olsen")
    merge_speakers(kept.pk, [other.pk], Author())

    erase_name(kept.pk, GROUND)
    text = "OSLO, 3 May 2021 - “We will rebuild the bridge,” Anna Berg said on Sunday."
    import_article(Article(text=text, url="https://news.example/2"), Author())

    assert not Speaker.objects.filter(name__icontains="berg").exists()


@pytest.mark.parametrize("erase", [erase_source, erase_name])
def test_it_asks_for_the_ground(erase):
    with pytest.raises(ErasureError, match="ground"):
        erase(1, Author())


def test_what_was_erased_does_not_come_back():
    source = a_source()
    statement = a_statement(source)
    approve([statement], Author())
    erase_source(source.pk, GROUND)

    with pytest.raises(UndoError):
        restore_version("statement", statement.pk, 1, Author())


def at_the_desk(statement):
    """Everything that somebody does to a statement before it is taken down."""
    User.objects.create_superuser("boss")
    desk = Client()
    desk.force_login(User.objects.get(username="boss"))
    desk.post(f"/admin/review/statement/{statement.pk}/", {"decision": "approve", "version": statement.version})
    data = {"name": "Anna Berg", "organisation": "Anna Berg & Co", "read_version": 1}
    desk.post(f"/admin/timeline/speaker/{statement.speaker_id}/change/", data)
    editor = User.objects.create(username="editor")
    editor.groups.add(Group.objects.get(name="editor"))
    _, token = Token.objects.create(user=editor, scope="curate")
    body = {"source": statement.source_id, "text": "We will rebuild the bridge,", "speaker": "Anna Berg"}
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "once"}
    made = desk.post("/api/v1/statements/", json.dumps(body), content_type="application/json", headers=headers)
    assert made.status_code == 201
    Suggestion.objects.create(kind="speaker", first=1, second=2, score=1, reasons=["“Anna  Berg” and “A. Berg”"])
    ImportRun.objects.create(extractor="0", errors=[{"reason": "Anna Berg"}], paths=["Anna Berg.txt"])
    return headers


def test_an_erased_name_stands_in_no_table(client):
    speaker = a_speaker("Anna Berg")
    statement = a_statement(a_source(text="“We will rebuild the bridge,” Anna\nBerg said."), speaker)
    at_the_desk(statement)
    assert "anna berg" in stored().casefold()

    erase_name(speaker.pk, GROUND)

    held = re.sub(r"\s+|\\\\n|\\n", " ", stored().casefold())
    assert "anna berg" not in held
    assert "'anna'" not in held


def test_the_words_of_an_erased_article_stand_in_no_table(client):
    source = a_source(
        title="Bridge",
        text="“We won,” Anna Berg said. “We will rebuild the bridge,” she said.",
        origin="Bridge won.txt",
    )
    ImportRun.objects.create(extractor="0", paths=["Bridge won.txt"])
    statement = a_statement(source, a_speaker("Anna Berg"), text="We will rebuild the bridge,", role="winner")
    short = published(a_statement(source, text="We won,", cue="said"))
    headers = at_the_desk(statement)

    erase_source(source.pk, GROUND)

    held = stored().casefold()
    for words in ("won,", "rebuild", "bridge", "winner", "won.txt"):
        assert words not in held, words
    # Whoever sends the same again is told what it was told, without the words.
    body = {"source": source.pk, "text": "We will rebuild the bridge,", "speaker": "Anna Berg"}
    again = client.post("/api/v1/statements/", json.dumps(body), content_type="application/json", headers=headers)
    assert (again.status_code, again.json()["text"]) == (201, "[erased]")
    assert client.get(f"/api/v1/statements/{short.pk}/").status_code == 410


@pytest.mark.parametrize("ground", ["At the wish of ANNA  BERG", "She wrote: we will rebuild the bridge, and more"])
def test_a_ground_that_says_what_is_erased_is_refused(ground):
    statement = a_statement(a_source(text="We will rebuild the bridge, and more"), a_speaker("Anna Berg"))

    with pytest.raises(ErasureError, match="ground"):
        erase_name(statement.speaker_id, Author(reason=ground)) if "ANNA" in ground else erase_source(
            statement.source_id, Author(reason=ground.removeprefix("She wrote: "))
        )


def test_readers_find_the_tombstone_and_nothing_else(client):
    source = a_source()
    statement = published(a_statement(source, a_speaker("Anna Berg")))
    event = published(an_event(source))
    seen = a_statement(source)

    erase_source(source.pk, GROUND)

    for path in (f"sources/{source.pk}", f"statements/{statement.pk}", f"events/{event.pk}"):
        answer = client.get(f"/api/v1/{path}/")
        assert (answer.status_code, answer["Content-Type"]) == (410, "application/problem+json")
        body = answer.json()
        assert set(body) == {"type", "title", "status", "detail", "erased"}
        assert body["erased"]["ground"] == "court order 12/2026"
        assert body["erased"]["at"].startswith(f"{Source.objects.get().erased:%Y-%m-%dT%H:%M}")
    page = client.get(f"/statements/{statement.pk}/")
    assert (page.status_code, "court order 12/2026" in page.content.decode()) == (410, True)
    # Nobody learns of what nobody saw.
    assert client.get(f"/api/v1/statements/{seen.pk}/").status_code == 404
    assert client.get(f"/statements/{seen.pk}/").status_code == 404
    told = {change["id"]: change for change in client.get("/api/v1/changes/").json()["results"]}
    for name in (f"source-{source.pk}", f"statement-{statement.pk}", f"event-{event.pk}"):
        assert (told[name]["change"], told[name]["ground"], told[name]["record"]) == (
            "erased",
            "court order 12/2026",
            None,
        )


def test_what_was_erased_is_not_published_again(client):
    statement = a_statement()
    erase_source(statement.source_id, GROUND)

    assert approve([Statement.objects.get()], Author()) == 0
    assert Statement.objects.get().state == "rejected"


def test_the_desk_says_when_and_on_what_ground(admin_client):
    statement = a_statement()
    erase_source(statement.source_id, GROUND)

    for address in (f"timeline/source/{statement.source_id}/change", f"timeline/source/{statement.source_id}/history"):
        assert "Ground: court order 12/2026" in admin_client.get(f"/admin/{address}/").content.decode()
    assert "Ground: court order" in admin_client.get(f"/admin/review/statement/{statement.pk}/").content.decode()
