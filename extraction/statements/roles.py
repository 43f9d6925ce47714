"""Whether words are a role: what a person or a body is, not a time, a thing or the rest of a cut phrase."""

from __future__ import annotations

import re

from extraction.statements.frames import Unit
from extraction.statements.grammar import Range, has_verb, is_plural, role_of
from extraction.statements.names import bare
from extraction.statements.words import (
    ADVERBS,
    BODY_NOUNS,
    CONJUNCTIONS,
    DETERMINERS,
    ISSUED,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    TITLES,
)

POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")
# What bodies write; in the table of bodies, too, because it speaks for them.
WRITTEN = ISSUED | frozenset(
    "publication report study survey poll memo document letter complaint lawsuit indictment filing article editorial "
    "ad headline book".split()
)
# More bodies, with the plurals that are one.
BODIES = frozenset(
    "alliance authorities band bloc cell chain charity club community crew delegation faction families family forces "
    "gang gendarmerie guild insurgency jury leadership media militia navy news nonprofit opposition people police "
    "public regime resistance side staff squad times troops".split()
)
# More people, whom no ending gives away.
PEOPLE = frozenset(
    "admiral advocate apologist architect associate athlete attendee bachelor beneficiary bully captive celebrity "
    "champion chef child children civilian confidant cook cop czar enthusiast expat graduate guest guru hawk hero "
    "heroine hopeful icon insurgent jihadi kid legend loyalist magistrate magnate marine mason moderate monk national "
    "native neurosurgeon novice nun ombudsman opponent parent participant patient pal peshmerga progressive pundit "
    "radical recruit relative respondent rookie saint scribe spouse spy stalwart superstar supermodel suspect talent "
    "teen thief tsar tycoon user victim youth".split()
)
ENDINGS = re.compile(r"(?:[bcdfghklmnprtvwz]er|[ctsy]or|ist|ian|man|woman|yee|eer|ologue|crat|mate|naut|dent)$")
# Nouns with such an ending that are nobody.
NOBODY = frozenset(
    "accident after answer banner barrier better bigger bulletin career center chamber chapter character computer "
    "corner counter cover cyber december dinner disaster earlier either ever evident factor fiber filer fist folder "
    "former further gender gist greater helicopter higher hunger incident larger later latter letter list longer lower "
    "manner matter mist motor murder neither never newer newsletter number october november offer older order other "
    "another over paper poster power precedent quarter rather reactor register remainder river sector september "
    "shorter summer tender thriller thunder timber together tower tractor trailer transfer twist under water weather "
    "winter wonder younger".split()
)
UNITS = frozenset(
    "second minute hour day night morning evening week weekend fortnight month quarter season spring summer autumn "
    "winter year decade century moment".split()
)
NEAR_TIMES = frozenset("this last next past coming same late early mid recent ago on in at".split())
HONORIFICS = frozenset("mr mrs ms miss".split())
# What says nothing of a person without a noun after it.
ADJECTIVES = frozenset("former late acting then current new first second third fourth last next".split())
# What "of" follows where a phrase is about the noun after it: "some of his allies".
SHARES = frozenset("some many most all both several one two three none".split())
CUT = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | DETERMINERS | RELATIVES
# What opens words that say when, where or how somebody spoke.
OPENERS = SUBORDINATORS | SUBJECT_PRONOUNS | frozenset("and but or nor yet however meanwhile again".split())
ADVERBIAL = (OPENERS | PREPOSITIONS) - frozenset("of from with for at once one someone outside".split())


def role_before(units: list[Unit], start: int, end: int) -> Range | None:
    """The role in what stands before a name: "this month Prime Minister" gives "Prime Minister", "this month" none."""
    start, end = _without_times(units, start, end)
    if start >= end or units[start].lower in OPENERS | PREPOSITIONS or not _ends_whole(units, end):
        return None
    head = head_at(units, start, end)
    word = units[head].lower
    if word in ADJECTIVES or word in ADVERBS or word.endswith("ing") or _is_time(units, head):
        return None
    if is_person(units[head]) or bare(units[head].text) in TITLES:
        return start, end
    if _is_thing(units, head) or (word in BODY_NOUNS and is_plural(word) and word not in BODIES):
        return None
    return start, end


def role_after(units: list[Unit], chunks: list[Range]) -> Range | None:
    """The role in what stands after a name, between commas: the first part that may be one, and what goes on."""
    found: Range | None = None
    for start, stop in chunks:
        if found is not None and _in_brackets(units, found[0], start):
            continue
        first, end = _without_times(units, start, stop)
        fits = first < end and (_ends_whole(units, end) or _ends_genitive(units, end))
        if first > start and units[start].lower in PREPOSITIONS:  # "at a later meeting"
            fits = False
        if fits and found is not None and units[first].lower in CONJUNCTIONS:
            fits = not has_verb(units, first, end)
        elif fits:
            fits = units[first].lower not in ADVERBIAL and (
                found is not None or _may_describe(units, first, end, strictly=start != chunks[0][0])
            )
        if fits:
            found = (found[0] if found else first), end
        if found is not None and (not fits or end < stop):
            break
    return found


