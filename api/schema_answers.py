"""What the answers of lists look like in each format, and what every answer has: the last touch on the description.

The library describes one shape for each status and media type. Ours share `application/json` among several
(`format`), and `fields` leaves out what was not asked for; both are said here, so that a client that is generated
from the description, and whoever checks answers against it, is told the truth.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from api.schema_examples import BODIES, CHANGES, HISTOGRAM, READING, RECORDS, REFUSAL, listed, refused
from timeline.query.declared import FORMATS, TABLES

LISTS = {
    "timeline": ("Event", "Statement"),
    "events": ("Event",),
    "statements": ("Statement",),
    "sources": ("Source",),
    "speakers": ("Speaker",),
}
TIMELINE = ("timeline", "events", "statements")
TEXT = {"type": "string"}


def _object(help: str, properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    required = sorted(set(properties) - set(optional))
    return {"type": "object", "description": help, "properties": properties, "required": required}


def _list(items: dict[str, Any], help: str) -> dict[str, Any]:
    return {"type": "array", "items": items, "description": help}


def _text(help: str, *, null: bool = False, **more: Any) -> dict[str, Any]:
    return {"type": ["string", "null"] if null else "string", "description": help, **more}


def _whole(help: str) -> dict[str, Any]:
    return {"type": "integer", "description": help}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


NEXT = {
    "next": _text("The address of the next page; null on the last.", null=True),
    "next_cursor": _text("The cursor of the next page; null on the last.", null=True),
}
SHAPES: dict[str, dict[str, Any]] = {
    "TimelineJSDate": _object(
        "A date as finely as it is known.",
        {"year": _whole("Year."), "month": _whole("1 to 12."), "day": _whole("1 to 31.")},
        optional=("month", "day"),
    ),
    "TimelineJSText": _object(
        "Texts, escaped for HTML.", {"headline": _text("The title."), "text": _text("The words.")}
    ),
    "TimelineJSEvent": _object(
        "A slide.",
        {
            "unique_id": _text("The record's id."),
            "start_date": _ref("TimelineJSDate"),
            "end_date": _ref("TimelineJSDate"),
            "display_date": _text("The date as people read it."),
            "group": _text("Events or Statements."),
            "text": _ref("TimelineJSText"),
        },
        optional=("end_date",),
    ),
    "TimelineJS": _object(
        "With `format=timelinejs`: what TimelineJS 3 reads.",
        {
            "title": _object("The first slide.", {"text": _ref("TimelineJSText")}),
            "events": _list(_ref("TimelineJSEvent"), "The slides."),
        },
    ),
    "VisItem": _object(
        "With `format=vis`: an item of vis-timeline. Texts are escaped for HTML.",
        {
            "id": _text("The record's id."),
            "content": _text("What the item shows."),
            "title": _text("What it shows when pointed at."),
            "start": _text("Its first day.", format="date"),
            "end": _text("The day after its last.", format="date"),
            "type": _text("A box for a day, a range for more.", enum=["box", "range"]),
            "group": _text("Events or Statements."),
        },
        optional=("end",),
    ),
    "GrafanaRow": _object(
        "A row for Grafana's Infinity source.",
        {
            "id": _text("The record's id."),
            "time": _whole("Where it begins, in epoch milliseconds."),
            "timeEnd": _whole("Where it ends, in epoch milliseconds."),
            "title": _text("The record's title."),
            "text": _text("The record's words."),
            "tags": _list(TEXT, "Its kind, then its tags."),
            "precision": _text("How finely the date is known."),
            "url": _text("Where the record stands."),
            "source": _text("Where its first source stands.", null=True),
        },
    ),
    "GrafanaPage": _object(
        "With `format=grafana`.", {"results": _list(_ref("GrafanaRow"), "The rows in order."), **NEXT}
    ),
    "Feature": _object(
        "A record on the map.",
        {
            "type": {"type": "string", "enum": ["Feature"]},
            "id": _text("The record's id."),
            "geometry": {"type": ["object", "null"], "description": "Point or MultiPoint (WGS 84), longitude first."},
            "properties": {"type": "object", "description": "Title, text, dates and places of the record."},
        },
    ),
    "FeatureCollection": _object(
        "GeoJSON (RFC 7946).",
        {
            "type": {"type": "string", "enum": ["FeatureCollection"]},
            "features": _list(_ref("Feature"), "The records in order."),
            "licence": _text("The licence of the data."),
            "attribution": _text("Whose the coordinates are."),
            **NEXT,
        },
    ),
    "JSONFeedItem": _object(
        "A record in a feed.",
        {
            "id": _text("A tag URI that never changes."),
            "url": _text("Where the record stands."),
            "title": _text("The record's title."),
            "content_text": _text("Its words."),
            "summary": _text("Its date in words."),
            "date_published": _text("When the record was made.", format="date-time"),
            "date_modified": _text("When it last changed.", format="date-time"),
            "authors": _list(_object("Who reported it.", {"name": _text("The publishers.")}), "Who reported it."),
            "tags": _list(TEXT, "Its kind, then its tags."),
        },
    ),
    "JSONFeed": _object(
        "JSON Feed 1.1.",
        {
            "version": _text("The version of the standard."),
            "title": _text("What the feed is of."),
            "home_page_url": _text("The timeline page."),
            "feed_url": _text("This feed."),
            "description": _text("The licence of the data."),
            "items": _list(_ref("JSONFeedItem"), "The last changed first."),
            "next_url": _text("The next page."),
        },
        optional=("next_url",),
    ),
}
HEADERS = {
    "ETag": "Names this state of the answer; send it back as If-None-Match.",
    "Last-Modified": "When something public last changed.",
    "Link": 'The next page: rel="next".',
    "Content-Disposition": "The name of the file, of formats that are files.",
    "Location": "Where the record stands.",
    "Retry-After": "Seconds after which to try again.",
    "WWW-Authenticate": "Bearer.",
    "RateLimit": "What is left of the minute.",
    "RateLimit-Policy": "How many requests a minute are answered.",
    "X-Request-ID": "The request's number; give it when you report a fault.",
    "Idempotency-Replayed": "true where the answer is the one that the key got before.",
}
#: Which headers an answer of a status has, beside those that every answer has.
OF_STATUS = {
    "200": ("ETag", "Last-Modified"),
    "201": ("ETag", "Location", "Idempotency-Replayed"),
    "301": ("Location",),
    "304": ("ETag", "Last-Modified"),
    "401": ("WWW-Authenticate",),
    "429": ("Retry-After",),
    "503": ("Retry-After",),
}
ANSWERS = {**RECORDS, "Reading": READING, "Histogram": HISTOGRAM, "ChangesPage": CHANGES}
EVERYWHERE = ("RateLimit", "RateLimit-Policy", "X-Request-ID")


def complete(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """A postprocessing hook of the description."""
    schemas = result["components"]["schemas"]
    schemas |= deepcopy(SHAPES)
    for record in ("Event", "Statement", "Source", "Speaker"):
        schemas[f"Partial{record}"] = _partial(schemas[record])
    for listing, records in LISTS.items():
        page = f"{listing.capitalize()}Page"
        parts = [_ref(f"Partial{record}") for record in records]
        items = parts[0] if len(parts) == 1 else {"anyOf": parts}
        schemas[f"Partial{page}"] = deepcopy(schemas[page])
        schemas[f"Partial{page}"]["properties"]["results"] = _list(items, "The records in order.")
        schemas[f"Partial{page}"]["description"] = "With `fields`: the same page, the records with those fields alone."
        content = result["paths"][f"/api/v1/{listing}/"]["get"]["responses"]["200"]["content"]
        shapes = [_ref(page), _ref(f"Partial{page}"), _list(items, "With `format=array`.")]
        if listing in TIMELINE:
            shapes += [_ref("TimelineJS"), _list(_ref("VisItem"), "With `format=vis`."), _ref("GrafanaPage")]
            content["application/geo+json"]["schema"] = _ref("FeatureCollection")
            content["application/feed+json"]["schema"] = _ref("JSONFeed")
        content["application/json"]["schema"] = {"anyOf": shapes}
        for media_type, found in listed(listing, records, FORMATS if listing in TIMELINE else TABLES).items():
            next(media for name, media in content.items() if name.startswith(media_type))["examples"] = found
    for record in ("event", "statement", "source", "speaker"):
        operation = result["paths"][f"/api/v1/{record}s/{{number}}/"]["get"]
        name = record.capitalize()
        content = operation["responses"]["200"]["content"]
        content["application/json"]["schema"] = {"anyOf": [_ref(name), _ref(f"Partial{name}")]}
    for component, schema in schemas.items():
        # Of the objects that are written: others are refused.
        if component.removesuffix("Request").endswith(("Input", "Edit")):
            schema["additionalProperties"] = False
    schemas["Problem"]["examples"] = [REFUSAL]
    result["components"]["headers"] = {name: {"description": help, "schema": TEXT} for name, help in HEADERS.items()}
    for path in result["paths"].values():
        for operation in path.values():
            _operation(operation)
    return result


def _partial(schema: dict[str, Any]) -> dict[str, Any]:
    found = {name: deepcopy(value) for name, value in schema.items() if name != "required"}
    found["description"] = "With `fields`: the same record, with those fields alone."
    return found


def _operation(operation: dict[str, Any]) -> None:
    if "requestBody" in operation:
        operation["requestBody"]["required"] = True
        for media in operation["requestBody"]["content"].values():
            shape = media["schema"]["$ref"].rpartition("/")[2].removeprefix("Patched").removesuffix("Request")
            media["examples"] = {shape: {"value": BODIES[shape]}}
    for status, response in operation["responses"].items():
        names = [*OF_STATUS.get(status, ()), *EVERYWHERE]
        if operation["operationId"].startswith("list_") and status == "200":
            names += ["Link", "Content-Disposition"]
        if operation["operationId"].startswith(("edit_", "approve_", "reject_")) and status == "200":
            names.append("Idempotency-Replayed")
        for media_type, media in response.get("content", {}).items():
            if media_type == "application/problem+json":
                media["examples"] = {"problem": {"value": refused(status, response["description"])}}
            elif "examples" not in media and (found := ANSWERS.get(_shape(media["schema"]))):
                media["examples"] = {"answer": {"value": found}}
        response["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _shape(schema: dict[str, Any]) -> str:
    """The name of a shape, the whole one where parts of it are possible, too."""
    first = schema["anyOf"][0] if "anyOf" in schema else schema
    return str(first.get("$ref", "")).rpartition("/")[2]
