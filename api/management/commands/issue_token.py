"""Issue a token of the API."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from api.models import Scope, Token


class Command(BaseCommand):
    """Prints the token once; only its hash is kept."""

    help = "Issue a token of the API to a user; it is printed once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose it is, what it may do, and for how long."""
        parser.add_argument("username")
        parser.add_argument("--scope", choices=Scope.values, default=Scope.PROPOSE)
        parser.add_argument("--days", type=int, default=365, help="how long it holds (365)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it and print it."""
        user = get_user_model().objects.filter(username=options["username"], is_active=True).first()
        if user is None:
            raise CommandError(f"There is no active user {options['username']!r}.")
        if options["days"] < 1:
            raise CommandError("--days must be at least 1.")
        _, token = Token.objects.create(user=user, expiry=dt.timedelta(days=options["days"]), scope=options["scope"])
        self.stdout.write(token)
