"""Names as they are compared: without case, accents, marks and runs of spaces."""

from __future__ import annotations

import unicodedata


def folded(name: str) -> str:
    """The name's key: two spellings with the same key are the same name.

    >>> folded("Al‑Ḥasan  ‘Umar’")
    'al hasan umar'
    """
    plain = unicodedata.normalize("NFKD", name)
    letters = (
        " " if unicodedata.category(c)[0] in "PZSC" and c not in "'’‘ʼʻ`´" else c
        for c in plain
        if not unicodedata.combining(c) and c not in "'’‘ʼʻ`´"
    )
    return " ".join("".join(letters).casefold().split())
