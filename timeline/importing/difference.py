"""What a new extraction says against what is there: added, changed, gone; and what a person holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import QuerySet

from extraction import Extraction
from timeline.importing import rows
from timeline.ledger.dating import settle
from timeline.ledger.erasing import erased_key
from timeline.models import Event, Mention, Source, Speaker, State, Statement

#: The columns that say when, and how that is known.
WHEN = frozenset("edtf earliest latest precision date_text anchor rule readings basis date_start date_end".split())
Row = TypeVar("Row", Statement, Mention)


@dataclass(slots=True)
class Difference:
    """Rows to write. `moved` are decided by a person: their words were looked up in the new text, nothing else."""

    speakers: list[Speaker] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[tuple[Event, Mention]] = field(default_factory=list)
    changed_statements: list[Statement] = field(default_factory=list)
    changed_events: list[tuple[Event, Mention]] = field(default_factory=list)
    gone_statements: list[Statement] = field(default_factory=list)
    gone_events: list[tuple[Event, Mention]] = field(default_factory=list)
    moved_statements: list[Statement] = field(default_factory=list)
    moved_events: list[tuple[Event, Mention]] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not any(getattr(self, name) for name in self.__slots__)


def compare(source: Source, extraction: Extraction, *, fresh: bool, dating: bool = False) -> Difference:
    """The difference for one source; `fresh` where it has no rows yet. Rows are matched by their words.

    Where a person is `dating` the source, what was published without a date gets the one that follows.
    """
    difference = Difference()
    speakers = _speakers(extraction, difference)
    _compare_statements(source, extraction, speakers, difference, fresh, dating)
    _compare_events(source, extraction, difference, fresh, dating)
    return difference


def _waits_for_date(record: Statement | Event) -> bool:
    """Whether a person approved it undated: nobody decided that it should have no date."""
    return record.state == State.PUBLISHED and not record.edtf and "edtf" not in record.held


def _waits_among_others(mention: Mention) -> bool:
    """Whether it is undated, and other reports of its event were joined to it: each source's date is shown of them."""
    event = mention.event
    return not mention.edtf and event.state != State.REJECTED and event.mentions.count() > 1


def _speakers(extraction: Extraction, difference: Difference) -> dict[str, Speaker]:
    """The speakers that the extraction names, by key: those who are there (after merges) and new ones."""
    named: dict[str, tuple[str, str]] = {}
    for statement in extraction.statements:
        key = rows.speaker_key(statement.speaker_name)
        if key:
            name, organisation = named.get(key, (statement.speaker_name, ""))
            named[key] = (name, organisation or statement.organisation)
    found = {s.key: s.merged_into or s for s in _by_keys(named)}
    # A name that was erased comes back in no new article: its speaker is known by what is left of the key.
    hashes = {erased_key(key): key for key in named.keys() - found.keys()}
    found |= {hashes[s.key]: s.merged_into or s for s in _by_keys(hashes)}
    for key in sorted(named.keys() - found.keys()):
        found[key] = rows.new_speaker(*named[key])
        difference.speakers.append(found[key])
    return found


def _by_keys(keys: Iterable[str]) -> QuerySet[Speaker]:
    return Speaker.objects.filter(key__in=list(keys)).select_related("merged_into")


