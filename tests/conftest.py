"""What all tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from django.db import connection

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--no-default-browser-check",
]  # fmt: skip

# The same examples every day and on every machine, however slow; a failure can be repeated.
hypothesis.settings.register_profile("dateline", deadline=None, derandomize=True)
hypothesis.settings.load_profile("dateline")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """Test on a file, as in earnest: SQLite in memory knows no WAL and locks otherwise. Each process has its own."""
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


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium, once for all tests: its driver runs one loop in this thread, and a second would be refused."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on the path")
    from playwright.sync_api import sync_playwright

    # Django refuses the database beside a running loop; nothing here is asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
