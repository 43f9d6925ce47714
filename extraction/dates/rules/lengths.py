"""Rules for durations and sets, found so that they are not taken for dates."""

from __future__ import annotations

from extraction.dates.anchors import Anchors
from extraction.dates.lexicon import CARDINALS, DAYPARTS, MODALS, SEASONS, UNIT_FORMS, UNITS
from extraction.dates.rule import Found, Match, Rule


def length(unit: str, count: float | None) -> str:
    """The TIMEX3 value: `P3D`, `PT5H30M`, `PXY` where vague. Decades and centuries are counted in years."""
    letter = UNITS[unit]
    below_day = letter.startswith("T")
    letter = letter.removeprefix("T")
    sign = "PT" if below_day else "P"
    if count is None:
        return f"{sign}X{letter}"
    if unit in ("decade", "century", "millennium"):
        count, letter = count * {"decade": 10, "century": 100, "millennium": 1000}[unit], "Y"
    if unit == "fortnight":
        count *= 2
    if unit == "weekend":
        return f"P{count:.0f}WE"
    if count % 1:
        if unit == "hour":
            return f"PT{int(count)}H{round(count % 1 * 60)}M"
        if unit == "day":
            return f"P{int(count)}DT{round(count % 1 * 24)}H" if count > 1 else f"PT{round(count * 24)}H"
        if unit == "minute":
            return f"PT{int(count)}M{round(count % 1 * 60)}S" if count > 1 else f"PT{round(count * 60)}S"
        if unit == "year":
            return f"P{int(count)}Y{round(count % 1 * 12)}M" if count > 1 else f"P{round(count * 12)}M"
        return f"{sign}{count:g}{letter}"
    return f"{sign}{int(count)}{letter}"


MODS = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX", "nearly": (
        "LESS_THAN"
    ),
    "almost": "LESS_THAN", "under": "LESS_THAN", "less": "LESS_THAN", "over": "MORE_THAN", "more": "MORE_THAN",
    "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS", "to": "EQUAL_OR_LESS", "within": "EQUAL_OR_LESS", "no": (
        "EQUAL_OR_LESS"
    ), "not": "EQUAL_OR_LESS",
}  # fmt: skip


def modifier(words: list[str]) -> str:
    """The TIMEX3 `mod` of "at least", "up to", "not more than": that of its first word that has one."""
    return next((MODS[w] for w in words if w in MODS), "")


def duration(m: Match, anchors: Anchors) -> Found | None:
    """ "three days", "a two-week", "a few minutes"."""
    words, before = m.words("unit"), m.before(1)
    if _during(m):
        return None
    unit = UNIT_FORMS[words[0]]
    plural = words[0].endswith("s") or words[0] in ("centuries", "millennia")
    mod = modifier(m.words("mod"))
    if m.words("vague") == ["many"] and m.before(1) == ["as"]:
        # "the third in as many weeks".
        return None
    if m.words("vague") == ["some"] and (unit == "quarter" or not plural or not before or before[0] not in SOME_AFTER):
        return None
    if m.has("vague"):
        return Found("DURATION", length(unit, 2 if "couple" in m.words("vague") else None), mod)
    count = m.number("count") if m.has("count") else 1.0
    if not count:
        # "a zero-day flaw".
        return None
    text = m.text.lower()
    after = m.after(2)
    if m.has("count") and m.scan.tokens[m.groups.start("unit")][0].isupper() and not m.text.isupper():
        # "60 Minutes" is a programme.
        return None
    if unit == "second" and not plural and "-" not in text:
        return None
    if unit == "quarter" and (not plural or "-" in text or after[:1] == ["of"]):
        # "three-quarters approve", "three quarters of them" are fractions.
        return None
    if unit == "day" and text == "one day" and (MODALS.intersection(before) or (not before and _tells_on(after))):
        # "may one day rule it", "One day he left".
        return None
    if before and before[0] in ("$", "no", "number", "route", "#"):
        return None
    if (
        m.scan.kinds[m.start - 1 : m.start] in ("-", "/", ".", ",", "$")
        and m.start
        and m.scan.kinds[m.start - 1] != " "
    ):
        return None
    if after[:2] in (["-", "old"], ["-", "olds"]) or after[:1] == ["old"]:
        # The age of a person is no time of an event (TempEval-3 leaves it unmarked).
        return None
    if not m.has("count") and not plural and after and after[0] in ("ago",):
        return None
    return Found("DURATION", length(unit, count), mod)


