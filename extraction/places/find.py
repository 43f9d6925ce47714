"""Names of places in a text, and which place each one means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extraction.places.gazetteer import Entry, Gazetteer, fold
from extraction.places.people import is_given, is_person, surnames
from extraction.types import Place

# A capitalised word: "Porto", "Al-Rayyan", "al-Rayyan", "U.S.". Bounded, so that no text makes it slow.
WORD = re.compile(
    r"(?<![\w.’'-])(?:(?:[A-Z]\.){2,4}|(?:(?:al|el|as|ar|ash|an|ad|at)-)?[A-ZÀ-ÖØ-ÞĀ-Ž][^\W_]{0,30}(?:[-’'][^\W_]{1,30}){0,3})"
)
# What may stand between the words of one name: "Rio de Janeiro".
WITHIN = frozenset((" ", " de ", " da ", " do ", " dos ", " del ", " la ", " le ", " el ", " al "))
CUE = re.compile(
    r"(?i:\b(?P<cue>in|at|near|from|to|into|across|outside|inside|around|through|throughout|towards?|within|north of|"
    r"south of|east of|west of|between|over|of|for))\s"
    r"(?:(?:the|its|their|his|her|a|an|both)\s)?"
    r"(?:(?:(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?|central|nearby|downtown|"
    r"neighbou?ring|[a-z-]{3,12}-controlled)\s)?"
    r"(?:(?P<kind>city|town|village|province|region|district|state|capital|port|island|areas?|provinces|cities|towns|"
    r"villages|districts|regions|governorates?)\s(?:of\s)?)?$"
)
KIND_OF = re.compile(r"\b(?:city|town|village|province|region|district|port|island|state|governorate) of (?:the )?$")
CUE_WIDTH = 60
JOINED = re.compile(r"(?:, (?:and |or )?| and | or )(?:the |in |in the )?")
AFTER = re.compile(
    r"\s(?:province|region|district|subdistrict|sub-district|governorate|county|state|village|town|city|island|"
    r"peninsula|prefecture|oblast|provinces|districts|governorates)\b"
)
LINE_END = re.compile(r"[ ]*(?:,[^\n]{1,40}?)?(?:\([^)\n]{1,40}\))?[ ]*[-–—―]+[ ]")
# These words are capitalised for other reasons, and never part of a place's name after a preposition.
NOT_PLACES = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri "
    "sat sun parliament congress senate government president prime minister court god internet christmas easter "
    "ramadan the a an this that these those i he she it they we you in on at from to of by with as for and but or "
    "if when while after before since during despite although twitter facebook reuters his her its their "
    "our my there here what who which where how why not no yes all some many most more other another last next "
    "early late mr mrs ms dr prof sen rep gov gen col sgt lt capt maj rev sir lord lady gop".split()
)
# A name that ends like this names its own kind: "Lakes Region", "Minho Province".
KINDS = frozenset("region province district governorate county island islands valley peninsula city".split())
COMPASS = frozenset("north south east west northern southern eastern western central".split())
# Where somebody is, beside what somebody's name follows as well ("of", "for", "from", "to").
STANDS_IN = re.compile(r"(?i:\b(?:in|at|near|outside|inside|around|across|throughout)\s)$")
# A town of which the name is also somebody's in the article, or a word in it, has at least so many people.
WELL_KNOWN = 200_000
ACRONYM = 5
# What other places lie in.
LARGER = ("country", "region")
LOWER_CASE = re.compile(r"(?<![\w’'-])[a-z]{2,30}(?![\w’'-])")
OF_SOMETHING = re.compile(r" of (?:the )?[A-Z]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in the text."""

    start: int
    end: int
    place: Place


@dataclass(slots=True)
class _Name:
    """A capitalised name, how the text uses it, and the larger place that stands beside it."""

    start: int
    end: int
    name: str
    possessive: bool
    located: bool = False
    called: bool = False
    stands_in: bool = False
    dateline: bool = False
    container: str = ""


