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

from extraction.dates.furniture import inside
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
#: Names cut short without a full stop, which are read between a day and a year alone ("3 dic 2019").
SHORT_NAMES: dict[str, str] = {
    "fr": r"janv|févr|avr|juil|sept|oct|nov|déc",
    "de": r"jan|feb|mrz\.?|apr|aug|sept?|okt|nov|dez",
    "es": r"(?:ene|feb|mar|abr|may|jun|jul|ago|sept?|oct|nov|dic)\.?",
    "ar": r"(?!)",
    "ru": r"(?:янв|фев|февр|мар|апр|июн|июл|авг|сен|сент|окт|ноя|нояб|дек)\.?",
}
#: Names that dateparser does not know, as names that it does: the Levant's months, prepositional cases.
KNOWN_AS = {
    "mrz": "märz", "ene": "enero", "ago": "agosto", "dic": "diciembre", "фев": "февраля", "февр": "февраля",
    "ноя": "ноября", "нояб": "ноября", "сен": "сентября", "сент": "сентября",
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
    "fr": r"(?:(?:en|depuis|dès|l['’]année|l['’]an|fin|début|mi-?|(?:crise|élections?|accords?|loi|guerre|révolution"
    r"|attentats?|printemps|été|automne|scrutin|réforme|traité)\s+de"
    r"|(?:entre|de)(?=\s+\d{4}\s+(?:et|à)\s+YEAR_AND_END))\s+"
    r"|(?<=entre \d{4} et )|(?<=de \d{4} à ))",
    "de": r"(?:(?:im Jahre?|seit|Ende|Anfang|Mitte|bis|Sommer|Herbst|Frühling|Frühjahr|Wahl(?:en)?"
    r"|(?:Krise|Wahl|Reform|Vertrag|Gesetz)\s+von|wurde(?=\s+\d{4}\s+(?:in|im|von|vom|zum|zur|als|durch|geboren"
    r"|gegründet|gewählt|eröffnet|gebaut)\b)|(?:zwischen|von)(?=\s+\d{4}\s+(?:und|bis)\s+YEAR_AND_END))\s+"
    r"|(?<=zwischen \d{4} und ))",
    "es": r"(?:(?:en|desde|hasta|el año|a finales de|a principios de|a mediados de|(?:crisis|elecciones|elección"
    r"|acuerdos?|ley|guerra|revolución|atentados?|primavera|verano|otoño|reforma|tratado)\s+de"
    r"|(?:entre|de)(?=\s+\d{4}\s+[ya]\s+YEAR_AND_END))\s+|(?<=entre \d{4} y )|(?<=de \d{4} a ))",
    # The Arabic "and" is written on to its year.
    "ar": r"(?:(?<!\w)(?:عام|سنة|العام|عامي|مطلع|أواخر|أوائل|منتصف)\s+|(?<=عامي [0-9٠-٩]{4} و)"
    r"|(?<=عامي [0-9٠-٩]{4} و ))",
    # "2017 года" needs no word before it.
    "ru": r"",
}
#: Behind the first year of a range in Russian: "в 2014-2017 годах", "с 2014 по 2017 год".
RANGE_END = {"ru": r"|\s*(?:[-–—]|по|и)\s*\d{4}\s*(?:год\w{0,2}\b|гг?\.)"}
#: Behind a year that counts after all, in every language.
MEASURED = (
    r"(?!\s*(?:m|km|kg|g|cm|mm|h|min|€|cc|кг|км|м|\d{3}|personnes|soldats|euros?|dollars?|mètres|hommes|femmes"
    r"|enfants|morts|menschen|personen|leute|soldaten|tote|personas|soldados|muertos|dólares|metros|hombres|mujeres"
    r"|человек|солдат|рублей|долларов|شخص|جندي|دولار|دولارا|قتيل|نسخة)\b)"
)
LONGEST_STREET = 25
#: The Russian letter of "year" and of "gram", and what tells that it is the first.
GRAMS = re.compile(r"\s*г\.")
BEFORE_GRAMS = re.compile(
    r"(?<!\w)(?:в|с|до|к|от|по|начал\w+|конц\w+|середин\w+|лет\w|зим\w+|весн\w+|осен\w+)\s+$", re.IGNORECASE
)
#: What is called after a day or a year: no date of anything that happens there.
STREETS = re.compile(
    r"\b(?:rue|place|avenue|boulevard|quai|lycée|pont|stade|station|straße|platz|allee|calle|plaza|avenida|улиц\w*"
    r"|площад\w*|проспект\w*|метро|شارع|ساحة)\s+(?:du|de la|de|des|del|dem)?\s*$",
    re.IGNORECASE,
)
#: What must follow a bare year, where the cue is a small word of other uses.
YEAR_END = {
    "ru": r"\s*(?:год\w{0,2}\b|гг?\.)",
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
    cut = f"(?P<month>{MONTH_NAMES[language]}|{SHORT_NAMES[language]})(?:/(?:{MONTH_NAMES[language]}))?"
    day = rf"(?<![\w./-])(?P<day>{NUMBER}{{1,2}})(?:er|º|°|\.|-го)?\s+(?:de\s+)?"
    year = rf"(?P<year>{NUMBER}{{4}})(?![\w/-]|[.,]\d){MEASURED}"
    of = r"\.?\s+(?:del?\s+|عام\s+|سنة\s+|من عام\s+)?"
    century = "(?:1[5-9]|20|١[٥-٩]|٢٠)"
    ending = f"(?:{YEAR_END.get(language, '')}{RANGE_END.get(language, '')}){MEASURED}"
    joined = "[\\w/%]" if language == "ru" else "[\\w/%-]"
    bare = rf"(?P<year>{century}{NUMBER}{{2}})(?!{joined}|[.,]\d)(?={ending})"
    if language == "es":
        # "14 marzo, 2021", but not "el 3 de abril, 2000 personas".
        of = rf"(?:{of}|,\s+(?=\d{{4}}(?:{ending})))"
    cue = YEAR_CUE[language].replace("YEAR_AND_END", rf"{century}\d\d(?![\w/%-]|[.,]\d)(?={ending})")
    boundary = {"ru": r"(?<![\w.,/])", "ar": ""}.get(language, r"(?<!\w)")
    return Grammar(
        re.compile(f"{day}{cut}{of}{year}", re.IGNORECASE),
        re.compile(rf"(?<!\w){month}{of}{year}", re.IGNORECASE),
        re.compile(rf"{boundary}{cue}{bare}", re.IGNORECASE),
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
    days = list(forms.day.finditer(text))
    found = [Explicit(*m.span(), p, f"{language}-day") for m in days if not _street(m) and (p := _day(m, language))]
    impossible = [m.span() for m in days]
    for m in forms.month.finditer(text):
        if not inside(impossible, m.start()) and (p := _month(m, language)):
            found.append(Explicit(*m.span(), p, f"{language}-month"))
    taken = sorted({*impossible, *((e.start, e.end) for e in found)})
    for m in forms.year.finditer(text):
        if not inside(taken, m.start("year")) and not _street(m) and not _grams(m):
            year = int(m["year"].translate(DIGITS))
            found.append(Explicit(m.start("year"), m.end("year"), year_of(year), f"{language}-year"))
    return sorted(found)


def _street(m: re.Match[str]) -> bool:
    """Whether a street or a square is called so."""
    return STREETS.search(m.string[max(m.start() - LONGEST_STREET, 0) : m.start()]) is not None


def _grams(m: re.Match[str]) -> bool:
    """Whether "1500 г." may be a weight: no word of time stands before it."""
    before = m.string[max(m.start("year") - LONGEST_STREET, 0) : m.start("year")]
    weight = GRAMS.match(m.string, m.end("year"))
    return weight is not None and not BEFORE_GRAMS.search(before)


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
    known = KNOWN_AS.get(name.lower().rstrip("."), name)
    settings = {
        "STRICT_PARSING": True,
        "DATE_ORDER": "DMY",
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": dt.datetime(2000, 1, 1),  # noqa: DTZ001 - dateparser wants a naive base
    }
    found = dateparser.parse(f"1 {known} 2000", languages=[language], settings=settings)
    return found.month if found else None
