"""Places that a text names, with coordinates and the reason for the choice."""

from extraction.places.curated import GazetteerError, parse_gazetteer, read_gazetteer
from extraction.places.find import Mention, find_places
from extraction.places.gazetteer import Entry, Gazetteer

__all__ = ["Entry", "Gazetteer", "GazetteerError", "Mention", "find_places", "parse_gazetteer", "read_gazetteer"]
