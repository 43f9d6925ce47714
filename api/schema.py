"""The OpenAPI description, made from the same declarations that read the parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    OpenApiParameter,
    OpenApiResponse,
    PolymorphicProxySerializer,
    extend_schema,
    extend_schema_view,
    inline_serializer,
)
from rest_framework import serializers as drf

from api import serializers
from api.formats import FORMATS
from timeline.problems import MEDIA_TYPE
from timeline.query.changes import PARAMETERS as CHANGES
from timeline.query.declared import DETAIL, PARAMETERS, TABLES
from timeline.query.declared import FORMATS as TIMELINE_FORMATS
from timeline.query.histogram import PARAMETERS as HISTOGRAM
from timeline.query.parameters import Parameter


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the schema names our tokens."""

    target_class = "api.tokens.Tokens"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        """A bearer token."""
        return {"type": "http", "scheme": "bearer", "description": "Reading needs none."}


View = TypeVar("View", bound=type)
JSON = "application/json"
NEXT = {
    "next": drf.URLField(allow_null=True, help_text="The address of the next page; null on the last."),
    "next_cursor": drf.CharField(allow_null=True, help_text="The cursor of the next page; null on the last."),
}
#: The lists whose records stand on the timeline.
KINDS = ("timeline", "events", "statements")
NOT_MODIFIED = {304: OpenApiResponse(description="Nothing has changed since the ETag or date that you sent.")}
TOO_LONG = {
    414: OpenApiResponse(description="The address is longer than the server in front reads."),
    431: OpenApiResponse(description="A header is longer than the server in front reads."),
}


def described_list(listing: str, *records: str) -> Callable[[View], View]:
    """Describe a list: its parameters, its page, its other formats, its problems."""
    page = inline_serializer(
        f"{listing.capitalize()}Page",
        {
            "results": _record(listing, records, many=True),
            **NEXT,
            "count": drf.IntegerField(required=False, help_text="With `count=true`: how many match in all."),
            **({"included": serializers.Included(required=False)} if listing in KINDS else {}),
        },
    )
    names = TIMELINE_FORMATS if listing in KINDS else TABLES
    others: dict[tuple[int, str], Any] = {}
    for name in names:
        found = FORMATS[name]
        if found.media_type != JSON:
            kind = OpenApiTypes.OBJECT if found.media_type.endswith("+json") else OpenApiTypes.STR
            media_type = found.media_type + ("; charset=utf-8" if found.media_type.startswith("text/") else "")
            others[200, media_type] = OpenApiResponse(kind, description=found.help)
    return extend_schema_view(
        get=extend_schema(
            operation_id=f"list_{listing}",
            tags=[listing],
            parameters=parameters(PARAMETERS[listing]),
            responses={(200, JSON): page, **others, **NOT_MODIFIED, **TOO_LONG, **problems(400, 401, 406, 429, 503)},
        )
    )


def described_detail(record: str) -> Callable[[View], View]:
    """Describe a single record."""
    name = record.lower()
    return extend_schema_view(
        get=extend_schema(
            operation_id=f"read_{name}",
            tags=[f"{name}s"],
            parameters=[number(name), *parameters(DETAIL[name])],
            responses={
                200: getattr(serializers, record),
                301: OpenApiResponse(description="It was merged into another record: see Location."),
                **NOT_MODIFIED,
                **TOO_LONG,
                **problems(400, 401, 404, 406, 410, 429, 503),
            },
        )
    )


def described_histogram(view: View) -> View:
    """Describe the histogram."""
    return extend_schema_view(
        get=extend_schema(
            operation_id="read_histogram",
            tags=["timeline"],
            parameters=parameters(HISTOGRAM),
            responses={
                200: serializers.Histogram,
                **NOT_MODIFIED,
                **TOO_LONG,
                **problems(400, 401, 406, 429, 503),
            },
        )
    )(view)


def described_changes(view: View) -> View:
    """Describe the change feed."""
    page = inline_serializer(
        "ChangesPage", {"results": serializers.RecordChange(many=True, help_text="The changes in order."), **NEXT}
    )
    return extend_schema_view(
        get=extend_schema(
            operation_id="list_changes",
            tags=["changes"],
            parameters=parameters(CHANGES),
            responses={200: page, **NOT_MODIFIED, **TOO_LONG, **problems(400, 401, 406, 429, 503)},
        )
    )(view)


TOKEN: Any = [{"token": []}]
KEY = OpenApiParameter(
    "Idempotency-Key",
    {"type": "string", "pattern": "^[ -~]{1,255}$", "examples": ["5f1c2b7e"]},
    OpenApiParameter.HEADER,
    description="The same key with the same request is done once, and answered alike for a day.",
)
TAGS = {"type": "string", "pattern": '^(W/)?"[0-9]{1,10}"( ?, ?(W/)?"[0-9]{1,10}"){0,9}$', "examples": ['"3"']}
MATCH = OpenApiParameter(
    "If-Match",
    TAGS,
    OpenApiParameter.HEADER,
    required=True,
    description="The record's ETag; of several one must be current.",
)
MAY_MATCH = OpenApiParameter(
    "If-Match",
    TAGS,
    OpenApiParameter.HEADER,
    description="The ETag of the record as it was read: what somebody has changed since is not decided.",
)


