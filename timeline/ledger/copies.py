"""Which sources carry another's text: found by comparing, shown by what is published, corrected by people."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from timeline.ledger import entries
from timeline.ledger.write import Author, Change, write
from timeline.models import Action, Source


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
        changes = []
        for source in moved:
            changed += 1
            source.copy_of_id = copies[source.pk]
            if source.pk in public:
                changes.append(Change(source, Action.EDITED))
            else:
                Source.objects.filter(pk=source.pk).update(copy_of=source.copy_of_id)
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
