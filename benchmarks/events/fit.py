"""Fits the weights of matching on the developed parts of the planted articles: `python -m benchmarks.events.fit`.

Prints the table of `extraction.matching.likeness`, and how well weights fitted without a set do on that set: what to
choose features by, since weights that know a set's way of writing know nothing of the next.

Pairs of one event are those of the gold. Pairs of different events are those of the gold; an event of the gold with
any other happening of an article that tells it; and happenings of different stories. Stories were written for days of
their own, while a day's newspapers tell of many things: so pairs whose dates exclude each other are learnt from as
well, as if they had no date or the same, and count for less; and pairs of one event count once more so.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np

from benchmarks.events.__main__ import PLANTED
from benchmarks.events.planted import labelled
from extraction.matching import aliases
from extraction.matching.likeness import WEIGHTS, When, features
from extraction.matching.reading import Read
from extraction.matching.same_event import LEAST, compared, weighed

#: How much a large weight costs, so that a few pairs do not decide; how many steps; what keeps each of them finite.
PENALTY, STEPS, LEAST_BEND = 0.0003, 40, 1e-9
#: How much a pair counts: one whose dates are made up, of which a share is taken; and one of the other happenings of an
#: article, from which the best is chosen anyway.
MADE_UP, SHARE, OTHER, AGAIN = 0.2, 0.05, 0.1, 0.1
#: A made-up dating is this wide at most, in doublings.
LONG = 4.5


class Pair(NamedTuple):
    """Two mentions: the set that they are from, whether they are one event, how much they count, and the features."""

    folder: str
    same: bool
    counts: float
    values: list[float]


def main() -> int:
    """Exit status 0."""
    pairs = [pair for folder in PLANTED for pair in _pairs(folder)]
    print(f"{len(pairs)} pairs, {sum(pair.same for pair in pairs)} of one event")
    missed = wrong = 0
    for folder in PLANTED:
        weights = fitted([pair for pair in pairs if pair.folder != folder.name])
        for pair in pairs:
            if pair.folder == folder.name and pair.counts >= 1:
                likely = 1 / (1 + np.exp(-np.dot(weights, pair.values))) >= LEAST
                missed += pair.same and not likely
                wrong += bool(likely) and not pair.same
    print(f"fitted without their set: {missed} of one event missed, {wrong} of different ones taken for one")
    for (name, (sign, _)), weight in zip(WEIGHTS.items(), fitted(pairs), strict=True):
        print(f'    "{name}": ({sign}, {weight:.2f}),')
    return 0


def _pairs(folder: Path) -> Iterator[Pair]:
    mentions, meant, texts = labelled(folder, "dev")
    read, weight, about = weighed(mentions, aliases(texts))
    telling: dict[str, set[int]] = {}
    for key, number in meant.items():
        telling.setdefault(key[0], set()).add(number)
    chance = random.Random(1)
    for at, one in enumerate(read):
        for other in read[:at]:
            if one.mention.source == other.mention.source:
                continue
            same = _same(one, other, meant, telling)
            if same is None:
                continue
            dates, counts = compared(one, other), 1.0
            known = _key(one) in meant and _key(other) in meant
            near = _story(one) == _story(other)
            if dates is None:
                if same or (not near and chance.random() > SHARE):
                    continue
                dates, counts = _made_up(chance, near), MADE_UP
            elif near and not known:
                counts = OTHER
            yield Pair(folder.name, same, counts, _values(one, other, dates, weight, about))
            if same:
                # What is of one event might have been told without its day, or long after, too.
                dates = _made_up(chance, near)
                yield Pair(folder.name, same, MADE_UP * AGAIN, _values(one, other, dates, weight, about))


def _values(
    one: Read, other: Read, dates: When, weight: Mapping[str, float], about: Mapping[str, float]
) -> list[float]:
    found = features(one, other, dates, weight, about)
    return [found.get(name, 0.0) for name in WEIGHTS]


def _made_up(chance: random.Random, near: bool) -> When:
    """A dating under which a pair could be one: as if of one day, undated, told long after, or known by its year."""
    kind = chance.randrange(3)
    if not near and kind == 0:
        return When({"same day": 1.0}, "", ())
    found = {"a date is missing": 1.0, "days between the reports": chance.random()}
    if kind == 1:
        found = {"a date is missing": 1.0, "recalled later": chance.uniform(1.0, LONG)}
    elif kind == 2:
        found = {"dates are wide": chance.uniform(1.0, LONG)}
    return When(found, "", ())


def _same(one: Read, other: Read, meant: dict[tuple[str, int], int], telling: dict[str, set[int]]) -> bool | None:
    """Whether two mentions are of one event, None where the gold does not tell."""
    first, second = meant.get(_key(one)), meant.get(_key(other))
    if first is not None and second is not None:
        return first == second
    if _story(one) != _story(other):
        return False
    known, unknown = (first, other) if first is not None else (second, one)
    if known is not None and known in telling.get(str(unknown.mention.source), ()):
        return False
    return None


def _key(one: Read) -> tuple[str, int]:
    """Article and place, as `labelled` names mentions."""
    article, place = cast("tuple[str, int]", one.mention.key)
    return article, place


def _story(one: Read) -> str:
    return str(one.mention.source).rsplit("-", 1)[0]


def fitted(pairs: list[Pair]) -> np.ndarray:
    """The weights of a logistic regression, by Newton's steps; each keeps the sign that it may have: one that a step
    would turn round stays at 0.
    """
    signs = np.array([sign for sign, _ in WEIGHTS.values()])
    values = np.array([pair.values for pair in pairs])
    same = np.array([float(pair.same) for pair in pairs])
    counts = np.array([pair.counts for pair in pairs])
    counts /= counts.sum()
    cost = PENALTY * (signs != 0)
    weights = np.zeros(len(signs))
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ ((likely - same) * counts) + cost * weights
        bend = (values * (counts * likely * (1 - likely))[:, None]).T @ values + np.diag(cost + LEAST_BEND)
        free = (weights != 0) | (signs == 0) | (signs * slope < 0)
        weights[free] -= np.linalg.solve(bend[np.ix_(free, free)], slope[free])
        weights[signs * weights < 0] = 0.0
    return weights


if __name__ == "__main__":
    sys.exit(main())
