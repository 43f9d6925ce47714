"""Which articles are one source: copies of one text, whole, cut, rewritten lightly, or built around a part of it."""

from __future__ import annotations

import datetime as dt
import heapq
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from extraction.matching.own_words import SHINGLE, Read, Text, read_all
from extraction.matching.terms import terms, weights

# One of so many shingles is kept for finding candidates (those whose hash is divisible by it).
SAMPLE = 4
# How many of a text's rarest terms are kept for finding candidates, and how many of them a candidate shares.
RARE_TERMS, SHARED_RARE_TERMS = 24, 6
# Within a block of texts that share a feature each is compared with so many that follow it in time.
WINDOW = 25
# Articles further apart in publication are not copies of one story.
MAX_DAYS = 14
# A copy in whole: so much of the shorter text stands word for word in the other.
WHOLE = 0.75
# A copy in part: a share of the shorter text or a run of so many content words, with so many names and numbers in
# what is shared, since standing phrases ("roads may become impassable") hold none.
PART, RUN, FACTS_IN_PART = 0.3, 15, 3
# A rewrite: so much of what the shorter text tells, and of content and facts together, stands in the other.
CONTENT, CONTENT_AND_FACTS = 0.65, 1.25
# One that holds nearly all names and numbers of the other may use more words of its own.
FACTS, REWORDED = 0.85, 0.6
# Texts within so many days that credit one agency are rewrites of one story from so much of the names and numbers, so
# many of them, and so much of the other words on. Never for the credit alone: an agency tells more than one story a
# day, of the same people and places, and tells of the next day's in the same phrases.
CREDITED_DAYS, FACTS_OF_CREDITED, FACTS_SHARED, WORDS_OF_CREDITED = 3, 0.6, 3, 0.12
# So few of their rarest terms make those a candidate.
SHARED_BY_CREDITED = 3


@dataclass(frozen=True, slots=True)
class Copy:
    """Two texts of one source, how sure that is (0 to 1), and a sentence that says why."""

    first: Hashable
    second: Hashable
    score: float
    reason: str


class _Link(NamedTuple):
    """Two texts of one source by their places in the list, and the shingles that stand in both."""

    first: int
    second: int
    copy: Copy
    shared: frozenset[int]


def find_copies(texts: Iterable[Text]) -> list[Copy]:
    """The pairs of texts that are one source, in the order of the texts. Near linear in their number."""
    read = read_all(list(texts))
    weight = weights(one.content for one in read)
    links = []
    for i, j in sorted(_candidates(read)):
        copy = _compare(read[i], read[j], weight)
        if copy is not None:
            links.append(_Link(i, j, copy, frozenset(read[i].shingles.keys() & read[j].shingles.keys())))
    dropped = _gathered(read, links)
    return [link.copy for link in links if link.copy not in dropped]


def _gathered(read: list[Read], links: list[_Link]) -> set[Copy]:
    """Links of texts that gather what others wrote, as reviews of the press do, all but the strongest of each.

    One that holds other passages of a second text than of a first, which was not published before those, and which
    are not one source themselves, does not make them one.
    """
    of: dict[int, list[tuple[int, _Link]]] = defaultdict(list)
    for link in links:
        of[link.first].append((link.second, link))
        of[link.second].append((link.first, link))
    dropped = set()
    for i, its in of.items():
        best, strongest = max(its, key=lambda pair: (len(pair[1].shared), -pair[0]))
        together = {j for j, _ in of[best]}
        for j, link in its:
            apart = j != best and j not in together and not link.shared & strongest.shared
            one_agency = _same_credit(read[i], read[j]) and _same_credit(read[i], read[best])
            if (
                apart
                and link.shared
                and not one_agency
                and _follows(read[i], read[j])
                and _follows(read[i], read[best])
            ):
                dropped.add(link.copy)
    return dropped


def _follows(one: Read, other: Read) -> bool:
    """Whether a text can have taken words from another: it was published on the same day or later, as far as known."""
    return (one.text.published or dt.date.max) >= (other.text.published or dt.date.min)


def group_sources(texts: Sequence[Text]) -> list[list[Hashable]]:
    """The keys of the texts, those of one source together, in the order of the texts."""
    parent = {text.key: text.key for text in texts}

    def root(key: Hashable) -> Hashable:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for copy in find_copies(texts):
        parent[root(copy.second)] = root(copy.first)
    groups: dict[Hashable, list[Hashable]] = {}
    for text in texts:
        groups.setdefault(root(text.key), []).append(text.key)
    return list(groups.values())


