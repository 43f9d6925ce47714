"""Where what is said begins and ends: the content of each attribution, bounded at its clause."""

from __future__ import annotations

from typing import NamedTuple

from extraction.statements.attributions import Attribution
from extraction.statements.cues import PREPOSITION_FRAMES, Cue
from extraction.statements.frames import DASHES, Frame, Unit
from extraction.statements.subjects import Range, is_finite
from extraction.statements.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    WH_WORDS,
)

# How far the content may lie from its verb: "said in a statement on Monday to the agency that".
REACH = 30
# How many later attributions may bound the content of one.
AHEAD = 8


class Content(NamedTuple):
    """An attribution and the unit ranges of what it attributes."""

    attribution: Attribution
    ranges: list[Range]


def contents_of(frame: Frame, attributions: list[Attribution]) -> list[Content]:
    """What each attribution of a frame attributes; those that attribute nothing are left out."""
    units = frame.units
    found: list[Content] = []
    low = 0
    for n, attribution in enumerate(attributions):
        high = _high(units, attributions, n)
        ranges = _ranges(units, attribution, low, high)
        ranges = [r for r in (_trimmed(units, *r) for r in ranges) if r[0] < r[1] and _has_substance(units, r)]
        if ranges:
            found.append(Content(attribution, ranges))
            # What stands before a verb begins after the attributions already read, unless those lie within it.
            if ranges[0][0] < attribution.first or attribution.order == "source":
                low = max(low, attribution.end)
    return found


def _high(units: list[Unit], attributions: list[Attribution], n: int) -> int:
    """Content after a verb ends where the next attribution of the same level begins."""
    for following in attributions[n + 1 : n + 1 + AHEAD]:
        start = following.first
        if following.order == "shared":
            return start
        if following.order == "source" and start > 0 and units[start - 1].text == ",":
            return start
        if following.order == "before" and start > attributions[n].end:
            mark = units[start - 1]
            if mark.text == ";" or (mark.lower in ("but", "and") and start > 1 and units[start - 2].text in (",", ";")):
                return start - 1
    return len(units)


def _ranges(units: list[Unit], attribution: Attribution, low: int, high: int) -> list[Range]:
    before = units[attribution.first - 1] if attribution.first > 0 else None
    if attribution.order == "source":
        return _around_source(units, attribution, low, high)
    if attribution.order == "after":
        if before is None or attribution.first <= low:
            start = content_start(units, attribution.end, high, attribution.cue)
            return [(start, high)] if start is not None else []
        return [(low, attribution.first), *_continuation(units, attribution.end, high)]
    if attribution.order == "before" and before is not None and attribution.first > low and _is_said_before(before):
        rest = content_start(units, attribution.cue_end, high, attribution.cue)
        if rest is not None and rest < len(units) and units[rest].kind != "quotation" and before.kind != "quotation":
            return [(rest, high)]
        if before.kind == "quotation" or rest is None:
            return [(low, attribution.first), *_continuation(units, attribution.cue_end, high)]
    start = content_start(units, attribution.cue_end, high, attribution.cue)
    if start is not None:
        return [(start, high)]
    return []


def _is_said_before(unit: Unit) -> bool:
    """Whether what stands before the speaker may be what is said: a comma or a closed quotation ends it."""
    if unit.quotation is not None:
        return True
    return unit.text in (",", "?", "!", "…") or unit.text in DASHES


def _around_source(units: list[Unit], attribution: Attribution, low: int, high: int) -> list[Range]:
    before = any(
        u.kind == "quotation" or (u.kind == "word" and u.lower not in CONJUNCTIONS | ADVERBS)
        for u in units[low : attribution.first]
    )
    if not before:
        start = attribution.end
        while start < high and units[start].text in (",", ":"):
            start += 1
        return [(start, high)]
    ranges = [(low, attribution.first)]
    if attribution.end < high and units[attribution.end].text == ",":
        start = attribution.end + 1
        if start < high and not (
            units[start].lower in ("who", "as", "while", "after", "when", "in", "but", "and")
            or units[start].lower.endswith("ing")
        ):
            ranges.append((start, high))
    return ranges


