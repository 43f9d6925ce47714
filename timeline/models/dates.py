"""A date as a record keeps it: the notation, the days that it covers, the words and the rule."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from extraction import edtf
from extraction.types import DateValue

#: Stand for an open bound, so that order and indexes hold on every database; readers see null.
ONE_DAY = dt.timedelta(days=1)
OPEN_START, OPEN_END = edtf.FIRST_DAY - ONE_DAY, edtf.LAST_DAY + ONE_DAY
#: The rule of a date that a person has given.
GIVEN = "given by a curator"


def check_edtf(value: str) -> None:
    """A validator: the text is in the EDTF subset, and means no day that stands for an open bound.

    Raises ValidationError.
    """
    try:
        edtf.given(value)
    except edtf.EdtfError as error:
        raise ValidationError(str(error), code="edtf") from None


class Precision(models.TextChoices):
    """How finely a date is known."""

    DAY = "day", "day"
    MONTH = "month", "month"
    PART_OF_MONTH = "part-of-month", "part of a month"
    QUARTER = "quarter", "quarter"
    SEASON = "season", "season"
    YEAR = "year", "year"
    PART_OF_YEAR = "part-of-year", "part of a year"
    DECADE = "decade", "decade"
    CENTURY = "century", "century"
    INTERVAL = "interval", "from one date to another"
    OPEN = "open", "only before or after a date"


class Dated(models.Model):
    """A record with a date, or none: the bounds are both there or both missing."""

    edtf = models.CharField(
        "date",
        max_length=64,
        blank=True,
        validators=[check_edtf],
        help_text="The date in EDTF (ISO 8601-2:2019), such as 2019-12-23, 2017-12, 2017, 2019-36 or 2014/2017. "
        "Empty where the record is undated.",
    )
    earliest = models.DateField(
        null=True, blank=True, help_text="The first day that the date may mean. 0001-01-01 stands for an open start."
    )
    latest = models.DateField(
        null=True, blank=True, help_text="The last day that the date may mean. 9998-12-31 stands for an open end."
    )
    precision = models.CharField(
        max_length=16, blank=True, choices=Precision.choices, help_text="How finely the date is known."
    )
    date_text = models.CharField(
        "date in the text", max_length=500, blank=True, help_text="The words of the article that give the date."
    )
    anchor = models.CharField(
        max_length=100,
        blank=True,
        help_text="What a relative date was counted from: the publication date or an earlier date in the text.",
    )
    rule = models.CharField(max_length=100, blank=True, help_text="The name of the rule that found the date.")
    readings = models.JSONField(
        "other readings",
        default=list,
        blank=True,
        help_text="The EDTF readings of an ambiguous date such as 07-08-2024, until somebody chooses.",
    )

    class Meta:
        abstract = True

    def set_date(self, date: DateValue | None, *, text: str = "", anchor: str = "", rule: str = "") -> None:
        """Give the record a date and say where it came from; None makes it undated."""
        for name, value in date_fields(date).items():
            setattr(self, name, value)
        self.date_text, self.anchor, self.rule = text[:500], anchor[:100], rule[:100]

    @property
    def date(self) -> DateValue | None:
        """The date with open bounds as None; None where the record is undated."""
        if self.earliest is None or self.latest is None:
            return None
        return DateValue(self.edtf, opened(self.earliest), opened(self.latest), self.precision)  # type: ignore[arg-type]

    def clean(self) -> None:
        """Derive the bounds of a date that a person typed. Raises ValidationError."""
        super().clean()
        if not self.edtf:
            self.set_date(None, text=self.date_text)
        elif self.earliest is None or self.latest is None or not self.precision:
            check_edtf(self.edtf)
            for name, value in date_fields(edtf.parse(self.edtf)).items():
                setattr(self, name, value)


def opened(day: dt.date) -> dt.date | None:
    """A stored bound as readers see it: None where it is open."""
    return None if day in (OPEN_START, OPEN_END) else day


def date_fields(date: DateValue | None) -> dict[str, Any]:
    """The columns of a date."""
    if date is None:
        return {"edtf": "", "earliest": None, "latest": None, "precision": ""}
    return {
        "edtf": date.edtf,
        "earliest": date.earliest or OPEN_START,
        "latest": date.latest or OPEN_END,
        "precision": date.precision,
    }


def given_date(text: str) -> dict[str, Any]:
    """The columns of a date that a person gives, as EDTF; empty takes the date away. Raises ValidationError."""
    if not text:
        return {**date_fields(None), "date_text": "", "anchor": "", "rule": "", "readings": []}
    check_edtf(text)
    return {**date_fields(edtf.parse(text)), "date_text": "", "anchor": "", "rule": GIVEN, "readings": []}


def date_constraints(record: str) -> list[models.BaseConstraint]:
    """What must hold for the date of every record, with a sentence for people."""
    dated = Q(earliest__isnull=False, latest__isnull=False) & ~Q(edtf="") & ~Q(precision="")
    undated = Q(earliest__isnull=True, latest__isnull=True, edtf="", precision="")
    return [
        models.CheckConstraint(
            name=f"{record}_date_whole",
            condition=dated | undated,
            violation_error_message="A date needs its EDTF, its bounds and its precision; an undated record has none.",
        ),
        models.CheckConstraint(
            name=f"{record}_date_in_order",
            condition=Q(earliest__isnull=True) | Q(earliest__lte=models.F("latest")),
            violation_error_message="The earliest day must not lie after the latest.",
        ),
        models.CheckConstraint(
            name=f"{record}_date_in_calendar",
            condition=Q(earliest__isnull=True) | Q(earliest__gte=OPEN_START, latest__lte=OPEN_END),
            violation_error_message="Dates run from the year 1 to the year 9998.",
        ),
    ]
