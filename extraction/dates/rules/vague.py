"""Rules for the present, the past and the future at large."""

from __future__ import annotations

from itertools import takewhile

from extraction.dates.anchors import Anchors
from extraction.dates.lexicon import CARDINALS, MODALS, MONTHS, UNIT_FORMS, UNITS, WEEKDAYS
from extraction.dates.rule import REFUSED, Found, Match, Rule
from extraction.dates.rules.days import titled


def ref(value: str):  # type: ignore[no-untyped-def]
    """A resolver that gives a fixed reference."""

    def resolve(m: Match, anchors: Anchors) -> Found | None:
        return Found("DATE", value)

    return resolve


def now(m: Match, anchors: Anchors) -> Found | None:
    """ "now" and "now that", but not "the now famous" or a name."""
    after, before = m.after(1), m.before(1)
    if after and after[0] in ("defunct", "infamous", "famous"):
        return None
    if before and (before[0] == "every" or (before[0] == "until" and after and after[0] == "-")):
        # "every now and then".
        return None
    if m.capitalised and ((after and m.next_is_name()) or titled(m)):
        return None
    return Found("DATE", "PRESENT_REF")


#: Words that open a clause, so that "the past" before them is no adjective.
CLAUSES = frozenset("and but that when he she they we to by as has have is was for with the it because i you".split())


#: Numbers of what there was in the past, beside figures and words for them.
NUMBERS = frozenset("few several couple dozen half handful".split())


def past(m: Match, anchors: Anchors) -> Found | None:
    """ "in the past": not "the past president"."""
    after, before = m.after(1), m.before(1)
    if after and m.words("near") == [] and (after[0].isdigit() or after[0] in CARDINALS or after[0] in NUMBERS):
        # "In the past two elections" counts what is no unit of time.
        return None
    within = before == ["in"] and after and after[0] not in UNIT_FORMS
    if after and after[0].isalnum() and after[0] not in CLAUSES and not within:
        return None
    return Found("DATE", "PAST_REF")


def future(m: Match, anchors: Anchors) -> Found | None:
    """ "the near future": not "future generations"."""
    return Found("DATE", "FUTURE_REF")


def recent(m: Match, anchors: Anchors) -> Found | None:
    """ "recent days", "recently", not "a Johnny-come-lately"."""
    if m.start and m.scan.kinds[m.start - 1] == "-":
        return None
    if m.word("recently") and (m.before(1) == ["as"] or (m.text.lower().startswith("most") and _dated(m))):
        # "as recently as 2009", "most recently in 2006": the date beside it says when.
        return REFUSED
    return Found("DATE", "PAST_REF")


def _dated(m: Match) -> bool:
    """Whether a date follows: "most recently in 2006", "most recently last May"."""
    after = [word for word in m.after(3) if word not in ("in", "on", ",", "at", "during")]
    return bool(after) and (
        after[0] in ("last", "this") or after[0].isdigit() or after[0] in MONTHS or after[0] in WEEKDAYS
    )


def soon(m: Match, anchors: Anchors) -> Found | None:
    """ "soon" of what is to come, not "soon after he left" or "was soon released"."""
    before, after = m.before(1), m.after(1)
    if m.text.lower() == "soon":
        if before and before[0] in ("as", "so", "how", "too"):
            return None
        if after and after[0] in ("after", "afterward", "afterwards", "as"):
            return None
        if anchors.narrative or anchors.direction(m.start, m.end) in ("past", "distant"):
            return None
    return Found("DATE", "FUTURE_REF")


def one_day(m: Match, anchors: Anchors) -> Found | None:
    """ "will one day rule": some day to come; elsewhere "one day" is a length."""
    if m.capitalised and MODALS.intersection(m.after(2)) and m.before(1)[:1] in ([], ["."], ['"'], ["!"], ["?"]):
        # "One day I will stop."
        return Found("DATE", "FUTURE_REF")
    if MODALS.intersection(m.before(1)) or _at_last(m):
        return Found("DATE", "FUTURE_REF")
    return None


#: What ends a clause.
ENDS = frozenset('. , ; ! ? " ) '.split())
#: How many words before "one day" may tell that something is to come, and which words.
TO_COME_REACH = 8
TO_COME = MODALS | frozenset("dream dreams dreamt dreamed hoping wish wishes want wants".split())
#: Before "one day" that is a length.
LENGTH_BEFORE = frozenset(
    "for in within last lasts lasted take takes took least about only just than after before of by every exactly "
    "another spend spent stay stayed wait waited rest rested work worked miss missed open closed shut".split()
)


