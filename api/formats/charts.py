"""What TimelineJS, vis-timeline and Grafana read. The first two show texts as HTML, so they get escaped ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from html import escape
from typing import Any

import orjson

from api.formats.base import Context, Format, Source, byline, dates, decoded, group, line, safe_url
from timeline.models.dates import OPEN_END

#: The finest part of a day that each precision knows: what TimelineJS is told of it.
PARTS = {"day": 3, "month": 2, "part-of-month": 3, "year": 1, "decade": 1, "century": 1}


def write_timelinejs(source: Source, context: Context) -> Iterator[bytes]:
    """TimelineJS 3: month and day are left out where they are not known, quarters have their own words."""
    events = []
    for record in decoded(source.documents):
        when = dates(record)
        if not when.get("start") and not when.get("end"):
            continue
        first, last = when.get("start") or when["end"], when.get("end")
        parts = PARTS.get(when["precision"], 3)
        credit = escape(byline(record))
        event: dict[str, Any] = {
            "unique_id": record["id"],
            "start_date": _parts(first, parts),
            "display_date": escape(_shown(when)),
            "group": group(record),
            "text": {
                "headline": escape(line(record["title"])),
                "text": f"<p>{escape(record['text'])}</p><p>{credit}</p>",
            },
        }
        if last and last != first:
            event["end_date"] = _parts(last, parts)
        events.append(event)
    yield orjson.dumps(
        {"title": {"text": {"headline": escape(context.title), "text": escape(context.licence)}}, "events": events}
    )


def _parts(day: str, parts: int) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), map(int, day.split("-")[:parts]), strict=False))


def _shown(when: dict[str, Any]) -> str:
    """The date as people read it."""
    if not when["start"]:
        return f"before {when['end']}"
    if not when["end"]:
        return f"since {when['start']}"
    if when["precision"] == "quarter" and when["edtf"][5:7].isdigit():
        return f"Quarter {int(when['edtf'][5:7]) - 32} of {when['edtf'][:4]}"
    if when["precision"] in ("day", "month", "year"):
        return str(when["edtf"])
    return f"{when['start']} to {when['end']}"


def write_vis(source: Source, context: Context) -> Iterator[bytes]:
    """vis-timeline: a bare array; `end` is exclusive."""
    items = []
    for record in decoded(source.documents):
        when = dates(record)
        if not when.get("start"):
            continue
        item = {
            "id": record["id"],
            "content": escape(line(record["title"], 120)),
            "title": escape(line(record["text"])),
            "start": when["start"],
            "type": "box",
            "group": group(record),
        }
        if when["end"] and when["end"] != when["start"]:
            item |= {"end": _next(when["end"]), "type": "range"}
        items.append(item)
    yield orjson.dumps(items)


def write_grafana(source: Source, context: Context) -> Iterator[bytes]:
    """Grafana's Infinity source: rows with instants in epoch milliseconds, the raw cursor beside them."""
    rows = []
    for record in decoded(source.documents):
        when = dates(record)
        if not when.get("start"):
            continue
        end = _next(when["end"]) if when["end"] else when["start"]
        rows.append(
            {
                "id": record["id"],
                "time": _epoch(when["start"]),
                "timeEnd": max(_epoch(end) - 1, _epoch(when["start"])),
                "title": line(record["title"]),
                "text": line(record["text"], 1000),
                "tags": [record["kind"], *(line(tag) for tag in record.get("tags", ()))],
                "precision": when["precision"],
                "url": context.site + record["url"],
                "source": next(filter(None, (safe_url(cited["url"]) for cited in record["sources"])), None),
            }
        )
    yield orjson.dumps({"results": rows, "next": source.next, "next_cursor": source.next_cursor})


def _next(day: str) -> str:
    found = dt.date.fromisoformat(day)
    return (found + dt.timedelta(days=1) if found < OPEN_END else found).isoformat()


def _epoch(day: str) -> int:
    return int(dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC).timestamp() * 1000)


TIMELINEJS = Format(
    "timelinejs", "application/json", "json", write_timelinejs, "TimelineJS 3, at most 200.", most=200, chosen=True
)
VIS = Format("vis", "application/json", "json", write_vis, "vis-timeline, at most 1,000.", most=1000, chosen=True)
GRAFANA = Format("grafana", "application/json", "json", write_grafana, "Grafana's Infinity source.", chosen=True)
