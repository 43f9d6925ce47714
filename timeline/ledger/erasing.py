"""Erasure on demand: words are taken out of rows, documents, revisions and feeds; that something was, when and on
what ground, stays."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any

import orjson
from django.db import connection, models, transaction
from django.dispatch import Signal
from django.utils import timezone

from extraction.names import folded
from timeline.ledger.changes import forget
from timeline.ledger.dating import best_dating, settle
from timeline.ledger.merging import whole
from timeline.ledger.origins import Origins, flat
from timeline.ledger.write import Author, Change, write
from timeline.models import (
    Action,
    Event,
    ImportRun,
    Mention,
    Revision,
    Source,
    Speaker,
    State,
    Statement,
    Suggestion,
)
from timeline.models.record import Record

#: Stands where words stood. One mark for one code point of a name, so that every offset holds.
MARK = "█"
ERASED = "[erased]"
#: Columns of a source that are its publisher's words, or lead back to them.
OF_THE_ARTICLE = ("title", "text", "date_text", "origin", "dateline")
BATCH = 500
#: Shorter texts are names and kinds that stand in many articles.
LEAST = 12
#: Fewer letters of a name that was cut say nothing of it where a text was shortened.
LEAST_LEFT = 3
#: Columns that take less than this hold no sentences.
SHORTEST_CUT = 100
#: Keys under which a version or a document keeps the words of an article.
CITED = frozenset(
    "text exact prefix suffix date_text speaker_text role cue relayed_via "
    "title origin dateline sha256 fingerprint".split()
)
#: Sent within the transaction with `change`, which takes the words out of JSON: for whoever keeps words elsewhere.
scrubbed = Signal()


class ErasureError(Exception):
    """It cannot be erased; the message says why, for people."""


def erased_key(key: str) -> str:
    """What stays of a name's key: enough to know it again in the next article, too little to read it."""
    return "erased:" + hashlib.sha256(key.encode()).hexdigest()


@whole
def erase_source(source_id: int, author: Author) -> Source:
    """Take an article's words out of everything; its statements and its own events are rejected. Raises ErasureError.

    The author's reason is the ground, and is kept. Imports leave the article alone from then on.
    """
    _check_ground(author)
    source = Source.objects.select_for_update().filter(pk=source_id).first()
    if source is None:
        raise ErasureError("There is no such source.")
    statements = list(
        Statement.objects.select_for_update(of=("self",)).filter(source=source).select_related("speaker").order_by("pk")
    )
    mentions = list(Mention.objects.filter(source=source).select_related("event").order_by("pk"))
    origins = Origins(source.pk, ERASED)
    events = Event.objects.in_bulk(sorted(origins.events))
    words = _Words(source)
    # Of those that are no longer there, too: their versions are.
    for number in origins.events - events.keys():
        words.titles[number], words.names[number] = origins.titles(number, []), origins.names(number, [])
    if words.quoted(author.reason):
        raise ErasureError("The ground quotes the article, and is all that stays: say it in other words.")
    origin = source.origin
    source.title, source.text, source.date_text, source.origin, source.dateline = "", ERASED, "", "", ""
    source.sha256, source.fingerprint = "", ""
    source.held = sorted({*source.held, *OF_THE_ARTICLE})
    source.erased = timezone.now()
    changes = [Change(source, Action.ERASED)]
    for statement in statements:
        statement.source = source
        statement.text, statement.spans, statement.state = ERASED, [], State.REJECTED
        statement.speaker_text = statement.role = statement.cue = statement.date_text = statement.relayed_via = ""
        statement.held = sorted({*statement.held, "state", "text"})
        changes.append(Change(statement, Action.ERASED))
    for event in events.values():
        own = [mention for mention in mentions if mention.event_id == event.pk]
        for mention in own:
            mention.text, mention.start, mention.end, mention.date_text = ERASED, None, None, ""
            mention.source = source
        rest = origins.rest(event)
        words.titles[event.pk], words.names[event.pk] = origins.titles(event.pk, rest), origins.names(event.pk, rest)
        if own or words.told(event):
            _bereave(event, own, rest, words, origins)
            # Of an event that others report too, this report goes; one that nobody else reports keeps its place.
            changes.append(Change(event, Action.ERASED, mentions=[] if rest else own, dropped=own if rest else []))
    write(changes, author)
    _scrub_history(words.scrubbed, words.concern)
    # A title and names outlive their report where that has gone to another event.
    _scrub_history(words.forgotten, words.remembered)
    _scrub_runs(lambda value: _deep(value, lambda text: ERASED if text == origin else words.take_out(text)))
    Suggestion.objects.filter(_of_events(origins.events)).delete()
    scrubbed.send(Source, change=words.scrubbed)
    _scrub_index()
    transaction.on_commit(forget)
    return source