def described_post(record: str, shape: Any) -> Callable[[View], View]:
    """Describe the creation of a record."""
    name = record.lower()
    made: Any = getattr(serializers, "Reading" if record == "Source" else record)
    return extend_schema_view(
        post=extend_schema(
            operation_id=f"create_{name}",
            tags=[f"{name}s"],
            auth=TOKEN,
            parameters=[KEY],
            request={JSON: shape},
            responses={
                201: made,
                **({200: made} if record == "Source" else {}),
                **TOO_LONG,
                **problems(400, 401, 403, 408, 409, *((410,) if record == "Source" else ()), 413, 415, 422, 429, 503),
            },
        )
    )


def described_patch(record: str, shape: Any) -> Callable[[View], View]:
    """Describe the editing of a record."""
    name = record.lower()
    return extend_schema_view(
        patch=extend_schema(
            operation_id=f"edit_{name}",
            tags=[f"{name}s"],
            auth=TOKEN,
            parameters=[number(name), KEY, MATCH],
            request={JSON: shape},
            responses={
                200: getattr(serializers, record),
                **TOO_LONG,
                **problems(400, 401, 403, 404, 408, 409, 410, 412, 413, 415, 422, 428, 429, 503),
            },
        )
    )


def described_decision(record: str, decision: str) -> Callable[[View], View]:
    """Describe a decision about a record."""
    name = record.lower()
    return extend_schema_view(
        post=extend_schema(
            operation_id=f"{decision}_{name}",
            tags=[f"{name}s"],
            auth=TOKEN,
            parameters=[number(name), KEY, MAY_MATCH],
            request=None,
            responses={
                200: getattr(serializers, record),
                **TOO_LONG,
                **problems(400, 401, 403, 404, 408, 409, 410, 412, 413, 415, 422, 429, 503),
            },
        )
    )


def number(name: str) -> OpenApiParameter:
    """A record's number in the path."""
    schema = {"type": "integer", "format": "int64", "minimum": 0}
    return OpenApiParameter("number", schema, OpenApiParameter.PATH, description=f"The {name}'s number.")


def parameters(declared: Iterable[Parameter]) -> list[OpenApiParameter]:
    """Query parameters, as they are declared."""
    return [_parameter(parameter) for parameter in declared]


def _record(listing: str, records: tuple[str, ...], *, many: bool) -> Any:
    kinds = [getattr(serializers, record) for record in records]
    if len(kinds) == 1:
        return kinds[0](many=many, help_text="The records in order.")
    return PolymorphicProxySerializer(
        component_name=f"{listing.capitalize()}Record",
        serializers={record.lower(): kind for record, kind in zip(records, kinds, strict=True)},
        resource_type_field_name="kind",
        many=many,
        help_text="The records in order.",
    )


def _parameter(parameter: Parameter) -> OpenApiParameter:
    schema = dict(parameter.schema)
    if parameter.example:
        schema["examples"] = [int(parameter.example) if schema.get("type") == "integer" else parameter.example]
    repeated = " May be repeated, or list several by comma." if parameter.commas else " May be repeated."
    return OpenApiParameter(
        parameter.name,
        {"type": "array", "items": schema, "maxItems": 50} if parameter.many else schema,
        OpenApiParameter.QUERY,
        description=parameter.help + (repeated if parameter.many else ""),
        explode=True if parameter.many else None,
    )


def problems(*statuses: int) -> dict[tuple[int, str], Any]:
    """The problem documents of an operation."""
    return {
        (status, MEDIA_TYPE): OpenApiResponse(serializers.Problem, description=text)
        for status, text in (
            (400, "A parameter is unknown, bad, or contradicts another."),
            (401, "The token is missing, wrong, or has run out."),
            (403, "The token does not allow this."),
            (404, "There is no such record, or it is not public."),
            (406, "None of the formats that Accept names."),
            (408, "The body did not arrive in time."),
            (409, "Somebody else is at it, or the record is not in a state for this."),
            (410, "It was erased on demand: `erased` says when and on what ground, and nothing else is left."),
            (412, "The record has changed since the ETag in If-Match."),
            (413, "The body is too large."),
            (415, "Only JSON in UTF-8 is read."),
            (422, "The same Idempotency-Key came with another body."),
            (428, "If-Match is needed."),
            (429, "Too many requests; see Retry-After."),
            (503, "The database is away; see Retry-After."),
        )
        if status in statuses
    }
