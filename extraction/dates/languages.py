"""Explicit dates in French, German, Spanish, Arabic and Russian.

A small grammar approves a span (day, name of the month, year); dateparser, told the language and read strictly, says
which day it is. Nothing else of these languages is read, so that nothing is invented in them.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import dateparser

from extraction.dates.periods import Period, day_of, month_of, year_of

#: Words that tell a language, none of which is common in another of the list; "en" is read by the table of rules.
STOPWORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that for was on with as by at from said it he his were has have will but they is are "
        "she this not be we you who when what my our their him been after ago",
        "fr": "le la les des et est une dans que pour du sur au aux par qui avec ont été son cette il elle ne pas à",
        "de": "der die und das den von mit ist im am auf für des dem nicht ein eine wurde zu sich als auch bei nach",
        "es": "el la los las de que y en un una del por con para se su fue es al como más pero lo sus ha",
        "it": "il di che della per non sono una del con gli nel alla dei le è dal anche ha si",
        "pt": "o os da do das dos não uma para com em na no um que foi ao pela mais é e",
        "nl": "de het een van en in op met voor is zijn dat niet aan door werd ook naar bij",
        "tr": "ve bir bu için ile olarak da de ise olan sonra kadar gibi daha çok oldu",
        "pl": "w i z na się do nie jest że po przez od za jak to oraz został",
    }.items()
}
READ = ("fr", "de", "es", "ar", "ru")
#: How many words are looked at, how many function words a language must show, and how many times English's.
SAMPLE, FEWEST = 400, 2
MONTH_NAMES: dict[str, str] = {
    "fr": r"janv(?:ier|\.)|févr(?:ier|\.)|fevrier|mars|avr(?:il|\.)|mai|juin|juil(?:let|\.)|août|aout|sept(?:embre|\.)"
    r"|oct(?:obre|\.)|nov(?:embre|\.)|déc(?:embre|\.)|decembre",
    "de": r"jan(?:uar|\.)|jänner|feb(?:ruar|\.)|märz|apr(?:il|\.)|mai|juni|juli|aug(?:ust|\.)|sept?(?:ember|\.)"
    r"|okt(?:ober|\.)|nov(?:ember|\.)|dez(?:ember|\.)",
    "es": r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre",
    "ar": r"يناير|فبراير|مارس|أبريل|ابريل|إبريل|مايو|يونيو|يونيه|يوليو|يوليه|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر"
    r"|ديسمبر|كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول",
    "ru": r"январ[ьяе]|феврал[ьяе]|март[ае]?|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|август[ае]?|сентябр[ьяе]|октябр[ьяе]"
    r"|ноябр[ьяе]|декабр[ьяе]",
}
#: Names that dateparser does not know, as names that it does: the Levant's months, prepositional cases.
KNOWN_AS = {
    "كانون الثاني": "يناير", "شباط": "فبراير", "آذار": "مارس", "نيسان": "أبريل", "إبريل": "أبريل", "أيار": "مايو", (
        "حزيران"
    ): "يونيو",
    "تموز": "يوليو", "آب": "أغسطس", "اغسطس": "أغسطس", "أيلول": "سبتمبر", "تشرين الأول": "أكتوبر", "اكتوبر": "أكتوبر",
    "تشرين الثاني": "نوفمبر", "كانون الأول": "ديسمبر", "январе": "января", "феврале": "февраля", "марте": "марта",
    "апреле": "апреля", "мае": "мая", "июне": "июня", "июле": "июля", "августе": "августа", "сентябре": "сентября",
    "октябре": "октября", "ноябре": "ноября", "декабре": "декабря", "fevrier": "février", "aout": "août", "decembre": (
        "décembre"
    ),
}  # fmt: skip
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
NUMBER = r"[0-9٠-٩۰-۹]"
#: Words before a bare year that make it one.
YEAR_CUE: dict[str, str] = {
    "fr": r"(?:en|depuis|dès|l['’]année|l['’]an|fin|début|mi-?)\s+",
    "de": r"(?:im Jahre?|seit|Ende|Anfang|Mitte|bis)\s+",
    "es": r"(?:en|desde|hasta|el año|a finales de|a principios de|a mediados de)\s+",
    "ar": r"(?:عام|سنة|العام)\s+",
    "ru": r"(?:в|с|до|к)\s+",
}
#: What must follow a bare year, where the cue is a small word of other uses.
YEAR_END = {
    "ru": r"\s*(?:год[уае]?\b|г\.)",
    "fr": r"(?!\s*(?!dans\b|mais\b|puis\b|vers\b|après\b|sous\b|ses\b|les\b|des\b)[a-zà-ÿ]+s\b)",
    "es": r"(?!\s*(?!los\b|las\b|sus\b|tras\b|unos\b|pues\b)[a-zá-ú]+s\b)",
    "de": r"(?-i:(?!\s*[A-ZÄÖÜ]))",
}


class Explicit(NamedTuple):
    """A date in another language: its span in the text and the period that it names."""

    start: int
    end: int
    period: Period
    rule: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """The three forms of one language: a full date, a month of a year, a year after a word of time."""

    day: re.Pattern[str]
    month: re.Pattern[str]
    year: re.Pattern[str]


@cache
def grammar(language: str) -> Grammar:
    """The compiled forms of a language; a constant for each."""
    month = f"(?P<month>{MONTH_NAMES[language]})(?:/(?:{MONTH_NAMES[language]}))?"
    day = rf"(?<![\w./-])(?P<day>{NUMBER}{{1,2}})(?:er|º|°|\.|-го)?\s+(?:de\s+)?"
    year = rf"(?P<year>{NUMBER}{{4}})(?![\w/-]|[.,]\d)"
    of = r"\.?\s+(?:del?\s+|عام\s+|سنة\s+|من عام\s+)?"
    century = "(?:1[89]|20|١[٨٩]|٢٠)"
    bare = rf"(?P<year>{century}{NUMBER}{{2}})(?![\w/%-]|[.,]\d){YEAR_END.get(language, '')}"
    return Grammar(
        re.compile(f"{day}{month}{of}{year}", re.IGNORECASE),
        re.compile(rf"(?<!\w){month}{of}{year}", re.IGNORECASE),
        re.compile(rf"(?<!\w){YEAR_CUE[language]}{bare}", re.IGNORECASE),
    )


def language_of(text: str, given: str = "") -> str:
    """The language of a text, "en" where nothing shows another: its script, else its function words."""
    code = given.lower().replace("_", "-").split("-")[0]
    if code in READ or code in STOPWORDS:
        return code
    sample = text[: 8 * SAMPLE]
    letters = sum(map(str.isalpha, sample)) or 1
    if 2 * sum("؀" <= c <= "ۿ" for c in sample) > letters:
        return "ar"
    if 2 * sum("Ѐ" <= c <= "ӿ" for c in sample) > letters:
        return "ru"
    words = re.findall(r"[^\W\d_]+", sample.lower())[:SAMPLE]
    counts = {name: sum(w in stopwords for w in words) for name, stopwords in STOPWORDS.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= FEWEST and counts[best] > 1.5 * counts["en"] else "en"


def explicit_dates(text: str, language: str) -> list[Explicit]:
    """Full dates, months of a year and years in one of the languages read; in order, none inside another."""
    if language not in READ:
        return []
    forms = grammar(language)
    found = [Explicit(*m.span(), p, f"{language}-day") for m in forms.day.finditer(text) if (p := _day(m, language))]
    impossible = [m.span() for m in forms.day.finditer(text)]
    for m in forms.month.finditer(text):
        if not _inside(m.start(), impossible) and (p := _month(m, language)):
            found.append(Explicit(*m.span(), p, f"{language}-month"))
    taken = [*impossible, *((e.start, e.end) for e in found)]
    for m in forms.year.finditer(text):
        if not _inside(m.start("year"), taken):
            year = int(m["year"].translate(DIGITS))
            found.append(Explicit(m.start("year"), m.end("year"), year_of(year), f"{language}-year"))
    return sorted(found)


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _day(m: re.Match[str], language: str) -> Period | None:
    year, day = int(m["year"].translate(DIGITS)), int(m["day"].translate(DIGITS))
    month = _month_number(m["month"], language)
    return day_of(year, month, day) if month else None


def _month(m: re.Match[str], language: str) -> Period | None:
    year, month = int(m["year"].translate(DIGITS)), _month_number(m["month"], language)
    return month_of(year, month) if month and year >= 1 else None


@lru_cache(maxsize=512)
def _month_number(name: str, language: str) -> int | None:
    """The month that dateparser takes a name for: asked of a whole date in the strict mode, never of text."""
    known = KNOWN_AS.get(name.lower(), name)
    settings = {
        "STRICT_PARSING": True,
        "DATE_ORDER": "DMY",
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": dt.datetime(2000, 1, 1),  # noqa: DTZ001 - dateparser wants a naive base
    }
    found = dateparser.parse(f"1 {known} 2000", languages=[language], settings=settings)
    return found.month if found else None