def _at_last(m: Match) -> bool:
    """Whether "one day" closes a clause of what may come: "Your idea could help us all one day."."""
    before, after = m.before(TO_COME_REACH), m.after(1)
    if not before or before[0] in LENGTH_BEFORE or not before[0].isalpha() or (after and after[0] not in ENDS):
        return False
    clause = list(takewhile(lambda word: word not in ENDS, before))
    return not TO_COME.isdisjoint(clause)


def coming(m: Match, anchors: Anchors) -> Found | None:
    """ "coming weeks", "the months ahead"."""
    if m.has("ahead") and m.after(1) == ["of"]:
        # "days ahead of the vote" are days before it.
        return None
    unit = UNIT_FORMS[m.word("unit") or m.word("ahead")]
    return Found("DURATION", f"PX{UNITS[unit]}")


RULES = (
    Rule(
        "now",
        "(right|just)? now",
        now,
        ("He is [now] in Rome.",),
        "TimeML 1.2.1, PRESENT_REF.",
        ("the now famous song", "every now and again", "the group One Town Now"),
    ),
    Rule(
        "present",
        "(currently|presently|nowadays|these days|at present|at the moment|at this (time|moment))",
        lambda m, a: None if m.after(1) == ["of"] else Found("DATE", "PRESENT_REF"),
        ("He is [currently] in Rome.",),
        "TimeML 1.2.1, PRESENT_REF.",
        ("It rains at this time of year.",),
    ),
    Rule(
        "recently",
        "((more|most|very|just|only)? <recently:recently>|lately)",
        recent,
        ("He was [recently] in Rome.",),
        "TimeML 1.2.1, PAST_REF.",
        ("a Johnny-come-lately", "He was as recently as any there."),
    ),
    Rule(
        "recent-units",
        "(the)? (most)? recent LONGS (and LONGS)?",
        recent,
        ("In [recent days] he was in Rome.",),
        "TimeML 1.2.1, PAST_REF.",
    ),
    Rule(
        "the-past",
        "the <near:(recent|distant|near)>? past",
        past,
        ("In [the past] he was in Rome.", "They have in [the past] said so."),
        "TimeML 1.2.1, PAST_REF.",
        ("the past president", "In the past two elections he lost.", "over the past few games"),
    ),
    Rule(
        "the-future",
        "the (near|foreseeable|immediate|distant|not ~ - ~ too ~ - ~ distant)? future",
        future,
        ("In [the future] he may come.",),
        "TimeML 1.2.1, FUTURE_REF.",
    ),
    Rule(
        "later-date",
        "(a (later|future) (date|time)|before long|in due course)",
        ref("FUTURE_REF"),
        ("They will meet at [a later date] again.",),
        "TimeML 1.2.1, FUTURE_REF.",
    ),
    Rule(
        "near-term",
        "the (near|short|long|longer) term",
        future,
        ("In [the near term] it may fall.",),
        "TimeML 1.2.1, FUTURE_REF.",
    ),
    Rule(
        "soon",
        "(as soon as possible|soon)",
        soon,
        ("He will come [soon] again.",),
        "TimeML 1.2.1, FUTURE_REF.",
        ("as soon as he came", "soon after he left", "He was soon released."),
    ),
    Rule(
        "coming-units",
        "((the)? (coming|upcoming) <unit:LONGS>|(the)? (LONGS and)? <ahead:LONGS> (ahead|to come))",
        coming,
        ("In [coming weeks] he may come.", "in [the months ahead] he may", "In [the days and weeks to come] he may."),
        "TimeML 1.2.1, DURATION: a stretch that begins now.",
    ),
    Rule(
        "one-day",
        "(one day|some day|someday)",
        one_day,
        ("He may [one day] rule it.", "[One day] I will stop.", "It could help us all [one day]."),
        "TimeML 1.2.1, FUTURE_REF.",
        ("He left some day.",),
    ),
    Rule("future-units", "future LONGS", future, ("In [future years] he may.",), "TimeML 1.2.1, FUTURE_REF."),
    Rule(
        "past-units",
        "past LONGS",
        lambda m, a: None if m.after(1) == ["of"] else Found("DATE", "PAST_REF"),
        ("In [past years] he came.",),
        "TimeML 1.2.1, PAST_REF.",
        ("They want to move past days of rage.",),
    ),
    Rule(
        "long-ago",
        (
            "((years|months|weeks|days|decades|centuries) (ago|past)|(not (that)?|so)? long ago|"
            "(a)? (long|short|some) time ago|a (long|short|little)? while (ago|back)|ages ago|the other day)"
        ),
        recent,
        ("It was [long ago] in Rome.", "He left [a while ago] by car.", "I met him [the other day] in Rome."),
        "TimeML 1.2.1, PAST_REF.",
    ),
)
