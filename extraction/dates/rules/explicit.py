"""Rules for dates that name day, month or year in words and figures."""

from __future__ import annotations

from itertools import pairwise

from extraction import edtf
from extraction.dates.anchors import Anchors
from extraction.dates.choice import near_day, near_month, near_period
from extraction.dates.lexicon import MONTHS, WEEKDAYS, WEEKDAYS_SHORT
from extraction.dates.patterns import compile_pattern
from extraction.dates.periods import day_of, month_of
from extraction.dates.rule import REFUSED, Found, Match, Rule, aside, calendar
from extraction.dates.rules.bare_years import COUNTED
from extraction.dates.rules.numeric import in_a_longer_number
from extraction.dates.rules.years import YEAR_PART, named_year_of, short_to_full

WEEKDAY_NUMBERS = WEEKDAYS | WEEKDAYS_SHORT

#: Verbs and nouns spelt like months, when written small or opening a sentence.
VERBS = frozenset({"may", "march", "mar", "sep", "dec", "jan", "jun", "jul", "nov", "oct", "apr", "feb", "aug", "sept"})


MONTH_CUES = frozenset(
    "in since until till by during before after from of last next this early late mid this every each "
    "through to and between "
    "for on past around or than ending ended begins beginning starting".split()
)


CERTAIN_CUES = frozenset("in since until last next early late mid of by from between during through".split())
#: Words that join names as well: "June Carter and April Ryan".
JOINING = frozenset("and for of to from than".split())
#: Before a month and a noun: "the March vote".
BEFORE_NOUNS = frozenset("the a an its his her their our s this".split())
#: Words after "May", "March" that show them to be verbs or names.
VERB_CUES = frozenset(
    "be have not also well only still never say get take need seem want go lead come make do i you he she we they it "
    "on through up out into against toward towards madness for be become cause soon yet".split()
)


def day_month_year(m: Match, anchors: Anchors) -> Found | None:
    """ "March 17, 2017", "23rd December, 2019": a day that the calendar does not have is refused whole."""
    year = named_year_of(m)
    if year is None or _small(m):
        return None
    return calendar(day_of(year, MONTHS[m.word("month")], int(m.number("day")))) or REFUSED


def joined(m: Match, anchors: Anchors) -> Found | None:
    """ "05-Mar-2019", "2019-Mar-05", "Mar-05-2019"."""
    if m.words("gap") != m.words("gap2") or in_a_longer_number(m):
        return None
    form = "" if m.has("month") else "1" if m.has("month1") else "2"
    year = int(m.word(f"year{form}"))
    if len(m.word(f"year{form}")) == 2:
        year = short_to_full(year)
    return calendar(day_of(year, MONTHS[m.word(f"month{form}")], int(m.number(f"day{form}")))) or REFUSED


def _small(m: Match) -> bool:
    """Whether a word that is a verb or no month when written small stands small ("may 2017 times")."""
    return m.word("month") in VERBS and not m.scan.tokens[m.groups.start("month")][0].isupper()


def day_month(m: Match, anchors: Anchors) -> Found | None:
    """ "Nov. 6", "the 8th of May": the year is the one that lies nearest, tense permitting."""
    month, day = MONTHS[m.word("month")], int(m.number("day"))
    if _small(m):
        return None
    if _is_figure(m):
        return REFUSED
    year = _year_of_list(m) or _year_of_both_calendars(m)
    if year is None and (month, day) == (9, 11) and _attacks(m, anchors):
        return aside(calendar(day_of(2001, 9, 11)))
    if year is not None:
        return calendar(day_of(year, month, day)) or REFUSED
    return near_day(m, anchors, month, day) or REFUSED


#: What may follow "April the 21st": no noun that it counts.
AFTER_THE_DAY = frozenset(
    "the he she it they we a an his her their at in on with by when after as and but was is to until for there".split()
)


def month_the_day(m: Match, anchors: Anchors) -> Found | None:
    """ "on April the 21st", not "in April the 21st Army"."""
    before, after = m.before(1), m.after(1)
    if m.has("year"):
        return day_month_year(m, anchors)
    if not before or before[0] not in DAY_CUES or (after and after[0].isalnum() and after[0] not in AFTER_THE_DAY):
        return None
    return day_month(m, anchors)


#: Before a day that has its month.
DAY_CUES = frozenset("on since until till by from to before after for and or of ,".split())

