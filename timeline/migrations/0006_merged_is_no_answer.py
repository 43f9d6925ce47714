from django.db import migrations, models


def reopen(apps, editor):
    """A pair that was merged rests while it is; pairs that only the merge had made go."""
    pairs = apps.get_model("timeline", "Suggestion").objects.using(editor.connection.alias).filter(answer="merged")
    pairs.filter(score=0, reasons=[]).delete()
    pairs.update(answer="")


class Migration(migrations.Migration):
    """Being merged is told by the records, not by the answer to a suggestion."""

    dependencies = [("timeline", "0005_records_of_a_run")]

    operations = [
        migrations.RunPython(reopen, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="suggestion",
            name="answer",
            field=models.CharField(
                blank=True,
                choices=[("different", "not the same")],
                help_text="What a person decided; empty until then.",
                max_length=10,
            ),
        ),
    ]
