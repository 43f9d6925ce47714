"""From a document to its events: sentence by sentence, then dated, then told once."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from extraction.events.actors import actor, names_between, resumed_subject
from extraction.events.apart import apart
from extraction.events.candidates import BEARING, Candidate, Role
from extraction.events.clauses import Sentence
from extraction.events.counting import counted_from, counted_on
from extraction.events.dating import Dater
from extraction.events.duplicates import Told, without_repeats
from extraction.events.furniture import is_caption, is_headline, tail_start
from extraction.events.intervals import Dated, clipped
from extraction.events.joining import candidates_of
from extraction.events.lexicon import ANNOUNCING_VERBS, SPEECH_VERBS
from extraction.events.nominals import nominal
from extraction.events.owners import owners
from extraction.events.ranges import joined
from extraction.events.reading import read_sentence
from extraction.events.scheduled import lies_ahead
from extraction.events.subjects import Subjects
from extraction.events.tellers import told_until
from extraction.events.titles import title
from extraction.events.verbs import DEFINITE
from extraction.places import Gazetteer, Mention, find_places
from extraction.quotes import find_quotations
from extraction.text import Document, Token
from extraction.types import DateValue, Event, Place, Published, Span, Statement, Timex

# A longer run of words without a full stop is a table or a list; it is read in pieces of this many tokens.
MAX_TOKENS = 250
# How many sentences of the article tell its news.
LEAD = 2
BACKGROUND_AFTER = dt.timedelta(days=14)
# A happening that is known no closer than this is told as background.
BACKGROUND_WIDTH = dt.timedelta(days=60)
# Where the present tense is no past: not in captions and chronicles.
TELLING = frozenset(("lead", "body"))
# "since the mayor resigned", "Bo Dahl, who was elected then": what tells of the news or counts from it lies behind it.
BEHIND = frozenset(("since", "who", "which"))
DECIDING = frozenset("decide vote order rule".split())
# A title of fewer words tells too little to be read in a list.
SHORT_TITLE = 5
MAX_DATELINE = 40
# A date of so many words, alone in its sentence, begins an entry of a chronicle.
MAX_ENTRY = 4
DASHES = frozenset(("-", "–", "—", "―", "_", "__"))
# What pictures do not show: "The report says troops burned villages in 2016."
TELLERS = frozenset("say claim report believe think suggest estimate argue allege deny warn note show".split())
FULL_DATE = re.compile(r"\d{4}\W*$")
# Shorter quotations are single words or names, and stand inside what somebody else reports.
MIN_QUOTED_SPACES = 4
AGAIN = frozenset(("and", "and in", "and on", "and again in", "and again on"))
STOP_WORDS = frozenset(
    "the and for with from that this have has had was were been will into over after his her their its "
    "when which who they said also more than two three".split()
)


def find_events(
    document: Document,
    published: Published | None,
    timexes: tuple[Timex, ...],
    statements: tuple[Statement, ...],
    gazetteer: Gazetteer | None = None,
) -> tuple[Event, ...]:
    """The happenings that the text reports, in order of appearance, each told once.

    `gazetteer` holds a curator's own places, which come before those of GeoNames. Never raises for any text.
    """
    return tuple(_Reader(document, published, timexes, statements, gazetteer).events())


class _Reader:
    """One pass over an article, with what has been said so far."""

    def __init__(
        self,
        document: Document,
        published: Published | None,
        timexes: tuple[Timex, ...],
        statements: tuple[Statement, ...],
        gazetteer: Gazetteer | None,
    ) -> None:
        self.text = document.text
        self.document = document
        # "now" and "recently" date nothing; "in recent months" at least tells that it is over, "the past week" when.
        dating = (t for t in timexes if t.date is not None or (t.type in ("DATE", "TIME") and " " in t.text))
        self.timexes = joined(document.text, sorted(dating, key=lambda t: t.start))
        self.timex_starts = [t.start for t in self.timexes]
        self.places = find_places(document.text, gazetteer)
        self.place_starts = [m.start for m in self.places]
        self.dater = Dater(document.text, published, statements)
        self.published = published.date if published else None
        tokens = document.tokens
        capitalised = {token.text for token in tokens if token.text[0].isupper()}
        powers = frozenset(filter((gazetteer or Gazetteer()).is_power, capitalised))
        self.proper = powers.union(
            token.text for before, token in pairwise(tokens) if token.text[0].isupper() and before.text[-1].islower()
        )
        self.subjects = Subjects(document.text, powers)
        self.paragraph = 0
        self.read = 0
        # The paragraph that is an entry of a chronicle.
        self.entry = -1

    def events(self) -> list[Event]:
        """The events in order."""
        told: list[Told] = []
        for number, (tokens, quoted, fresh) in enumerate(self._sentences()):
            self.paragraph += fresh
            told += self._sentence(read_sentence(tokens, quoted, self.proper), number)
        told.sort(key=lambda one: (one.event.start, one.event.end))
        return without_repeats(told)

    def _sentences(self) -> Iterator[tuple[list[Token], list[bool], bool]]:
        """Tokens of the article's own sentences, which of them are quoted, and whether a paragraph begins."""
        tokens, at, last_end = self.document.tokens, 0, 0
        tail = tail_start(self.document)
        quotations = [
            q for q in find_quotations(self.text) if self.text.count(" ", q.start, q.end) >= MIN_QUOTED_SPACES
        ]
        quotation = 0
        for start, end in self.document.sentences:
            if start >= tail:
                return
            fresh = "\n" in self.text[last_end : min(start, last_end + 8)] or last_end == 0
            last_end = end
            while at < len(tokens) and tokens[at].start < start:
                at += 1
            if fresh:
                at = _after_dateline(tokens, at, end)
            first = at
            quoted = []
            while at < len(tokens) and tokens[at].end <= end:
                while quotation < len(quotations) and quotations[quotation].end <= tokens[at].start:
                    quotation += 1
                quoted.append(quotation < len(quotations) and quotations[quotation].start <= tokens[at].start)
                at += 1
            if is_headline(self.text, start, end):
                continue
            for begin in range(first, at, MAX_TOKENS):
                stop = min(at, begin + MAX_TOKENS)
                yield tokens[begin:stop], quoted[begin - first : stop - first], fresh and begin == first

    def _sentence(self, sentence: Sentence, number: int) -> list[Told]:
        first, last = bisect_left(self.timex_starts, sentence.start), bisect_left(self.timex_starts, sentence.end)
        timexes = self.timexes[first:last]
        beginning = self.text[sentence.start : sentence.start + 60]
        # What lies ahead was not photographed: "The new bridge opens in 2026."
        pictured = _ends_with_date(sentence, timexes) and not lies_ahead(timexes[-1].date, self.dater.published)
        caption = is_caption(beginning, pictured)
        owned, named, speech = owners(self.text, sentence, timexes, caption)
        role: Role = "caption" if caption else "lead" if self.read < LEAD else "body"
        if self.entry == self.paragraph and not caption:
            role = "chronicle"
        if timexes and timexes[-1].date is not None and len(sentence.tokens) <= MAX_ENTRY and not caption:
            # "March. Rebels seize the port. A truce is signed."
            self.entry = self.paragraph
            self.dater.previous = (self.paragraph, timexes[-1].date)
        self.read += not caption
        dates: dict[int, Dated] = {}
        previous = self.dater.previous
        found: list[tuple[Candidate, Dated]] = []
        for candidate in candidates_of(sentence, owned, named, role):
            i = sentence.clauses.index(candidate.clause)
            shown = timexes[-1] if caption and timexes else None
            resumed = candidate.verb is not None and resumed_subject(sentence, candidate.clause) != (0, 0)
            parent = None if resumed else _parent(i, candidate, dates)
            if resumed:
                self.dater.previous = previous  # when "the ship, which had left on Friday, sank" is another matter
            dated = self.dater.date(sentence, candidate, self.paragraph, parent, speech, shown, role in TELLING)
            if found:
                dated = counted_on(sentence, *found[-1], candidate, self.dater.latest) or dated
            if (candidate.verb is not None or i not in dates) and not _aside(candidate):
                dates[i] = dated
            if found and found[-1][1].timex is None:
                counted = counted_from(sentence, found[-1][0], candidate, dated, self.dater.latest)
                found[-1] = found[-1][0], counted or found[-1][1]
            found.append((candidate, dated))
        told = [one for candidate, dated in found for one in self._told(sentence, number, candidate, dated, caption)]
        self.subjects.remember(sentence)
        return told

    def _told(
        self, sentence: Sentence, number: int, candidate: Candidate, dated: Dated, caption: bool
    ) -> Iterator[Told]:
        event = self._event(sentence, candidate, dated, caption)
        if event is None:
            return
        dates = {word for timex in candidate.timexes for word in timex.text.lower().split()}
        plain = (w.removesuffix("’s").removesuffix("'s") for w in sentence.lower[candidate.first : candidate.last])
        acting = [word.lower() for actor in event.actors[:1] for word in actor.split()]
        words = frozenset(w for w in (*plain, *acting) if len(w) > 2 and w.isalpha() and w not in STOP_WORDS) - dates
        nominal, quoted = candidate.verb is None, candidate.clause.quoted
        yield Told(event, candidate.group, candidate.lemma, words, nominal, quoted, number)
        second = self._second(candidate, event, dated)
        if second is not None:
            yield Told(second, candidate.group, candidate.lemma, words, nominal, quoted, number)

    def _second(self, candidate: Candidate, event: Event, dated: Dated) -> Event | None:
        """The other happening of "in late 2017 and early 2019"."""
        if dated.timex is None:
            return None
        for timex in candidate.timexes:
            joined = self.text[dated.timex.end : timex.start].strip() if timex.start > dated.timex.end else ""
            if timex.date is not None and joined in AGAIN:
                end = max(event.end, timex.end)
                date = clipped(timex.date, self.dater.latest)
                return Event(
                    timex.start, end, self.text[timex.start : end], event.title, date, "stated", timex,
                    event.occurrence, event.background, event.places, event.actors,
                )  # fmt: skip
        return None

    def _event(self, sentence: Sentence, candidate: Candidate, dated: Dated, caption: bool) -> Event | None:
        first, last = _trimmed(sentence, candidate.first, candidate.last)
        if first >= last:
            return None
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        lead, begin = self.subjects.lead(sentence, candidate, first)
        until = told_until(sentence, candidate.position, last)
        name = title(self.text, sentence, begin, until, self._dates(start, end), lead)
        if len(name.split()) < SHORT_TITLE:
            # "Baghdad announced": what was announced stands in the clauses after it.
            further = _further(sentence, candidate, last)
            if further > last:
                stop = sentence.tokens[further - 1].end
                name = _cut(title(self.text, sentence, begin, further, self._dates(start, stop), lead))
        if not name:
            return None
        # Who denies that others did it has no part in it, nor has who is quoted for it.
        acting = self.subjects.acting(sentence, candidate)
        told = sentence.tokens[until - 1].end
        places = self._places(sentence.tokens[max(first, acting)].start, told)
        # Whom "he" means is found in the words that name him.
        led = names_between(sentence, acting, min(candidate.last, until), self._dates(start, end))
        named = [name for name in (actor(lead or self.subjects.denier(sentence, candidate, acting)),) if name] + led
        where = self._place_names(start, end)
        actors = [actor for actor in dict.fromkeys(named) if actor not in where]
        return Event(
            start,
            end,
            self.text[start:end],
            name,
            dated.date,
            dated.basis,
            dated.timex,
            candidate.occurrence,
            self._background(sentence, candidate, dated.date, caption),
            places,
            tuple(actors[:6]),
        )

    def _dates(self, start: int, end: int) -> list[Span]:
        """Where the expressions stand that date something between two offsets."""
        first, last = bisect_left(self.timex_starts, start), bisect_left(self.timex_starts, end)
        return [(t.start, min(t.end, end)) for t in self.timexes[first:last] if t.date is not None]

    def _mentions(self, start: int, end: int) -> list[Mention]:
        """Where places are named between two offsets."""
        first, last = bisect_left(self.place_starts, start), bisect_left(self.place_starts, end)
        return self.places[first:last]

    def _places(self, start: int, end: int) -> tuple[Place, ...]:
        """The places named between two offsets, each once."""
        found = {(m.place.name, m.place.lat, m.place.lon): m.place for m in self._mentions(start, end)}
        return tuple(found.values())

    def _place_names(self, start: int, end: int) -> set[str]:
        """What names places between two offsets, as shown and as written, and what names those that they lie in."""
        found: set[str] = set()
        for mention in self._mentions(start, end):
            found.add(mention.place.name)
            found.add(self.text[mention.start : mention.end])
            larger = self.text[mention.end : mention.reach].strip(" ,").split(", ")
            # "Nong Bua, north-eastern Thailand".
            found.update(larger, (name.split(" ", 1)[-1] for name in larger if name[:1].islower()))
        return found

    def _background(self, sentence: Sentence, candidate: Candidate, date: DateValue | None, caption: bool) -> bool:
        """Whether it is told to explain the news: long before, long lasting, or dated only by what follows."""
        if candidate.occurrence == "planned":
            return False
        backshifted = candidate.occurrence in ("alleged", "denied")  # "denied that it had bombed"
        if caption or (candidate.verb is not None and candidate.verb.tense == "pluperfect" and not backshifted):
            return True
        if date is None or date.latest is None or self.published is None or self.published.earliest is None:
            return False
        if date.earliest is None:
            behind = sentence.lower[candidate.clause.first] in BEHIND
            return candidate.verb is None or behind or _of_what_is_known(sentence, candidate)
        return (
            date.latest < self.published.earliest - BACKGROUND_AFTER or date.latest - date.earliest > BACKGROUND_WIDTH
        )


