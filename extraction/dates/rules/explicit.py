"""Rules for dates that name day, month or year in words and figures."""

from __future__ import annotations

from extraction import edtf
from extraction.dates.anchors import Anchors
from extraction.dates.choice import near_day, near_month
from extraction.dates.lexicon import MONTHS, WEEKDAYS, WEEKDAYS_SHORT
from extraction.dates.periods import Period, day_of, month_of, year_of
from extraction.dates.rule import Found, Match, Rule, calendar, number_of
from extraction.types import DateValue

WEEKDAY_NUMBERS = WEEKDAYS | WEEKDAYS_SHORT
#: Verbs and nouns spelt like months, when written small or opening a sentence.
VERBS = frozenset({"may", "march", "mar", "sep", "dec", "jan", "jun", "jul", "nov", "oct", "apr", "feb", "aug", "sept"})
MONTH_CUES = frozenset(
    "in since until till by during before after from of last next this early late mid this every each through to and between "
    "for on past around or than ending ended begins beginning starting".split()
)
#: Words after "May", "March" that show them to be verbs or names.
VERB_CUES = frozenset(
    "be have not also well only still never say get take need seem want go lead come make do i you he she we they it "
    "on through up out into against toward towards madness for be become cause soon yet".split()
)


def day_month_year(m: Match, anchors: Anchors) -> Found | None:
    """"March 17, 2017", "23rd December, 2019": a day that the calendar does not have is refused whole."""
    year = _year(m)
    if year is None:
        return None
    found = day_of(year, MONTHS[m.word("month")], int(m.number("day")))
    return calendar(found)


def _year(m: Match) -> int | None:
    words = m.words("year")
    if words[0] == "'":
        number = int(words[1])
        return 1900 + number if number > 30 else 2000 + number
    if len(words) == 1 and words[0].isdigit():
        number = int(words[0])
        if len(words[0]) == 2:
            return 1900 + number if number > 30 else 2000 + number
        return number if edtf.MIN_YEAR <= number <= edtf.MAX_YEAR else None
    return year_in_words(words)


def year_in_words(words: list[str]) -> int | None:
    """"nineteen ninety-six" is 1996, "two thousand and one" 2001."""
    words = [w for w in words if w not in ("-", "and")]
    if "hundred" in words or "thousand" in words:
        return int(number_of(words)) or None
    century, rest = number_of(words[:1]), [w for w in words[1:] if w != "oh"]
    if not rest:
        return None
    return int(century * 100 + sum(number_of([w]) for w in rest))


def day_month(m: Match, anchors: Anchors) -> Found | None:
    """"Nov. 6", "the 8th of May": the year is the one that lies nearest, tense permitting."""
    month, day = MONTHS[m.word("month")], int(m.number("day"))
    if _is_verb(m) or _is_figure(m):
        return None
    return near_day(m, anchors, month, day)


def _is_figure(m: Match) -> bool:
    """"May 5,000", "June 3.5%", "March 10 percent"."""
    after = m.after(2)
    return bool(after) and (after[0] in ("%", "percent", "per", "million", "billion") or (
        after[0] in (".", ",", ":") and len(after) > 1 and after[1].isdigit() and m.scan.kinds[m.end + 1 : m.end + 2] not in (" ", "")
    ))


def month_year(m: Match, anchors: Anchors) -> Found | None:
    """"December 2017", "March of nineteen ninety-six"."""
    if _is_figure(m):
        return None
    year = _year(m)
    return calendar(month_of(year, MONTHS[m.word("month")])) if year else None


def month(m: Match, anchors: Anchors) -> Found | None:
    """"In April": the month that lies nearest, tense permitting. "may", "march" and abbreviations need a cue."""
    if _is_verb(m):
        return None
    return near_month(m, anchors, MONTHS[m.word("month")])


def _is_verb(m: Match) -> bool:
    word = m.word("month")
    text = m.scan.tokens[m.groups.start("month")]
    if not text[0].isupper():
        return True
    before, after = m.before(1), m.after(1)
    bare = "day" not in m.groups.re.groupindex
    if bare and word in ("may", "march"):
        if after and after[0] in VERB_CUES:
            return True
        return not before or before[0] not in MONTH_CUES
    if bare and (word in VERBS):
        return not (before and before[0] in MONTH_CUES and len(text) > 2)
    if bare and text.isupper() and word in VERBS:
        return True
    # Names of people and places: "April Jones", "June Carter", "August Wilson".
    if bare and after and word in ("april", "june", "august", "january", "july", "summer", "autumn"):
        index = m.end
        if m.scan.kinds[index : index + 2] == " x" and m.scan.tokens[index + 1][0].isupper():
            return not (before and before[0] in MONTH_CUES)
    return False


