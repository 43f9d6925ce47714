"""A curator's own gazetteer: a CSV with the columns name, lat, lon, aliases, country."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from extraction.places.gazetteer import Entry, Gazetteer, country_codes, curated, fold

COLUMNS = ("name", "lat", "lon", "aliases", "country")
REQUIRED = ("name", "lat", "lon")
DEGREES = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")


class GazetteerError(ValueError):
    """A gazetteer that cannot be read; the message names the line and the field."""


def read_gazetteer(path: Path) -> Gazetteer:
    """The places of a CSV file in UTF-8 (a byte order mark is allowed). Raises GazetteerError and OSError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return parse_gazetteer(lines)
    except UnicodeDecodeError:
        raise GazetteerError(_not_utf8(path.read_bytes())) from None


def _not_utf8(content: bytes) -> str:
    """Where bytes are no UTF-8: a file is decoded in pieces, so that an error within one knows no line."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        return f"line {line}: is not UTF-8: byte {column} of the line cannot be read"
    return "the file is not UTF-8"  # it was changed meanwhile


def parse_gazetteer(lines: Iterable[str]) -> Gazetteer:
    """The places of CSV lines: `aliases` parted by semicolons, `country` as ISO 3166-1 alpha-2; both may be empty.

    >>> lines = ["name,lat,lon,aliases,country", "Upper Mill,51.5,-0.1,Mill Hill;The Mill,GB"]
    >>> parse_gazetteer(lines).find("the mill")[0].lat
    51.5

    Raises GazetteerError.
    """
    reader = csv.reader(lines, strict=True)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        for name in REQUIRED:
            if name not in header:
                raise GazetteerError(f"line 1: the column {name!r} is missing; the columns are {', '.join(COLUMNS)}")
        unknown = [name for name in header if name not in COLUMNS]
        if unknown:
            raise GazetteerError(f"line 1: the column {unknown[0]!r} is unknown; the columns are {', '.join(COLUMNS)}")
        twice = [name for name in header if header.count(name) > 1]
        if twice:
            raise GazetteerError(f"line 1: the column {twice[0]!r} stands there twice")
        rows = []
        lines_of: dict[str, tuple[int, Entry]] = {}
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) != len(header):
                    raise GazetteerError(
                        f"line {reader.line_num}: {len(cells)} cells where the header has {len(header)}"
                    )
                row = _entry(dict(zip(header, cells, strict=True)), reader.line_num)
                _check_once(row, reader.line_num, lines_of)
                rows.append(row)
    except csv.Error as error:
        raise GazetteerError(f"line {reader.line_num}: {error}") from None
    return curated(rows)


def _check_once(row: tuple[Entry, list[str]], line: int, lines_of: dict[str, tuple[int, Entry]]) -> None:
    """Refuse a name that another line gives to a place elsewhere: nothing could tell which of the two is meant."""
    entry, aliases = row
    for field, name in (("name", entry.name), *(("aliases", alias) for alias in aliases)):
        before, other = lines_of.setdefault(fold(name), (line, entry))
        if (other.lat, other.lon) != (entry.lat, entry.lon):
            raise GazetteerError(f"line {line}: {field}: {name!r} stands in line {before} with other coordinates")


def _entry(row: dict[str, str], line: int) -> tuple[Entry, list[str]]:
    for field, cell in row.items():
        if any(unicodedata.category(c) == "Cc" and not c.isspace() for c in cell):
            raise GazetteerError(f"line {line}: {field}: {cell!r} holds a character that no text has")
    name = " ".join(row["name"].split())
    if not name:
        raise GazetteerError(f"line {line}: name: is empty")
    lat, lon = _degrees(row, "lat", 90, line), _degrees(row, "lon", 180, line)
    country = row.get("country", "").strip().upper()
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise GazetteerError(f"line {line}: country: {country!r} is not a code of two letters such as PT")
    if country and country not in country_codes():
        raise GazetteerError(f"line {line}: country: {country!r} is no country of ISO 3166-1")
    aliases = [" ".join(alias.split()) for alias in row.get("aliases", "").split(";")]
    return Entry(name, lat, lon, country, "curated"), [alias for alias in aliases if alias]


def _degrees(row: dict[str, str], field: str, limit: int, line: int) -> float:
    try:
        # float() also takes "1_0" and digits of other scripts.
        degrees = float(row[field] if DEGREES.fullmatch(row[field].strip()) else "")
    except ValueError:
        raise GazetteerError(f"line {line}: {field}: {row[field]!r} is not a number of degrees such as 36.19") from None
    if not -limit <= degrees <= limit:
        raise GazetteerError(f"line {line}: {field}: {row[field]!r} lies outside -{limit} to {limit}")
    return degrees
