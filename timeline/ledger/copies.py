"""Which sources carry another's text: found by comparing, shown by what is published, corrected by people.

What of an event most independent sources support follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Count

from timeline.ledger import entries
from timeline.ledger.dating import settle
from timeline.ledger.write import Author, Change, write
from timeline.models import Action, Event, Mention, Source


def link_copies(copies: Mapping[int, int | None], author: Author) -> int:
    """Say of each source which one's text it carries (None: nobody's); returns how many are now another's than before.

    What a person has said of a source stays: an independent one gets no other, and a copy goes on with the one that it
    is a copy of, where that turns out to carry an older text. A source that is not public has no readers yet who could
    miss the change: only its column is set, so that importing in several processes leaves the same history.
    """
    changed = 0
    with transaction.atomic():
        sources = Source.objects.select_for_update().filter(pk__in=copies).order_by("pk")
        moved = [s for s in sources if s.copy_of_id != copies[s.pk] and _may_move(s, copies[s.pk])]
        public = entries.profiled(Source.KIND, [source.pk for source in moved])
        changes: list[Change] = []
        for source in moved:
            changed += 1
            source.copy_of_id = copies[source.pk]
            if source.pk in public:
                changes.append(Change(source, Action.EDITED))
            else:
                Source.objects.filter(pk=source.pk).update(copy_of=source.copy_of_id)
        changes += resettled(moved)
        if changes:
            write(changes, author)
    return changed


def _may_move(source: Source, other: int | None) -> bool:
    return "copy_of" not in source.held or (source.copy_of_id is not None and other is not None)


def carried_along(source: Source) -> list[Source]:
    """The copies of a source that is said to be another's: they are that one's now, set so and not yet written."""
    if source.copy_of_id is None:
        return []
    copies = list(Source.objects.select_for_update().filter(copy_of=source.pk).order_by("pk"))
    for copy in copies:
        copy.copy_of_id = source.copy_of_id
    return copies


def resettled(sources: Iterable[Source]) -> list[Change]:
    """The events whose date or occurrence is another, now that these sources, as given, are whose copies they are."""
    given = {source.pk: source for source in sources}
    told = Mention.objects.filter(source__in=given).values("event")
    several = Mention.objects.filter(event__in=told).values("event").annotate(n=Count("pk")).filter(n__gt=1)
    found = list(Event.objects.filter(pk__in=several.values("event")).order_by("pk"))
    reports: dict[int, list[Mention]] = {}
    for mention in Mention.objects.filter(event__in=found).select_related("source").order_by("pk"):
        mention.source = given.get(mention.source_id, mention.source)
        reports.setdefault(mention.event_id, []).append(mention)
    return [Change(event, Action.EDITED) for event in found if settle(event, reports[event.pk])]
