"""Whether a bare number is a year: "in 2014" is, "2014 men" are not."""

from __future__ import annotations

import re

from extraction.dates.anchors import Anchors
from extraction.dates.periods import year_of
from extraction.dates.rule import Found, Match, calendar

#: What is numbered, before two numbers of it: "rooms 2001 and 2010".
NUMBERED = frozenset(
    "page pages line lines room rooms seat seats lot lots item items number numbers nos article articles section "
    "sections paragraph paragraphs verse verses chapter chapters highway highways route routes flight flights unit "
    "units gate invoice invoices gates locker lockers box boxes row rows byte bytes step steps ticket tickets "
    "resolution resolutions".split()
)
#: Words that years follow: prepositions of time; determiners and marks of a list, where no noun is counted.
YEAR_BEFORE = frozenset(
    "in since until till by during throughout before after from of early late mid fiscal year to "
    "into through between for than "
    "spring summer autumn fall winter back post pre".split()
)
DETERMINERS = frozenset(
    "any perhaps ' whose the a an its his her their our my that this both s and or , ( ; including - versus vs".split()
)
ROUGHLY = frozenset("around about circa c".split())
ADJECTIVE = re.compile(r".{2,}(ful|ing|al|ive|ous|ed|ic|ish|ary|ent|ant|est|ble|less)")
VERB_OF_YEAR = frozenset("was saw marked began brought started ended opened turned proved had".split())
COUNTED = frozenset(
    "people men women children troops soldiers fighters militants dead killed wounded injured percent per % "
    "points dollars pounds euros meters metres miles kilometers kilometres km feet tons tonnes acres barrels "
    "shares units jobs workers employees members cases deaths times homes houses families victims refugees "
    "students seats rpm hours minutes seconds days weeks months years mph kg lbs horsepower "
    "calories degrees million billion thousand watts mhz prisoners detainees officers police rounds "
    "others civilians migrants displaced cars vehicles yards volts copies pages words men-women guests inmates "
    "cattle sheep animals rockets missiles tanks villages schools sq square cubic hp cc gmt utc local est hrs "
    "block blocks yen yuan rubles roubles rupees francs pesos crowns kronor lira shekels dinars riyals h am pm "
    "pixels x year month week day hour minute mile metre meter foot".split()
)
#: What an index does: "fell to 1987".
MOVED = frozenset(
    "rose fell climbed dropped slipped edged jumped sank soared gained slid tumbled rises falls grew grown swelled "
    "shrank declined increased decreased".split()
)
#: What "2000 a month" is counted by.
RATES = frozenset(
    "second minute hour day night week month quarter year share head person piece ton tonne barrel".split()
)
#: Words of time after which a year is whole, whatever follows.
BEFORE_CLAUSE = frozenset("in since until by during throughout till".split())
#: Happenings that a year may name ("the 2012 attacks"), else a number counts them.
HAPPENINGS = frozenset("attacks votes voters bombings killings strikes riots protests floods".split())
#: Words that show a number far from the present to be a year, and words that may follow such a year.
ANCIENT_BEFORE = frozenset("in since until year of from by before after fiscal around circa about to".split())
ANCIENT_AFTER = frozenset("and to when the by after he she it they in as a".split())
NOT_COUNTED = frozenset(
    "elections olympics games protests series census always perhaps congress sales results earnings levels campaigns "
    "cycles conventions numbers figures prices primaries onwards afterwards thus unless".split()
)
GLUED_BEFORE = frozenset("mid pre post early late start end".split())
#: What follows the first number of a count.
COUNT = re.compile(r" (?:and|to) (?P<number>\d{1,3}(?:,\d{3})+|\d{1,7}) (?P<what>[^\W\d_]+)")
#: Greater numbers are hardly years of the news.
MODERN = 2100
#: What has so many: "a crowd of 1999"; and what leads to a sum: "it came to 1999", "it adds up to 2014".
SUMS = frozenset(
    "crowd staff membership payroll capacity maximum minimum audience turnout attendance garrison workforce enrollment "
    "enrolment congregation readership circulation total fleet".split()
)
COMES = frozenset("came comes amounts amounted totals totalled".split())
STREETS = frozenset("street st avenue ave road rd lane drive boulevard blvd court terrace".split())
#: A proportion is one of so many hundreds.
HUNDRED = 100
#: Between the first year of a stretch and the last.
STRETCH = frozenset("through until till".split())
#: What has its year as a name, however long ago it was, and is no number of things.
NAMED_BY_YEAR = frozenset(
    "uprising rising rebellion revolt revolution mutiny war treaty peace truce armistice act law statute edict decree "
    "charter constitution union siege battle massacre campaign expedition invasion crusade fire plague famine flood "
    "earthquake eruption storm frost coup plot election census partition map chart letter manuscript year outbreak "
    "epidemic pandemic cholera influenza disaster explosion accident crash tragedy raid bombing gale hurricane cyclone "
    "tsunami drought blizzard panic slump".split()
)
#: What biographies put before a year, whole and cut short.
LIVED = frozenset("born died established founded".split())
LIVED_SHORT = frozenset("b d est fl".split())
AFTER_LIVED = frozenset("is was at near of".split())
#: Who is asked, and what asks so many.
PEOPLE = frozenset("voters adults respondents americans britons consumers households parents".split())
ASKED = frozenset("poll survey sample total panel".split())
#: Before "of" and a year: what a year has.
PORTIONS = frozenset("end close start beginning outset middle rest most much spring summer fall autumn winter".split())
YEAR_TOKEN = re.compile("(19|20)[0-9][0-9]")
#: "said 2016 has been hard": a clause that a year opens.
HAS = frozenset("has will would is could may".split())
SAYING = frozenset("said says say think hope hopes because if whether when while though although why how as".split())
#: Before an adjective and a year, and what there tells a number.
ARTICLES = frozenset("the a an his her their its our my this s".split())
QUANTITIES = frozenset(
    "first last next other some few many more most least about nearly almost only over under than further additional "
    "estimated mere total record remaining extra another full number approximate roughly around".split()
)
#: "compared with 2014", "80 percent below 1990 levels".
COMPARED = frozenset("with below above beyond like unlike".split())
LEVELS = frozenset("levels level numbers figures when but and".split())


