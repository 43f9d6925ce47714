"""What others wrote is served as they released it."""

from __future__ import annotations

import hashlib

from django.conf import settings

VENDOR = settings.BASE_DIR / "vendor"


def test_every_vendored_file_is_the_released_one():
    sums = dict(reversed(line.split("  ")) for line in (VENDOR / "SHA256SUMS").read_text().splitlines())
    files = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.parent != VENDOR
    }

    assert files == sums
    named = (VENDOR / "README.md").read_text()
    for folder in {name.split("/")[0] for name in files}:
        assert list((VENDOR / folder).glob("LICENSE*")), f"{folder} has no licence"
        assert f"| `{folder}/` |" in named
