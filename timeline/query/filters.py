"""The filters of a query as conditions on the kept records, dates and order apart."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from extraction.names import folded
from timeline.models import Entry, EntryKey, EntryPoint, Profile, SearchText, Speaker
from timeline.query.asked import Query
from timeline.query.search import Matching
from timeline.query.tallied import VALUE


def filtered(query: Query, keys: dict[str, list[str]] | None = None) -> QuerySet[Any]:
    """What the query's filters leave, dates and order apart; `keys` in place of the query's own."""
    if query.listing in ("sources", "speakers"):
        rows = _profiles(query)
    else:
        rows = _entries(query, query.keys if keys is None else keys)
    if query.updated_since:
        rows = rows.filter(updated__gte=query.updated_since)
    if query.search:
        found = SearchText.objects.filter(Matching(query.search), id=OuterRef("pk"))
        rows = rows.filter(Exists(found))
    return rows


def _entries(query: Query, keys: dict[str, list[str]]) -> QuerySet[Any]:
    entries: QuerySet[Any] = Entry.objects.all()
    if len(query.kinds) == 1:
        entries = entries.filter(kind=query.kinds[0])
    for name, values in query.columns.items():
        entries = entries.filter(**{f"{name}__in": values})
    if query.min_sources > 1:
        entries = entries.filter(independent_sources__gte=query.min_sources)
    for name, values in keys.items():
        entries = entries.filter(Exists(EntryKey.objects.filter(key(name, values), entry=OuterRef("pk"))))
    if query.bbox or query.located:
        points = EntryPoint.objects.filter(_boxed(query.bbox) if query.bbox else Q(), entry=OuterRef("pk"))
        entries = entries.filter(Exists(points))
    return entries


def _boxed(box: tuple[float, float, float, float]) -> Q:
    west, south, east, north = box
    across = Q(lon__gte=west) | Q(lon__lte=east)
    return Q(lat__gte=south, lat__lte=north) & (Q(lon__gte=west, lon__lte=east) if west <= east else across)


def key(name: str, values: list[str]) -> Q:
    """What the values of a parameter find: speakers and sources by id, all else by folded name."""
    if name == "source":
        return Q(name="source", value__in=values)
    wanted = [folded(value)[:VALUE] for value in values]
    found = Q(name="said_by" if name == "speaker" else name, value__in=wanted)
    if name == "speaker":
        numbers = [str(int(value)) for value in values if value.isascii() and value.isdigit()]
        found |= Q(name="speaker", value__in=numbers)
    return found


def _profiles(query: Query) -> QuerySet[Any]:
    """Sources or speakers: by publisher, name, alias or organisation."""
    found: QuerySet[Any] = Profile.objects.filter(kind=query.kinds[0])
    if publishers := query.keys.get("publisher"):
        found = found.filter(name__in=[folded(name) for name in publishers])
    if organisations := query.keys.get("organisation"):
        found = found.filter(organisation__in=[folded(name)[:VALUE] for name in organisations])
    if speakers := query.keys.get("speaker"):
        wanted = {folded(name) for name in speakers}
        ids = [int(name) for name in speakers if name.isascii() and name.isdigit() and len(name) < 19]
        # The few speakers that have aliases are read for it.
        aliased = Speaker.objects.exclude(aliases=[]).filter(merged_into=None).values_list("id", "aliases")
        ids += [number for number, aliases in aliased if wanted & {folded(alias) for alias in aliases}]
        found = found.filter(Q(name__in=wanted) | Q(record_id__in=ids))
    return found
