"""Erasure on demand: words are taken out of rows, documents, revisions and feeds; that something was, when and on
what ground, stays."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import partial

from django.db import models, transaction
from django.dispatch import Signal
from django.utils import timezone

from timeline.ledger.article_words import ArticleWords
from timeline.ledger.changes import forget
from timeline.ledger.dating import best_dating, settle
from timeline.ledger.masking import Masker, Surroundings, holding
from timeline.ledger.merging import whole
from timeline.ledger.origins import Origins
from timeline.ledger.scrubbing import ERASED, deep, scrub_history, scrub_index, scrub_runs, scrub_suggestions
from timeline.ledger.write import Author, Change, write
from timeline.models import Action, Event, Mention, Revision, Source, Speaker, State, Statement, Suggestion

#: Columns of a source that are its publisher's words, or lead back to them.
OF_THE_ARTICLE = ("title", "text", "date_text", "origin", "dateline")
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
    words = ArticleWords(source)
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
    scrub_history(words.scrubbed, words.concern)
    # A title and names outlive their report where that has gone to another event.
    scrub_history(words.forgotten, words.remembered)
    scrub_runs(lambda value: deep(value, lambda text: ERASED if text == origin else words.take_out(text)))
    Suggestion.objects.filter(_of_events(origins.events)).delete()
    scrubbed.send(Source, change=words.scrubbed)
    scrub_index()
    transaction.on_commit(forget)
    return source


def _bereave(event: Event, own: list[Mention], rest: list[Mention], words: ArticleWords, origins: Origins) -> None:
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
    masked = Masker(names - {"", ERASED})
    if masked(author.reason) != author.reason:
        raise ErasureError("The ground holds the name, and is all that stays: say it without.")
    changes = [Change(member, Action.ERASED) for member in family]
    for number, member in enumerate(family):
        member.key = erased_key(member.key)
        member.name, member.aliases, member.organisation = ERASED, [], "" if number == 0 else member.organisation
        member.held = ["aliases", "name", "organisation"]
    done = {(change.record.KIND, change.record.pk) for change in changes}
    for record, mentions in holding(masked, {member.pk: member for member in family}):
        if (record.KIND, record.pk) not in done:
            changes.append(Change(record, Action.ERASED, mentions=mentions))
    write(changes, author)
    # The rows are masked, the history is not yet: it says where the name stood in every version of every article.
    change = partial(deep, change=masked, around=Surroundings(masked).masked)
    scrub_history(change, lambda revision: True, grounds=True)
    scrub_runs(change)
    scrub_suggestions(change)
    scrubbed.send(Speaker, change=change)
    scrub_index()
    transaction.on_commit(forget)
    return speaker


def _of_events(events: Iterable[int]) -> models.Q:
    """The suggestions that name these events: their reasons quote what the articles share."""
    numbers = list(events)
    return models.Q(kind="event") & (models.Q(first__in=numbers) | models.Q(second__in=numbers))


def _check_ground(author: Author) -> None:
    if not author.reason.strip():
        raise ErasureError("Name the ground: it is all that stays.")
