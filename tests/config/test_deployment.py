"""The container files, checked against published schemas: no engine is needed, and none runs them here."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest
import yaml
from django.conf import settings

ROOT = settings.BASE_DIR
SCHEMAS = files("check_jsonschema") / "builtin_schemas" / "vendor"


@pytest.mark.parametrize(
    ("path", "schema"),
    [("docker-compose.yml", "compose-spec.json"), (".github/workflows/ci.yml", "github-workflows.json")],
)
def test_it_keeps_to_its_schema(path, schema):
    document = yaml.safe_load((ROOT / path).read_text())
    # YAML 1.1 reads the key `on` as true.
    document = {"on" if key is True else key: value for key, value in document.items()}

    jsonschema.validate(document, json.loads((SCHEMAS / schema).read_text()))


@pytest.fixture(scope="module")
def services():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]


def test_the_database_is_migrated_once_before_the_web_starts(services):
    assert services["web"]["depends_on"]["migrate"]["condition"] == "service_completed_successfully"
    assert services["migrate"]["restart"] == "no"
    assert services["migrate"]["depends_on"]["database"]["condition"] == "service_healthy"


def test_what_keeps_running_has_a_health_check(services):
    assert [name for name, service in services.items() if "healthcheck" not in service] == ["migrate"]


def test_our_own_containers_do_not_run_as_root(services):
    for name in ("web", "migrate"):
        assert services[name]["user"].split(":")[0] != "0"
    assert "USER dateline" in (ROOT / "Dockerfile").read_text()


def test_data_stands_in_a_named_volume(services):
    assert services["database"]["volumes"] == ["database:/var/lib/postgresql/data"]