def _tells_on(after: list[str]) -> bool:
    """Whether "One day" is followed by whoever does something then."""
    return bool(after) and after[0] in SUBJECTS


SUBJECTS = frozenset("he she it they we i you his her their the a an my our in last when this".split())
#: Before "some weeks".
SOME_AFTER = frozenset("for after within lasted took".split())


def two_numbers(m: Match, anchors: Anchors) -> Found | None:
    """ "two to three weeks": by the smaller number where they are neighbours, else unknown."""
    if _during(m):
        return None
    first, last = m.number("count"), m.number("last")
    if m.after(2) in (["-", "old"], ["-", "olds"]) or m.after(1) == ["old"]:
        return None
    return Found("DURATION", length(UNIT_FORMS[m.word("unit")], first if last - first <= 1 else None))


#: What is counted by "a day", "a year": a rate. Some currencies have no plural.
CURRENCIES = frozenset("yen yuan rupiah baht rand naira dong ringgit peso riyal dirham birr taka kyat zloty".split())
RATED = frozenset("million billion times time once twice % percent people dollars cents barrels tons thousand".split())


#: "They hire six a day."
PLURAL_NUMBERS = CARDINALS.keys() - {"zero", "one"}


def _rate(m: Match, before: list[str]) -> bool:
    """Whether a number stands before "a year": "$5 million a year", "90 people a day", "50 cents an hour"."""
    if not before:
        return False
    if before[0] in RATED or before[0].isdigit() or before[0] in PLURAL_NUMBERS:
        return True
    number = before[1:2] and (before[1].isdigit() or before[1] in RATED or before[1] in CARDINALS)
    plural = before[0].endswith("s") and before[0] not in NO_PLURALS
    return (plural or before[0] in CURRENCIES) and bool(number)


def _measures(m: Match, before: list[str]) -> bool:
    """Whether "a day" after a bare number measures from something: "won by two a day after losing"."""
    return before[0] in PLURAL_NUMBERS and m.after(1)[:1] in (["after"], ["before"])


#: "1831 was a year of unrest" tells no rate.
NO_PLURALS = frozenset("was is has as this its thus perhaps always".split())
DISTANCES = frozenset("miles mile kilometers kilometres km knots meters metres".split())
#: Words after which "a year" is a length.
ONE_AFTER = frozenset(
    "for in within than about after over nearly almost least of take takes took lasted last half under taken "
    "taking lasting lasts spends only just spent and or every to was is by with from be spend once before up "
    "until through".split()
)


#: What is called after a day without lasting one.
DAY_THINGS = frozenset(
    "pass passes trip trips job care school ticket tickets laborer laborers tripper trippers".split()
)
#: What may follow a second of time.
AFTER_SECOND = frozenset("and or to before after later at in on".split())
#: Between a verb of giving and its length ("offered him a week to leave"), and what is wanted or had ("has a week to").
GIVEN = frozenset(
    "him her them us me it want wants wanted need needs needed has have had having get gets got getting seeks sought "
    "allowed allows".split()
)
#: Verbs of giving, so few words before the length of what somebody is given.
GIVING, GIVING_REACH = frozenset("give gives gave given giving offered allowed granted leaves left".split()), 5
#: "A day to remember" lasts no day.
KEPT = frozenset("remember forget celebrate treasure savor savour cherish".split())


#: "after a week of debate": what goes on for so long, not "call for a day of rage".
FILLED = frozenset("after for following during despite amid took takes ended".split())


