"""A text as it is compared with others: its reporter's own words, no long quotations and nothing of its publisher's.

Two reporters who heard one speaker write down the same words, and a publisher prints the same lines under articles that
have nothing else in common. Neither says that two texts are one source.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from extraction.matching.agencies import agency_named
from extraction.matching.credits import agency_credit
from extraction.matching.terms import names, terms
from extraction.quotes import find_quotations

# Words in a shingle: long enough that standing phrases seldom make one, short enough to survive light editing.
SHINGLE = 4
# A quotation of so many words is speech; shorter ones are the reporter's choice of words.
SPEECH = 5
# A text of fewer content words beside its quotations is compared with them: it is nothing else.
LEAST_OWN = 10
# Two texts of one publisher have only furniture in common where so many other content words of each are left, and no
# more than this share of the shorter one's stands in the other.
LEAST_REST, ALIKE = 12, 0.25
# Of publishers that nobody names, so many texts must end in the same words, and these are so many at most.
UNNAMED, FOOT = 3, 80
# The day that a text tells of is the one that it names first.
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


@dataclass(frozen=True, slots=True)
class Text:
    """A text to compare; `key` tells it apart, `published` is None where unknown.

    `credit` is the agency that it credits, read from the text where it is None; `publisher` is empty where unknown.
    """

    key: Hashable
    text: str
    published: dt.date | None = None
    credit: str | None = None
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A text's stems in order, as a set and as shingles (with the place of each); its names and numbers; its credit."""

    text: Text
    stems: list[str]
    content: frozenset[str]
    shingles: dict[int, int]
    facts: frozenset[str]
    credit: str
    weekday: str


def read_all(texts: Sequence[Text]) -> list[Read]:
    """The texts as they are compared with each other, in their order. Near linear in their number."""
    read = [_read(text) for text in texts]
    furniture = _furniture(read)
    return [_without(one, furniture[i]) if i in furniture else one for i, one in enumerate(read)]


def _hash_of(words: Sequence[str]) -> int:
    """A hash of words, 64 bits, that is the same in every process (Python's own is salted)."""
    digest = hashlib.blake2b("\0".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def _read(text: Text) -> Read:
    own = _unquoted(text.text)
    stems = terms(own)
    if len(stems) < LEAST_OWN:
        own = text.text
        stems = terms(own)
    credit = agency_credit(text.text) if text.credit is None else agency_named(text.credit) or text.credit
    # That both name their agency is the credit, not what they tell.
    facts = frozenset(names(own)) - frozenset(terms(credit))
    day = WEEKDAY.search(text.text)
    return Read(text, stems, frozenset(stems), _shingles(stems), facts, credit, day.group() if day else "")


def _shingles(stems: list[str]) -> dict[int, int]:
    return {_hash_of(stems[i : i + SHINGLE]): i for i in range(len(stems) - SHINGLE + 1)}


def _unquoted(text: str) -> str:
    kept, after = [], 0
    for quotation in find_quotations(text):
        if quotation.closed and len(text[quotation.inner_start : quotation.inner_end].split()) >= SPEECH:
            kept.append(text[after : quotation.start])
            after = quotation.end
    return " ".join([*kept, text[after:]])


def _furniture(read: list[Read]) -> dict[int, set[int]]:
    """The shingles of each text that are its publisher's furniture.

    What a publisher prints in articles that have nothing else in common is; unless others print it as well, who
    took it from one of them, or from where this publisher did.
    """
    holders: dict[int, list[int]] = defaultdict(list)
    for i in sorted(range(len(read)), key=lambda i: (read[i].text.published or dt.date.min, i)):
        for shingle in read[i].shingles:
            holders[shingle].append(i)

    @cache
    def unlike(i: int, j: int) -> bool:
        return _unlike(read[i], read[j])

    found: dict[int, set[int]] = defaultdict(set)
    for shingle, block in holders.items():
        if len(block) < 2 or len({read[i].text.publisher for i in block}) > 1:
            continue
        steps = sum(unlike(i, j) for i, j in pairwise(block))
        named = bool(read[block[0]].text.publisher)
        if steps and (named or (steps >= UNNAMED - 1 and all(_at_foot(read[i], shingle) for i in block))):
            for i in block:
                found[i].add(shingle)
    return found


def _at_foot(one: Read, shingle: int) -> bool:
    return one.shingles[shingle] >= len(one.stems) - FOOT


def _unlike(one: Read, other: Read) -> bool:
    """Whether two texts have hardly anything in common but what stands in both word for word."""
    shared = one.shingles.keys() & other.shingles.keys()
    rests = [frozenset(_uncovered(read, shared)) for read in (one, other)]
    short, long = sorted(rests, key=len)
    return len(short) >= LEAST_REST and len(short & long) < ALIKE * len(short)


def _uncovered(one: Read, shingles: Set[int]) -> Iterator[str]:
    """The stems that stand in none of these shingles, in order."""
    covered = {at for shingle in shingles for at in range(one.shingles[shingle], one.shingles[shingle] + SHINGLE)}
    return (stem for at, stem in enumerate(one.stems) if at not in covered)


def _without(one: Read, shingles: Set[int]) -> Read:
    stems = list(_uncovered(one, shingles))
    content = frozenset(stems)
    return replace(one, stems=stems, content=content, shingles=_shingles(stems), facts=one.facts & content)
