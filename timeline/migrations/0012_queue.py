from django.db import migrations, models
from django.db.models import Min, OuterRef, Subquery
from django.db.models.functions import Coalesce


def place(apps, editor):
    """Give the events that are there the first of their articles."""
    reports = apps.get_model("timeline", "Mention").objects.filter(event=OuterRef("pk")).order_by()
    first = reports.values("event").annotate(least=Min("source")).values("least")
    apps.get_model("timeline", "Event").objects.update(first_source=Coalesce(Subquery(first), 0))


class Migration(migrations.Migration):
    """The place of an event in the review queue."""

    dependencies = [("timeline", "0011_independent")]

    operations = [
        migrations.RemoveIndex(model_name="event", name="event_undated"),
        migrations.RenameIndex(model_name="event", new_name="event_state", old_name="event_queue"),
        migrations.AddField(
            model_name="event",
            name="first_source",
            field=models.BigIntegerField(
                db_default=0,
                default=0,
                editable=False,
                help_text=(
                    "The number of the first article that reports it: its place in the review queue;"
                    " 0 where none does."
                ),
            ),
        ),
        migrations.RunPython(place, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["state", "first_source", "id"], name="event_queue"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("earliest__isnull", True), ("state", "proposed")),
                fields=["first_source", "id"],
                name="event_undated",
            ),
        ),
    ]
