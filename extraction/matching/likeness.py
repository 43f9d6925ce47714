"""What speaks for and against two mentions being of one happening, and how much each of it weighs.

The score is that of a logistic regression: 1 / (1 + exp(-(sum of weight x feature))). The weights were fitted
on the developed parts
of the planted articles by `python -m benchmarks.events.fit`, which prints this table; each feature may only
speak the way
that its name says, so that no weight takes a chance of those articles for a law. They are of the step
before the last conditions of `possible`: fitted again without the pairs that these leave out, they joined four
pairs of the developed 800 less.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from math import exp, fsum, log, log2
from typing import NamedTuple

from extraction.matching.peoples import countries
from extraction.matching.reading import FOLLOW_UP_DAYS, GUESS_DAYS, Read, Time
from extraction.matching.synonyms import contradictions

#: For each feature the sign that it may have, and its weight.
WEIGHTS: dict[str, tuple[int, float]] = {
    "always": (0, -3.21),
    "same day": (1, 0.54),
    "dates overlap": (1, 0.96),
    "dates are wide": (-1, -0.15),
    "a date is missing": (-1, -0.53),
    "days between the reports": (-1, -0.47),
    "recalled later": (-1, -0.53),
    "recalled at once": (-1, -0.07),
    "late, and told as news": (-1, -0.91),
    "days differ": (-1, -0.59),
    "told in the other's article": (1, 0.19),
    "shared words": (1, 1.65),
    "shared names": (1, 1.19),
    "names that the articles share": (1, 0.76),
    "articles alike": (1, 1.63),
    "one kind in articles alike": (1, 0.00),
    "same field": (1, 0.19),
    "same kind of happening": (1, 1.22),
    "kinds shared": (1, 0.76),
    "one head": (1, 0.66),
    "other heads": (-1, -0.31),
    "other kinds of happening": (-1, -0.89),
    "a sequel of it": (-1, -0.66),
    "one of a row": (-1, -0.51),
    "nothing named in common": (-1, -0.95),
    "names that the other lacks": (-1, -0.33),
    "numbers differ": (-1, -0.19),
    "contradictions": (-1, -0.88),
}
LATE = frozenset(("recalled later", "recalled at once", "late, and told as news", "days between the reports"))
COUNTRIES = frozenset(countries().values())
TREND = "trend"
#: A mention of few rare words proves little: its weight counts as at least this.
LEAST_WEIGHT = 6.0
#: Numbers of one happening differ by this factor at most.
NEAR = 1.5
#: So many names that only two articles have make them certainly alike.
MANY = 3
#: What a term tells that every article has.
EVERYWHERE = log(2)
#: The share of its rare words that an article has in common with another of its story.
LIKE = 0.35
#: What is recalled after half a year is as good as after a whole one, in doublings of FOLLOW_UP_DAYS.
LONG_AGO = 4.5
#: How long before an old day that bounds it what an undated report tells can have happened.
BOUND_DAYS = 60
#: What is told as news after so many days is seldom what was news before them.
STALE_DAYS = 3
#: Datings up to this width agree to some days.
NARROW = dt.timedelta(days=10)
#: As wide as a month, in doublings of NARROW.
MONTH = log2(31 / NARROW.days)


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
    earliest, latest = one.earliest, one.latest
    if earliest is None or (other.earliest is not None and other.earliest > earliest):
        earliest = other.earliest
    if latest is None or (other.latest is not None and other.latest < latest):
        latest = other.latest
    if earliest is not None and latest is not None and earliest > latest:
        return _guessed(one, other, (earliest - latest).days)
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
    apart = abs((_told_on(one, one.published) - _told_on(other, other.published)).days)
    later = one if one.published > other.published else other
    news = not (one.recalled or other.recalled) and one.earliest is None and other.earliest is None
    if apart > later.within:
        return None
    if apart == 0:
        return When(_later(apart, later), "The articles appeared on the same day, {}.", (one.published,))
    found = _later(apart, later)
    if news and apart >= STALE_DAYS:
        found["late, and told as news"] = 1.0  # each tells it as what is new, so that it may be two
    return When(found, f"The articles appeared {{}} day{'s' if apart > 1 else ''} apart.", (apart,))


def _guessed(one: Time, other: Time, apart: int) -> When | None:
    """Days that differ do not exclude each other where an article gives no day for what it tells, only for the
    sentences beside it.
    """
    if not (one.guessed or other.guessed) or not (one.closed and other.closed) or apart > GUESS_DAYS:
        return None
    return When(
        {"days differ": 1.0 + apart / GUESS_DAYS}, "No words date one of them; they lie {} days apart.", (apart,)
    )


def _told_on(undated: Time, published: dt.date) -> dt.date:
    """The day from which an undated report looks back: its article's, or an old one that bounds it, which is that of
    what it led to.
    """
    old = undated.latest is not None and (published - undated.latest).days > FOLLOW_UP_DAYS
    return undated.latest if old and undated.latest is not None else published


def _later(apart: int, undated: Time) -> dict[str, float]:
    """What speaks against an undated report of so many days later."""
    if apart > FOLLOW_UP_DAYS:
        found = {"a date is missing": 1.0, "recalled later": min(LONG_AGO, log2(2 * apart / FOLLOW_UP_DAYS))}
        return found if undated.recalled else {**found, "late, and told as news": 1.0}
    return {"a date is missing": 1.0, "days between the reports": apart / FOLLOW_UP_DAYS}


def _news_of(undated: Time, dated: Time) -> When | None:
    """An undated report tells, if not otherwise said, what happened in the days before it appeared; one of what lay
    behind the news, what happened in the year before.
    """
    if (
        undated.published is None
        or dated.earliest is None
        or dated.latest is None
        or undated.published < dated.earliest
    ):
        return None
    apart = max(0, (undated.published - dated.latest).days)
    told = _told_on(undated, undated.published)
    if told != undated.published:
        apart = max(0, (told - dated.latest).days)
    if apart > (undated.within if told == undated.published else BOUND_DAYS):
        return None
    features = _later(apart, undated)
    if undated.recalled and apart <= 1:
        features["recalled at once"] = 1.0
    if dated.width > NARROW:
        features["dates are wide"] = log2(dated.width.days / NARROW.days)
    return When(features, "One is dated {}, the other's article appeared on {}.", (dated, undated.published))


def features(
    one: Read, other: Read, found: When, weight: Mapping[str, float], about: Mapping[str, float]
) -> dict[str, float]:
    """What speaks for and against; features that are not named are 0."""
    akin = alike(one, other, about)
    kinds_shared = overlap(one.sorts, other.sorts, weight)
    return {
        "always": 1.0,
        **found.features,
        "told in the other's article": told(one, other, weight),
        "shared words": overlap(one.words, other.words, weight),
        "shared names": overlap(one.named, other.named, weight),
        "names that the articles share": _common(one, other, about),
        "same kind of happening": float(bool(one.sorts & other.sorts)),
        "kinds shared": kinds_shared,
        "articles alike": akin,
        "one kind in articles alike": akin * kinds_shared,
        "same field": float(bool(one.fields & other.fields)),
        "one head": float(bool(one.heads & other.heads)),
        "other heads": float(bool(one.heads and other.heads and not one.heads & other.heads)),
        "other kinds of happening": float(bool(one.sorts and other.sorts and not one.sorts & other.sorts)),
        "a sequel of it": float(len(one.sequels ^ other.sequels)),
        "one of a row": float(one.again != other.again),
        "nothing named in common": float(_strange(one, other)),
        "names that the other lacks": (_lacked(one, other, weight) + _lacked(other, one, weight)) / 2,
        "numbers differ": float(_counted_otherwise(one, other)),
        "contradictions": float(contradictions(one.exclusive, other.exclusive) + elsewhere(one, other)),
    }


def possible(one: Read, other: Read, found: When) -> bool:
    """Whether there is enough to go by: nobody's rise or fall is an event of a day; names must be shared where the
    dates are wide, and where they are wider than a MONTH, more than a word or a name alone.
    """
    if (TREND in one.sequels) != (TREND in other.sequels) and "same day" not in found.features:
        return False
    wide = found.features.get("dates are wide", 0.0)
    one_head = bool(one.heads & other.heads)
    vague = "a date is missing" in found.features and not one.words & other.words
    if wide > MONTH and (vague or not _alike(one, other)):
        return False
    if wide > MONTH and found.features.get("recalled later", 0.0) > MONTH and not one_head:
        return False  # what is known to a year, and what is recalled from years ago, may be anything
    if "recalled later" in found.features and not (one.about & other.about or _rarely(one, other)):
        return False
    undated = one.time.earliest is None and other.time.earliest is None
    if undated and "recalled later" in found.features and not one.told & other.told:
        return False
    if found.features.get("recalled later", 0.0) > MONTH and not (one.told & other.context or other.told & one.context):
        return False
    if not wide or one.named & other.named or one.about & other.about or one_head:
        return True
    return len(one.told & other.context) + len(other.told & one.context) >= MANY + 1


def _rarely(one: Read, other: Read) -> bool:
    """Whether the articles share names of either mention, or several of their words."""
    return bool(one.named & other.context or other.named & one.context) or len(one.told & other.told) >= MANY


def _alike(one: Read, other: Read) -> bool:
    """Whether two mentions tell of one kind of happening, or share a number, or both a word and a name."""
    named = one.named & other.named
    numbered = any(name[0].isdigit() for name in named)
    return numbered or bool(one.kinds & other.kinds or one.fields & other.fields or (named and one.words & other.words))


def score(values: Mapping[str, float]) -> float:
    """From 0 to 1."""
    total = fsum(WEIGHTS[name][1] * value for name, value in values.items() if value)
    return 1 / (1 + exp(-max(-50.0, min(50.0, total))))


def likeness(values: Mapping[str, float]) -> float:
    """What speaks for a pair but for how long after each other the two were told: that makes it less likely on the
    whole, and no other mention of the same article likelier.
    """
    return fsum(WEIGHTS[name][1] * value for name, value in values.items() if value and name not in LATE)


def alike(one: Read, other: Read, about: Mapping[str, float]) -> float:
    """How much of what the shorter article tells stands in the other, up to LIKE, which is as alike as reporters of one
    story write: 1.
    """
    least = min(one.mass, other.mass)
    both = one.context & other.context
    shared = fsum(map(about.__getitem__, both)) - EVERYWHERE * len(both)
    return min(1.0, shared / (LIKE * max(least, LEAST_WEIGHT)))


def told(one: Read, other: Read, weight: Mapping[str, float]) -> float:
    """How much of what each tells stands anywhere in the other's article."""
    return (_covered(one, other, weight) + _covered(other, one, weight)) / 2


