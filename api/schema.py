"""The OpenAPI description, made from the same declarations that read the parameters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

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
from api.problems import MEDIA_TYPE
from timeline.query.parameters import Parameter
from timeline.query.profiles import PARAMETERS as PROFILE_PARAMETERS
from timeline.query.timeline import PARAMETERS as TIMELINE_PARAMETERS

View = TypeVar("View", bound=type)
PARAMETERS: dict[str, tuple[Parameter, ...]] = {**TIMELINE_PARAMETERS, **PROFILE_PARAMETERS}  # type: ignore[dict-item]


def described_list(listing: str, *records: str) -> Callable[[View], View]:
    """Describe a list: its parameters, its page, its problems."""
    page = inline_serializer(
        f"{listing.capitalize()}Page",
        {
            "results": _record(listing, records, many=True),
            "next": drf.URLField(allow_null=True, help_text="The address of the next page; null on the last."),
            "next_cursor": drf.CharField(allow_null=True, help_text="The cursor of the next page; null on the last."),
        },
    )
    return extend_schema_view(
        get=extend_schema(
            operation_id=f"list_{listing}",
            tags=[listing],
            parameters=[_parameter(parameter) for parameter in PARAMETERS[listing]],
            responses={200: page, **_problems(400, 503)},
        )
    )


def described_detail(record: str) -> Callable[[View], View]:
    """Describe a single record."""
    name = record.lower()
    return extend_schema_view(
        get=extend_schema(
            operation_id=f"read_{name}",
            tags=[f"{name}s"],
            parameters=[
                OpenApiParameter(
                    "number", OpenApiTypes.INT64, OpenApiParameter.PATH, description=f"The {name}'s number."
                )
            ],
            responses={
                200: getattr(serializers, record),
                301: OpenApiResponse(description="It was merged into another record: see Location."),
                **_problems(400, 404, 503),
            },
        )
    )


def _record(listing: str, records: tuple[str, ...], *, many: bool) -> Any:
    kinds = [getattr(serializers, record) for record in records]
    if len(kinds) == 1:
        return kinds[0](many=many, help_text="The records in order.")
    return PolymorphicProxySerializer(
        component_name=f"{listing.capitalize()}Record",
        serializers={record.lower(): kind for record, kind in zip(records, kinds, strict=True)},
        resource_type_field_name="kind",
        many=many,
    )


def _parameter(parameter: Parameter) -> OpenApiParameter:
    return OpenApiParameter(
        parameter.name,
        {"type": "array", "items": dict(parameter.schema)} if parameter.many else dict(parameter.schema),
        OpenApiParameter.QUERY,
        description=parameter.help + (" May be repeated." if parameter.many else ""),
        explode=True if parameter.many else None,
    )


def _problems(*statuses: int) -> dict[tuple[int, str], Any]:
    return {
        (status, MEDIA_TYPE): OpenApiResponse(serializers.Problem, description=text)
        for status, text in (
            (400, "A parameter is unknown, bad, or contradicts another."),
            (404, "There is no such record, or it is not public."),
            (503, "The database is away; see Retry-After."),
        )
        if status in statuses
    }
