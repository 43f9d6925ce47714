from django.db import migrations, models
from django.db.models import Count, Q


def refuse_doubles(apps, editor):
    """Which of two articles keeps an address is for people to say: nothing is changed behind their back."""
    sources = apps.get_model("timeline", "Source").objects.using(editor.connection.alias)
    doubled = sources.filter(url__gt="").values("url").annotate(number=Count("id")).filter(number__gt=1)
    for url in doubled.order_by("url").values_list("url", flat=True)[:1]:
        ids = ", ".join(map(str, sources.filter(url=url).order_by("id").values_list("id", flat=True)))
        raise ValueError(f"The articles {ids} have one address, {url}: take it from all but one, then migrate again.")


class Migration(migrations.Migration):
    """No two articles at one address."""

    dependencies = [("timeline", "0003_roles")]

    operations = [
        migrations.RunPython(refuse_doubles, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.UniqueConstraint(
                fields=["url"],
                condition=Q(url__gt=""),
                name="source_url_once",
                violation_error_message="Another article has this address.",
            ),
        ),
    ]
