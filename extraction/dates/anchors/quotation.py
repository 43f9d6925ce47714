"""Quotations as anchors: inside them, "yesterday" is counted from the day of the speech."""

from __future__ import annotations

from extraction.dates.patterns import BREAK, Scan


def quoted(scan: Scan) -> list[tuple[int, int]]:
    """Spans of quotations in tokens. One that is not closed ends with its paragraph, so that nothing is lost."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    kinds, tokens = scan.kinds, scan.tokens
    for index, kind in enumerate(kinds):
        if kind == BREAK:
            if opened is not None:
                found.append((opened, index))
            opened = None
        elif kind == '"' or (kind in "`'" and kinds[index + 1 : index + 2] == kind):
            closing = tokens[index] in ("”", "'") or (kind == '"' and tokens[index] == '"')
            if opened is None:
                if tokens[index] in ('"', "“", "`"):
                    opened = index
            elif closing:
                found.append((opened, index))
                opened = None
    if opened is not None:
        found.append((opened, len(tokens)))
    return found
