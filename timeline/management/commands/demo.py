"""`manage.py demo`: the demonstration corpus, imported, curated, and a login to look around with."""

from __future__ import annotations

import os
import secrets
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

FIXTURES = settings.BASE_DIR / "fixtures"
#: Holds the decisions of fixtures/decisions.json; nobody can sign in as it.
CURATOR = "demonstration"


class Command(BaseCommand):
    """Prepare the demonstration; running it again changes nothing."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the demonstration will be served."""
        parser.add_argument("--address", default=settings.SITE_URL, help="the address to print")

    def handle(self, *, address: str, **options: Any) -> None:
        """Migrate, import, decide, and print where to look."""
        call_command("migrate", verbosity=0)
        call_command("import_articles", str(FIXTURES / "articles"))
        self._curator()
        call_command("load_decisions", str(FIXTURES / "decisions.json"), user=CURATOR)
        password = self._administrator()
        self.stdout.write(
            f"\nTimeline   {address}/"
            f"\nAPI        {address}/api/v1/timeline/?from=2019&to=2024"
            f"\nTry it     {address}/api/v1/docs/"
            f"\nAdmin      {address}/admin/   admin / {password}"
            f"\n\n    curl '{address}/api/v1/timeline/?from=2020-02&to=2020-03&limit=3'\n"
        )

    def _curator(self) -> None:
        users = get_user_model().objects
        if not users.filter(username=CURATOR).exists():
            users.create_user(CURATOR, is_active=False)

    def _administrator(self) -> str:
        """The administrator's password, where it is known; a random one is printed this once and never again."""
        users = get_user_model().objects
        given = os.environ.get("ADMIN_PASSWORD", "")
        admin = users.filter(username="admin").first()
        if admin is None:
            password = given or secrets.token_urlsafe(12)
            users.create_superuser("admin", password=password)
            return password if not given else "the password of ADMIN_PASSWORD"
        if given:
            admin.set_password(given)
            admin.save()
            return "the password of ADMIN_PASSWORD"
        return "the password printed the first time (ADMIN_PASSWORD=... sets another)"
