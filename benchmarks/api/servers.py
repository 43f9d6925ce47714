"""The servers side by side, each with two workers, under the settings of production."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from django.db import connection

from benchmarks.api.client import HOST

#: Kept connections are what readers and proxies use; a sync worker would close each.
GUNICORN = ("--workers", "2", "--threads", "2", "--log-level", "error")
#: What `config.memory` sets for Dateline; the others shall have no less.
MEMORY = {"MALLOC_TRIM_THRESHOLD_": str(32 << 20), "MALLOC_MMAP_THRESHOLD_": str(8 << 20)}


class Server(NamedTuple):
    """A server that runs: its process and port."""

    process: subprocess.Popen[bytes]
    port: int
    name: str

    def workers(self) -> list[str]:
        """The numbers of its processes."""
        return Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()

    def peak(self) -> int:
        """The most memory that one of its workers has held, in MB."""
        lines = [line for worker in self.workers() for line in Path(f"/proc/{worker}/status").read_text().splitlines()]
        return max(int(line.split()[1]) // 1000 for line in lines if line.startswith("VmHWM"))

    def spent(self) -> float:
        """Seconds of processor time of its workers, and of the database for them, where it runs on this machine."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pid FROM pg_stat_activity WHERE application_name = %s", [self.name])
            pids = [*self.workers(), *(str(pid) for (pid,) in cursor.fetchall())]
        # Of each thread: what stands beside the process itself is its main thread's alone.
        found = [path for pid in pids for path in Path(f"/proc/{pid}/task").glob("*/schedstat")]
        return sum(int(path.read_text().split()[0]) for path in found if path.exists()) / 1e9


@contextmanager
def served(**modules: str) -> Iterator[dict[str, Server]]:
    """Serve WSGI modules by name; `module|NAME=value` with a variable of its own."""
    running = {}
    try:
        for name, module in modules.items():
            module, *variables = module.split("|")
            port = free_port()
            environment = {
                **os.environ, **MEMORY, "RATE_LIMIT": "0", "DEBUG": "false", "SECRET_KEY": secrets.token_urlsafe(60),
                "SITE_URL": f"http://{HOST}:{port}", "PGAPPNAME": name,
                **dict(given.split("=", 1) for given in variables),
            }  # fmt: skip
            # Dateline has the worker that it is deployed with.
            worker = "config.workers.Threads" if module == "config.wsgi" else "gthread"
            command = [
                sys.executable, "-m", "gunicorn", f"{module}:application", "--bind", f"{HOST}:{port}",
                "--worker-class", worker, *GUNICORN,
            ]  # fmt: skip
            running[name] = Server(subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL), port, name)
        for server in running.values():
            await_port(server.port)
        yield running
    finally:
        stop(server.process for server in running.values())


def stop(processes: Iterator[subprocess.Popen[bytes]]) -> None:
    """End what was started."""
    ended = list(processes)
    for process in ended:
        process.terminate()
    for process in ended:
        process.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server((HOST, 0)) as found:
        return int(found.getsockname()[1])


def await_port(port: int, seconds: float = 30) -> None:
    """Wait until somebody listens. Raises TimeoutError."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"nobody listens on port {port}")
