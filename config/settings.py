"""Settings. Each comes from the environment or `.env`; docs/settings.md and .env.example list them all."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from corsheaders.defaults import default_headers

from config import environment

BASE_DIR = Path(__file__).resolve().parent.parent
environment.env.read_env(str(BASE_DIR / ".env"))

DEBUG = environment.flag("DEBUG", default=False)
SECRET_KEY = environment.secret_key(DEBUG)
SITE = environment.site_url()
SITE_URL = SITE.url
ALLOWED_HOSTS = environment.hosts(SITE, DEBUG)
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# The window that the timeline shows unless asked otherwise (EDTF).
TIMELINE_START, TIMELINE_END = environment.window("2019", "2024")

# The licence of the data, as the operator grants it: shown in the schema, the feeds and on the page.
DATA_LICENSE = environment.text("DATA_LICENSE", "")
DATA_LICENSE_URL = environment.web_address("DATA_LICENSE_URL")
# Whose coordinates are served: GeoNames' licence asks that they be named wherever these are.
PLACES_CREDIT, PLACES_CREDIT_URL = "GeoNames, CC BY 4.0", "https://www.geonames.org/"
PLACES_NOTICE = f"Places: {PLACES_CREDIT} ({PLACES_CREDIT_URL})"
# Requests a minute from one address, 0 for no limit; and how many proxies of our own stand in front.
RATE_LIMIT = environment.number("RATE_LIMIT", 600)
TRUSTED_PROXIES = environment.number("TRUSTED_PROXIES", 0)
# Whether /examples/ is served: the feeds in others' libraries, for those who build dashboards.
EXAMPLES = environment.flag("EXAMPLES", default=DEBUG)
# Who may read /metrics; nobody where it is empty.
METRICS_TOKEN = environment.text("METRICS_TOKEN", "")

INSTALLED_APPS = [
    "config.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "corsheaders",
    "rest_framework",
    "knox",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "import_export",
    "timeline",
    "api",
]
MIDDLEWARE = [
    "config.requests.Requests",
    "config.encoding.Compression",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.requests.Cors",
    "api.validators.Unchanged",
    "config.desk.Sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "config.desk.Authentication",
    "config.desk.Messages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Before the admin's own, which ours extend.
        "DIRS": [BASE_DIR / "timeline" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# What the statements of one request may take, on PostgreSQL.
STATEMENT_TIMEOUT_MS = environment.number("STATEMENT_TIMEOUT_MS", 5_000)
DATABASES = {"default": environment.database(str(BASE_DIR / "dateline.sqlite3"), STATEMENT_TIMEOUT_MS)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# One cache for all workers, so that what is counted is counted once; memory alone for one process.
CACHES = {"default": environment.cache()}

LANGUAGE_CODE = "en-gb"
USE_I18N = False
FORMAT_MODULE_PATH = "config.formats"
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [("vendor", BASE_DIR / "vendor")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else "config.storage.StaticFiles"
    },
}

# Wrong passwords for one name from one address before a pause, and the pause.
LOGIN_ATTEMPTS = environment.number("LOGIN_ATTEMPTS", 5, least=1)
LOGIN_PAUSE_MINUTES = environment.number("LOGIN_PAUSE_MINUTES", 15, least=1)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Behind a proxy that ends TLS, SITE_URL=https://... says so; plain http is for one's own machine.
if SITE.secure:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
X_FRAME_OPTIONS = "DENY"

# The published timeline is for everyone; writing needs a token and never a cookie from another site.
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ("GET", "HEAD", "OPTIONS")
CORS_URLS_REGEX = r"^/api/"
# Those that a page may send beside what pages usually do: it keeps a copy, and numbers its requests.
CORS_ALLOW_HEADERS = (*default_headers, "if-none-match", "if-modified-since", "x-request-id")
CORS_EXPOSE_HEADERS = (
    "ETag", "Last-Modified", "Link", "Location", "Retry-After", "RateLimit", "RateLimit-Policy", "X-Request-ID",
    "Content-Disposition", "Deprecation", "Sunset",
)  # fmt: skip

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["api.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "api.problems.handle",
    "UNAUTHENTICATED_USER": None,
    # Formats are chosen by our own parameter, which is checked like every other.
    "URL_FORMAT_OVERRIDE": None,
}
# Tokens hold for a year unless their issuer says otherwise, and are kept as hashes.
KNOX_TOKEN_MODEL = "api.Token"
# Its own table would stand empty beside ours, and hold on to the users when tests empty theirs.
MIGRATION_MODULES = {"knox": None}
REST_KNOX = {"TOKEN_TTL": timedelta(days=365), "AUTH_HEADER_PREFIX": "Bearer", "TOKEN_MODEL": "api.Token"}
SPECTACULAR_SETTINGS = {
    "TITLE": "Dateline",
    "DESCRIPTION": f"An evidence-backed timeline of who said what, what happened and when. {PLACES_NOTICE}.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "SERVERS": [{"url": SITE_URL}],
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "api.schema_answers.complete",
    ],
    **(
        {"LICENSE": {"name": DATA_LICENSE, **({"url": DATA_LICENSE_URL} if DATA_LICENSE_URL else {})}}
        if DATA_LICENSE
        else {}
    ),
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "config.logs.JSONFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", **({} if DEBUG else {"formatter": "json"})}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
