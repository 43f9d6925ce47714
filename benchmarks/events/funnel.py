"""Where pairs of one event are lost on the way from text to suggestion, one number a stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping

from extraction.matching import Mention, Suggestion
from extraction.matching.blocking import candidates
from extraction.matching.likeness import features, possible, score
from extraction.matching.reading import Read
from extraction.matching.same_event import LEAST, datings, weighed

#: In the order in which a pair passes them.
STAGES = (
    "no event found at the words",
    "days exclude each other",
    "report too far from the day",
    "nothing to go by",
    "never compared",
    "scored too low",
    "another was likelier",
)


class Funnel:
    """The mentions of a set as matching sees them, and at which stage it loses a pair."""

    def __init__(self, mentions: list[Mention], names: Mapping[str, str], suggestions: Iterable[Suggestion]) -> None:
        read, self.weight, self.about = weighed(mentions, names)
        self.read = {one.mention.key: one for one in read}
        self.pairs = {frozenset((a.mention.key, b.mention.key)) for a, b in candidates(read)}
        self.suggested = {frozenset((s.first, s.second)) for s in suggestions}

    def stage(self, first: Hashable, second: Hashable) -> str:
        """Where two mentions part; empty where they are suggested as one."""
        if first not in self.read or second not in self.read:
            return STAGES[0]
        one, other = self.read[first], self.read[second]
        found = datings(one, other)
        if found is None:
            return STAGES[1 if one.time.closed and other.time.closed else 2]
        if not possible(one, other, found):
            return STAGES[3]
        pair = frozenset((first, second))
        if pair not in self.pairs:
            return STAGES[4]
        if self.likely(one, other) < LEAST:
            return STAGES[5]
        return "" if pair in self.suggested else STAGES[6]

    def likely(self, one: Read, other: Read) -> float:
        """The score of two mentions, 0 where they cannot be of one happening."""
        found = datings(one, other)
        if found is None:
            return 0.0
        return score(features(one, other, found, self.weight, self.about))

    def lost(self, pairs: Iterable[tuple[Hashable, Hashable]]) -> str:
        """How many of these pairs each stage loses, in words."""
        counts = Counter(self.stage(*pair) for pair in pairs)
        return "; ".join(f"{stage}: {counts[stage]}" for stage in STAGES)