def _compare_statements(
    source: Source,
    extraction: Extraction,
    speakers: dict[str, Speaker],
    difference: Difference,
    fresh: bool,
    dating: bool,
) -> None:
    kept = [] if fresh else list(source.statements.select_related("source", "speaker").order_by("id"))
    there = _by_words(kept)
    # A person may have cut its words: it is still the one that stands there.
    placed = {str(s.spans): s for s in kept if s.touched and s.spans}
    for found in extraction.statements:
        fields = rows.statement_fields(source.text, found)
        fields["speaker"] = speakers.get(rows.speaker_key(found.speaker_name))
        same = there.get(_words(fields["text"]), [])
        cut = placed.get(str(fields["spans"]))
        if not same and cut is not None and cut in there.get(_words(cut.text), []):
            there[_words(cut.text)].remove(cut)
            continue
        if not same:
            difference.statements.append(Statement(source=source, **fields))
            continue
        statement = same.pop(0)
        if dating and _waits_for_date(statement) and fields["edtf"]:
            _set(statement, {"spans": fields["spans"], **_when(fields)})
            difference.changed_statements.append(statement)
        elif statement.touched:
            _move_statement(statement, fields["spans"], difference)
        elif _set(statement, fields):
            difference.changed_statements.append(statement)
    for rest in there.values():
        for statement in rest:
            if statement.touched:
                _move_statement(statement, _find_all(source.text, statement), difference)
            else:
                difference.gone_statements.append(statement)


def _move_statement(statement: Statement, spans: list[list[int]], difference: Difference) -> None:
    if statement.spans != spans:
        statement.spans = spans
        difference.moved_statements.append(statement)


def _find_all(text: str, statement: Statement) -> list[list[int]]:
    """Where each part of the words stands in the text now; nothing unless all of them do."""
    spans = []
    after = 0
    for part in statement.text.split(" … "):
        at = text.find(part, after)
        if at < 0:
            return []
        after = at + len(part)
        spans.append([at, after])
    return spans


def _compare_events(source: Source, extraction: Extraction, difference: Difference, fresh: bool, dating: bool) -> None:
    kept = [] if fresh else list(source.mentions.select_related("event", "source").order_by("id"))
    # Several reports of one event change one row.
    events: dict[int, Event] = {}
    for mention in kept:
        mention.event = events.setdefault(mention.event_id, mention.event)
    there = _by_words(kept)
    for found in extraction.events:
        fields = rows.event_fields(found)
        words = rows.mention_fields(found)
        same = there.get(_words(found.text), [])
        if not same:
            difference.events.append((Event(**fields), Mention(source=source, **words)))
            continue
        mention = same.pop(0)
        if dating and _waits_for_date(mention.event) and fields["edtf"]:
            mention.start, mention.end = found.start, found.end
            _set(mention, _when(words))
            _set(mention.event, _when(fields))
            difference.changed_events.append((mention.event, mention))
        elif dating and _waits_among_others(mention) and fields["edtf"]:
            mention.start, mention.end = found.start, found.end
            _set(mention, _when(words))
            others = mention.event.mentions.exclude(source=source).select_related("source")
            settle(mention.event, [*(one for one in kept if one.event_id == mention.event_id), *others])
            difference.changed_events.append((mention.event, mention))
        elif _shared(mention):
            _move_mention(mention, found.start, found.end, difference)
        elif _set(mention, words) | _set(mention.event, fields):
            difference.changed_events.append((mention.event, mention))
    for rest in there.values():
        for mention in rest:
            if _shared(mention):
                at = source.text.find(mention.text)
                start, end = (at, at + len(mention.text)) if at >= 0 else (None, None)
                _move_mention(mention, start, end, difference)
            else:
                difference.gone_events.append((mention.event, mention))


def _shared(mention: Mention) -> bool:
    """Whether the event is not this source's alone to change: a person decided about it, or other sources report it."""
    return mention.event.touched or mention.event.mentions.count() > 1


def _move_mention(mention: Mention, start: int | None, end: int | None, difference: Difference) -> None:
    if (mention.start, mention.end) != (start, end):
        mention.start, mention.end = start, end
        difference.moved_events.append((mention.event, mention))


def _words(text: str) -> str:
    return " ".join(text.split())


def _by_words(kept: list[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in kept:
        found.setdefault(_words(row.text), []).append(row)
    return found


def _when(fields: dict[str, Any]) -> dict[str, Any]:
    """Of the columns those that say when."""
    return {name: value for name, value in fields.items() if name in WHEN}


def _set(row: Statement | Event | Mention, fields: dict[str, Any]) -> bool:
    """Set the columns; whether any was another."""
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, fields[name])
    return bool(changed)
