"""Whoever reads, and wherever: without a script, in any time zone, on a telephone, by keyboard, in a frame."""

from __future__ import annotations

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from timeline.models import Event

pytestmark = pytest.mark.django_db(transaction=True)
ZONES = ("UTC", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Pago_Pago")
#: The size of targets is a rule of WCAG 2.2 that axe leaves out unless asked.
EVERY_RULE = {"rules": {"target-size": {"enabled": True}}}
#: What a view may cost, compressed.
MOST_BYTES = 100_000
#: Notes what moves while a page loads: how much, which element, from where to where.
SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
  const moved = ({ node, previousRect, currentRect }) =>
    `${node?.outerHTML ?? node?.textContent}`.slice(0, 200) + ` ${box(previousRect)} -> ${box(currentRect)}`;
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) window.shifts.push([entry.value, ...entry.sources.map(moved)]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


def test_it_works_without_a_script(view, titles):
    page = view("/?limit=3", java_script_enabled=False)
    assert len(titles(page)) == 3

    page.get_by_role("link", name="Show the next records").click()
    assert page.locator(".record").count() == 4
    page.get_by_role("link", name="Back to the first records").click()
    page.locator("#from").fill("2020-02")
    page.locator("#to").fill("2020-02")
    page.get_by_role("button", name="Show").last.click()
    assert "from=2020-02&to=2020-02" in page.url
    assert sorted(titles(page)) == ["Amina Haddad", "The bridge opens", "The council meets"]
    page.get_by_role("link", name="Evidence for “The bridge opens”").click()
    assert page.locator("mark").count() == 2


@pytest.mark.parametrize("zone", ZONES)
def test_no_time_zone_moves_a_date(view, zone):
    dates = view("/?from=2020-02&to=2020-02", timezone_id=zone).locator(".record .date").all_inner_texts()
    german = view("/?from=2020-02&to=2020-02", timezone_id=zone, locale="de-DE")

    assert dates == ["10 February 2020", "16 February 2020", "16 February 2020"]
    expect(german.locator(".record .date").first).to_have_text("10. Februar 2020")
    assert german.locator(".record .date").all_inner_texts()[1:] == ["16. Februar 2020"] * 2


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-US", ["about June 2019", "February 10, 2020", "February 16, 2020", "February 16, 2020", "November 2020"]),
        ("fr-FR", ["vers juin 2019", "10 février 2020", "16 février 2020", "16 février 2020", "novembre 2020"]),
        ("ar", ["نحو يونيو 2019", "10 فبراير 2020", "16 فبراير 2020", "16 فبراير 2020", "نوفمبر 2020"]),
        ("ja-JP", ["about 2019年6月", "2020年2月10日", "2020年2月16日", "2020年2月16日", "2020年11月"]),
        # Another calendar is not another date.
        ("th-TH", None),
    ],
)
def test_dates_stand_in_the_readers_locale(view, locale, words):
    page = view("/", locale=locale)

    dates = page.locator(".record .date")
    found = dates.all_inner_texts()

    assert found[:5] == words if words else "2020" in found[1]
    assert dates.first.get_attribute("lang") == locale
    # What Intl and our own table lack stays English and says so; each date runs in its own direction.
    assert dates.first.locator("span[lang=en]").all_inner_texts() == (
        ["about "] if locale in ("ja-JP", "th-TH") else []
    )
    direction = dates.nth(1).evaluate("(date) => getComputedStyle(date).direction")
    assert direction == ("rtl" if locale == "ar" else "ltr")


def test_every_date_of_the_page_stands_in_the_readers_locale(view):
    page = view("/?from=2020-02&to=2020-03", locale="de-DE")

    expect(page.locator("h1")).to_have_text("Timeline, Februar–März 2020")
    expect(page.locator("#range-first")).to_have_attribute("aria-valuetext", "Februar 2020")
    page.get_by_text("These counts as a table").click()
    expect(page.get_by_role("row", name="Februar 2020")).to_be_visible()
    record = page.locator(".record", has_text="The council meets")
    record.get_by_role("button", name="Evidence").click()
    expect(record.locator(".cited").first).to_contain_text("published 16. Februar 2020")
    expect(record).to_contain_text("That is one day, 10. Februar 2020.")
    page.goto(record.locator("h4 a").evaluate("(link) => link.href"))
    expect(page.locator(".history time").first).to_contain_text("UTC")
    assert page.locator(".history time").first.get_attribute("lang") == "de-DE"


