"""What schemathesis is told of our formats, and what we ask of refusals beyond its own checks."""

from __future__ import annotations

import json
from typing import Any

import schemathesis
from schemathesis import GenerationMode

#: Refusals that name no parameter: they are about the record, its version or the key, not about the request's words.
OF_THE_STATE = (401, 403, 404, 409, 412, 413, 414, 422, 428)


@schemathesis.deserializer("application/x-ndjson")
def lines(context: Any, response: Any) -> str:
    """Lines of JSON; a line that is none is an error."""
    text: str = response.content.decode()
    for line in text.splitlines():
        json.loads(line)
    return text


@schemathesis.hook
def filter_query(context: Any, query: Any) -> bool:
    """Nothing that an address cannot show to be wrong.

    An empty value is as if absent, whatever the parameter takes otherwise. And a list of one looks like what stands in
    it: `publisher=false` names the publisher "false", whether it was made as a word, a list or a boolean.
    """
    operation = context.operation
    declared = {found["name"]: found["schema"] for found in operation.definition.raw.get("parameters", ())}
    return not any(
        _empty(value) or _alike(value, "items" in declared.get(name, ())) for name, value in (query or {}).items()
    )


def _alike(value: Any, several: bool) -> bool:
    """Whether a value for a parameter of one, or of several, stands in an address as the other does."""
    if isinstance(value, list | tuple):
        return not several and len(value) == 1
    return several and not isinstance(value, dict)


def _empty(value: Any) -> bool:
    if isinstance(value, dict):
        # Of an object an address shows the names: one that is empty looks like no value.
        return not value or "" in value or any(map(_empty, value.values()))
    if isinstance(value, list | tuple):
        return not value or any(map(_empty, value))
    return value in ("", None)


@schemathesis.check
def names_what_it_refuses(context: Any, response: Any, case: Any) -> None:
    """A request that follows the description is refused only with the parameter or field that is at fault."""
    meta = case.meta
    if meta is None or meta.generation.mode is not GenerationMode.POSITIVE or response.status_code < 400:
        return
    if response.status_code in OF_THE_STATE:
        return
    problem = json.loads(response.content)
    faults = problem.get("errors", [])
    assert response.status_code == 400, f"a valid request is answered {response.status_code}: {problem}"
    assert faults, f"a valid request is refused without a reason: {problem}"
    for fault in faults:
        assert fault.get("parameter") or fault.get("pointer"), f"a refusal names nothing: {fault}"
        assert fault["code"] in ("invalid", "contradiction"), f"what the description knows is refused: {fault}"