def _filled(m: Match, before: list[str]) -> bool:
    """Whether it is told what went on for so long: "after a week of debate"."""
    following = m.scan.tokens[m.end + 3 : m.end + 4]
    return (
        m.after(1) == ["of"]
        and before[:1] != []
        and before[0] in FILLED
        and not {"call", "calls", "called", "calling", "asked"} & set(before[1:2])
        and following != []
        and following[0].islower()
        and following[0] not in OWNERS_OF | CARDINALS.keys()
        and not m.text.lower().startswith("another")
    )


def one_unit(m: Match, anchors: Anchors) -> Found | None:
    """ "for a year", "an hour": left where it is a rate ("$5 a share", "twice a week" is a SET)."""
    unit = UNIT_FORMS[m.word("unit")]
    before = list(m.scan.words_before(m.start, 3))
    if _during(m):
        return None
    modified = m.has("mod") or m.has("mod2")
    if unit == "quarter":
        return None
    lasting = ("for", "in", "within", "than", "about", "after", "over", "nearly", "almost")
    if unit in ("second", "minute") and (not before or before[0] not in lasting):
        return None
    if unit == "second" and m.after(1) and m.after(1)[0].isalpha() and m.after(1)[0] not in AFTER_SECOND:
        # "almost a second home".
        return None
    if unit == "hour" and before and before[0] in DISTANCES:
        # "60 miles an hour" is a speed.
        return None
    if not modified and _rate(m, before) and not _measures(m, before):
        return None if m.after(1) and m.after(1)[0] in ("-", "'", "’") else Found("SET", length(unit, 1))
    if modified:
        return Found("DURATION", length(unit, 1), modifier(m.words("mod") + m.words("mod2")))
    if unit == "day" and m.after(1) and m.after(1)[0] in DAY_THINGS:
        # "A day pass costs six euros."
        return None
    if "good" in m.text.lower() and unit == "day":
        # "Today is a good day."
        return None
    if unit == "year" and before[:1] == ["in"] and m.after(1) and m.after(1)[0] in ("of", "when", "this"):
        # "in a year of two unpopular candidates" is this one.
        return None
    given = (
        before[:1] and m.after(1) == ["to"] and (before[0] in GIVEN or not GIVING.isdisjoint(m.before(GIVING_REACH)))
    )
    if m.after(1) == ["to"] and not KEPT.isdisjoint(m.after(2)[1:]):
        # "It will be a week to remember."
        return None
    beside = m.after(1)[:1] in (["before"], ["after"]) and m.after(2)[1:] and m.after(2)[1].isalnum()
    if beside and unit not in ("second", "minute"):
        # "a week before the vote": as far as "two weeks before the vote".
        return Found("DURATION", length(unit, 1))
    if unit == "hour" and m.after(1) in (["later"], ["earlier"]):
        # "An hour later it was over": as far as "two hours later".
        return Found("DURATION", length(unit, 1))
    more = "another" in m.text.lower() and unit not in ("day", "minute", "second") and before[:1] != ["one"]
    if _filled(m, before):
        return Found("DURATION", length(unit, 1))
    if before and before[0] not in ONE_AFTER and not given and not more and before[:2] != ["as", "long"]:
        return None
    if (
        m.after(1)
        and m.after(1)[0] in ("of", "-", "when", "that", "where", "in")
        and unit in ("day", "week", "minute", "second")
        and not (before and before[0] in ("within", "than"))
    ):
        return None
    if m.after(1) and (m.after(1)[0] == "-" or (m.after(1)[0] == "'" and before[:1] not in (["after"], ["for"]))):
        # "a day's work", but "after a decade's struggle".
        return None
    mod = MODS.get(before[0], "") if before else ""
    return Found("DURATION", length(unit, 1), mod)


#: Words after which "years" may be a length.
PLURAL_AFTER = frozenset(
    "for in of within after over took take lasted many through last than or two to by with spanning the "
    "spent spend spends spending waited wait waiting follows".split()
)


