"""A curator's day in a real browser: sign in, review by keyboard, date an article, merge, undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, User

from extraction import Article
from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event
from timeline.importing import Options, Report, import_article, run_import
from timeline.ledger import Author
from timeline.models import Event, Revision, Source, Speaker, Statement
from timeline.roles import make_groups

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]
FIXTURES = Path(settings.BASE_DIR) / "fixtures" / "articles"
#: Of the demonstration corpus as much as makes fifty records, an ambiguous date among them.
DEMONSTRATION = ("ambiguous-07-08-2024.txt", "articles.csv", "wire-2021-0121.html")
PAGES = ("change", "history")
STORY = "Anna Berg visited the bridge on Sunday. Two soldiers were killed in Oslo on Saturday."


@pytest.fixture
def page(chromium, live_server):
    """A page signed in as an editor."""
    # A test that commits leaves an empty database, also of what migrations put there.
    make_groups(apps)
    user = User.objects.create_user("editor", password="a long password", is_staff=True)
    user.groups.add(Group.objects.get(name="editor"))
    context = chromium.new_context(base_url=live_server.url)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    sign_in(page, "editor")
    yield page
    context.close()
    assert errors == []


def sign_in(page, name):
    """Sign in by the form."""
    page.goto("/admin/login/")
    page.fill("#id_username", name)
    page.fill("#id_password", "a long password")
    page.press("#id_password", "Enter")
    page.wait_for_url("**/admin/")


def pages_of_the_desk(statement, event, boss=None):
    """A page of each kind; those of people and tokens for whoever may see them."""
    lists = ["source", "speaker", "statement", "event", "revision", "importrun", "entry", "profile", "mention"]
    pages = ["/admin/", "/admin/upload/", "/admin/review/?list=ambiguous", "/admin/password_change/", "/admin/nowhere/"]
    pages += [f"/admin/review/{record.KIND}/{record.pk}/" for record in (statement, event)]
    pages += [f"/admin/date/{statement.source_id}/", f"/admin/date/{statement.source_id}/?edtf=2024-07-14"]
    pages += [f"/admin/timeline/{name}/" for name in lists]
    pages += [f"/admin/timeline/{name}/add/" for name in ("speaker", "statement", "event")]
    pages += [f"/admin/timeline/{one.KIND}/{one.pk}/{page}/" for one in (statement, event) for page in PAGES]
    pages += [f"/admin/timeline/event/{page}/" for page in ("import", "export")]
    pages += ["/admin/timeline/statement/?q=nothing", "/admin/suggestions/event/", "/admin/merge/event/"]
    pages += [f"/admin/split/event/{event.pk}/", f"/admin/timeline/revision/{Revision.objects.latest('id').pk}/change/"]
    if boss:
        pages += [f"/admin/erase/source/{statement.source_id}/", "/admin/api/token/", "/admin/api/token/add/"]
        pages += ["/admin/auth/user/", f"/admin/auth/user/{boss.pk}/change/", "/admin/auth/user/add/"]
        pages += [f"/admin/auth/group/{Group.objects.earliest('pk').pk}/change/"]
    return pages


def key(page, *pressed):
    """Press keys, each within what the one before it opened, and wait for the page that the last leads to."""
    for one in pressed[:-1]:
        page.keyboard.press(one)
    with page.expect_navigation():
        page.keyboard.press(pressed[-1])


def test_a_curator_clears_fifty_records_by_keyboard(page):
    for path in DEMONSTRATION:
        run_import([FIXTURES / path], Options(), Report(), lambda *_: None)
    page.goto("/admin/review/")

    decided = {}
    for number in range(50):
        kind, pk = page.url.split("?")[0].rstrip("/").split("/")[-2:]
        assert (kind, int(pk)) not in decided
        assert page.locator("mark").first.is_visible()
        if page.locator(".desk-readings").count():
            # Two presses: which day is meant, and yes.
            key(page, "1")
            key(page, "a")
            decided[kind, int(pk)] = ("published", "")
        elif number % 4 == 3:
            key(page, "r", "1")
            decided[kind, int(pk)] = ("rejected", {"statement": "not a statement", "event": "not an event"}[kind])
        else:
            key(page, "a")
            decided[kind, int(pk)] = ("published", "")

    states = {("statement", row.pk): row.state for row in Statement.objects.exclude(state="proposed")}
    states |= {("event", row.pk): row.state for row in Event.objects.exclude(state="proposed")}
    assert states == {record: state for record, (state, _) in decided.items()}
    for (kind, pk), (_, reason) in decided.items():
        last = Revision.objects.filter(kind=kind, record_id=pk).exclude(action="rendered").latest("version")
        assert (last.user.username, last.reason) == ("editor", reason)
    seen = [
        one["id"] for kind in ("statements", "events") for one in page.request.get(f"/api/v1/{kind}/").json()["results"]
    ]
    assert sorted(seen) == sorted(f"{kind}-{pk}" for (kind, pk), (state, _) in decided.items() if state == "published")


def test_keys_rest_while_somebody_types(page):
    statement = a_statement()
    page.goto(f"/admin/review/statement/{statement.pk}/")
    page.keyboard.press("e")

    page.keyboard.type("aras")

    assert page.locator("#id_edit-speaker_name").input_value() == "aras"
    page.keyboard.press("Escape")
    assert Statement.objects.get().state == "proposed"


def test_a_last_decision_is_undone_by_key(page):
    first = a_statement()
    a_statement()
    page.goto("/admin/review/")
    key(page, "a")

    key(page, "u")

    first.refresh_from_db()
    assert first.state == "proposed"


def test_an_article_is_dated_in_the_browser(page):
    source = import_article(Article(text=STORY, publisher="Gazette"), Author()).source
    page.goto(f"/admin/date/{source.pk}/")
    page.fill("#edtf", "2024-07-14")
    page.press("#edtf", "Enter")
    page.wait_for_selector("text=what would change")
    assert Source.objects.get().edtf == ""

    with page.expect_navigation():
        page.click("text=Save this date")

    assert Source.objects.get().edtf == "2024-07-14"


def test_two_speakers_are_merged_and_parted_again(page):
    kept, other = a_speaker("Masrour Barzan"), a_speaker("Masrur Barzan")
    statement = a_statement(speaker=other)
    page.goto(f"/admin/merge/speaker/?id={kept.pk}&id={other.pk}")
    with page.expect_navigation():
        page.click("text=Merge 2 into one")
    statement.refresh_from_db()
    assert statement.speaker == kept

    page.click("text=Undo this change >> nth=0")
    with page.expect_navigation():
        page.click("button:has-text('Undo')")

    statement.refresh_from_db()
    assert statement.speaker == other
    assert Speaker.objects.filter(merged_into=None).count() == 2


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_fit_a_phone_and_a_screen(page, width, scheme):
    statement = a_statement(a_source(title="A" * 200, text=f"{'B' * 300} We will rebuild the bridge, she said."))
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)

    other = a_speaker("Bo Dahl")
    merge = f"/admin/merge/speaker/?id={a_speaker().pk}&id={other.pk}"
    split = f"/admin/split/speaker/{other.pk}/"
    widths = {}
    for url in (*pages_of_the_desk(statement, an_event(a_source())), merge, split):
        page.goto(url)
        widths[url] = page.evaluate("document.documentElement.scrollWidth")
    assert {url: found for url, found in widths.items() if found > width} == {}


@pytest.mark.parametrize("date", ["07-08-2024", "2024-07-08"])
def test_a_sheet_shows_its_errors_and_its_preview_on_a_phone(page, date):
    event = an_event(title="A" * 200)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/admin/timeline/event/import/")
    content = f"id,title,edtf\n{event.pk},{'B' * 200},{date}\n".encode()
    page.set_input_files("[name=import_file]", {"name": "a.csv", "mimeType": "text/csv", "buffer": content})
    page.select_option("[name=format]", label="csv")

    with page.expect_navigation():
        page.click("input[type=submit]")

    wanted = "text=is not an EDTF date" if date == "07-08-2024" else "text=0 new, 1 changed"
    assert page.locator(wanted).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_accessible(page, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    statement = a_statement(speaker=a_speaker())
    page.emulate_media(color_scheme=scheme)
    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}

    event = an_event(a_source())
    boss = User.objects.create_superuser("boss", password="a long password")
    page.context.clear_cookies()
    desk = ["/admin/login/", *pages_of_the_desk(statement, event, boss)]
    faults = {}
    for number, url in enumerate(desk):
        if number == 1:
            sign_in(page, "boss")
        page.goto(url)
        found = axe.Axe().run(page, options=rules).response["violations"]
        faults[url] = [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]
    assert {url: wrong for url, wrong in faults.items() if wrong} == {}
