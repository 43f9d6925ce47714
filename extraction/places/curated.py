"""A curator's own gazetteer: a CSV with the columns name, lat, lon, aliases, country."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from extraction.places.gazetteer import Entry, Gazetteer, curated

COLUMNS = ("name", "lat", "lon", "aliases", "country")
REQUIRED = ("name", "lat", "lon")


class GazetteerError(ValueError):
    """A gazetteer that cannot be read; the message names the line and the field."""


def read_gazetteer(path: Path) -> Gazetteer:
    """The places of a CSV file in UTF-8 (a byte order mark is allowed). Raises GazetteerError and OSError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return parse_gazetteer(lines)
    except UnicodeDecodeError as error:
        raise GazetteerError(f"the file is not UTF-8: byte {error.start} cannot be read") from None


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
        rows = []
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) != len(header):
                    raise GazetteerError(
                        f"line {reader.line_num}: {len(cells)} cells where the header has {len(header)}"
                    )
                rows.append(_entry(dict(zip(header, cells, strict=True)), reader.line_num))
    except csv.Error as error:
        raise GazetteerError(f"line {reader.line_num}: {error}") from None
    return curated(rows)


def _entry(row: dict[str, str], line: int) -> tuple[Entry, list[str]]:
    name = " ".join(row["name"].split())
    if not name:
        raise GazetteerError(f"line {line}: name: is empty")
    lat, lon = _degrees(row, "lat", 90, line), _degrees(row, "lon", 180, line)
    country = row.get("country", "").strip().upper()
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise GazetteerError(f"line {line}: country: {country!r} is not a code of two letters such as PT")
    aliases = [" ".join(alias.split()) for alias in row.get("aliases", "").split(";")]
    return Entry(name, lat, lon, country, "curated"), [alias for alias in aliases if alias]


def _degrees(row: dict[str, str], field: str, limit: int, line: int) -> float:
    try:
        degrees = float(row[field])
    except ValueError:
        raise GazetteerError(f"line {line}: {field}: {row[field]!r} is not a number of degrees such as 36.19") from None
    if not -limit <= degrees <= limit:
        raise GazetteerError(f"line {line}: {field}: {row[field]!r} lies outside -{limit} to {limit}")
    return degrees
