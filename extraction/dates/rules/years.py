"""Rules for years."""

from __future__ import annotations

from dataclasses import replace

from extraction import edtf
from extraction.dates.anchors import Anchors
from extraction.dates.periods import year_of
from extraction.dates.rule import REFUSED, Found, Match, Rule, calendar, number_of
from extraction.dates.rules.bare_years import COUNTED, DETERMINERS, NUMBERED, YEAR_BEFORE, year

#: What stands before a number that is not a year.
NOT_YEARS_BEFORE = frozenset(
    "$ £ € ¥ # no nos number route highway page pages p pp section form call dial phone tel fax".split()
)
#: The longest heading, in letters.
LONGEST = 80
#: Words before a year of two figures.
SHORT_AFTER = frozenset("in of since until till through during from by and to before after - summer winter".split())
#: Before a range whose last year is one figure: "the slump of 2008-9".
BEFORE_RANGE = frozenset("of in from since during between the until after before winter by".split())
MONTHS_OF_YEAR = 12
#: What runs from one year into the next: "the 2011/12 season".
SEASONAL = [
    [w] for w in "season school academic financial fiscal budget campaign winter edition year tax league".split()
]
YEAR_PART = "<year:(YEAR|YEARWORDS|' ~ YY)>"


def named_year_of(m: Match) -> int | None:
    words = m.words("year")
    if words[0] == "'":
        return short_to_full(int(words[1]))
    if len(words) == 1 and words[0].isdigit():
        number = int(words[0])
        if len(words[0]) == 2:
            return short_to_full(number)
        return number if edtf.MIN_YEAR <= number <= edtf.MAX_YEAR else None
    return year_in_words(words)


def short_to_full(number: int) -> int:
    """The year that two figures name: '31 to '99 are of the last century."""
    return 1900 + number if number > 30 else 2000 + number


def year_in_words(words: list[str]) -> int | None:
    """ "nineteen ninety-six" is 1996, "two thousand and one" 2001."""
    words = [w for w in words if w not in ("-", "and")]
    if "hundred" in words or "thousand" in words:
        return int(number_of(words)) or None
    century, rest = number_of(words[:1]), [w for w in words[1:] if w != "oh"]
    if not rest:
        return None
    return int(century * 100 + sum(number_of([w]) for w in rest))


