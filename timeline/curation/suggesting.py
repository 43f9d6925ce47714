"""Looking for speakers and events that may be one; what is found waits for a person."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from django.db.models import QuerySet
from django.db.models.functions import Left

from extraction import DateValue, names_alike
from extraction.matching import RECALL_DAYS
from extraction.matching import Mention as Told
from extraction.matching import suggest as suggest_events_of
from timeline.models import Event, Mention, Speaker, State, Statement, Suggestion
from timeline.models.dates import OPEN_END, OPEN_START

BATCH = 1000
#: Characters of an article that tell whom its words mean.
ABOUT = 4000
#: The rules of dates that no words of a report state.
GUESSED = ("event-inherited", "event-context")
#: Reports with which one of a new article is compared: so many of its day and before, so many after; and all at once.
NEAR, AT_ONCE = 300, 4000


def suggest_speakers(new: Collection[int] | None = None) -> int:
    """Suggest pairs of speakers, of which one is in `new` where that is given; returns how many are new."""
    rows = Speaker.objects.filter(merged_into=None).exclude(key__startswith="erased:").order_by("id")
    names = {number: (name, *aliases) for number, name, aliases in rows.values_list("id", "name", "aliases").iterator()}
    pairs = names_alike.suggest(names, new)
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
        _compare(window, None, found)
    return _keep("event", found)


def suggest_of(sources: Collection[int]) -> int:
    """Suggest what the speakers and events of these articles may be one with; returns how many pairs are new.

    What an import asks for when it ends: its cost follows the articles, not what was there before them, but for the
    names, which are all looked at. Only reports near in time are compared; `suggest_events` compares more.
    """
    speakers = Statement.objects.filter(source__in=sources, speaker__merged_into=None).exclude(speaker=None)
    new = set(speakers.values_list("speaker", flat=True)) - {None}
    kept = suggest_speakers({number for number in new if number is not None}) if new else 0
    found: dict[tuple[int, int], tuple[float, list[str]]] = {}
    reports = dict(Mention.objects.filter(source__in=sources).values_list("pk", "latest"))
    for near in _near(reports.items()):
        _compare(near, reports.keys(), found)
    return kept + _keep("event", found)


def _compare(
    reports: list[Mention], new: Collection[int] | None, found: dict[tuple[int, int], tuple[float, list[str]]]
) -> None:
    """Add to what is found the pairs of events of these reports, of which one report is in `new` where it is given."""
    event_of = {mention.pk: mention.event_id for mention in reports}
    for pair in suggest_events_of([_told(mention) for mention in reports]):
        one, other = int(str(pair.first)), int(str(pair.second))
        if new is not None and one not in new and other not in new:
            continue
        first, second = sorted((event_of[one], event_of[other]))
        if first != second and pair.score > found.get((first, second), (0.0, []))[0]:
            found[first, second] = (pair.score, [reason.rstrip(".") for reason in pair.reasons])


def _reports() -> QuerySet[Mention]:
    """The reports of events that may still be merged, with as much of their articles as is compared."""
    events = Event.objects.filter(merged_into=None).exclude(state=State.REJECTED)
    rows = Mention.objects.filter(event__in=events).select_related("source", "event").defer("source__text")
    return rows.annotate(about=Left("source__text", ABOUT))


def _windows() -> Iterator[list[Mention]]:
    """All reports, a year at a time with what its articles may recall and a month more: memory stays bounded."""
    rows = _reports().order_by("pk")
    years = rows.filter(latest__isnull=False).dates("latest", "year")
    for year in [day.year for day in years]:
        last = dt.date(year + 1, 1, 31) if year < OPEN_END.year else OPEN_END
        first = dt.date(year, 1, 1) - dt.timedelta(days=min(RECALL_DAYS, dt.date(year, 1, 1).toordinal() - 1))
        yield list(rows.filter(latest__gte=first, latest__lte=last).iterator(BATCH))
    yield list(rows.filter(latest=None).iterator(BATCH))


def _near(new: Iterable[tuple[int, dt.date | None]]) -> Iterator[list[Mention]]:
    """The reports of these numbers and days with those nearest in time, as many at once as memory bears."""
    of_day: dict[dt.date | None, list[int]] = defaultdict(list)
    for number, day in new:
        of_day[day].append(number)
    chunk: set[int] = set()
    for day in sorted(of_day, key=lambda day: day or dt.date.min):
        chunk.update((*of_day[day], *_around(day)))
        if len(chunk) >= AT_ONCE:
            yield list(_reports().filter(pk__in=chunk).order_by("pk"))
            chunk = set()
    if chunk:
        yield list(_reports().filter(pk__in=chunk).order_by("pk"))


def _around(day: dt.date | None) -> Iterator[int]:
    """The reports of a day and before, and of the days after it: of one day those that came in last."""
    rows = Mention.objects.values_list("pk", flat=True)
    if day is None:
        yield from rows.filter(latest=None).order_by("-pk")[: 2 * NEAR]
        return
    yield from rows.filter(latest__lte=day).order_by("-latest", "-pk")[:NEAR]
    yield from rows.filter(latest__gt=day).order_by("latest", "pk")[:NEAR]


def _told(mention: Mention) -> Told:
    source = mention.source
    return Told(
        key=mention.pk,
        source=source.pk,
        text=mention.text,
        about=f"{source.title}. {mention.about}",  # type: ignore[attr-defined]
        date=_date(mention),
        published=source.latest if source.latest and source.latest != OPEN_END else None,
        occurrence=mention.event.occurrence,  # type: ignore[arg-type]
        places=tuple(place["name"] for place in mention.event.places),
        actors=tuple(mention.event.actors),
        title=mention.event.title,
        guessed=mention.rule.startswith(GUESSED),
        recalled=mention.event.background,
        date_text=mention.date_text,
    )


def _date(mention: Mention) -> DateValue | None:
    return mention.date if mention.earliest not in (None, OPEN_START) or mention.latest else None


def _keep(kind: str, found: dict[tuple[int, int], tuple[float, list[str]]]) -> int:
    """Keep the pairs that are new; what a person has answered stays answered."""
    firsts = sorted({first for first, _ in found})
    there: set[tuple[int, int]] = set()
    for at in range(0, len(firsts), BATCH):
        known = Suggestion.objects.filter(kind=kind, first__in=firsts[at : at + BATCH])
        there.update(known.values_list("first", "second"))
    new = [
        Suggestion(kind=kind, first=first, second=second, score=score, reasons=reasons)
        for (first, second), (score, reasons) in sorted(found.items())
        if (first, second) not in there
    ]
    Suggestion.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    return len(new)