def find_places(text: str, gazetteer: Gazetteer | None = None) -> list[Mention]:
    """The places that a text names in order, each resolved by what the whole text says of countries.

    A name is read as a place where the gazetteer knows it and a preposition of place, a genitive or a dateline shows it
    as one; or, without coordinates, where the text itself calls it a place ("Minho province").
    """
    known = gazetteer or Gazetteer()
    names = _located(text, list(_names(text)), known)
    countries = _countries_named(names, known)
    people = surnames(text) if names else frozenset()
    words = frozenset(LOWER_CASE.findall(text)) if names else frozenset()
    found = []
    for name in names:
        place = _resolve(name, known, countries)
        if place is not None and not _means_something_else(text, name, known, people, words):
            found.append(Mention(name.start, name.end, place))
    return found


def _names(text: str) -> Iterator[_Name]:
    """Runs of capitalised words, at most four long."""
    current: _Name | None = None
    count = 0
    for match in WORD.finditer(text):
        start, end, word = match.start(), match.end(), match.group()
        possessive = word[-2:] in ("’s", "'s")
        if possessive:
            end, word = end - 2, word[:-2]
        if word.rstrip(".").lower() in NOT_PLACES:
            if current is not None:
                yield current
            current = None
            continue
        if (
            current is not None
            and not current.possessive
            and count < 4
            and start - current.end < 6
            and text[current.end : start] in WITHIN
        ):
            current = _Name(current.start, end, text[current.start : end], possessive)
            count += 1
            continue
        if current is not None:
            yield current
        current, count = _Name(start, end, word, possessive), 1
    if current is not None:
        yield current


def _located(text: str, names: list[_Name], known: Gazetteer) -> list[_Name]:
    """The names that stand where places stand; one that tells where another lies ("Porto, Portugal") goes to it."""
    found: list[_Name] = []
    end = 0
    for i, name in enumerate(names):
        lead = text[max(0, name.start - CUE_WIDTH) : name.start]
        before = CUE.search(lead)
        named = AFTER.match(text, name.end) or KIND_OF.search(lead) or fold(name.name.split()[-1]) in KINDS
        name.called = bool(named or (before and before["kind"]))
        name.dateline = _begins_line(text, name)
        name.stands_in = STANDS_IN.search(lead) is not None
        name.located = name.called or before is not None or name.possessive or name.dateline
        previous = found[-1] if found else None
        if previous is not None and not previous.possessive and name.start - end < 12:
            joint = text[end : name.start]
            if joint == ", " and not previous.container and _lies_in(text, previous, name, names[i + 1 :], known):
                previous.container = name.name
                previous.called = True
                end = name.end
                continue
            if JOINED.fullmatch(joint) and previous.located:
                name.located = True
        if name.located:
            found.append(name)
            end = name.end
    return found


def _lies_in(text: str, inner: _Name, outer: _Name, following: list[_Name], known: Gazetteer) -> bool:
    """Whether the second of two names with a comma between them tells where the first lies: "Porto, Portugal".

    Otherwise they stand in a list: "Spain, Portugal and France".
    """
    if outer.called:
        return True
    larger = [entry for entry in known.find(outer.name) if entry.feature in LARGER]
    inside = known.find(inner.name)
    if not larger:
        return not set(inside).isdisjoint(known.find(outer.name))  # "Washington, D.C."
    if not inside or inside[0].feature == "curated":
        return True
    held = any(_holds(one, entry) for one in larger for entry in inside)
    goes_on = _goes_on(text, outer, following, known)
    # A town that is not there may be too small for the gazetteer.
    return held or not goes_on if inside[0].feature == "city" else held and not goes_on


def _holds(outer: Entry, inner: Entry) -> bool:
    """Whether one entry lies in another: of the same country, and state."""
    if inner.feature == "country" or inner.country != outer.country:
        return False
    return outer.feature == "country" or (inner.feature == "city" and inner.region == outer.region)


