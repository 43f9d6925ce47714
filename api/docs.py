"""The description of the API, and the page on which it can be tried."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any

from django.core.signals import setting_changed
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.request import Request
from rest_framework.response import Response

from api.base import Options, Public
from api.negotiation import preferred
from timeline.query.declared import chosen
from timeline.query.parameters import read

#: Its own files alone; the library that draws it writes style attributes, and images into its style sheet.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
FORMAT = chosen("format", "Instead of an Accept header.", ("yaml", "json"))


class Schema(Public, SpectacularAPIView):
    """OpenAPI 3.1, in YAML or JSON."""

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:
        """By `format` or Accept. Raises BadQuery, NotAcceptable."""
        asked = read((FORMAT,), request.query_params).get("format")
        renderers = [renderer for renderer in self.get_renderers() if asked in (None, renderer.format)]
        if asked:
            # Of JSON the last is the type that every tool knows; YAML begins with the one that is registered for it.
            renderer = renderers[-1 if asked == "json" else 0]
        else:
            header = request.META.get("HTTP_ACCEPT") or "*/*"
            renderer = renderers[preferred(header, [found.media_type for found in renderers])]
        return renderer, renderer.media_type

    def _get_schema_response(self, request: Request) -> HttpResponse:
        renderer = request.accepted_renderer
        body, tag = described(renderer.media_type)
        charset = "; charset=utf-8" if renderer.format == "yaml" else ""
        headers = {"Content-Disposition": f'inline; filename="Dateline.{renderer.format}"', "ETag": tag,
                   "Cache-Control": "public, no-cache"}  # fmt: skip
        response = HttpResponse(body, content_type=f"{renderer.media_type}{charset}", headers=headers)
        return get_conditional_response(request._request, etag=tag, response=response) or response


@lru_cache(maxsize=10)
def described(media_type: str) -> tuple[bytes, str]:
    """The description in a media type, and its tag: the same as long as the process runs, and dear to make."""
    renderer: Any = next(found for found in Schema.renderer_classes if found.media_type == media_type)
    body: bytes = renderer().render(SchemaGenerator().get_schema(request=None, public=True))  # type: ignore[no-untyped-call]
    return body, f'"{hashlib.sha256(body).hexdigest()[:32]}"'


# Settings change in tests alone.
setting_changed.connect(lambda **_: described.cache_clear(), weak=False)


class Docs(Options, SpectacularSwaggerSplitView):
    """Swagger UI with its script in a file of its own, so that none stands in the page."""

    def finalize_response(self, *args: Any, **kwargs: Any) -> Response:
        """Say what the page may load."""
        response = super().finalize_response(*args, **kwargs)
        response["Content-Security-Policy"] = POLICY
        return response
