"""What every endpoint does the same way."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from rest_framework.request import Request
from rest_framework.views import APIView

from api import problems, throttling
from api.tokens import Tokens
from timeline.deadline import Bounded

#: What a view is given: DRF's request from the holder of a token, Django's from all other readers.
Asked = Request | HttpRequest
DESCRIBED = '</api/v1/schema/>; rel="service-desc", </api/v1/docs/>; rel="service-doc"'


def bare(request: Asked) -> HttpRequest:
    """Django's request."""
    return request._request if isinstance(request, Request) else request


class Options(APIView):
    """What OPTIONS answers: the methods, and where all else of an endpoint is described.

    The library would list renderers and parsers, which know nothing of our formats.
    """

    def options(self, request: Asked, *args: Any, **kwargs: Any) -> Any:
        """No content, but `Allow` and `Link` (RFC 8631)."""
        response = HttpResponse(headers={"Allow": ", ".join(self.allowed_methods), "Link": DESCRIBED})
        del response["Content-Type"]
        return response


class Public(Options):
    """An endpoint that anybody may read."""

    #: RFC 9745 and RFC 8594: since when (a date header) it should not be used, and when it goes.
    deprecation: ClassVar[str] = ""
    sunset: ClassVar[str] = ""
    authentication_classes = [Tokens]
    rate: throttling.Rate | None = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Count the request before anything else is done."""
        self.rate = throttling.take(request._request)
        super().initial(request, *args, **kwargs)

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:
        """Formats are negotiated by `api.negotiation`; the renderer is for what few answers are left."""
        renderer = self.get_renderers()[0]
        return renderer, renderer.media_type

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Complete what DRF has made of the answer."""
        return self.completed(super().finalize_response(request, response, *args, **kwargs))

    def completed(self, response: Any) -> Any:
        """The answer with what every one says: what is left of the limit, and what is about to go."""
        for name, value in (self.rate.headers() if self.rate else {}).items():
            response[name] = value
        if not response.has_header("Cache-Control"):
            # Refusals, too: what nobody may see without a token is 404, and a cache may keep that of itself.
            response["Cache-Control"] = "no-store"
        if not response.has_header("Vary"):
            response["Vary"] = "Authorization"
        if self.deprecation:
            response["Deprecation"] = self.deprecation
        if self.sunset:
            response["Sunset"] = self.sunset
        return response


class Reading(Public):
    """An endpoint that is read. A reader without a token is answered without DRF's view of the request.

    What that knows of (users, bodies, parsers, renderers) does not concern such a reader, and costs as much
    as the page; `get` is given Django's request.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Answer a reader; all else is for DRF."""
        if request.method not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in request.META:
            return super().dispatch(request, *args, **kwargs)
        try:
            self.rate = throttling.take(request)
            with Bounded():
                response: Any = self.get(request, *args, **kwargs)  # type: ignore[attr-defined]
        except Exception as error:
            response = problems.handle(error, {"view": self})
        return self.completed(response)