#: What "Sept. 11" names, when that of 2001 is meant; and what stands before it alone.
ATTACKS = frozenset(
    "attack attacks terrorist terrorists terror terrorism hijackers hijackings commission victims families plot "
    "plotters conspirators tragedy catastrophe era world".split()
)
BEFORE_ATTACKS = frozenset("after since before post pre following -".split())
#: So many days from the day itself, "since Sept. 11" is that of 2001.
LONG_AFTER = 90


def _attacks(m: Match, anchors: Anchors) -> bool:
    """ "the Sept. 11 attacks", "since Sept. 11": the day of 2001, known without its year as "9/11" is."""
    if anchors.latest is None or anchors.earliest is None or anchors.earliest.year < 2002:
        return False
    if not ATTACKS.isdisjoint(m.after(3)):
        return True
    if anchors.day is not None and anchors.day.edtf == "2001-09-11" and m.before(1)[:1] in (["before"], ["since"]):
        return True
    if abs(anchors.latest.timetuple().tm_yday - 254) <= LONG_AFTER:
        return False
    if anchors.attacks and m.before(1) == ["on"] and anchors.direction(m.start, m.end) != "future":
        # "That is what we saw on Sept. 11."
        return True
    return m.before(1)[:1] != [] and m.before(1)[0] in BEFORE_ATTACKS


def _is_figure(m: Match) -> bool:
    """ "May 5,000", "June 3.5%", "March 10 percent"."""
    after = m.after(2)
    return bool(after) and (
        after[0] in ("%", "percent", "per", "million", "billion")
        or (
            after[0] in (".", ",", ":")
            and len(after) > 1
            and after[1].isdigit()
            and m.scan.kinds[m.end + 1 : m.end + 2] not in (" ", "")
        )
    )


#: What follows the first month of "between June and September 2014": the year stands with the last.
LIST = compile_pattern(
    "(,|and|or|to|-|through|until|till) (and|to|the)? (MON DAYNUMBER? (,|and) (and)?)?"
    " ((the)? DAYNUMBER (of)?)? <month:MON> (DAYNUMBER ,)? ,? <year:YEAR>"
).regex


def _year_of_list(m: Match) -> int | None:
    """The year that the end of a list or range gives to its beginning; the one before where the months turn back."""
    at = m.end + (m.scan.kinds[m.end : m.end + 1] == " ")
    found = LIST.match(m.scan.kinds, at)
    if found is None:
        return None
    last = Match(m.scan, found, at, found.end())
    year = int(last.word("year"))
    return year - 1 if MONTHS[last.word("month")] < MONTHS[m.word("month")] else year


#: How many tokens (white space counted) the second date may have: "19 November [O.S. 8 November] 1700".
BRACKETED = 14
#: What is counted by a number that follows a bracket, if small letters follow it and no such word.
AFTER_YEAR = frozenset("the and in at he she it they by to when while with under after before near from a an".split())


def _year_of_both_calendars(m: Match) -> int | None:
    """The year behind the brackets in which a date of the other calendar stands, or which the date itself stands in."""
    kinds, tokens = m.scan.kinds, m.scan.tokens
    at = m.end + (kinds[m.end : m.end + 1] == " ")
    if kinds[at : at + 1] in ("(", "["):
        shut = min((i for i in (kinds.find(c, at, at + BRACKETED) for c in ")]") if i > 0), default=-1)
        inner = [token for token in tokens[at + 1 : shut] if token.isdigit()]
        if shut < 0 or len(inner) != 1 or not 0 < int(inner[0]) <= LONGEST_MONTH:
            return None
        at = shut
    elif kinds[at : at + 1] not in (")", "]") or {"(", "["}.isdisjoint(kinds[max(m.start - BRACKETED, 0) : m.start]):
        return None
    rest = [token for token in tokens[at + 1 : at + 6] if token not in (" ", ",")]
    if not rest or len(rest[0]) != 4 or not rest[0].isdigit() or not edtf.MIN_YEAR <= int(rest[0]) <= edtf.MAX_YEAR:
        return None
    if rest[1:] and rest[1].isalpha() and rest[1].islower() and rest[1] not in AFTER_YEAR:
        return None
    return int(rest[0])


LONGEST_MONTH = 31


def month_year(m: Match, anchors: Anchors) -> Found | None:
    """ "December 2017", "March of nineteen ninety-six"."""
    if _is_figure(m) or _small(m):
        return None
    before = m.before(1)
    if before and before[0].isdigit() and len(before[0]) <= 2:
        # "45 March 2018": no day of the calendar stands before the month.
        return REFUSED
    year = named_year_of(m)
    return calendar(month_of(year, MONTHS[m.word("month")])) if year else None


