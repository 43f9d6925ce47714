"""The people that an article names: every full name in it, and the full name behind a surname."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from extraction.given_names import gender_of
from extraction.statements.words import (
    BODY_NOUNS,
    DETERMINERS,
    HONORIFICS_FEMALE,
    HONORIFICS_MALE,
    PARTICLES,
    PLACE_HEADS,
    TIME_WORDS,
    TITLES,
)
from extraction.text import STARTERS

CAPITAL = r"[^\W\d_a-zà-öø-ÿ]"
LETTERS = r"[^\W\d_]"
WORD = (
    rf"(?:{CAPITAL}(?:['’]?{LETTERS}|\.(?=[A-Z]))*(?:[-‑]{LETTERS}+(?:['’]?{LETTERS})*)*\.?"
    rf"|(?:al|el|ul|bin|ibn|de|von|van|der|la|du|di|da|del)(?=[ -])(?:-[A-Z]{LETTERS}*)?)"
)
RUN = re.compile(
    rf"(?<![\w.]){CAPITAL}{LETTERS}*(?:['’]{LETTERS}+)?(?:[-‑]{LETTERS}+)*\.?"
    rf"(?:[ \u00a0](?:[“\"‘']{LETTERS}{{1,15}}[”\"’'] )?{WORD}){{0,6}}"
)
LINE = re.compile(r"[^\n]+")
NAME_PARTS = re.compile(r"[\w.-]+")
POSSESSIVE = re.compile(r"['’]s?$")
NICKNAME = re.compile(r"[“\"‘'][^\W\d_]{1,15}[”\"’']")
NOT_NAMES = frozenset(
    "republican democrat democratic american british french german russian gop fbi cia nbc "
    "cbs abc cnn msnbc fox npr bbc senate house congress court state states white united nations union new york north "
    "south east west".split()
)
# More than this many of one name are no people but a list; the bound keeps time linear.
NAMESAKES = 20
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())


@dataclass(slots=True)
class People:
    """Full names by surname and by given name, in order of first appearance, with how often each stands in the text."""

    by_surname: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_given: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    genders: dict[str, str] = field(default_factory=dict)

    def full_name(self, name: str, gender: str = "") -> str:
        """The full name that a surname or a given name stands for, or the name itself."""
        words = name.split()
        if len(words) != 1:
            return self._fuller(name, self.by_surname.get(words[-1].lower(), []))
        key = words[0].lower()
        candidates = self.by_surname.get(key) or self.by_given.get(key)
        if not candidates:
            return name
        if gender:
            fitting = [c for c in candidates if self.genders.get(c) == gender]
            candidates = fitting or [c for c in candidates if c not in self.genders] or candidates
        usual = max(candidates, key=lambda c: self.counts[c])
        return self._fuller(usual, candidates)

    @staticmethod
    def _fuller(name: str, candidates: list[str]) -> str:
        """The longest of the names that hold all words of a name, nicknames included, and end alike."""
        parts = set(NAME_PARTS.findall(name))
        fuller = [c for c in candidates if parts <= set(NAME_PARTS.findall(c)) and c.split()[-1] == name.split()[-1]]
        return max(fuller, key=len, default=name)

    def knows(self, name: str) -> bool:
        """Whether a name is the full name or the surname of somebody in the article."""
        return name in self.counts or name.lower() in self.by_surname


def people_of(text: str) -> People:
    """The people named in a text with more than one word."""
    people = People()
    for line in LINE.finditer(text):
        if not _is_title_case(line.group()):
            _add_names(people, text, line.start(), line.end())
    return people


def _is_title_case(line: str) -> bool:
    """Whether nearly all words of a line begin with capitals, as in headlines: names cannot be told there."""
    if len(line) > 200:
        return False
    words = [w for w in line.split() if w[0].isalpha() and len(w) > 3]
    return len(words) > 4 and sum(w[0].isupper() for w in words) >= 0.85 * len(words)


def _add_names(people: People, text: str, start: int, end: int) -> None:
    for match in RUN.finditer(text, start, end):
        run = match.group()
        if " " not in run and "\u00a0" not in run:
            continue
        words = run.replace("\u00a0", " ").split()
        honorific = ""
        while words and (
            bare(words[0]) in TITLES or words[0] in STARTERS or bare(words[0]) in DETERMINERS | TIME_WORDS
        ):
            honorific = bare(words[0]) if bare(words[0]) in TITLES else honorific
            words = words[1:]
        cut = next((i for i, w in enumerate(words) if i > 0 and (POSSESSIVE.search(w) or w in STARTERS)), None)
        if cut is not None:
            words = [*words[:cut], POSSESSIVE.sub("", words[cut])] if POSSESSIVE.search(words[cut]) else words[:cut]
        titled = [i for i, w in enumerate(words[:-1]) if bare(w) in TITLES]
        if titled:
            words = words[titled[-1] + 1 :]
        bodies = [i for i, w in enumerate(words[:-2]) if bare(w) in PLACE_HEADS]
        if bodies:
            words = words[bodies[-1] + 1 :]
        while words and words[-1].lower().strip(".") in PARTICLES:
            words = words[:-1]
        if words and words[-1].endswith(".") and words[-1].lower() not in SUFFIXES and len(words[-1]) > 2:
            words[-1] = words[-1].rstrip(".")
        if not 2 <= len(words) <= 5 or not is_person_name(words):
            continue
        add(people, " ".join(words), honorific)


def add(people: People, name: str, honorific: str = "") -> None:
    """Remember a full name."""
    words = NICKNAME.sub("", name).split()
    last = len(words) - 1
    while last > 0 and words[last].lower() in SUFFIXES:
        last -= 1
    if last == 0:
        return
    if name not in people.counts:
        for index, key in ((people.by_surname, words[last].lower()), (people.by_given, words[0].lower())):
            if len(index[key]) < NAMESAKES:
                index[key].append(name)
    people.counts[name] += 1
    if honorific in HONORIFICS_MALE:
        people.genders.setdefault(name, "male")
    elif honorific in HONORIFICS_FEMALE:
        people.genders.setdefault(name, "female")
    elif gender_of(words[0]):
        people.genders.setdefault(name, gender_of(words[0]))


def bare(word: str) -> str:
    """A word without its full stop, in lower case."""
    return word.rstrip(".").lower()


def is_person_name(words: list[str]) -> bool:
    """Whether capitalised words may name a person: none of them is a body, a place or a time."""
    for word in words:
        low = bare(word)
        if low in BODY_NOUNS or low in PLACE_HEADS or low in TIME_WORDS or low in NOT_NAMES:
            return False
        if word.isupper() and len(word) > 1 and "." not in word and not all(w.isupper() for w in words):
            return False
    return words[0][-1] != "." or len(words[0]) <= 4
