"""The direction between packages (extraction, timeline, api, config), and calls that are not made in them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("extraction", "timeline", "api", "config")
NETWORK = {"socket", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "aiohttp", "ftplib"}
# What a package must not import: what stands above it, and for the extraction what makes it impure.
FORBIDDEN = {
    "extraction": {"django", "rest_framework", "timeline", "api", "config", "random", "secrets", *NETWORK},
    "timeline": {"api"},
}
# Calls that are not made, and why.
BANNED = {
    r"\bhtml\.parser\b|\bfrom html import parser\b": "quadratic in hostile input on Python 3.11; lxml reads HTML",
    r"\bmark_safe\(|\bSafeString\(|\|safe\b": "markup is made by templates, which escape",
    r"\.extra\(|\bRawSQL\(": "SQL is made by querysets",
    r"(?<![\w.])(?:eval|exec)\(": "nothing that is read is run",
    r"\b(?:pickle|marshal|shelve)\b": "reading these runs what they say",
    r"\byaml\.(?:load|unsafe_load)\(": "reading this runs what it says; safe_load does not",
    r"\.(?:filter|exclude|get)\(\*\*\s*(?:self\.)?request": "a parameter must not choose the lookup",
    r"__i?regex\b": "a pattern of a stranger can take for ever",
    r"\bshell=True\b|\bos\.system\(": "no shell is needed",
}
# In the extraction, which gives the same answer on every day.
CLOCKS = r"\b(?:datetime|date|dt)(?:\.\w+)?\.(?:now|today|utcnow)\(|\btime\.(?:time|localtime|gmtime|ctime)\("
# Where one of these stands for a reason: (file, pattern) and the reason.
EXPLAINED: dict[tuple[str, str], str] = {}


def sources(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imports(source: str, package: tuple[str, ...] = ()) -> Iterator[str]:
    """The modules and names that a source imports, wherever it does so; `package` is the one that it stands in."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def wrong_imports(package: str, forbidden: set[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources(package)
        for name in imports(path.read_text(encoding="utf-8"), path.relative_to(ROOT).parent.parts)
        if any(name == module or name.startswith(f"{module}.") for module in forbidden)
    ]


@pytest.mark.parametrize(
    ("source", "package", "expected"),
    [
        ("import timeline as t", (), ["timeline"]),
        ("def f():\n    from django import db", (), ["django.db"]),
        ("from . import a", ("timeline", "query"), ["timeline.query.a"]),
        ("from ..models import A", ("timeline", "query"), ["timeline.models.A"]),
        ("text = 'import api'", (), []),
    ],
)
def test_it_sees_imports_wherever_they_stand(source, package, expected):
    assert list(imports(source, package)) == expected


@pytest.mark.parametrize("package", FORBIDDEN)
def test_a_package_imports_nothing_that_stands_above_it(package):
    assert sources(package), f"{package} has no sources: is the test in its place?"
    assert wrong_imports(package, FORBIDDEN[package]) == []


@pytest.mark.parametrize("pattern", BANNED, ids=BANNED.values())
def test_calls_that_are_dangerous_are_not_made(pattern):
    found = {
        (str(path.relative_to(ROOT)), pattern)
        for package in PACKAGES
        for path in [*sources(package), *(ROOT / package).rglob("templates/**/*.html")]
        if re.search(pattern, path.read_text(encoding="utf-8"))
    }

    assert found - EXPLAINED.keys() == set(), BANNED[pattern]


def test_the_extraction_never_asks_the_clock():
    found = [
        str(path.relative_to(ROOT))
        for path in sources("extraction")
        if re.search(CLOCKS, path.read_text(encoding="utf-8"))
    ]

    assert found == []