def _bereave(event: Event, own: list[Mention], rest: list[Mention], words: _Words, origins: Origins) -> None:
    """Take an article's words out of an event that the rest report; where there is no rest, nothing of it is left."""
    if not rest:
        event.title, event.summary, event.date_text, event.state = ERASED, "", "", State.REJECTED
    elif words.took(event.pk, event.title):
        event.title = origins.best_title(rest)
    if words.hold(event.summary):
        event.summary = ""
    bounds = (event.earliest, event.latest)
    if best_dating(rest) is None and "edtf" not in event.held and bounds in [(m.earliest, m.latest) for m in own]:
        event.set_date(None)
        event.basis = ""
    if rest:
        settle(event, rest)
    if not best_dating(rest) and words.hold(event.date_text):
        event.date_text = ""
    event.places = [place for place in event.places if place["name"] not in words.names[event.pk]]
    event.actors = [actor for actor in event.actors if actor not in words.names[event.pk]]
    event.held = sorted({*event.held, "state", "title"})


@whole
def erase_name(speaker_id: int, author: Author) -> Speaker:
    """Mask a person's names wherever they stand, in articles too. Raises ErasureError.

    The author's reason is the ground, and is kept. Statements stay, said by nobody who can be known.
    """
    _check_ground(author)
    speaker = Speaker.objects.select_for_update().filter(pk=speaker_id).first()
    if speaker is None:
        raise ErasureError("There is no such speaker.")
    family = [speaker, *Speaker.objects.select_for_update().filter(merged_into=speaker).order_by("pk")]
    names = {name for member in family for name in (member.name, *member.aliases)}
    kept = Revision.objects.filter(kind="speaker", record_id__in=[member.pk for member in family])
    for old in kept.exclude(action=Action.RENDERED).values_list("snapshot", flat=True):
        names |= {old.get("name", ""), *old.get("aliases", [])}
    masked = _Masker(names - {"", ERASED})
    if masked(author.reason) != author.reason:
        raise ErasureError("The ground holds the name, and is all that stays: say it without.")
    changes = [Change(member, Action.ERASED) for member in family]
    for number, member in enumerate(family):
        member.key = erased_key(member.key)
        member.name, member.aliases, member.organisation = ERASED, [], "" if number == 0 else member.organisation
        member.held = ["aliases", "name", "organisation"]
    done = {(change.record.KIND, change.record.pk) for change in changes}
    for record, mentions in _holding(masked, {member.pk: member for member in family}):
        if (record.KIND, record.pk) not in done:
            changes.append(Change(record, Action.ERASED, mentions=mentions))
    write(changes, author)
    # The rows are masked, the history is not yet: it says where the name stood in every version of every article.
    change = partial(_deep, change=masked, around=_Surroundings(masked).masked)
    _scrub_history(change, lambda revision: True, grounds=True)
    _scrub_runs(change)
    _scrub_suggestions(change)
    scrubbed.send(Speaker, change=change)
    _scrub_index()
    transaction.on_commit(forget)
    return speaker


