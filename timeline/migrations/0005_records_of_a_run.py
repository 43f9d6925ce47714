"""What became of the records of articles that a run read anew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Counts of statements and events, beside those of articles."""

    dependencies = [("timeline", "0004_source_url_once")]

    operations = [
        migrations.AddField(
            model_name="importrun",
            name=name,
            field=models.PositiveIntegerField(default=0, help_text=f"Statements and events {words} by reading anew."),
        )
        for name, words in (
            ("records_added", "added"),
            ("records_changed", "changed"),
            ("records_gone", "taken away"),
        )
    ]