def _continuation(units: list[Unit], start: int, high: int) -> list[Range]:
    """What goes on after "..., she said": a second quotation, or the rest of the clause."""
    i = start
    while i < high and i < start + REACH:
        unit = units[i]
        if unit.kind == "quotation":
            return [(i, high)]
        if unit.text in (",", ";", ":") or unit.text in DASHES:
            if i + 1 < high and units[i + 1].kind == "quotation":
                return [(i + 1, high)]
            if i + 1 < high and i == start and unit.text == "," and _goes_on(units, i + 1, high):
                return [(i + 1, high)]
            if unit.text != ",":
                return []
        i += 1
    return []


def _goes_on(units: list[Unit], start: int, high: int) -> bool:
    first = units[start]
    if (
        first.lower.endswith("ing")
        or first.lower in PREPOSITIONS
        or first.lower in ("who", "as", "while", "when", "where")
    ):
        return False
    return any(is_finite(units, i) for i in range(start, min(high, start + REACH)))


def content_start(units: list[Unit], start: int, high: int, cue: Cue) -> int | None:
    """Where the content begins after a reporting verb; None where the verb takes nothing of what follows."""
    takes = cue.takes
    i = start
    direct = True  # nothing but the verb stands before the content
    commas = 0
    limit = min(high, start + REACH)
    while i < limit:
        unit = units[i]
        if unit.kind == "quotation":
            return i
        if unit.text == ":":
            return i + 1 if i + 1 < high else None
        if unit.kind == "mark":
            if unit.text == ",":
                commas += 1
                if commas > 2:
                    return None
                i += 1
                direct = False
                continue
            if unit.text in DASHES and i + 1 < limit and units[i + 1].kind == "quotation":
                return i + 1
            if unit.text == "(":
                while i < limit and units[i].text != ")":
                    i += 1
                i += 1
                continue
            return None
        word = unit.lower
        if word == "that" and ("that" in takes):
            return i + 1 if i + 1 < high else None
        if word in WH_WORDS and "wh" in takes and commas == 0 and word != "who":
            return i
        if word == "to" and i + 1 < high and _is_verb_after_to(units, i + 1):
            return i if "to" in takes and commas == 0 else None
        if direct and word in PREPOSITION_FRAMES and word in takes:
            return i + 1
        if direct and "object" in takes:
            return i
        if direct and "person" in takes:
            stop = _person(units, i, limit)
            if stop > i:
                i, direct = stop, False
                takes = takes | {"zero"}
                continue
        if commas == 0 and "to" in takes and cue.verb not in ("say", "agree", "offer", "claim"):
            stop = _infinitive_ahead(units, i, limit)
            if stop:
                return i
        if commas == 0 and "zero" in takes and _begins_clause(units, i, high):
            return i
        stop = _adverbial(units, i, limit, "zero" in takes)
        if stop <= i:
            return None
        i, direct = stop, False
    return None


def _is_verb_after_to(units: list[Unit], i: int) -> bool:
    unit = units[i]
    return (
        unit.kind == "word"
        and not unit.capitalised
        and unit.lower not in DETERMINERS
        and unit.lower not in OBJECT_PRONOUNS
        and not unit.lower.endswith("s")
        and unit.lower not in ("reporters", "people", "media")
    ) or unit.lower in ("discuss", "pass", "address", "focus")


def _infinitive_ahead(units: list[Unit], start: int, limit: int) -> bool:
    """ "urged the ministers to leave": a person, then an infinitive."""
    for i in range(start, min(limit, start + 12)):
        if units[i].kind != "word" or (is_finite(units, i) and i > start):
            return False
        if units[i].lower == "to" and i + 1 < limit and i > start and _is_verb_after_to(units, i + 1):
            return True
    return False


def _person(units: list[Unit], start: int, limit: int) -> int:
    """Past whoever is spoken to: "told them", "told the agency's Ada Lund"."""
    first = units[start]
    if first.lower in OBJECT_PRONOUNS or first.lower in (
        "reporters",
        "people",
        "supporters",
        "voters",
        "lawmakers",
        "journalists",
    ):
        return start + 1
    if not (first.capitalised or first.lower in DETERMINERS or first.lower.endswith("s")):
        return start
    i = start
    while i < limit:
        unit = units[i]
        if (
            unit.kind != "word"
            or unit.lower in PREPOSITIONS | {"that", "who"}
            or unit.lower in WH_WORDS
            or unit.lower in TIME_WORDS
        ):
            break
        if i > start and (unit.lower in SUBJECT_PRONOUNS or unit.lower in DETERMINERS) and unit.lower not in ("that",):
            break
        if is_finite(units, i) and i > start:
            return max(_clause_head(units, start + 1, i), start + 1)
        i += 1
    if i < limit and units[i].lower == "of" and i + 1 < limit:
        i += 1
        while i < limit and units[i].kind == "word" and (units[i].capitalised or units[i].lower in DETERMINERS):
            i += 1
    return i