def _covered(one: Read, other: Read, weight: Mapping[str, float]) -> float:
    return fsum(map(weight.__getitem__, one.told & other.context)) / max(one.weight, LEAST_WEIGHT)


def overlap(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """How much of the smaller side the two share, rare terms counting for more; little weight proves little."""
    shared = one & other
    if not shared:
        return 0.0
    tells = weight.__getitem__
    least = min(fsum(map(tells, one)), fsum(map(tells, other)))
    return fsum(map(tells, shared)) / max(least, LEAST_WEIGHT)


def _common(one: Read, other: Read, about: Mapping[str, float]) -> float:
    """How much the names tell that both articles have; MANY that stand in few others are as many as can be: 1."""
    return min(1.0, fsum(about.get(name, 0.0) for name in one.about & other.about) / (one.rarest * MANY))


def elsewhere(one: Read, other: Read) -> bool:
    """Whether each names places of which the other's article says nothing; a country may hold the other's town."""
    if not one.places or not other.places or (one.places <= COUNTRIES) != (other.places <= COUNTRIES):
        return False
    return not one.places & other.context and not other.places & one.context


def _strange(one: Read, other: Read) -> bool:
    """Whether each names somebody or something of which the other's article says nothing."""
    if not one.named or not other.named:
        return False
    return not one.named & other.context and not other.named & one.context


def _lacked(one: Read, other: Read, weight: Mapping[str, float]) -> float:
    """How much of what a mention names stands nowhere in the other's article; numbers may be rounded or rise."""
    lacked = [name for name in one.named - other.context if not name[0].isdigit()]
    if not lacked:
        return 0.0
    whole = fsum(weight[name] for name in one.named if not name[0].isdigit())
    return fsum(map(weight.__getitem__, lacked)) / max(whole, LEAST_WEIGHT)


def _counted_otherwise(one: Read, other: Read) -> bool:
    """Whether both give numbers above ten, and none is near one of the other: tolls rise, but not to the double."""
    if not one.numbers or not other.numbers:
        return False
    return not any(min(a, b) * NEAR >= max(a, b) for a in one.numbers for b in other.numbers)


def _shown(time: Time) -> str:
    return f"{time.earliest}" if time.earliest == time.latest else f"{time.earliest} to {time.latest}"
