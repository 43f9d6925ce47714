"""Form fields for lists, as people type them: one a line."""

from __future__ import annotations

import math
from typing import Any

from django import forms
from django.core.exceptions import ValidationError


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 60})

    def prepare_value(self, value: Any) -> Any:
        """The list as lines."""
        return "\n".join(str(part) for part in value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """The lines as a list, without empty and repeated ones."""
        if isinstance(value, list):
            return value
        lines = (" ".join(line.split()) for line in (value or "").splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the list is another."""
        return bool(self.to_python(initial) != self.to_python(data))


class PlacesField(LinesField):
    """Places, one a line: a name, or `name; latitude; longitude` in degrees."""

    def prepare_value(self, value: Any) -> Any:
        """The places as lines."""
        return "\n".join(map(as_line, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """The lines as places. Raises ValidationError."""
        if isinstance(value, list):
            return value
        return [_place(line) for line in super().to_python(value)]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether a place is another; what is not shown of a place (why it was chosen) is no change."""
        return bool(self.prepare_value(initial or []) != "\n".join(super().to_python(data)))


def as_line(place: dict[str, Any]) -> str:
    """A place as a person edits it: its name, and its coordinates where they are known."""
    if place.get("lat") is None or place.get("lon") is None:
        return str(place.get("name", ""))
    return f"{place.get('name', '')}; {place['lat']}; {place['lon']}"


def _place(line: str) -> dict[str, Any]:
    name, *rest = (part.strip() for part in line.split(";"))
    if not name or len(rest) not in (0, 2):
        raise ValidationError(f"“{line}” must be a name, or name; latitude; longitude.")
    if not rest:
        return {"name": name, "lat": None, "lon": None}
    try:
        lat, lon = (float(part) for part in rest)
    except ValueError:
        raise ValidationError(f"“{line}”: latitude and longitude are numbers of degrees.") from None
    if not (math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180):
        raise ValidationError(f"“{line}”: latitude runs from -90 to 90 and longitude from -180 to 180.")
    return {"name": name, "lat": lat, "lon": lon}
