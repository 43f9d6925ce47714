"""Where what is said begins and ends: the content of each attribution, bounded at its clause."""

from __future__ import annotations

from typing import NamedTuple

from extraction.statements.attributions import Attribution
from extraction.statements.complements import REACH, content_start, past_adverbials
from extraction.statements.frames import DASHES, Frame, Unit
from extraction.statements.grammar import Range, is_finite
from extraction.statements.words import ADVERBS, CONJUNCTIONS, PREPOSITIONS, RELATIVES, SUBORDINATORS

# How many later attributions may bound the content of one.
AHEAD = 8
# How many units of a clause are looked at.
LONGEST = 200
CLOSING = tuple(",.?!…—–")
# Words that a clause may be built on, its subject taken out: "what he said were mistakes".
EXTRACTED = frozenset("what which that who whom".split())
# After "..., she said," these begin what the article adds.
ADDS_TO_SENTENCE = frozenset("who which when while as where after before citing".split())
CLAUSE_LINKS = frozenset("but and while although though whereas yet".split())


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
    dependent = is_dependent(units, attributions[n])
    for following in attributions[n + 1 : n + 1 + AHEAD]:
        start = following.first
        if following.order == "shared":
            return start
        if start <= attributions[n].end:
            continue
        before = units[start - 1]
        if following.order == "source" and before.text == ",":
            return start
        if following.order == "before":
            if before.text in (";", "-") or before.text in DASHES or before.lower in CLAUSE_LINKS:
                return start - 1
            if before.text == "," and dependent:
                return start - 1
    return len(units)


def is_dependent(units: list[Unit], attribution: Attribution) -> bool:
    """Whether an attribution stands in a clause that depends on another: "when Lund said ...", "who said ..."."""
    if attribution.order in ("shared", "nested") and attribution.cue_first == 0:
        return True
    if attribution.order != "before" or attribution.speaker is None:
        return False
    first = attribution.first
    if first > 0 and units[first - 1].lower in SUBORDINATORS - {"that", "so"}:
        return True
    return any(units[i].lower in RELATIVES for i in range(attribution.speaker[1], attribution.cue_first))


def _ranges(units: list[Unit], attribution: Attribution, low: int, high: int) -> list[Range]:
    before = units[attribution.first - 1] if attribution.first > 0 else None
    if attribution.order == "source":
        return _around_source(units, attribution, low, high)
    if attribution.order == "after":
        if before is None or attribution.first <= low:
            start = content_start(units, attribution.end, high, attribution.cue)
            return [(start, high)] if start is not None else []
        if before.kind != "quotation" and not _is_clause(units, low, attribution.first):
            return []
        return [(low, attribution.first), *_continuation(units, attribution.end, high)]
    start = content_start(units, attribution.cue_end, high, attribution.cue)
    if (
        attribution.order == "before"
        and before is not None
        and before.lower == "as"
        and "that" in attribution.cue.takes
    ):
        return _around_comment(units, attribution, low, high)
    rest = _past_insertion(units, attribution, low, high)
    if rest:
        return [(low, attribution.first), (rest, high)]
    if before is not None and before.lower in EXTRACTED and "zero" in attribution.cue.takes:
        # "what he said were mistakes": the clause has lost its subject to the word before
        i = attribution.cue_end
        if i < high and is_finite(units, i):
            comma = next((k for k in range(i, min(high, i + REACH)) if units[k].text == ","), high)
            return [(i, comma)]
    if attribution.order == "before" and before is not None and attribution.first > low:
        title = before.titled and attribution.first - 2 >= low and units[attribution.first - 2].lower in PREPOSITIONS
        if title and start is not None:
            return [(start, _content_end(units, attribution, start, high))]
        if before.kind == "quotation" and _ends_quotation(before):
            begin = attribution.first - 1
            alone = begin > low and units[begin - 1].text in (":", ",") and _begins_sentence(before)
            return [
                (begin if alone else low, attribution.first),
                *_continuation(units, attribution.cue_end, high),
            ]
        if _may_close(before) and (start is None or units[start].kind == "quotation"):
            rest = past_adverbials(units, attribution.cue_end, high, attribution.cue)
            quoted = before.kind == "quotation" or units[attribution.first - 2].kind == "quotation"
            said = "zero" in attribution.cue.takes or quoted
            if said and (rest >= high or units[rest].kind == "mark") and _is_clause(units, low, attribution.first):
                return [(low, attribution.first), *_continuation(units, attribution.cue_end, high)]
    if start is None:
        return []
    return [(start, _content_end(units, attribution, start, high))]


def _around_comment(units: list[Unit], attribution: Attribution, low: int, high: int) -> list[Range]:
    """ "As Lund said, it rained" and "it rained, as Lund said": the clause beside it."""
    after = past_adverbials(units, attribution.cue_end, high, attribution.cue)
    closed = after >= len(units) or units[after].kind == "mark"
    if not closed:
        start = content_start(units, attribution.cue_end, high, attribution.cue)
        return [(start, _content_end(units, attribution, start, high))] if start is not None else []
    first = attribution.first - 1
    before = [(low, first)] if first > low and _is_clause(units, low, first) else []
    if before and units[first - 1].text != ",":
        return []
    follows = after + 1 < len(units) and units[after].text == ","
    return [*before, (after + 1, len(units))] if follows else before


