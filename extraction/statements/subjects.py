"""Who stands beside a reporting verb: the noun phrase before it, or after it where the order is turned round."""

from __future__ import annotations

from extraction.statements.cues import CUES
from extraction.statements.frames import DASHES, Unit
from extraction.statements.grammar import (
    PERSONAL,
    Range,
    has_verb,
    is_apposition,
    is_finite,
    is_nickname,
    role_of,
)
from extraction.statements.noun_phrases import after_introduction, noun_phrase, opening_of
from extraction.statements.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
)

# How far a subject may lie from its verb, in units. Longer ones are lists or mistakes; the bound keeps time linear.
REACH = 60


def subject_before(units: list[Unit], low: int, verb: int) -> Range | None:
    """The noun phrase that ends right before the verb group at `verb`, with its appositions, or None."""
    low = max(low, verb - REACH)
    if verb <= low:
        return None
    last = units[verb - 1]
    if last.kind == "quotation":
        return None
    if last.lower in TIME_WORDS:
        stop = verb
        while stop > low and (units[stop - 1].lower in TIME_WORDS or units[stop - 1].lower in ("this", "last", "on")):
            stop -= 1
        if low < stop < verb and units[stop - 1].text == ",":
            return _with_apposition(units, low, stop - 1)
        if low < stop < verb:
            return subject_before(units, low, stop)
    if last.lower in PERSONAL:
        return verb - 1, verb
    if last.lower in ("who", "which", "that"):
        end = verb - 1
        comma = end - 1 >= low and units[end - 1].text == ","
        if comma and last.lower == "who":
            return _with_apposition(units, low, end - 1)
        return noun_phrase(units, low, end - 1 if comma else end)
    if last.text == ",":
        return _with_apposition(units, low, verb - 1)
    if last.text == ")":
        opening = opening_of(units, low, verb - 1, "(")
        before = noun_phrase(units, low, opening) if opening > low else None
        return (before[0], verb) if before else None
    if last.text in DASHES:
        opening = opening_of(units, low, verb - 1, last.text)
        before = noun_phrase(units, low, opening) if opening > low else None
        return (before[0], verb - 1) if before else None
    if last.kind == "mark":
        return None
    return _with_list(units, low, _with_name(units, low, noun_phrase(units, low, verb)))


def _is_place_of(units: list[Unit], phrase: Range, start: int, end: int) -> bool:
    """ "a baker in Springfield, Illinois,": the larger place after a comma."""
    inside = phrase[1] - phrase[0] > 1 and any(
        u.lower in ("in", "of", "from", "near") for u in units[phrase[1] - 3 : phrase[1] - 1]
    )
    return inside and end - start <= 2 and all(u.capitalised for u in units[start:end])


def _described_name(units: list[Unit], chunks: list[Range]) -> int | None:
    """The number of the chunk that is a full name and nothing else, with none but descriptions after it."""
    k = len(chunks) - 1
    while k > 0 and is_apposition(units, *chunks[k]):
        k -= 1
    if k == len(chunks) - 1 or k < 0:
        return None
    a, b = chunks[k]
    full = 2 <= b - a <= 4 and all(u.kind == "word" and u.text[0].isupper() for u in units[a:b])
    return k if full else None


def _with_name(units: list[Unit], low: int, phrase: Range | None) -> Range | None:
    """With the name before a comma that a role after it describes, where no second comma closes the role."""
    if phrase is None or phrase[0] - 3 < low or units[phrase[0] - 1].text != ",":
        return phrase
    if not any(role_of(u.lower) for u in units[phrase[0] : phrase[1]]) or not is_apposition(units, *phrase):
        return phrase
    start = phrase[0] - 1
    while start > low and units[start - 1].kind == "word" and units[start - 1].text[0].isupper():
        start -= 1
    if any(u.lower in TIME_WORDS or u.lower in PREPOSITIONS for u in units[start : phrase[0] - 1]):
        return phrase
    bounded = start == low or units[start - 1].kind != "word" or units[start - 1].lower in CONJUNCTIONS
    return (start, phrase[1]) if phrase[0] - 1 - start >= 2 and bounded else phrase


