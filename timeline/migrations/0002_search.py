from django.db import migrations

#: What the desk searches, as `timeline.admin.searching.document` writes it: a query in other words would not use the
#: index.
DESK = {
    "source": ("title", "publisher", "url"),
    "speaker": ("name", "organisation"),
    "statement": ("text", "speaker_text"),
    "event": ("title", "summary"),
    "mention": ("text",),
}
POSTGRESQL = [
    "ALTER TABLE timeline_searchtext ADD COLUMN words tsvector"
    " GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, text)) STORED",
    "CREATE INDEX search_words ON timeline_searchtext USING gin (words)",
    *(
        f"CREATE INDEX {name}_words ON timeline_{name} USING gin"
        " (to_tsvector('simple'::regconfig, {}))".format(" || ' ' || ".join(f'"{column}"' for column in columns))
        for name, columns in DESK.items()
    ),
]
# The index reads its texts from the table, and triggers keep it true. A migration that lets Django
# build the table anew on SQLite must make the triggers again.
SQLITE = [
    "CREATE VIRTUAL TABLE timeline_searchindex USING fts5("
    "text, content='timeline_searchtext', content_rowid='id', tokenize=\"unicode61 remove_diacritics 0\")",
    "CREATE TRIGGER search_added AFTER INSERT ON timeline_searchtext BEGIN"
    " INSERT INTO timeline_searchindex(rowid, text) VALUES (new.id, new.text); END",
    "CREATE TRIGGER search_gone AFTER DELETE ON timeline_searchtext BEGIN"
    " INSERT INTO timeline_searchindex(timeline_searchindex, rowid, text) VALUES ('delete', old.id, old.text); END",
    "CREATE TRIGGER search_changed AFTER UPDATE ON timeline_searchtext BEGIN"
    " INSERT INTO timeline_searchindex(timeline_searchindex, rowid, text) VALUES ('delete', old.id, old.text);"
    " INSERT INTO timeline_searchindex(rowid, text) VALUES (new.id, new.text); END",
]


def make_indexes(apps, editor):
    for statement in POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(statement)


def drop_indexes(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER TABLE timeline_searchtext DROP COLUMN words")
        for name in DESK:
            editor.execute(f"DROP INDEX {name}_words")
        return
    for name in ("search_added", "search_gone", "search_changed"):
        editor.execute(f"DROP TRIGGER {name}")
    editor.execute("DROP TABLE timeline_searchindex")


class Migration(migrations.Migration):
    """The full-text index of each database: tsvector with GIN, or FTS5. The desk's own is PostgreSQL's alone."""

    dependencies = [("timeline", "0001_initial")]

    operations = [migrations.RunPython(make_indexes, drop_indexes)]
