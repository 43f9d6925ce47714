from django.db import migrations

from timeline.roles import make_groups


class Migration(migrations.Migration):
    """The roles of the desk, as groups."""

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("timeline", "0002_search"),
    ]

    operations = [
        migrations.RunPython(lambda apps, editor: make_groups(apps), migrations.RunPython.noop, elidable=False),
    ]