NOTATIONS = [
    ["2020-02-16", "", "", "day"],
    ["2020-02-16~", "", "", "day"],
    ["2019-36", "", "", "quarter"],
    ["2019-24~", "", "", "season"],
    ["202X", "", "", "decade"],
    ["19XX", "", "", "century"],
    ["0087?", "", "", "year"],
    ["2014/2017-03", "", "", "interval"],
    ["2014/2017", "", "", "interval"],
    ["2014-03/..", "", "", "open"],
    ["../2014-05-01", "", "", "open"],
    ["2017", "2017-09-01", "2017-12-31", "part-of-year"],
    ["2017-11%", "2017-11-11", "2017-11-20", "part-of-month"],
    ["", "", "", ""],
]
SAID = {
    "de": "16. Februar 2020 | etwa 16. Februar 2020 | 4. Quartal 2019 | etwa Winter 2019 | 2020–2029 | 1900–1999 | "
    "vielleicht 87 | 2014–März 2017 | 2014–2017 | ab März 2014 | spätestens 1. Mai 2014 | September–Dezember 2017 | "
    "vielleicht etwa 11.–20. November 2017 | ohne Datum",
    "en-US": "February 16, 2020 | about February 16, 2020 | the fourth quarter of 2019 | about winter 2019 | "
    "2020–2029 | 1900–1999 | perhaps 87 | 2014–March 2017 | 2014–2017 | from March 2014 on | "
    "no later than May 1, 2014 | September–December 2017 | perhaps about November 11–20, 2017 | undated",
    "es": "16 de febrero de 2020 | hacia el 16 de febrero de 2020 | cuarto trimestre de 2019 | hacia invierno de 2019 "
    "| 2020–2029 | 1900–1999 | quizá 87 | 2014–marzo de 2017 | 2014–2017 | desde marzo de 2014 | "
    "a más tardar el 1 de mayo de 2014 | septiembre–diciembre de 2017 | quizá hacia 11–20 de noviembre de 2017 | "
    "sin fecha",
    "ru": "16 февраля 2020 г. | примерно 16 февраля 2020 г. | 4-й квартал 2019 | примерно зима 2019 | "
    "2020–2029 | 1900–1999 | возможно, 87 | 2014–март 2017 г. | 2014–2017 | "
    "самое раннее — март 2014 г. | не позднее 1 мая 2014 г. | сентябрь 2017 г.–декабрь 2017 г. | "
    "возможно, примерно 11–20 ноября 2017 г. | без даты",
    # No table: months for what Intl has no word for, and English around it.
    "it": "16 febbraio 2020 | about 16 febbraio 2020 | ottobre–dicembre 2019 | about dicembre 2019–febbraio 2020 | "
    "2020–2029 | 1900–1999 | perhaps 87 | 2014–marzo 2017 | 2014–2017 | from marzo 2014 on | "
    "no later than 1 maggio 2014 | settembre–dicembre 2017 | perhaps about 11–20 novembre 2017 | undated",
}