def month(m: Match, anchors: Anchors) -> Found | None:
    """ "In April": the month that lies nearest, tense permitting. "may", "march" and abbreviations need a cue."""
    year = _year_of_list(m)
    if _is_verb(m) and (year is None or _small(m)):
        return None
    if year is not None:
        return calendar(month_of(year, MONTHS[m.word("month")]))
    return _of_range(m, anchors) or near_month(m, anchors, MONTHS[m.word("month")])


#: What joins the months of a range, by the word before it.
RANGE_LINKS = {"from": ("to", "until", "till", "through"), "between": ("and",)}


def _of_range(m: Match, anchors: Anchors) -> Found | None:
    """The first month of "from January to June": the last such before the June that is meant."""
    before, after = m.before(1), m.after(2)
    if len(after) < 2 or not before or after[0] not in RANGE_LINKS.get(before[0], ()) or after[1] not in MONTHS:
        return None
    last = near_month(m, anchors, MONTHS[after[1]])
    if last is None or last.period is None or last.period.unit != "month":
        return None
    year, number = last.period.start.year, MONTHS[m.word("month")]
    return calendar(month_of(year - (number > last.period.start.month), number), last.anchor)


def _is_verb(m: Match) -> bool:
    word = m.word("month")
    text = m.scan.tokens[m.groups.start("month")]
    if not text[0].isupper():
        return True
    before, after = m.before(1), m.after(1)
    bare = not m.has("day")
    if before[:1] == ["-"] and m.before(2)[1:] in (["mid"], ["early"], ["late"], ["start"], ["end"]):
        return False
    if bare and word in ("may", "march"):
        if after and after[0] in VERB_CUES and not (before and before[0] in CERTAIN_CUES):
            return True
        following = m.scan.tokens[m.end + 1 : m.end + 2]
        if (
            before
            and before[0] in BEFORE_NOUNS
            and following
            and following[0] not in VERB_CUES | {"of"}
            and following[0].islower()
        ):
            # "the March convention", "a May poll".
            return False
        return not before or before[0] not in MONTH_CUES
    if bare and word in VERBS and not m.text.endswith(".") and m.next_is_name():
        # "Jan Novak" is a man.
        return True
    if bare and word in VERBS and before[:1] == ["and"] and not m.text.endswith("."):
        # "Ant and Dec", but "Nov and Dec".
        return not MONTHS.keys() & set(m.before(3))
    if bare and (word in VERBS):
        return not (before and before[0] in MONTH_CUES and len(text) > 2)
    if bare and text.isupper() and word in VERBS:
        return True
    if before and before[0] in BEFORE_NOUNS and m.next_is_name():
        # "a June campaign event", "the July NATO summit".
        return False
    # Names of people and places: "April Jones", "June Carter", "August Wilson".
    if bare and after and word in ("april", "june", "august", "january", "july", "summer", "autumn"):
        index = m.end
        named = m.scan.kinds[index : index + 2] == " x" or m.scan.tokens[index + 1 : index + 3] == ["O", "'"]
        if named and m.scan.tokens[index + 1][0].isupper():
            return not (before and before[0] in MONTH_CUES - JOINING)
    return False


def month_of_rel_year(m: Match, anchors: Anchors) -> Found | None:
    """ "January this year", "June of last year"."""
    which = m.words("which")
    told = which[0] in ("the", "that")
    if told and anchors.last is None and which[-1] != "same":
        return None
    earliest, latest, label = anchors.event(m.start) if told else anchors.reference(m.start)
    if earliest is None or latest is None or (earliest.year != latest.year and not told):
        return Found("DATE", f"XXXX-{MONTHS[m.word('month')]:02}")
    year = earliest.year + {"last": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1}.get(which[-1], 0)
    if m.has("day"):
        return calendar(day_of(year, MONTHS[m.word("month")], int(m.number("day"))), label)
    return calendar(month_of(year, MONTHS[m.word("month")]), label)


def stepped_day(m: Match, anchors: Anchors) -> Found | None:
    """ "last Oct. 23", "next June 4": strictly before or after the anchor; "this May 3" is of its year."""
    month, day = MONTHS[m.word("month")], int(m.number("day"))
    if _small(m) or _is_figure(m):
        return None
    which = m.words("which")[-1]
    return near_period(
        m,
        anchors,
        lambda year: day_of(year, month, day),
        f"XXXX-{month:02}-{day:02}",
        {"past": "last", "coming": "next"}.get(which, which),
    )


