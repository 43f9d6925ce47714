"""Every list and every search of the desk on many rows (PostgreSQL)."""

from __future__ import annotations

import logging
import time
from typing import Any

from benchmarks.crash import ask, python

#: Milliseconds that a list, and a search, may take.
LIST, SEARCH = 1000, 2000
NOW = "version, held, created, updated) SELECT"
DAY = "date '2019-01-01' + (n %% 2192)::int"
#: A word of every row, one of every tenth, one of few, and the kind of name that a few share.
WORDS = (
    "'Minister of district ' || n %% 40 || CASE WHEN n %% 10 = 0 THEN ' opens bridge' ELSE '' END"
    " || ' term' || n %% 50000"
)
ROWS = f"""
INSERT INTO timeline_importrun (id, extractor, settings, paths, started, ended, read, made, changed, unchanged,
    rejected,
    errors)
SELECT n, '1', '{{}}', '[]', now(), now(), 0, 0, 0, 0, 0, '[]' FROM generate_series(1, 300) n;
INSERT INTO timeline_source (id, edtf, earliest, latest, precision, date_text, anchor, rule, readings, identity,
    publisher,
    title, url, record_id, language, dateline, agency, text, sha256, fingerprint, read_as, origin, retrieved, {NOW} n,
    CASE WHEN n %% 50 > 0 THEN ({DAY})::text ELSE '' END, CASE WHEN n %% 50 > 0 THEN {DAY} END,
    CASE WHEN n %% 50 > 0 THEN {DAY} END, CASE WHEN n %% 50 > 0 THEN 'day' ELSE '' END, '', '', 'given', '[]',
    'size:' || n, 'Publisher ' || n %% 40, {WORDS}, 'https://news.example/' || n, '', 'en', '', '',
    repeat('The minister spoke on Sunday about the bridge in term' || n %% 50000 || '. ', 30), n, n, 'text',
    'file ' || n,
    now(), 1, '[]', now(), now()
FROM generate_series(1, %(sources)s) n;
INSERT INTO timeline_speaker (id, name, key, aliases, organisation, {NOW} n, 'Anna term' || n, 'anna term' || n, '[]',
    'Ministry ' || n %% 100, 1, '[]', now(), now()
FROM generate_series(1, %(sources)s / 10) n;
INSERT INTO timeline_statement (id, edtf, earliest, latest, precision, date_text, anchor, rule, readings, state,
    speaker_text, role, organisation, speech, text, cue, relayed_via, spans, basis, source_id, speaker_id, {NOW} n,
    CASE WHEN n %% 20 > 0 THEN ({DAY})::text ELSE '' END, CASE WHEN n %% 20 > 0 THEN {DAY} END,
    CASE WHEN n %% 20 > 0 THEN {DAY} END, CASE WHEN n %% 20 > 0 THEN 'day' ELSE '' END, 'Sunday', 'publication',
    'weekday',
    '[]', CASE WHEN n %% 10 < 6 THEN 'proposed' WHEN n %% 10 < 9 THEN 'published' ELSE 'rejected' END, '',
    'minister', '',
    'direct', {WORDS}, 'said', '', '[[0, 12]]', CASE WHEN n %% 30 = 0 THEN 'publication' ELSE 'stated' END, n,
    CASE WHEN n %% 15 > 0 THEN 1 + n %% (%(sources)s / 10) END, 1, '[]', now(), now()
FROM generate_series(1, %(sources)s) n;
INSERT INTO timeline_event (id, edtf, earliest, latest, precision, date_text, anchor, rule, readings, state, title,
    summary, occurrence, background, places, actors, tags, basis, first_source, {NOW} n,
    CASE WHEN n %% 20 > 0 THEN ({DAY})::text ELSE '' END, CASE WHEN n %% 20 > 0 THEN {DAY} END,
    CASE WHEN n %% 20 > 0 THEN {DAY} END, CASE WHEN n %% 20 > 0 THEN 'day' ELSE '' END, 'Sunday', 'publication',
    'weekday',
    CASE WHEN n %% 1000 = 0 THEN '["2024-07-08", "2024-08-07"]'::jsonb ELSE '[]' END,
    CASE WHEN n %% 10 < 6 THEN 'proposed' WHEN n %% 10 < 9 THEN 'published' ELSE 'rejected' END, {WORDS}, '',
    'occurred',
    n %% 7 = 0, '[]', '[]', '[]', CASE WHEN n %% 30 = 0 THEN 'publication' ELSE 'stated' END,
    1 + n %% %(sources)s, 1, '[]', now(), now()
FROM generate_series(1, %(events)s) n;
INSERT INTO timeline_mention (id, edtf, earliest, latest, precision, date_text, anchor, rule, readings, start,
    "end", text,
    event_id, source_id)
SELECT n, edtf, earliest, latest, precision, date_text, anchor, rule, '[]', 0, 12, title, n, 1 + n %% %(sources)s
FROM timeline_event AS e, LATERAL (SELECT e.id AS n) AS numbered;
INSERT INTO timeline_revision (kind, record_id, version, action, snapshot, document, public, reason, at, seq,
    numbered,
    run_id)
SELECT kind, n, 1, 'created', '{{}}', '', false, 'imported', now(), row_number() OVER (), now(), 1 + n %% 300
FROM (
    SELECT 'source' AS kind, id AS n FROM timeline_source UNION ALL SELECT 'statement', id FROM timeline_statement
    UNION ALL SELECT 'event', id FROM timeline_event UNION ALL SELECT 'speaker', id FROM timeline_speaker
) AS records;
INSERT INTO timeline_suggestion (kind, "first", "second", score, reasons, answer, made)
SELECT CASE WHEN n %% 2 = 0 THEN 'speaker' ELSE 'event' END, 20 * n, 20 * n + 1, 0.5, '["alike"]', '', now()
FROM generate_series(1, %(sources)s / 250) n;
INSERT INTO timeline_entry (id, kind, record_id, earliest, latest, precision, speech, occurrence, independent_sources,
    created, updated, document)
SELECT 4 * id, 'event', id, earliest, latest, precision, '', 'occurred', 1, created, updated,
    '{{}}' FROM timeline_event
WHERE state = 'published';
INSERT INTO timeline_profile (id, kind, record_id, name, organisation, earliest, latest, created, updated, document)
SELECT 4 * id + 1, 'source', id, lower(publisher), '', earliest, latest, created, updated,
    '{{}}' FROM timeline_source;
"""
LISTS = (
    "", "?p=2", "?p=200", "?state__exact=proposed", "?state__exact=rejected", "?dated=no", "?dated=ambiguous",
    "?dated=yes", "?language=en", "?kind=event", "?action=created", "?merged_into__isempty=1", "?basis=publication",
    "?occurrence__exact=denied", "?o=1", "?o=-2",
)  # fmt: skip
SEARCHES = (
    "minister", "bridge", "term123", "nothere", "minister bridge term777", "Anna", "news example 17",
    "minister of district 7 opens bridge term10",
)  # fmt: skip
PAGES = (
    "/admin/", "/admin/suggestions/speaker/", "/admin/suggestions/event/", "/admin/review/statement/150000/",
    "/admin/review/event/600000/", "/admin/merge/speaker/?q=Anna+term123", "/admin/merge/event/?q=bridge+term123",
    "/admin/split/speaker/5/", "/admin/date/150000/", "/admin/timeline/event/600000/change/",
    "/admin/timeline/source/150000/change/", "/admin/timeline/statement/150000/change/",
    "/admin/timeline/statement/150000/history/", "/admin/timeline/importrun/7/change/",
    *(f"/admin/review/?list={name}" for name in ("all", "undated", "ambiguous", "unresolved", "duplicate", "weak")),
    "/admin/review/?source=1234", "/admin/review/?run=17",
)  # fmt: skip


