"""Articles to import, and a stand-in for the extractor where a test is about what is done with its findings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TEXT = (
    "The bridge at Norvik was closed on 4 March 2021 after a storm.\n\n"
    "“The bridge will open again in May,” Mayor Ida Holm said.\n\n"
    "It had been damaged in 2017."
)


def write_lines(path: Path, *records: dict[str, Any]) -> Path:
    """A file of JSON lines."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def record(number: int = 1, **fields: Any) -> dict[str, Any]:
    """An article as a line of JSON."""
    return {
        "url": f"https://paper.example/{number}",
        "title": f"Storm closes bridge {number}",
        "text": TEXT,
        "published": "2021-03-05",
        "publisher": "The Paper",
        **fields,
    }
