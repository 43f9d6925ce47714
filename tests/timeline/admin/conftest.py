"""People at the desk."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client


@pytest.fixture
def boss(db: None) -> User:
    """Somebody who may do everything."""
    return User.objects.create_superuser("boss", password="a long password")


@pytest.fixture
def desk(boss: User) -> Client:
    """The admin, signed in as the boss."""
    client = Client()
    client.force_login(boss)
    return client


@pytest.fixture(autouse=True)
def _plain_static_files(settings) -> None:
    """Pages name their files as they are: nothing is collected for a test."""
    storage = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": storage}}
