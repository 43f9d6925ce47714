"""Memory that is used for every answer is kept for the next."""

from __future__ import annotations

import ctypes

# Of malloc.h of the GNU C library.
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
#: Bytes at the top of the heap that a process keeps for itself, and from where on a block is its own mapping.
KEPT, LARGE = 32 << 20, 8 << 20


def keep_freed() -> None:
    """Do not hand a page's memory back to the system after each answer.

    A page is about as large as the blocks that the GNU C library maps anew each time by default: the faults
    of those maps cost several times what the copying does. Elsewhere nothing is done.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError, TypeError):
        return
    mallopt(M_MMAP_THRESHOLD, LARGE)
    mallopt(M_TRIM_THRESHOLD, KEPT)
