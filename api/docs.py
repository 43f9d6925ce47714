"""The page on which the API can be tried."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.response import Response

#: Its own files alone; the library that draws it writes style attributes, and images into its style sheet.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Docs(SpectacularSwaggerSplitView):
    """Swagger UI with its script in a file of its own, so that none stands in the page."""

    def options(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Say which methods there are; the template is for the page alone."""
        return HttpResponse(headers={"Allow": ", ".join(self.allowed_methods)})

    def finalize_response(self, *args: Any, **kwargs: Any) -> Response:
        """Say what the page may load."""
        response = super().finalize_response(*args, **kwargs)
        response["Content-Security-Policy"] = POLICY
        return response
