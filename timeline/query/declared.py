"""What can be asked of each list: the parameters, the same words everywhere."""

from __future__ import annotations

from typing import Any, Literal

from timeline.models.dates import Precision
from timeline.models.event import Occurrence
from timeline.models.statement import Speech
from timeline.query import parameters as p
from timeline.query.cursors import LONGEST, read_cursor
from timeline.query.search import read_search

LIMIT, MOST = 100, 1000
Listing = Literal["timeline", "events", "statements", "sources", "speakers"]
KINDS: dict[str, tuple[str, ...]] = {
    "timeline": ("event", "statement"),
    "events": ("event",),
    "statements": ("statement",),
    "sources": ("source",),
    "speakers": ("speaker",),
}
ORDERS = ("start", "-start", "created", "-created", "updated", "-updated", "rank")
FORMATS = ("json", "ndjson", "csv", "geojson", "timelinejs", "vis", "grafana", "ics", "atom", "jsonfeed", "array")
TABLES = ("json", "ndjson", "csv", "array")
INCLUDES = ("speakers", "sources")

_RECORD = ("id", "kind", "url", "title", "status", "when", "when_alternatives", "text")
_SOURCES = ("sources", "independent_sources", "version", "created", "updated")
_STATEMENT = ("speaker", "speech", "cue", "relayed_via")
_EVENT = ("occurrence", "background", "places", "actors", "tags")
FIELDS: dict[str, tuple[str, ...]] = {
    "timeline": (*_RECORD, *_STATEMENT, *_EVENT, *_SOURCES),
    "events": (*_RECORD, *_EVENT, *_SOURCES),
    "statements": (*_RECORD, *_STATEMENT, *_SOURCES),
    "sources": (
        "id", "kind", "url", "publisher", "title", "published", "language", "dateline", "agency", "copy_of",
        "retrieved", "version", "created", "updated",
    ),
    "speakers": ("id", "kind", "url", "name", "aliases", "organisation", "version", "created", "updated"),
}  # fmt: skip

STRING = {"type": "string", "maxLength": p.LONGEST_VALUE}
#: How dates and instants look, for readers of the schema: whether the calendar knows them is looked at when they come.
_YEAR = "([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
_PART = "(0[1-9]|1[0-2]|2[1-4]|3[3-6])"
_DATE = f"{_YEAR}(-XX(-XX)?|-{_PART}(-(0[1-9]|[12][0-9]|3[01]|XX))?)?[~?%]?"
EDTF = f"({_DATE}(/({_DATE}|[.]{{2}})?)?|([.]{{2}})?/{_DATE})"
_TIME = "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
_INSTANT = f"[0-9]{{4}}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])({_TIME})?"
_DEGREES = "-?[0-9]{1,3}([.][0-9]{1,15})?"


def _shaped(pattern: str) -> dict[str, str]:
    """A string of this shape; an empty one is as if absent."""
    return {"type": "string", "pattern": f"^({pattern})?$"}


RANGE = _shaped(f"{EDTF}|[0-9]{{11,14}}")
INSTANT = _shaped(_INSTANT)
DATE_EXAMPLE = "2020-02"


def chosen(name: str, help: str, allowed: tuple[str, ...] | list[str], **more: Any) -> p.Parameter:
    """A parameter that takes one of some words."""
    default = more.pop("default", None)
    schema = {"type": "string", "enum": list(allowed), **({"default": default} if default else {})}
    return p.Parameter(name, p.choice(*allowed), help, schema, **more)


def _flag(name: str, help: str, **schema: Any) -> p.Parameter:
    # The number besides: no boolean is written so, and a client that is generated keeps its plain True.
    either = [{"type": "boolean"}, {"type": "integer", "minimum": 0, "maximum": 1}]
    return p.Parameter(name, p.flag, help, {"anyOf": either, **schema})


def _name(name: str, help: str, example: str = "") -> p.Parameter:
    return p.Parameter(name, p.name, help, STRING, many=True, example=example)


def _id(name: str, help: str) -> p.Parameter:
    schema = {"type": "integer", "format": "int64", "minimum": 1}
    return p.Parameter(name, p.number(1, 2**63 - 1), help, schema, many=True, commas=True, example="12")


