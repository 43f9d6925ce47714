"""Where a date stands in its clause: at its head, before a noun, behind "early" or "the end of"."""

from __future__ import annotations

from extraction.dates.anchors.cues import BEFORE_DATES, CONJUNCTIONS
from extraction.dates.patterns import BREAK, Scan

#: What stands before a clause.
CLAUSE_MARKS = frozenset(",.;:!?\"'()-" + BREAK)
#: "early April", "mid-April", "the very end of April": what stands between a date and the word that it follows.
PART_WORDS, PART_NOUNS = frozenset("early mid late".split()), frozenset("beginning start middle end close".split())
#: What joins a clause to the one before it, and what needs a comma for that.
JOINING, LISTING = (
    frozenset("but while whereas although though because that".split()),
    frozenset("and so then yet".split()),
)


def before_part(left: list[str]) -> list[str]:
    """The words before a date and the part of it that is told: "until early April" ends as "until April" does."""
    at = 1 if left[:1] == ["-"] else 0
    if left[at : at + 1] and left[at] in PART_WORDS:
        return left[at + 1 :]
    if left[:1] != ["of"] or not left[1:2] or left[1] not in PART_NOUNS:
        return left
    rest = left[3:] if left[2:3] == ["very"] else left[2:]
    return rest[1:] if rest[:1] == ["the"] else rest


def own_clause(scan: Scan, start: int) -> bool:
    """Whether the date opens a clause that is joined to another: "passed the bill, and on Friday the Senate will"."""
    at = start
    while at > 1 and (
        scan.kinds[at - 1] == " "
        or scan.tokens[at - 1].lower() in BEFORE_DATES
        or (scan.tokens[at - 1] in PART_NOUNS and scan.tokens[at : at + 2] == [" ", "of"])
        or (scan.tokens[at - 1] == "of" and scan.tokens[max(at - 3, 0)] in PART_NOUNS)
    ):
        at -= 1
    word = scan.tokens[at - 1].lower() if at else ""
    return word in JOINING or (word in LISTING and scan.kinds[max(at - 3, 0) : at - 1] in (", ", "; "))


def opens_quotation(scan: Scan, start: int) -> bool:
    """Whether the date opens what somebody is quoted with: She said on Friday, "Saturday will be my last day"."""
    at = start - 2 if scan.tokens[max(start - 2, 0)].lower() in BEFORE_DATES else start
    at = at - 2 if scan.tokens[max(at - 2, 0)].lower() in BEFORE_DATES else at
    return at > 1 and scan.kinds[at - 1] == '"' and scan.kinds[at - 2] in (" ", BREAK)


def possessive(scan: Scan, end: int) -> bool:
    """Whether the date is that of the noun after it: "Tuesday's vote"."""
    return scan.kinds[end : end + 1] == "'" and scan.tokens[end + 1 : end + 2] in (["s"], ["S"])


def heads_clause(scan: Scan, start: int, end: int) -> bool:
    """Whether the date opens its clause ("On Tuesday, he will"), so that what follows is told of it."""
    if possessive(scan, end):
        return False
    at = start
    while True:
        while at and scan.kinds[at - 1] == " ":
            at -= 1
        if not at or scan.kinds[at - 1] in CLAUSE_MARKS:
            return True
        word = scan.tokens[at - 1].lower()
        if word not in BEFORE_DATES:
            return word in CONJUNCTIONS
        at -= 1
