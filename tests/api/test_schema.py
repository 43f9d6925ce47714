"""The OpenAPI description says what stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import call_command
from django.test import Client
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

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


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        ("", "*/*", "application/vnd.oai.openapi; charset=utf-8"),
        ("?format=json", "*/*", "application/json"),
        ("?format=yaml", "application/json", "application/vnd.oai.openapi; charset=utf-8"),
        ("", "application/json", "application/json"),
        ("", "application/yaml", "application/yaml; charset=utf-8"),
        ("", "application/json;q=0, */*;q=0.5", "application/vnd.oai.openapi; charset=utf-8"),
        ("", "application/yaml;q=0.2, application/json;q=0.5", "application/json"),
    ],
)
def test_it_is_yaml_or_json(schema: Any, query: str, accept: str, kind: str) -> None:
    response = Client().get(f"/api/v1/schema/{query}", headers={"Accept": accept})

    assert (response.status_code, response["Content-Type"]) == (200, kind)
    assert yaml.load(response.content, Loader=yaml.CSafeLoader) == schema


@pytest.mark.django_db
def test_it_is_made_once_counted_and_told_anew_only_when_it_changes(settings: Any, monkeypatch: Any) -> None:
    settings.RATE_LIMIT = 1000
    given = Client().get("/api/v1/schema/")
    monkeypatch.setattr("api.docs.SchemaGenerator", None)
    again = Client().get("/api/v1/schema/", headers={"If-None-Match": given["ETag"]})

    assert (again.status_code, again["ETag"], again.content) == (304, given["ETag"], b"")
    assert Client().get("/api/v1/schema/").content == given.content
    assert "RateLimit" in given


@pytest.mark.parametrize(("query", "accept", "status"), [("?format=xml", "*/*", 400), ("?x=1", "*/*", 400),
                                                         ("", "text/csv", 406), ("", "*/*;q=0", 406)])  # fmt: skip
def test_it_refuses_other_formats_and_names_its_own(query: str, accept: str, status: int) -> None:
    response = Client().get(f"/api/v1/schema/{query}", headers={"Accept": accept})

    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    assert "json" in response.content.decode().partition("detail")[2] or "format" in response.content.decode()


def test_it_is_made_without_warnings() -> None:
    call_command("spectacular", "--fail-on-warn", "--validate", "--file", "/dev/null")


def test_it_describes_every_parameter_and_problem(schema: Any) -> None:
    listing = schema["paths"]["/api/v1/events/"]["get"]

    names = {parameter["name"] for parameter in listing["parameters"]}
    assert {"from", "to", "match", "open", "undated", "place", "cursor", "limit"} <= names
    assert all(parameter["description"] for parameter in listing["parameters"])
    assert "application/problem+json" in listing["responses"]["400"]["content"]


def test_it_is_openapi_3_1(schema: Any) -> None:
    validate(schema, cls=OpenAPIV31SpecValidator)


def test_nothing_in_it_is_left_without_words_and_examples(schema: Any) -> None:
    undescribed = [
        f"{method} {path}: {parameter['name']}"
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
        for parameter in operation.get("parameters", [])
        if not parameter.get("description")
    ]
    undescribed += [
        f"{name}.{field}"
        for name, component in schema["components"]["schemas"].items()
        for field, found in component.get("properties", {}).items()
        if not (found.get("description") or "$ref" in found or "enum" in found)
    ]

    assert undescribed == []
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            assert {"400", "429", "503"} <= operation["responses"].keys() or method == "post", (path, method)
            for media in operation.get("requestBody", {}).get("content", {}).values():
                assert media.get("examples"), f"{method} {path} shows no body"
            assert "ETag" in operation["responses"].get("200", {}).get("headers", {"ETag": ""}), (path, method)


def test_every_answer_has_an_example_that_looks_as_described(schema: Any) -> None:
    checked = 0
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            for status, response in operation["responses"].items():
                for media_type, media in response.get("content", {}).items():
                    assert media.get("examples"), f"{method} {path} {status} {media_type} shows nothing"
                    for name, example in media["examples"].items():
                        if not isinstance(example["value"], str):
                            # The whole record or page, where a part of it would do as well.
                            shapes = media["schema"].get("anyOf", [media["schema"]])
                            shape = shapes[0] if name in ("json", "answer") else media["schema"]
                            Draft202012Validator({**shape, "components": schema["components"]}).validate(
                                example["value"]
                            )
                            checked += 1
    assert checked > 100


def test_whatever_meets_what_was_erased_says_so(schema: Any) -> None:
    told = {
        (method, path.removeprefix("/api/v1/"))
        for path, operations in schema["paths"].items()
        for method, operation in operations.items()
        if "410" in operation["responses"]
    }

    kinds = ("events", "statements", "sources", "speakers")
    decisions = {("post", f"{kind}/{{number}}/{deed}/") for kind in kinds[:2] for deed in ("approve", "reject")}
    edits = {("patch", f"{kind}/{{number}}/") for kind in kinds[:3]}
    assert told >= decisions | edits | {("get", f"{kind}/{{number}}/") for kind in kinds} | {("post", "sources/")}


def test_each_format_of_a_list_has_its_shape(schema: Any) -> None:
    content = schema["paths"]["/api/v1/timeline/"]["get"]["responses"]["200"]["content"]

    assert set(content) == {
        "application/json", "application/x-ndjson", "text/csv; charset=utf-8", "application/geo+json",
        "text/calendar; charset=utf-8", "application/atom+xml", "application/feed+json",
    }  # fmt: skip
    shapes = [
        shape.get("$ref", shape.get("items", {}).get("$ref", ""))
        for shape in content["application/json"]["schema"]["anyOf"]
    ]
    named = {shape.rpartition("/")[2] for shape in shapes}
    assert {"TimelinePage", "PartialTimelinePage", "TimelineJS", "VisItem", "GrafanaPage"} <= named


def test_the_schema_that_is_checked_in_is_the_one_that_is_served(settings: Any, tmp_path: Path) -> None:
    made = tmp_path / "openapi.yaml"
    call_command("spectacular", "--file", str(made))

    kept = Path(__file__).parents[2] / "docs" / "openapi.yaml"
    assert made.read_text() == kept.read_text(), "run: manage.py spectacular --file docs/openapi.yaml"