def year(m: Match, anchors: Anchors) -> Found | None:
    """A bare number is a year where a word or mark that years follow shows it.

    "in 2014" and "the 2014 vote", not "2014 men", "Resolution 1973", "Windows 2000" or "He is 1987".
    """
    number = int(m.scan.tokens[m.start])
    before, after = m.before(2), m.after(2)
    first, following = (before or [""])[0], (after or [""])[0]
    if first == "to" and before[1:2] and before[1] in MOVED:
        return None
    if following.isalpha() and _ends_range(m, number):
        # "From 2016 to 2019 soldiers were trained there".
        return calendar(year_of(number))
    if _begins_count(m) or _sum_of(m, first) or (first not in BEFORE_CLAUSE and _address(m, after)):
        return None
    if _proportion(m, number, following) or (first in ("to", "and", "or") and _numbered(m)):
        return None
    if following in STRETCH and after[1:2] and YEAR_TOKEN.fullmatch(m.text) and YEAR_TOKEN.fullmatch(after[1]):
        # "the plan covers 2017 through 2021".
        return calendar(year_of(number)) if first.isalpha() else None
    if following == "a" and first not in BEFORE_CLAUSE and after[1:2] and after[1] in RATES:
        # "paid 2000 a month", but "in 1951 a court tried him".
        return None
    if (
        first == "of"
        and before[1:]
        and before[1] in NAMED_BY_YEAR
        and following not in COUNTED - {"killed"}
        and not glued(m, before, after)
    ):
        # "The rebellion of 1745 ended", "the charter of 1215 limits".
        return calendar(year_of(number))
    if following in COUNTED or (following in HAPPENINGS and first != "the") or glued(m, before, after):
        return None
    if first == "of" and PEOPLE.intersection(after[1:]) and m.before(2)[1:] and m.before(2)[1] in ASKED:
        # "a poll of 2047 registered voters".
        return None
    circa = before == [".", "c"] or before == [".", "ca"]
    if (
        not circa
        and not (1000 if anchors.narrative else 1800) <= number <= 2100
        and (first not in ANCIENT_BEFORE or (following.isalpha() and following not in ANCIENT_AFTER))
    ):
        # Far from the present, a number needs more.
        return None
    return calendar(year_of(number)) if _is_year(m, anchors, first, following) else None


def _ends_range(m: Match, number: int) -> bool:
    """Whether the number ends "from 2016 to 2019", "between 2016 and 2019"; of round numbers a noun may be counted."""
    before = m.before(4)
    if before[2:3] not in (["from"], ["between"]) or not YEAR_TOKEN.fullmatch(before[1]):
        return False
    joined = before[0] in (("to", "until", "till", "through") if before[2] == "from" else ("and",))
    moved = before[3:4] and before[3] in MOVED
    begun = int(before[1])
    return joined and not moved and begun < number <= MODERN and bool(begun % 10 or number % 10)


def _begins_count(m: Match) -> bool:
    """Whether the number begins a count: "between 2000 and 2500 people", "rose from 1995 to 2015 members"."""
    before = m.before(2)
    if before[:1] not in (["from"], ["between"]):
        return False
    count = COUNT.match(m.scan.text, m.scan.starts[m.end])
    if count is None or not (count["what"].lower() in COUNTED or _counts(count["what"].lower())):
        return False
    begun, ended = int(m.scan.tokens[m.start]), int(count["number"].replace(",", ""))
    moved = before[1:] != [] and before[1] in MOVED
    return moved or "," in count["number"] or not (begun < ended <= MODERN and (begun % 10 or ended % 10))