def _clause_head(units: list[Unit], low: int, verb: int) -> int:
    """Where the subject of a verb begins, going back over a name or a simple noun phrase."""
    i = verb
    while i > low and units[i - 1].lower in ADVERBS | AUXILIARIES:
        i -= 1
    head = i
    while (
        head > low
        and units[head - 1].kind == "word"
        and (units[head - 1].capitalised or (units[head - 1].lower in ("of", "the") and head < i))
    ):
        head -= 1
    if head < i:
        return head
    while i > low and units[i - 1].kind == "word" and units[i - 1].lower not in PREPOSITIONS:
        i -= 1
        if units[i].lower in DETERMINERS:
            break
    return i


def _begins_clause(units: list[Unit], start: int, high: int) -> bool:
    """Whether a clause begins here: its subject, then its verb."""
    first = units[start]
    word = first.lower
    if word in SUBJECT_PRONOUNS:
        return True
    if (word in OBJECT_PRONOUNS and word not in ("it", "you")) or word in AUXILIARIES:
        return False
    if word in TIME_WORDS or word in (
        "at",
        "on",
        "in",
        "to",
        "from",
        "through",
        "via",
        "with",
        "of",
        "about",
        "during",
        "by",
        "as",
        "for",
    ):
        return False
    if word in ("when", "while", "after", "before", "because", "since"):
        return False
    if word in ADVERBS and not (start + 1 < high and _begins_clause(units, start + 1, high)):
        return False
    commas = 0
    for i in range(start + 1, min(high, start + 25)):
        unit = units[i]
        if unit.text == ",":
            commas += 1
            if commas > 2 and first.lower != "if":
                return False
        elif unit.kind == "mark" and unit.text in (";", ":", ".", "?"):
            return False
        if is_finite(units, i) and units[i - 1].lower != "to":
            return True
    return False


def _adverbial(units: list[Unit], start: int, limit: int, clause_follows: bool) -> int:
    """Past a time, a place or a manner: "on Monday", "in a statement", "earlier this week", "flatly"."""
    word = units[start].lower
    if word in ADVERBS or word in TIME_WORDS or (word.endswith("ly") and not units[start].capitalised):
        return start + 1
    if word in ("this", "last", "next", "that", "a", "the") and start + 1 < limit:
        following = units[start + 1].lower
        if following in TIME_WORDS or following in (
            "few",
            "month",
            "year",
            "week",
            "day",
            "weekend",
            "spring",
            "summer",
            "fall",
            "winter",
            "same",
        ):
            return start + 2
    if word[0].isdigit():
        return start + 1
    if word in ("ago", "time", "day", "weeks", "days", "months", "years"):
        return start + 1
    if word not in PREPOSITIONS and word not in ("as", "when", "while", "after", "before"):
        return start
    i = start + 1
    while i < limit:
        unit = units[i]
        if unit.kind != "word":
            return i
        if (
            unit.lower == "that"
            or unit.lower in PREPOSITIONS
            or unit.lower in ("he", "she", "they", "there", "we", "i")
        ):
            return i
        if unit.lower in TIME_WORDS and i > start + 1:
            return i
        if (
            i > start + 1
            and is_finite(units, i)
            and clause_follows
            and word not in ("as", "when", "while", "after", "before")
        ):
            return max(_clause_head(units, start + 2, i), start + 2)
        i += 1
    return i


def _trimmed(units: list[Unit], start: int, end: int) -> Range:
    while start < end and (
        (units[start].kind == "mark" and units[start].text not in "$([€£")
        or (units[start].lower == "that" and start + 1 < end and units[start].kind == "word" and False)
    ):
        start += 1
    while end > start and (
        (units[end - 1].kind == "mark" and units[end - 1].text not in ")]%")
        or units[end - 1].lower in ("and", "but", "or", "as")
    ):
        end -= 1
    return start, end


def _has_substance(units: list[Unit], content: Range) -> bool:
    """At least two words or a quotation; no more of them is read than that takes."""
    words = 0
    for i in range(*content):
        if units[i].kind == "quotation":
            return True
        words += units[i].kind == "word"
        if words > 1:
            return True
    return False
