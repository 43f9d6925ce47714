"""A line for a list, taken from the sentence: who did what, where; no dates, no asides."""

from __future__ import annotations

import re

from extraction.events.clauses import Sentence
from extraction.types import Span

MAX_WORDS = 18
MIN_WORDS = 7
CAPTION = re.compile(r"(?i)^\W*file(?: photo)?\s*[-–—:]\s*")
# Brackets, and a politician's party and state ("Anna Berg, R-Ohio,").
ASIDE = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]|, [A-Z]-[A-Z][\w.]{1,8}(?:,|$)")
# "collapsed two hours later": how long after what, which the line does not say.
AFTERWARDS = re.compile(
    r"(?i)\s+(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|some|\d+)\s+"
    r"(?:minute|hour|day|night|week|month|year)s?\s+(?:later|earlier|before|after(?:wards)?)$"
)
# ", killing" of ", killing at least 17 people", where the line is cut.
BARE_GERUND = re.compile(r",? (?:and )?[a-z]+ing$")
POSSESSIVE = ("'s", "’s")
MARKS = re.compile(r'["“”]')
# What is left over when the date after it is taken out, or the line is cut.
LOOSE_END = re.compile(
    r"(?i)(?:[\s,;:–—-]|(?<!-)\b(?:on|in|at|by|since|during|from|until|of|the|and|but|or|that|as|to|a|an|with|for|later|"
    r"early|late|between|throughout|around|about|before|after|just|more|than|long|far|nearly|almost|shortly|soon|within|"
    r"against|near|into|through|across|first|still|was|were|is|are|who|which|when|where|his|her|its|their|"
    # "took over" is whole.
    r"(?<!took )(?<!taken )(?<!take )(?<!handed )(?<!turned )(?<!fell )(?<!ran )over))+$"
)
ALONE = re.compile(r" alone\b")
LOOSE_START = re.compile(
    r"(?i)^(?:[\s,;:–—\"“”'‘’-]|\b(?:and|but|or|that|then|also|while|however|meanwhile|although|when|where|after|"
    r"following|before|despite|until|though|since|between|once|this (?:time|year|month|week))\b)+"
)
LOOSE_WITHIN = re.compile(r"\s*(?<!-)\b(?:on|in|since|during|of|by|from|until|late|early)\s*(?=,|$)")
# "The deal, signed on Tuesday, gives" without its day.
BARE_PARTICIPLE = re.compile(r", [a-z]+ed,")
# Words of a noun that a date at the beginning belongs to, and that must follow it for a title to be left.
FRONTED = 3
BREAKS = frozenset("in on for to with as during at after before".split())


def title(text: str, sentence: Sentence, first: int, last: int, dates: list[Span], lead: str = "") -> str:
    """The words [first, last) in one line, without `dates` (offsets), cut at a boundary where too long.

    `lead` stands for a subject that the clause itself only points to ("he", "which").
    """
    line = _without(text, sentence.tokens[first].start, sentence.tokens[last - 1].end, dates)
    line = ASIDE.sub("", " ".join(line.split()))
    line = LOOSE_START.sub("", CAPTION.sub("", line))
    line = re.sub(r"\s+([,.;:])", r"\1", LOOSE_WITHIN.sub("", line))
    if dates:
        line = BARE_PARTICIPLE.sub("", line)
    line = AFTERWARDS.sub("", f"{lead} {line}".strip(" ,;:–—.!?"))
    line = LOOSE_END.sub("", _shortened(line)).rstrip(".!?")
    line = _paired(line)
    return line[:1].upper() + line[1:]


def _without(text: str, start: int, end: int, dates: list[Span]) -> str:
    """The words between two offsets without dates and without what they leave of their phrases."""
    kept, at = "", start
    for first, last in sorted(dates):
        if first < at or last > end:
            continue
        before = text[at:first]
        bare = LOOSE_END.sub("", before)
        at = last + 2 * (text[last : last + 2] in POSSESSIVE)
        if ALONE.match(text, at):
            at += len(" alone")  # "in May alone"
        if not kept and not bare:
            at = _after_fronted(text, at, end)
        elif "," in before[len(bare) :] and text[at : at + 1] == ",":
            at += 1  # "Ek, in recent days, has begun"
        kept += bare + " "
    return kept + text[at:end]


def _after_fronted(text: str, at: int, end: int) -> int:
    """Where the sentence goes on after a date with which it begins, and its noun ("In the 2012 election, ...")."""
    comma = text.find(",", at, end)
    noun = text[at:comma] if comma > 0 else ""
    if noun[:1] == " " and noun.islower() and len(noun.split()) <= FRONTED and len(text[comma:end].split()) > FRONTED:
        return comma + 1
    return at


def _paired(line: str) -> str:
    """The line without a quotation mark of which the other is cut off."""
    marks = MARKS.findall(line)
    return line if len(marks) % 2 == 0 else MARKS.sub("", line)


def _shortened(line: str) -> str:
    """At most MAX_WORDS words, cut before a preposition or after a comma where one stands."""
    words = line.split(" ")
    if len(words) <= MAX_WORDS:
        return line
    for i in range(MAX_WORDS, MIN_WORDS, -1):
        if words[i - 1].endswith((",", ";", ":")) or words[i].lower() in BREAKS:
            return BARE_GERUND.sub("", " ".join(words[:i]))
    return " ".join(words[:MAX_WORDS])
