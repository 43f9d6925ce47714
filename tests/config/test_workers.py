"""Connections whose patience ends."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

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