def run(url: str, sources: int, events: int) -> tuple[list[str], list[str]]:
    """What each list, search and page took, in lines; and what took too long or failed."""
    if not url.startswith("postgres"):
        return [], ["the size is measured on PostgreSQL: DATABASE_URL names none"]
    assert python(url, "manage.py", "migrate", "--verbosity", "0").wait() == 0
    module = "__import__('benchmarks.desk.size', fromlist=['size'])"
    ask(url, f"{module}.load({sources}, {events})")
    took = ask(url, f"{module}.measure()")
    lines = [f"{milliseconds:7.0f} ms  {address}" for address, status, milliseconds in sorted(took, key=lambda t: t[2])]
    wrong = [f"{address}: {status}" for address, status, _ in took if status not in (200, 302)]
    wrong += [
        f"{address}: {milliseconds:.0f} ms"
        for address, _, milliseconds in took
        if milliseconds > (SEARCH if "q=" in address else LIST)
    ]
    return lines, wrong


def load(sources: int, events: int) -> None:
    """Make the rows: some minutes for a million."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(ROWS, {"sources": sources, "events": events})
        cursor.execute("VACUUM ANALYZE")


def measure() -> list[tuple[str, int, float]]:
    """Of each address the status and the milliseconds, the better of two: the first may read from the disk."""
    from django.conf import settings
    from django.contrib import admin
    from django.contrib.auth.models import User
    from django.test import Client

    settings.ALLOWED_HOSTS = ["*"]
    logging.disable(logging.CRITICAL)
    client = Client()
    client.force_login(User.objects.create_superuser("curator"))
    addresses = list(PAGES)
    for model, options in admin.site._registry.items():
        if model._meta.app_label != "timeline":
            continue
        base = f"/admin/timeline/{model._meta.model_name}/"
        addresses += [base + query for query in LISTS if _filters(options, query)]
        addresses += [f"{base}?q={words.replace(' ', '+')}" for words in SEARCHES]
    client.get("/admin/")
    return [_timed(client, address) for address in addresses]


def _filters(options: Any, query: str) -> bool:
    """Whether the list has the filter that the address asks for."""
    from timeline.admin.base import filtered_by

    name = query[1:].partition("=")[0].partition("__")[0]
    return name in ("", "p", "o") or name in filtered_by(options.list_filter)


def _timed(client: Any, address: str) -> tuple[str, int, float]:
    took = []
    for _ in range(2):
        began = time.perf_counter()
        status = client.get(address, follow=True).status_code
        took.append((time.perf_counter() - began) * 1000)
    return address, status, round(min(took), 1)
