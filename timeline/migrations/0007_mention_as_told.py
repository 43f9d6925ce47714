from django.db import migrations, models
from django.db.models import F, OuterRef, Q, Subquery


def as_their_events(apps, editor):
    """Reports that are here already tell of their events as those stand; of another date, how it is known is not kept."""
    using = editor.connection.alias
    mentions = apps.get_model("timeline", "Mention").objects.using(using)
    events = apps.get_model("timeline", "Event").objects.using(using).filter(pk=OuterRef("event"))
    mentions.update(occurrence=Subquery(events.values("occurrence")[:1]))
    same = Q(earliest=F("event__earliest"), latest=F("event__latest"))
    undated = Q(earliest=None, event__earliest=None)
    mentions.filter(same | undated).update(basis=Subquery(events.values("basis")[:1]))


BASES = [
    ("stated", "the text states it"),
    ("inherited", "from the passage or interview that it stands in"),
    ("context", "bounded by what the text says around it"),
    ("publication", "bounded by the publication date alone"),
]
OCCURRENCES = [(word, word) for word in ("occurred", "ongoing", "planned", "alleged", "denied")]


class Migration(migrations.Migration):
    """A report says itself how its date is known and whether the thing happened: reports may contradict each other."""

    dependencies = [("timeline", "0006_merged_is_no_answer")]

    operations = [
        migrations.AddField(
            model_name="mention",
            name="basis",
            field=models.CharField(
                blank=True, choices=BASES, db_default="", default="", help_text="How the date is known.", max_length=12
            ),
        ),
        migrations.AddField(
            model_name="mention",
            name="occurrence",
            field=models.CharField(
                blank=True,
                choices=OCCURRENCES,
                db_default="",
                default="",
                help_text="Whether it happened, as this source has it; empty where that is not known.",
                max_length=10,
            ),
        ),
        migrations.RunPython(as_their_events, migrations.RunPython.noop),
    ]
