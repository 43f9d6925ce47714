"""Which of the places of one name a text means, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from extraction.places.gazetteer import LARGER, Entry, Gazetteer, fold

# How much more likely a place is where the article names its country, and again where it names its region.
NAMED_WEIGHS = 10
# How much less likely a place is where the name is one that it has beside its own.
SECOND_NAME = 0.1


@dataclass(slots=True)
class Named:
    """The countries and regions that an article names, how often, and by which name.

    Wherever they stand: "Lebanon condemned ..." tells of Lebanon as "in Lebanon" does. A region tells of its country.
    """

    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[tuple[str, str]] = field(default_factory=Counter)
    shown: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, name: str, entries: Iterable[Entry]) -> None:
        """Counts a name, by all that the gazetteer knows of it."""
        entries = tuple(entries)
        most = max((entry.population for entry in entries), default=0)
        for entry in entries:
            if entry.feature == "country":
                self.countries[entry.country] += 1
                self.shown[entry.country, ""] = name
            elif entry.feature == "region" and entry.population == most:  # "Washington" is the town before the state
                self.countries[entry.country] += 1
                self.regions[entry.country, entry.region] += 1
                self.shown[entry.country, entry.region] = entry.name
                self.shown.setdefault((entry.country, ""), f"the country of {entry.name}")

    def around(self, entry: Entry) -> str:
        """By which name the article names the region, else the country of a town; empty where it names neither."""
        if entry.feature != "city":
            return ""
        return self.shown.get((entry.country, entry.region)) or self.shown.get((entry.country, ""), "")

    def likely(self, entry: Entry, name: str) -> float:
        """How likely a name means an entry, by its people and by whether the article names where it lies.

        A village does not take the name from a metropolis only because the article also names its country; a town
        that bears the name itself comes before those of which it is a second name.
        """
        most = max(self.countries.values(), default=0)
        weight = 1.0 + (NAMED_WEIGHS * self.countries[entry.country] / most if most else 0)
        if entry.feature == "city" and (entry.country, entry.region) in self.regions:
            weight += NAMED_WEIGHS
        return entry.population * weight * (1 if fold(entry.name) == fold(name) else SECOND_NAME)


def choose(
    entries: tuple[Entry, ...], name: str, beside: str, carried: bool, known: Gazetteer, named: Named
) -> tuple[Entry | None, str]:
    """The entry that a name means, None where it is none of them, and why.

    `beside` is the larger place that stands beside the name, empty where there is none; `carried`: elsewhere in the
    article.
    """
    first = entries[0]
    if first.feature == "curated":
        return first, "in the curator's gazetteer"
    if beside:
        reason = f"{beside} stands beside the name" + (" elsewhere in the article" if carried else "")
        larger = known.beside(beside)
        held = [entry for entry in entries if any(holds(one, entry) for one in larger)]
        if held:
            return max(held, key=lambda entry: entry.population), reason
        if larger:
            return None, f"{reason}; the gazetteer has no place of this name there"
        entry = in_one_region(known.find(beside), entries)
        return (entry, reason) if entry else (None, f"{reason}, and the gazetteer does not know it")
    if first.feature == "country":
        return first, "country; the point is the middle of its towns, by population"
    if len(entries) == 1:
        return first, "the only place of this name in GeoNames"
    most = max(entry.population for entry in entries)
    if first.feature == "region" and first.population == most:
        return first, f"the most populous of {len(entries)} places of this name"
    best = max(entries, key=lambda entry: named.likely(entry, name))
    if around := named.around(best):
        return best, f"in {around}, which the article names; {len(entries)} places share the name"
    if best.population < most:
        return best, f"the most populous that bears the name itself; {len(entries)} places share it"
    return best, f"the most populous of {len(entries)} places of this name"


def holds(outer: Entry, inner: Entry) -> bool:
    """Whether one entry lies in another: of the same country, and region."""
    if inner.feature == "country" or outer.feature not in LARGER or inner.country != outer.country:
        return False
    return outer.feature == "country" or (inner.feature == "city" and inner.region == outer.region)


def in_one_region(outer: Iterable[Entry], inner: Iterable[Entry]) -> Entry | None:
    """The most populous of the entries that lie in one region with an entry of the other name."""
    regions = {(entry.country, entry.region) for entry in outer}
    there = [entry for entry in inner if (entry.country, entry.region) in regions]
    return max(there, key=lambda entry: entry.population) if there else None
