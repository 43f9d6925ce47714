"""What was made from an erased article goes wherever a merge left it: nothing shows its words, now or as of then."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from extraction import Article
from tests.timeline.ledger.made import a_source, an_event, published
from tests.timeline.ledger.test_erasing import stored
from timeline.importing import import_article
from timeline.ledger import Author, approve, edit, erase_source, merge_events, number_changes, split_event, undo
from timeline.models import Event, Revision, Source

pytestmark = pytest.mark.django_db
NOBODY = Author()
GROUND = Author(reason="court order 12/2026")
ACID = "Acid poured into the Meuse at Namur on Sunday when a lorry tipped over on the Jambes bridge."
TANKER = "A tanker overturned in Namur on Saturday."
#: Words that the first article alone has.
WORDS = ("Acid", "poured", "Meuse", "lorry", "tipped", "Jambes")


@pytest.fixture(autouse=True)
def unlimited(settings: Any) -> None:
    settings.RATE_LIMIT = 0


def reported(text: str, number: int) -> Event:
    """The event that an imported article reports, published."""
    address = f"https://news.example/{number}"
    source = import_article(Article(text=text, url=address, published="2024-07-16"), NOBODY).source
    event = Event.objects.get(mentions__source=source)
    approve([event], NOBODY)
    return event


@pytest.fixture
def acid() -> Event:
    return reported(ACID, 1)


@pytest.fixture
def tanker() -> Event:
    return reported(TANKER, 2)


def last_batch() -> Any:
    return Revision.objects.exclude(action="rendered").latest("id").batch


def erase_first() -> str:
    """Erase the first article; an instant before that, as a parameter."""
    number_changes()
    then = timezone.now().isoformat().replace("+00:00", "Z")
    erase_source(Source.objects.get(url="https://news.example/1").pk, GROUND)
    return then


def shown(then: str, client: Client) -> str:
    """All that readers and curators are shown of the events, with the search for their words."""
    paths = ["/api/v1/events/", "/api/v1/timeline/", "/api/v1/changes/?limit=100", "/api/v1/events/?format=csv", "/"]
    paths += [f"/api/v1/{path}as_of={then}" for path in ("events/?", "timeline/?")]
    for number in Event.objects.values_list("pk", flat=True):
        paths += [f"/api/v1/events/{number}/", f"/api/v1/events/{number}/?as_of={then}"]
        paths += [f"/api/v1/events/{number}/history/", f"/admin/review/event/{number}/"]
        paths += [f"/admin/timeline/event/{number}/history/", f"/admin/timeline/event/{number}/change/"]
    bodies = []
    for path in (*paths, "/admin/timeline/event/", "/admin/timeline/revision/"):
        answer = client.get(path)
        bodies.append(b"".join(answer) if answer.streaming else answer.content)
    return b"\n".join(bodies).decode()


def merge_into_other(acid: Event, tanker: Event) -> None:
    merge_events(tanker.pk, [acid.pk], NOBODY)


def merge_into_it(acid: Event, tanker: Event) -> None:
    merge_events(acid.pk, [tanker.pk], NOBODY)


def chain(acid: Event, tanker: Event) -> None:
    merge_events(acid.pk, [reported("A chemical spill closed a bridge in Namur on Saturday.", 3).pk], NOBODY)
    merge_events(tanker.pk, [acid.pk], NOBODY)


def merged_and_undone(acid: Event, tanker: Event) -> None:
    merge_events(acid.pk, [tanker.pk], NOBODY)
    undo(last_batch(), NOBODY)
    merge_events(tanker.pk, [acid.pk], NOBODY)
    undo(last_batch(), NOBODY)


def merged_and_split(acid: Event, tanker: Event) -> None:
    merge_events(acid.pk, [tanker.pk], NOBODY)
    report = acid.mentions.exclude(source__url="https://news.example/2").get()
    split_event(acid.pk, [report.pk], NOBODY)


def corrected(acid: Event, tanker: Event) -> None:
    merge_events(acid.pk, [tanker.pk], NOBODY)
    edit(Event.objects.get(pk=acid.pk), {"title": "Acid poured into the Meuse when a lorry tipped"}, NOBODY)


@pytest.mark.parametrize(
    "join", [merge_into_other, merge_into_it, chain, merged_and_undone, merged_and_split, corrected]
)
def test_no_surface_shows_an_erased_article_after_a_merge(
    acid: Event, tanker: Event, join: Any, admin_client: Client
) -> None:
    join(acid, tanker)
    assert "lorry" in json.dumps(list(Revision.objects.values_list("snapshot", flat=True)))

    then = erase_first()

    told = shown(then, admin_client) + stored()
    assert [word for word in WORDS if word in told] == []
    assert "tanker overturned" in told


def test_the_title_falls_to_that_of_the_report_that_is_left(acid: Event, tanker: Event) -> None:
    merge_events(acid.pk, [tanker.pk], NOBODY)

    erase_first()

    document = Client().get(f"/api/v1/events/{acid.pk}/").json()
    assert document["title"] == tanker.title
    assert len(document["sources"]) == 1


def test_a_title_that_another_article_gave_as_well_stays(acid: Event) -> None:
    same = reported(ACID, 2)
    merge_events(acid.pk, [same.pk], NOBODY)

    erase_first()

    assert Client().get(f"/api/v1/events/{acid.pk}/").json()["title"] == same.title


def test_a_title_in_words_of_a_curator_stays() -> None:
    gone, stays = a_source(url="https://news.example/1"), a_source()
    event = published(an_event(gone, stays))
    edit(event, {"title": "Collapse at the river"}, NOBODY)

    erase_first()

    assert Event.objects.get(pk=event.pk).title == "Collapse at the river"