def month_of_rel_year(m: Match, anchors: Anchors) -> Found | None:
    """"January this year", "June of last year"."""
    earliest, latest, label = anchors.reference(m.start)
    if earliest is None or latest is None or earliest.year != latest.year:
        return Found("DATE", f"XXXX-{MONTHS[m.word('month')]:02}")
    year = earliest.year + {"this": 0, "last": -1, "next": 1, "the": 0}[m.word("which")]
    if "day" in m.groups.re.groupindex and m.has("day"):
        return calendar(day_of(year, MONTHS[m.word("month")], int(m.number("day"))), label)
    return calendar(month_of(year, MONTHS[m.word("month")]), label)


def weekday_date(m: Match, anchors: Anchors) -> Found | None:
    """"Friday, Oct. 23": the weekday and the date are one expression; the date decides, the weekday finds the year."""
    if m.has("year"):
        return day_month_year(m, anchors)
    return near_day(m, anchors, MONTHS[m.word("month")], int(m.number("day")), WEEKDAY_NUMBERS[m.word("weekday")])


#: What stands before a number that is not a year.
NOT_YEARS_BEFORE = frozenset("$ £ € ¥ # no nos number route highway about nearly almost over least than room flight boeing page pages some us u rs aed code and or only approximately roughly".split())
YEAR_BEFORE = frozenset("in since until till by during before after from of early late mid fiscal year to through between the and for than around about ( or spring summer autumn fall winter , ; back circa c".split())
COUNTED = frozenset(
    "people men women children troops soldiers fighters militants dead killed wounded injured percent per % points "
    "dollars pounds euros meters metres miles kilometers kilometres km feet tons tonnes acres barrels shares units jobs "
    "workers employees members cases deaths times homes houses families victims refugees voters votes students seats rpm "
    "hours minutes seconds days weeks months years mph kg lbs horsepower calories degrees million billion thousand watts mhz "
    "prisoners detainees attacks officers police rounds others civilians migrants displaced cars vehicles yards volts copies "
    "pages words men-women guests inmates cattle sheep animals rockets missiles tanks villages schools sq square cubic hp cc gmt utc local est hrs h am pm a pixels x".split()
)


def year(m: Match, anchors: Anchors) -> Found | None:
    """A bare number is a year when nothing counts by it: "in 2014", not "2014 men", "$1990" or "Route 1950"."""
    number = int(m.scan.tokens[m.start])
    before, after = m.before(2), m.after(2)
    if not 1000 <= number <= 2199:
        return None
    first = before[0] if before else ""
    if first in NOT_YEARS_BEFORE and first not in YEAR_BEFORE:
        return None
    if after:
        if after[0] in COUNTED:
            return None
        gap = m.scan.kinds[m.end : m.end + 1]
        glued = gap not in (" ", "", "\x00")
        if glued and after[0] in (",", ".", ":", "/", "+", "-") and len(after) > 1 and after[1][:1].isdigit() and m.scan.kinds[m.end + 1 : m.end + 2] != " ":
            return None
        if glued and after[0] in ("%", "+", "°", "/", "@", "_", "="):
            return None
        if glued and after[0] == "-" and len(after) > 1 and after[1] not in ("style", "era", "vintage", "only"):
            # A model or a compound ("1050-seat"), unless the year counts from something ("1967-born").
            return None
    if m.start and m.scan.kinds[m.start - 1] in ".-/:,#@_+=$&":
        if not (m.scan.kinds[m.start - 1] == "-" and first == "-" and len(before) > 1 and before[1] in ("mid", "pre", "post", "early", "late")):
            return None
    # Outside of 1800 to 2099 a number needs a word that years follow.
    if not 1800 <= number <= 2099 and first not in ("in", "since", "until", "year", "of", "from", "by", "before", "after", "fiscal", "around", "circa", "about", "to"):
        return None
    if not 1800 <= number <= 2099 and after and after[0].isalpha() and after[0] not in ("and", "to", "when", "the", "by", "after", "he", "she", "it", "they", "in", "as", "a"):
        return None
    if first and first.isalpha() and first not in YEAR_BEFORE and not 1900 <= number <= 2060:
        return None
    if after and after[0].isalpha() and after[0] not in FOLLOWS_YEAR and first not in YEAR_BEFORE and after[0].endswith("s") and len(after[0]) > 3 and number % 50 == 0:
        return None
    return calendar(year_of(number))