def _in_heading(m: Match) -> bool:
    """Whether the paragraph is the heading of a section: short, and no sentence."""
    text, start, end = m.scan.text, m.scan.starts[m.start], m.scan.starts[m.end]
    line = text[text.rfind("\n", 0, start) + 1 : start] + text[end : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    return len(line) <= LONGEST and not line.rstrip().endswith((".", "!", "?", ":", ",", '"'))


def named_year(m: Match, anchors: Anchors) -> Found | None:
    """ "the year 2000", "nineteen ninety-six": years that say so, or are spelt out."""
    number = named_year_of(m)
    said = "year" in m.words("year") or m.text.lower().startswith(("the", "year"))
    spelt = m.words("year")[:1] == ["nineteen"] and not {"hundred", "thousand"} & set(m.words("year"))
    if m.after(1) and m.after(1)[0] in COUNTED and not said:
        return None
    if m.scan.kinds[m.end : m.end + 1] == "-" and m.after(2)[1:] and m.after(2)[1].isdigit():
        # "the financial year 2009-10".
        return None
    if (
        not said
        and not spelt
        and (
            not m.before(1)
            or m.before(1)[0] not in YEAR_BEFORE | DETERMINERS
            or (m.after(1) and m.after(1)[0] in COUNTED)
        )
    ):
        return None
    return calendar(year_of(number)) if number and number >= 1000 else None


def short_year(m: Match, anchors: Anchors) -> Found | None:
    """ "in '98", "the class of '68": the century that lies nearest behind the text; feet and quotations are left."""
    before = m.before(1)
    if not before or before[0] not in SHORT_AFTER:
        return None
    number = int(m.word("yy"))
    base = anchors.latest.year if anchors.latest else 2030
    full = base // 100 * 100 + number
    return calendar(year_of(full if full <= base + 5 else full - 100))


def year_range(m: Match, anchors: Anchors) -> Found | None:
    """ "2014-17", "1990-1995": the first year and the last."""
    first, words = int(m.word("first")), m.word("last")
    last = first // 10 ** len(words) * 10 ** len(words) + int(words)
    before = m.before(1)
    if not first < last <= first + 150 or (len(words) < 4 and not 1600 <= first <= 2100):
        return REFUSED
    if len(words) == 1 and (not before or before[0] not in BEFORE_RANGE):
        # "call 2008-9".
        return REFUSED
    if before and before[0] in ("call", "dial", "phone", "tel", "fax"):
        return REFUSED
    seasonal = m.after(1)[:1] in SEASONAL or anchors.narrative
    month = len(words) < 4 and int(words) <= MONTHS_OF_YEAR
    if "/" in m.text and (last != first + 1 or (month and not seasonal and before != ["winter"])):
        # "the 2011/12 season", while "2011/12" may be December outside of histories.
        return None
    if before and (before[0] in NOT_YEARS_BEFORE | NUMBERED or (before[0] in ("-", "/", ".", "+", ")"))):
        return None
    if m.after(1) and m.after(1)[0] in ("-", "/") and m.scan.kinds[m.end : m.end + 1] != " ":
        return None
    both = edtf.parse(f"{first:04}/{last:04}")
    ends = [
        (*m.span(name), end)
        for name, number in (("first", first), ("last", last))
        if (end := calendar(year_of(number)))
    ]
    if len(ends) > 1 and _in_heading(m):
        # "The early years (1965-1970)": what stands below begins with the first.
        ends[1] = (*ends[1][:2], replace(ends[1][2], event=False))
    return Found("DATE", f"{first:04}", "", year_of(first), both, parts=tuple(ends))


RULES = (
    Rule(
        "year",
        "YEAR",
        year,
        (
            "In [2014] it began.",
            "The war of [1967] was short.",
            "He won in [1998].",
            "He was born c. [1931].",
            "a painter (b. [1953])",
            "She, born [1871], was rich.",
            "The rebellion of [1745] ended there.",
            "The charter of [1215] limits him.",
            "The outbreak of [1854] killed many.",
            "The plan covers [2017] through [2021] there.",
        ),
        "A number between 1800 and 2099 that counts nothing.",
        (
            "About 2000 men came.",
            "It cost $1990.",
            "There were 1950 people.",
            "Route 1950 is closed.",
            "rose to 2014.5",
            "a poll of 2047 registered voters",
            "There died 1871 men.",
            "He founded 1900 schools there.",
            "The garrison of 1500 surrendered.",
            "a letter of 1200 words",
            "1984/85/22/11",
        ),
    ),
    Rule(
        "year-named",
        "((the)? year <year:(YEAR|YEARWORDS|two thousand)>)",
        named_year,
        ("before [the year 2000] came", "In [the year two thousand] it ended."),
        "Years that say so.",
    ),
    Rule(
        "year-in-words",
        "<year:YEARWORDS>",
        named_year,
        ("in [nineteen ninety-six] he said",),
        "Transcripts of broadcasts spell years out.",
        ("nineteen hundred men came",),
    ),
    Rule(
        "year-short",
        "' ~ <yy:YY>",
        short_year,
        ("It was sold in ['98] to them.", "He ruled through ['98] there."),
        "The century is the nearest behind.",
        ("He is 6'10 tall.",),
    ),
    Rule(
        "year-range",
        "<first:YEAR> ~ (-|/) ~ <last:(YEAR|YY|1|2|3|4|5|6|7|8|9)>",
        year_range,
        (
            "the war of [2014]-[17] in Rome",
            "from [1990]-[1995] he ruled",
            "It froze in [the winter of 1941-42] there.",
            "In the [2011]/[12] season he won.",
            "It fell in the slump of [2008]-[9] there.",
            "The pact ends in [2020]/[21] there.",
        ),
        "The ends of a range are expressions of their own (TimeML 1.2.1).",
        ("call 2014-1720", "call 1800-22", "Call 2008-9 for it.", "They won 2008-9 there."),
    ),
)
