"""Which mentions in different articles may be of one happening: suggested with a score and reasons, never decided.

A day and another day contradict each other; a month or a year does not contradict a day in it. Names that all the
articles share tell little; words and names that few mentions share tell much (inverse document frequency).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum, log

from extraction.matching.blocking import candidates
from extraction.matching.collecting import without_cycles
from extraction.matching.likeness import EVERYWHERE, When, elsewhere, features, likeness, possible, score, told, when
from extraction.matching.reading import Mention, Read, Time, read_mentions, written
from extraction.matching.terms import weights

# What is suggested: a curator declines a wrong pair at a glance, and finds a missing one only by chance.
LEAST = 0.06
# How long before an article that tells of it a plan was made known.
NEWS = dt.timedelta(days=3)
NIGHT_OFF = dt.timedelta(days=1)
# "Tuesday night" is one of a row, as a day is; "overnight", "before dawn" may belong to either of two days.
NIGHT_OF = re.compile(r"(?i)\bnight$")


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
    with without_cycles():
        return _suggested(mentions, same_names or {})


def _suggested(mentions: Iterable[Mention], same_names: Mapping[str, str]) -> list[Suggestion]:
    read, weight, about = weighed(mentions, same_names)
    # A pair may be found by its days and by its years.
    compared = {(s.first, s.second): (rank, s) for rank, s in _compared(read, weight, about)}
    source = {one.mention.key: one.mention.source for one in read}
    found = sorted(
        _mutual(compared.values(), source), key=lambda pair: (-pair[0], str(pair[1].first), str(pair[1].second))
    )
    by_key = {one.mention.key: one for one in read}
    kept = (
        replace(s, reasons=_reasons(by_key[s.first], by_key[s.second], weight))
        for s in consistent((suggestion for _, suggestion in found), read)
    )
    return sorted(kept, key=lambda s: (-s.score, str(s.first), str(s.second)))


def weighed(
    mentions: Iterable[Mention], same_names: Mapping[str, str]
) -> tuple[list[Read], dict[str, float], dict[str, float]]:
    """The mentions taken apart in order of time; how much each term tells among mentions, and among articles."""
    read = read_mentions(mentions, same_names)
    weight = weights(one.told | one.sorts for one in read)
    contexts = {one.mention.source: one.context for one in read}
    about = weights(contexts.values())
    mass = {source: fsum(about[term] - EVERYWHERE for term in context) for source, context in contexts.items()}
    rarest = log(1 + len(contexts) / 2)
    for one in read:
        one.weight = fsum(weight[term] for term in one.told)
        one.mass = mass[one.mention.source]
        one.rarest = rarest
    return read, weight, about


def datings(one: Read, other: Read) -> When | None:
    """How the datings of two mentions agree, None where they exclude each other, or where one denies."""
    if (one.mention.occurrence == "denied") != (other.mention.occurrence == "denied"):
        return None
    found = when(*_plans(one, other))
    return found if found is not None else _by_night(one, other) or _announced(one, other)


def _by_night(one: Read, other: Read) -> When | None:
    """What happened by night has two days, and each report may give another of them; but who names the night names one
    day alone, and two such nights are two.
    """
    if NIGHT_OF.search(one.mention.date_text) and NIGHT_OF.search(other.mention.date_text):
        return None
    first, second = one.time.earliest, other.time.earliest
    if first is None or second is None or not (one.night or other.night) or abs((first - second).days) != 1:
        return None
    if one.time.latest != first or other.time.latest != second:
        return None
    return When({"days differ": 1.0}, "It was night: one gives {}, the other {}.", (first, second))


def _announced(one: Read, other: Read) -> When | None:
    """A plan is dated by the day that it is for, and elsewhere by the day on which it was made known."""
    for plan, news in ((one, other), (other, one)):
        on, ahead = plan.time.published, plan.time.earliest
        if plan.mention.occurrence != "planned" or on is None or ahead is None or ahead <= on:
            continue
        first, last = news.time.earliest, news.time.latest
        if first is not None and last is not None and first <= on and last >= on - NEWS:
            return When(
                {"days differ": 1.0}, "One is a plan, in an article of {}; the other is dated {}.", (on, news.time)
            )
    return None


def compared(one: Read, other: Read) -> When | None:
    """How the datings of two mentions agree, None where they cannot be of one happening."""
    found = datings(one, other)
    return found if found is not None and possible(one, other, found) else None


def _compared(
    read: list[Read], weight: Mapping[str, float], about: Mapping[str, float]
) -> Iterator[tuple[float, Suggestion]]:
    """The pairs that are likely enough, and how alike they are, however long after each other they were told; their
    reasons are made only for those that remain.
    """
    for one, other in candidates(read):
        found = compared(one, other)
        if found is None:
            continue
        values = features(one, other, found, weight, about)
        likely = round(score(values), 3)
        if likely >= LEAST:
            yield round(likeness(values), 3), Suggestion(one.mention.key, other.mention.key, likely, ())


def _reasons(one: Read, other: Read, weight: Mapping[str, float]) -> tuple[str, ...]:
    found = datings(one, other)
    reasons = [found.why] if found is not None else []
    words = written(one.mention)
    for said, shared in (("name", one.named & other.named), ("say", one.words & other.words)):
        if shared:
            reasons.append(f"Both {said} {_listed(shared, words, weight)}.")
    reasons.append(f"{round(100 * told(one, other, weight))} % of what each tells stands in the other's article.")
    return tuple(reasons)


def _plans(one: Read, other: Read) -> tuple[Time, Time]:
    """The datings of two mentions. A plan that its article only sets after itself contradicts no date of that plan."""
    if one.mention.occurrence == other.mention.occurrence == "planned":
        first, second = (t._replace(earliest=None) if t.latest is None else t for t in (one.time, other.time))
        return first, second
    return one.time, other.time


def _mutual(
    suggestions: Iterable[tuple[float, Suggestion]], source: Mapping[Hashable, Hashable]
) -> Iterator[tuple[float, Suggestion]]:
    """Those in which each mention is the other's best in that article: one happening is seldom told twice there."""
    kept = list(suggestions)
    best: dict[tuple[Hashable, Hashable], float] = {}
    for rank, suggestion in kept:
        for mine, theirs in ((suggestion.first, suggestion.second), (suggestion.second, suggestion.first)):
            at = mine, source[theirs]
            best[at] = max(best.get(at, rank), rank)
    for rank, suggestion in kept:
        first, second = suggestion.first, suggestion.second
        if best[first, source[second]] == best[second, source[first]] == rank:
            yield rank, suggestion


