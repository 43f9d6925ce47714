"""Going from view to view: the address is the state."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)
ALL = [
    "The river rises",
    "The council meets",
    "The bridge opens",
    "Amina Haddad",
    "The market burns",
    "a resident",
    "The tower is built",
]


def test_it_shows_the_timeline_in_order(view, titles):
    page = view()

    assert sorted(titles(page)) == sorted(ALL)
    assert page.title() == "Timeline, 2019 to 2024 · Dateline"


def test_a_range_is_chosen_by_drag(view, titles):
    page = view()
    box = page.locator("#chart .brush").bounding_box()
    month = box["width"] / 72

    page.mouse.move(box["x"] + 13.5 * month, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 18 * month, box["y"] + 50)
    page.mouse.move(box["x"] + 22.5 * month, box["y"] + 60)
    page.mouse.up()

    expect(page).to_have_url(re.compile(r"/\?from=2020-02&to=2020-11$"))
    expect(page.locator("h1")).to_have_text("Timeline, February to November 2020")
    assert sorted(titles(page)) == ["Amina Haddad", "The bridge opens", "The council meets", "The market burns"]


def test_a_range_is_chosen_by_keys(view, titles):
    page = view()
    page.locator("#range-first").focus()

    page.keyboard.press("PageDown")  # No further than the start.
    page.keyboard.press("PageUp")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#range-first")).to_have_attribute("aria-valuetext", "February 2020")

    expect(page).to_have_url(re.compile(r"/\?from=2020-02&to=2024-12$"))
    # The same handle is still the one that keys move.
    expect(page.locator("#range-first")).to_be_focused()
    page.locator("#range-last").focus()
    page.keyboard.press("Home")
    expect(page).to_have_url(re.compile(r"/\?from=2020-02&to=2020-02$"))
    assert sorted(titles(page)) == ["Amina Haddad", "The bridge opens", "The council meets"]


def test_escape_lets_go_of_a_drag(view):
    page = view()
    box = page.locator("#chart .brush").bounding_box()

    page.mouse.move(box["x"] + 100, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 40)
    page.keyboard.press("Escape")
    page.mouse.up()

    expect(page.locator("#range-first")).to_have_attribute("aria-valuetext", "January 2019")
    assert page.url.endswith("/")


def test_a_year_is_one_click(view, titles):
    page = view()

    page.get_by_role("link", name="2021", exact=True).click()

    expect(page.locator("h1")).to_have_text("Timeline, 2021")
    assert titles(page) == ["a resident"]
    page.get_by_role("link", name="The whole timeline").click()
    expect(page.locator("h1")).to_have_text("Timeline, 2019 to 2024")


def test_filters_go_into_the_address_and_come_back_from_it(view, titles):
    page = view()

    page.locator("#kind-statement").check()
    expect(page).to_have_url(re.compile(r"/\?kind=statement$"))
    expect(page.locator("#kind-statement")).to_be_checked()
    page.locator("#from").fill("2021")
    page.locator("#from").press("Enter")
    expect(page).to_have_url(re.compile(r"/\?from=2021&kind=statement$"))
    assert titles(page) == ["a resident"]

    page.reload()
    assert titles(page) == ["a resident"]
    expect(page.locator("#from")).to_have_value("2021")

    page.get_by_role("link", name="Take off kind: statement").click()
    expect(page).to_have_url(re.compile(r"/\?from=2021$"))
    expect(page.locator(".record")).to_have_count(2)


def test_back_and_forward_lead_through_the_views(view, titles):
    page = view()
    page.locator("#kind-event").check()
    expect(page).to_have_url(re.compile(r"kind=event"))
    page.get_by_role("link", name="2020", exact=True).click()
    expect(page.locator(".record")).to_have_count(3)

    page.go_back()
    expect(page.locator(".record")).to_have_count(5)
    page.go_back()
    expect(page.locator(".record")).to_have_count(7)
    expect(page.locator("#kind-event")).not_to_be_checked()
    page.go_forward()
    page.go_forward()
    expect(page.locator("h1")).to_have_text("Timeline, 2020")
    assert len(titles(page)) == 3


def test_a_refused_query_is_explained(chromium, site):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(site)
    page.locator("#from").fill("soon")

    page.locator("#from").press("Enter")

    expect(page.locator("h1")).to_have_text("This cannot be answered")
    expect(page.locator("main li")).to_contain_text("from")
    context.close()


def test_a_record_opens_to_its_evidence_in_place(view):
    page = view()
    record = page.locator(".record", has_text="The bridge opens")
    button = record.get_by_role("button", name="Evidence")

    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()

    expect(button).to_have_attribute("aria-expanded", "true")
    expect(record.locator("mark").first).to_have_text("On Sunday the council opened the bridge.")
    expect(record.get_by_role("link", name=re.compile("Article"))).to_have_count(2)
    expect(record).to_contain_text("Daily Herald")
    assert re.search(r"/#event-\d+$", page.url)

    page.reload()
    expect(record.locator("mark").first).to_be_visible()
    page.go_back()
    expect(record.locator("mark")).to_have_count(0)
    page.go_forward()
    expect(record.locator("mark").first).to_be_visible()
    button.focus()
    page.keyboard.press("Space")
    expect(record.locator("mark")).to_have_count(0)


def test_a_record_has_a_page_of_its_own(view):
    page = view()

    page.get_by_role("link", name="The bridge opens", exact=True).click()

    expect(page.locator("h1")).to_have_text("The bridge opens")
    assert re.search(r"/events/\d+/$", page.url)
    page.go_back()
    expect(page.locator(".record")).to_have_count(7)


def test_scrolling_brings_the_next_records_once(view, titles):
    page = view("/?limit=3")

    expect(page.locator(".record")).to_have_count(7)

    assert sorted(titles(page)) == sorted(ALL)
    assert page.locator(".year h3").all_inner_texts() == ["2019", "2020", "2021", "2022"]
    expect(page.locator("#next")).to_have_count(0)
    expect(page.locator("#status")).to_have_text("7 records, 7 of them here.")
