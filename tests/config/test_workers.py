"""Connections whose patience ends."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import pytest
from gunicorn.http.errors import NoMoreData

from config import workers
from config.workers import Patience

ROOT = Path(workers.__file__).parents[1]


@pytest.fixture
def ends() -> Iterator[tuple[Patience, socket.socket]]:
    """The server's end of a connection, and the client's."""
    ours, theirs = socket.socketpair()
    with Patience(fileno=ours.detach()) as server, theirs as client:
        yield server, client


def connected(address: tuple[str, int]) -> socket.socket:
    """A connection to a service that is just being started."""
    for _ in range(200):
        try:
            return socket.create_connection(address, timeout=10)
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)


@contextmanager
def serving(application: str, where: Path = ROOT) -> Iterator[tuple[tuple[str, int], subprocess.Popen[bytes]]]:
    """The address and the process of an application that is served as Dateline is."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = free.getsockname()
    command = ["--worker-class=config.workers.Threads", "--threads=2", f"--bind={address[0]}:{address[1]}"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *command, "--log-level=error", application], cwd=where, env=environment
    )
    try:
        connected(address).close()
        yield address, process
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, int]]:
    """The service as it is deployed, with an application that nobody asks."""
    with serving("wsgiref.simple_server:demo_app") as (address, _):
        yield address


def test_a_request_that_arrives_is_read(ends: tuple[Patience, socket.socket]) -> None:
    server, client = ends
    server.begin(5)
    client.sendall(b"GET / HTTP/1.1")

    assert server.recv(100) == b"GET / HTTP/1.1"


def test_a_byte_now_and_then_does_not_prolong_it(ends: tuple[Patience, socket.socket]) -> None:
    server, client = ends
    over = threading.Event()

    def drip() -> None:
        while not over.wait(0.02):
            client.sendall(b" ")

    dripping = threading.Thread(target=drip)
    dripping.start()
    began = time.monotonic()
    server.begin(0.3)
    with pytest.raises(NoMoreData):
        all(server.recv(100) for _ in range(10_000))
    over.set()
    dripping.join()

    assert 0.3 <= time.monotonic() - began < 10


def test_a_large_body_has_longer(ends: tuple[Patience, socket.socket]) -> None:
    server, client = ends
    server.begin(1)
    client.sendall(b" " * workers.MORE)
    left = workers.MORE
    while left:
        left -= len(server.recv(left))
    time.sleep(1.2)
    client.sendall(b"end")

    assert server.recv(100) == b"end"


def test_a_client_that_takes_nothing_counts_as_gone(
    ends: tuple[Patience, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, _ = ends
    monkeypatch.setattr(workers, "TAKEN", 0.2)
    server.begin(5)

    with pytest.raises(BrokenPipeError):
        server.sendall(b" " * (1 << 24))


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET /api/v1/events/?q=" + b"a" * 5000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 414),
        (b"nonsense\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nb\xe4d \x01: x\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 100_000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: own, chunked\r\n\r\n", 501),
    ],
)
def test_what_gunicorn_refuses_is_a_problem(server: tuple[str, int], sent: bytes, status: int) -> None:
    with socket.create_connection(server, timeout=10) as client:
        client.sendall(sent)
        answer = client.makefile("rb").read()
    head, _, body = answer.partition(b"\r\n\r\n")
    problem = json.loads(body)

    assert head.startswith(f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n".encode())
    assert b"Content-Type: application/problem+json" in head
    assert b"Access-Control-Allow-Origin: *" in head
    assert f"Content-Length: {len(body)}\r\n".encode() in head + b"\r\n"
    assert (problem["status"], problem["type"], problem["title"]) == (status, "about:blank", HTTPStatus(status).phrase)
    assert problem["detail"]


ASKED = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


def answers(client: socket.socket, count: int) -> bytes:
    """What comes until so many answers have begun, and the last has ended."""
    found = b""
    while found.count(b"HTTP/1.1 200 OK") < count or not found.endswith(b"0\r\n\r\n"):
        came = client.recv(1 << 16)
        assert came, "closed"
        found += came
    return found


def test_connections_are_kept_however_many_more_they_are_than_threads(server: tuple[str, int]) -> None:
    clients = [socket.create_connection(server, timeout=10) for _ in range(20)]
    for _ in range(5):
        for client in clients:
            client.sendall(ASKED)
        for client in clients:
            assert b"Hello world!" in answers(client, 1)
    for client in clients:
        client.close()


def test_requests_sent_at_once_are_answered_one_after_the_other(server: tuple[str, int]) -> None:
    with socket.create_connection(server, timeout=10) as client:
        client.sendall(ASKED * 3)

        assert answers(client, 3).count(b"Hello world!") == 3


def test_a_connection_that_asks_nothing_is_closed(server: tuple[str, int]) -> None:
    with socket.create_connection(server, timeout=10) as client:
        client.sendall(ASKED)
        answers(client, 1)
        began = time.monotonic()

        assert client.recv(1) == b""
        assert time.monotonic() - began < 9


def test_a_client_that_goes_away_amid_its_request_keeps_no_thread(server: tuple[str, int]) -> None:
    for _ in range(10):
        with socket.create_connection(server, timeout=10) as client:
            client.sendall(b"GET / HTTP/1.1\r\nHo")
    with socket.create_connection(server, timeout=5) as client:
        client.sendall(ASKED)

        assert b"Hello world!" in answers(client, 1)


def test_a_service_that_is_stopped_answers_what_it_was_asked(tmp_path: Path) -> None:
    (tmp_path / "slowly.py").write_text(
        "import time\n"
        "def application(environ, start):\n"
        "    time.sleep(1)\n"
        "    start('200 OK', [('Content-Length', '4')])\n"
        "    return [b'done']\n"
    )
    with serving("slowly:application", tmp_path) as (address, process), connected(address) as client:
        client.sendall(ASKED)
        time.sleep(0.3)
        process.terminate()

        assert client.makefile("rb").read().endswith(b"\r\n\r\ndone")
        assert process.wait(20) == 0
