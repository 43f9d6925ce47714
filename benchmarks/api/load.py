"""Rows to measure on: plain tables for the others, and the same records as Dateline keeps them."""

from __future__ import annotations

from django.db import connection

#: 85 % single days, the rest months, quarters and years of 2019 to 2024; two sources each. The plain
#: tables hold all that a public document shows, so that every server can answer the same page.
PLAIN = """
DROP TABLE IF EXISTS bench_link, bench_event, bench_source;
CREATE TABLE bench_source (id bigint PRIMARY KEY, publisher text, title text, url text, edtf text, earliest date,
    latest date);
INSERT INTO bench_source
SELECT n, 'Publisher ' || n %% 40, 'Headline of article ' || n, 'https://news.example/' || n, day::text, day, day
FROM (SELECT n, date '2019-01-01' + (n %% 2190)::int AS day FROM generate_series(1, %(sources)s) n) days;
CREATE TABLE bench_event (id bigint PRIMARY KEY, title text, body text, edtf text, date_text text, precision text,
    earliest date, latest date, anchor text, rule text, basis text, occurrence text, background boolean, place text,
    lat float, lon float, actors text[], tags text[], independent_sources int, version int, created timestamptz,
    updated timestamptz);
INSERT INTO bench_event
SELECT n, 'Event number ' || n || ' at place ' || place, 'Words of the report of an event, ' || word, edtf, edtf,
    precision, earliest, latest, NULL, 'iso', 'text', 'occurred', false, 'Place ' || place, 30 + place / 10.0,
    40 + place / 10.0, '{}', ARRAY['tag ' || n %% 30], 1 + (n %% 3 = 0)::int, 1, '2025-01-01T00:00:00.123456Z',
    '2025-01-01T00:00:00.123456Z'
FROM (
    SELECT n, (n * 7919) %% 500 AS place, 'term' || (n * 31) %% 5000 AS word,
        CASE WHEN n %% 100 < 85 THEN day ELSE date_trunc(part, day)::date END AS earliest,
        CASE WHEN n %% 100 < 85 THEN day ELSE (date_trunc(part, day) + length - interval '1 day')::date END AS latest,
        CASE WHEN n %% 100 < 85 THEN 'day' ELSE part END AS precision,
        CASE WHEN n %% 100 < 85 THEN day::text WHEN part = 'month' THEN to_char(day, 'YYYY-MM') WHEN part = 'year'
            THEN to_char(day, 'YYYY') ELSE to_char(day, 'YYYY-') || 32 + extract(quarter FROM day) END AS edtf
    FROM (
        SELECT n, date '2019-01-01' + ((n * 104729) %% 2192)::int AS day,
            (ARRAY['month', 'quarter', 'year'])[1 + n %% 3] AS part,
            (ARRAY[interval '1 month', interval '3 months', interval '1 year'])[1 + n %% 3] AS length
        FROM generate_series(1, %(events)s::bigint) n
    ) days
) dated;
CREATE INDEX bench_event_start ON bench_event (earliest, id);
CREATE INDEX bench_event_interval ON bench_event (earliest, id, latest) WHERE latest > earliest;
CREATE TABLE bench_link (event_id bigint, source_id bigint, exact text, prefix text, suffix text, "start" int,
    "end" int, date_text text, PRIMARY KEY (event_id, source_id));
INSERT INTO bench_link
SELECT n, 1 + (n * k * 13) %% %(sources)s, 'the exact words of the report', 'what stands before it, so many.. ',
    ' and what follows on it, so many', 100, 129, NULL
FROM generate_series(1, %(events)s::bigint) n, generate_series(1, 2) k ON CONFLICT DO NOTHING;
"""
#: The public documents, letter for letter as `timeline.ledger.documents` writes them (the benchmark compares).
DOCUMENTS = """
CREATE FUNCTION pg_temp.instant(at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
TRUNCATE timeline_entry, timeline_entrykey, timeline_entrypoint, timeline_searchtext, timeline_tally,
    timeline_revision;
INSERT INTO timeline_entry (id, kind, record_id, earliest, latest, precision, speech, occurrence, independent_sources,
    created, updated, document)
SELECT 4 * e.id, 'event', e.id, earliest, latest, precision, '', occurrence, independent_sources, created, updated,
    '{"id":"event-' || e.id || '","kind":"event","url":"/api/v1/events/' || e.id || '/","title":' || to_json(title)
    || ',"status":"published","when":{"edtf":' || to_json(edtf) || ',"text":' || to_json(date_text) || ',"precision":'
    || to_json(precision) || ',"start":' || to_json(earliest) || ',"end":' || to_json(latest)
    || ',"anchor":null,"rule":' || to_json(rule) || ',"basis":' || to_json(basis) || '},"when_alternatives":[],"text":'
    || to_json(body) || ',"occurrence":' || to_json(occurrence) || ',"background":' || to_json(background)
    || ',"places":[{"name":' || to_json(place) || ',"lat":' || lat || CASE WHEN lat = floor(lat) THEN '.0' ELSE '' END
    || ',"lon":' || lon || CASE WHEN lon = floor(lon) THEN '.0' ELSE '' END
    || ',"reason":null}],"actors":' || to_json(actors)
    || ',"tags":' || to_json(tags) || ',"sources":[' || links.sources || '],"independent_sources":'
    || independent_sources || ',"version":' || version || ',"created":"' || pg_temp.instant(created)
    || '","updated":"' || pg_temp.instant(updated) || '"}'
FROM bench_event e JOIN (
    SELECT event_id, string_agg('{"id":' || s.id || ',"publisher":' || to_json(publisher) || ',"title":'
        || to_json(title) || ',"url":' || to_json(url) || ',"published":{"edtf":' || to_json(edtf) || ',"start":'
        || to_json(earliest) || ',"end":' || to_json(latest) || '},"evidence":[{"exact":' || to_json(exact)
        || ',"prefix":' || to_json(prefix) || ',"suffix":' || to_json(suffix) || ',"start":' || "start" || ',"end":'
        || "end" || ',"date_text":null}]}', ',' ORDER BY s.id) AS sources
    FROM bench_link l JOIN bench_source s ON s.id = l.source_id GROUP BY event_id
) links ON links.event_id = e.id;
INSERT INTO timeline_tally (name, value, label, kind, earliest, latest, count, folded)
SELECT '', '', '', 'event', earliest, latest, count(*), true FROM bench_event GROUP BY earliest, latest;
INSERT INTO timeline_revision (kind, record_id, version, action, snapshot, document, reason, at, seq, numbered, public)
SELECT 'event', id, 1, 'imported', '{}', '', '', created, id, created, true FROM bench_event WHERE id <= 10000;
"""
#: What filters, search and counts are answered from.
FOUND = """
INSERT INTO timeline_entrykey (entry_id, name, value, earliest, latest)
SELECT 4 * id, 'place', lower(place), earliest, latest FROM bench_event;
INSERT INTO timeline_searchtext (id, text) SELECT 4 * id, lower(title || E'\\n' || body) FROM bench_event;
INSERT INTO timeline_tally (name, value, label, kind, earliest, latest, count, folded)
SELECT 'place', lower(place), max(place), 'event', earliest, latest, count(*), true
FROM bench_event GROUP BY place, earliest, latest;
INSERT INTO timeline_tally (name, value, label, kind, earliest, latest, count, folded)
SELECT 'independent', independent_sources, '', 'event', earliest, latest, count(*), true
FROM bench_event WHERE independent_sources > 1 GROUP BY independent_sources, earliest, latest;
"""


def load(events: int, *, found: bool = True) -> None:
    """Make the rows anew: minutes for a million. Without `found` only what pages are read from."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0; SET synchronous_commit = off; SET work_mem = '256MB'")
        cursor.execute(PLAIN, {"events": events, "sources": max(events // 20, 50)})
        cursor.execute(DOCUMENTS)
        if found:
            cursor.execute(FOUND)
        cursor.execute("VACUUM ANALYZE")
