"""A browser, and a small timeline to look at in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.timeline.records import make_event, make_source, make_speaker, make_statement

WIDE = {"width": 1280, "height": 900}

#: Opens a new page of the browser, with the options of a playwright context.
Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "page/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def site(chromium: Browser, live_server: Any, settings: Any) -> str:
    """The address of a timeline with events and statements of 2019 to 2024."""
    settings.SITE_URL = live_server.url
    settings.TIMELINE_START, settings.TIMELINE_END = "2019", "2024"
    herald = make_source(publisher="Daily Herald", url="https://herald.example/1")
    wire = make_source()
    make_event("2019-06~", title="The river rises", tags=["weather"])
    make_event("2020-02-10", title="The council meets", places=[{"name": "Norvik"}], actors=["Council"])
    make_event("2020-02-16", title="The bridge opens", places=[{"name": "Norvik"}], sources=[wire, herald])
    make_event("2020-11", title="The market burns", places=[{"name": "Sundby"}], tags=["fire"])
    make_event("2022/2023", title="The tower is built", occurrence="planned")
    speaker = make_speaker("Amina Haddad")
    make_statement("2020-02-16", speaker=speaker, role="engineer", organisation="Bridge Office", source=wire)
    make_statement("2021-05-04", speaker_text="a resident", speech="indirect", source=herald)
    return str(live_server.url)


@pytest.fixture
def view(chromium: Browser, site: str) -> Iterator[Open]:
    """Opens addresses of the site. Every page must load from the site alone, and without an error of its scripts."""
    contexts: list[BrowserContext] = []
    foreign: list[str] = []
    errors: list[str] = []

    def request(url: str) -> None:
        if urlsplit(url).netloc != urlsplit(site).netloc and not url.startswith(("data:", "blob:", "about:")):
            foreign.append(url)

    def opened(path: str = "/", **options: Any) -> Page:
        context = chromium.new_context(**{"viewport": WIDE, "locale": "en-GB", **options})
        contexts.append(context)
        context.on("request", lambda asked: request(asked.url))
        context.on("weberror", lambda error: errors.append(str(error.error)))
        context.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page = context.new_page()
        page.goto(site + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert foreign == []
    assert errors == []


@pytest.fixture
def elsewhere() -> Iterator[Callable[[str], str]]:
    """Another site: takes the HTML of its only page and gives its address."""
    shown: list[bytes] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(shown[-1])

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()

    def show(html: str) -> str:
        shown.append(html.encode())
        return f"http://127.0.0.1:{server.server_port}/"

    yield show
    server.shutdown()
    server.server_close()


@pytest.fixture
def dripping() -> Iterator[Callable[[str], str]]:
    """Takes the address of a site and gives one that passes its pages on in small pieces, so that each is painted."""
    servers = []

    def pass_on(site: str) -> str:
        class Pieces(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with urlopen(site + self.path) as answer:
                    body, kind = answer.read(), answer.headers["Content-Type"]
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                size = 700 if kind.startswith("text/html") else len(body)
                for at in range(0, len(body), size):
                    self.wfile.write(body[at : at + size])
                    time.sleep(0.03)

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Pieces)
        Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield pass_on
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def titles() -> Callable[[Page], list[str]]:
    """The titles of the list that a page shows."""
    return lambda page: [text.strip() for text in page.locator(".record h4 > a").all_inner_texts()]
