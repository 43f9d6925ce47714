"""Python's search for cycles, paused while much is built that has none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_cycles() -> Iterator[None]:
    """Nothing made within refers back to itself, so that counting references frees it all.

    The search visits everything again each time that what was made has grown by a quarter: a tenth of the time of
    matching 100,000 mentions, and of a few next to none.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