class _Words:
    """Tells and takes out what an article says, and said in earlier versions."""

    def __init__(self, source: Source) -> None:
        self.source_id = source.pk
        kept = Revision.objects.filter(kind="source", record_id=source.pk).values_list("snapshot", flat=True)
        versions = [source.title, source.text, *(snap.get(name, "") for snap in kept for name in ("title", "text"))]
        self.texts = [flat(text) for text in dict.fromkeys(versions) if text and text != ERASED]
        #: The titles, and the names of places and actors, that the article gave, by the number of the event.
        self.titles: dict[int, set[str]] = {}
        self.names: dict[int, set[str]] = {}

    def hold(self, words: str) -> bool:
        """Whether words stand in the article."""
        parts = [part for part in (flat(part).rstrip("…").strip() for part in words.split(" … ")) if part]
        return bool(parts) and any(all(part in text for part in parts) for text in self.texts)

    def took(self, event_id: int, title: str) -> bool:
        """Whether an event's title is the article's: made from it, or standing in it."""
        return title in self.titles.get(event_id, ()) or self.hold(title)

    def told(self, event: Event) -> bool:
        """Whether an event that the article does not report now, but did, still says what it said."""
        names = {*(place["name"] for place in event.places), *event.actors}
        return event.title in self.titles[event.pk] or bool(names & self.names[event.pk]) or self.hold(event.summary)

    def quoted(self, text: str) -> bool:
        """Whether a text holds a passage of the article, or one holds the text."""
        said, texts = flat(text).casefold(), [one.casefold() for one in self.texts]
        return any((len(said) >= LEAST and said in one) or one in said for one in texts)

    def take_out(self, text: str) -> str:
        """A text of the history, erased where it is the article's; a word that happens to stand there too stays."""
        said = text.partition(": ")[2]
        return ERASED if len(text) >= LEAST and (self.hold(text) or (len(said) >= LEAST and self.hold(said))) else text

    def scrubbed(self, value: Any, *, own: bool = False) -> Any:
        """A JSON value without the article's words: whatever is cited from it goes, however short; `own` says it is."""
        if isinstance(value, str):
            return self.take_out(value)
        if isinstance(value, list):
            return [self.scrubbed(part, own=own) for part in value]
        if isinstance(value, dict):
            own, value = own or self._owns(value), self.forgotten(value)
            return {
                name: ERASED
                if own and name in CITED and part and isinstance(part, str)
                else self.scrubbed(part, own=own)
                for name, part in value.items()
            }
        return value

    def _owns(self, kept: dict[str, Any]) -> bool:
        """Whether a part of a version is the article's: it, a statement or report of it, or it as it is cited."""
        if kept.get("source_id") == self.source_id or ("publisher" in kept and kept.get("id") == self.source_id):
            return True
        cited = kept.get("sources", ()) if kept.get("kind") == "statement" else ()
        return any(source["id"] == self.source_id for source in cited)

    def forgotten(self, kept: Any) -> Any:
        """A version, a document or a reason; an event's without the title and the names that the article gave it."""
        if not isinstance(kept, dict):
            return self.take_out(kept)
        number = str(kept.get("id", "")).removeprefix("event-")
        if not number.isdigit() or not (kept.get("kind") == "event" or "mentions" in kept):
            return kept
        titles, names = self.titles.get(int(number), ()), self.names.get(int(number), ())
        changed: dict[str, Any] = {"title": ERASED} if kept.get("title") in titles else {}
        for name in ("places", "actors"):
            if name in kept:
                named = [(one if isinstance(one, str) else one["name"], one) for one in kept[name]]
                changed[name] = [one for word, one in named if word not in names]
        return {**kept, **changed}

    def remembered(self, revision: Revision) -> bool:
        """Whether a version is of an event that has or had words of the article."""
        return revision.kind == Event.KIND and revision.record_id in self.titles

    def concern(self, revision: Revision) -> bool:
        """Whether a version is of the article or quotes it."""
        kept = revision.snapshot
        if revision.kind == "source":
            return revision.record_id == self.source_id
        if kept.get("source_id") == self.source_id:
            return True
        if any(mention.get("source_id") == self.source_id for mention in kept.get("mentions", [])):
            return True
        cited = orjson.loads(revision.document).get("sources", []) if revision.document else []
        return any(source["id"] == self.source_id for source in cited)


