"""The OpenAPI description says what stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import call_command
from django.test import Client

from api.urls import urlpatterns


@pytest.fixture(scope="module")
def schema() -> Any:
    """The schema as its readers get it."""
    response = Client().get("/api/v1/schema/")
    assert response.status_code == 200
    return yaml.safe_load(response.content)


def test_it_describes_every_address(schema: Any) -> None:
    paths = {f"/api/v1/{pattern.pattern}".replace("<int:", "{").replace(">", "}") for pattern in urlpatterns}
    undescribed = {"/api/v1/schema/", "/api/v1/docs/", "/api/v1/", "/api/v1/<path:rest}"}

    assert schema["openapi"].startswith("3.1")
    assert set(schema["paths"]) == paths - undescribed


def test_it_is_made_without_warnings() -> None:
    call_command("spectacular", "--fail-on-warn", "--validate", "--file", "/dev/null")


def test_it_describes_every_parameter_and_problem(schema: Any) -> None:
    listing = schema["paths"]["/api/v1/events/"]["get"]

    names = {parameter["name"] for parameter in listing["parameters"]}
    assert {"from", "to", "match", "open", "undated", "place", "cursor", "limit"} <= names
    assert all(parameter["description"] for parameter in listing["parameters"])
    assert "application/problem+json" in listing["responses"]["400"]["content"]


def test_the_schema_that_is_checked_in_is_the_one_that_is_served(settings: Any, tmp_path: Path) -> None:
    made = tmp_path / "openapi.yaml"
    call_command("spectacular", "--file", str(made))

    kept = Path(__file__).parents[2] / "docs" / "openapi.yaml"
    assert made.read_text() == kept.read_text(), "run: manage.py spectacular --file docs/openapi.yaml"
