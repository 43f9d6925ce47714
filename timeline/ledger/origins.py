"""Which article gave an event its title and names: a merge moves the report and leaves those, so versions tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from extraction.names import folded
from timeline.ledger.dating import best_dating
from timeline.models import Action, Event, Mention, Revision

BATCH = 500
#: Fewer words in the order of a sentence are a phrase that anybody might choose.
LEAST_WORDS = 4


#: Words with the articles that reported the event when it got them.
Given = dict[str, frozenset[int]]


@dataclass(slots=True)
class _Row:
    """What an event's versions say: its titles, the names of its places and actors, and its last reports."""

    titles: Given = field(default_factory=dict)
    names: Given = field(default_factory=dict)
    reports: list[int] = field(default_factory=list)


class Origins:
    """The events that report an article, or did in any version, and what their words were made from.

    A title or a name was made from the articles that reported the event when it first had it.
    """

    def __init__(self, source_id: int, erased: str) -> None:
        """Read all versions of events: it is rare, and must be complete. `erased` stands where words stood."""
        self.source_id = source_id
        self.erased = erased
        self.sentences: set[str] = set()
        self.events = self._reporting()
        self.rows = self._read(self._family())

    def rest(self, event: Event) -> list[Mention]:
        """The reports of other articles that the event has; of one that was merged away, those that it had."""
        reports = Mention.objects.exclude(source=self.source_id).exclude(text=self.erased).select_related("source")
        row = self.rows.get(event.pk, _Row())
        own = Q(pk__in=row.reports) if event.merged_into_id else Q(event=event.pk)
        return list(reports.filter(own).order_by("source_id", "pk"))

    def titles(self, event_id: int, rest: Iterable[Mention]) -> set[str]:
        """The titles that an event has or had and that were made from the article, and from none of the rest."""
        rest = list(rest)
        row = self.rows.get(event_id, _Row())
        others = {flat(self.title(mention)) for mention in rest}
        taken = self._taken(row.titles, [other.titles for other in self.rows.values()], rest)
        return {title for title in taken if flat(title) not in others}

    def names(self, event_id: int, rest: Iterable[Mention]) -> set[str]:
        """The names of places and actors that an event has or had from the article, and from none of the rest."""
        rest = list(rest)
        row, rows = self.rows.get(event_id, _Row()), [other.names for other in self.rows.values()]
        sources = {mention.source_id for mention in rest}
        others = {
            folded(name)
            for names in rows
            for name, given in names.items()
            if given & sources and self.source_id not in given
        }
        return {name for name in self._taken(row.names, rows, rest) if folded(name) not in others}

    def best_title(self, rest: list[Mention]) -> str:
        """The title that goes with the report whose date is supported best, else with the first; there must be one."""
        return self.title(best_dating(rest) or rest[0])

    def title(self, mention: Mention) -> str:
        """The latest title made from this report's article alone; the beginning of its words where none was."""
        found = ""
        for row in self.rows.values():
            if row.reports and mention.pk in row.reports:
                given = [title for title, sources in row.titles.items() if sources == {mention.source_id}]
                found = given[-1] if given else found
        return found or mention.text[:300]

    def _taken(self, words: Given, all_words: Iterable[Given], rest: Iterable[Mention]) -> set[str]:
        """Those of the words that came up while the article was reported and are its own, and not the rest's."""
        texts = [flat(mention.text) for mention in rest]
        alone = frozenset({self.source_id})
        own = {word for given in all_words for word, sources in given.items() if sources == alone}
        return {
            word
            for word, sources in words.items()
            if self.source_id in sources
            and (word in own or any(_cut_from(word, sentence) for sentence in self.sentences))
            and not any(_cut_from(word, text) for text in texts)
        }

    def _reporting(self) -> set[int]:
        found = set()
        versions = Revision.objects.filter(kind=Event.KIND).exclude(action=Action.RENDERED)
        for number, mentions in versions.values_list("record_id", "snapshot__mentions").order_by("pk").iterator(BATCH):
            for mention in mentions or ():
                if mention["source_id"] == self.source_id:
                    found.add(number)
                    self.sentences.add(flat(mention["text"]))
        return found

    def _family(self) -> set[int]:
        """Those events, what they were merged into, and what else was: there others' reports had their own titles."""
        into = set(Event.objects.filter(pk__in=self.events).values_list("merged_into", flat=True)) - {None}
        heads = self.events | {number for number in into if number is not None}
        return heads | set(Event.objects.filter(merged_into__in=heads).values_list("pk", flat=True))

    def _read(self, events: set[int]) -> dict[int, _Row]:
        rows: dict[int, _Row] = {}
        versions = Revision.objects.filter(kind=Event.KIND, record_id__in=events).exclude(action=Action.RENDERED)
        for number, kept in versions.values_list("record_id", "snapshot").order_by("record_id", "version"):
            row = rows.setdefault(number, _Row())
            mentions = kept.get("mentions", [])
            row.reports = [mention["id"] for mention in mentions] or row.reports
            sources = frozenset(mention["source_id"] for mention in mentions)
            if kept["title"] != self.erased:
                row.titles.setdefault(kept["title"], sources)
            for name in _named(kept):
                row.names.setdefault(name, sources)
        return rows


def _named(event: dict[str, Any]) -> list[str]:
    """The names of an event's places and actors, of a version or a document."""
    return [*(place["name"] for place in event.get("places", ())), *event.get("actors", ())]


def _cut_from(title: str, text: str) -> bool:
    """Whether a title's words stand in a text in the same order, as far as they were not left out."""
    if flat(title) in text:
        return True
    words = title.rstrip("…").split()
    rest = iter(text.split())
    return len(words) >= LEAST_WORDS and all(word in rest for word in words)


def flat(text: str) -> str:
    """A text with one space between its words: so words are compared, wherever a line ended."""
    return " ".join(text.split())