def weekday_date(m: Match, anchors: Anchors) -> Found | None:
    """ "Friday, Oct. 23": the weekday and the date are one expression; the date decides, the weekday finds the year."""
    if m.has("year"):
        return day_month_year(m, anchors)
    return near_day(m, anchors, MONTHS[m.word("month")], int(m.number("day")), WEEKDAY_NUMBERS[m.word("weekday")])


def day_range(m: Match, anchors: Anchors) -> Found | None:
    """ "May 5-7, 2014", "8-9 May", "May 3, 4 and 5": the first day and the last, or all that are listed."""
    month_number = MONTHS[m.word("month")]
    names = [name for name in ("day", "second", "third", "last") if m.has(name)]
    numbers = [int(m.number(name)) for name in names]
    if _small(m) or (len(names) > 2 and m.after(1) and m.after(1)[0] in COUNTED):
        # "On May 5, 20 and 30 people came."
        return None
    if m.has("year"):
        year, anchor = named_year_of(m), ""
        if year is None:
            return None
    else:
        near = near_day(m, anchors, month_number, numbers[0])
        if near is None or near.period is None:
            return near
        year, anchor = near.period.start.year, near.anchor
    days = [day for number in numbers if (day := day_of(year, month_number, number))]
    if len(days) < len(names) or any(last.start <= first.start for first, last in pairwise(days)):
        return REFUSED if len(names) == 2 else None
    both = edtf.interval(days[0].start, days[-1].start)
    parts = []
    for name, day in zip(names, days, strict=True):
        start, stop = m.span(name)
        end = m.end if name == "last" else stop - (m.scan.kinds[stop - 1] == " ")
        found = calendar(day, anchor)
        if found:
            parts.append((m.start if name == "day" else start, end, found))
    return Found("DATE", days[0].value, "", days[0], both, anchor, parts=tuple(parts))


#: What may stand after the first day of a list: ", 4 and 5 May".
LISTED = "(, <second:DAYNUMBER> (, <third:DAYNUMBER>)? ,?)?"
#: A year that is counted from the anchor or from the last date.
OTHER_YEAR = "<which:(this|last|next|the same|that same|that|the next|the following|the previous|the preceding)> year"


