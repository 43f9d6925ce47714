"""Which mentions are worth comparing: those that share rare terms, and whose days do not exclude each other."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from extraction.matching.reading import GUESS_DAYS, RECALL_DAYS, Read, Time, place_in_time

# A mention is compared with so many of the last before it that share a term.
# What only their articles share counts for less.
WINDOW, ABOUT_WINDOW = 10, 6
# How many of a mention's rarest terms, of its names, and of its article's terms serve to find others.
KEYS, NAME_KEYS, ABOUT_KEYS = 8, 4, 24
# A mention dated no closer than this is compared with so many of each of its years, in so many years.
WIDE, YEARLY, MAX_YEARS = dt.timedelta(days=31), 24, 12


def candidates(read: list[Read]) -> Iterator[tuple[Read, Read]]:
    """Pairs of mentions of different articles that share one of their rarest terms, or of their articles', each once.

    Mentions come in order of time, and each looks back at the last few of each of its terms; one that is dated no
    closer than to a season or year looks at the few of its terms in each of its years. So the cost is linear.
    """
    rare = _Rarest(one.told for one in read)
    contexts = {one.mention.source: one.context for one in read}
    across = _Rarest(contexts.values())
    shared = {source: tuple(across(ABOUT_KEYS, context)) for source, context in contexts.items()}
    when = [place_in_time(one.time).toordinal() for one in read]
    sure = [one.firm for one in read]
    told: dict[str, list[int]] = {}
    about: dict[str, list[int]] = {}
    yearly = _asked_for(read, rare)
    for i, one in enumerate(read):
        own, others = _keys(one, rare), shared[one.mention.source]
        # What was over before this day cannot be meant, nor before the second one by who names a day just so.
        since = bisect_left(when, _looks_back(one))
        first = one.time.earliest
        firm = bisect_left(when, first.toordinal()) if sure[i] and first is not None else since
        found: set[int] = set()
        # What one tells may be what the other's article is about, too.
        for key in (*own, *others):
            for recent in (told, about):
                block = recent.get(key)
                if block is None or block[-1] < since:
                    continue
                if block[0] >= firm:
                    found.update(block)
                else:
                    found.update(j for j in block if j >= firm or (j >= since and not sure[j]))
        for j in sorted(found):
            if read[j].mention.source != one.mention.source:
                yield read[j], one
        for key in own:
            _remember(told, key, i, WINDOW)
            of_year = yearly.get((key, place_in_time(one.time).year))
            if of_year is not None and len(of_year) < YEARLY:
                of_year.append(i)
        for key in others:
            _remember(about, key, i, ABOUT_WINDOW)
    for i, one in enumerate(read):
        years = _years(one.time)
        if years:
            found = {j for key in _keys(one, rare) for year in years for j in yearly[key, year]}
            for j in sorted(found - {i}):
                if read[j].mention.source != one.mention.source:
                    yield (read[j], one) if j < i else (one, read[j])


class _Rarest:
    """The terms that at least two of the sets hold, by how rare they are there."""

    def __init__(self, sets: Iterable[Iterable[str]]) -> None:
        spread = Counter(term for terms in sets for term in terms)
        self._terms = sorted((t for t, count in spread.items() if count > 1), key=lambda t: (spread[t], t))
        self._rank = {term: rank for rank, term in enumerate(self._terms)}

    def __call__(self, count: int, terms: Iterable[str]) -> list[str]:
        """So many of the terms, the rarest first."""
        ranks = sorted(self._rank[term] for term in terms if term in self._rank)
        return [self._terms[rank] for rank in ranks[:count]]


def _keys(one: Read, rare: _Rarest) -> list[str]:
    """What of a mention's own serves to find others."""
    return list(dict.fromkeys((*rare(KEYS, one.told), *rare(NAME_KEYS, one.named))))


def _remember(recent: dict[str, list[int]], key: str, number: int, window: int) -> None:
    """Keeps the last few mentions of a term."""
    block = recent.setdefault(key, [])
    block.append(number)
    if len(block) > window:
        del block[0]


def _looks_back(one: Read) -> int:
    """The day (ordinal) before which nothing that a mention is compared with can have happened."""
    time = one.time
    first = time.earliest or (time.published or dt.date.min)
    if one.mention.occurrence == "planned" and time.published is not None:
        first = min(first, time.published)  # a plan is made known before
    return first.toordinal() - (GUESS_DAYS if time.closed else time.within)


def _asked_for(read: Iterable[Read], rare: _Rarest) -> dict[tuple[str, int], list[int]]:
    """A place for the mentions of each term and year that a mention looks through years for."""
    return {(key, year): [] for one in read for year in _years(one.time) for key in _keys(one, rare)}


def _years(time: Time) -> range:
    """The years through which a mention looks: those of a wide dating, those that a recollection reaches back to."""
    first, last = time.earliest, time.latest
    if time.closed and time.width > WIDE and first and last:
        return range(first.year, min(last.year, first.year + MAX_YEARS) + 1)
    if time.recalled and first is None and time.published is not None:
        return range((time.published - dt.timedelta(days=RECALL_DAYS)).year, time.published.year + 1)
    return range(0)
