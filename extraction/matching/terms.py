"""Words of a text as they are compared: lower case, without endings, names apart, several names of one thing as one."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from functools import cache, lru_cache

from extraction.events.lexicon import verb_forms
from extraction.matching.deverbal import verb_of

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
STOP = frozenset(
    "a an the and or but if of in on at by for with from to into onto over under after before during between "
    "among about against across through toward towards as than then that this these those there here it its "
    "he his him she her they them their we our us you your i my me who whom whose which what when where why "
    "how is are was were be been being am has have had having do does did will would shall should can could "
    "may might must not no nor so such only also more most some any all both each other another own same very "
    "just up down out off again further once one two three four five six seven eight nine ten first second "
    "last next year years month months week weeks day days today yesterday tomorrow monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august september october "
    "november december said say says told tell according reported reports since while because until however "
    "still yet now ago later early late morning evening afternoon night new".split()
)
# "International Widget Council (IWC)", "the group, also known as Redcap": two names of one thing.
BRACKETED = re.compile(r"\b((?:[A-Z][\w'’-]+(?: (?:of|for|the|and|in) )? ?){1,6}) ?\(([A-Z][\w.-]{1,14})\)")
KNOWN_AS = re.compile(
    r"\b([A-Z][\w-]+(?: [A-Z][\w-]+){0,4}),? (?:also|better|formerly) (?:known as|called) "
    r"((?:[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})(?:(?:/|, | or | and )[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}){0,3})"
)
ONES = "one two three four five six seven eight nine"
TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
# "stepped", "planning": the consonant is doubled for the ending's sake.
DOUBLED = re.compile(r"[aeiou]([bdgmnprt])\1$")
YEAR = re.compile(r"(?:19|20)\d\d")
BETWEEN_NAMES = re.compile(r"/|, | or | and ")


@cache
def numbers() -> dict[str, str]:
    """The numbers above ten that newspapers write in words, in figures.

    >>> numbers()["forty-one"]
    '41'
    """
    found = {word: str(number) for number, word in enumerate(TEENS.split(), 11)}
    for ten, word in enumerate(TENS.split(), 2):
        found[word] = f"{ten}0"
        found |= {f"{word}-{one}": f"{ten}{digit}" for digit, one in enumerate(ONES.split(), 1)}
    return found


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without its endings: the lemma where the table of verbs knows it, else what the commonest endings leave.

    >>> [stem(word) for word in ("killed", "bombings", "swathes", "Pakistani")]
    ['kill', 'bomb', 'swath', 'pakistan']
    """
    lower = word.lower().replace("’", "'").removesuffix("'s").replace(".", "")
    if lower in numbers():
        return numbers()[lower]
    known = verb_forms().get(lower)
    if known is not None:
        return known[0].lemma
    verb = verb_of(lower) or (verb_of(lower[:-1]) if lower.endswith("s") else None)
    if verb is not None:
        return verb
    for ending, least in (
        ("ings", 4),
        ("ing", 4),
        ("ies", 3),
        ("es", 4),
        ("ed", 4),
        ("ly", 4),
        ("ian", 4),
        ("s", 3),
        ("i", 4),
    ):
        if lower.endswith(ending) and len(lower) - len(ending) >= least and not lower.endswith("ss"):
            lower = lower[: -len(ending)] + ("y" if ending == "ies" else "")
            if ending in ("ing", "ings", "ed") and DOUBLED.search(lower):
                lower = lower[:-1]
            break
    return lower.removesuffix("e") if len(lower) > 4 else lower


def terms(text: str) -> list[str]:
    """The stems of a text's words in order, those without content left out; numbers are kept."""
    return [
        stem(word)
        for word in WORD.findall(text)
        if word.lower().replace("’", "'").removesuffix("'s") not in STOP and (len(word) > 2 or word[0].isdigit())
    ]


def names(text: str, known: Set[str] = frozenset()) -> list[str]:
    """The stems of capitalised words that do not begin a sentence or are `known` as names, and of numbers above ten.

    Years are none: two datings are compared as such.
    """
    found = []
    for match in WORD.finditer(text):
        word = match.group()
        if word[0].isdigit() or word.lower() in numbers():
            if len(word) > 1 and not YEAR.fullmatch(word):
                found.append(stem(word))
        elif word[0].isupper() and word.lower().replace("’", "'").removesuffix("'s") not in STOP:
            name = stem(word)
            if name in known or not _begins(text, match.start()):
                found.append(name)
    return found


def only_names(texts: Iterable[str]) -> frozenset[str]:
    """The stems that stand capitalised within a sentence of these texts, and nowhere in small letters."""
    proper: set[str] = set()
    common: set[str] = set()
    for text in texts:
        for match in WORD.finditer(text):
            word = match.group()
            if word[0].islower():
                common.add(stem(word))
            elif word[0].isupper() and not _begins(text, match.start()):
                proper.add(stem(word))
    return frozenset(proper - common)


def _begins(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" \"“‘'")
    return before == "" or before[-1] in ".!?\n:"


def aliases(texts: Iterable[str]) -> dict[str, str]:
    """For each name (lower case) that the texts equate with another the one that stands for both, the longest."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for text in texts:
        for one, other in _equated(text):
            first, second = sorted((root(one), root(other)), key=lambda name: (-len(name), name))
            parent[second] = first
    return {name: root(name) for name in parent if root(name) != name}


def _equated(text: str) -> Iterable[tuple[str, str]]:
    for match in BRACKETED.finditer(text):
        long, short = match[1].strip(), match[2]
        initials = "".join(word[0] for word in long.split() if word[0].isupper())
        letters = "".join(c for c in short if c.isupper())
        # Only an abbreviation whose first letters the name has, so that "(Reuters)" equates nothing.
        if len(letters) > 1 and letters[0] in initials:
            words = long.split()
            while len(words) > 1 and words[0][0] != letters[0]:
                words = words[1:]
            if words[0][0] == letters[0]:
                yield " ".join(words).lower(), short.lower()
    for match in KNOWN_AS.finditer(text):
        for name in BETWEEN_NAMES.split(match[2]):
            yield match[1].lower(), name.lower()


def unified(text: str, same: Mapping[str, str], pattern: re.Pattern[str] | None) -> str:
    """A text in which every name of `same` is replaced by the one that stands for it, as one capitalised word."""
    if pattern is None:
        return text
    return pattern.sub(lambda match: _one_word(same.get(match.group().lower(), match.group().lower())), text)


def alias_pattern(same: Mapping[str, str]) -> re.Pattern[str] | None:
    """What finds the names of `same`, and those that they stand for, with a capital; None where there are none."""
    known = sorted({*same, *same.values()}, key=lambda name: (-len(name), name))
    if not known:
        return None
    alternatives = "|".join(re.escape(name) for name in known)
    return re.compile(rf"\b(?=[A-Z])(?i:{alternatives})\b")


def _one_word(name: str) -> str:
    return "".join(part.capitalize() for part in re.findall(r"\w+", name))


def weights(documents: Iterable[Iterable[str]]) -> dict[str, float]:
    """Inverse document frequency: how much a term tells, from how many of the documents hold it."""
    counts: Counter[str] = Counter()
    total = 0
    for document in documents:
        total += 1
        counts.update(set(document))
    return {term: math.log(1 + total / count) for term, count in counts.items()}
