"""What a request writes: the same functions as the importer and the desk."""

from __future__ import annotations

from typing import Any

import orjson
from django.core.exceptions import ValidationError as Invalid
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from rest_framework.exceptions import APIException, ValidationError

from api.problems import Erased
from extraction import Article
from extraction.cleaning import clean
from timeline.curation.dating import give_date
from timeline.importing import PublishedError, import_article
from timeline.importing.rows import new_speaker, speaker_key
from timeline.ledger import Author, Change, Conflict, approve, edit, reject, write
from timeline.ledger.documents import API, dumps, event_document, source_document, statement_document
from timeline.ledger.scrubbing import ERASED
from timeline.models import Action, Event, Mention, Source, Speaker, State, Statement
from timeline.models.dates import given_date
from timeline.models.record import Record, Reviewed
from timeline.query import tombstone

JSON = "application/json"
#: What a token sees is its holder's alone, and another thing after the next change.
UNKEPT = "private, no-store"
#: What a new event's first report says of it, too.
TOLD = ("edtf", "earliest", "latest", "precision", "occurrence")
MODELS: dict[str, type[Record]] = {"event": Event, "statement": Statement, "source": Source}


class Refused(APIException):
    """The record is not in a state for this."""

    status_code = 409
    default_detail = "The record is not in a state for this."


class Stale(APIException):
    """The record has changed since it was read."""

    status_code = 412
    default_detail = "The record has changed since the version in If-Match; read it again."


class Unguarded(APIException):
    """If-Match is missing."""

    status_code = 428
    default_detail = "If-Match with the record's ETag is needed, so that nobody's change is lost."


def create_source(values: dict[str, Any], author: Author, *, revise: bool) -> HttpResponse:
    """Read an article and propose what it says; one that is published is changed by who may `revise` it alone.

    Raises ValidationError, Refused, and Erased of an article that was erased on demand.
    """
    text = clean(values.pop("text"))
    if not text:
        raise ValidationError({"text": ["holds no text"]})
    try:
        outcome = import_article(Article(text=text, **values), author, origin="API", read_as="api", revise=revise)
    except PublishedError as error:
        raise Refused(f"sources/{error.source.pk}/ {error}.") from None
    source = outcome.source
    if _is_gone(source) and (found := tombstone("source", source.pk, unseen=True)):
        raise Erased(found)
    body = {
        "outcome": outcome.status,
        "id": source.pk,
        "url": f"{API}/sources/{source.pk}/",
        "statements": [
            f"{API}/statements/{pk}/" for pk in source.statements.order_by("pk").values_list("pk", flat=True)
        ],
        "events": [
            f"{API}/events/{pk}/"
            for pk in source.mentions.order_by("event_id").values_list("event_id", flat=True).distinct()
        ],
    }
    return HttpResponse(
        orjson.dumps(body),
        status=201 if outcome.status == "created" else 200,
        content_type=JSON,
        headers={"Location": body["url"], "ETag": f'"{source.version}"', "Cache-Control": UNKEPT},
    )


def create_statement(values: dict[str, Any], author: Author) -> HttpResponse:
    """Propose a statement; a speaker whom nobody has named before is made."""
    source, start, end = _evidence(values)
    name = values.pop("speaker", "")
    speaker = Speaker.objects.select_related("merged_into").filter(key=speaker_key(name)).first() if name else None
    changes = []
    if speaker is not None:
        speaker = speaker.merged_into or speaker
    elif speaker_key(name):
        speaker = new_speaker(name, values.get("organisation", ""))
        changes.append(Change(speaker, Action.CREATED))
    fields = _dated(values)
    statement = Statement(
        source=source,
        speaker=speaker,
        speaker_text=name,
        spans=[[start, end]],
        # A person has given these: the article may be read anew, they stay.
        held=sorted(fields),
        **fields,
    )
    write([*changes, Change(statement, Action.CREATED)], author)
    return answer(statement, 201)


def create_event(values: dict[str, Any], author: Author) -> HttpResponse:
    """Propose an event with its first report."""
    source, start, end = _evidence(values)
    text = values.pop("text")
    fields = _dated(values)
    told = {name: fields[name] for name in TOLD if name in fields}
    event = Event(held=sorted(fields), **fields)
    mention = Mention(source=source, start=start, end=end, text=text, **told)
    write([Change(event, Action.CREATED, mentions=[mention])], author)
    return answer(event, 201)


