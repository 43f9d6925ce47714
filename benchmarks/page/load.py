"""The million events of the API's benchmark, with all that the page filters by, and a statement for each five."""

from __future__ import annotations

from django.db import connection

from benchmarks.api.load import load as load_events

#: A name for each thing that the ledger keeps a key of; speakers of very different sizes, as in earnest.
FURTHER = """
TRUNCATE timeline_speaker CASCADE;
INSERT INTO timeline_speaker (id, version, held, created, updated, name, key, aliases, organisation)
SELECT n, 1, '[]', now(), now(), 'Speaker ' || n, 'speaker ' || n, '[]', 'Office ' || n %% 50
FROM generate_series(1, 500) n;
INSERT INTO timeline_entrykey (entry_id, name, value, earliest, latest)
SELECT 4 * id, name, value, earliest, latest FROM bench_event,
LATERAL (VALUES ('tag', tags[1]), ('actor', 'actor ' || id %% 3000)) k (name, value);
INSERT INTO timeline_entrykey (entry_id, name, value, earliest, latest)
SELECT DISTINCT 4 * e.id, name, value, e.earliest, e.latest
FROM bench_event e JOIN bench_link l ON l.event_id = e.id JOIN bench_source s ON s.id = l.source_id,
LATERAL (VALUES ('publisher', lower(s.publisher)), ('source', s.id::text)) k (name, value);
INSERT INTO timeline_entry (id, kind, record_id, earliest, latest, precision, speech, occurrence, independent_sources,
    created, updated, document)
SELECT 4 * n + 3, 'statement', n, earliest, latest, 'day', 'direct', '', 1, now(), now(),
    json_build_object('id', 'statement-' || n, 'kind', 'statement', 'url', '/api/v1/statements/' || n || '/', 'title',
        'Words of speaker ' || speaker, 'status', 'published', 'when', json_build_object('edtf', edtf, 'precision',
        'day', 'start', earliest, 'end', latest), 'text', 'The words of the speaker of that day.', 'speech',
        'direct', 'speaker', json_build_object('id', speaker, 'name', 'Speaker ' || speaker, 'role', 'engineer',
        'organisation', 'Office ' || speaker %% 50), 'sources', json_build_array(json_build_object('id', id,
        'publisher', publisher, 'title', title, 'url', url, 'published', null, 'evidence', '[]'::json)),
        'independent_sources', 1, 'created', now(), 'updated', now())::text
FROM (SELECT n, 1 + sqrt((n * 7919) %% 249001)::int AS speaker FROM generate_series(1, %(statements)s::bigint) n) said
JOIN bench_source s ON s.id = 1 + n %% %(sources)s;
INSERT INTO timeline_entrykey (entry_id, name, value, earliest, latest)
SELECT 4 * n + 3, name, value, earliest, latest
FROM (SELECT n, 1 + sqrt((n * 7919) %% 249001)::int AS speaker FROM generate_series(1, %(statements)s::bigint) n) said
JOIN bench_source s ON s.id = 1 + n %% %(sources)s,
LATERAL (VALUES ('speaker', speaker::text), ('said_by', 'speaker ' || speaker),
    ('organisation', 'office ' || speaker %% 50), ('publisher', lower(publisher)), ('source', id::text)) k (name,
    value);
INSERT INTO timeline_searchtext (id, text)
SELECT id, lower(document::json ->> 'title') || E'\\n' || lower(document::json ->> 'text')
FROM timeline_entry WHERE kind = 'statement';
DELETE FROM timeline_tally;
INSERT INTO timeline_tally (name, value, label, kind, earliest, latest, count, folded)
SELECT '', '', '', kind, earliest, latest, count(*), true FROM timeline_entry GROUP BY kind, earliest, latest;
INSERT INTO timeline_tally (name, value, label, kind, earliest, latest, count, folded)
SELECT k.name, value, CASE WHEN k.name = 'speaker' THEN '' ELSE initcap(value) END, kind, k.earliest, k.latest,
    count(*), true
FROM timeline_entrykey k JOIN timeline_entry e ON e.id = k.entry_id
WHERE k.name IN ('place', 'speaker', 'publisher', 'tag') GROUP BY k.name, value, kind, k.earliest, k.latest;
INSERT INTO timeline_tally (name, value, label, kind, earliest, latest, count, folded)
SELECT 'independent', independent_sources, '', kind, earliest, latest, count(*), true
FROM timeline_entry WHERE independent_sources > 1 GROUP BY independent_sources, kind, earliest, latest;
"""


def load(events: int) -> None:
    """Make the rows anew: several minutes for a million."""
    load_events(events)
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(FURTHER, {"statements": events // 5, "sources": max(events // 20, 50)})
        cursor.execute("VACUUM ANALYZE")