class _Masker:
    """Masks names, whatever their case and the spaces in them, where they stand as whole words.

    Of a name that was cut where a text was shortened, what is left goes, too.
    """

    def __init__(self, names: set[str]) -> None:
        spelt = {*names, *map(folded, names)} - {""}
        self.whole = re.compile(rf"(?<!\w)(?:{_any_of(spelt)})(?!\w)", re.IGNORECASE)
        # Their case counts: "the…" is not the beginning of Theresa.
        parts = {part for name in names for part in (*_beginnings(name), *_beginnings(name.upper()))}
        beginning = rf"(?<!\w)(?:{_any_of(parts)})" if parts else r"(?!)"
        self.marked_as_cut = re.compile(rf"{beginning}(?=…)")
        self.cut = re.compile(rf"{beginning}\s*\Z")
        words = {" ".join(name.split()[:count]) for name in names for count in range(1, len(name.split()))}
        self.first_words = re.compile(rf"(?<!\w)(?:{_any_of(words)})\Z" if words else r"(?!)")

    def __call__(self, text: str) -> str:
        text = self.marked_as_cut.sub(_hidden, self.whole.sub(_hidden, text))
        return self.cut.sub(_hidden, text) if len(text) in _lengths() else text

    def title(self, title: str) -> str:
        """A title without the first words of a name at its end: titles are cut between words."""
        return self.first_words.sub(_hidden, title)

    def found(self, text: str) -> Iterator[tuple[int, str]]:
        """Where names stand in a text, and how they are written there."""
        return ((found.start(), found.group()) for found in self.whole.finditer(text))


def _any_of(names: Iterable[str]) -> str:
    """A pattern of names, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(r"\s+".join(map(re.escape, name.split())) for name in ordered)


def _beginnings(name: str) -> set[str]:
    """What is left of a name that was cut, as far as it can be told from other words."""
    return {name[:length].strip() for length in range(LEAST_LEFT, len(name))}


def _hidden(found: re.Match[str]) -> str:
    return MARK * len(found.group())


@cache
def _lengths() -> frozenset[int]:
    """The lengths at which texts are cut to fit their columns."""
    models_ = (Source, Mention, Event, Statement, Speaker, Revision)
    lengths = {getattr(column, "max_length", None) or 0 for model in models_ for column in model._meta.concrete_fields}
    return frozenset(length for length in lengths if length >= SHORTEST_CUT)


class _Surroundings:
    """Masks names in the words of an article that a document cites, and in those before and after them.

    They are cut at a number of letters, wherever that is: what is left of a name there is told by where the name
    stood in the article.
    """

    def __init__(self, masked: _Masker) -> None:
        self.masker = masked
        self.names: dict[int, set[tuple[int, str]]] = {}
        versions = Revision.objects.filter(kind="source").values_list("record_id", "snapshot__text")
        for source_id, text in versions.order_by("pk").iterator(BATCH):
            if found := set(masked.found(text or "")):
                self.names.setdefault(source_id, set()).update(found)

    def masked(self, kept: dict[str, Any]) -> dict[str, Any]:
        """A part of a version or a document, without what is left of names in its evidence and its title."""
        title = kept.get("title") if kept.get("kind") == "event" or "mentions" in kept else None
        evidence = kept.get("evidence")
        # A name that ends a title may be another's: it goes where what is told under the title has the whole name.
        if isinstance(title, str) and self.masker.title(title) != title and _deep(kept, self.masker) != kept:
            kept = {**kept, "title": self.masker.title(title)}
        if isinstance(evidence, list) and (names := self.names.get(kept.get("id") or 0)):
            kept = {**kept, "evidence": [_uncovered(one, names) for one in evidence]}
        return kept


def _uncovered(evidence: dict[str, Any], names: Iterable[tuple[int, str]]) -> dict[str, Any]:
    """Evidence with each part of a name masked that stands where the article had the name."""
    parts = [evidence[name] for name in ("prefix", "exact", "suffix")]
    if evidence["start"] is None or None in parts:
        return evidence
    words, first = "".join(parts), evidence["start"] - len(parts[0])
    for at, name in names:
        start, end = max(at - first, 0), min(at - first + len(name), len(words))
        if start < end and words[start:end] == name[start + first - at : end + first - at]:
            words = words[:start] + MARK * (end - start) + words[end:]
    exact, suffix = len(parts[0]), len(parts[0]) + len(parts[1])
    return {**evidence, "prefix": words[:exact], "exact": words[exact:suffix], "suffix": words[suffix:]}


def _holding(masked: _Masker, speakers: dict[int, Speaker]) -> Iterator[tuple[Record, list[Mention]]]:
    """Records that hold the name, masked, with the reports of events that do."""
    sources = {}
    for source in Source.objects.select_for_update().order_by("pk").iterator(BATCH):
        if _mask(source, masked):
            source.erased = timezone.now()
            sources[source.pk] = source
            yield source, []
    found: dict[int, list[Mention]] = {}
    for mention in Mention.objects.select_related("source").order_by("pk").iterator(BATCH):
        if _mask(mention, masked):
            mention.source = sources.get(mention.source_id, mention.source)
            found.setdefault(mention.event_id, []).append(mention)
    for event in Event.objects.select_for_update().order_by("pk").iterator(BATCH):
        cut = event.title
        if event.pk in found or masked(event.summary) != event.summary:
            event.title = masked.title(event.title)
        if _mask(event, masked) or event.title != cut or event.pk in found:
            yield event, found.get(event.pk, [])
    rows = Statement.objects.select_for_update(of=("self",)).select_related("source", "speaker").order_by("pk")
    for statement in rows.iterator(BATCH):
        if _mask(statement, masked):
            statement.source = sources.get(statement.source_id, statement.source)
            statement.speaker = speakers.get(statement.speaker_id or 0, statement.speaker)
            yield statement, []
    for speaker in Speaker.objects.select_for_update().order_by("pk").iterator(BATCH):
        if _mask(speaker, masked):
            yield speaker, []


def _mask(row: models.Model, masked: Callable[[str], str]) -> bool:
    """Mask the texts of a row; whether any held the name."""
    changed = False
    for column in row._meta.concrete_fields:
        if column.choices or column.name in ("identity", "key", "sha256", "fingerprint", "url", "held"):
            continue
        value = getattr(row, column.attname)
        new = _deep(value, masked) if isinstance(value, str | list | dict) else value
        if new != value:
            setattr(row, column.attname, new)
            changed = True
    return changed


def _deep(
    value: Any, change: Callable[[str], str], around: Callable[[dict[str, Any]], dict[str, Any]] | None = None
) -> Any:
    """A JSON value with every text in it changed, and before that every object by `around`."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_deep(part, change, around) for part in value]
    if isinstance(value, dict):
        return {name: _deep(part, change, around) for name, part in (around(value) if around else value).items()}
    return value


