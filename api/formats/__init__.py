"""What a list is written as: one query, many readers."""

from __future__ import annotations

from api.formats.base import Context, Format, Source
from api.formats.calendar import ICS
from api.formats.charts import GRAFANA, TIMELINEJS, VIS
from api.formats.feeds import ATOM, JSONFEED
from api.formats.maps import GEOJSON
from api.formats.pages import JSON
from api.formats.tables import ARRAY, CSV, NDJSON

#: In order of preference, for readers who accept anything.
FORMATS: dict[str, Format] = {
    found.name: found for found in (JSON, NDJSON, CSV, GEOJSON, TIMELINEJS, VIS, GRAFANA, ICS, ATOM, JSONFEED, ARRAY)
}

__all__ = ["FORMATS", "Context", "Format", "Source"]