#: What a clause follows.
OPENS = frozenset('.,;:-—("')
#: "only hours before the vote".
JUST = frozenset({"just", "only", "mere"})
#: Before "weeks away" that belong to something else.
NOT_AWAY = frozenset("the his her their its our my these those many".split())
#: Before "hours", which shops and offices have as well.
BEFORE_HOURS = frozenset("for within took take lasted spent".split())


def plural(m: Match, anchors: Anchors) -> Found | None:
    """ "for years", "in decades": a vague length after a preposition of time."""
    before, after = m.before(1), m.after(1)
    if (not before or before[0] in OPENS) and after[:1] in (["after"], ["before"], ["later"]):
        # "Hours after the crash", "Weeks later, he left".
        return Found("DURATION", length(UNIT_FORMS[m.word("unit")], None))
    away = (after[:1] == ["away"] or m.after(2) == ["ahead", "of"]) and before and before[0] not in NOT_AWAY
    if away or _plural_told(m, before, after):
        # "The vote is weeks away."
        return Found("DURATION", length(UNIT_FORMS[m.word("unit")], None))
    if not before or before[0] not in PLURAL_AFTER | JUST or m.before(2) == ["many", "as"]:
        return None
    if before[0] in JUST and (not after or after[0] not in ("before", "after")):
        return None
    if (
        before[0] in ("the", "of", "to", "in", "by", "with", "or")
        and not (before[0] == "in" and m.word("unit") in ("years", "decades", "months", "weeks", "days", "centuries"))
        and not (
            before[0] == "of"
            and m.word("unit") in ("years", "months", "weeks", "days", "decades", "centuries")
            and not (after and after[0] in ("in", "of"))
        )
    ):
        return None
    if after and after[0] in ("ago", "earlier", "later", "old", "-", "'"):
        return None
    near = before[0] in JUST and after and after[0] in ("before", "after")
    if m.word("unit") in ("hours", "minutes") and before[0] not in BEFORE_HOURS and not near:
        return None
    return Found("DURATION", length(UNIT_FORMS[m.word("unit")], None))


#: "despite months of talks": what goes on for so long; whoever is old or paid does not.
IN_SPITE = frozenset("despite following amid ending ended".split())
TAKING = frozenset("take takes took taking taken".split())
#: How many words before "and months to rebuild" something "takes weeks".
TAKING_REACH = 12


def _plural_told(m: Match, before: list[str], after: list[str]) -> bool:
    """Whether "months" is a length by what stands around it: "it was months before", "weeks to clear and months to"."""
    if m.word("unit") in ("hours", "minutes") and after != ["before"]:
        return False
    if before[:1] and before[0] in ("was", "be", "were") and after == ["before"]:
        # "It will be years before it opens."
        return True
    if before[:1] in (["and"], ["or"]) and after == ["to"]:
        return not TAKING.isdisjoint(m.before(TAKING_REACH))
    following = m.scan.tokens[m.end + 3 : m.end + 4]
    told = after == ["of"] and following != [] and following[0].islower() and following[0] not in OWNERS_OF
    # "Months of talks failed."
    return told and m.word("unit") != "quarters" and (not before or before[0] in OPENS - {"-"} | IN_SPITE)


#: "Days of our lives"; a title has a capital ("Days of Thunder").
OWNERS_OF = frozenset("the our his her their my your its a an this that these those".split())


def over_the(m: Match, anchors: Anchors) -> Found | None:
    """ "over the years", "in the months that followed": how many is not said."""
    before, after = m.before(1), m.after(1)
    followed = "followed" in m.text.lower() or after in (["since"], ["leading"])
    if not before or before[0] not in (("in", "over", "during") if followed else ("over", "through", "throughout")):
        return None
    if not followed and after and after[0] in AFTER_LENGTHS:
        return None
    return Found("DURATION", length(UNIT_FORMS[m.word("unit")], None))


