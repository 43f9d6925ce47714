from django.db import migrations, models
from django.db.models import Count, F, Value
from django.db.models.functions import Least

MOST_SOURCES = 5


def count(apps, editor):
    """Count what is published already by its independent sources."""
    entries = apps.get_model("timeline", "Entry").objects.filter(independent_sources__gt=1)
    Tally = apps.get_model("timeline", "Tally")
    sources = Least(F("independent_sources"), Value(MOST_SOURCES), output_field=models.IntegerField())
    rows = entries.order_by().values_list("kind", "earliest", "latest", sources).annotate(Count("pk"))
    Tally.objects.bulk_create(
        [
            Tally(
                name="independent", value=str(number), kind=kind, earliest=first, latest=last, count=found, folded=True
            )
            for kind, first, last, number, found in rows
        ],
        batch_size=1000,
    )


def forget(apps, editor):
    apps.get_model("timeline", "Tally").objects.filter(name="independent").delete()


class Migration(migrations.Migration):
    """Counts by the number of independent sources."""

    dependencies = [("timeline", "0010_desk_at_size")]

    operations = [
        migrations.AlterField(
            "tally",
            "name",
            models.CharField(
                blank=True,
                help_text="What is counted by: a key's name, `independent`; empty for all.",
                max_length=12,
            ),
        ),
        migrations.RunPython(count, forget),
    ]