# Of a larger group so many mentions are asked whether they are of another place.
SOME = 6


@dataclass(slots=True)
class _Group:
    """Mentions that are taken for one event: the days left to it, the articles that tell it, and some of the
    mentions.
    """

    earliest: dt.date
    latest: dt.date
    sources: set[Hashable]
    some: list[Read]
    nights: set[dt.date]


def consistent(suggestions: Iterable[Suggestion], read: Iterable[Read]) -> Iterator[Suggestion]:
    """Those that can all be true, the best first: one event has one day and one place, and is seldom told twice in an
    article.

    So an undated report that resembles two days' attacks goes to the likelier, and does not make one of both.
    """
    groups = {one.mention.key: _alone(one) for one in read}
    parent = {key: key for key in groups}
    for suggestion in suggestions:
        first, second = _root(parent, suggestion.first), _root(parent, suggestion.second)
        if first == second:
            yield suggestion
            continue
        one, other = sorted((first, second), key=lambda key: -len(groups[key].sources))
        kept, joining = groups[one], groups[other]
        earliest, latest = max(kept.earliest, joining.earliest), min(kept.latest, joining.latest)
        if earliest > latest or not _told_once(kept, joining):
            continue
        if len(kept.nights | joining.nights) > 1:
            continue
        if any(elsewhere(a, b) for a in kept.some for b in joining.some):
            continue
        parent[other] = one
        kept.earliest, kept.latest = earliest, latest
        kept.sources |= joining.sources
        kept.nights |= joining.nights
        kept.some = [*kept.some, *joining.some][:SOME]
        yield suggestion


def _told_once(kept: _Group, joining: _Group) -> bool:
    """Whether no article would tell one event twice, but in words that may well be of one: "the crash" after the report
    of it.
    """
    if not kept.sources & joining.sources:
        return True
    twice = [(a, b) for a in kept.some for b in joining.some if a.mention.source == b.mention.source]
    return bool(twice) and all(_retold(a, b) for a, b in twice)


def _retold(one: Read, other: Read) -> bool:
    """Whether two mentions of one article may be of one happening: of a kind and a day, neither the other's sequel."""
    alike = bool(one.kinds & other.kinds) and one.sequels == other.sequels and one.again == other.again
    return alike and datings(one, other) is not None


def _alone(one: Read) -> _Group:
    time = _plans(one, one)[0]
    day = time.earliest if time.earliest == time.latest else None
    # Who names the night names one day alone, and two such nights are two, whoever stands between them.
    nights = {day} if day is not None and NIGHT_OF.search(one.mention.date_text) else set()
    if (time.guessed and time.closed) or one.mention.occurrence == "planned":
        time = Time(None, None, None)  # leaves the day to those whose own words date them, or tell that it came
    elif one.night and day is not None:
        time = Time(max(day, dt.date.min + NIGHT_OFF) - NIGHT_OFF, min(day, dt.date.max - NIGHT_OFF) + NIGHT_OFF, None)
    return _Group(time.earliest or dt.date.min, time.latest or dt.date.max, {one.mention.source}, [one], nights)


def _root(parent: dict[Hashable, Hashable], key: Hashable) -> Hashable:
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key


def _listed(shared: frozenset[str], words: Mapping[str, str], weight: Mapping[str, float]) -> str:
    """The rarest of the terms, as the first of the two mentions writes them."""
    rarest = sorted(shared, key=lambda term: (-weight[term], term))[:6]
    return ", ".join(dict.fromkeys(words.get(term, term) for term in rarest))


def joined(keys: Sequence[Hashable], suggestions: Iterable[Suggestion]) -> list[list[Hashable]]:
    """The keys in groups, those that suggestions connect together, in the order given."""
    parent = {key: key for key in keys}
    for suggestion in suggestions:
        parent[_root(parent, suggestion.second)] = _root(parent, suggestion.first)
    groups: dict[Hashable, list[Hashable]] = {}
    for key in keys:
        groups.setdefault(_root(parent, key), []).append(key)
    return list(groups.values())


__all__ = ["Mention", "Suggestion", "compared", "datings", "joined", "suggest", "weighed"]
