"""The filters of a query on a public document alone: for the past, which no index knows."""

from __future__ import annotations

from typing import Any

from extraction.names import folded
from timeline.ledger.entries import searched
from timeline.query.asked import Query

VALUE = 200


def matches(document: dict[str, Any], query: Query) -> bool:
    """Whether the filters, dates apart, find the document: as they find its entry."""
    for name, allowed in query.columns.items():
        found = (document["when"] or {}).get("precision", "") if name == "precision" else document.get(name, "")
        if found not in allowed:
            return False
    if query.min_sources > document.get("independent_sources", query.min_sources):
        return False
    if query.updated_since and document["updated"] < _instant(query):
        return False
    if any(not _names(document, name) & _wanted(name, values) for name, values in query.keys.items()):
        return False
    points = [place for place in document.get("places", ()) if None not in (place["lat"], place["lon"])]
    if query.located and not points:
        return False
    if query.bbox and not any(_inside(place["lat"], place["lon"], query.bbox) for place in points):
        return False
    return query.search is None or query.search.matches(searched(document))


def _names(document: dict[str, Any], name: str) -> set[str]:
    """What the document is found by under a parameter."""
    kind = document["kind"]
    if name == "source":
        return {str(source["id"]) for source in document["sources"]}
    if name == "publisher":
        if kind == "source":
            return {folded(document["publisher"])}
        return {folded(source["publisher"])[:VALUE] for source in document["sources"]}
    if name == "organisation":
        said = document if kind == "speaker" else document.get("speaker") or {}
        return {folded(said.get("organisation", ""))[:VALUE]}
    if name == "speaker":
        said = document if kind == "speaker" else document.get("speaker") or {}
        names = [said.get("name", ""), *said.get("aliases", ())]
        return {str(said.get("id")), *(folded(one)[:VALUE] for one in names)}
    if name == "place":
        return {folded(place["name"])[:VALUE] for place in document.get("places", ())}
    return {folded(value)[:VALUE] for value in document.get(f"{name}s", ())}


def _wanted(name: str, values: list[str]) -> set[str]:
    if name == "source":
        return set(values)
    wanted = {folded(value)[:VALUE] for value in values} - {""}
    if name == "speaker":
        wanted |= {str(int(value)) for value in values if value.isascii() and value.isdigit()}
    return wanted


def _inside(lat: float, lon: float, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    if not south <= lat <= north:
        return False
    return west <= lon <= east if west <= east else lon >= west or lon <= east


def _instant(query: Query) -> str:
    assert query.updated_since
    return query.updated_since.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