@pytest.mark.parametrize("locale", SAID)
def test_every_notation_has_words_in_every_locale(view, locale):
    page = view("/", timezone_id="America/New_York")
    said = page.evaluate(
        """async ([module, notations, locale]) => {
          const { spoken } = await import(module);
          return notations.map(([edtf, start, end, precision]) =>
            spoken({ edtf, start, end, precision }, "", locale).replace(/\\s+/g, " "));
        }""",
        ["/static/timeline/dates.js", NOTATIONS, locale],
    )

    dashed = [text.replace(" – ", "–") for text in said]
    assert dashed == [text.replace(" – ", "–") for text in SAID[locale].split(" | ")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(view, scheme, width):
    page = view("/?kind=event", color_scheme=scheme, viewport={"width": width, "height": 800})
    page.locator(".record", has_text="The bridge opens").get_by_role("button", name="Evidence").click()
    expect(page.locator(".record mark").first).to_be_visible()
    for summary in page.locator("summary").all():
        if summary.is_visible():
            summary.click()
    pages = [page, view(page.locator(".record h4 a").last.get_attribute("href"), color_scheme=scheme)]
    pages += [view("/?embed=1", color_scheme=scheme), view("/?undated=true")]

    for shown in pages:
        found = Axe().run(shown, options=EVERY_RULE)
        assert found.violations_count == 0, found.generate_report()


def test_everything_fits_a_telephone(view):
    for path in ("/", "/?kind=event&place=Norvik&publisher=Example+Wire", "/?embed=1"):
        page = view(path, viewport={"width": 360, "height": 740})
        page.locator("summary").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        for handle in page.locator(".handle").all():
            assert handle.bounding_box()["width"] >= 24


def test_it_can_be_read_by_keyboard_alone(view):
    page = view()

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.id || document.activeElement.className"))

    assert {"range-first", "range-last", "from", "to", "kind-event", "evidence"} <= set(seen)


def test_the_strip_has_a_table_behind_it(view):
    page = view()
    page.get_by_text("These counts as a table").click()

    row = page.get_by_role("row", name="February 2020")
    expect(row.get_by_role("cell")).to_have_text(["3", "3"])
    row.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("Timeline, February 2020")


def test_another_site_frames_the_embedded_view_and_no_other(chromium, site, elsewhere):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{site}/?kind=event")
    code = page.locator("#embed-code").input_value()
    assert code.startswith(f'<iframe src="{site}/?')

    page.goto(elsewhere(f'<!doctype html>{code}<iframe id="refused" src="{site}/?kind=event"></iframe>'))

    embedded = page.frame_locator("iframe[title=Timeline]")
    expect(embedded.locator(".record")).to_have_count(5)
    expect(embedded.locator("form")).to_have_count(0)
    expect(embedded.locator(".record h4 a").first).to_have_attribute("target", "_blank")
    expect(page.frame_locator("#refused").locator(".record")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("locale", ["en-GB", "de-DE"])
def test_it_is_light_and_nothing_moves_while_it_loads(chromium, site, locale):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale=locale)
    context.add_init_script(SHIFTS)
    page = context.new_page()
    files: dict[str, int] = {}
    page.on(
        "response",
        lambda response: (
            files.update({response.url: len(gzip.compress(response.body()))})
            if response.request.resource_type in ("script", "stylesheet")
            else None
        ),
    )

    page.goto(site)
    page.wait_for_load_state("networkidle")

    assert len(files) > 3
    assert sum(files.values()) < MOST_BYTES
    assert page.evaluate("window.shifts") == []
    context.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_however_slowly_it_arrives(chromium, site, dripping, width):
    slow = dripping(site)
    event = Event.objects.get(title="The bridge opens")
    # A range that many dates reach out of, with marks behind them; a frame; a record.
    for path in ("/?from=2020-02-12&to=2020-11-20", "/?embed=1&order=-start", f"/events/{event.pk}/"):
        context = chromium.new_context(viewport={"width": width, "height": 900}, locale="de-DE")
        context.add_init_script(SHIFTS)
        page = context.new_page()
        page.goto(slow + path)
        page.wait_for_load_state("networkidle")
        expect(page.locator(".date").last).to_have_attribute("lang", "de-DE")
        assert page.evaluate("window.shifts") == []
        context.close()


def test_a_printed_list_has_the_width_of_the_paper(view):
    page = view()
    page.emulate_media(media="print")

    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator("#strip")).to_be_hidden()
    assert page.locator("#results").bounding_box()["width"] > 1100


def test_nothing_moves_by_itself_where_that_is_asked_for(view):
    page = view(reduced_motion="reduce")

    assert page.evaluate("document.getAnimations().length") == 0
