"""The review queue: proposed statements and events, the oldest source first, and the work lists that filter it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet

from timeline.curation.suggestions import waiting
from timeline.models import Event, Mention, Revision, Source, State, Statement

Row = TypeVar("Row", Statement, Event)
#: Lists, by the name in the address: the heading, and what to do there.
LISTS: dict[str, tuple[str, str]] = {
    "all": ("Everything proposed", "All that waits for a decision."),
    "undated": ("Undated", "Nothing says when. Giving the article its date often dates them all at once."),
    "ambiguous": ("Two readings", "The date can be read in two ways: choose one."),
    "unresolved": ("Unknown speaker", "Statements whose speaker the article does not name."),
    "duplicate": ("Possible duplicates", "Events that another event resembles."),
    "weak": ("Low evidence", "The words are no longer in the article, or only its publication bounds the date."),
}
#: Records that a list counts: beyond it, "more than 1,000" says enough.
MOST = 1000


class Place(NamedTuple):
    """A record of the queue."""

    kind: str
    id: int
    source: int


@dataclass(frozen=True, slots=True)
class Queue:
    """One work list, of everything or of one article or import."""

    name: str = "all"
    source: int | None = None
    run: int | None = None

    def statements(self) -> QuerySet[Statement]:
        """The proposed statements of the list."""
        found = Statement.objects.filter(state=State.PROPOSED)
        if self.source:
            found = found.filter(source=self.source)
        if self.run:
            found = found.filter(_made_by("statement", self.run))
        if self.name == "unresolved":
            return found.filter(speaker=None)
        if self.name == "duplicate":
            return found.none()
        if self.name == "weak":
            return found.filter(Q(spans=[]) | Q(basis="publication"))
        return _by_date(found, self.name)

    def events(self) -> QuerySet[Event]:
        """The proposed events of the list."""
        found = Event.objects.filter(state=State.PROPOSED, merged_into=None)
        if self.source:
            found = found.filter(Exists(Mention.objects.filter(event=OuterRef("pk"), source=self.source)))
        if self.run:
            found = found.filter(_made_by("event", self.run))
        if self.name == "unresolved":
            return found.none()
        if self.name == "duplicate":
            pairs = waiting("event")
            return found.filter(pk__in=pairs.values("first").union(pairs.values("second")))
        if self.name == "weak":
            lost = Mention.objects.filter(event=OuterRef("pk"), start=None)
            return found.filter(Exists(lost) | Q(basis="publication"))
        return _by_date(found, self.name)

    def counts(self) -> tuple[int, bool]:
        """How many wait, at most MOST, and whether there are more."""
        found = len(self.statements().values("pk")[: MOST + 1]) + len(self.events().values("pk")[: MOST + 1])
        return min(found, MOST), found > MOST

    def next(self, after: Place | None = None) -> Place | None:
        """The first record, or the first after one; None at the end."""
        statements = self.statements()
        events = self.events()
        if after and after.kind == "statement":
            statements = statements.filter(
                Q(source_id__gt=after.source) | Q(source_id=after.source, id__gt=after.id), source_id__gte=after.source
            )
            # The events of an article stand after its statements.
            events = events.filter(first_source__gte=after.source)
        elif after:
            statements = statements.filter(source_id__gt=after.source)
            events = events.filter(
                Q(first_source__gt=after.source) | Q(first_source=after.source, id__gt=after.id),
                first_source__gte=after.source,
            )
        statement = self._first(statements, "source_id", "id")
        event = self._first(events, "first_source", "id")
        if statement and (event is None or statement[0] <= event[0]):
            return Place("statement", statement[1], statement[0])
        return Place("event", event[1], event[0]) if event else None

    def _first(self, found: QuerySet[Any], *names: str) -> tuple[int, ...] | None:
        """The first of the records in order of these columns, as their values; None where there is none."""
        if not self.run:
            row: tuple[int, ...] | None = found.order_by(*names).values_list(*names).first()
            return row
        # Asked for the first by an index, PostgreSQL would read all records until one is of the import, and none may
        # be; asked for the least of an expression, it finds those of the import and looks at them alone.
        values = []
        for name in names:
            least = found.aggregate(least=Min(F(name) + 0))["least"]
            if least is None:
                return None
            values.append(least)
            found = found.filter(**{name: least})
        return tuple(values)

    def query(self) -> str:
        """The list as part of an address."""
        parts = [f"list={self.name}"]
        parts += [f"source={self.source}"] if self.source else []
        parts += [f"run={self.run}"] if self.run else []
        return "&".join(parts)

    @classmethod
    def read(cls, given: Any) -> Queue:
        """The list that an address names; what it does not know is left out."""

        def number(name: str) -> int | None:
            value = given.get(name, "")
            return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else None

        name = given.get("list", "all")
        return cls(name if name in LISTS else "all", number("source"), number("run"))


def place(kind: str, record: Any) -> Place:
    """Where a record stands in the queue."""
    return Place(kind, record.pk, record.source_id if kind == "statement" else record.first_source)


def waiting_sources() -> QuerySet[Source]:
    """Articles without a date, or with two readings of it."""
    return Source.objects.filter(Q(earliest=None) | Q(rule="bounds") | ~Q(readings=[]), erased=None)


def _by_date(found: QuerySet[Row], name: str) -> QuerySet[Row]:
    if name == "undated":
        return found.filter(earliest=None, readings=[])
    if name == "ambiguous":
        return found.filter(earliest=None).exclude(readings=[])
    return found


def _made_by(kind: str, run: int) -> Q:
    """The records of an import: few, and found by its number, where each record's history would be read otherwise."""
    return Q(pk__in=Revision.objects.filter(kind=kind, run=run).values("record_id"))
