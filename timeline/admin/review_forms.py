"""The few fields that a curator puts right while reviewing."""

from __future__ import annotations

from typing import Any

from django import forms

from timeline import ledger
from timeline.admin.forms import RecordForm, list_field
from timeline.importing.rows import new_speaker, speaker_key
from timeline.models import Action, Event, Speaker, Statement


class StatementReview(RecordForm):
    """Who said it, as what, and when."""

    speaker_name = forms.CharField(
        label="Speaker",
        required=False,
        max_length=200,
        help_text="A name that is known, or a new one. Empty where the source names nobody.",
        widget=forms.TextInput(attrs={"list": "speakers", "autocomplete": "off"}),
    )

    class Meta:
        model = Statement
        fields = ("role", "organisation", "speech", "edtf")

    field_order = ("speaker_name", "role", "organisation", "speech", "edtf", "read_version")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speaker = self.instance.speaker
        self.fields["speaker_name"].initial = speaker.name if speaker else ""

    def decided(self) -> dict[str, Any]:
        """The columns that the person set; a speaker's name is none."""
        fields = super().decided()
        fields.pop("speaker_name", None)
        return fields

    def speaker(self, author: ledger.Author) -> Speaker | None:
        """The speaker of the name, made where there is none yet."""
        name = " ".join(self.cleaned_data["speaker_name"].split())
        key = speaker_key(name)
        if not key:
            return None
        found = Speaker.objects.filter(key=key).select_related("merged_into").first()
        if found is None:
            found = new_speaker(name, "")
            ledger.write([ledger.Change(found, Action.CREATED)], author)
        return found.merged_into or found


class EventReview(RecordForm):
    """What happened, where, and when."""

    class Meta:
        model = Event
        fields = ("title", "edtf", "occurrence", "background", "places", "actors", "tags")

    field_order = (*Meta.fields, "read_version")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("places", "actors", "tags"):
            field = list_field(Event._meta.get_field(name))
            assert field is not None
            self.fields[name] = field


def review_form(record: Statement | Event, data: Any = None) -> RecordForm:
    """The form of a record of the queue."""
    kind = StatementReview if isinstance(record, Statement) else EventReview
    return kind(data, instance=record, prefix="edit")


def save(form: RecordForm, author: ledger.Author) -> Statement | Event:
    """Write what the form decided through the ledger; returns the record. Raises Conflict, ValidationError."""
    model: Any = type(form.instance)
    rows = model.objects.select_related("source", "speaker") if model is Statement else model.objects
    record = rows.get(pk=form.instance.pk)
    record.version = form.cleaned_data["read_version"]
    fields = form.decided()
    if isinstance(form, StatementReview) and "speaker_name" in form.changed_data:
        fields["speaker"] = form.speaker(author)
    ledger.edit(record, fields, author)
    return record


__all__ = ["EventReview", "StatementReview", "review_form", "save"]
