"""GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
from django.conf import settings

from api.formats.base import Context, Format, Source, dates, decoded, located


def write(source: Source, context: Context) -> Iterator[bytes]:
    """A feature for each record, at its places; its properties are those of the record."""
    features = []
    for record in decoded(source.documents):
        points = [[place["lon"], place["lat"]] for place in record.get("places", ()) if located(place)]
        when = dates(record)
        features.append(
            {
                "type": "Feature",
                "id": record["id"],
                "geometry": _geometry(points),
                "properties": {
                    "kind": record["kind"],
                    "title": record["title"],
                    "text": record["text"],
                    "start": when.get("start"),
                    "end": when.get("end"),
                    "precision": when.get("precision"),
                    "occurrence": record.get("occurrence"),
                    "places": [place["name"] for place in record.get("places", ())],
                    "tags": record.get("tags", []),
                    "independent_sources": record["independent_sources"],
                    "url": context.site + record["url"],
                },
            }
        )
    yield orjson.dumps(
        {
            "type": "FeatureCollection",
            "features": features,
            "licence": context.licence,
            "attribution": settings.PLACES_NOTICE,
            "next": source.next,
            "next_cursor": source.next_cursor,
        }
    )


def _geometry(points: list[list[float]]) -> dict[str, Any] | None:
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}


GEOJSON = Format("geojson", "application/geo+json", "geojson", write, "Located records, for maps.")
