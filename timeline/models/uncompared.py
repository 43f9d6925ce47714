"""Uncompared: work that an import leaves until its articles are all there."""

from __future__ import annotations

from django.db import models

from timeline.models.source import Source


class Uncompared(models.Model):
    """A source not yet compared with the others. Written with the source, so that a crash forgets none."""

    source = models.OneToOneField(
        Source, on_delete=models.CASCADE, primary_key=True, related_name="+", help_text="The source."
    )

    class Meta:
        verbose_name_plural = "uncompared"

    def __str__(self) -> str:
        return f"source {self.source_id}"
