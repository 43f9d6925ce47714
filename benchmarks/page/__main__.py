"""`python -m benchmarks.page http://127.0.0.1:8000/`: what the timeline page costs in Chromium.

Prints one line for each of several loads of the first view in a fresh browser: milliseconds of the server (first
byte), of the first and the largest paint, of script, the layout shift, and kilobytes of script and style as gzip would
send them; then the medians. `--views` measures each filter at its most frequent value, searches (`--words`), two
filters together and a page far down the list instead, each reached as a reader would: by the links and values that the
page shows; medians alone. `--load N` first makes N events in the database of DATABASE_URL, whose timeline is dropped.
Serve with gunicorn and DEBUG=false for figures that mean something.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import statistics
import time
from html import unescape
from typing import Any
from urllib.parse import urlencode, urljoin
from urllib.request import Request, urlopen

import django
from playwright.sync_api import Browser, Response, sync_playwright

LOADS = 5
#: Pages to follow before one is measured as far down.
PAGES = 50
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WATCH = """
window.seen = { shift: 0, largest: 0 };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) seen.largest = entry.startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });
"""
READ = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return { server: page.responseStart - page.requestStart, paint: paint.startTime, ...seen };
}"""


def measure(browser: Browser, address: str) -> dict[str, float]:
    """One load in a context of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(WATCH)
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    found: dict[str, Any] = page.evaluate(READ)
    metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    code = [answer for answer in answers if answer.request.resource_type in ("script", "stylesheet")]
    sizes = [len(gzip.compress(answer.body())) for answer in code]
    context.close()
    return {**found, "script": metrics["ScriptDuration"] * 1000, "kB": sum(sizes) / 1000}


def views(address: str, words: list[str]) -> dict[str, str]:
    """Views by name: the most frequent value of each filter, as the first view offers it."""
    with urlopen(address) as answer:
        page = answer.read().decode()
    found = {"first view": address}
    values = dict(re.findall(r'<input type="checkbox" id="(\w+)-1" name="\w+" value="([^"]+)"', page))
    asked = {name: {name: unescape(value)} for name, value in values.items()}
    asked["statements"] = {"kind": "statement"}
    asked["two sources or more"] = {"min_sources": "2"}
    asked["two filters"] = {name: unescape(values[name]) for name in ("publisher", "tag") if name in values}
    asked["a year"] = {"from": "2021", "to": "2021"}
    asked |= {f"search for “{word}”": {"q": word} for word in words}
    return found | {name: f"{address}?{urlencode(query)}" for name, query in asked.items()}


def far(address: str) -> str:
    """The address of the page to which the link for more records leads after so many pages."""
    for _ in range(PAGES):
        with urlopen(address) as answer:
            following = re.search(r'<a id="next" rel="next" href="([^"]+)"', answer.read().decode())
        if following is None:
            break
        address = urljoin(address, unescape(following[1]))
    return address


def scrolled(address: str) -> tuple[float, float]:
    """Milliseconds and kilobytes, uncompressed, of a page as scrolling asks for it: the list alone."""
    times = []
    for _ in range(LOADS):
        began = time.perf_counter()
        with urlopen(Request(address, headers={"Dateline-Part": "list"})) as answer:
            body = answer.read()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), len(body) / 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("--views", action="store_true", help="measure filters, searches and deep pages, too")
    parser.add_argument("--words", nargs="*", default=["term4000", "report"], help="what to search for")
    parser.add_argument("--load", type=int, metavar="EVENTS", help="make the rows anew; the timeline's own are dropped")
    options = parser.parse_args()
    if options.load:
        django.setup()
        from benchmarks.page.load import load as make

        make(options.load)
    asked = {"first view": options.address}
    if options.views:
        asked = views(options.address, options.words)
        asked[f"page {PAGES + 1}"] = far(options.address)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for name, address in asked.items():
            loads = [measure(browser, address) for _ in range(LOADS)]
            if not options.views:
                for load in loads:
                    print(_line(load))
            medians = {key: statistics.median(load[key] for load in loads) for key in loads[0]}
            print(f"{name}:", _line(medians), flush=True)
        browser.close()
    if options.views:
        print("scrolling on, there: server {:.0f} ms, {:.0f} kB".format(*scrolled(asked[f"page {PAGES + 1}"])))


def _line(load: dict[str, float]) -> str:
    return (
        f"server {load['server']:.0f} ms, first paint {load['paint']:.0f} ms, largest {load['largest']:.0f} ms, "
        f"script {load['script']:.0f} ms, shift {load['shift']:.4f}, script and style {load['kB']:.1f} kB"
    )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    main()
