"""The endpoints, declared. What is asked is read by `timeline.query`; nothing else looks at the URL's parameters."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.links import next_link
from api.renderers import Joined
from api.schema import described_detail, described_list
from timeline.query import Page, ProfileQuery, Query, detail, page, profiles_page
from timeline.query.parameters import read as read_parameters


class List(APIView):
    """A list of kept documents, a page at a time."""

    listing: ClassVar[Any]

    def answer(self, request: Request) -> Page:
        """The page that the URL asks for. Raises BadQuery."""
        return page(Query.read(self.listing, request.GET))

    def get(self, request: Request) -> Response:
        """A page of records; `next` leads to the following one."""
        found = self.answer(request)
        cursor = str(found.next) if found.next else None
        following = next_link(request, cursor) if cursor else None
        headers = {"Link": f'<{following}>; rel="next"'} if following else None
        return Response(Joined(found.documents, following, cursor), headers=headers)


@described_list("timeline", "Event", "Statement")
class Timeline(List):
    """Events and statements interleaved, in chronological order."""

    listing = "timeline"


@described_list("events", "Event")
class Events(List):
    """Published events."""

    listing = "events"


@described_list("statements", "Statement")
class Statements(List):
    """Published statements."""

    listing = "statements"


class Profiles(List):
    """Sources or speakers that a published record cites."""

    def answer(self, request: Request) -> Page:
        """The page that the URL asks for. Raises BadQuery."""
        return profiles_page(ProfileQuery.read(self.listing, request.GET))


@described_list("sources", "Source")
class Sources(Profiles):
    """Sources that a published record cites."""

    listing = "sources"


@described_list("speakers", "Speaker")
class Speakers(Profiles):
    """Speakers whom a published statement names."""

    listing = "speakers"


class Detail(APIView):
    """One published record; a merged one leads to what it was merged into."""

    kind: ClassVar[str]

    def get(self, request: Request, number: int) -> Response | HttpResponse:
        """The record's document."""
        read_parameters((), request.GET)
        found = detail(self.kind, number)
        if found.document is not None:
            return Response(found.document)
        if found.moved_to is not None:
            return HttpResponsePermanentRedirect(f"/api/v1/{self.kind}s/{found.moved_to}/")
        raise Http404


@described_detail("Event")
class EventDetail(Detail):
    """A published event."""

    kind = "event"


@described_detail("Statement")
class StatementDetail(Detail):
    """A published statement."""

    kind = "statement"


@described_detail("Source")
class SourceDetail(Detail):
    """A source that a published record cites."""

    kind = "source"


@described_detail("Speaker")
class SpeakerDetail(Detail):
    """A speaker whom a published statement names."""

    kind = "speaker"
