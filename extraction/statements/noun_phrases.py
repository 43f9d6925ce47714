"""The noun phrase that ends at a place of a sentence, without what introduces it or what only says when."""

from __future__ import annotations

from extraction.statements.cues import CUES
from extraction.statements.frames import Unit
from extraction.statements.grammar import Range, counts, is_finite, is_nickname
from extraction.statements.words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
)


def opening_of(units: list[Unit], low: int, end: int, mark: str) -> int:
    """Where the last `mark` before `end` stands, not before `low`; -1 where there is none."""
    for i in range(end - 1, low - 1, -1):
        if units[i].text == mark:
            return i
    return -1


def noun_phrase(units: list[Unit], low: int, end: int) -> Range | None:
    """The noun phrase that ends at `end`, within the commas around it, without a time after it."""
    end = _before_time(units, low, end)
    begin = after_introduction(units, _chunk_start(units, low, end), end)
    if begin is None or begin >= end:
        return None
    start = begin
    verbs = [i for i in range(start, end) if is_finite(units, i)]
    relative = any(units[i].lower in RELATIVES for i in range(start + 1, end))
    if verbs and not relative:
        after = verbs[-1] + 1
        while after < end and units[after].lower in PREPOSITIONS | ADVERBS:
            after += 1
        if after < end and (units[after].capitalised or units[after].lower in DETERMINERS):
            start = after
        else:
            return None
    if not any(u.kind == "word" for u in units[start:end]) or (start == 0 and units[0].lower.endswith("ing")):
        return None
    tail = units[end - 1]
    if tail.lower in PREPOSITIONS or tail.lower in SUBORDINATORS or tail.lower in OBJECT_PRONOUNS - {"it", "you"}:
        return None
    return start, end


def _before_time(units: list[Unit], low: int, end: int) -> int:
    """Without "on Tuesday", "earlier Thursday", "last week" at the end of a noun phrase."""
    stop = end
    while stop > low + 1 and (
        units[stop - 1].lower in TIME_WORDS or (units[stop - 1].lower in ("this", "last", "on", "the") and stop < end)
    ):
        stop -= 1
    return stop if stop > low and units[stop - 1].kind == "word" and stop < end else end


def _chunk_start(units: list[Unit], low: int, end: int) -> int:
    i = end
    while i > low:
        unit = units[i - 1]
        if unit.text == ")":
            opening = opening_of(units, max(low, i - 12), i - 1, "(")
            if opening <= low:
                break
            i = opening
            continue
        if unit.kind == "mark" and unit.text not in "'’%$.&/":
            break
        if unit.kind == "quotation":
            nickname = i < end and i - 2 >= low and units[i - 2].capitalised and is_nickname(unit)
            if not nickname:
                break
        elif unit.lower in ("and", "or", "nor"):
            if not _joins_nouns(units, low, i - 1, end):
                break
        elif unit.lower in ("but", "yet", "then"):
            break
        elif unit.lower in RELATIVES:
            joined = i - 2 >= low and units[i - 2].kind == "word" and units[i - 2].lower not in CUES
            if not (joined and (unit.lower == "who" or any(is_finite(units, k) for k in range(i, end)))):
                break
        elif unit.lower in SUBORDINATORS and unit.lower not in PREPOSITIONS:
            break
        i -= 1
    return i


def _joins_nouns(units: list[Unit], low: int, conjunction: int, end: int) -> bool:
    """Whether "and" stands between two nouns of one subject, not between two clauses."""
    for i in range(conjunction - 1, max(low, conjunction - 25) - 1, -1):
        if units[i].kind != "word":
            return i < conjunction - 1
        if is_finite(units, i):
            return False
    return conjunction - 1 >= low


def after_introduction(units: list[Unit], start: int, end: int) -> int | None:
    """Past "But later", "On Friday", "In a speech": where the noun phrase itself begins."""
    while start < end:
        unit = units[start]
        if (
            unit.kind == "mark"
            or (
                unit.lower in CONJUNCTIONS
                or unit.lower in ADVERBS - {"all", "both"}
                or unit.lower in SUBORDINATORS - {"that", "who"}
            )
            or (unit.lower.endswith("ly") and start + 1 < end and (start == 0 or not unit.capitalised))
            or (unit.lower in TIME_WORDS and start + 1 < end)
        ):
            start += 1
        elif unit.lower in ("about", "around", "over", "under") and start + 1 < end and counts(units[start + 1]):
            break
        elif unit.lower in PREPOSITIONS:
            begin = start
            start += 1
            while start < end and (units[start].lower in TIME_WORDS or units[start].lower[0].isdigit()):
                start += 1
            if start > begin + 1:
                continue
            while start < end and not (
                start > begin + 1
                and (units[start].capitalised or units[start].lower in DETERMINERS)
                and not units[start - 1].capitalised
                and units[start - 1].lower not in PREPOSITIONS | DETERMINERS | CONJUNCTIONS
            ):
                start += 1
            return start if start < end else None
        else:
            break
    return start
