"""Mentions taken apart for comparison."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Hashable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from extraction.matching.happenings import again, fields, kinds, sequels
from extraction.matching.heads import heads
from extraction.matching.peoples import countries
from extraction.matching.synonyms import exclusive, stem_meanings
from extraction.matching.terms import WORD, YEAR, alias_pattern, names, only_names, stem, terms, unified
from extraction.types import Article, DateValue, Event, Occurrence, Published

# A report that is bounded on one side only may follow a dated one so many days later.
FOLLOW_UP_DAYS = 14
# A day that only the sentences beside it give is wrong by so many days at most.
GUESS_DAYS = 7
# One that only tells what lay behind the news may follow so many days later.
RECALL_DAYS = 1100
# Nor is it told as background: what a later article only mentions is often told like its news.
LATE_DAYS = 400
# How much of an article tells whom its words mean, in characters.
MAX_ABOUT = 4000
# What is told of such an hour may be dated by the day before or after.
NIGHT = re.compile(r"(?i)\b(?:over|mid)?night\b|\bsmall hours\b|\bbefore dawn\b|\bat dawn\b")
COUNTED = re.compile(r"(?i)\b(week|fortnight|month|year)s?\b[^.]*\b(?:ago|earlier|before|later|after|afterwards)\b")
LAST_WEEKDAY = re.compile(r"(?i)\blast (?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
WEEK = dt.timedelta(days=7)
OFF = {
    "week": dt.timedelta(days=3),
    "fortnight": dt.timedelta(days=3),
    "month": dt.timedelta(days=10),
    "year": dt.timedelta(days=60),
}
COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d{2,9}")
NOTHING: Mapping[int, Set[object]] = {}
GENERIC = frozenset("have get take make go come hold people person man woman include".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """An event as one article tells it.

    `text` is its reporting words, `title` a line for them (it may name whom "which" means), `about` the
    article's title and text, which tell whom the words mean (read from the
    first mention of an article). `source` is the article: mentions of one article are never suggested as one event.
    `guessed`: no words of its own date it, only its neighbours. `recalled`: told to explain the news, so that it may
    have happened long before. `date_text` are the words that date it.
    """

    key: Hashable
    source: Hashable
    text: str
    about: str = ""
    date: DateValue | None = None
    published: dt.date | None = None
    occurrence: Occurrence = "occurred"
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    title: str = ""
    guessed: bool = False
    recalled: bool = False
    date_text: str = ""


def mention_of(
    key: Hashable, source: Hashable, event: Event, article: Article, published: Published | None = None
) -> Mention:
    """The mention that an extracted event is of: `key` tells it apart, `source` its article."""
    return Mention(
        key,
        source,
        event.text,
        f"{article.title}. {article.text[:MAX_ABOUT]}",
        event.date,
        published.date.latest if published else None,
        event.occurrence,
        tuple(place.name for place in event.places),
        event.actors,
        event.title,
        event.timex is None,
        event.background,
        event.timex.text if event.timex else "",
    )


class Time(NamedTuple):
    """When a mention happened, as far as is known, when its article was published, and how sure that is."""

    earliest: dt.date | None
    latest: dt.date | None
    published: dt.date | None
    guessed: bool = False
    recalled: bool = False

    @property
    def closed(self) -> bool:
        """Whether both bounds are known."""
        return self.earliest is not None and self.latest is not None

    @property
    def within(self) -> int:
        """How many days an open report may follow what it tells of."""
        return RECALL_DAYS if self.recalled else LATE_DAYS

    @property
    def width(self) -> dt.timedelta:
        """From the first day to the last."""
        return (self.latest or dt.date.max) - (self.earliest or dt.date.min)


@dataclass(slots=True)
class Read:
    """A mention taken apart: the stems of its words and names, of its whole article (`context`), and of the names in
    that (`about`); `told` are words and names; `sorts` are kinds and sequels, as they are weighed beside those.

    `weight` is how much those tell, `mass` how much its article's words tell, and `rarest` what a term of two articles
    tells, once that is known. `numbers` are those above nine that it names.
    """

    mention: Mention
    time: Time
    words: frozenset[str]
    named: frozenset[str]
    context: frozenset[str]
    about: frozenset[str]
    told: frozenset[str]
    places: frozenset[str]
    kinds: frozenset[str]
    heads: frozenset[str]
    fields: frozenset[str]
    sequels: frozenset[str]
    sorts: frozenset[str]
    again: bool
    night: bool
    exclusive: Mapping[int, Set[object]]
    numbers: tuple[float, ...]
    weight: float = 0.0
    mass: float = 0.0
    rarest: float = 1.0

    @property
    def firm(self) -> bool:
        """Whether no day but those of its own dating can be meant, if the other mention is so, too."""
        sure = self.time.closed and not self.time.guessed and not self.night
        return sure and self.mention.occurrence != "planned"


def read_mentions(mentions: Iterable[Mention], known: Mapping[str, str]) -> list[Read]:
    """The mentions in order of time, each article's text taken apart once."""
    pattern = alias_pattern(known)
    mentions = list(mentions)
    abouts = {mention.source: mention for mention in reversed(mentions)}
    sure = only_names(unified(mention.about[:MAX_ABOUT], known, pattern) for mention in abouts.values())
    contexts: dict[Hashable, tuple[frozenset[str], frozenset[str]]] = {}
    once = _Once()
    found = []
    for mention in mentions:
        context = contexts.get(mention.source)
        if context is None:
            about = unified(mention.about[:MAX_ABOUT], known, pattern)
            proper = _of_countries(names(about, sure))
            context = contexts[mention.source] = _meant(proper.union(terms(about))), once(proper)
        told = _told(mention)
        text = unified(told, known, pattern)
        who = unified(" ; ".join((*mention.places, *mention.actors)), known, pattern)
        named = once(_of_countries((*names(". " + text, sure), *terms(who))))
        said = (term for term in terms(text) if not YEAR.fullmatch(term))
        words = _meant(_of_countries(said) - named) - GENERIC
        date = mention.date
        days = _rounded(date, mention.date_text) if date else (None, None)
        time = Time(*days, mention.published, mention.guessed, mention.recalled)
        places = once(_of_countries(terms(" ; ".join(mention.places))))
        of_kind, following = once(kinds(told)), once(sequels(told))
        found.append(
            Read(
                mention,
                time,
                words,
                named,
                *context,
                words | named,
                places,
                of_kind,
                once(heads(mention.text)),
                once(fields(told)),
                following,
                once(frozenset(sys.intern(f"\0{kind}") for kind in of_kind | following)),
                again(told),
                bool(NIGHT.search(mention.text)),
                exclusive(mention.text) or NOTHING,
                tuple(float(name.replace(",", "")) for name in named if COUNT.fullmatch(name)),
            )
        )
    return sorted(found, key=lambda one: place_in_time(one.time))


