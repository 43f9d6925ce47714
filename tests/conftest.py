"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest
from django.db import connection

# The same examples every day and on every machine, however slow; a failure can be repeated.
hypothesis.settings.register_profile("dateline", deadline=None, derandomize=True)
hypothesis.settings.load_profile("dateline")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Test on a file, as in earnest: SQLite in memory knows no WAL and locks otherwise."""
    if connection.vendor == "sqlite":
        name = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
        connection.settings_dict["TEST"]["NAME"] = name


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference data: seeds and public corpora."""
    folder = os.environ.get("DATELINE_SHARED", "")
    if not folder:
        pytest.skip("DATELINE_SHARED does not name the reference data")
    return Path(folder)


@pytest.fixture
def curator(django_user_model):
    """Somebody who decides."""
    return django_user_model.objects.create_user("curator")