def _with_list(units: list[Unit], low: int, phrase: Range | None) -> Range | None:
    """With the names before it, where the phrase is the end of a list: "Lund, Holm and Berg said"."""
    if phrase is None or not any(u.lower in ("and", "or") for u in units[phrase[0] : phrase[1]]):
        return phrase
    start = phrase[0]
    if start - 2 >= low and units[start - 1].lower in ("and", "or") and units[start - 2].text == ",":
        start -= 1
    for _ in range(4):
        if start - 2 < low or units[start - 1].text != ",":
            break
        left = start - 1
        while (
            left > low
            and start - left < 12
            and units[left - 1].text not in (",", ";", ":")
            and units[left - 1].kind != "quotation"
        ):
            left -= 1
        begin = after_introduction(units, left, start - 1)
        if begin is None or begin >= start - 1 or has_verb(units, left, start - 1) or units[left].lower in PREPOSITIONS:
            break
        start = begin
        if begin > left:
            break
    return start, phrase[1]


def _with_apposition(units: list[Unit], low: int, end: int) -> Range | None:
    """The subject of "Ada Lund, head of the board, said": `end` is the comma before the verb.

    The commas cut what stands before the verb into chunks. From the left, a chunk with a verb of its own is another
    clause, one that begins with a preposition or a participle introduces; the first that is a noun phrase is the
    subject, and the chunks after it describe it.
    """
    begin = end
    while begin > low and not (
        units[begin - 1].text in (";", ":")
        or (units[begin - 1].kind == "quotation" and not (is_nickname(units[begin - 1]) and units[begin].capitalised))
    ):
        begin -= 1
    chunks: list[Range] = []
    start = begin
    for i in range(begin, end + 1):
        if i == end or units[i].text == ",":
            if i > start:
                chunks.append((start, i))
            start = i + 1
    candidate: Range | None = None
    rest: Range | None = None
    for a, b in chunks:
        verbal = has_verb(units, a, b)
        if candidate is not None and (not verbal or units[a].lower in ("and", "or") or is_apposition(units, a, b)):
            continue
        stop = opening_of(units, a, b - 1, "(") if units[b - 1].text == ")" else b
        phrase = noun_phrase(units, a, stop) if stop > a else None
        if phrase is not None and phrase[1] == stop:
            phrase = (phrase[0], b)
        if verbal and not any(u.lower in RELATIVES for u in units[a + 1 : b]):
            candidate = None
            rest = phrase if phrase is not None and phrase[1] == b and phrase[0] > a else None
            continue
        introduces = units[a].lower in PREPOSITIONS | SUBORDINATORS or units[a].lower.endswith("ing")
        if introduces and not (
            phrase and phrase[0] > a and units[phrase[0]].capitalised and units[a].lower in PREPOSITIONS
        ):
            continue
        if rest is not None and (is_apposition(units, a, b) or _is_place_of(units, rest, a, b)):
            candidate = rest
            continue
        if phrase is not None and (phrase[1] == b):
            candidate = phrase
    if candidate is None:
        candidate = rest
    named = _described_name(units, chunks)
    if (
        named is not None
        and (candidate is None or candidate[0] < chunks[named][0])
        and (candidate is None or named > 1)
    ):
        candidate = chunks[named]
    return (candidate[0], end) if candidate is not None else None


