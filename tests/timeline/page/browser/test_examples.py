"""The feeds, read by the libraries that they are for, in a browser: what arrives there, and that nothing of it runs."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from api.formats.tables import defused
from tests.timeline.records import make_event, make_source

pytestmark = pytest.mark.django_db(transaction=True)
#: Each would leave a mark on the window if it were read as HTML.
HOSTILE = [
    "<script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 2'>",
    "\"><svg onload='window.ran = 3'>",
    "<a href='javascript:window.ran = 4'>a link</a>",
    "{{constructor.constructor('window.ran = 5')()}}",
    '=HYPERLINK("https://evil.example","=1+1")',
]
RANGE = "from=2018-03&to=2018-03"


@pytest.fixture
def hostile(site, settings):
    """Records of March 2018 whose every text is hostile, at one place; one of them undated in days."""
    settings.EXAMPLES = True
    for day, payload in enumerate(HOSTILE, 1):
        make_event(
            f"2018-03-{day:02}", title=payload, summary=f"{payload} in a text", tags=[payload], actors=[payload],
            places=[{"name": payload, "lat": 58.5, "lon": -8.25}],
            sources=[make_source(publisher=payload, title=payload)],
        )  # fmt: skip
    make_event("2018-03", title="nowhere, some day of a month")


def untouched(page):
    """Nothing ran, and no element was made of the texts."""
    assert page.evaluate("window.ran") is None
    for selector in ("script:not([src])", "img[src=x]", "svg[onload]", "a[href^='javascript:']"):
        assert page.locator(selector).count() == 0


@pytest.mark.parametrize("timezone_id", ["UTC", "America/New_York", "Asia/Tokyo"])
def test_vis_timeline_reads_its_feed(view, hostile, timezone_id):
    page = view(f"/examples/vis/?{RANGE}", timezone_id=timezone_id)

    expect(page.locator("#note")).to_contain_text("7 records")
    expect(page.locator(".vis-item .vis-item-content").first).to_be_visible()
    items = page.evaluate("window.example.itemsData.get({order: 'start'})")
    assert len(items) == 7
    # As the library understands it, not as the feed has it: exclusive ends, and days that are days wherever one is.
    read = """(id) => {
      const { start, end } = window.example.itemSet.items[id].data;
      const day = (at) => `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()} ${at.getHours()}`;
      return [start, end].map((at) => at && day(at));
    }"""
    month = next(item for item in items if "end" in item)
    first = next(item for item in items if "end" not in item)
    assert page.evaluate(read, first["id"]) == ["2018-3-1 0", None]
    assert page.evaluate(read, month["id"]) == ["2018-3-1 0", "2018-4-1 0"]
    assert {text.strip() for text in page.locator(".vis-item.vis-box .vis-item-content").all_inner_texts()} == set(
        HOSTILE
    )
    untouched(page)


def test_leaflet_reads_its_feed(view, hostile):
    page = view(f"/examples/map/?{RANGE}")

    expect(page.locator("#note")).to_contain_text("6 records")
    layers = "window.example.getLayers()"
    assert page.evaluate(f"{layers}.length") == 6
    assert (
        page.evaluate(f"{layers}.map((layer) => [layer.getLatLng().lat, layer.getLatLng().lng])") == [[58.5, -8.25]] * 6
    )
    assert page.evaluate(f"{layers}[0].feature.properties.start") == "2018-03-01"
    for at, payload in enumerate(HOSTILE):
        page.evaluate(f"{layers}[{at}].openPopup()")
        expect(page.locator(".leaflet-popup-content").last).to_contain_text(payload)
    untouched(page)


def test_d3_reads_the_table(view, hostile):
    # `d3.csvParse` is what dashboards call; where a policy forbids making code, the example's way gives the same.
    page = view(f"/examples/table/?{RANGE}", bypass_csp=True)

    expect(page.locator("#note")).to_have_text("7 records: 2018 7")
    records = page.evaluate(
        "fetch(document.querySelector('#example').dataset.source).then((r) => r.text()).then(d3.csvParse)"
    )
    assert records == page.evaluate("window.example")
    assert (len(records), records[0]["start"], records[6]["start"]) == (7, "2018-03-01", "2018-03-06")
    assert {(record["start"], record["end"]) for record in records if record["precision"] == "month"} == {
        ("2018-03-01", "2018-03-31")
    }
    titles = {record["title"] for record in records}
    assert {*map(defused, HOSTILE)} <= titles
    assert defused(HOSTILE[-1]).startswith("'=")
    assert {(record["lat"], record["lon"]) for record in records} == {("58.5", "-8.25"), ("", "")}
    expect(page.locator("#example tr")).to_have_count(8)
    untouched(page)
    expect(view(f"/examples/table/?{RANGE}").locator("#note")).to_have_text("7 records: 2018 7")


def test_timelinejs_reads_its_feed(view, hostile):
    page = view(f"/timelinejs/?{RANGE}")

    expect(page.locator(".tl-timemarker")).to_have_count(7)
    events = page.evaluate(
        "window.timeline.config.events.map((event) => [event.unique_id, event.start_date.getTime()])"
    )
    assert len({number for number, _ in events}) == 7
    assert min(start for _, start in events) == page.evaluate("new Date(2018, 2, 1).getTime()")
    expect(page.locator(".tl-slide h2.tl-headline", has_text="window.ran = 2")).to_have_count(1)
    untouched(page)


def test_the_examples_stay_away_unless_they_are_asked_for(client, site, settings):
    settings.EXAMPLES = True
    assert client.get("/examples/").status_code == 200
    assert client.get("/examples/map/?from=soon").status_code == 400
    assert client.get("/examples/other/").status_code == 404
    settings.EXAMPLES = False
    for path in ("/examples/", "/examples/map/"):
        assert client.get(path).status_code == 404