def _candidates(read: list[Read]) -> set[tuple[int, int]]:
    """Pairs that share a sampled shingle, or several of their rarest terms."""
    counts = Counter(term for one in read for term in one.content)
    by_shingle: dict[int, list[int]] = defaultdict(list)
    by_term: dict[str, list[int]] = defaultdict(list)
    order = sorted(range(len(read)), key=lambda i: (read[i].text.published or dt.date.min, i))
    for i in order:
        for shingle in read[i].shingles:
            if shingle % SAMPLE == 0:
                by_shingle[shingle].append(i)
        shared = [term for term in read[i].content if counts[term] > 1]
        for term in heapq.nsmallest(RARE_TERMS, shared, key=lambda term: (counts[term], term)):
            by_term[term].append(i)
    found: set[tuple[int, int]] = set()
    for block in by_shingle.values():
        found.update(_pairs(read, block))
    common = Counter(pair for block in by_term.values() for pair in _pairs(read, block))
    for (i, j), count in common.items():
        if count >= SHARED_RARE_TERMS or (count >= SHARED_BY_CREDITED and _same_credit(read[i], read[j])):
            found.add((i, j))
    return found


def _pairs(read: list[Read], block: list[int]) -> Iterator[tuple[int, int]]:
    for at, i in enumerate(block):
        for j in block[at + 1 : at + 1 + WINDOW]:
            if _near(read[i].text.published, read[j].text.published):
                yield min(i, j), max(i, j)


def _near(one: dt.date | None, other: dt.date | None, days: int = MAX_DAYS) -> bool:
    return one is None or other is None or abs((one - other).days) <= days


def _same_credit(one: Read, other: Read) -> bool:
    """Whether two texts credit one agency, at nearly the same time."""
    return (
        bool(one.credit)
        and one.credit == other.credit
        and _near(one.text.published, other.text.published, CREDITED_DAYS)
    )


def _compare(one: Read, other: Read, weight: dict[str, float]) -> Copy | None:
    short, long = sorted((one, other), key=lambda read: len(read.stems))
    if not short.stems:
        return None
    shared = short.shingles.keys() & long.shingles.keys()
    shingled = len(shared) / max(1, len(short.shingles))
    content = _share(short.content, long.content, weight)
    facts = _share(short.facts, long.facts, weight)
    reason = ""
    if shingled >= WHOLE and content + facts >= CONTENT_AND_FACTS:
        reason = f"{round(100 * shingled)} % of the shorter text stands word for word in the other"
    elif (shingled >= PART or _run(short, shared) >= RUN) and _facts_in(short, shared) >= FACTS_IN_PART:
        reason = f"a part of {_run(short, shared)} content words stands word for word in both"
    elif _reworded(short, long, content, facts):
        reason = f"{round(100 * content)} % of what the shorter text tells stands in the other, in other words"
    elif facts >= FACTS_OF_CREDITED and _rewrites(short, long, weight):
        reason = f"{round(100 * content)} % of what the shorter text tells stands in the other"
    if not reason:
        return None
    return Copy(one.text.key, other.text.key, round(max(shingled, content), 3), reason + _credit(one, other))


def _reworded(short: Read, long: Read, content: float, facts: float) -> bool:
    """Whether one text tells most of what the other does; of different days of the week only with facts that are
    theirs, not with the name of a town alone.
    """
    if _of_other_days(short, long) and len(short.facts & long.facts) < FACTS_SHARED:
        return False
    return content >= (REWORDED if facts >= FACTS else CONTENT) and content + facts >= CONTENT_AND_FACTS


def _of_other_days(one: Read, other: Read) -> bool:
    """Whether two texts name different days of the week."""
    return len({one.weekday, other.weekday} - {""}) > 1


def _rewrites(short: Read, long: Read, weight: dict[str, float]) -> bool:
    """Whether two texts are rewrites of what one agency wrote: of the same day, of the same people doing the same."""
    if not _same_credit(short, long) or _of_other_days(short, long) or len(short.facts & long.facts) < FACTS_SHARED:
        return False
    told = short.facts | long.facts | frozenset(terms(short.credit))
    return _share(short.content - told, long.content - told, weight) >= WORDS_OF_CREDITED


def _share(short: frozenset[str], long: frozenset[str], weight: dict[str, float]) -> float:
    """How much of what the shorter text tells is in the longer, rare terms counting for more."""
    total = sum(weight.get(term, 1.0) for term in sorted(short))
    return sum(weight.get(term, 1.0) for term in sorted(short & long)) / total if total else 1.0


def _run(short: Read, shared: Set[int]) -> int:
    """How many content words the longest shared passage holds."""
    best = run = last = 0
    for at in sorted(short.shingles[shingle] for shingle in shared):
        run = run + 1 if at == last + 1 else 1
        best, last = max(best, run), at
    return best + SHINGLE - 1 if best else 0


def _facts_in(short: Read, shared: Set[int]) -> int:
    """How many names and numbers the shared passages hold."""
    held = {stem for shingle in shared for stem in short.stems[short.shingles[shingle] :][:SHINGLE]}
    return len(held & short.facts)


def _credit(one: Read, other: Read) -> str:
    if one.credit and one.credit == other.credit:
        return f"; both credit {one.credit}"
    credit = one.credit or other.credit
    return f"; one credits {credit}" if credit else ""
