"""docs/api.md names everything that can be asked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from timeline.query.declared import FORMATS, ORDERS, PARAMETERS
from timeline.query.histogram import PARAMETERS as HISTOGRAM

DOCS = Path(__file__).parents[2] / "docs" / "api.md"
NAMES = {parameter.name for declared in (*PARAMETERS.values(), HISTOGRAM) for parameter in declared}


@pytest.mark.parametrize("name", sorted({*NAMES, *FORMATS, *ORDERS}))
def test_it_is_documented(name: str) -> None:
    prose = re.sub(r"```.*?```", "", DOCS.read_text(encoding="utf-8"), flags=re.S)
    code = re.findall(r"`([^`]+)`", prose)

    assert any(re.match(rf"{re.escape(name)}\b", words) for words in code)


def test_the_client_that_it_shows_is_short() -> None:
    client = re.search(r"```python\n(import time.*?)```", DOCS.read_text(encoding="utf-8"), re.S)

    assert client
    assert len(client[1].splitlines()) <= 24


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_page_to_try_the_api_on_needs_no_script_within_itself(chromium: Any, live_server: Any) -> None:
    page = chromium.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)

    page.goto(f"{live_server.url}/api/v1/docs/")

    page.locator(".opblock-summary-path", has_text="histogram").wait_for()
    page.close()
    assert refused == []
