"""`python -m benchmarks.page http://127.0.0.1:8000/`: what the first view of the timeline page costs in Chromium.

Prints one line for each of several loads in a fresh browser: milliseconds of the server (first byte), of the
first and the largest paint, of script, the layout shift, and kilobytes of script and style as gzip would
send them; then the medians. Serve with gunicorn and DEBUG=false for figures that mean something.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import sys
from typing import Any

from playwright.sync_api import Browser, Response, sync_playwright

LOADS = 5
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


def main(address: str) -> None:
    """Measure and print."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        loads = [measure(browser, address) for _ in range(LOADS)]
        browser.close()
    for load in loads:
        print(_line(load))
    print("median:", _line({name: statistics.median(load[name] for load in loads) for name in loads[0]}))


def _line(load: dict[str, float]) -> str:
    return (
        f"server {load['server']:.0f} ms, first paint {load['paint']:.0f} ms, largest {load['largest']:.0f} ms, "
        f"script {load['script']:.0f} ms, shift {load['shift']:.4f}, script and style {load['kB']:.1f} kB"
    )


if __name__ == "__main__":
    main(sys.argv[1])