def _sum_of(m: Match, first: str) -> bool:
    """Whether the number is a sum of things or of figures."""
    _, second, third = (*m.before(3), "", "", "")[:3]
    if first == "of":
        return second in SUMS and third in ("a", "an")
    return first == "to" and (second in COMES or (second == "up" and third in ("add", "adds", "added")))


def _address(m: Match, after: list[str]) -> bool:
    """ "2010 Oak St."."""
    return len(after) > 1 and after[1] in STREETS and m.next_is_name()


def _proportion(m: Match, number: int, following: str) -> bool:
    """ "One in 2000 dies", "out of 2014 tested", "of 2000 asked" at the head of a sentence."""
    first, second, third = (*m.before(3), "", "", "")[:3]
    if first == "of":
        return second == "out" or (second in ("", ".") and following.endswith("ed"))
    one = first == "in" and (second == "one" or second.isdigit()) and third in ("", ".", "about", "nearly", "only")
    return one and number % HUNDRED == 0 and following.isalpha()


def _numbered(m: Match) -> bool:
    """Whether it is the second of two numbers of things: "lines 1990 to 2010"."""
    _, number, thing = (*m.before(3), "", "", "")[:3]
    return number.isdigit() and thing in NUMBERED


def _is_year(m: Match, anchors: Anchors, first: str, following: str) -> bool:
    plural = _counts(following) and m.scan.kinds[m.end : m.end + 1] == " "
    if first == "of" and m.before(2)[1:] and m.before(2)[1] in PORTIONS:
        # "The close of 2015 leaves a debt".
        return True
    capital = plural and m.next_is_name()
    if first in LIVED or (first == "." and m.before(2)[1:] and m.before(2)[1] in LIVED_SHORT):
        # "born 1871", "(d. 1944)", "est. 1820".
        return not following.isalpha() or following in ANCIENT_AFTER | AFTER_LIVED
    if first in ROUGHLY or m.before(2) in ([".", "c"], [".", "ca"]):
        return not following.isalpha() or following in ANCIENT_AFTER
    if first in ("and", "or") and YEAR_TOKEN.fullmatch((*m.before(2), "", "")[1]) and following not in COUNTED:
        # "the 2008 and 2012 campaigns".
        return True
    if first in ("for", "of", "to", "than", "by", "and", "or", ",", "after", "from") and plural and not capital:
        return False
    if first in YEAR_BEFORE or first in DETERMINERS:
        return True
    if anchors.narrative and _heading(m):
        return True
    if not first or first in ".!?:":
        # "1992, in which three marriages failed", "2009, the year of the crash".
        told = (following == "," and m.after(3)[1:] in (["in", "which"], ["the", "year"])) or m.after(2) == [
            ",",
            "when",
        ]
        return (following in VERB_OF_YEAR or told) and m.before(2)[1:] not in (["no"], ["nos"])
    if first == "as" and m.before(2)[1:] and m.before(2)[1] in ("early", "late", "recently", "back"):
        return True
    if following in VERB_OF_YEAR | HAS and first in SAYING:
        return True
    if first in COMPARED:
        return not following.isalpha() or following in LEVELS
    previous = m.scan.tokens[m.start - 2] if m.start > 1 else ""
    if not previous[:1].islower() or not following.isalpha() or plural or first in QUANTITIES:
        return False
    # "the fluid 2016 race", "brief 2016 talks".
    described = len(m.before(2)) > 1 and m.before(2)[1] in ARTICLES and first.isalpha()
    return (described and YEAR_TOKEN.fullmatch(m.text) is not None) or bool(ADJECTIVE.fullmatch(first))


def _heading(m: Match) -> bool:
    """Whether the year is a line of its own: the heading of a section of a history."""
    text, start, end = m.scan.text, m.scan.starts[m.start], m.scan.starts[m.end]
    above = text[:start].rstrip(" ")
    return (not above or above.endswith("\n")) and text[end:].lstrip(" :").startswith("\n")


def _counts(word: str) -> bool:
    """Whether a plural follows ("1950 reasons"); "was", "elections" are none that years count."""
    return word.isalpha() and word.endswith("s") and len(word) > 3 and word not in NOT_COUNTED


def glued(m: Match, before: list[str], after: list[str]) -> bool:
    """Whether the number is part of a longer one, of a path, an identifier or a compound ("2014.5", "1050-seat")."""
    kinds = m.scan.kinds
    if m.start and kinds[m.start - 1] in ".-/:,#@_+=$&":
        compound = kinds[m.start - 1] == "-" and len(before) > 1 and before[1] in GLUED_BEFORE
        if not compound:
            return True
    mark = kinds[m.end : m.end + 1]
    if not mark or mark in " \x00":
        return False
    if mark in "%+°/@_=-":
        return not (mark == "-" and (len(after) < 2 or after[1] in ("style", "era", "vintage", "only")))
    return mark in ",.:" and len(after) > 1 and after[1][:1].isdigit() and kinds[m.end + 1 : m.end + 2] != " "