FOLLOWS_YEAR = frozenset("elections olympics was is has as".split())


def named_year(m: Match, anchors: Anchors) -> Found | None:
    """"the year 2000", "nineteen ninety-six": years that say so, or are spelt out."""
    number = _year(m)
    return calendar(year_of(number)) if number and number >= 1000 or (number and "the" in m.text.lower()) else None


def short_year(m: Match, anchors: Anchors) -> Found | None:
    """"in '98", "the class of '68": the century that lies nearest behind the text; feet and quotations are left."""
    before = m.before(1)
    if not before or before[0] not in ("in", "of", "since", "until", "from", "by", "and", "to", "before", "after", "-", "summer", "winter"):
        return None
    number = int(m.word("yy"))
    base = anchors.latest.year if anchors.latest else 2030
    full = base // 100 * 100 + number
    return calendar(year_of(full if full <= base + 5 else full - 100))


def era_year(m: Match, anchors: Anchors) -> Found | None:
    """"44 B.C." is found, so that it is not taken for something else, and left without days: EDTF's subset begins with year 1."""
    number = int(m.number("number"))
    if m.words("era")[0] == "b" or m.words("era")[0].startswith("b"):
        return Found("DATE", f"BC{number:04}")
    return calendar(year_of(number)) if 1 <= number <= 2199 else None


def day_range(m: Match, anchors: Anchors) -> Found | None:
    """"May 5-7, 2014", "8-9 May": one expression, the interval of both days."""
    month_number = MONTHS[m.word("month")]
    first, last = int(m.number("day")), int(m.number("last"))
    if m.has("year"):
        number = _year(m)
        if number is None:
            return None
        start, end = day_of(number, month_number, first), day_of(number, month_number, last)
        anchor = ""
    else:
        near = near_day(m, anchors, month_number, first)
        if near is None or near.period is None:
            return near
        start, end, anchor = near.period, day_of(near.period.start.year, month_number, last), near.anchor
    if start is None or end is None or end.start <= start.start:
        return None
    both = edtf.interval(start.start, end.start)
    return Found("DATE", both.edtf, "", start, both, anchor)


def year_range(m: Match, anchors: Anchors) -> Found | None:
    """"2014-17", "1990-1995": one expression, the interval of both years."""
    first, words = int(m.word("first")), m.word("last")
    last = int(words) if len(words) == 4 else first // 100 * 100 + int(words)
    before = m.before(1)
    if not first < last <= first + 150 or (len(words) == 2 and not 1600 <= first <= 2100):
        return None
    if before and (before[0] in NOT_YEARS_BEFORE - {"and", "or"} or (before[0] in ("-", "/", ".", "+", ")") )):
        return None
    if m.after(1) and m.after(1)[0] in ("-", "/") and m.scan.kinds[m.end : m.end + 1] != " ":
        return None
    return Found("DATE", f"{first}/{last}", "", year_of(first), edtf.parse(f"{first:04}/{last:04}"))


def parts(periods: tuple[Period, Period]) -> DateValue:
    """The days from the start of the one to the end of the other."""
    return edtf.interval(periods[0].start, periods[1].end)