FROM_TO = (
    p.Parameter(
        "from",
        p.date,
        "From the first day of this EDTF date; 11 to 14 digits are epoch milliseconds.",
        RANGE,
        example=DATE_EXAMPLE,
    ),
    p.Parameter(
        "to",
        p.date,
        "To the last day of this EDTF date; 11 to 14 digits are epoch milliseconds.",
        RANGE,
        example="2020",
    ),
)
MATCH = chosen(
    "match",
    "`possible`: the date may lie in the range. `certain`: it lies in the range wholly.",
    ("possible", "certain"),
    default="possible",
)
OPEN = _flag("open", "Also what is only known to lie before a date.", default=False)
UNDATED = _flag("undated", "Only records without a date, or (`false`) only records with one.")
Q = p.Parameter(
    "q",
    read_search,
    'Full text: words, "quoted phrases", words* that begin so, and -words that must not stand.',
    {"type": "string", "maxLength": 300},
    example='bridge "city council" -denied',
)
PUBLISHER = _name("publisher", "Reported by this publisher.", "Example Wire")
SOURCE = _id("source", "Reported by the source of this id.")
PRECISION = chosen("precision", "Dates of this precision.", Precision.values, many=True, commas=True)
MIN_SOURCES = p.Parameter(
    "min_sources",
    p.number(1, 1_000_000),
    "Reported by at least so many independent sources.",
    {"type": "integer", "minimum": 1, "maximum": 1_000_000},
)
UPDATED_SINCE = p.Parameter(
    "updated_since",
    p.instant,
    "Changed at this instant (RFC 3339) or later. To keep a copy use `changes/`.",
    INSTANT,
    example="2024-07-14T00:00:00Z",
)
AS_OF = p.Parameter(
    "as_of",
    p.instant,
    "As it was public at this instant (RFC 3339), which may be any in the past.",
    INSTANT,
    example="2026-01-31T12:00:00Z",
)
BBOX = p.Parameter(
    "bbox",
    p.box,
    "Within west,south,east,north in degrees.",
    _shaped(",".join([_DEGREES] * 4)),
    example="40,33,45,37",
)
LOCATED = _flag("located", "Only records with coordinates, or (`false`) also those without, in GeoJSON too.")
OF_STATEMENTS = (
    _name("speaker", "Said by this speaker: an id, a name or an alias.", "Amina Haddad"),
    _name("organisation", "Said for this organisation."),
    chosen("speech", "How the words are given.", Speech.values, many=True, commas=True),
)
OF_EVENTS = (
    _name("place", "At this place."),
    _name("actor", "In which this actor took part."),
    _name("tag", "Filed under this tag."),
    chosen("occurrence", "Whether it happened, as the sources have it.", Occurrence.values, many=True, commas=True),
    BBOX,
    LOCATED,
)
KIND = chosen("kind", "Only this kind.", ("event", "statement"), many=True, commas=True)
COUNT = _flag("count", "Also count all that match; in JSON pages of the present.", default=False)
CURSOR = p.Parameter(
    "cursor",
    read_cursor,
    "`next_cursor` of the page before.",
    {"type": "string", "pattern": "^[A-Za-z0-9_=-]*$", "maxLength": LONGEST},
)


def _shaping(listing: str, formats: tuple[str, ...], orders: tuple[str, ...], order: str) -> tuple[p.Parameter, ...]:
    """The parameters that choose, order and shape what is answered."""
    return (
        UPDATED_SINCE,
        AS_OF,
        chosen("fields", "Only these fields.", FIELDS[listing], many=True, commas=True),
        chosen(
            "order",
            "By first day, creation or last change; with a minus the latest first. `rank`, with `q`: the best first.",
            orders,
            default=order,
        ),
        p.Parameter(
            "limit",
            p.number(1, MOST),
            f"Records a page, {LIMIT} unless given. Unpaged formats stop there where it is given.",
            {"type": "integer", "minimum": 1, "maximum": MOST, "default": LIMIT},
        ),
        CURSOR,
        COUNT,
        chosen("format", "Instead of an Accept header.", formats),
        _flag("bom", "In CSV: begin with a byte order mark, for Excel.", default=False),
    )


#: Where there is one format, the same word asks for it.
JSON_ALONE = chosen("format", "Instead of an Accept header.", ("json",))
INCLUDE = chosen(
    "include", "Also the whole records of the speakers or sources that a page names.", INCLUDES, many=True, commas=True
)
COMMON = (*FROM_TO, MATCH, OPEN, UNDATED, Q, PUBLISHER, SOURCE, PRECISION, MIN_SOURCES)
FILTERS: dict[str, tuple[p.Parameter, ...]] = {
    "timeline": (*COMMON, KIND, *OF_STATEMENTS, *OF_EVENTS),
    "events": (*COMMON, *OF_EVENTS),
    "statements": (*COMMON, *OF_STATEMENTS),
    "sources": (*FROM_TO, MATCH, OPEN, UNDATED, Q, _name("publisher", "Printed by this publisher.", "Example Wire")),
    "speakers": (Q, OF_STATEMENTS[0], _name("organisation", "Speaking for this organisation.")),
}
PARAMETERS: dict[str, tuple[p.Parameter, ...]] = {
    **{
        listing: (*FILTERS[listing], INCLUDE, *_shaping(listing, FORMATS, ORDERS, "start"))
        for listing in ("timeline", "events", "statements")
    },
    "sources": (*FILTERS["sources"], *_shaping("sources", TABLES, ORDERS, "created")),
    "speakers": (*FILTERS["speakers"], *_shaping("speakers", TABLES, ORDERS[2:], "created")),
}
DETAIL: dict[str, tuple[p.Parameter, ...]] = {
    kind: (
        AS_OF,
        chosen("fields", "Only these fields.", FIELDS[f"{kind}s"], many=True, commas=True),
        *((INCLUDE,) if kind in ("event", "statement") else ()),
        JSON_ALONE,
    )
    for kind in ("event", "statement", "source", "speaker")
}
