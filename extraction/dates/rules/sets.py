"""Rules for sets: "daily", "every Friday", "twice a week"."""

from __future__ import annotations

from extraction.dates.anchors import Anchors
from extraction.dates.lexicon import DAYPARTS, MONTHS, ORDINALS, SEASONS, UNIT_FORMS, WEEKDAYS
from extraction.dates.periods import day_of
from extraction.dates.rule import Found, Match, Rule
from extraction.dates.rules.lengths import length

#: What a rate is counted in.
RATE = frozenset("% percent units profits dollars".split())
RECURRING = {
    "hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week", "biweekly": "week", 
    "fortnightly": "fortnight",
    "monthly": "month", "bimonthly": "month", "yearly": "year", "annually": "year", "semiannually": "year",
}  # fmt: skip


def recurring(m: Match, anchors: Anchors) -> Found | None:
    """ "daily", "annual": how often."""
    word = m.word("word")
    unit = RECURRING[word]
    if m.capitalised and (m.next_is_name() or m.before(1)[:1] not in ([], ["."], ['"'], ["!"], ["?"])):
        # "Nightly News".
        return None
    if m.before(1) == ["average"] or any(w in RATE or w.isdigit() for w in m.before(4)):
        # "grows 20 percent annually", "the average daily volume" are rates.
        return None
    count = 2 if m.text.lower().startswith("bi") else {"semiannually": 0.5}.get(word, 1)
    return Found("SET", "P6M" if word == "semiannually" else length(unit, count))


#: Before "every day lives".
OWNERS = frozenset("his her its their our my your s".split())


def every(m: Match, anchors: Anchors) -> Found | None:
    """ "every day", "each July", "every Friday night", "every two weeks"."""
    words = m.words("what")
    if m.has("day"):
        return _every_day_of_year(m)
    if words[0] == "half":
        return Found("SET", "PT30M" if words[-1] == "hour" else "P6M")
    if len(words) > 1 and words[0] in ("other", *ORDINALS) and words[1] in WEEKDAYS:
        words = words[1:]
    word = words[-1]
    count: float | None = 1.0
    if m.has("vague"):
        count = None
    elif m.has("count"):
        count = m.number("count")
        if m.has("last") and m.number("last") - count > 1:
            # "every eight to 12 years", while "every two or three weeks" is by the smaller number.
            count = None
    elif "other" in words:
        count = 2.0
    elif words[0] in ORDINALS and len(words) > 1:
        count = float(ORDINALS[words[0]])
    if word == "day" and m.before(1) and m.before(1)[0] in OWNERS and m.after(1) and m.after(1)[0].isalpha():
        # "in their every day lives".
        return None
    if word in UNIT_FORMS:
        return Found("SET", length(UNIT_FORMS[word], count))
    if words[0].rstrip("s") in WEEKDAYS:
        part = DAYPARTS.get(words[1], "") if len(words) > 1 else ""
        return Found("SET", f"XXXX-WXX-{WEEKDAYS[words[0].rstrip('s')] + 1}{part}")
    if word in MONTHS:
        if word == "may" and not m.scan.tokens[m.end - 1][0].isupper():
            return None
        return Found("SET", f"XXXX-{MONTHS[word]:02}")
    if word.rstrip("s") in SEASONS:
        return Found("SET", f"XXXX-{ {21: 'SP', 22: 'SU', 23: 'FA', 24: 'WI'}[SEASONS[word.rstrip('s')]] }")
    if word in DAYPARTS:
        return Found("SET", f"XXXX-XX-XX{DAYPARTS[word]}")
    return None


def _every_day_of_year(m: Match) -> Found | None:
    """ "each April 15", "every March 8"."""
    name = next(word for word in m.words("what") if word in MONTHS)
    day = day_of(LEAP, MONTHS[name], int(m.number("day")))
    return Found("SET", f"XXXX-{day.start.month:02}-{day.start.day:02}") if day else None


#: A year that has all days.
LEAP = 2000


def plural_weekday(m: Match, anchors: Anchors) -> Found | None:
    """ "on Fridays", "in the evenings"."""
    words = m.words("what")
    if m.after(1) == ["ago"]:
        # "two Fridays ago" is one day.
        return None
    part = DAYPARTS[words[1]] if len(words) > 1 else ""
    return Found("SET", f"XXXX-WXX-{WEEKDAYS[words[0].removesuffix('s')] + 1}{part}")


def times_a(m: Match, anchors: Anchors) -> Found | None:
    """ "three times a week"."""
    return Found("SET", length(RECURRING[m.word("often")] if m.has("often") else UNIT_FORMS[m.word("unit")], 1))


RULES = (
    Rule(
        "set",
        "(bi ~ - ~)? <word:(daily|weekly|monthly|yearly|annually|hourly|nightly|biweekly|fortnightly|semiannually)>",
        recurring,
        ("It opens [daily] there.", "a [bi-weekly] talk", "a [yearly] Gallup poll"),
        "TimeML 1.2.1, SET.",
        ("the Daily Mail", '"Nightly News" told of it.'),
    ),
    Rule(
        "set-every",
        (
            "(every|each) (single|<count:COUNT> ((to|or|-) <last:COUNT>)?|<vague:(few|couple of|several)>)? "
            # A weekday first: "second" is a unit as well.
            "<what:((other|ORDINAL)? WEEKDAY DAYPART? ((,|and|or|through|to|-) (every)? WEEKDAY)? (and WEEKDAY)?|"
            "(other|ORDINAL)? MONTH (<day:DAYNUMBER>)?|half -? (hour|year)|(other|ORDINAL)? (UNIT|SEASON|DAYPART))>"
        ),
        every,
        (
            "They meet [every Friday] there.",
            "He pays [each July] again.",
            "once [every two weeks] there",
            "It comes [every 10 to 15 minutes] there.",
            "It is held [every fourth year] there.",
            "He sings [every Monday and Thursday] there.",
            "They vote [every other Tuesday] there.",
            "They meet [every second Tuesday] there.",
            "They march [each April 15] again.",
            "Trains run [every half hour] there.",
        ),
        "TimeML 1.2.1, SET.",
        ("They led their every day lives.",),
    ),
    Rule(
        "set-weekends",
        "weekends",
        lambda m, a: Found("SET", "XXXX-WXX-WE") if m.before(1) in (["on"], ["at"]) else None,
        ("They meet on [weekends] there.",),
        "TimeML 1.2.1, SET.",
    ),
    Rule(
        "set-weekdays",
        "<what:(WEEKDAYS DAYPART?|WEEKDAY DAYPARTS)>",
        plural_weekday,
        ("They meet on [Fridays] there.", "They met on [Saturday evenings] there."),
        "TimeML 1.2.1, SET.",
    ),
    Rule(
        "set-dayparts",
        "the <what:(mornings|afternoons|evenings)>",
        lambda m, a: Found("SET", f"XXXX-XX-XX{DAYPARTS[m.word('what')]}") if m.before(1) == ["in"] else None,
        ("He sings in [the evenings] there.",),
        "TimeML 1.2.1, SET.",
        ("The evenings were long.",),
    ),
    Rule(
        "set-times",
        (
            "(COUNT (times|minutes|hours|days|nights|weeks|months)|once|twice) (a|per|each|every) "
            "<unit:(day|week|month|year|hour|decade)>|"
            "(COUNT times|once|twice) <often:(hourly|daily|nightly|weekly|monthly|yearly|annually)>"
        ),
        times_a,
        (
            "They meet [twice a week] there.",
            "It is open [six days a week] there.",
            "It is paid [twice yearly] there.",
        ),
        "TimeML 1.2.1, SET.",
    ),
)
