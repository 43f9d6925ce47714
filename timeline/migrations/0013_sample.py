from django.db import migrations, models
from django.db.models.lookups import Exact


class Migration(migrations.Migration):
    """An index of each seventh entry, for samples, and one that tallies can be summed up from."""

    dependencies = [("timeline", "0012_queue")]

    operations = [
        migrations.AddIndex(
            "entry",
            models.Index(
                fields=["earliest", "id", "latest"],
                name="entry_sample",
                condition=models.Q(Exact(models.F("id") % 7, 0)),
            ),
        ),
        migrations.RemoveIndex("tally", "tally_dates"),
        migrations.AddIndex(
            "tally",
            models.Index(fields=["name", "value", "earliest", "latest", "kind", "count"], name="tally_sums"),
        ),
    ]
