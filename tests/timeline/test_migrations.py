"""What a migration does to data that it does not expect."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from tests.timeline.records import make_source
from timeline.models import Source


@pytest.mark.django_db
def test_articles_that_share_an_address_stop_it_and_are_named() -> None:
    refuse = import_module("timeline.migrations.0004_source_url_once").refuse_doubles
    first, second, _ = make_source(), make_source(), make_source(url="")
    editor = SimpleNamespace(connection=connection)
    make_source(url="")
    refuse(apps, editor)
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX source_url_once")
    Source.objects.filter(pk=second.pk).update(url=first.url)

    with pytest.raises(ValueError, match=f"The articles {first.pk}, {second.pk} have one address, {first.url}: take"):
        refuse(apps, editor)