def _past_insertion(units: list[Unit], attribution: Attribution, low: int, high: int) -> int:
    """Where the clause goes on after an attribution set into it ("The harbour, Lund said, was open"), or 0."""
    first = attribution.first
    if (
        attribution.order != "before"
        or first <= low
        or units[first - 1].text != ","
        or "zero" not in attribution.cue.takes
    ):
        return 0
    after = past_adverbials(units, attribution.cue_end, high, attribution.cue)
    if after + 1 >= high or units[after].text != ",":
        return 0
    following = units[after + 1]
    if following.kind == "quotation":
        return after + 1 if not following.first_letter.isupper() and after == attribution.cue_end else 0
    if following.kind != "word" or following.lower.endswith("ing") or following.lower in ADDS_TO_SENTENCE:
        return 0
    if after > attribution.cue_end and not (_is_clause(units, low, first) and _goes_on(units, after + 1, high)):
        return 0
    return after + 1


def _content_end(units: list[Unit], attribution: Attribution, start: int, high: int) -> int:
    """Where content that follows its verb ends: with a whole quotation, or with the clause that it depends on."""
    if units[start].kind == "quotation":
        end = start + 1
        if _ends_quotation(units[start]) or (_is_introduced(units, start) and _begins_sentence(units[start])):
            while end < high and (
                units[end].kind == "quotation" or (units[end].kind == "mark" and units[end].text not in ":;")
            ):
                end += 1
            if (
                end < high
                and units[end].lower in ("and", "or")
                and end + 1 < high
                and units[end + 1].kind == "quotation"
            ):
                return high
            return end
        return high
    compared = next((i for i in range(start + 1, min(high, start + 2 * REACH)) if units[i].lower == "compared"), 0)
    if compared and units[compared - 1].text == ",":
        return compared - 1
    if is_dependent(units, attribution):
        for i in range(start + 1, min(high, start + 2 * REACH)):
            if (
                units[i].text == ","
                and i + 1 < high
                and (is_finite(units, i + 1) or _opens_main_clause(units, i + 1, high))
            ):
                return i
    return high


def _opens_main_clause(units: list[Unit], start: int, high: int) -> bool:
    """Whether a name or a pronoun and a verb follow: the main clause after a dependent one."""
    i = start
    if units[i].lower in ("the", "a", "his", "her", "their", "its") and start + 3 < high:
        return is_finite(units, start + 2) or is_finite(units, start + 3)
    while i < min(high, start + 6) and (
        units[i].capitalised or (i == start and units[i].lower in ("he", "she", "they", "the"))
    ):
        i += 1
    return i > start and i < high and is_finite(units, i)


def _is_introduced(units: list[Unit], at: int) -> bool:
    """Whether a quotation follows a comma, a colon or the verb itself."""
    return at > 0 and (units[at - 1].text in (",", ":") or units[at - 1].kind == "word")


def _begins_sentence(unit: Unit) -> bool:
    quotation = unit.quotation
    return quotation is not None and unit.first_letter.isupper() and unit.end - unit.start > 12


def _ends_quotation(unit: Unit) -> bool:
    """Whether a quotation's last mark shows that what is said ends with it."""
    return unit.quotation is not None and (unit.last_mark in CLOSING or not unit.quotation.closed)


def _may_close(unit: Unit) -> bool:
    """Whether what stands before the speaker may be what is said: a comma or a quotation ends it."""
    return unit.quotation is not None or unit.text in (",", "?", "!", "…") or unit.text in DASHES


def _is_clause(units: list[Unit], low: int, end: int) -> bool:
    """Whether what stands here can be what somebody said: a clause that depends on no other, or a quotation."""
    while low < end and (units[low].kind == "mark" or units[low].lower in CONJUNCTIONS):
        low += 1
    end = min(end, low + LONGEST)
    if low >= end:
        return False
    commas = any(u.text == "," for u in units[low : end - 1])
    dependent = units[low].lower in SUBORDINATORS or (units[low].kind == "word" and units[low].lower.endswith("ing"))
    if (dependent or units[low].lower in PREPOSITIONS) and not commas:
        return any(u.kind == "quotation" and _begins_sentence(u) for u in units[low:end])
    return any(units[i].kind == "quotation" or is_finite(units, i) for i in range(low, end))


def _around_source(units: list[Unit], attribution: Attribution, low: int, high: int) -> list[Range]:
    before = any(
        u.kind == "quotation" or (u.kind == "word" and u.lower not in CONJUNCTIONS | ADVERBS | {"that"})
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


def _trimmed(units: list[Unit], start: int, end: int) -> Range:
    while start < end and units[start].kind == "mark" and units[start].text not in "$([€£":
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
