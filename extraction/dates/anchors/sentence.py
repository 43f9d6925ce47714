"""The words of the sentence around an expression, and where a sentence begins and ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from extraction.dates.anchors.cues import ABBREVIATIONS, PAST
from extraction.dates.patterns import BREAK, Scan, small

#: How many words a cue may stand from the expression.
REACH = 32


def words_left(scan: Scan, start: int) -> Iterator[str]:
    """Words of the sentence before a token, nearest first."""
    count, index = 0, start
    while index and count < REACH:
        index -= 1
        kind = scan.kinds[index]
        if kind == '"' and (opening := _quoted(scan, index)):
            # What is quoted whole tells of no day outside: She told them "I will be back" on Friday.
            index, count = opening, count + 1
            continue
        if kind == BREAK or (kind in ".!?;" and ends_sentence(scan, index)):
            return
        if kind not in " ,":
            count += 1
            yield _word(scan.tokens[index]) if index > 1 and not _opens(scan, index) else small(scan.tokens[index])


#: The longest quotation that is passed over, in tokens, and the shortest, which is no single word.
LONGEST_QUOTED, SHORTEST_QUOTED = 60, 5


def _quoted(scan: Scan, closing: int) -> int:
    """Where a whole sentence in quotation marks begins that ends at a token; 0 where none does."""
    kinds = scan.kinds
    if kinds[closing - 1] in (" ", BREAK, ".", "!", "?"):
        return 0
    opening = kinds.rfind('"', max(closing - LONGEST_QUOTED, 0), closing - 1)
    if opening < 1 or closing - opening < SHORTEST_QUOTED or kinds[opening - 1] not in (" ", "("):
        return 0
    return opening if scan.tokens[opening + 1][0].isupper() and BREAK not in kinds[opening:closing] else 0


def _opens(scan: Scan, index: int) -> bool:
    """Whether the word at a token opens its sentence: "Asked on Monday" is a verb in spite of its capital."""
    before = index - 1 - (scan.kinds[index - 1] == " ")
    return before < 0 or scan.kinds[before] == BREAK or (scan.kinds[before] in ".!?;" and ends_sentence(scan, before))


def opens_sentence(scan: Scan, start: int) -> bool:
    """Whether "in" before a date opens its sentence, after "but" or "and" at most."""
    before = start - 1 - (scan.kinds[start - 1] == " ")
    if before >= 2 and scan.tokens[before - 2] in ("But", "And"):
        before -= 2
    return before >= 0 and _opens(scan, before)


#: How many words before a date "had" may stand, and how many before it the pronoun.
HAD_REACH, PRONOUN_REACH = 9, 3
PRONOUNS = frozenset("which who whom whose that where".split())


def in_background(scan: Scan, start: int) -> bool:
    """Whether a date is of what "had" been: "The bridge, which had been built in 1994, fell"."""
    left = list(islice(words_left(scan, start), HAD_REACH))
    if "had" not in left:
        return False
    at = left.index("had")
    # What follows the participle ("had been built", "had sailed").
    told = left[: max(at - (2 if left[at - 1 : at] == ["been"] else 1), 0)]
    return not PRONOUNS.isdisjoint(left[at + 1 : at + 1 + PRONOUN_REACH]) and not any(
        word in PAST or word.isdigit() or (len(word) > PRONOUN_REACH and word.endswith("ed")) for word in told
    )


def words_right(scan: Scan, end: int) -> Iterator[str]:
    """Words of the sentence from a token on."""
    count, index = 0, end
    while index < len(scan.tokens) and count < REACH:
        kind = scan.kinds[index]
        if kind == BREAK or (kind in ".!?;" and ends_sentence(scan, index)):
            return
        if kind not in " ,":
            count += 1
            yield _word(scan.tokens[index])
        index += 1


def _word(token: str) -> str:
    """The token in small letters; names keep their capital, so that "United" is no verb, and "May" no modal."""
    return token if token[0].isupper() and (token.endswith("ed") or token == "May") else small(token)


def ends_sentence(scan: Scan, index: int) -> bool:
    """Whether the mark at a token ends a sentence: space or a quotation mark follows, no abbreviation precedes."""
    following = scan.kinds[index + 1 : index + 2]
    if following and following not in " \x00\"')]":
        return False
    if scan.kinds[index] != "." or not index:
        return True
    word = scan.tokens[index - 1]
    return not (len(word) == 1 and word.isalpha()) and word.lower() not in ABBREVIATIONS


def broken(scan: Scan, first: int, second: int) -> bool:
    """Whether a sentence or a paragraph ends between two tokens."""
    return any(
        kind == BREAK or (kind in ".!?;" and ends_sentence(scan, index))
        for index, kind in enumerate(scan.kinds[first:second], first)
    )
