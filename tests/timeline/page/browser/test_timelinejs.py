"""The view in TimelineJS, whose release is served from here."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)


def test_it_shows_the_records_of_the_view(view):
    page = view("/timelinejs/?kind=event&from=2020&to=2020")

    expect(page.locator("#note")).to_contain_text("3 records")
    expect(page.locator(".tl-slide h2", has_text="The bridge opens")).to_have_count(1)
    expect(page.locator(".tl-timemarker")).to_have_count(3)
    page.get_by_role("link", name="This view as a list").click()
    expect(page).to_have_url(re.compile(r"/\?kind=event&from=2020&to=2020$"))


def test_axe_finds_nothing(view):
    page = view("/timelinejs/?kind=event&from=2020&to=2020")
    expect(page.locator(".tl-timemarker")).to_have_count(3)

    for title in ("Dateline: timeline", "The council meets"):
        expect(page.locator(".tl-slide h2", has_text=title)).to_be_in_viewport(ratio=1)
        page.evaluate("Promise.all(document.getAnimations().map((animation) => animation.finished))")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        page.locator(".tl-slidenav-next").click()


def test_it_says_that_there_is_nothing_to_show(view):
    expect(view("/timelinejs/?from=1950&to=1951").locator("#note")).to_contain_text("No record")
