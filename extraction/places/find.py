"""Names of places in a text, and which place each one means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extraction.places.choice import Named, choose, holds, in_one_region
from extraction.places.gazetteer import LARGER, Gazetteer, fold
from extraction.places.people import is_given, is_person, surnames
from extraction.places.unknown import Usage, is_shaped
from extraction.types import Place

# A capitalised word: "Porto", "Al-Rayyan", "al-Rayyan", "U.S.". Bounded, so that no text makes it slow.
WORD = re.compile(
    r"(?<![\w.’'-])(?:(?:[A-Z]\.){2,4}|(?:(?:St|Mt|Ft)\. )?"
    r"(?:(?:al|el|as|ar|ash|an|ad|at)-)?[A-ZÀ-ÖØ-ÞĀ-Ž][^\W_]{0,30}(?:[-’'][^\W_]{1,30}){0,3})"
)
# What may stand between the words of one name: "Rio de Janeiro".
WITHIN = frozenset((" ", " de ", " da ", " do ", " dos ", " del ", " la ", " le ", " el ", " al "))
CUE = re.compile(
    r"(?i:\b(?P<cue>in|at|near|from|to|into|across|outside|inside|around|through|throughout|towards?|within|off|"
    r"north of|south of|east of|west of|between|over|of|for))\s"
    r"(?:(?:the|its|their|his|her|a|an|both)\s)?"
    r"(?:(?:(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?|central|nearby|downtown|"
    r"neighbou?ring|[a-z-]{3,12}-controlled)\s)?"
    r"(?:(?P<kind>city|town|village|province|region|district|state|capital|port|island|areas?|provinces|cities|towns|"
    r"villages|districts|regions|governorates?)\s(?:of\s)?)?$"
)
KIND_OF = re.compile(r"\b(?:city|town|village|province|region|district|port|island|state|governorate) of (?:the )?$")
CUE_WIDTH = 60
# What is done to a town, or by going there: "bombed Sinjar", "reached Tikrit". A country that is struck acts itself.
STRUCK = re.compile(
    r"\b(?:bomb|shell|attack|storm|captur|seiz|besieg|raid|rock|flood|destroy|liberat|recaptur|devastat|evacuat|"
    r"surround|occupi|pound|batter|bombard|encircl)ed $"
    r"|\b(?:attacks?|assaults?|raids?|strikes?|airstrikes?|offensive|advanced?|advances|marched|closed in|descended) "
    r"on $"
    r"|\b(?:struck|hit|took|shook|overran|retook|took over) $"
)
# Of a country only a part is a place: "struck eastern Afghanistan".
PART_STRUCK = re.compile(
    r"\b(?:struck|hit|shook|rocked|battered|lashed|flooded|attacked|bombed|shelled) (?:(?:north|south|east|west|"
    r"north-?east|north-?west|south-?east|south-?west)(?:ern)?|central) $"
)
# What is retaken is a place, whatever its name.
RETAKEN = re.compile(r"\b(?:retook|retaken|recaptured|overran|overrun) $")
GONE_TO = re.compile(
    r"\b(?:entered|reached|left|visited|fled|invaded|toured|crossed into|re-entered|visits?|visiting|(?:to|will|would) "
    r"(?:enter|reach|leave|flee|invade|tour)) (?:the )?$"
)
JOINED = re.compile(r"(?:, (?:and |or )?| and | or )(?:the |in |in the )?")
# "Nong Bua, north-eastern Thailand".
JOINT = len(", north-eastern ")
IN_PART = re.compile(
    r", (?:(?:(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?|central) )?"
)
AFTER = re.compile(
    r"\s(?:province|region|district|subdistrict|sub-district|governorate|county|state|village|town|city|island|"
    r"peninsula|prefecture|oblast|provinces|districts|governorates)\b"
    # "the Brazilian city of Porto Alegre": whose city it is, not what it is called.
    r"(?! of (?:the )?[A-Z])"
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
STANDS_IN = re.compile(r"(?i:\b(?:in|at|near|off|outside|inside|around|across|throughout)\s)$")
# A town of which the name is also somebody's in the article, or a word in it, has at least so many people.
WELL_KNOWN = 200_000
ACRONYM = 5
LOWER_CASE = re.compile(r"(?<![\w’'-])[a-z]{2,30}(?![\w’'-])")
OF_SOMETHING = re.compile(r" of (?:the )?[A-Z]")
# What follows a town and the region that it lies in: the comma that closes it, the sentence's end, when it happened.
CLOSED = re.compile(
    r"\s*(?:$|[.;:)\n–—]|-\s|,(?!\s(?:who|which|whose|the|an?|and|or)\b)"
    r"|(?:on|at|in|after|before|during|when|where|while|as|by|since|this|last|yesterday|today|early|late)\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in the text. `reach` is where the larger place ends that stands beside it: "Porto, Portugal"."""

    start: int
    end: int
    place: Place
    reach: int


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
    listed: bool = False
    container: str = ""
    carried: bool = False
    reach: int = 0


