"""What a speaker's noun phrase says: name, role, organisation, and whether it is a pronoun, a name or a role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extraction.statements.frames import DASHES, Unit
from extraction.statements.grammar import Range, is_plural, role_of
from extraction.statements.names import People, bare, is_person_name
from extraction.statements.roles import is_role, role_after, role_before
from extraction.statements.words import (
    BODY_NOUNS,
    DETERMINERS,
    FEMALE_ROLES,
    HONORIFICS_FEMALE,
    HONORIFICS_MALE,
    MALE_ROLES,
    PARTICLES,
    PLACE_HEADS,
    PREPOSITIONS,
    RELATIVES,
    TITLES,
)
from extraction.types import Span

Form = Literal["pronoun", "name", "nominal", "none"]
PRONOUN_GENDER = {"he": "male", "him": "male", "she": "female", "her": "female"}
PRONOUNS = frozenset("he she they it i we you who him her them".split())
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of a speaker. `text` is what stands there, `head` the role noun or body in lower case.

    `described` tells that words stand beside a name, be they a role or not.
    """

    span: Span
    text: str
    form: Form
    name: str = ""
    person: bool = False
    role: str = ""
    organisation: str = ""
    head: str = ""
    gender: str = ""
    plural: bool = False
    definite: bool = False
    described: bool = False


def mention_of(text: str, units: list[Unit], speaker: Range, people: People) -> Mention:
    """What the noun phrase in a range of units says of the speaker."""
    first, last = speaker
    while first < last and units[first].kind == "mark":
        first += 1
    while last > first + 1 and units[last - 1].kind == "mark" and units[last - 1].text not in ")":
        last -= 1
    span = (units[first].start, units[last - 1].end)
    words = SPACES.sub(" ", text[span[0] : span[1]])
    head_unit = units[first]
    if _is_list_of_names(units, first, last):
        return Mention(span, words, "name", words, plural=True)
    if last - first == 1 and head_unit.lower in PRONOUNS:
        gender = PRONOUN_GENDER.get(head_unit.lower, "")
        return Mention(span, words, "pronoun", gender=gender, plural=head_unit.lower in ("they", "we", "them"))
    chunks = _chunks(units, first, last)
    main = chunks[0]
    named = [(n, _person_name(units, *chunk, people)) for n, chunk in enumerate(chunks)]
    person = next(
        ((n, found) for n, found in named if found is not None and (n == 0 or _only(units, chunks[n], found))), None
    )
    gender = _gender(units, first, last)
    if person is not None and (person[0] == 0 or _describes_person(units, main)):
        n, (a, b) = person
        name = _clean(text[units[a].start : units[b - 1].end])
        role, described = _role(text, units, chunks, n, (a, b))
        return Mention(span, words, "name", name, True, role, organisation_of(role), gender=gender, described=described)
    head = _head(units, *main)
    content = [u for u in units[main[0] : main[1]] if u.kind == "word"]
    name = _clean(text[units[main[0]].start : units[main[1] - 1].end])
    noun = next((u for u in content if u.lower == head), None)
    proper = (
        bool(content) and content[-1].capitalised and not (noun is not None and role_of(head) and not noun.capitalised)
    )
    return Mention(
        span,
        words,
        "name" if proper else "nominal",
        _stripped(name) if proper else name,
        False,
        "" if proper or not is_role(units, *main) else _stripped(name),
        _stripped(name) if proper else "",
        head=head,
        gender=gender,
        plural=is_plural(head) or any(u.lower == "and" for u in content),
        definite=units[main[0]].lower in ("the", "this", "that", "his", "her", "its", "their"),
    )


def _is_list_of_names(units: list[Unit], first: int, last: int) -> bool:
    """Whether names and nothing else are joined: "Lund and Holm", "Lund, Holm and Berg"."""
    joined = False
    for i in range(first, last):
        unit = units[i]
        if unit.lower == "and":
            joined = first < i < last - 1
        elif unit.kind == "mark":
            if unit.text != ",":
                return False
        elif (
            unit.kind == "quotation"
            or not unit.text[0].isupper()
            or bare(unit.text) in BODY_NOUNS
            or unit.lower in DETERMINERS
        ):
            return False
    return joined


