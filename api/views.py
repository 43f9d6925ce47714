"""The endpoints, declared. What is asked is read by `timeline.query`; nothing else looks at the URL's parameters."""

from __future__ import annotations

from typing import ClassVar

import orjson
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from api.answers import respond, suited
from api.base import Asked, Reading, bare
from api.inputs import EventEdit, EventInput, SourceEdit, SourceInput, StatementEdit, StatementInput
from api.links import next_link
from api.negotiation import negotiate
from api.problems import Erased
from api.schema import (
    described_changes,
    described_detail,
    described_histogram,
    described_list,
    described_patch,
    described_post,
)
from api.validators import validated, validated_list
from api.writes import Creates, Edits
from api.writing import UNKEPT, answer, document, held
from timeline.ledger.documents import dumps
from timeline.query import (
    ChangesQuery,
    DetailQuery,
    HistogramQuery,
    Query,
    changes,
    detail,
    histogram,
    included,
    selected,
)
from timeline.query.declared import FORMATS, TABLES

JSON = "application/json"


class List(Reading):
    """A list of kept documents: pages of them, or all."""

    listing: ClassVar[str]
    formats: ClassVar[tuple[str, ...]] = FORMATS

    def get(self, request: Asked) -> HttpResponseBase:
        """The records that match; `next` leads to the following page."""
        asked = bare(request)
        chosen = negotiate(asked, self.formats)
        query = suited(Query.read(self.listing, asked.GET, order=chosen.order), chosen)
        return validated_list(asked, lambda now: respond(asked, query, chosen, now), as_of=query.as_of)


@described_list("timeline", "Event", "Statement")
class Timeline(List):
    """Events and statements interleaved, in chronological order."""

    listing = "timeline"


@described_post("Event", EventInput)
@described_list("events", "Event")
class Events(Creates, List):
    """Published events."""

    listing = "events"
    kind = "event"


@described_post("Statement", StatementInput)
@described_list("statements", "Statement")
class Statements(Creates, List):
    """Published statements."""

    listing = "statements"
    kind = "statement"


@described_post("Source", SourceInput)
@described_list("sources", "Source")
class Sources(Creates, List):
    """Sources that a published record cites."""

    listing = "sources"
    kind = "source"
    formats = TABLES


@described_list("speakers", "Speaker")
class Speakers(List):
    """Speakers whom a published statement names."""

    listing = "speakers"
    formats = TABLES


def _may_see_all(request: Asked, kind: str) -> bool:
    """Whether the reader's token shows what is not public, too."""
    return isinstance(request, Request) and bool(request.auth) and request.user.has_perm(f"timeline.view_{kind}")


def _shaped(text: str, query: DetailQuery) -> str:
    """A record's document with the fields that are asked for, and with what it names."""
    body = selected(text, query.fields)
    if query.include:
        more = included([text], query.include, query.as_of)
        lists = ",".join(f'"{name}":[{",".join(documents)}]' for name, documents in more.items())
        body = f'{body[:-1]},"included":{{{lists}}}}}'
    return body


class Detail(Reading):
    """One published record; a merged one leads to what it was merged into."""

    kind: ClassVar[str]

    def get(self, request: Asked, number: int) -> HttpResponseBase:
        """The record's document."""
        asked = bare(request)
        negotiate(asked, ("json",))
        query = DetailQuery.read(self.kind, asked.GET)
        if isinstance(self, Edits) and query.as_of is None and _may_see_all(request, self.kind):
            # Who may see what is not public sees the record as it is to be edited, with the version for If-Match.
            record = held(self.kind, number)
            if into := getattr(record, "merged_into_id", None):
                response = self.moved(asked, into)
                response["Cache-Control"] = UNKEPT
                return response
            return answer(record, 200, _shaped(dumps(document(record)), query))
        return validated(asked, lambda _: self.answer(asked, number, query), as_of=query.as_of)

    def answer(self, request: HttpRequest, number: int, query: DetailQuery) -> HttpResponseBase:
        """The record as it is or was. Raises Erased, Http404."""
        found = detail(self.kind, number, query.as_of)
        if found.document is not None:
            return HttpResponse(_shaped(found.document, query), content_type=JSON)
        if found.moved_to is not None:
            return self.moved(request, found.moved_to)
        if found.erased:
            raise Erased(found.erased)
        raise Http404

    def moved(self, request: HttpRequest, number: int) -> HttpResponseBase:
        """The way to another record of the kind, with what was asked."""
        asked = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"/api/v1/{self.kind}s/{number}/{asked and f'?{asked}'}")


@described_patch("Event", EventEdit)
@described_detail("Event")
class EventDetail(Edits, Detail):
    """A published event."""

    kind = "event"


@described_patch("Statement", StatementEdit)
@described_detail("Statement")
class StatementDetail(Edits, Detail):
    """A published statement."""

    kind = "statement"


@described_patch("Source", SourceEdit)
@described_detail("Source")
class SourceDetail(Edits, Detail):
    """A source that a published record cites."""

    kind = "source"


@described_detail("Speaker")
class SpeakerDetail(Detail):
    """A speaker whom a published statement names."""

    kind = "speaker"


@described_histogram
class Histogram(Reading):
    """How many records lie possibly and certainly in each stretch of time."""

    def get(self, request: Asked) -> HttpResponseBase:
        """The buckets in order."""
        asked = bare(request)
        negotiate(asked, ("json",))
        query = HistogramQuery.read(asked.GET)
        return validated(asked, lambda _: self.answer(query), sure=True)

    def answer(self, query: HistogramQuery) -> HttpResponse:
        """The counts as JSON."""
        found = histogram(query)
        results = []
        for bucket in found.buckets:
            result = {"start": bucket.start, "end": bucket.end, "possible": bucket.possible, "certain": bucket.certain}
            if query.group_by:
                result["groups"] = [
                    {"value": value, "label": found.labels[value], "possible": possible, "certain": certain}
                    for value, (possible, certain) in bucket.groups.items()
                ]
            results.append(result)
        body = {"interval": query.interval, "group_by": query.group_by, "results": results}
        return HttpResponse(orjson.dumps(body), content_type=JSON)


@described_changes
class Changes(Reading):
    """Every change that readers can see, in the order of commits: what a copy is kept true by."""

    def get(self, request: Asked) -> HttpResponseBase:
        """The changes after the cursor; `next_cursor` is where to go on, also when nothing is new."""
        asked = bare(request)
        negotiate(asked, ("json",))
        query = ChangesQuery.read(asked.GET)
        return validated(asked, lambda _: self.answer(asked, query), sure=True)

    def answer(self, request: HttpRequest, query: ChangesQuery) -> HttpResponse:
        """The changes as JSON."""
        found = changes(query)
        following = next_link(request, str(found.next)) if found.more else None
        ends = orjson.dumps({"next": following, "next_cursor": str(found.next)}).decode()
        body = f'{{"results":[{",".join(found.documents)}],{ends[1:]}'
        response = HttpResponse(body.encode(), content_type=JSON)
        if following:
            response["Link"] = f'<{following}>; rel="next"'
        return response
