"""Settings read from the environment: typed, and refused with a sentence that names the variable."""

from __future__ import annotations

import warnings
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from extraction import edtf

env = environ.Env()
#: The engines that Dateline is tested on. Anything else would pass silently until a constraint fails.
ENGINES = ("django.db.backends.postgresql", "django.db.backends.sqlite3")


class Site(NamedTuple):
    """What one public address says of hosts, trusted origins and the proxy in front."""

    url: str
    host: str
    secure: bool


def flag(name: str, default: bool) -> bool:
    """A yes or no: true, 1, yes, on or false, 0, no, off. Raises ImproperlyConfigured."""
    value = env.str(name, "").strip().lower()
    if value in ("",):
        return default
    if value in ("true", "1", "yes", "on"):
        return True
    if value in ("false", "0", "no", "off"):
        return False
    raise ImproperlyConfigured(f"{name}={value!r} must be true or false")


def number(name: str, default: int, *, least: int = 0) -> int:
    """A whole number. Raises ImproperlyConfigured."""
    value = env.str(name, "").strip()
    if not value:
        return default
    try:
        found = int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name}={value!r} must be a whole number") from None
    if found < least:
        raise ImproperlyConfigured(f"{name}={value!r} must be at least {least}")
    return found


def text(name: str, default: str) -> str:
    """A line of text."""
    value: str = env.str(name, "").strip()
    return str(value or default)


def web_address(name: str) -> str:
    """An http(s) address, or nothing. Raises ImproperlyConfigured."""
    value: str = env.str(name, "").strip()
    if value and urlsplit(value).scheme not in ("http", "https"):
        raise ImproperlyConfigured(f"{name}={value!r} must begin with http:// or https://")
    return value


def edtf_date(name: str, default: str) -> str:
    """An EDTF date such as 2019 or 2019-12-23. Raises ImproperlyConfigured."""
    value = env.str(name, "").strip() or default
    try:
        edtf.parse(value)
    except edtf.EdtfError as error:
        raise ImproperlyConfigured(f"{name}: {error}") from None
    return value


def window(start: str, end: str) -> tuple[str, str]:
    """The EDTF dates with which the timeline begins and ends unless asked otherwise. Raises ImproperlyConfigured."""
    first, last = edtf_date("TIMELINE_START", start), edtf_date("TIMELINE_END", end)
    begins, ends = edtf.parse(first).earliest, edtf.parse(last).latest
    if begins and ends and begins > ends:
        raise ImproperlyConfigured(f"TIMELINE_END={last!r} lies before TIMELINE_START={first!r}")
    return first, last


def site_url() -> Site:
    """The public address, `http://localhost:8000` unless SITE_URL says otherwise. Raises ImproperlyConfigured."""
    value = (env.str("SITE_URL", "").strip() or "http://localhost:8000").rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(f"SITE_URL={value!r} must look like https://timeline.example.org")
    return Site(value, parts.hostname, parts.scheme == "https")


def secret_key(debug: bool) -> str:
    """The signing key. Production refuses to start without one; so does a short or well-known one."""
    value = env.str("SECRET_KEY", "")
    if value:
        if not debug and (len(value) < 50 or value.startswith("django-insecure-")):
            raise ImproperlyConfigured(
                "SECRET_KEY must be random and at least 50 characters long; `make .env` writes one"
            )
        return str(value)
    if debug:
        return "django-insecure-for-development-alone"
    raise ImproperlyConfigured("SECRET_KEY is not set; `make .env` writes a random one")


def hosts(site: Site, debug: bool) -> list[str]:
    """ALLOWED_HOSTS, or what SITE_URL says; this machine is always allowed to ask for its own health."""
    given = [host.strip() for host in env.str("ALLOWED_HOSTS", "").split(",") if host.strip()]
    if "*" in given and not debug:
        raise ImproperlyConfigured("ALLOWED_HOSTS must not be * in production: name the hosts")
    return given or [site.host, "localhost", "127.0.0.1", "[::1]"]


def database(default_path: str, timeout: int) -> dict[str, Any]:
    """The database of DATABASE_URL, SQLite beside manage.py where it is not set. Raises ImproperlyConfigured."""
    url = env.str("DATABASE_URL", "").strip() or f"sqlite:///{default_path}"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            found: dict[str, Any] = dict(environ.Env.db_url_config(url))
    except ValueError:
        raise ImproperlyConfigured("DATABASE_URL cannot be read: it must look like postgres://user@host/name") from None
    if found.get("ENGINE") not in ENGINES:
        raise ImproperlyConfigured("DATABASE_URL must name postgres:// or sqlite:///")
    options: dict[str, Any] = found.setdefault("OPTIONS", {})
    # A connection for each request costs PostgreSQL a factor of six, and SQLite as much as the page.
    found["CONN_MAX_AGE"] = None
    if found["ENGINE"].endswith("sqlite3"):
        # A writer waits for its turn instead of failing half-way: stock SQLite answers
        # "database is locked" when a read turns into a write.
        options.update(
            transaction_mode="IMMEDIATE",
            timeout=30,
            init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        )
    else:
        # The timeouts bound what one request may cost (`timeline.deadline`).
        found.update(ENGINE="config.postgresql", CONN_HEALTH_CHECKS=True)
        options.setdefault("connect_timeout", 10)
        # What is prepared is planned once: no plan of ours is better for one value than for another.
        options["options"] = f"-c statement_timeout={timeout} -c timezone=UTC -c plan_cache_mode=force_generic_plan"
    return found


def cache() -> dict[str, Any]:
    """The cache of CACHE_URL; memory of the process alone where it is not set. Raises ImproperlyConfigured."""
    url = env.str("CACHE_URL", "").strip() or "locmemcache://"
    try:
        return dict(environ.Env.cache_url_config(url))
    except (ValueError, ImproperlyConfigured):
        raise ImproperlyConfigured("CACHE_URL cannot be read: it must look like redis://host:6379/0") from None
