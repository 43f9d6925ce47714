"""Which mentions in different articles may be of one happening: suggested with a score and reasons, never decided.

A day and another day contradict each other; a month or a year does not contradict a day in it. Names that all the
articles share tell little; words and names that few mentions share tell much (inverse document frequency).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from extraction.matching.blocking import FOLLOW_UP_DAYS, Mention, Read, Time, candidates, read_mentions
from extraction.matching.synonyms import contradictions
from extraction.matching.terms import weights

# The score that a pair needs: where the days agree, where wider datings do not contradict each other, and where a date
# is known on one side only. The less the dates say, the more the words must.
SAME_DAY, SAME_SPAN, ONE_SIDED = 0.22, 0.36, 0.36
# Where the dates do not agree to some days, at least so much of the words (names apart) must be shared.
# (or, within a month, nearly all that is told must stand in the other's article).
LEAST_WORDS, FULL_COVER = 0.15, 0.5
MONTH = dt.timedelta(days=31)
# How much each agreement adds: what one tells found in the other's article, shared words, names, whole articles.
COVER, WORDS, NAMES, CONTEXT = 0.75, 0.35, 0.1, 0.1
# Each contradiction in what was done to whom takes this much away.
CONTRADICTED = 0.65
# A mention of few rare words proves little: its weight counts as at least this.
LEAST_WEIGHT = 6.0
# Datings up to this width agree to some days.
NARROW = dt.timedelta(days=10)
# Two undated reports of one event appear within so many days.
NEWS_DAYS = 4


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two mentions that may be of one event: score from 0 to 1, and why, in sentences."""

    first: Hashable
    second: Hashable
    score: float
    reasons: tuple[str, ...]


def suggest(mentions: Iterable[Mention], same_names: Mapping[str, str] | None = None) -> list[Suggestion]:
    """The pairs of mentions that may be of one event, the best first. Near linear in the number of mentions.

    `same_names` gives for a name in lower case the one that stands for it (`terms.aliases`).
    """
    known = same_names or {}
    read = read_mentions(mentions, known)
    weight = weights(one.told for one in read)
    for one in read:
        one.weight = fsum(weight[term] for term in one.told)
    about = weights({one.mention.source: one.context for one in read}.values())
    # A pair may be found by its days and by its years.
    compared = {(s.first, s.second): s for s in _compared(read, weight, about)}
    source = {one.mention.key: one.mention.source for one in read}
    found = _mutual(compared.values(), source)
    return sorted(found, key=lambda s: (-s.score, str(s.first), str(s.second)))


def _compared(read: list[Read], weight: Mapping[str, float], about: Mapping[str, float]) -> Iterator[Suggestion]:
    for one, other in candidates(read, weight):
        suggestion = _compare(one, other, weight, about)
        if suggestion is not None:
            yield suggestion


def _compare(one: Read, other: Read, weight: Mapping[str, float], about: Mapping[str, float]) -> Suggestion | None:
    if (one.mention.occurrence == "denied") != (other.mention.occurrence == "denied"):
        return None
    when, needed, why = _compatible(*_plans(one, other))
    if not when:
        return None
    cover = (_covered(one, other, weight) + _covered(other, one, weight)) / 2
    if when * (COVER * cover + WORDS + NAMES + CONTEXT) < needed or not (cover or one.words & other.words):
        return None
    words, shared_words = _overlap(one.words, other.words, weight)
    if when * (COVER * cover + WORDS * words + NAMES + CONTEXT) < needed:
        return None
    named, shared_names = _overlap(one.named, other.named, weight)
    context, _ = _overlap(one.context, other.context, about)
    told = words >= LEAST_WORDS or (cover >= FULL_COVER and _width_within(one.time, other.time, MONTH))
    if needed > SAME_DAY and not told:
        return None
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
    return Suggestion(one.mention.key, other.mention.key, score, tuple(reasons))


def _plans(one: Read, other: Read) -> tuple[Time, Time]:
    """The datings of two mentions. A plan that its article only sets after itself contradicts no date of that plan."""
    if one.mention.occurrence == other.mention.occurrence == "planned":
        first, second = (Time(None, None, t.published) if t.latest is None else t for t in (one.time, other.time))
        return first, second
    return one.time, other.time


def _covered(one: Read, other: Read, weight: Mapping[str, float]) -> float:
    """How much of what a mention tells stands anywhere in the other's article."""
    found = fsum(weight[term] for term in one.told & other.context)
    return found / max(one.weight, LEAST_WEIGHT)


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


def _compatible(one: Time, other: Time) -> tuple[float, float, str]:
    """How far two datings support that it was one happening (0: they exclude it), the score it then needs, and why."""
    earliest = max((day for day in (one.earliest, other.earliest) if day), default=None)
    latest = min((day for day in (one.latest, other.latest) if day), default=None)
    if earliest is not None and latest is not None and earliest > latest:
        return 0.0, 1.0, ""
    closed = [time for time in (one, other) if time.closed]
    if len(closed) == 2:
        widest = max(time.width for time in closed)
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
    if apart <= FOLLOW_UP_DAYS and closed and closed[0].width <= NARROW:
        return 0.6, ONE_SIDED, why
    return 0.0, 1.0, ""


def _width_within(one: Time, other: Time, width: dt.timedelta) -> bool:
    """Whether no dating that is known on both sides is wider than `width`."""
    return all(time.width <= width for time in (one, other) if time.closed)


def _shown(time: Time) -> str:
    return f"{time.earliest}" if time.earliest == time.latest else f"{time.earliest} to {time.latest}"


def _overlap(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> tuple[float, frozenset[str]]:
    """How much of the smaller side the two share, rare terms counting for more; little weight proves little."""
    shared = one & other
    if not shared:
        return 0.0, shared
    common = fsum(weight[term] for term in shared)
    least = min(fsum(weight[term] for term in side) for side in (one, other))
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