#: What goes on to say which years are meant.
AFTER_LENGTHS = frozenset("before after of since that when until between in from leading preceding following".split())


#: "over" and "under" belong to a length after these; elsewhere "over" tells during which.
BESIDE_OVER = frozenset("for after in within by took lasted lasts spent of since".split())


OF_DATES = frozenset("just well slightly over under".split())


def _during(m: Match) -> bool:
    """Whether "over a year" tells during which ("spread over a year", not "for over a year"), or is part of a date."""
    if m.words("mod") and m.words("mod")[0] in OF_DATES and m.after(1)[:1] in (["ago"], ["later"], ["earlier"]):
        # "well over a year ago".
        return True
    return m.words("mod") in (["over"], ["under"]) and m.before(1)[:1] not in ([word] for word in BESIDE_OVER)


MOD = (
    "<mod:(nearly|almost|(just|well)? (over|under)|slightly? (less|more) than|at least|at most|up to|"
    "no more than|not more than)>"
)


SEASON_LETTERS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
#: After these the plural of a fall is that of a season.
STRETCHED = frozenset("past last next coming previous".split())


def counted_parts(m: Match, anchors: Anchors) -> Found | None:
    """ "three nights" are a length; "the past two winters" lie a year apart, and are a SET as the plural is."""
    what = m.word("what")
    if m.scan.tokens[m.end - 1][0].isupper() and not m.text.isupper():
        # "A Thousand Nights" is a book.
        return None
    if what in ("falls", "springs") and STRETCHED.isdisjoint(m.words("which")):
        return None
    if not what.endswith("s") and (
        what != "night" or m.scan.kinds[m.end - 2] != "-" or not m.after(1) or not m.after(1)[0].isalpha()
    ):
        # "a three-night stay", but "two night trains".
        return None
    if what not in DAYPARTS:
        return Found("SET", f"XXXX-{SEASON_LETTERS[SEASONS[what.removesuffix('s')]]}")
    count = "X" if m.has("vague") else f"{m.number('count'):.0f}"
    return Found("DURATION", f"PT{count}{DAYPARTS[what].removeprefix('T')}")