def _chunks(units: list[Unit], first: int, last: int) -> list[Range]:
    found: list[Range] = []
    start = first
    for i in range(first, last):
        unit = units[i]
        if unit.kind == "mark" and (unit.text in ",;:()" or unit.text in DASHES):
            if i > start:
                found.append((start, i))
            start = i + 1
    if last > start:
        found.append((start, last))
    return found or [(first, last)]


def _person_name(units: list[Unit], first: int, last: int, people: People) -> Range | None:
    """The person's name in a phrase without commas: "party strategist Ada Lund of Oslo" gives "Ada Lund"."""
    stop = last
    for i in range(first, last):
        if units[i].lower in RELATIVES and i > first:
            stop = i
            break
    for i in range(first + 1, stop):
        if units[i].lower in PREPOSITIONS and units[i - 1].capitalised:
            run = _run_ending(units, first, i)
            if run is not None and units[run[0]].lower not in TITLES and not _office(units, run):
                later = (
                    _run_ending(units, i, stop)
                    if role_of(units[i - 1].lower) or bare(units[i - 1].text) in TITLES
                    else None
                )
                if later is None:
                    words = [u.text for u in units[run[0] : run[1]] if u.kind == "word"]
                    alone = len(words) == 1 and not people.knows(words[0]) and run[0] == first
                    return run if is_person_name(words) and not alone else None
    return _checked(units, _run_ending(units, first, stop), first)


def _checked(units: list[Unit], run: Range | None, first: int) -> Range | None:
    if run is None:
        return None
    words = [u.text for u in units[run[0] : run[1]] if u.kind == "word"]
    if not words or not is_person_name(words):
        return None
    if run[0] > first:
        before = units[run[0] - 1].lower
        if before in PREPOSITIONS or before in ("the", "a", "an", "this", "that", "both", "many", "some"):
            return None
    if len(words) == 1 and len(words[0]) > 1 and words[0].isupper():
        return None
    return run


def _office(units: list[Unit], run: Range) -> bool:
    return all(bare(u.text) in TITLES or bare(u.text) in BODY_NOUNS for u in units[run[0] : run[1]])


def _run_ending(units: list[Unit], first: int, stop: int) -> Range | None:
    """The capitalised words at the end of a phrase, after any title or body's name among them."""
    if stop <= first or not units[stop - 1].capitalised:
        return None
    start = stop - 1
    while start > first:
        unit = units[start - 1]
        nickname = unit.kind == "quotation" and unit.end - unit.start < 30
        if not (unit.capitalised or nickname or (unit.lower in PARTICLES and start - 1 > first)):
            break
        start -= 1
    for i in range(stop - 2, start - 1, -1):
        unit = units[i]
        if unit.kind != "word":
            continue
        if (
            bare(unit.text) in TITLES
            or unit.lower in PLACE_HEADS
            or unit.lower in BODY_NOUNS
            or unit.lower in DETERMINERS
        ):
            return i + 1, stop
        if unit.lower.endswith(("'s", "’s")):
            return i + 1, stop
    adjective = units[start]
    if stop - start > 2 and adjective.lower in (
        "republican",
        "democratic",
        "democrat",
        "gop",
        "republicans",
        "u.s",
        "u.s.",
        "us",
    ):
        return start + 1, stop
    return start, stop


def _only(units: list[Unit], chunk: Range, name: Range) -> bool:
    """Whether a chunk after a comma is a name and nothing else."""
    return name[0] - chunk[0] <= 2 and name[1] == chunk[1] and name[1] - name[0] >= 2


def _describes_person(units: list[Unit], chunk: Range) -> bool:
    if any(role_of(u.lower) for u in units[chunk[0] : chunk[1]]):
        return True
    last = units[chunk[1] - 1]
    return (
        units[chunk[0]].lower in ("a", "an", "another", "one") and not last.capitalised and last.lower not in BODY_NOUNS
    )