RULES = (
    Rule(
        "month-day-year",
        f"<month:MON> (the)? <day:DAYNUMBER> ,? (of|in)? {YEAR_PART}",
        day_month_year,
        ("The bomb of [March 17, 2017] killed two.", "It began [Sept. 8, 2020].", "On [April 4, 1949], they signed."),
        "American order, the commonest in news.",
        ("It moved on February 30, 2019.",),
    ),
    Rule(
        "day-month-year",
        f"(the)? <day:DAYNUMBER> (day)? (of)? <month:MON> ,? (of)? {YEAR_PART}",
        day_month_year,
        ("He left on [23rd December, 2019].", "On [17 March 2017] it fell.", "on [the 8th of May 1945]"),
        "British order.",
    ),
    Rule(
        "day-month-year-joined",
        "(<day:DAYNUMBER> ~ <gap:(-|/|.)> ~ <month:MONTH> ~ <gap2:(-|/|.)> ~ <year:(YEAR|YY)>"
        "|<year1:YEAR> ~ - ~ <month1:MONTH> ~ - ~ <day1:DAYNUMBER>"
        "|<month2:MONTH> ~ - ~ <day2:DAYNUMBER> ~ - ~ <year2:YEAR>)",
        joined,
        ("stamped [05-Mar-2019] there", "stamped [5/Mar/19] there", "stamped [2019-Mar-05]", "stamped [Mar-05-2019]"),
        "Databases and stamps join the three with marks.",
        ("It moved on 30-Feb-2019.", "part 1-Mar-2019-5"),
    ),
    Rule(
        "weekday-month-day-year",
        f"<weekday:WD> .? ,? (the)? <month:MON> <day:DAYNUMBER> (,? {YEAR_PART})?",
        weekday_date,
        ("It opens [Friday, Oct. 23, 1998] at noon.", "They met [Tuesday, March 3rd] in Rome."),
        "One expression where weekday and date stand together (TimeML 1.2.1).",
    ),
    Rule(
        "weekday-day-month-year",
        f"<weekday:WD> .? ,? (the)? <day:DAYNUMBER> (of)? <month:MON> (,? {YEAR_PART})?",
        weekday_date,
        ("on [Monday, 23 December 2019] in Genoa", "on [Sunday the 8th of May]"),
        "The same in British order.",
    ),
    Rule(
        "month-day",
        "<month:MON> <day:DAYNUMBER>",
        day_month,
        ("The group met on [Nov. 6] in Rome.", "He was held [August 7].", "They fled after the [Sept. 11] attacks."),
        "No year: the nearest, tense permitting.",
        ("You may 2 or 3 times.", "It rose in May 5,000 feet.", "The vote was March 10 percent."),
    ),
    Rule(
        "month-the-day",
        f"<month:MON> the <day:(DAY ~ SUFFIX)> (,? {YEAR_PART})?",
        month_the_day,
        ("It opened on [April the 21st] there.", "He was born on [May the 4th, 1931], in Rome."),
        "Spoken, and in letters.",
        ("March the 3rd Army back.",),
    ),
    Rule(
        "month-day-stepped",
        "<which:(last|next|this|this past|this coming)> <month:MON> <day:DAYNUMBER>",
        stepped_day,
        ("He was born [last Oct. 23] in Rome.",),
        "Counted from the anchor.",
    ),
    Rule(
        "day-month",
        "(the)? <day:DAYNUMBER> (of)? <month:MON>",
        day_month,
        (
            "The group met on [6 November] in Rome.",
            "on [the 8th of May]",
            "On [30 March] (18 March) 1856 they signed.",
        ),
        "British order, without a year, or with it behind the date of the other calendar.",
        ("Version 2 may be better.", "The 3 march on."),
    ),
    Rule(
        "day-in-words",
        f"the <day:ORD> (day)? of <month:MON> (,? (of)? {YEAR_PART})?",
        lambda m, a: day_month_year(m, a) if m.has("year") else day_month(m, a),
        ("He fell on [the fifth of March] there.", "on [the twenty-first day of May, 1950] in Rome"),
        "Days in words.",
        ("the fortieth of the group",),
    ),
    Rule(
        "month-year",
        f"<month:MON> ,? (of|in)? {YEAR_PART}",
        month_year,
        ("In [December 2017] they won.", "since [March of 1996]", "in [January nineteen ninety-seven]"),
        "A month of a year.",
        ("They may 2017 times.",),
    ),
    Rule(
        "month",
        "<month:MON>",
        month,
        (
            "They met in [August] in Rome.",
            "It closed last year in [May].",
            "between [June] and [September 2014] it fell",
        ),
        "A month alone is the nearest, tense permitting.",
        (
            "They may leave.",
            "May I come in?",
            "The march went on.",
            "Troops march on Rome.",
            "April Jones sang.",
            "March on!",
        ),
    ),
    Rule(
        "month-of-year-named",
        f"<month:MON> ,? (of|in)? {OTHER_YEAR}",
        month_of_rel_year,
        ("in [January this year]", "since [June of last year]", "He rose in 2014 and fell in [May of the next year]."),
        "The year is counted from the anchor.",
    ),
    Rule(
        "day-of-year-named",
        f"<month:MON> <day:DAYNUMBER> ,? (of|in)? {OTHER_YEAR}",
        month_of_rel_year,
        ("on [May 3 last year]", "He rose in 2014 and fell on [May 3 of the next year]."),
        "The year is counted from the anchor.",
    ),
    Rule(
        "day-of-year-named-british",
        f"<day:DAYNUMBER> (of)? <month:MON> ,? (of|in)? {OTHER_YEAR}",
        month_of_rel_year,
        ("on [3 May last year]", "He rose in 2014. On [3 May the following year] he fell."),
        "The year is counted from the anchor.",
    ),
    Rule(
        "day-range",
        f"<month:MON> <day:DAYNUMBER> {LISTED} (-|/|and|or|to|through|until|till) <last:(the)? DAYNUMBER> "
        f"(,? {YEAR_PART})?",
        day_range,
        (
            "It ran [May 5]-[7, 2014] in Rome.",
            "on [May 5] and [7] in Rome",
            "on [May 3], [4] and [5, 2014] in Rome",
        ),
        "The ends of a range, the days of a list are expressions of their own (TimeML 1.2.1).",
    ),
    Rule(
        "day-range-british",
        (
            f"(the)? <day:DAYNUMBER> {LISTED} (-|/|to|and|or|through|until|till) <last:(the)? DAYNUMBER> (of)? "
            f"<month:MON> (,? (of)? {YEAR_PART})?"
        ),
        day_range,
        (
            "It ran [8]-[9 May 2014] in Rome.",
            "on [8] and [9 May] in Rome",
            "They met on [3], [4] and [5 May] there.",
        ),
        "The ends of a range, the days of a list are expressions of their own (TimeML 1.2.1).",
        ("He scored 3, 4 and 5 points.",),
    ),
)
