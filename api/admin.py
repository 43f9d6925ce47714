"""Tokens on the desk: issued, shown once, revoked."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from api.models import Scope, Token


class Issue(forms.Form):
    """Whose the token is, what it may do, and for how long."""

    user = forms.ModelChoiceField(
        queryset=get_user_model()._default_manager.none(), help_text="Whose it is: anybody but a superuser."
    )
    scope = forms.ChoiceField(choices=Scope.choices, help_text="What it may do, within what its owner may do.")
    days = forms.IntegerField(min_value=1, max_value=3650, initial=365, help_text="How many days it holds.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Nobody gets a superuser's token from the desk.
        users = get_user_model()._default_manager.filter(is_active=True, is_superuser=False)
        self.fields["user"].queryset = users.order_by("username")  # type: ignore[attr-defined]


@admin.register(Token)
class TokenAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Tokens by their first letters; a deleted one is refused from then on."""

    list_display = ("__str__", "user", "scope", "created", "expiry")
    list_select_related = ("user",)
    search_fields = ("user__username",)
    search_help_text = "The name of the owner."
    ordering = ("-created",)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Administrators."""
        return bool(request.user.has_perm("timeline.issue_token"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Administrators."""
        return bool(request.user.has_perm("timeline.issue_token"))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Revoking is deleting; administrators do."""
        return bool(request.user.has_perm("timeline.issue_token"))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A token is revoked and issued anew, never changed."""
        return False

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Administrators."""
        return bool(request.user.has_perm("timeline.issue_token"))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What is known of a token; its hash is nobody's to read."""
        return ["token_key", "user", "scope", "created", "expiry"]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Issue a token and show it, this once."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = Issue(request.POST if request.method == "POST" else None)
        token = ""
        if form.is_valid():
            given = form.cleaned_data
            _, token = Token.objects.create(
                user=given["user"], expiry=dt.timedelta(days=given["days"]), scope=given["scope"]
            )
        context = {
            **self.admin_site.each_context(request),
            "title": "Issue a token",
            "form": form,
            "token": token,
            **(extra_context or {}),
        }
        # The admin answers no-store: neither a browser nor anything on the way keeps it.
        return TemplateResponse(request, "desk/token.html", context)
