"""Erasure: the words are gone from rows, documents, revisions and feeds; that they were erased stays."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models
from django.test import Client

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
from timeline.models import Event, Revision, Source, Speaker, Statement

pytestmark = pytest.mark.django_db
GROUND = Author(reason="court order 12/2026")


def stored() -> str:
    """Everything that the database holds, as one text."""
    parts = []
    for model in apps.get_app_config("timeline").get_models():
        columns = [c.attname for c in model._meta.concrete_fields if not isinstance(c, models.UUIDField)]
        parts += [repr(row) for row in model._default_manager.values_list(*columns)]
    return "\n".join(parts)


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
