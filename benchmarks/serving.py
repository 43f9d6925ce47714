"""Dateline as it is served in earnest: gunicorn, production settings, no limit of requests."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

from benchmarks.crash import ROOT

KEY = "only for measurements: this key signs nothing that anybody keeps"


@contextlib.contextmanager
def serving(url: str, module: str = "config.wsgi") -> Iterator[str]:
    """The address of a service that reads the database of the URL."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    site = f"http://127.0.0.1:{port}"
    settings = {"DATABASE_URL": url, "DEBUG": "false", "SITE_URL": site, "RATE_LIMIT": "0", "SECRET_KEY": KEY}
    # Addresses of any length come through, for us to refuse.
    command = [
        sys.executable, "-m", "gunicorn", module, "--worker-class=config.workers.Threads", "--threads=8",
        f"--bind=127.0.0.1:{port}", "--log-level=critical", "--limit-request-line=0",
    ]  # fmt: skip
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **settings}, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{site}/healthz", timeout=1)
                break
            time.sleep(0.1)
        yield site
    finally:
        server.terminate()
        server.wait()
