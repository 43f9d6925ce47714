"""The description of the API, and the page on which it can be tried."""

from __future__ import annotations

from typing import Any

from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.response import Response

from api.base import Options

#: Its own files alone; the library that draws it writes style attributes, and images into its style sheet.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Schema(Options, SpectacularAPIView):
    """OpenAPI 3.1, in YAML or JSON."""


class Docs(Options, SpectacularSwaggerSplitView):
    """Swagger UI with its script in a file of its own, so that none stands in the page."""

    def finalize_response(self, *args: Any, **kwargs: Any) -> Response:
        """Say what the page may load."""
        response = super().finalize_response(*args, **kwargs)
        response["Content-Security-Policy"] = POLICY
        return response
