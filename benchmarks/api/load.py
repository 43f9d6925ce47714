"""Rows to measure on: plain tables for the others, and the same records as Dateline keeps them."""

from __future__ import annotations

from django.db import connection

#: 85 % single days, the rest months, quarters and years of 2019 to 2024; two sources each.
PLAIN = """
DROP TABLE IF EXISTS bench_link, bench_event, bench_source;
CREATE TABLE bench_source (id bigint PRIMARY KEY, publisher text, title text, url text, published date);
INSERT INTO bench_source SELECT n, 'Publisher ' || n %% 40, 'Headline of article ' || n, 'https://news.example/' || n,
    date '2019-01-01' + (n %% 2190)::int FROM generate_series(1, %(sources)s) n;
CREATE TABLE bench_event (id bigint PRIMARY KEY, title text, body text, edtf text, precision text, earliest date,
    latest date, place text, lat float, lon float, created timestamptz, updated timestamptz);
INSERT INTO bench_event
SELECT n, 'Event number ' || n || ' at place ' || place, repeat('Words of the report. ', 6) || word, edtf, precision,
    earliest, latest, 'Place ' || place, 30 + place / 10.0, 40 + place / 10.0, now(), now()
FROM (
    SELECT n, (n * 7919) %% 500 AS place, 'term' || (n * 31) %% 5000 AS word,
        CASE WHEN n %% 100 < 85 THEN day ELSE date_trunc(part, day)::date END AS earliest,
        CASE WHEN n %% 100 < 85 THEN day ELSE (date_trunc(part, day) + length - interval '1 day')::date END AS latest,
        CASE WHEN n %% 100 < 85 THEN 'day' ELSE part END AS precision, day::text AS edtf
    FROM (
        SELECT n, date '2019-01-01' + ((n * 104729) %% 2192)::int AS day,
            (ARRAY['month', 'quarter', 'year'])[1 + n %% 3] AS part,
            (ARRAY[interval '1 month', interval '3 months', interval '1 year'])[1 + n %% 3] AS length
        FROM generate_series(1, %(events)s::bigint) n
    ) days
) dated;
CREATE INDEX bench_event_start ON bench_event (earliest, id);
CREATE INDEX bench_event_interval ON bench_event (earliest, id, latest) WHERE latest > earliest;
CREATE TABLE bench_link (id bigserial PRIMARY KEY, event_id bigint, source_id bigint, exact text, "start" int,
    "end" int);
INSERT INTO bench_link (event_id, source_id, exact, "start", "end")
SELECT n, 1 + (n * k * 13) %% %(sources)s, 'the exact words of the report', 100, 129
FROM generate_series(1, %(events)s::bigint) n, generate_series(1, 2) k;
CREATE INDEX bench_link_event ON bench_link (event_id);
"""
KEPT = """
TRUNCATE timeline_entry, timeline_entrykey, timeline_entrypoint, timeline_searchtext, timeline_tally;
INSERT INTO timeline_entry (id, kind, record_id, earliest, latest, precision, speech, occurrence, independent_sources,
    created, updated, document)
SELECT 4 * e.id, 'event', e.id, earliest, latest, precision, '', 'occurred', 2, created, updated,
    json_build_object('id', 'event-' || e.id, 'kind', 'event', 'url', '/api/v1/events/' || e.id || '/', 'title',
        e.title, 'status', 'published', 'when',
        json_build_object('edtf', edtf, 'precision', precision, 'start', earliest, 'end',
        latest), 'text', body, 'places', json_build_array(json_build_object('name', place, 'lat', lat, 'lon', lon)),
        'sources', links.sources, 'independent_sources', 2, 'created', created, 'updated', updated)::text
FROM bench_event e JOIN (
    SELECT event_id, json_agg(json_build_object('id', s.id, 'publisher', publisher, 'title', title, 'url', url,
        'published', published, 'evidence', json_build_array(json_build_object('exact', exact, 'start', "start", 'end',
        "end")))) AS sources
    FROM bench_link l JOIN bench_source s ON s.id = l.source_id GROUP BY event_id
) links ON links.event_id = e.id;
INSERT INTO timeline_entrykey (entry_id, name, value, earliest, latest)
SELECT 4 * id, 'place', lower(place), earliest, latest FROM bench_event;
INSERT INTO timeline_searchtext (id, text) SELECT 4 * id, lower(title || E'\\n' || body) FROM bench_event;
INSERT INTO timeline_tally (name, value, label, kind, earliest, latest, count, folded)
SELECT '', '', '', 'event', earliest, latest, count(*), true FROM bench_event GROUP BY earliest, latest;
INSERT INTO timeline_tally (name, value, label, kind, earliest, latest, count, folded)
SELECT 'place', lower(place), max(place), 'event', earliest, latest, count(*), true
FROM bench_event GROUP BY place, earliest, latest;
"""


def load(events: int) -> None:
    """Make the rows anew: minutes for a million."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(PLAIN, {"events": events, "sources": max(events // 20, 50)})
        cursor.execute(KEPT)
        cursor.execute("VACUUM ANALYZE")