class _Once(dict[frozenset[str], frozenset[str]]):
    """Keeps one of all sets that are equal: small ones, of which most mentions have the same, fill much memory."""

    def __call__(self, found: frozenset[str]) -> frozenset[str]:
        return self.setdefault(found, found)


def _rounded(date: DateValue, text: str) -> tuple[dt.date | None, dt.date | None]:
    """The days of a dating; who counts in weeks or months is some days off: "two weeks ago" of what was on a Sunday;
    "last Friday" may be the one before.
    """
    if date.earliest is None or date.latest is None:
        return date.earliest, date.latest
    if LAST_WEEKDAY.search(text) and date.earliest == date.latest:
        return max(date.earliest, dt.date.min + WEEK) - WEEK, date.latest
    counted = COUNTED.search(text)
    if counted is None:
        return date.earliest, date.latest
    off = OFF[counted[1].lower()]
    return (
        max(date.earliest, dt.date.min + off) - off,
        min(date.latest, dt.date.max - off) + off,
    )


def written(mention: Mention) -> dict[str, str]:
    """The words of a mention by the terms that are compared: what people read in place of stems."""
    found: dict[str, str] = {}
    for word in WORD.findall(" ".join((_told(mention), *mention.places, *mention.actors))):
        term = stem(word)
        for meant in (term, *_meant(frozenset((term,))), *_of_countries((term,))):
            found.setdefault(meant, word.removesuffix("'s").removesuffix("’s"))
    return found


def _told(mention: Mention) -> str:
    """The reporting words, and before them what the title adds to them: whom a pronoun means."""
    added = [word for word in mention.title.split() if word.strip(",;.").lower() not in mention.text.lower()]
    return f"{' '.join(added)} {mention.text}" if added else mention.text


def _meant(stems: frozenset[str]) -> frozenset[str]:
    """Stems with those of one meaning as one."""
    same = stem_meanings()
    return frozenset(same.get(term, term) for term in stems)


def _of_countries(stems: Iterable[str]) -> frozenset[str]:
    """Stems with the adjectives of peoples as their countries."""
    country = countries()
    return frozenset(country.get(term, term) for term in stems)


def place_in_time(time: Time) -> dt.date:
    """Where in time a mention is compared: its last possible day, which for an undated one is that of the report."""
    return time.latest or time.published or time.earliest or dt.date.min
