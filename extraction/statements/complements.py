"""What a reporting verb takes: where the content begins after it, past listeners, times and places."""

from __future__ import annotations

from extraction.statements.cues import PREPOSITION_FRAMES, Cue
from extraction.statements.frames import DASHES, Unit
from extraction.statements.grammar import counts, is_finite
from extraction.statements.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    WH_WORDS,
)

# How far the content may lie from its verb: "said in a statement on Monday to the agency that".
REACH = 30
LISTENERS = frozenset("reporters people supporters voters lawmakers journalists viewers delegates readers".split())
ADVERBIAL_OPENERS = frozenset(
    "at on in to from through via with of about during by as for when while after before because since".split()
)
TIME_NOUNS = frozenset("few month year week day weekend spring summer fall winter same".split())
SUBORDINATE = frozenset("as when while after before".split())


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
            if i > start and units[i - 1].lower in PREPOSITIONS and unit.titled:
                i += 1
                direct = False
                continue
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
        if direct and "object" in takes and not (word in ADVERBIAL_OPENERS and _that_ahead(units, i, limit)):
            return i
        if direct and "quoted" in takes:
            return i if any(units[k].kind == "quotation" for k in range(i, min(high, i + REACH))) else None
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
        ahead = _that_ahead(units, i, limit) if i > start or "person" in takes else 0
        if ahead and "that" in takes:
            return ahead + 1
        if commas == 0 and "zero" in takes and (_begins_clause(units, i, high) or _needs_no_verb(units, i, high, cue)):
            return i
        stop = _adverbial(units, i, limit, "zero" in takes)
        if stop <= i and commas and i + 1 < limit and unit.capitalised and units[i + 1].text == ",":
            stop = i + 1  # the state or country of a place
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
    if first.lower in OBJECT_PRONOUNS or first.lower in LISTENERS:
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
    if (
        word in ("this", "that", "these", "last", "next")
        and start + 1 < high
        and units[start + 1].lower in TIME_WORDS | TIME_NOUNS
    ):
        return False
    if word in SUBJECT_PRONOUNS:
        return True
    if word in ("about", "around", "over") and start + 1 < high and counts(units[start + 1]):
        return True
    if (word in OBJECT_PRONOUNS and word not in ("it", "you", "her")) or word in AUXILIARIES:
        return False
    if word in TIME_WORDS or word in ADVERBIAL_OPENERS:
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
        if unit.kind == "quotation" and i - start < 12 and units[i - 1].kind == "word":
            # "said the plan “has no chance”": the verb stands within the quotation
            return True
    return False


def _that_ahead(units: list[Unit], start: int, limit: int) -> int:
    """Where a "that" with a clause stands ahead, no verb before it ("told a crowd here that it rained"), or 0."""
    for i in range(start, min(limit, start + 14)):
        if units[i].kind != "word":
            return 0
        if units[i].lower == "that":
            return i if i > start and i + 1 < limit and not is_finite(units, i + 1) else 0
        if is_finite(units, i) and not units[i].lower.endswith("ed"):
            return 0
    return 0


def _needs_no_verb(units: list[Unit], start: int, high: int, cue: Cue) -> bool:
    """Whether the verb takes clauses alone, so that no verb need be seen: there is none in "said yes, yes, yes"."""
    word = units[start].lower
    if (
        cue.verb not in ("say", "insist", "argue", "contend", "allege", "believe")
        or word in TIME_WORDS
        or word in ADVERBIAL_OPENERS
    ):
        return False
    if (
        (word in OBJECT_PRONOUNS and word not in ("her", "it"))
        or word in ADVERBS
        or word in ("something", "nothing", "this", "last", "next", "goodbye")
    ):
        return False
    return high - start > 3 and all(u.kind == "word" for u in units[start : start + 3])


def _adverbial(units: list[Unit], start: int, limit: int, clause_follows: bool) -> int:
    """Past a time, a place or a manner: "on Monday", "in a statement", "earlier this week", "flatly"."""
    word = units[start].lower
    if word in ADVERBS or word in TIME_WORDS or (word.endswith("ly") and not units[start].capitalised):
        return start + 1
    if word in ("this", "last", "next", "that", "a", "the") and start + 1 < limit:
        following = units[start + 1].lower
        if following in TIME_WORDS or following in TIME_NOUNS:
            return start + 2
    if word[0].isdigit():
        return start + 1
    if word in ("ago", "time", "day", "weeks", "days", "months", "years"):
        return start + 1
    if word not in PREPOSITIONS and word not in SUBORDINATE:
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
        if i > start + 1 and is_finite(units, i) and clause_follows and word not in SUBORDINATE:
            return max(_clause_head(units, start + 2, i), start + 2)
        i += 1
    return i


def past_adverbials(units: list[Unit], start: int, high: int, cue: Cue) -> int:
    """Past the times, places and listeners that follow a verb: the first unit that is none of them."""
    i = start
    limit = min(high, start + REACH)
    if "person" in cue.takes and i < limit and units[i].kind == "word":
        i = _person(units, i, limit)
    while i < limit and units[i].kind == "word":
        if units[i].lower in LISTENERS or units[i].lower in OBJECT_PRONOUNS:
            stop = i + 1
        else:
            stop = _adverbial(units, i, limit, False)
        if stop <= i:
            break
        i = stop
    return i
