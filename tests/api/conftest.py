"""What the tests of the API share."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def unlimited(settings: Any) -> None:
    """A fast machine asks more in a minute than a client may; the tests of the limit set their own."""
    settings.RATE_LIMIT = 0
