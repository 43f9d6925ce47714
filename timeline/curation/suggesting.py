"""Looking for speakers and events that may be one; what is found waits for a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from extraction import DateValue, names_alike
from extraction.matching import Mention as Told
from extraction.matching import suggest as suggest_events_of
from timeline.models import Event, Mention, Speaker, State, Statement, Suggestion
from timeline.models.dates import OPEN_END, OPEN_START

BATCH = 1000
#: Characters of an article that tell whom its words mean.
ABOUT = 4000


def suggest_speakers() -> int:
    """Suggest pairs of speakers; returns how many are new."""
    rows = Speaker.objects.filter(merged_into=None).exclude(key__startswith="erased:").order_by("id")
    names = {number: (name, *aliases) for number, name, aliases in rows.values_list("id", "name", "aliases").iterator()}
    pairs = names_alike.suggest(names)
    known = {number for pair in pairs for number in (pair.first, pair.second)}
    roles: dict[int, set[str]] = {}
    said = Statement.objects.filter(speaker__in=known).exclude(role="").values_list("speaker_id", "role").distinct()
    for number, role in said.iterator():
        if number is not None:
            roles.setdefault(number, set()).add(" ".join(role.casefold().split()))
    found = {}
    for pair in pairs:
        first, second = sorted((pair.first, pair.second))
        shared = sorted(roles.get(first, set()) & roles.get(second, set()))
        reasons = [pair.reason, *(f"both are called “{role}”" for role in shared[:2])]
        found[first, second] = (min(1.0, pair.score + 0.05 * bool(shared)), reasons)
    return _keep("speaker", found)


def suggest_events() -> int:
    """Suggest pairs of events of different articles; returns how many are new."""
    found: dict[tuple[int, int], tuple[float, list[str]]] = {}
    for window in _windows():
        event_of = {mention.pk: mention.event_id for mention in window}
        told = [_told(mention) for mention in window]
        for pair in suggest_events_of(told):
            first, second = sorted((event_of[int(str(pair.first))], event_of[int(str(pair.second))]))
            if first != second and pair.score > found.get((first, second), (0.0, []))[0]:
                found[first, second] = (pair.score, [reason.rstrip(".") for reason in pair.reasons])
    return _keep("event", found)


def _windows() -> Iterator[list[Mention]]:
    """The reports of events that may still be merged, a year and a month at a time: memory stays bounded."""
    events = Event.objects.filter(merged_into=None).exclude(state=State.REJECTED)
    rows = Mention.objects.filter(event__in=events).select_related("source", "event").order_by("pk")
    years = rows.filter(latest__isnull=False).dates("latest", "year")
    for year in [day.year for day in years]:
        last = dt.date(year + 1, 1, 31) if year < OPEN_END.year else OPEN_END
        yield list(rows.filter(latest__gte=dt.date(year, 1, 1), latest__lte=last).iterator(BATCH))
    yield list(rows.filter(latest=None).iterator(BATCH))


def _told(mention: Mention) -> Told:
    source = mention.source
    return Told(
        key=mention.pk,
        source=source.pk,
        text=mention.text,
        about=f"{source.title}. {source.text[:ABOUT]}",
        date=_date(mention),
        published=source.latest if source.latest and source.latest != OPEN_END else None,
        occurrence=mention.event.occurrence,  # type: ignore[arg-type]
        places=tuple(place["name"] for place in mention.event.places),
        actors=tuple(mention.event.actors),
    )


def _date(mention: Mention) -> DateValue | None:
    return mention.date if mention.earliest not in (None, OPEN_START) or mention.latest else None


def _keep(kind: str, found: dict[tuple[int, int], tuple[float, list[str]]]) -> int:
    """Keep the pairs that are new; what a person has answered stays answered."""
    there = set(Suggestion.objects.filter(kind=kind).values_list("first", "second"))
    new = [
        Suggestion(kind=kind, first=first, second=second, score=score, reasons=reasons)
        for (first, second), (score, reasons) in sorted(found.items())
        if (first, second) not in there
    ]
    Suggestion.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    return len(new)
