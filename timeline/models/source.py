"""Source: an article as one publisher printed it."""

from __future__ import annotations

import hashlib
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from extraction.articles.urls import normalise_url
from timeline.models.dates import Dated, date_constraints
from timeline.models.record import Record


def read_from(url: str) -> str:
    """The identity of an article that is read from an address in its normal form."""
    return f"url:{hashlib.sha256(url.encode()).hexdigest()}"


class Source(Dated, Record):
    """An article. Its text is what every offset of every record counts from."""

    KIND: ClassVar[str] = "source"

    identity = models.CharField(
        max_length=80,
        editable=False,
        help_text="What makes it the same article when it is read again: its URL; else the publisher's own number; "
        "else the publisher and the text.",
    )
    publisher = models.CharField(max_length=200, blank=True, help_text="Who printed it.")
    title = models.CharField(max_length=500, blank=True, help_text="Its headline.")
    url = models.URLField(
        "URL", max_length=2000, blank=True, help_text="Where it stands, in its normal form (http or https)."
    )
    record_id = models.CharField(
        "publisher's number", max_length=200, blank=True, help_text="Its number at the publisher."
    )
    language = models.CharField(max_length=35, blank=True, help_text="The language as a BCP 47 tag, such as en or ar.")
    dateline = models.CharField(max_length=200, blank=True, help_text="The place that its dateline names.")
    agency = models.CharField(
        max_length=100, blank=True, help_text="The news agency that it credits for its text, where it is a wire copy."
    )
    copy_of = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="copies",
        help_text="The article whose text this one carries; the two count as one independent source.",
    )
    text = models.TextField(help_text="The cleaned text. It is never public beyond the evidence.")
    sha256 = models.CharField("SHA-256", max_length=64, editable=False, help_text="SHA-256 of the cleaned text (hex).")
    fingerprint = models.CharField(
        max_length=64, editable=False, help_text="SHA-256 of all that was read, to tell a changed article (hex)."
    )
    read_as = models.CharField(max_length=20, blank=True, editable=False, help_text="The format that it was read from.")
    origin = models.CharField(
        max_length=500, blank=True, editable=False, help_text="The file and record that it came from."
    )
    erased = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="When something of it was erased on demand (UTC): from then on no import reads it again.",
    )
    retrieved = models.DateTimeField(default=timezone.now, editable=False, help_text="When it was first read (UTC).")

    class Meta:
        ordering: ClassVar[list[str]] = []
        indexes = [
            models.Index(fields=["publisher", "id"], name="source_publisher"),
            models.Index(fields=["earliest", "id"], name="source_earliest"),
            models.Index(fields=["sha256"], name="source_sha256"),
        ]
        permissions = [
            ("date_source", "Can give an article its publication date"),
            ("erase_source", "Can erase an article's text"),
        ]
        constraints = [
            *date_constraints("source"),
            models.UniqueConstraint(
                fields=["identity"],
                name="source_identity_once",
                violation_error_message="This article is already here.",
            ),
            # Of two that say they stand at one address the next import could not tell which one to change. In its
            # normal form an address is ASCII, and fits an index of PostgreSQL whole.
            models.UniqueConstraint(
                fields=["url"],
                condition=Q(url__gt=""),
                name="source_url_once",
                violation_error_message="Another article has this address.",
            ),
            models.CheckConstraint(
                name="source_url_is_web",
                condition=Q(url="") | Q(url__startswith="http://") | Q(url__startswith="https://"),
                violation_error_message="The URL must begin with http:// or https://.",
            ),
            models.CheckConstraint(
                name="source_has_text",
                condition=~Q(text=""),
                violation_error_message="An article needs a text.",
            ),
            models.CheckConstraint(
                name="source_not_copy_of_itself",
                condition=Q(copy_of__isnull=True) | ~Q(copy_of=models.F("id")),
                violation_error_message="An article is not a copy of itself.",
            ),
        ]

    @classmethod
    def at(cls, url: str) -> models.QuerySet[Source]:
        """What an address in its normal form leads to: the article that stands there, and the one read from there.

        A curator may give an article another address. It is known by both from then on: its feed goes on
        delivering it under the old one.
        """
        return cls._default_manager.filter(Q(url=url, url__gt="") | Q(identity=read_from(url)))

    def clean(self) -> None:
        """The address in its normal form, no other article's; the first of several copies. Raises ValidationError."""
        super().clean()
        # Of a copy's copy both carry the first: what readers count as one source goes by one number.
        first = self.copy_of.copy_of or self.copy_of if self.copy_of else None
        if self.pk and self.pk == self.copy_of_id:
            raise ValidationError({"copy_of": "An article is not a copy of itself."})
        if first is not None and first.pk == self.pk:
            raise ValidationError({"copy_of": "That article is said to carry this one's text: change that first."})
        self.copy_of = first
        if not self.url:
            return
        try:
            self.url = normalise_url(self.url)
        except ValueError as error:
            raise ValidationError({"url": str(error)}) from None
        other = type(self).at(self.url).exclude(pk=self.pk).first()
        # One that stands there already may keep its address, whatever else of it is edited.
        if other is not None and not type(self)._default_manager.filter(pk=self.pk, url=self.url).exists():
            raise ValidationError({"url": f"Article {other.pk} has this address already."})

    def __str__(self) -> str:
        return self.title or self.url or f"{self.publisher or 'Article'} {self.pk or ''}".strip()
