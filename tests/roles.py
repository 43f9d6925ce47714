"""The tables of docs/roles.md."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings


def table(first: str) -> tuple[list[str], dict[str, list[bool]]]:
    """The table whose first column has this heading: the other headings, and for each row whether it says yes."""
    lines = (Path(settings.BASE_DIR) / "docs" / "roles.md").read_text().splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(f"| {first} |"))
    rows = []
    for line in lines[at:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("| ").split("|")])
    heading, _, *rest = rows
    return heading[1:], {row[0]: [cell == "yes" for cell in row[1:]] for row in rest}
