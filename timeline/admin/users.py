"""People of the desk: their names, and the roles that they have."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User

admin.site.unregister(User)


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    """Somebody who signs in. When they last did is what happened, not what anybody types."""

    readonly_fields = ("last_login", "date_joined")
