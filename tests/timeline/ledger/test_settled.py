"""What an event's reports say together: its date and whether it happened follow, whatever becomes of the reports."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from extraction import Article
from tests.timeline.ledger.made import a_source, an_event
from timeline.curation.dating import give_date
from timeline.importing import import_article
from timeline.ledger import Author, approve, edit, erase_source, link_copies, merge_events, split_event, undo
from timeline.models import Event, Mention, Revision, Source

pytestmark = pytest.mark.django_db
NOBODY = Author()
GROUND = Author(reason="court order 12/2026")
SUNDAY, SATURDAY = "2024-07-14", "2024-07-13"


def event_on(date: str, source: Source | None = None, **said: Any) -> Event:
    """A published event with one report, which says the same."""
    event = an_event(source or a_source(), date=date, **said)
    approve([event], NOBODY)
    Mention.objects.filter(event=event).update(occurrence=event.occurrence, basis=event.basis)
    return event


def merged(*events: Event, author: Author = NOBODY) -> Event:
    """The first, which stands for all."""
    merge_events(events[0].pk, [event.pk for event in events[1:]], author)
    return Event.objects.get(pk=events[0].pk)


def reported(text: str, number: int, published: str) -> Event:
    """The event that an imported article reports, published."""
    address = f"https://news.example/{number}"
    source = import_article(Article(text=text, url=address, published=published), NOBODY).source
    event = Event.objects.get(mentions__source=source)
    approve([event], NOBODY)
    return event


def when(event: Event) -> Any:
    return Client().get(f"/api/v1/events/{event.pk}/").json()["when"]


def last_batch() -> Any:
    return Revision.objects.exclude(action="rendered").latest("id").batch


@pytest.mark.parametrize("held", [False, True])
def test_the_date_follows_the_reports_that_an_erasure_leaves(held: bool, curator: User) -> None:
    gone = [a_source(), a_source()]
    event = merged(*(event_on(SUNDAY, source) for source in gone), event_on(SATURDAY))
    if held:
        edit(event, {"edtf": "2024-07-12"}, Author(user=curator))

    for source in gone:
        erase_source(source.pk, GROUND)

    assert when(event)["edtf"] == ("2024-07-12" if held else SATURDAY)


def test_the_date_of_an_erased_article_goes_where_nobody_else_gives_one() -> None:
    gone = a_source()
    event = merged(event_on(SUNDAY, gone), event_on(""))

    erase_source(gone.pk, GROUND)

    assert when(event) is None


@pytest.mark.parametrize("by_hand", [False, True])
def test_the_date_follows_where_sources_turn_out_to_be_copies(by_hand: bool, curator: User) -> None:
    first, second, third = a_source(), a_source(), a_source()
    event = merged(
        *(event_on(SUNDAY, source) for source in (first, second, third)), *(event_on(SATURDAY) for _ in range(2))
    )
    assert when(event)["edtf"] == SUNDAY

    if by_hand:
        for copy in (second, third):
            edit(Source.objects.get(pk=copy.pk), {"copy_of": first}, Author(user=curator))
    else:
        link_copies({second.pk: first.pk, third.pk: first.pk}, NOBODY)

    assert when(event)["edtf"] == SATURDAY
    undo(last_batch(), NOBODY)
    assert when(event)["edtf"] == (SATURDAY if by_hand else SUNDAY)


def test_a_merged_date_says_how_it_is_known_and_others_which_source_gives_them() -> None:
    kept = event_on("2024-07", basis="inherited")
    other = event_on(SATURDAY, basis="stated")

    event = merged(kept, other)

    document = Client().get(f"/api/v1/events/{event.pk}/").json()
    assert (document["when"]["edtf"], document["when"]["basis"]) == (SATURDAY, "stated")
    [alternative] = document["when_alternatives"]
    number = Revision.objects.get(kind="event", record_id=kept.pk, version=1).snapshot["mentions"][0]["source_id"]
    assert (alternative["basis"], alternative["sources"]) == ("inherited", [number])


@pytest.mark.parametrize(
    ("told", "becomes"),
    [
        (("planned", "occurred"), "occurred"),
        (("planned", "planned", "occurred"), "occurred"),
        (("occurred", "alleged", "alleged"), "alleged"),
        (("planned", "planned"), "planned"),
    ],
)
def test_whether_it_happened_is_what_most_sources_say_and_no_plan_once_it_did(
    told: tuple[str, ...], becomes: str
) -> None:
    event = merged(*(event_on(SUNDAY, occurrence=word) for word in told))

    assert Client().get(f"/api/v1/events/{event.pk}/").json()["occurrence"] == becomes


def test_the_later_of_two_sources_says_whether_it_happened() -> None:
    later = event_on(SUNDAY, a_source(date="2024-07-20"), occurrence="denied")
    earlier = event_on(SUNDAY, a_source(date="2024-07-15"), occurrence="alleged")

    assert merged(later, earlier).occurrence == "denied"


def test_what_a_curator_says_of_whether_it_happened_stays(curator: User) -> None:
    event = event_on(SUNDAY, occurrence="planned")
    edit(event, {"occurrence": "alleged"}, Author(user=curator))

    assert merged(event, event_on(SUNDAY)).occurrence == "alleged"


def test_the_desk_shows_what_each_report_says(admin_client: Client) -> None:
    event = merged(event_on(SUNDAY, occurrence="planned"), event_on(SATURDAY))

    shown = admin_client.get(f"/admin/review/event/{event.pk}/").content.decode()

    assert "planned, 14 July 2024" in shown
    assert "occurred, 13 July 2024" in shown


def test_an_article_dated_after_the_merge_gives_its_date() -> None:
    dated = reported("A tanker overturned in Namur on Saturday.", 1, "2024-07-16")
    undated = reported("A lorry tipped over in Namur on Sunday.", 2, "")
    event = merged(dated, undated)
    batch = last_batch()
    assert when(event)["edtf"] == SATURDAY

    source = Source.objects.get(url="https://news.example/2")
    give_date(source.pk, source.version, "2024-07-16", NOBODY)

    document = Client().get(f"/api/v1/events/{event.pk}/").json()
    given = {one["edtf"] for one in (document["when"], *document["when_alternatives"])}
    assert given == {SATURDAY, SUNDAY}
    assert undo(batch, NOBODY).left == []
    assert (when(dated)["edtf"], when(undated)["edtf"]) == (SATURDAY, SUNDAY)


def test_a_split_event_keeps_the_actors() -> None:
    event = merged(event_on(SUNDAY, actors=["Police"]), event_on(SUNDAY))
    report = event.mentions.order_by("pk").first()
    assert report is not None

    new = split_event(event.pk, [report.pk], NOBODY)

    assert Event.objects.get(pk=new.pk).actors == ["Police"]
