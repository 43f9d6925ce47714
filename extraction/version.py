"""Which extractor this is: a number for people, and a digest of its rules, which no change can forget to raise."""

from __future__ import annotations

import hashlib
from pathlib import Path

NUMBER = "0.2"
#: Hexadecimal digits of the digest: enough to tell the states of one code base apart.
DIGITS = 8


def version(folder: Path = Path(__file__).parent) -> str:
    """The number, "+", and the digest of the sources in `folder`: `0.2+1f0c3d5a`, on every machine the same."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py"), key=lambda path: path.relative_to(folder).as_posix()):
        # Read as text, so that line endings of a checkout do not count.
        digest.update(f"{path.relative_to(folder).as_posix()}\0{path.read_text('utf-8')}\0".encode())
    return f"{NUMBER}+{digest.hexdigest()[:DIGITS]}"


#: Recorded with every import, so that a change of rules can be told from a change of texts.
VERSION = version()
