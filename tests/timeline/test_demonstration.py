"""The demonstration as `make demo` prepares it."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from timeline import models

pytestmark = pytest.mark.django_db


def test_each_year_has_published_events_and_statements_and_doing_it_again_changes_nothing(capsys):
    call_command("demo", address="http://testserver")
    first, revisions = capsys.readouterr().out, models.Revision.objects.count()

    call_command("demo", address="http://testserver")

    published = models.Event.objects.filter(state="published", merged_into=None)
    years = [published.filter(earliest__year=year).count() for year in range(2019, 2025)]
    several = [event for event in published if event.mentions.values("source").distinct().count() > 1]
    assert "46 read: 46 created, 0 updated, 0 unchanged, 0 rejected" in first
    assert min(years) >= 2
    assert models.Statement.objects.filter(state="published").count() >= 40
    assert len(several) >= 3
    assert models.Revision.objects.count() == revisions
