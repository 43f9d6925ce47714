"""What words are: verbs of clauses, plurals, role nouns, appositions."""

from __future__ import annotations

from extraction.statements.cues import CUES, NOUN_LIKE
from extraction.statements.frames import Unit
from extraction.statements.words import (
    AUXILIARIES,
    BODY_NOUNS,
    DETERMINERS,
    FINITE_VERBS,
    NOT_VERBS,
    PREPOSITIONS,
    RELATIVES,
    ROLE_NOUNS,
)

#: Two unit numbers of a frame: the first, and the one after the last.
Range = tuple[int, int]
PERSONAL = frozenset("he she they it i we you".split())
APPOSITION_OPENERS = frozenset(
    "a an the who which whose his her its their one former formerly now also then head chief both another among "
    "himself herself aged".split()
)


def is_finite(units: list[Unit], i: int) -> bool:
    """Whether a unit looks like the verb of a clause."""
    unit = units[i]
    word = unit.lower
    if unit.kind != "word" or (unit.text[0].isupper() and i > 0):
        return False
    if word in FINITE_VERBS or word in AUXILIARIES:
        return True
    if word in NOUN_LIKE:
        return False
    cue = CUES.get(word)
    if cue is not None and cue.form in ("past", "present"):
        return True
    if word.endswith("ed") and len(word) > 4 and word not in NOT_VERBS and "-" not in word:
        return not (i > 0 and units[i - 1].lower in DETERMINERS)
    return False


def is_plural(word: str) -> bool:
    """Whether a noun looks plural."""
    return (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word in (
        "people",
        "men",
        "women",
        "police",
    )


def role_of(word: str) -> str:
    """The singular of a role noun ("advisers" gives "adviser"), or the empty string."""
    word = word.rsplit("-", 1)[-1] if "-" in word and word not in ROLE_NOUNS else word
    if word in ROLE_NOUNS:
        return word
    if word.endswith("s") and word[:-1] in ROLE_NOUNS:
        return word[:-1]
    if word.endswith("men") and word[:-3] + "man" in ROLE_NOUNS:
        return word[:-3] + "man"
    if word.endswith("ies") and word[:-3] + "y" in ROLE_NOUNS:
        return word[:-3] + "y"
    return ""


def is_apposition(units: list[Unit], start: int, end: int) -> bool:
    """Whether what stands between two commas only describes what stands before them: age, role, party, place."""
    if start >= end:
        return False
    first = units[start]
    if first.kind != "word":
        return False
    if first.lower in RELATIVES:
        return True
    if first.lower in PERSONAL:
        return False
    if any(is_finite(units, i) and not units[i].lower.endswith("ed") for i in range(start, end)):
        return any(units[i].lower in RELATIVES for i in range(start, end)) and first.lower in DETERMINERS
    if first.lower in APPOSITION_OPENERS or first.lower[0].isdigit() or role_of(first.lower):
        return True
    if first.capitalised and any(role_of(u.lower) for u in units[start:end]):
        return True
    if len(first.text) > 2 and first.text[1] in "-‑" and first.text[0] in "DRI":
        return True
    return not any(u.capitalised for u in units[start:end]) or (
        first.text[0].islower()
        and first.lower not in PREPOSITIONS
        and not any(is_finite(units, i) for i in range(start, end))
    )


def has_verb(units: list[Unit], start: int, end: int) -> bool:
    """Whether a chunk holds the verb of a clause; "based in", "released by" are none."""
    for i in range(start, end):
        if is_finite(units, i):
            participle = units[i].lower.endswith("ed") and i + 1 < end and units[i + 1].lower in PREPOSITIONS
            if not participle:
                return True
    return False


def ends_in_body(units: list[Unit], phrase: Range) -> bool:
    """Whether a phrase's last word is a body such as a ministry or a newspaper."""
    return units[phrase[1] - 1].lower in BODY_NOUNS


def counts(unit: Unit) -> bool:
    """Whether a unit is a number."""
    return unit.lower[0].isdigit() or unit.lower in (
        "half",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
    )


def is_nickname(unit: Unit) -> bool:
    """Whether a quotation may be the nickname within a name."""
    return unit.end - unit.start < 30 and unit.last_mark.isalnum()