def find_places(text: str, gazetteer: Gazetteer | None = None) -> list[Mention]:
    """The places that a text names in order, each resolved by what the whole text says of countries and regions.

    A name is read as a place where the gazetteer knows it and a preposition of place, a genitive or a dateline shows it
    as one; or, without coordinates, where the text itself calls it a place ("Minho province") or uses it as one
    (extraction.places.unknown). A curator's places are read wherever they stand.
    """
    known = gazetteer or Gazetteer()
    capitalised = list(_names(text))
    if not capitalised:
        return []
    people = surnames(text)
    names = _located(text, capitalised, known, people)
    named = _named(capitalised, known, people)
    words = frozenset(LOWER_CASE.findall(text))
    _carry_on(names)
    usage = Usage(text, people, words)
    used = _used_as_places(names, known, usage)
    found = []
    for name in names:
        place = _resolve(name, known, named, used)
        if place is not None and not _means_something_else(text, name, known, people, words):
            found.append(Mention(name.start, name.end, place, max(name.end, name.reach)))
    return found


def _carry_on(names: list[_Name]) -> None:
    """Gives a bare name the larger place that stood beside it before, or, in a headline, stands beside it later."""
    beside: dict[str, str] = {}
    for name in reversed(names):
        if name.container:
            beside[fold(name.name)] = name.container
    for name in names:
        key = fold(name.name)
        if name.container:
            beside[key] = name.container
        elif key in beside:
            name.container, name.carried = beside[key], True


def _used_as_places(names: list[_Name], known: Gazetteer, usage: Usage) -> frozenset[str]:
    """The names, folded, that no gazetteer knows and that the text uses as places somewhere."""
    used: set[str] = set()
    before: _Name | None = None
    for name in names:
        key = fold(name.name)
        if not known.find(name.name):
            # A list goes on: "in Obervik, Lamka and Kvitnes".
            listed = name.listed and before is not None and fold(before.name) in used
            if (name.called and usage.may_be(name.name)) or usage.is_place(
                name.start, name.end, name.possessive, listed
            ):
                used.add(key)
        before = name
    return frozenset(used)


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


def _located(text: str, names: list[_Name], known: Gazetteer, people: frozenset[str]) -> list[_Name]:
    """The names that stand where places stand; one that tells where another lies ("Porto, Portugal") goes to it."""
    found: list[_Name] = []
    end = 0
    for i, name in enumerate(names):
        lead = text[max(0, name.start - CUE_WIDTH) : name.start]
        before = CUE.search(lead)
        words = fold(name.name).split()
        # "Manchester City beat": a club, where nothing else shows a place.
        kind = words[-1] in KINDS and (words[-1] != "city" or before is not None or bool(known.find(name.name)))
        named = AFTER.match(text, name.end) or KIND_OF.search(lead) or kind
        shaped = before is not None and is_shaped(words)
        name.called = bool(named or shaped or (before and before["kind"]) or RETAKEN.search(lead))
        name.dateline = _begins_line(text, name)
        name.stands_in = STANDS_IN.search(lead) is not None
        entries = known.find(name.name)
        curated = bool(entries) and entries[0].feature == "curated"
        name.located = name.called or before is not None or name.possessive or name.dateline or curated
        if not name.located and entries and fold(name.name) not in people:
            # "left the White House": of these only countries have an article.
            gone = GONE_TO.search(lead) is not None and (not lead.endswith("the ") or entries[0].feature == "country")
            town = entries[0].feature == "city" and STRUCK.search(lead) is not None
            name.located = gone or town or PART_STRUCK.search(lead) is not None
        if not name.located and not name.possessive and _tells_where(text, name, names[i + 1 : i + 2], known, people):
            name.located = name.stands_in = True
        previous = found[-1] if found else None
        if previous is not None and not previous.possessive and name.start - end <= JOINT:
            joint = text[end : name.start]
            if IN_PART.fullmatch(joint) and _lies_in(text, previous, name, names[i + 1 : i + 2], known, people):
                if not known.beside(previous.container):
                    previous.container = name.name
                previous.called = True
                previous.reach = end = name.end
                continue
            if JOINED.fullmatch(joint) and previous.located:
                name.located = True
                name.listed = joint != ", " or _list_goes_on(text, name, names[i + 1 : i + 2])
        if name.located:
            found.append(name)
            end = name.end
    return found


