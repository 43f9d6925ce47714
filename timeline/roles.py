"""Who may do what: the roles as groups, each with everything that the one before it may do."""

from __future__ import annotations

from typing import Any

KINDS = ("source", "speaker", "statement", "event")
SEEN = (*KINDS, "mention", "revision", "importrun", "entry", "profile")

#: What each role may do beyond the one before it, as permissions of the application `timeline`.
#: docs/roles.md shows the same table for people; a test compares the two.
ADDED: dict[str, tuple[str, ...]] = {
    "viewer": tuple(f"view_{kind}" for kind in SEEN),
    "contributor": ("add_source", "add_speaker", "add_statement", "add_event"),
    "curator": (
        "change_speaker",
        "change_statement",
        "change_event",
        "date_source",
        "decide_statement",
        "decide_event",
    ),
    "editor": ("change_source", "merge_speaker", "merge_event", "unpublish_statement", "unpublish_event"),
    "administrator": ("erase_source", "erase_speaker", "issue_token"),
}


def roles() -> dict[str, tuple[str, ...]]:
    """All permissions of each role."""
    found: dict[str, tuple[str, ...]] = {}
    held: tuple[str, ...] = ()
    for role, added in ADDED.items():
        held = (*held, *added)
        found[role] = held
    return found


def make_groups(apps: Any) -> None:
    """Make the groups and give them their permissions; for migrations, whose `apps` it takes.

    Django makes permissions only after all migrations; those that are not there yet are made here,
    and found again by Django then.
    """
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    type_model = apps.get_model("contenttypes", "ContentType")
    known = {
        f"{action}_{model._meta.model_name}": (model._meta.model_name, f"Can {action} {model._meta.verbose_name}")
        for model in apps.get_app_config("timeline").get_models()
        for action in ("add", "change", "delete", "view")
    }
    for model in apps.get_app_config("timeline").get_models():
        known.update({code: (model._meta.model_name, name) for code, name in model._meta.permissions})
    for role, codes in roles().items():
        group, _ = group_model.objects.get_or_create(name=role)
        for code in codes:
            model_name, name = known[code]
            kind, _ = type_model.objects.get_or_create(app_label="timeline", model=model_name)
            permission, _ = permission_model.objects.get_or_create(
                content_type=kind, codename=code, defaults={"name": name}
            )
            group.permissions.add(permission)