def _goes_on(text: str, name: _Name, following: list[_Name], known: Gazetteer) -> bool:
    """Whether a list of countries or states goes on after a name."""
    if not following or not JOINED.fullmatch(text[name.end : following[0].start][:20]):
        return False
    entries = known.find(following[0].name)
    return bool(entries) and entries[0].feature in LARGER


def _means_something_else(
    text: str, candidate: _Name, known: Gazetteer, people: frozenset[str], words: frozenset[str]
) -> bool:
    """Whether a name that a town has is somebody's here, an acronym, or a word of the article ("University")."""
    name, entries = candidate.name, known.find(candidate.name)
    if entries and entries[0].feature == "curated":
        return False
    if is_person(name) and not entries:
        return True
    if candidate.dateline or candidate.container or not entries or entries[0].feature != "city":
        return False
    if name.isupper() and "." not in name and len(name) <= ACRONYM:
        return True
    if candidate.stands_in and entries[0].population >= WELL_KNOWN:
        return False
    if " " not in name and (name.lower() in words or OF_SOMETHING.match(text, candidate.end)):
        return True
    return not candidate.called and (fold(name.split()[-1]) in people or is_given(name))


def _begins_line(text: str, name: _Name) -> bool:
    """A dateline: "ROME (Agency) - ", "PARIS, France – "."""
    return (name.start == 0 or text[name.start - 1] == "\n") and LINE_END.match(
        text, name.end, name.end + 100
    ) is not None


def _countries_named(names: list[_Name], known: Gazetteer) -> dict[str, int]:
    """How often each country is named, by ISO code."""
    counts: dict[str, int] = {}
    for candidate in names:
        for name in (candidate.name, candidate.container):
            for entry in known.find(name) if name else ():
                if entry.feature == "country":
                    counts[entry.country] = counts.get(entry.country, 0) + 1
    return counts


def _resolve(candidate: _Name, known: Gazetteer, countries: dict[str, int]) -> Place | None:
    name = candidate.name
    entries = known.find(name)
    if not entries and " " in name:
        first, rest = name.split(" ", 1)
        if first.lower() in COMPASS or rest.lower() in KINDS:
            name = rest if first.lower() in COMPASS else first
            entries = known.find(name)
    if not entries:
        if not candidate.called:
            return None
        return Place(candidate.name, None, None, "the text calls it a place; not in the gazetteer")
    entry, reason = _choose(entries, candidate.container, known, countries)
    if entry is not None and entry.feature == "region":
        name = entry.name  # "Fla." is Florida
    shown = name.title() if len(name) > 3 and name.isupper() and "." not in name else name
    return Place(shown, entry.lat if entry else None, entry.lon if entry else None, reason)


def _choose(
    entries: tuple[Entry, ...], container: str, known: Gazetteer, countries: dict[str, int]
) -> tuple[Entry | None, str]:
    """The entry that a name means, None where it is none of them, and why."""
    first = entries[0]
    if first.feature == "curated":
        return first, "in the curator's gazetteer"
    larger = [entry for entry in known.find(container) if entry.feature in LARGER] if container else []
    if larger:
        held = [entry for entry in entries if any(_holds(outer, entry) for outer in larger)]
        if held:
            return max(held, key=lambda entry: entry.population), f"{container} stands beside the name"
        return None, f"{container} stands beside the name; the gazetteer has no place of this name there"
    if first.feature == "country":
        return first, "country; the point is the middle of its towns, by population"
    if len(entries) == 1:
        return first, "the only place of this name in GeoNames"
    named = [entry for entry in entries if countries.get(entry.country)]
    if named:
        best = max(named, key=lambda entry: (countries[entry.country], entry.population))
        return best, f"in {best.country}, which the article names; {len(entries)} places share the name"
    best = max(entries, key=lambda entry: entry.population)
    return best, f"the most populous of {len(entries)} places of this name"
