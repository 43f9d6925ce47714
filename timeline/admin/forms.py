"""Forms of records: lists as lines, and the version that was read."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from timeline.admin.fields import LinesField, PlacesField, as_line

#: How the help of such a column ends, which tells programs how it is kept.
AS_A_LIST = re.compile(r", as a list( of names)?\.")
LISTS = {"aliases": LinesField, "actors": LinesField, "tags": LinesField, "places": PlacesField}


def list_field(field: Any) -> forms.Field | None:
    """The form field of a column that keeps a list; None for any other column."""
    kind = LISTS.get(field.name)
    if kind is None:
        return None
    places = "One a line: a name, or name; latitude; longitude."
    words = places if kind is PlacesField else AS_A_LIST.sub(", one a line.", field.help_text)
    return kind(label=str(field.verbose_name).capitalize(), help_text=words, required=False)


class RecordForm(forms.ModelForm):  # type: ignore[type-arg]
    """A record as a person edits it."""

    #: What was on the screen. A later version in the database means that somebody else was faster.
    read_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["read_version"].initial = self.instance.version

    def clean(self) -> dict[str, Any]:
        """Refuse to overwrite what somebody else has just written."""
        super().clean()
        found = self.cleaned_data
        if self.instance.pk and found.get("read_version") != self.instance.version:
            raise ValidationError(
                "Somebody else changed this record while you were editing it. Nothing of yours was saved: open it "
                "again to see the change, then make yours.",
                code="conflict",
            )
        return found

    def clean_places(self) -> list[dict[str, Any]]:
        """The places; one whose line stays as it was shown keeps why it was chosen."""
        before = {as_line(place): place for place in self.initial.get("places") or ()}
        return [before.get(as_line(place), place) for place in self.cleaned_data["places"]]

    def decided(self) -> dict[str, Any]:
        """The columns that the person set, with their values."""
        names = set(self.changed_data) - {"read_version"}
        return {name: self.cleaned_data[name] for name in sorted(names) if name in self.cleaned_data}
