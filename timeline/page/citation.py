"""How to cite a record: its address, its version and its date, as text and as BibTeX."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

#: What BibTeX takes for its own, as it must be written to stand for itself.
ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


class Citation(NamedTuple):
    """The address that stays, and the two forms."""

    url: str
    plain: str
    bibtex: str


def cite(record: Mapping[str, Any], url: str, site: str) -> Citation:
    """The citation of a public document that stands at `url`; `site` names the timeline."""
    day, version = record["updated"][:10], record["version"]
    title = " ".join(record["title"].split())
    plain = f"“{title}”. {site}, {record['kind']} {record['id'].split('-')[1]}, version {version}, {day}. {url}"
    fields = {
        "title": f"{{{_escaped(title)}}}",
        "howpublished": rf"\url{{{url}}}",
        "publisher": _escaped(site),
        "year": day[:4],
        "note": f"Version {version}, {day}",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return Citation(url, plain, f"@misc{{dateline-{record['id']}-v{version},\n{lines}\n}}")


def _escaped(text: str) -> str:
    return re.sub(r"[\\{}$&#%_~^]", lambda match: ESCAPES[match[0]], text)
