"""Settings, read top to bottom. What differs between machines comes from the environment.

Variables may also stand in a file `.env` at the top of the project (`quickstart` makes one).
"""

from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from archive.project.roles import ROLES as ROLES

BASE_DIR = Path(__file__).resolve().parents[2]

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")


def switch(name: str, *, default: bool) -> bool:
    """Whether a variable says on. What is neither on nor off is refused, not taken for off."""
    value = env.str(name, default="on" if default else "off").strip().lower()
    if value not in (*ON, *OFF):
        raise ImproperlyConfigured(f"{name} is “{value}”: it is on or off.")
    return value in ON


ON, OFF = ("on", "true", "yes", "1"), ("off", "false", "no", "0")


# --- What a machine says of itself -----------------------------------------------------------

SECRET_KEY = env.str("VARIORUM_SECRET_KEY", default="")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "VARIORUM_SECRET_KEY is not set. `python3 manage.py quickstart` writes one into .env; "
        "elsewhere set it in the environment to 50 random characters."
    )
DEBUG = switch("VARIORUM_DEBUG", default=False)
ALLOWED_HOSTS = [
    host.strip() for host in env.list("VARIORUM_HOSTS", default=["127.0.0.1", "localhost"])
]
HTTPS = switch("VARIORUM_HTTPS", default=True)
DATA_DIR = Path(env.str("VARIORUM_DATA", default=str(BASE_DIR / ".data")))
# SQLite makes its file, but not the folder around it.
DATA_DIR.mkdir(parents=True, exist_ok=True)
# The public address of the archive, for feeds, sitemaps and permalinks.
SITE_URL = env.str("VARIORUM_SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
SITE_NAME = env.str("VARIORUM_SITE_NAME", default="Variorum")
# Where those concerned send an answer or a correction: an address of mail, or of a page.
CONTACT = env.str("VARIORUM_CONTACT", default="").strip()

# --- What the project is made of -------------------------------------------------------------

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "archive",
    "annotations",
    # After ours, so that our admin templates are found first.
    "archive.project.admin.AdminConfig",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "csp",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Last, as its documentation asks.
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "archive.project.urls"
WSGI_APPLICATION = "archive.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
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

# --- What it keeps ---------------------------------------------------------------------------

DATABASES = {
    "default": env.db_url(
        "VARIORUM_DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'variorum.sqlite3'}"
    )
}
# To open a connection anew takes more than most pages do. On a server it is looked at before use.
DATABASES["default"] |= {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # Writers wait for one another instead of failing; see SQLite's notes on BEGIN IMMEDIATE.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # Without recursive triggers INSERT OR REPLACE would delete a frozen row unseen.
        "init_command": (
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "
            "PRAGMA recursive_triggers = ON; "
            # Random names scatter over their indexes: pages kept (32 MB) are not read again. A
            # group that is written together is carried from the log in one go.
            "PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 8000;"
        ),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    # Originals, by digest, outside every served folder.
    "blobs": {
        "BACKEND": "archive.storage.BlobStorage",
        "OPTIONS": {"location": DATA_DIR / "blobs"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

# --- Who may come in -------------------------------------------------------------------------

AUTH_USER_MODEL = "archive.User"
AUTHENTICATION_BACKENDS = [
    # First, so that a locked-out address is refused before a password is looked at.
    "axes.backends.AxesStandaloneBackend",
    "archive.accounts.Backend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "/admin/"
LOGOUT_REDIRECT_URL = "/"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "admin/lockout.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True
SILENCED_SYSTEM_CHECKS = ["axes.W001"] if DEBUG else []

# --- What browsers are told ------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_SSL_REDIRECT = HTTPS
SESSION_ENGINE = "archive.sessions"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
if switch("VARIORUM_BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- Language and time -----------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
