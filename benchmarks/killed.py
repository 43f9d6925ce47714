"""Dateline, but of a request that asks for it the process dies between commit and reply: for `benchmarks.retries`."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable
from typing import Any

from config.wsgi import application as dateline


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """All is done and nothing is told, where the header says so."""
    answer: Iterable[bytes] = dateline(environ, start_response)
    if "HTTP_X_DIE_UNTOLD" in environ:
        os.kill(os.getpid(), signal.SIGKILL)
    return answer