def is_role(units: list[Unit], start: int, end: int) -> bool:
    """Whether a phrase without a name is a role of its own: "a police officer", "the ministry", no "report"."""
    if not _ends_whole(units, end):
        return False
    head = head_at(units, start, end)
    word = units[head].lower
    if _is_time(units, head):
        return False
    return is_person(units[head]) or (_is_body(word) and word not in WRITTEN)


def is_person(unit: Unit) -> bool:
    """Whether a noun says what people are or do."""
    word = unit.lower.rsplit("-", 1)[-1]
    if role_of(unit.lower) or role_of(word):
        return True
    singular = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    if singular.endswith("men"):
        singular = singular[:-3] + "man"
    return singular in PEOPLE or word in PEOPLE or bool(ENDINGS.search(singular) and singular not in NOBODY)


def head_at(units: list[Unit], start: int, end: int) -> int:
    """Where the noun stands that a phrase is about: before "of", "who", "close to", else last."""
    for i in range(start + 1, end):
        word = units[i].lower
        if word == "of" and units[i - 1].lower in SHARES and i + 1 < end:
            return head_at(units, i + 1, end)
        if word in PREPOSITIONS or word in RELATIVES or units[i].kind == "mark":
            head = i - 1
            while head > start and (
                units[head].lower.endswith("ed") or units[head].lower in ("close", "familiar", "privy", "not")
            ):
                head -= 1
            return head
    return end - 1


def _in_brackets(units: list[Unit], start: int, at: int) -> bool:
    """Whether a bracket that opens after `start` is still open."""
    marks = [u.text for u in units[start:at] if u.kind == "mark"]
    return marks.count("(") > marks.count(")")


def _is_body(word: str) -> bool:
    """Whether a noun is one body; of plurals only those that are: "forces", no "governments"."""
    return word in BODIES or (word in BODY_NOUNS and not is_plural(word))


def _is_thing(units: list[Unit], at: int) -> bool:
    """Whether a noun names neither a person nor a body."""
    word = units[at].lower
    if word in WRITTEN:
        return True
    return units[at].text[0].islower() and is_plural(word) and word not in BODIES


def _may_describe(units: list[Unit], start: int, end: int, strictly: bool) -> bool:
    """Whether a part after a name tells what its holder is: a noun for people or bodies, or capitals, or "a ..."."""
    first = units[start]
    if first.lower.endswith("ing"):
        return False
    if any(is_person(u) or _is_body(u.lower) or bare(u.text) in TITLES for u in units[start:end]):
        return True
    return not strictly and (
        any(u.capitalised for u in units[start:end]) or first.lower in ("a", "an", "one", "of", "from", "with", "for")
    )


def _ends_whole(units: list[Unit], end: int) -> bool:
    """Whether the last word may end a phrase, as in "offices in Oslo and", "the country's", "life after Mrs." none."""
    last = units[end - 1]
    return not (last.lower in CUT or POSSESSIVE.search(last.text) or bare(last.text) in HONORIFICS)


def _ends_genitive(units: list[Unit], end: int) -> bool:
    """Whether a possessive at the end stands after "of": "a friend of the couple's"."""
    return bool(POSSESSIVE.search(units[end - 1].text)) and any(u.lower == "of" for u in units[max(0, end - 3) : end])


def _without_times(units: list[Unit], start: int, end: int) -> Range:
    """Without a time before or after: "this month", "on Tuesday", "four years ago"."""
    low, high = start, end
    while low < high and _is_time_or_small(units, low):
        low += 1
    named = low < high and units[low].capitalised and units[low].lower in BODY_NOUNS  # "Sunday Times editor"
    if named or not any(_is_time(units, i) for i in range(start, low)) or POSSESSIVE.search(units[low - 1].text):
        low = start
    while high > low and _is_time_or_small(units, high - 1):
        high -= 1
    if not any(_is_time(units, i) for i in range(high, end)):
        high = end
    while low < high < end and units[high - 1].lower in PREPOSITIONS:  # "mayor since last year"
        high -= 1
    return low, high


def _is_time(units: list[Unit], at: int) -> bool:
    word = POSSESSIVE.sub("", units[at].lower).rstrip(".")
    if word == "march" and not units[at].capitalised:
        return False
    return word in TIME_WORDS or word in UNITS or (word[-1:] == "s" and word[:-1] in UNITS)


def _is_time_or_small(units: list[Unit], at: int) -> bool:
    """A word of time, or one that leads to it."""
    word = units[at].lower
    if units[at].kind != "word":
        return False
    return _is_time(units, at) or word in NEAR_TIMES or word in DETERMINERS or word.isdigit()
