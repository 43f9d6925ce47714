"""Which mentions in different articles may be of one happening: suggested with a score and reasons, never decided.

A day and another day contradict each other; a month or a year does not contradict a day in it. Names that all the
articles share tell little; words and names that few mentions share tell much (inverse document frequency).
"""

from __future__ import annotations

import datetime as dt
import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extraction.matching.synonyms import contradictions, stem_meanings
from extraction.matching.terms import alias_pattern, names, terms, unified, weights
from extraction.types import DateValue, Occurrence

# The score that a pair needs: where the days agree, where wider datings do not contradict each other, and where a date
# is known on one side only. The less the dates say, the more the words must.
SAME_DAY, SAME_SPAN, ONE_SIDED = 0.3, 0.36, 0.45
# Where the dates do not agree to some days, at least so much of the words (names apart) must be shared.
LEAST_WORDS = 0.15
# How much each agreement adds: what one tells found in the other's article, shared words, names, whole articles.
COVER, WORDS, NAMES, CONTEXT = 0.75, 0.35, 0.1, 0.1
# Each contradiction in what was done to whom takes this much away.
CONTRADICTED = 0.65
# A mention of few rare words proves little: its weight counts as at least this.
LEAST_WEIGHT = 6.0
# A mention is compared with so many others of each block that follow it in time.
WINDOW = 12
# How many of a mention's rarest terms and names serve to find others.
KEYS = 8
# Datings up to this width agree to some days.
NARROW = dt.timedelta(days=10)
# Two undated reports of one event appear within so many days; a report may follow a dated one so much later.
NEWS_DAYS, FOLLOW_UP_DAYS = 4, 14
GENERIC = frozenset(
    ("have", "get", "take", "make", "go", "come", "hold", "people", "person", "man", "woman", "include")
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An event as one article tells it.

    `text` is its reporting words, `about` the article's title and text, which tell whom the words mean. `source` is the
    article: mentions of one article are never suggested as one event.
    """

    key: Hashable
    source: Hashable
    text: str
    about: str = ""
    date: DateValue | None = None
    published: dt.date | None = None
    occurrence: Occurrence = "occurred"
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two mentions that may be of one event: score from 0 to 1, and why, in sentences."""

    first: Hashable
    second: Hashable
    score: float
    reasons: tuple[str, ...]


class _Time(NamedTuple):
    earliest: dt.date | None
    latest: dt.date | None
    published: dt.date | None


@dataclass(slots=True)
class _Read:
    mention: Mention
    time: _Time
    words: frozenset[str]
    named: frozenset[str]
    context: frozenset[str]
    order: int = field(default=0)


def suggest(mentions: Iterable[Mention], same_names: Mapping[str, str] | None = None) -> list[Suggestion]:
    """The pairs of mentions that may be of one event, the best first. Near linear in the number of mentions.

    `same_names` gives for a name in lower case the one that stands for it (`terms.aliases`).
    """
    known = same_names or {}
    pattern = alias_pattern(known)
    read = [_read(mention, known, pattern) for mention in mentions]
    weight = weights(one.words | one.named for one in read)
    about = weights(one.context for one in read)
    compared = (_compare(one, other, weight, about) for one, other in _candidates(read, weight))
    source = {one.mention.key: one.mention.source for one in read}
    found = _mutual((suggestion for suggestion in compared if suggestion is not None), source)
    return sorted(found, key=lambda s: (-s.score, str(s.first), str(s.second)))


def _read(mention: Mention, known: Mapping[str, str], pattern: re.Pattern[str] | None) -> _Read:
    text = unified(mention.text, known, pattern)
    who = unified(" ; ".join((*mention.places, *mention.actors)), known, pattern)
    about = unified(mention.about, known, pattern)
    named = frozenset(names(". " + text)) | frozenset(terms(who))
    words = _meant(frozenset(terms(text)) - named) - GENERIC
    time = _Time(
        mention.date.earliest if mention.date else None,
        mention.date.latest if mention.date else None,
        mention.published,
    )
    return _Read(mention, time, words, named, _meant(frozenset(names(about)) | frozenset(terms(about))))


def _meant(stems: frozenset[str]) -> frozenset[str]:
    """Stems with those of one meaning as one."""
    return frozenset(stem_meanings().get(term, term) for term in stems)


def _shared_keys(read: list[_Read]) -> dict[Hashable, list[str]]:
    """For each article the rarest of the terms that it shares with another."""
    contexts = {one.mention.source: one.context for one in read}
    spread = Counter(term for context in contexts.values() for term in context)
    return {
        source: heapq.nsmallest(
            KEYS, (term for term in context if spread[term] > 1), key=lambda term: (spread[term], term)
        )
        for source, context in contexts.items()
    }


def _candidates(read: list[_Read], weight: Mapping[str, float]) -> Iterator[tuple[_Read, _Read]]:
    """Pairs that share one of their rarest terms, or of their articles', each once, within a window of time."""
    blocks: dict[str, list[int]] = defaultdict(list)
    order = sorted(range(len(read)), key=lambda i: (_middle(read[i].time), i))
    about = _shared_keys(read)
    for place, i in enumerate(order):
        read[i].order = place
        keys = sorted(read[i].words | read[i].named, key=lambda term: (-weight[term], term))[:KEYS]
        for term in keys:
            blocks[term].append(i)
        for term in about[read[i].mention.source]:
            blocks["\0" + term].append(i)
    seen: set[int] = set()
    for block in blocks.values():
        for at, i in enumerate(block):
            for j in block[at + 1 : at + 1 + WINDOW]:
                pair = i * len(read) + j
                if pair not in seen and read[i].mention.source != read[j].mention.source:
                    seen.add(pair)
                    yield read[i], read[j]


def _middle(time: _Time) -> int:
    """Where in time a mention is compared: its first certain day, else the day of the report."""
    day = time.latest or time.published or time.earliest or dt.date.min
    return day.toordinal()


def _compare(one: _Read, other: _Read, weight: Mapping[str, float], about: Mapping[str, float]) -> Suggestion | None:
    if (one.mention.occurrence == "denied") != (other.mention.occurrence == "denied"):
        return None
    when, needed, why = _compatible(one.time, other.time)
    if not when:
        return None
    words, shared_words = _overlap(one.words, other.words, weight)
    named, shared_names = _overlap(one.named, other.named, weight)
    if (needed > SAME_DAY and words < LEAST_WORDS) or not (one.context and other.context):
        return None
    context, _ = _overlap(one.context, other.context, about)
    cover = (_covered(one, other, weight) + _covered(other, one, weight)) / 2
    score = when * min(1.0, COVER * cover + WORDS * words + NAMES * named + CONTEXT * context)
    score = round(score * CONTRADICTED ** contradictions(one.mention.text, other.mention.text), 3)
    if score < needed:
        return None
    reasons = [why]
    if shared_names:
        reasons.append("Both name " + _listed(shared_names, weight) + ".")
    if shared_words:
        reasons.append("Both say " + _listed(shared_words, weight) + ".")
    reasons.append(f"{round(100 * cover)} % of what each tells stands in the other's article.")
    first, second = sorted((one, other), key=lambda read: read.order)
    return Suggestion(first.mention.key, second.mention.key, score, tuple(reasons))


def _covered(one: _Read, other: _Read, weight: Mapping[str, float]) -> float:
    """How much of what a mention tells stands anywhere in the other's article."""
    told = one.words | one.named
    total = sum(weight[term] for term in sorted(told))
    return sum(weight[term] for term in sorted(told & other.context)) / max(total, LEAST_WEIGHT)


def _mutual(suggestions: Iterable[Suggestion], source: Mapping[Hashable, Hashable]) -> Iterator[Suggestion]:
    """Those in which each mention is the other's best in that article: one happening is seldom told twice there."""
    kept = list(suggestions)
    best: dict[tuple[Hashable, Hashable], float] = {}
    for suggestion in kept:
        for mine, theirs in ((suggestion.first, suggestion.second), (suggestion.second, suggestion.first)):
            at = mine, source[theirs]
            best[at] = max(best.get(at, 0.0), suggestion.score)
    for suggestion in kept:
        first, second = suggestion.first, suggestion.second
        if best[first, source[second]] == best[second, source[first]] == suggestion.score:
            yield suggestion


def _compatible(one: _Time, other: _Time) -> tuple[float, float, str]:
    """How far two datings support that it was one happening (0: they exclude it), the score it then needs, and why."""
    earliest = max((day for day in (one.earliest, other.earliest) if day), default=None)
    latest = min((day for day in (one.latest, other.latest) if day), default=None)
    if earliest is not None and latest is not None and earliest > latest:
        return 0.0, 1.0, ""
    closed = [time for time in (one, other) if time.earliest is not None and time.latest is not None]
    if len(closed) == 2:
        widest = max(_width(time) for time in closed)
        if widest == dt.timedelta(0):
            return 1.0, SAME_DAY, f"Both are dated {earliest}."
        if widest <= NARROW:
            return 0.95, SAME_DAY, f"Their dates overlap, {earliest} to {latest}."
        return 0.8, SAME_SPAN, f"Their dates do not contradict each other: {_shown(one)} and {_shown(other)}."
    if one.published is None or other.published is None:
        return 0.0, 1.0, ""
    apart = abs((one.published - other.published).days)
    why = f"The articles appeared {apart} days apart."
    if apart <= NEWS_DAYS:
        return 0.85, ONE_SIDED, why
    if apart <= FOLLOW_UP_DAYS and closed and _width(closed[0]) <= NARROW:
        return 0.6, ONE_SIDED, why
    return 0.0, 1.0, ""


def _width(time: _Time) -> dt.timedelta:
    return (time.latest or dt.date.max) - (time.earliest or dt.date.min)


def _shown(time: _Time) -> str:
    return f"{time.earliest}" if time.earliest == time.latest else f"{time.earliest} to {time.latest}"


def _overlap(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> tuple[float, frozenset[str]]:
    """How much of the smaller side the two share, rare terms counting for more; little weight proves little."""
    shared = one & other
    if not shared:
        return 0.0, shared
    common = sum(weight[term] for term in sorted(shared))
    least = min(sum(weight[term] for term in sorted(side)) for side in (one, other))
    return common / max(least, LEAST_WEIGHT), shared


def _listed(shared: frozenset[str], weight: Mapping[str, float]) -> str:
    return ", ".join(sorted(shared, key=lambda term: (-weight[term], term))[:6])


def joined(keys: Sequence[Hashable], suggestions: Iterable[Suggestion]) -> list[list[Hashable]]:
    """The keys in groups, those that suggestions connect together, in the order given."""
    parent = {key: key for key in keys}

    def root(key: Hashable) -> Hashable:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for suggestion in suggestions:
        parent[root(suggestion.second)] = root(suggestion.first)
    groups: dict[Hashable, list[Hashable]] = {}
    for key in keys:
        groups.setdefault(root(key), []).append(key)
    return list(groups.values())


__all__ = ["Mention", "Suggestion", "joined", "suggest"]
