"""What speaks for and against two mentions being of one happening, and how much each of it weighs.

The score is that of a logistic regression: 1 / (1 + exp(-(sum of weight x feature))). The weights were fitted
on the developed parts
of the planted articles by `python -m benchmarks.events.fit`, which prints this table; each feature may only
speak the way
that its name says, so that no weight takes a chance of those articles for a law.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from math import exp, fsum, log2
from typing import NamedTuple

from extraction.matching.blocking import FOLLOW_UP_DAYS, Read, Time
from extraction.matching.synonyms import contradictions

#: For each feature the sign that it may have, and its weight.
WEIGHTS: dict[str, tuple[int, float]] = {
    "always": (0, -2.92),
    "same day": (1, 0.00),
    "dates overlap": (1, 1.28),
    "dates are wide": (-1, 0.00),
    "a date is missing": (-1, -0.53),
    "days between the reports": (-1, -4.83),
    "told in the other's article": (1, 2.35),
    "shared words": (1, 2.17),
    "shared names": (1, 0.74),
    "names that the articles share": (1, 1.10),
    "same kind of happening": (1, 2.65),
    "other kinds of happening": (-1, -0.73),
    "a sequel of it": (-1, -0.48),
    "one of a row": (-1, -0.79),
    "nothing named in common": (-1, -1.35),
    "contradictions": (-1, -2.64),
}
TREND = "trend"
TOLD = "told in the other's article"
#: A mention of few rare words proves little: its weight counts as at least this.
LEAST_WEIGHT = 6.0
#: So many names that only two articles have make them certainly alike.
MANY = 3
#: Two reports of one event of which neither says the day appear within so many days.
NEWS_DAYS = 4
#: Datings up to this width agree to some days.
NARROW = dt.timedelta(days=10)


class When(NamedTuple):
    """How two datings agree: the features that they give, and a sentence for people, with its values."""

    features: dict[str, float]
    sentence: str
    values: tuple[object, ...]

    @property
    def why(self) -> str:
        """The sentence, made only for the few pairs that are shown."""
        return self.sentence.format(*(_shown(value) if isinstance(value, Time) else value for value in self.values))


def when(one: Time, other: Time) -> When | None:
    """How two datings agree; None where they exclude each other, or where neither says when."""
    earliest = max((day for day in (one.earliest, other.earliest) if day), default=None)
    latest = min((day for day in (one.latest, other.latest) if day), default=None)
    if earliest is not None and latest is not None and earliest > latest:
        return None
    closed = [time for time in (one, other) if time.closed]
    if len(closed) == 2:
        widest = max(time.width for time in closed)
        if widest == dt.timedelta(0):
            return When({"same day": 1.0}, "Both are dated {}.", (earliest,))
        if widest <= NARROW:
            return When({"dates overlap": 1.0}, "Their dates overlap, {} to {}.", (earliest, latest))
        wide = {"dates are wide": log2(widest.days / NARROW.days)}
        return When(wide, "Their dates do not contradict each other: {} and {}.", (one, other))
    if closed:
        return _news_of(*((one, other) if other.closed else (other, one)))
    if one.published is None or other.published is None:
        return None
    apart = abs((one.published - other.published).days)
    if apart > NEWS_DAYS:
        return None
    features = {"a date is missing": 1.0, "days between the reports": apart / FOLLOW_UP_DAYS}
    return When(features, "The articles appeared {} days apart.", (apart,))


def _news_of(undated: Time, dated: Time) -> When | None:
    """An undated report tells, if not otherwise said, what happened in the days before it appeared."""
    if (
        undated.published is None
        or dated.earliest is None
        or dated.latest is None
        or undated.published < dated.earliest
    ):
        return None
    apart = max(0, (undated.published - dated.latest).days)
    if apart > FOLLOW_UP_DAYS:
        return None
    features = {"a date is missing": 1.0, "days between the reports": apart / FOLLOW_UP_DAYS}
    if dated.width > NARROW:
        features["dates are wide"] = log2(dated.width.days / NARROW.days)
    return When(features, "One is dated {}, the other's article appeared on {}.", (dated, undated.published))


def features(
    one: Read, other: Read, found: When, weight: Mapping[str, float], about: Mapping[str, float]
) -> dict[str, float]:
    """What speaks for and against; features that are not named are 0."""
    kind = bool(one.kinds & other.kinds)
    told = (covered(one, other, weight) + covered(other, one, weight)) / 2
    return {
        "always": 1.0,
        **found.features,
        "told in the other's article": told,
        "shared words": overlap(one.words, other.words, weight),
        "shared names": overlap(one.named, other.named, weight),
        "names that the articles share": _common(one, other, about),
        "same kind of happening": float(kind),
        "other kinds of happening": float(bool(one.kinds and other.kinds and not kind)),
        "a sequel of it": float(len(one.sequels ^ other.sequels)),
        "one of a row": float(one.again != other.again),
        "nothing named in common": float(_strange(one, other)),
        "contradictions": float(contradictions(one.exclusive, other.exclusive) + elsewhere(one, other)),
    }


def possible(one: Read, other: Read, found: When) -> bool:
    """Whether there is enough to go by: what is told must be alike unless the day is the same, and names
    shared where the
    dates are wide; and nobody's rise or fall is an event of a day.
    """
    if (TREND in one.sequels) != (TREND in other.sequels):
        return False
    if "same day" not in found.features and not (one.words & other.words or one.kinds & other.kinds):
        return False
    return "dates are wide" not in found.features or bool(one.named & other.named or one.about & other.about)


def score(values: Mapping[str, float]) -> float:
    """From 0 to 1."""
    total = fsum(WEIGHTS[name][1] * value for name, value in values.items())
    return 1 / (1 + exp(-max(-50.0, min(50.0, total))))


def covered(one: Read, other: Read, weight: Mapping[str, float]) -> float:
    """How much of what a mention tells stands anywhere in the other's article."""
    return fsum(weight[term] for term in one.told & other.context) / max(one.weight, LEAST_WEIGHT)


def overlap(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """How much of the smaller side the two share, rare terms counting for more; little weight proves little."""
    shared = one & other
    if not shared:
        return 0.0
    least = min(fsum(weight[term] for term in side) for side in (one, other))
    return fsum(weight[term] for term in shared) / max(least, LEAST_WEIGHT)


def _common(one: Read, other: Read, about: Mapping[str, float]) -> float:
    """How much the names tell that both articles have; MANY that stand in few others are as many as can be: 1."""
    return min(1.0, fsum(about.get(name, 0.0) for name in one.about & other.about) / (one.rarest * MANY))


def elsewhere(one: Read, other: Read) -> bool:
    """Whether each names places of which the other's article says nothing."""
    if not one.places or not other.places:
        return False
    return not one.places & other.context and not other.places & one.context


def _strange(one: Read, other: Read) -> bool:
    """Whether each names somebody or something of which the other's article says nothing."""
    if not one.named or not other.named:
        return False
    return not one.named & other.context and not other.named & one.context


def _shown(time: Time) -> str:
    return f"{time.earliest}" if time.earliest == time.latest else f"{time.earliest} to {time.latest}"