YEAR_PART = "<year:(YEAR|YEARWORDS|' ~ YY)>"
RULES = (
    Rule("month-day-year", f"<month:MON> <day:DAYNUMBER> ,? (of|in)? {YEAR_PART}", day_month_year,
         ("The bomb of [March 17, 2017] killed two.", "It began [Sept. 8, 2020].", "On [April 4, 1949], they signed."),
         "American order, the commonest in news.", ("It moved on February 30, 2019.",)),
    Rule("day-month-year", f"(the)? <day:DAYNUMBER> (day)? (of)? <month:MON> ,? (of)? {YEAR_PART}", day_month_year,
         ("He left on [23rd December, 2019].", "On [17 March 2017] it fell.", "on [the 8th of May 1945]"), "British order."),
    Rule("weekday-month-day-year", f"<weekday:WD> .? ,? (the)? <month:MON> <day:DAYNUMBER> (,? {YEAR_PART})?", weekday_date,
         ("It opens [Friday, Oct. 23, 1998] at noon.", "They met [Tuesday, March 3rd] in Rome."),
         "One expression where weekday and date stand together (TimeML 1.2.1)."),
    Rule("weekday-day-month-year", f"<weekday:WD> .? ,? (the)? <day:DAYNUMBER> (of)? <month:MON> (,? {YEAR_PART})?", weekday_date,
         ("on [Monday, 23 December 2019] in Genoa", "on [Sunday the 8th of May]"), "The same in British order."),
    Rule("month-day", "<month:MON> <day:DAYNUMBER>", day_month,
         ("The group met on [Nov. 6] in Rome.", "He was held [August 7]."), "No year: the nearest, tense permitting.",
         ("You may 2 or 3 times.", "It rose in May 5,000 feet.", "The vote was March 10 percent.")),
    Rule("day-month", "(the)? <day:DAYNUMBER> (of)? <month:MON>", day_month,
         ("The group met on [6 November] in Rome.", "on [the 8th of May]"), "British order, without a year.",
         ("Version 2 may be better.", "The 3 march on.")),
    Rule("month-year", f"<month:MON> ,? (of|in)? {YEAR_PART}", month_year,
         ("In [December 2017] they won.", "since [March of 1996]", "in [January nineteen ninety-seven]"), "A month of a year.",
         ("They may 2017 times.",)),
    Rule("month", "<month:MON>", month,
         ("They met in [August] in Rome.", "It closed last year in [May]."), "A month alone is the nearest, tense permitting.",
         ("They may leave.", "May I come in?", "The march went on.", "Troops march on Rome.", "April Jones sang.", "March on!")),
    Rule("month-of-year-named", "<month:MON> ,? (of)? <which:(this|last|next|the same)> year", month_of_rel_year,
         ("in [January this year]", "since [June of last year]"), "The year is counted from the anchor."),
    Rule("day-of-year-named", "<month:MON> <day:DAYNUMBER> ,? (of)? <which:(this|last|next)> year", month_of_rel_year,
         ("on [May 3 last year]",), "The year is counted from the anchor."),
    Rule("day-of-year-named-british", "<day:DAYNUMBER> (of)? <month:MON> ,? (of)? <which:(this|last|next)> year", month_of_rel_year,
         ("on [3 May last year]",), "The year is counted from the anchor."),
    Rule("year", "YEAR", year, ("In [2014] it began.", "The war of [1967] was short.", "He won in [1998]."),
         "A number between 1800 and 2099 that counts nothing.",
         ("About 2000 men came.", "It cost $1990.", "There were 1950 people.", "Route 1950 is closed.", "rose to 2014.5", "1984/85/22/11")),
    Rule("year-named", f"((the)? year <year:(YEAR|YEARWORDS|two thousand)>)", named_year,
         ("before [the year 2000] came", "In [the year two thousand] it ended."), "Years that say so."),
    Rule("year-in-words", "<year:YEARWORDS>", named_year, ("in [nineteen ninety-six] he said",),
         "Transcripts of broadcasts spell years out.", ("nineteen hundred men came",)),
    Rule("year-short", "' ~ <yy:YY>", short_year, ("It was sold in ['98] to them.",), "The century is the nearest behind.",
         ("He is 6'10 tall.",)),
    Rule("year-era", "<number:INTEGER> <era:(b ~ . ~ c ~ (. ~ e)? (~ .)?|a ~ . ~ d ~ .|bc|bce|ad|ce)>", era_year,
         ("in [44 B.C.] he died", "in [79 AD] it burnt"), "Found so as not to be taken for anything else."),
    Rule("year-era-before", "ad <number:INTEGER>", lambda m, a: calendar(year_of(int(m.number("number")))) if m.text[:2].isupper() and 1 <= m.number("number") < 2200 else None,
         ("in [AD 79] it burnt",), "The era may stand first.", ("the ad 30 seconds long",)),
    Rule("day-range", f"<month:MON> <day:DAYNUMBER> (-|and|through)  <last:DAYNUMBER> (,? {YEAR_PART})?", day_range,
         ("It ran [May 5-7, 2014] in Rome.", "on [May 5 and 7] in Rome"), "One happening, one expression."),
    Rule("day-range-british", f"<day:DAYNUMBER> (-|to|and) <last:DAYNUMBER> <month:MON> (,? {YEAR_PART})?", day_range,
         ("It ran [8-9 May 2014] in Rome.", "on [8 and 9 May] in Rome"), "One happening, one expression."),
    Rule("year-range", "<first:YEAR> ~ - ~ <last:(YEAR|YY)>", year_range,
         ("the war of [2014-17] in Rome", "from [1990-1995] he ruled"), "One happening, one expression.", ("call 2014-1720", "call 1800-22")),
)  # fmt: skip