def edit_record(kind: str, number: int, values: dict[str, Any], author: Author, if_match: str) -> HttpResponse:
    """Set fields of a record, which no import touches from then on. `if_match` is the header as it came.

    An article that gets its publication date is read anew with it, as on the desk.
    """
    record = _standing(kind, number)
    published = values.pop("published", "")
    if not if_match.strip():
        raise Unguarded
    _check_version(if_match, record)
    _check_address(number, values)
    try:
        edit(record, _dated(values), author)
        if published:
            give_date(record.pk, record.version, published, author)
    except Conflict:
        raise Stale from None
    except (IntegrityError, Invalid) as error:
        # Another article may have got the address between our look and our write.
        _check_address(number, values)
        if isinstance(error, Invalid):
            raise
        raise Stale from None
    return answer(_row(kind, number), 200)


def _check_version(if_match: str, record: Record) -> None:
    """Refuse a change of a version that nobody of If-Match has read: of several tags one must be current.

    A tag that compression on the way has made weak names the version all the same. Raises Stale.
    """
    if f"{record.version}" not in (tag.strip().removeprefix("W/").strip('"') for tag in if_match.split(",")):
        raise Stale


def _check_address(number: int, values: dict[str, Any]) -> None:
    """Refuse an article the address of another one, as a second article from there is refused. Raises Refused."""
    url = values.get("url")
    if url and (other := Source.at(url).exclude(pk=number).first()):
        raise Refused(f"sources/{other.pk}/ has this address already.")


def decide(kind: str, number: int, decision: str, author: Author, if_match: str | None = None) -> HttpResponse:
    """Approve or reject a record; with `if_match`, the header as it came, only the version that it names.

    An empty one names none. Raises Stale, Refused.
    """
    record: Any = _standing(kind, number)
    if if_match is not None:
        _check_version(if_match, record)
    try:
        (approve if decision == "approve" else reject)([record], author)
    except Conflict:
        raise Refused("Somebody else is deciding about it.") from None
    return answer(_row(kind, number), 200)


def held(kind: str, number: int) -> Record:
    """The record, public or not, as long as anything of it is left. Raises Http404, Erased."""
    record = _row(kind, number)
    if _is_gone(record) and (found := tombstone(kind, number)):
        raise Erased(found)
    return record


def _is_gone(record: Record) -> bool:
    """Whether nothing is left: where a name alone was masked, or one report of several erased, a record stands."""
    return ERASED in (getattr(record, "title", ""), getattr(record, "text", ""))


def _standing(kind: str, number: int) -> Record:
    """The record, where it still stands for itself. Raises Http404, Erased, Refused."""
    record = held(kind, number)
    if into := getattr(record, "merged_into_id", None):
        raise Refused(f"The record was merged into {kind}s/{into}/.")
    return record


def _row(kind: str, number: int) -> Record:
    rows: Any = MODELS[kind]._default_manager
    if kind == "statement":
        rows = rows.select_related("source", "speaker")
    found: Record | None = rows.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def document(record: Record) -> dict[str, Any]:
    """The record as its holders see it."""
    if isinstance(record, Event):
        mentions = list(record.mentions.select_related("source").order_by("source_id", "start", "pk"))
        return event_document(record, mentions)
    if isinstance(record, Source):
        return source_document(record)
    assert isinstance(record, Statement)
    return statement_document(record)


def answer(record: Record, status: int, body: str | None = None) -> HttpResponse:
    """The record, or the part of it that `body` is, with its version as ETag."""
    headers = {"ETag": f'"{record.version}"', "Cache-Control": UNKEPT}
    if status == 201:
        headers["Location"] = f"{API}/{record.KIND}s/{record.pk}/"
    return HttpResponse(body or dumps(document(record)), status=status, content_type=JSON, headers=headers)


def proposed(record: Record) -> bool:
    """Whether nobody has decided about it; articles are never proposed."""
    return isinstance(record, Reviewed) and record.state == State.PROPOSED


def public(record: Record) -> bool:
    """Whether readers see it."""
    return isinstance(record, Reviewed) and record.state == State.PUBLISHED


def _evidence(values: dict[str, Any]) -> tuple[Source, int, int]:
    """The source, and where the words stand in its text. Raises ValidationError."""
    source = Source.objects.filter(pk=values.pop("source")).first()
    if source is None:
        raise ValidationError({"source": ["there is no such source"]})
    if source.erased:
        raise ValidationError({"source": ["was erased on demand"]})
    start = source.text.find(values["text"])
    if start < 0:
        raise ValidationError({"text": ["does not stand in the source's text; give the words as they are printed"]})
    return source, start, start + len(values["text"])


def _dated(values: dict[str, Any]) -> dict[str, Any]:
    """The values, with the columns of a date in place of `date`."""
    fields = {name: value for name, value in values.items() if name != "date"}
    if "places" in fields:
        fields["places"] = [dict(place) for place in fields["places"]]
    if "date" in values:
        fields |= given_date(values["date"])
    return fields