def _role(text: str, units: list[Unit], chunks: list[Range], n: int, name: Range) -> tuple[str, bool]:
    """The role as printed: what stands before the name, what is added to it, and any apposition.

    With it, whether anything stands there at all.
    """
    main = chunks[n]
    before = [i for i in range(main[0], name[0]) if units[i].kind == "word"]
    if [units[i].lower for i in before] in (["mr"], ["mrs"], ["ms"], ["miss"]):
        before = []
    after = [c for c in chunks[n + 1 :] if units[c[0]].lower not in RELATIVES and not units[c[0]].lower[0].isdigit()]
    found = [
        role_before(units, *chunks[0]) if n > 0 else None,
        role_before(units, before[0], name[0]) if before else None,
        role_after(units, [(name[1], main[1])]),
        role_after(units, after),
    ]
    parts = [_stripped(PARENTHESES.sub("", _with_stop(text, units, *words))) for words in found if words]
    role = SPACES.sub(" ", "; ".join(p.strip() for p in parts if p.strip()))
    return role, bool(n or before or name[1] < main[1] or after)


def _with_stop(text: str, units: list[Unit], start: int, end: int) -> str:
    """The words of a range, with the full stop of "Gov." where a name follows."""
    stop = units[end - 1].end
    if end < len(units) and units[end].capitalised and text[stop : units[end].start].startswith("."):
        stop += 1
    return text[units[start].start : stop]


def _stripped(words: str) -> str:
    """A role without the article before it."""
    first, _, rest = words.strip().partition(" ")
    return rest.strip() if first.lower() in ("a", "an", "the") and rest else words.strip()


def _clean(name: str) -> str:
    name = SPACES.sub(" ", name).strip(" ,.;:")
    return name[:-2] if name.endswith(("'s", "’s")) else name


ORGANISATION = re.compile(
    r"\b(?:of|at|for|from|to|with)\s+(?:the\s+|an?\s+)?"
    r"([A-Z][\w.&’'-]*(?:\s+(?:[A-Z][\w.&’'-]*|of|and|for|the|on))*)(\s+[a-z]+)?"
)
LEADING = re.compile(r"^((?:[A-Z][\w.&-]*\s+)*[A-Z][\w.&-]*)(?:['’]s?)?(\s+[a-z]+)")
LOOSE_END = re.compile(r"(?:\s+(?:of|and|for|the|on))+$")
PARENTHESES = re.compile(r"\s*\([^()]*\)")


def organisation_of(role: str) -> str:
    """The body in a role: "head of the Harbour Board" gives "Harbour Board"."""
    found = ORGANISATION.search(role)
    if found:
        name = LOOSE_END.sub("", found.group(1)).rstrip(".,;")
        following = (found.group(2) or "").strip()
        return f"{name} {following}" if following in BODY_NOUNS and name == found.group(1) else name
    found = LEADING.search(role)
    if not found or bare(found.group(1)) in TITLES:
        return ""
    following = found.group(2).strip()
    return f"{found.group(1)} {following}" if following in BODY_NOUNS else found.group(1)


def glosses_of(text: str) -> dict[str, str]:
    """What stands before each name in brackets: "the coastal rescue service (Seawatch)" glosses "Seawatch"."""
    found: dict[str, str] = {}
    for match in GLOSS.finditer(text):
        found.setdefault(match.group(2), LAST_ARTICLE.sub("", match.group(1)).strip())
    return found


GLOSS = re.compile(r"\b(?:the|a|an|of|by) ((?:[\w’'-]+ ){2,6})\(([^()\n]{2,60})\)")
LAST_ARTICLE = re.compile(r"^.*\b(?:the|a|an|of|by)\s")


def _head(units: list[Unit], first: int, last: int) -> str:
    """The noun that a phrase is about, in lower case."""
    for i in range(first, last):
        if i > first and (units[i].lower in PREPOSITIONS or units[i].lower in RELATIVES):
            return units[i - 1].lower
    return units[last - 1].lower


def _gender(units: list[Unit], first: int, last: int) -> str:
    for unit in units[first:last]:
        word = bare(unit.text)
        if word in HONORIFICS_MALE or word in MALE_ROLES:
            return "male"
        if word in HONORIFICS_FEMALE or word in FEMALE_ROLES:
            return "female"
    return ""