def subject_after(units: list[Unit], start: int, high: int) -> tuple[Range, int] | None:
    """The noun phrase that begins at `start`, and where its appositions end; None where there is none."""
    high = min(high, start + REACH)
    if start >= high or units[start].kind != "word":
        return None
    first = units[start]
    if first.lower in PERSONAL:
        return (start, start + 1), start + 1
    if (
        first.lower in OBJECT_PRONOUNS
        or first.lower in SUBORDINATORS
        or first.lower in PREPOSITIONS
        or first.lower in CONJUNCTIONS
    ):
        return None
    if (
        (first.lower in TIME_WORDS and first.lower not in ("may", "march", "april", "june", "august"))
        or (first.lower in AUXILIARIES and not first.capitalised)
        or (first.lower in ADVERBS and first.lower not in ("all", "both"))
    ):
        return None
    i = start
    while i < high:
        unit = units[i]
        if unit.kind == "quotation":
            nickname = i > start and i + 1 < high and units[i + 1].capitalised and is_nickname(unit)
            if not nickname:
                break
        elif unit.kind == "mark":
            if unit.text not in "'’%&/":
                break
        elif (
            (i > start and is_finite(units, i) and not _is_reduced(units, i, high))
            or (unit.lower in TIME_WORDS and i > start and not (unit.capitalised and units[i - 1].capitalised))
            or unit.lower in RELATIVES
            or unit.lower in ("when", "while", "as", "if", "but", "where", "because")
        ):
            break
        elif unit.lower in ("and", "or"):
            if not (i + 1 < high and (units[i + 1].capitalised or units[i + 1].lower in DETERMINERS)):
                break
        elif unit.lower in PREPOSITIONS and unit.lower != "of" and i > start and not _belongs(units, i, high):
            break
        i += 1
    if i == start:
        return None
    while i > start + 1 and units[i - 1].lower in PREPOSITIONS | DETERMINERS | CONJUNCTIONS:
        i -= 1
    return (start, i), _apposition_end(units, i, high)


def _is_reduced(units: list[Unit], i: int, high: int) -> bool:
    """Whether an -ed form only describes the noun before it: "a source involved in the talks"."""
    return units[i].lower.endswith("ed") and i + 1 < high and units[i + 1].lower in PREPOSITIONS


def _belongs(units: list[Unit], i: int, high: int) -> bool:
    """Whether a preposition goes with the noun before it ("a spokesman for the board"), not with the verb."""
    if units[i - 1].capitalised or i + 1 >= high:
        return False
    following = units[i + 1].lower
    if units[i].lower in ("close", "familiar", "with", "for", "from", "to", "who"):
        return following not in TIME_WORDS and following not in ("reporters", "a", "an")
    return (
        units[i].lower in ("at", "in", "on")
        and following not in ("a", "an")
        and following not in TIME_WORDS
        and bool(role_of(units[i - 1].lower))
    )


def _apposition_end(units: list[Unit], i: int, high: int) -> int:
    if i < high and units[i].text == "(":
        for k in range(i, min(high, i + 12)):
            if units[k].text == ")":
                i = k + 1
                break
    for _ in range(3):
        if i >= high or units[i].text != "," or (i + 1 < high and units[i + 1].lower == "which"):
            return i
        k = i + 1
        while k < high and not (
            units[k].text in (",", ";", ":", ".", "(") or units[k].text in DASHES or units[k].kind == "quotation"
        ):
            if k > i + 1 and units[k].lower.endswith("ing") and units[k].lower in CUES:
                break
            k += 1
        if k - i <= 3 and k < high and units[k].text == "," and all(u.capitalised for u in units[i + 1 : k]):
            i = k  # a place: "of Springfield, Ill., who"
            continue
        if k >= high or units[k].kind == "quotation" or not is_apposition(units, i + 1, k):
            plain = k - i <= 12 and k > i + 1 and is_apposition(units, i + 1, k)
            return k if plain else i
        if units[i + 1].lower in CONJUNCTIONS:
            return i
        i = k
    return i


def first_subject(units: list[Unit], low: int, high: int) -> Range | None:
    """The subject of the clause that begins at `low`: the first noun phrase before a verb."""
    start = low
    for _ in range(4):
        verb = next((i for i in range(start, min(high, start + REACH)) if is_finite(units, i)), None)
        if verb is None:
            return None
        group = verb
        while group > start and (
            units[group - 1].lower in ADVERBS
            or (units[group - 1].lower.endswith("ly") and not units[group - 1].capitalised)
        ):
            group -= 1
        found = subject_before(units, low, group)
        if found is not None:
            return found
        start = verb + 1
    return None
