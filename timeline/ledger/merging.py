"""Merging and splitting: nothing is lost, and old addresses lead on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import OperationalError, transaction

from extraction.names import folded
from timeline.ledger.dating import settle
from timeline.ledger.write import Author, Change, Conflict, write
from timeline.models import Action, Event, Mention, Source, Speaker, State, Statement

#: An importer holds articles while it waits for a speaker, a merge the other way round: where the
#: database breaks the knot, we try again.
ATTEMPTS = 5
P = ParamSpec("P")
R = TypeVar("R")


class MergeError(Exception):
    """What was asked for makes no sense; the message says why, for people."""


def whole(function: Callable[P, R]) -> Callable[P, R]:
    """Run as one transaction, again where another one was in the way."""

    @wraps(function)
    def attempt(*args: P.args, **kwargs: P.kwargs) -> R:
        nested = transaction.get_connection().in_atomic_block
        for left in reversed(range(ATTEMPTS)):
            try:
                with transaction.atomic():
                    return function(*args, **kwargs)
            except (OperationalError, Conflict):
                if nested or not left:
                    raise
        raise AssertionError("unreachable")

    return attempt


@whole
def merge_speakers(kept: int, others: Iterable[int], author: Author) -> Speaker:
    """Give all statements of the others to the one that is kept; returns it.

    The others stay as redirects, and their names become aliases, so that the next article that
    prints one finds the right person. Raises MergeError.
    """
    found = _locked(Speaker, kept, others)
    speaker: Speaker = found.pop(kept)
    if not found:
        raise MergeError("Choose at least two.")
    ids = sorted(found)
    # Whoever was merged into one of them before is led straight on: redirects never chain.
    earlier = list(Speaker.objects.select_for_update().filter(merged_into__in=ids).order_by("pk"))
    statements = list(
        Statement.objects.select_for_update(of=("self",))
        .filter(speaker__in=ids)
        .select_related("source")
        .order_by("pk")
    )
    for other in found.values():
        speaker.aliases = _names([*speaker.aliases, other.name, *other.aliases], speaker.name)
        speaker.organisation = speaker.organisation or other.organisation
    for other in (*found.values(), *earlier):
        other.merged_into = speaker
    for statement in statements:
        statement.speaker = speaker
    _hold([speaker], ["aliases"], author)
    records = [speaker, *found.values(), *earlier, *statements]
    write([Change(record, Action.MERGED) for record in records], author)
    return speaker


@whole
def split_speaker(speaker_id: int, name: str, statements: Iterable[int], author: Author) -> Speaker:
    """Make a speaker of this name and give it these statements of the first; returns the new one. Raises MergeError."""
    speaker = _locked(Speaker, speaker_id, ())[speaker_id]
    name = " ".join(name.split())[:200]
    key = folded(name)[:200]
    if not key:
        raise MergeError("The new speaker needs a name.")
    if Speaker.objects.filter(key=key).exists():
        raise MergeError("A speaker of this name is already here: give the statements to that one instead.")
    moved = list(
        Statement.objects.select_for_update(of=("self",))
        .filter(speaker=speaker, pk__in=list(statements))
        .select_related("source")
        .order_by("pk")
    )
    if not moved:
        raise MergeError("Choose at least one statement of this speaker.")
    new = Speaker(name=name, key=key, held=["name"] if author.user else [])
    for statement in moved:
        statement.speaker = new
    speaker.aliases = [alias for alias in speaker.aliases if folded(alias) != key]
    _hold(moved, ["speaker"], author)
    write(
        [Change(new, Action.CREATED), Change(speaker, Action.SPLIT), *(Change(s, Action.SPLIT) for s in moved)], author
    )
    return new


@whole
def merge_events(kept: int, others: Iterable[int], author: Author) -> Event:
    """Let one event stand for all: it is reported by all their sources; returns it. Raises MergeError.

    Its title stays. Its date and whether it happened are what most independent sources support, unless a person has
    set them; what the other sources say of the date is shown beside it.
    """
    found = _locked(Event, kept, others)
    event: Event = found.pop(kept)
    if not found:
        raise MergeError("Choose at least two.")
    ids = sorted(found)
    earlier = list(Event.objects.select_for_update().filter(merged_into__in=ids).order_by("pk"))
    mentions = list(Mention.objects.filter(event__in=ids).select_related("source").order_by("pk"))
    for other in found.values():
        event.actors = _names([*event.actors, *other.actors])
        event.tags = _names([*event.tags, *other.tags])
        event.places = _places([*event.places, *other.places])
        event.summary = event.summary or other.summary
        if other.state == State.PUBLISHED:
            event.state = State.PUBLISHED
    for other in (*found.values(), *earlier):
        other.merged_into = event
    settle(event, [*event.mentions.select_related("source").order_by("pk"), *mentions])
    _hold([event], ["merged"], author)
    write(
        [
            *(Change(other, Action.MERGED) for other in (*found.values(), *earlier)),
            Change(event, Action.MERGED, mentions=mentions),
        ],
        author,
    )
    return event


@whole
def split_event(event_id: int, mentions: Iterable[int], author: Author) -> Event:
    """Make an event of these reports of another; returns the new one. Raises MergeError."""
    event = _locked(Event, event_id, ())[event_id]
    reports = list(event.mentions.select_related("source").order_by("pk"))
    chosen = set(mentions)
    moved = [mention for mention in reports if mention.pk in chosen]
    if not moved or len(moved) == len(reports):
        raise MergeError("Choose some of the reports, and leave at least one.")
    first = moved[0]
    new = Event(
        title=" ".join(first.text.split())[:300],
        occurrence=event.occurrence,
        background=event.background,
        places=event.places,
        actors=event.actors,
        held=["merged"] if author.user else [],
    )
    settle(new, moved)
    settle(event, [mention for mention in reports if mention.pk not in chosen])
    _hold([event], ["merged"], author)
    write([Change(event, Action.SPLIT), Change(new, Action.CREATED, mentions=moved)], author)
    return new


def _locked(model: type[Any], kept: int, others: Iterable[int]) -> dict[int, Any]:
    """The records by number, the kept one among them, held until the transaction ends. Raises MergeError."""
    ids = {kept, *others}
    # Articles before speakers, as everywhere: whoever takes locks in the same order never waits in a ring.
    if model is Speaker:
        statements = Statement.objects.filter(speaker__in=ids)
        list(Source.objects.select_for_update(no_key=True).filter(pk__in=statements.values("source")).order_by("pk"))
    found = {row.pk: row for row in model.objects.select_for_update().filter(pk__in=ids).order_by("pk")}
    if missing := ids - found.keys():
        raise MergeError(f"There is no {model.KIND} {min(missing)}.")
    if gone := [row for row in found.values() if row.merged_into_id]:
        raise MergeError(f"“{gone[0]}” has been merged already.")
    return found


def _hold(records: Sequence[Any], names: list[str], author: Author) -> None:
    if author.user is not None:
        for record in records:
            record.held = sorted({*record.held, *names})


def _names(names: list[str], own: str = "") -> list[str]:
    """The names without repetitions, as names are compared."""
    seen = {folded(own)}
    found = []
    for name in names:
        if folded(name) not in seen:
            seen.add(folded(name))
            found.append(name)
    return found


def _places(places: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each place once: by its name and where it lies, for two places may share a name; one that is known as words alone
    is left out where another of its name has coordinates.
    """
    found: dict[tuple[str, Any, Any], dict[str, Any]] = {}
    located = {folded(place["name"]) for place in places if place.get("lat") is not None}
    for place in places:
        name = folded(place["name"])
        if place.get("lat") is not None or name not in located:
            found.setdefault((name, place.get("lat"), place.get("lon")), place)
    return list(found.values())
