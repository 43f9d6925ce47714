"""Spreadsheets of records, out and in: shown as a difference first, written through the ledger."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from import_export.admin import ImportExportModelAdmin
from import_export.fields import Field
from import_export.formats.base_formats import CSV, XLSX
from import_export.resources import ModelResource
from import_export.widgets import Widget

from timeline import ledger
from timeline.importing.rows import speaker_key
from timeline.ledger.undoing import MODELS
from timeline.models import Action, Event, Source, Speaker, Statement
from timeline.models.dates import check_edtf

#: What a spreadsheet would take for a formula; the mark in front is taken off again when it comes back.
FORMULA = re.compile(r"'*[=+\-@\t\r]")
MARKED = re.compile(r"'+[=+\-@\t\r]")
#: An XLSX cell holds no control characters.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
DATE = ("edtf", "earliest", "latest", "precision")


class Cell(Widget):  # type: ignore[misc]
    """A column as text: lists as JSON, days as ISO 8601, formulas marked."""

    def __init__(self, column: models.Field[Any, Any]) -> None:
        super().__init__()
        self.column = column

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        """The value as a cell."""
        if value is None or value == "":
            return ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, list | dict):
            text = json.dumps(value, ensure_ascii=False)
        elif isinstance(value, dt.date):
            text = value.isoformat()
        else:
            text = str(value)
        text = CONTROL.sub(" ", text)
        return "'" + text if FORMULA.match(text) else text

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        """The cell as a value of the column. Raises ValueError with a sentence for people."""
        if isinstance(value, dt.datetime):
            value = value.date()
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        text = "" if value is None else str(value)
        if MARKED.match(text):
            text = text[1:]
        if isinstance(self.column, models.JSONField):
            return _listed(text)
        if isinstance(self.column, models.DateField):
            try:
                return dt.date.fromisoformat(text) if text.strip() else None
            except ValueError:
                raise ValueError(f"“{text}” must be a day such as 2019-12-23") from None
        if isinstance(self.column, models.BooleanField):
            if text.strip().casefold() not in ("yes", "no", "true", "false", "1", "0", ""):
                raise ValueError(f"“{text}” must be yes or no")
            return text.strip().casefold() in ("yes", "true", "1")
        if isinstance(self.column, models.ForeignKey | models.BigAutoField | models.PositiveIntegerField):
            if text.strip() and not re.fullmatch(r"[0-9]{1,18}", text.strip()):
                raise ValueError(f"“{text}” must be the number of a record")
            return int(text) if text.strip() else None
        return text.strip() if self.column.name in DATE else text


def _listed(text: str) -> list[Any]:
    if not text.strip():
        return []
    if not text.lstrip().startswith("["):
        return [line.strip() for line in text.splitlines() if line.strip()]
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError(f"“{text[:60]}” must be a list in JSON, or one a line") from None
    return list(found)


class Sheet(ModelResource):  # type: ignore[misc]
    """One kind of record as a table. Rows with a number change that record; rows without make a new one."""

    #: Columns that are there to be read; what stands in them coming back is not looked at.
    shown_only: tuple[str, ...] = ("version", "state", "created", "updated")
    editable: tuple[str, ...] = ()

    def __init__(self, author: ledger.Author | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.author = author or ledger.Author()

    @classmethod
    def of(cls, model: type[models.Model], editable: tuple[str, ...], shown: tuple[str, ...]) -> type[Sheet]:
        """The resource of a model."""
        names = ("id", *editable, *shown, *cls.shown_only) if hasattr(model, "state") else ("id", *editable, *shown)
        names = tuple(dict.fromkeys((*names, "version", "created", "updated")))
        body: dict[str, Any] = {
            name: Field(
                attribute=model._meta.get_field(name).attname,  # type: ignore[union-attr]
                column_name=name,
                widget=Cell(model._meta.get_field(name)),  # type: ignore[arg-type]
                readonly=name not in editable and name != "id",
                saves_null_values=True,
            )
            for name in names
        }
        meta = type("Meta", (), {"model": model, "fields": names, "skip_unchanged": True, "report_skipped": True})
        return type(f"{model.__name__}Sheet", (cls,), {**body, "Meta": meta, "editable": editable})

    def get_user_visible_fields(self) -> list[Field]:
        """The columns that an import looks at."""
        return [self.fields[name] for name in ("id", *self.editable)]

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """Refuse a table of something else, which would make a record of each row. Raises ValidationError."""
        if not {*self.fields} & {*(dataset.headers or ())}:
            raise ValidationError(f"The first row names none of these columns: {', '.join(self.editable)}.")

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        """Refuse a row of a record that somebody changed since it was exported. Raises ValidationError."""
        number, version = str(row.get("id") or "").strip(), str(row.get("version") or "").strip()
        if number.isdecimal() and version.isdecimal():
            now = self._meta.model._default_manager.filter(pk=int(number)).values_list("version", flat=True).first()
            if now is not None and now != int(version) and self._would_change(int(number), row):
                raise ValidationError("Somebody changed this record since it was exported: export it again.")

    def _would_change(self, number: int, row: Any) -> bool:
        record = self._meta.model._default_manager.get(pk=number)
        for name in self.editable:
            field = self.fields[name]
            if name in row and field.clean(row) != field.get_value(record):
                return True
        return False

    def get_instance(self, instance_loader: Any, row: Any) -> Any:
        """The record of a row. Raises ValidationError where the number is nobody's."""
        value = self.fields["id"].clean(row) if "id" in row else None
        if value is None:
            return None
        found = self._meta.model._default_manager.filter(pk=value).first()
        if found is None:
            raise ValidationError(f"There is no record {value}; leave the number empty to make a new one.")
        return found

    def do_instance_save(self, instance: Any, is_create: bool) -> None:
        """Write the row through the ledger. Raises ValidationError, Conflict."""
        try:
            if getattr(instance, "edtf", ""):
                check_edtf(instance.edtf)
        except ValidationError as error:
            raise ValidationError({"edtf": error.messages}) from None
        if is_create:
            self._create(instance)
            return
        manager = self._meta.model._default_manager
        record = manager.get(pk=instance.pk)
        if isinstance(record, Statement) and (record.text, record.source_id) != (instance.text, instance.source_id):
            raise ValidationError("The words of a statement are its article's: reject it and make another.")
        values = {}
        for name in self.editable:
            field = self._meta.model._meta.get_field(name)
            values[name if not isinstance(field, models.ForeignKey) else field.attname] = getattr(
                instance, field.attname
            )
        ledger.edit(record, values, self.author)

    def _create(self, instance: Any) -> None:
        if isinstance(instance, Source):
            raise ValidationError("Articles come in by import, which reads their text: `manage.py import_articles`.")
        if isinstance(instance, Speaker):
            instance.key = speaker_key(instance.name)
        if isinstance(instance, Statement):
            at = instance.source.text.find(instance.text)
            instance.spans = [[at, at + len(instance.text)]] if at >= 0 else []
        instance.held = sorted(name for name in self.editable if getattr(instance, name, None) not in (None, "", []))
        instance.full_clean(exclude=["source", "speaker"])
        ledger.write([ledger.Change(instance, Action.CREATED)], self.author)


