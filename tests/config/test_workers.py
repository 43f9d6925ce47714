"""Connections whose patience ends."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http import HTTPStatus

import pytest
from gunicorn.http.errors import NoMoreData

from config import workers
from config.workers import Patience


@pytest.fixture
def ends() -> Iterator[tuple[Patience, socket.socket]]:
    """The server's end of a connection, and the client's."""
    ours, theirs = socket.socketpair()
    with Patience(fileno=ours.detach()) as server, theirs as client:
        yield server, client


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, int]]:
    """The service as it is deployed, with an application that nobody asks."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = free.getsockname()
    command = ["--worker-class=config.workers.Threads", "--threads=2", f"--bind={address[0]}:{address[1]}"]
    application = "wsgiref.simple_server:demo_app"
    process = subprocess.Popen([sys.executable, "-m", "gunicorn", *command, "--log-level=error", application])
    try:
        for _ in range(200):
            try:
                socket.create_connection(address, timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(10)


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
