"""What every endpoint does the same way."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework.request import Request
from rest_framework.views import APIView

from api import throttling
from api.tokens import Tokens


class Public(APIView):
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
        """Say how much of the limit is left, and what is about to go."""
        response = super().finalize_response(request, response, *args, **kwargs)
        for name, value in (self.rate.headers() if self.rate else {}).items():
            response[name] = value
        if self.deprecation:
            response["Deprecation"] = self.deprecation
        if self.sunset:
            response["Sunset"] = self.sunset
        return response