def _scrub_history(
    change: Callable[[Any], Any], concerned: Callable[[Revision], bool], *, grounds: bool = False
) -> None:
    """Take the words out of every revision that is concerned. All are read: it is rare, and must be complete.

    The grounds of erasures stay as they are unless `grounds` says otherwise.
    """
    for revision in Revision.objects.order_by("pk").iterator(BATCH):
        if not concerned(revision):
            continue
        snapshot, document = change(revision.snapshot), revision.document
        if document:
            document = orjson.dumps(change(orjson.loads(document))).decode()
        reason = revision.reason if revision.action == Action.ERASED and not grounds else change(revision.reason)
        if (snapshot, document, reason) == (revision.snapshot, revision.document, revision.reason):
            continue
        if revision.action != Action.ERASED:
            # A version that has lost words is no state to go back to.
            snapshot["erased_fields"] = True
        Revision.objects.filter(pk=revision.pk).update(snapshot=snapshot, document=document, reason=reason)


def _scrub_runs(change: Callable[[Any], Any]) -> None:
    for run in ImportRun.objects.order_by("pk").iterator(BATCH):
        errors, paths = change(run.errors), change(run.paths)
        if (errors, paths) != (run.errors, run.paths):
            ImportRun.objects.filter(pk=run.pk).update(errors=errors, paths=paths)


def _scrub_suggestions(change: Callable[[Any], Any]) -> None:
    for pair in Suggestion.objects.order_by("pk").iterator(BATCH):
        if (reasons := change(pair.reasons)) != pair.reasons:
            Suggestion.objects.filter(pk=pair.pk).update(reasons=reasons)


def _scrub_index() -> None:
    """Leave no deleted word in the full-text index: FTS5 keeps them until it merges its parts."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO timeline_searchindex(timeline_searchindex) VALUES ('optimize')")


def _of_events(events: Iterable[int]) -> models.Q:
    """The suggestions that name these events: their reasons quote what the articles share."""
    numbers = list(events)
    return models.Q(kind="event") & (models.Q(first__in=numbers) | models.Q(second__in=numbers))


def _check_ground(author: Author) -> None:
    if not author.reason.strip():
        raise ErasureError("Name the ground: it is all that stays.")


__all__ = ["ERASED", "MARK", "ErasureError", "erase_name", "erase_source", "erased_key", "scrubbed"]