RULES = (
    Rule(
        "duration",
        (
            f"{MOD}? (another)? (<vague:(a few|several|a couple of|a couple|few|some|a dozen|MANY of|many|a number of|"
            f"a handful of)>|<count:COUNT>) (- ~ plus|plus|more|full|additional|straight|consecutive|whole|solid|long|"
            f"trading|business|working|calendar)? -? <unit:UNIT> (-? long|or so|or more|to the day)?"
        ),
        duration,
        (
            "It lasted [three days] in Rome.",
            "a [two-week] truce",
            "for [5 1/2 hours] there",
            "after [nearly two years] there",
            "for [15-plus years] there",
            "He was ill for [some weeks] there.",
            "It stood for [hundreds of years] there.",
            "He has [another three weeks] to pay.",
        ),
        "TimeML 1.2.1, DURATION.",
        (
            "a 43-year-old man",
            "Two 17-year-olds left.",
            "the fifth in as many days",
            "He is 43 years old.",
            "About three-quarters approve.",
            "Three quarters of them left.",
            "One day he left.",
            "a zero-day flaw",
        ),
    ),
    Rule(
        "duration-range",
        f"{MOD}? (the (next|past|last|coming|first))? <count:COUNT> -? (to|or|-) <last:COUNT> (more)? -? <unit:UNIT>",
        two_numbers,
        ("for [two to three weeks] there", "over [the next 12 to 18 months] there", "a [three- to five-year] term"),
        "TimeML 1.2.1, DURATION.",
        ("Few 18- to 24-year-olds vote.", "They are 18 to 24 years old."),
    ),
    Rule(
        "duration-parts",
        (
            "<which:((the|these|those|his|her|their)? (past|last|next|coming|previous|first|final))>? "
            "(<vague:(several|a few|many)>|<count:COUNT>) "
            "(-|straight|consecutive|successive|more|full|long|sleepless)? <what:(DAYPARTS|SEASONS|night)>"
        ),
        counted_parts,
        (
            "He slept there for [three nights] again.",
            "He trained for [the past two winters] there.",
            "a [five-night] stay",
        ),
        "TimeML 1.2.1; TIDES counts what it has letters for.",
        ("Two falls broke his arm.", "Two night trains were late.", "He read the Thousand Nights."),
    ),
    Rule(
        "duration-the",
        "(the|these|those) <count:COUNT> (final|full|last)? <unit:UNITS>",
        duration,
        ("for [the nine months] there", "in [the six months] of peace"),
        "The article belongs to a plural.",
    ),
    Rule(
        "duration-period",
        "(a|the) (<vague:several>|<count:COUNT>) -? <unit:UNIT1> period",
        duration,
        ("over [a three-year period] there",),
        "TimeML 1.2.1, DURATION.",
    ),
    Rule(
        "duration-one",
        (f"({MOD}|<mod2:about>)? (a|an|another) (full|whole|good|entire|additional|extra)? <unit:UNIT1> (to the day)?"),
        one_unit,
        (
            "It lasted for [a year] there.",
            "He waited [nearly an hour] there.",
            "She gave him [a week] to leave.",
            "They want [a year] to prepare.",
            "$5 million [a day]",
            "They have two flights [a day] there.",
            "He fled [a week] before the vote.",
            "He fled after [a decade]'s struggle.",
            "They need [another month] to end it.",
            "He left after [just over an hour] there.",
            "He left. [An hour] later it burnt.",
            "They have been there for [over a week] now.",
        ),
        "TimeML 1.2.1, DURATION; a SET in a rate.",
        (
            "$15-an-hour jobs",
            "It is a good day for us.",
            "in a year when they lost",
            "He drove at 60 miles an hour.",
            "A day pass costs six euros.",
            "The flight of 36 was a day of joy.",
            "It will be a week to remember.",
        ),
    ),
    Rule(
        "duration-plural",
        "<unit:(LONGS|hours|minutes)>",
        plural,
        (
            "He was away for [years] there.",
            "They talked for [hours] again.",
            "just [days] before the vote",
            "[Hours] after the crash",
            "The vote is [weeks] away.",
            "They spend [years] on it.",
            "It will be [years] before it opens.",
            "[Months] of talks failed.",
            "Following [months] of war, he fled.",
        ),
        "TimeML 1.2.1, DURATION.",
        ("those days are gone", "the days of rage", "It opens after hours."),
    ),
    Rule(
        "duration-over-the",
        "the <unit:LONGS> (that followed)?",
        over_the,
        (
            "They grew over [the years] there.",
            "In [the months that followed] he fled.",
            "In [the weeks] since, he fled.",
            "in [the months] leading up to the vote",
        ),
        "TimeML 1.2.1, DURATION.",
        ("over the years before the war", "in the days of rage"),
    ),
    Rule(
        "duration-following",
        "(the)? (following|ensuing|subsequent|intervening|succeeding) <unit:LONGS>",
        lambda m, a: (
            Found("DURATION", length(UNIT_FORMS[m.word("unit")], None))
            if m.before(1) and m.before(1)[0] in ("in", "during", "over", "for", "throughout", "of", "within")
            else None
        ),
        ("In [the following months] he fled.",),
        "TimeML 1.2.1, DURATION.",
    ),
    Rule(
        "duration-first",
        (
            "(the|his|her|its|their) (first|early|final|last|closing|opening|waning|dying) "
            "<unit:(hours|days|weeks|months|years)>"
        ),
        lambda m, a: (
            Found("DURATION", length(UNIT_FORMS[m.word("unit")], None))
            if m.before(1) and m.before(1)[0] in ("in", "during", "over", "for")
            else None
        ),
        ("He fled in [the first hours] of the war.", "during [the final days] of campaigning"),
        "TimeML 1.2.1, DURATION.",
        ("the early days are gone",),
    ),
)