def _of_what_is_known(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a clause says what came of a happening that it takes for granted: "The eruption closed the port"."""
    verb, first = candidate.verb, candidate.clause.first
    if verb is None or verb.lemma in BEARING or verb.first <= first or verb.head >= candidate.clause.last:
        return False
    known = sentence.lower[first] in DEFINITE or any(
        word.endswith(("’s", "'s")) for word in sentence.lower[first : verb.first]
    )
    return known and any(nominal(sentence, at) is not None for at in range(first + 1, verb.first))


def _aside(candidate: Candidate) -> bool:
    """Whether a clause tells what went before, and dates nothing else: "the ship, which had left on Monday, sank"."""
    return candidate.link == "relative" and candidate.verb is not None and candidate.verb.tense == "pluperfect"


def _after_dateline(tokens: list[Token], at: int, end: int) -> int:
    """The token with which a paragraph goes on after "ROME, May 3 (Agency) - ", `at` where it has no dateline."""
    begin = at
    for i in range(at, min(len(tokens), at + MAX_DATELINE)):
        word = tokens[i].text
        if tokens[i].end > end:
            break
        if word in DASHES and i + 1 < len(tokens) and tokens[i].end < tokens[i + 1].start > tokens[i - 1].end + 1:
            begin = i + 1
        elif not (
            word[0].isupper() or word[0].isdigit() or word in ",./()-:" or word in DASHES or word in ("rd", "th", "of")
        ):
            break
    return begin


def _ends_with_date(sentence: Sentence, timexes: list[Timex]) -> bool:
    """A caption's mark: its last words are a full date, and its first verb is in the present."""
    if not timexes or sentence.end - timexes[-1].end > 2 or not FULL_DATE.search(timexes[-1].text):
        return False
    finite = next((g for c in sentence.clauses for g in c.groups if g.finite), None)
    return finite is not None and finite.tense == "present" and not finite.passive and finite.lemma not in TELLERS


def _parent(i: int, candidate: Candidate, dates: dict[int, Dated]) -> Dated | None:
    """The date of the clause that a candidate hangs on, else of the last one before it."""
    if i in dates:
        return dates[i]
    if candidate.clause.parent is not None and candidate.clause.parent in dates:
        return dates[candidate.clause.parent]
    return dates[max(dates)] if dates and max(dates) < i else None


def _further(sentence: Sentence, candidate: Candidate, last: int) -> int:
    """Where the clauses end that tell what a short clause announces, at most two."""
    verb = candidate.verb
    if verb is None or not (verb.lemma in SPEECH_VERBS or verb.lemma in ANNOUNCING_VERBS or verb.lemma in DECIDING):
        return last
    at = next((i for i, clause in enumerate(sentence.clauses) if clause.first >= last - 1), len(sentence.clauses))
    for clause in sentence.clauses[at : at + 2]:
        if (
            clause.link in ("after", "before", "when")
            or clause.quoted != candidate.clause.quoted
            or clause.link == "coordinate"
            or sentence.lower[clause.first] == ";"
        ):
            break
        last = max(last, clause.last)
        if last - candidate.first >= 2 * SHORT_TITLE:
            break
    return _trimmed(sentence, candidate.first, last)[1]


def _cut(line: str) -> str:
    """A title up to the first comma that leaves enough of it."""
    words = line.split(" ")
    at = next((i for i, word in enumerate(words) if i + 1 >= SHORT_TITLE and word.endswith((",", ";"))), len(words))
    return " ".join(words[: at + 1]).rstrip(",;")


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Without marks and joining words at the edges, and without "a week" of "a week after ..."."""
    if sentence.lower[last : last + 1] and sentence.lower[last] in ("after", "before", "following"):
        stretch = apart(sentence.lower, last)
        if stretch is not None and stretch.first > first + 1:
            last = stretch.first
    while first < last and (not sentence.tokens[first].text[0].isalnum() or sentence.lower[first] in ("and", "but")):
        first += 1
    while (
        last > first
        and not sentence.tokens[last - 1].text[-1].isalnum()
        and sentence.tokens[last - 1].text not in "”)%"
    ):
        last -= 1
    return first, last
