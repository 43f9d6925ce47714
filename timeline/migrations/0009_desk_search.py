from django.db import migrations

#: As `timeline.admin.searching.document` writes them: a query in other words would not use the index.
INDEXES = {
    "source": ("title", "publisher", "url"),
    "speaker": ("name", "organisation"),
    "statement": ("text", "speaker_text"),
    "event": ("title", "summary"),
}


def make_indexes(apps, editor):
    if editor.connection.vendor != "postgresql":
        return
    for name, columns in INDEXES.items():
        joined = " || ' ' || ".join(f'"{column}"' for column in columns)
        editor.execute(
            f"CREATE INDEX {name}_words ON timeline_{name} USING gin (to_tsvector('simple'::regconfig, {joined}))"
        )


def drop_indexes(apps, editor):
    if editor.connection.vendor == "postgresql":
        for name in INDEXES:
            editor.execute(f"DROP INDEX {name}_words")


class Migration(migrations.Migration):
    """The desk searches a million rows: on PostgreSQL by an index of their words."""

    dependencies = [("timeline", "0008_search")]

    operations = [migrations.RunPython(make_indexes, drop_indexes)]
