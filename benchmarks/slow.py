"""`python -m benchmarks.slow`: clients that send too much, or too slowly, beside a reader (RELIABILITY row A14).

The service has eight threads, and is given bodies of 3 MB and 100 MB, with a length and without, by clients that may
and by clients that may not write; then by sixteen clients a byte a second, of the head or of the body. A reader must
be answered within 30 seconds all the while, the clients with 413, 408 or 401, or not at all, and the memory of the
service must not grow by more than 50 MB. Exit status 1 where that fails.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from benchmarks.crash import database, python
from benchmarks.serving import serving

CLIENTS = 16
LONGEST, GROWTH = 30.0, 50
#: Too large, too slow, no token, or closed.
REFUSED = {"413", "408", "401", ""}


def memory(name: str = "gunicorn") -> int:
    """MB that the processes of the service have held at most, those of other people left out."""
    mine, found = os.getpid(), 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
            command = status.with_name("cmdline").read_text()
        except OSError:
            continue
        if name in command and _descends(int(lines["Pid"]), mine):
            found += int(lines.get("VmHWM", "0 kB").split()[0]) // 1000
    return found


def _descends(number: int, mine: int) -> bool:
    while number > 1:
        try:
            number = int(Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            return False
        if number == mine:
            return True
    return False


def post(site: str, token: str, size: int, *, length: bool) -> str:
    """Send a body as fast as it is taken: the first line of the answer, "" where the connection was closed."""
    parts = urlsplit(site)
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=60) as client:
        framing = f"Content-Length: {size}" if length else "Transfer-Encoding: chunked"
        client.sendall(_head(site, token, framing))
        block = b" " * (1 << 16)
        try:
            for sent in range(0, size, len(block)):
                piece = block[: size - sent]
                client.sendall(piece if length else b"%x\r\n%s\r\n" % (len(piece), piece))
            if not length:
                client.sendall(b"0\r\n\r\n")
        except OSError:
            pass
        try:
            return client.recv(1 << 12).split(b"\r\n")[0].decode()
        except OSError:
            return ""


def _head(site: str, token: str, framing: str) -> bytes:
    lines = [
        "POST /api/v1/sources/ HTTP/1.1", f"Host: {urlsplit(site).netloc}", "Content-Type: application/json", framing,
        *([f"Authorization: Bearer {token}"] if token else []),
    ]  # fmt: skip
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def slow(site: str, begins: bytes, over: threading.Event, answers: list[str]) -> None:
    """Send the beginning of a request, then a byte a second; take nothing until all is over."""
    parts = urlsplit(site)
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=60) as client:
        client.sendall(begins)
        try:
            while not over.wait(1):
                client.sendall(b" ")
        except OSError:
            pass
        try:
            client.settimeout(5)
            answers.append(client.recv(1 << 12).split(b"\r\n")[0].decode())
        except OSError:
            answers.append("")


def waited(site: str) -> float:
    """Seconds until a reader has an answer."""
    began = time.monotonic()
    with urlopen(f"{site}/api/v1/events/?limit=1", timeout=120) as response:
        assert response.status == 200
    return time.monotonic() - began


def rounds(site: str, token: str) -> Iterator[tuple[str, set[str], float]]:
    """What was done, which statuses were answered ("" where none was), and how long a reader waited beside it."""
    for size in (3_000_000, 100_000_000):
        for length in (True, False):
            for who in (token, ""):
                answer = post(site, who, size, length=length)
                what = f"{size // 1_000_000} MB {'with' if length else 'without'} a length"
                yield f"{what}, {'with' if who else 'without'} a token", {answer[9:12]}, waited(site)
    heads = {
        "of the head": _head(site, token, "Content-Length: 9")[:-2] + b"X-Slow: ",
        "of the body": _head(site, token, "Content-Length: 1000"),
        "of a body of no stated length": _head(site, token, "Transfer-Encoding: chunked") + b"fff\r\n",
    }
    for name, head in heads.items():
        over, answers = threading.Event(), []  # type: ignore[var-annotated]
        clients = [threading.Thread(target=slow, args=(site, head, over, answers)) for _ in range(CLIENTS)]
        for client in clients:
            client.start()
        time.sleep(2)
        longest = waited(site)
        over.set()
        for client in clients:
            client.join()
        yield f"{CLIENTS} clients, a byte a second {name}", {answer[9:12] for answer in answers}, longest


def main() -> int:
    """Exit status 0 where readers were answered in time and the memory stayed."""
    with database(os.environ.get("DATABASE_URL", "")) as url:
        assert python(url, "manage.py", "demo", stdout=subprocess.DEVNULL).wait() == 0
        issued = python(url, "manage.py", "issue_token", "admin", "--scope", "curate", stdout=subprocess.PIPE)
        token = issued.communicate()[0].strip()
        with serving(url) as site:
            for _ in range(20):
                waited(site)
            before, worst, told = memory(), 0.0, set()
            for what, statuses, seconds in rounds(site, token):
                worst = max(worst, seconds)
                told |= statuses
                answered = ", ".join(sorted(status or "closed" for status in statuses))
                sys.stdout.write(f"{what}: {answered}; a reader waited {seconds:.1f} s\n")
                sys.stdout.flush()
            grown = memory() - before
    sys.stdout.write(f"a reader waited {worst:.1f} s at most; the memory grew by {grown} MB\n")
    return int(worst > LONGEST or grown > GROWTH or not told <= REFUSED)


if __name__ == "__main__":
    sys.exit(main())
