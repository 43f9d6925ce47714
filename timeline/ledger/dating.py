"""The date of an event that several sources report: chosen among theirs, never averaged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from timeline.models import Mention


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


def _bounds(mention: Mention) -> tuple[dt.date, dt.date]:
    assert mention.earliest is not None
    assert mention.latest is not None
    return mention.earliest, mention.latest


def _source(mention: Mention) -> int:
    return mention.source.copy_of_id or mention.source_id