SHEETS: dict[str, type[Sheet]] = {
    "source": Sheet.of(
        Source,
        ("publisher", "title", "url", "record_id", "language", "dateline", *DATE),
        ("date_text", "anchor", "rule", "agency", "copy_of", "sha256", "retrieved"),
    ),
    "speaker": Sheet.of(Speaker, ("name", "aliases", "organisation"), ("merged_into",)),
    "statement": Sheet.of(
        Statement,
        ("source", "speaker", "speaker_text", "role", "organisation", "speech", "text", "cue", "relayed_via", *DATE),
        ("date_text", "anchor", "rule", "basis", "spans"),
    ),
    "event": Sheet.of(
        Event,
        ("title", "summary", "occurrence", "background", "places", "actors", "tags", *DATE),
        ("date_text", "anchor", "rule", "basis", "merged_into"),
    ),
}


class SheetAdmin(ImportExportModelAdmin):  # type: ignore[misc]
    """Export and import buttons on the list of a record."""

    formats = (CSV, XLSX)
    import_formats = (CSV, XLSX)
    export_formats = (CSV, XLSX)
    skip_admin_log = True
    show_change_form_export = False
    import_template_name = "desk/sheet_import.html"
    import_export_change_list_template = "admin/import_export/change_list_import_export.html"

    def get_resource_classes(self, request: HttpRequest) -> list[type[Sheet]]:
        """The table of this record."""
        return [SHEETS[self.model.KIND]]

    def get_import_resource_kwargs(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Whoever imports is the author of every change."""
        return {"author": ledger.Author(user=request.user, reason="from a spreadsheet")}  # type: ignore[arg-type]

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Who may edit the records one by one may do so by spreadsheet."""
        return bool(request.user.has_perm(f"timeline.change_{self.model.KIND}"))

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Who may look at the records may take them along."""
        return bool(request.user.has_perm(f"timeline.view_{self.model.KIND}"))

    def get_export_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """What the list shows, in the order of the records' numbers."""
        found: QuerySet[Any] = super().get_export_queryset(request)
        return found.order_by("pk")


assert SHEETS.keys() == MODELS.keys()