def _tells_where(text: str, name: _Name, following: list[_Name], known: Gazetteer, people: frozenset[str]) -> bool:
    """Whether a town is shown as one by the country or region behind it alone: "A storm hit Atlanta, Georgia."."""
    if not following or text[name.end : following[0].start] != ", " or fold(name.name) in people:
        return False
    inside = [entry for entry in known.find(name.name) if entry.feature == "city"]
    return any(holds(outer, entry) for outer in known.beside(following[0].name) for entry in inside)


def _list_goes_on(text: str, name: _Name, following: list[_Name]) -> bool:
    return bool(following) and JOINED.fullmatch(text[name.end : following[0].start][:20]) is not None


def _lies_in(
    text: str, inner: _Name, outer: _Name, following: list[_Name], known: Gazetteer, people: frozenset[str]
) -> bool:
    """Whether the second of two names with a comma between them tells where the first lies: "Porto, Portugal".

    Otherwise they stand in a list: "Spain, Portugal and France".
    """
    larger = known.beside(outer.name)
    if inner.container:
        # "Porto, Minho, Portugal", "Springfield, Illinois, USA"
        nearer = known.beside(inner.container)
        held = any(holds(one, entry) for one in larger for entry in nearer)
        return held if nearer else bool(larger)
    if outer.called:
        return True
    inside = known.find(inner.name)
    if not larger:
        return _in_unknown(text, inner, outer, following, known, people)
    if not inside or inside[0].feature == "curated":
        return True
    held = any(holds(one, entry) for one in larger for entry in inside)
    goes_on = _goes_on(text, outer, following, known)
    # A town that is not there may be too small for the gazetteer.
    return held or not goes_on if inside[0].feature == "city" else held and not goes_on


def _in_unknown(
    text: str, inner: _Name, outer: _Name, following: list[_Name], known: Gazetteer, people: frozenset[str]
) -> bool:
    """Whether a name that is no country or region the data hold still stands as one: "Cordoba, Andalusia".

    Somebody's name, an agency's and a well-known town beside a town stand as what they are.
    """
    inside, outside = known.find(inner.name), known.find(outer.name)
    if not set(inside).isdisjoint(outside):
        return True  # "Washington, D.C."
    told = inner.stands_in or inner.dateline
    if not told or not inside or inside[0].feature != "city" or outer.possessive or not CLOSED.match(text, outer.end):
        return False
    somebody = is_person(outer.name) or is_given(outer.name) or fold(outer.name.split()[-1]) in people
    acronym = outer.name.isupper() and len(outer.name) <= ACRONYM
    if somebody or acronym or _list_goes_on(text, outer, following):
        # "Porto, Minho, Portugal" goes on with what holds the first.
        last = known.beside(following[0].name) if following and not somebody and not acronym else ()
        return not outside and any(holds(one, entry) for one in last for entry in inside)
    if outside and len(inside) == 1:
        return False  # a list of two towns
    return not outside or in_one_region(outside, inside) is not None or outside[0].population < WELL_KNOWN


def _goes_on(text: str, name: _Name, following: list[_Name], known: Gazetteer) -> bool:
    """Whether a list of countries or states goes on after a name."""
    if not _list_goes_on(text, name, following):
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


def _named(names: list[_Name], known: Gazetteer, people: frozenset[str]) -> Named:
    named = Named()
    for name in names:
        if fold(name.name) not in people and not is_given(name.name):
            named.add(name.name, known.find(name.name))
    return named


def _resolve(candidate: _Name, known: Gazetteer, named: Named, used: frozenset[str]) -> Place | None:
    name = candidate.name
    entries = known.find(name)
    if not entries and " " in name:
        first, rest = name.split(" ", 1)
        if first.lower() in COMPASS or rest.lower() in KINDS:
            name = rest if first.lower() in COMPASS else first
            entries = known.find(name)
    entry = None
    if entries:
        entry, reason = choose(entries, name, candidate.container, candidate.carried, known, named)
    elif candidate.called:
        reason = "the text calls it a place; not in the gazetteer"
    elif fold(name) in used:
        reason = "the text uses it as a place; not in the gazetteer"
    else:
        return None
    if entry is not None and entry.feature == "region":
        name = entry.name  # "Fla." is Florida
    shown = name.title() if len(name) > 3 and name.isupper() and "." not in name else name
    return Place(shown, entry.lat if entry else None, entry.lon if entry else None, reason)
