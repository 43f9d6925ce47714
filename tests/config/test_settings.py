"""Settings, read from the environment as a server would."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

ROOT = settings.BASE_DIR
KEY = "k7Jw_Qz3vT9mXc2Lb8Rn5Yp1Hs6Fd4Ga0Ue-ZiOoKjWqErTyUiOpAs"
READ = r'\b(?:flag|number|text|web_address|edtf_date|str)\(\s*"([A-Z][A-Z_]+)"'
PRODUCTION = {"SECRET_KEY": KEY, "SITE_URL": "https://timeline.example.org", "DEBUG": "false"}


def manage(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py with these settings and no others."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    # An empty value stands for an absent one: it also hides what a .env may say.
    hidden = dict.fromkeys(
        "SECRET_KEY DEBUG SITE_URL ALLOWED_HOSTS DATABASE_URL CACHE_URL TIMELINE_START TIMELINE_END".split(), ""
    )
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    return subprocess.run(command, env={**kept, **hidden, **variables}, capture_output=True, text=True, check=False)


def test_production_settings_pass_the_deployment_check():
    run = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"SECRET_KEY": "django-insecure-" + KEY}, "SECRET_KEY"),
        ({"DEBUG": "perhaps"}, "DEBUG"),
        ({"SITE_URL": "timeline.example.org"}, "SITE_URL"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"DATABASE_URL": "mysql://root@localhost/test"}, "DATABASE_URL"),
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL"),
        ({"CACHE_URL": "nonsense"}, "CACHE_URL"),
        ({"TIMELINE_START": "soon"}, "TIMELINE_START"),
        ({"TIMELINE_START": "2020", "TIMELINE_END": "2018"}, "TIMELINE_END"),
        ({"STATEMENT_TIMEOUT_MS": "long", "DATABASE_URL": "postgres://localhost/x"}, "STATEMENT_TIMEOUT_MS"),
    ],
)
def test_it_refuses_to_start_and_names_the_setting(variables, named):
    run = manage("check", **{**PRODUCTION, **variables})

    assert run.returncode != 0
    assert named in run.stderr.splitlines()[-1]


def test_every_setting_is_listed_and_documented():
    sources = [path.read_text() for path in (ROOT / "config").glob("*.py")]
    # Whatever a reader of `config.environment` is called with.
    names = {name for text in sources for name in re.findall(READ, text)}
    listed = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    documented = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs" / "settings.md").read_text(), re.MULTILINE))

    assert names - {"ADMIN_PASSWORD"} == listed - {"ADMIN_PASSWORD"}
    assert listed == documented


def test_a_request_is_bounded_and_a_command_is_not():
    asked = "from django.conf import settings; print(settings.DATABASES['default']['OPTIONS']['options'])"
    postgres = {**PRODUCTION, "DATABASE_URL": "postgres://localhost/x"}

    assert "statement_timeout=0 " in manage("shell", "-c", asked, **postgres).stdout
    assert "statement_timeout=70 " in manage("shell", "-c", asked, **postgres, STATEMENT_TIMEOUT_MS="70").stdout


@pytest.mark.django_db
def test_the_driver_is_psycopg2():
    if connection.vendor == "sqlite":
        # Nothing else is allowed, and this one brings its own driver.
        assert connection.Database.__name__.startswith("sqlite3")
        return
    assert type(connection.connection).__module__.startswith("psycopg2")
    assert connection.Database.__name__ == "psycopg2"


@pytest.mark.django_db
def test_the_database_is_set_up_for_many_writers():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA journal_mode")
            assert cursor.fetchone() == ("wal",)
            assert settings.DATABASES["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
            assert settings.DATABASES["default"]["OPTIONS"]["timeout"] == 30
        else:
            cursor.execute("SHOW statement_timeout")
            assert cursor.fetchone() == ("5s",)
            assert settings.DATABASES["default"]["CONN_MAX_AGE"] is None


@pytest.mark.django_db
def test_models_and_migrations_agree():
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
