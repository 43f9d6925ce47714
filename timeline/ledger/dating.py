"""The date and the occurrence of an event that several sources report: chosen among theirs, never averaged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from timeline.models import Event, Mention
from timeline.models.event import Occurrence

#: The columns that an event takes from the report that dates it best.
WHEN = ("edtf", "earliest", "latest", "precision", "date_text", "anchor", "rule", "readings", "basis")


def settle(event: Event, mentions: Iterable[Mention]) -> bool:
    """Give the event what its reports support best; what a person has set stays. Returns whether anything changed.

    The sources of the reports must be loaded. What no report says, a date or whether it happened, stays as it is.
    """
    mentions = list(mentions)
    given = {}
    best = best_dating(mentions)
    if best is not None and "edtf" not in event.held:
        given = {name: getattr(best, name) for name in WHEN}
    occurrence = best_occurrence(mentions)
    if occurrence and "occurrence" not in event.held:
        given["occurrence"] = occurrence
    changed = [name for name, value in given.items() if getattr(event, name) != value]
    for name in changed:
        setattr(event, name, given[name])
    return bool(changed)


def best_dating(mentions: Iterable[Mention]) -> Mention | None:
    """The mention whose date most independent sources support, at the finest precision; None where none has a date.

    A source supports a date where its own says the same or less: "2017" supports December 2017, and
    14 July contradicts 15 July. Copies of one text count as one source. Where as many support one as
    another, the finer is taken; then the one that more sources say outright; then the earlier.
    """
    dated = [mention for mention in mentions if mention.earliest is not None and mention.latest is not None]
    if not dated:
        return None

    def merit(mention: Mention) -> tuple[int, int, int, int, int]:
        first, last = _bounds(mention)
        support = {_source(m) for m in dated if _bounds(m)[0] <= first and last <= _bounds(m)[1]}
        outright = {_source(m) for m in dated if _bounds(m) == (first, last)}
        return len(support), -(last - first).days, len(outright), -first.toordinal(), -mention.pk

    return max(dated, key=merit)


def best_occurrence(mentions: Iterable[Mention]) -> str:
    """What most independent sources say of whether it happened; empty where none says.

    A plan counts only as long as nobody tells what came of it. Where as many sources say one as another, the one that
    was published last is taken.
    """
    told = [mention for mention in mentions if mention.occurrence]
    told = [mention for mention in told if mention.occurrence != Occurrence.PLANNED] or told
    if not told:
        return ""

    def merit(mention: Mention) -> tuple[int, dt.date, int]:
        sources = {_source(other) for other in told if other.occurrence == mention.occurrence}
        return len(sources), mention.source.latest or dt.date.min, mention.pk

    return max(told, key=merit).occurrence


def _bounds(mention: Mention) -> tuple[dt.date, dt.date]:
    assert mention.earliest is not None
    assert mention.latest is not None
    return mention.earliest, mention.latest


def _source(mention: Mention) -> int:
    return mention.source.copy_of_id or mention.source_id
