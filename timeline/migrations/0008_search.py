from django.db import migrations

POSTGRESQL = [
    "ALTER TABLE timeline_searchtext ADD COLUMN words tsvector"
    " GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, text)) STORED",
    "CREATE INDEX search_words ON timeline_searchtext USING gin (words)",
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


def make_index(apps, editor):
    for statement in POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(statement)


def drop_index(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER TABLE timeline_searchtext DROP COLUMN words")
        return
    for name in ("search_added", "search_gone", "search_changed"):
        editor.execute(f"DROP TRIGGER {name}")
    editor.execute("DROP TABLE timeline_searchindex")


class Migration(migrations.Migration):
    """The full-text index of each database: tsvector with GIN, or FTS5."""

    dependencies = [("timeline", "0007_reading")]

    operations = [migrations.RunPython(make_index, drop_index)]
