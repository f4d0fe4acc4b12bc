"""The one settings file. What differs from place to place comes from the environment, read here and nowhere else.

MINGZHENG_DATA           folder of the embedded database, the papers and the secret key; default ./data
MINGZHENG_DATABASE_URL   postgres://user:password@host/name; default is SQLite in the data folder
MINGZHENG_HOSTS          host names served, comma-separated; default localhost
MINGZHENG_HTTPS          "off" only where nothing but this machine can reach the server; default on
MINGZHENG_SECOND_FACTOR  "optional" lets staff in by password alone, the first one included (a demo, a training room);
                         default required
MINGZHENG_TODAY          a day, 2021-01-15, at which a demonstration stands still; only heeded with HTTPS off
MINGZHENG_KEYS           folder of keys.toml and what it names, readable by the body's account alone; default DATA/keys
MINGZHENG_PUBLISHED      the public folder: certificates, status lists, the log, as files; default DATA/published
MINGZHENG_ADDRESS        public address printed on certificates and in QR codes; default http://localhost:8000
MINGZHENG_MAIL_URL       smtp://user:password@host:587 (STARTTLS), smtps://…:465, or console: to print letters; default
                         is one file a letter in the folder "mail" of the data folder
MINGZHENG_MAILBOX        a Maildir, or a folder of .eml files, the clock takes incoming mail from; default none
MINGZHENG_MAIL_FROM      the sender of letters; default noreply@ the host of the public address
"""

import os
import secrets
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF

HOME = Path(__file__).parents[2]
TESTING = "pytest" in sys.modules
DATA = Path(os.environ.get("MINGZHENG_DATA") or HOME / "data").resolve()
HTTPS = os.environ.get("MINGZHENG_HTTPS", "on") != "off" and not TESTING
SECOND_FACTOR_REQUIRED = os.environ.get("MINGZHENG_SECOND_FACTOR", "required") != "optional" and not TESTING
DECLARATION_REQUIRED = not TESTING  # nobody sees anything of a client who has not signed confidentiality
STANDS_STILL_AT = None if HTTPS or TESTING else os.environ.get("MINGZHENG_TODAY")
PUBLIC_ADDRESS = os.environ.get("MINGZHENG_ADDRESS", "http://localhost:8000").rstrip("/")


def _secret_key() -> str:
    """Made once on this machine and kept readable by its owner alone."""
    if TESTING:
        return "a key for tests only, never used to keep anything"
    place = DATA / "secret-key"
    if not place.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        place.touch(mode=0o600)
        place.write_text(secrets.token_urlsafe(50))
    return place.read_text()


SECRET_KEY = _secret_key()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("MINGZHENG_HOSTS", "localhost,127.0.0.1").split(",")
ROOT_URLCONF = "mingzheng.config.urls"
WSGI_APPLICATION = "mingzheng.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STAGES = [
    "record",
    "files",
    "letters",
    "people",
    "library",
    "clients",
    "prices",
    "documents",
    "registration",
    "competence",
    "contracts",
    "programmes",
    "schedule",
    "planning",
    "audits",
    "decisions",
    "evaluations",
    "certificates",
    "fees",
    "footprint",
    "learning",
    "workplace",
    "impartiality",
    "publicity",
    "governance",
    "voices",
    "inbox",
    "quality",
    "inspectors",
    "moving_in",
    "report",
    "returns",
    "publication",
    "marks",
]
INSTALLED_APPS = [
    "mingzheng.doors.frame",
    "mingzheng.doors.staff",
    "mingzheng.doors.public",
    "mingzheng.doors.regulator",
    "mingzheng.doors.clock",
    "mingzheng.doors.site",
    "mingzheng.doors.terminal",
    *(f"mingzheng.office.{stage}" for stage in STAGES),
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    *([] if TESTING else ["whitenoise.middleware.WhiteNoiseMiddleware"]),
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "mingzheng.doors.staff.entry.StaffEntryMiddleware",
    "mingzheng.doors.refusals.RefusalMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "mingzheng.doors.frame.page.frame",
            ],
        },
    }
]

# --- database ---------------------------------------------------------------------------------------------------------
if url := os.environ.get("MINGZHENG_DATABASE_URL"):
    DATABASES = {"default": dj_database_url.parse(url, conn_max_age=60)}
    # Figures of a year are one statement of many parts: compiling it takes PostgreSQL fifty times as long as answering.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(DATA / "mingzheng.sqlite3"),
            "OPTIONS": {
                # Without IMMEDIATE two writers that read first lock each other out (docs/decisions/0003).
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    }
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
if TESTING:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# --- language and time ------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

# --- files ------------------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
PAPERS = DATA / "papers"
KEYS = Path(os.environ.get("MINGZHENG_KEYS") or DATA / "keys")
PUBLISHED = Path(os.environ.get("MINGZHENG_PUBLISHED") or DATA / "published")
MAILBOX = os.environ.get("MINGZHENG_MAILBOX", "")
LARGEST_MAIL = 10 * 1024 * 1024  # bytes, its attachments included
LARGEST_UPLOAD = 20 * 1024 * 1024  # bytes; a scanned licence or manual
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
STORAGES = {
    "default": {
        "BACKEND": f"django.core.files.storage.{'InMemoryStorage' if TESTING else 'FileSystemStorage'}",
        "OPTIONS": {"location": PAPERS},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- who comes in -----------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
VALIDATORS: dict[str, dict[str, object]] = {
    "UserAttributeSimilarityValidator": {"user_attributes": ["login", "name_zh", "email"]},
    "MinimumLengthValidator": {"min_length": 12},
    "CommonPasswordValidator": {},
    "NumericPasswordValidator": {},
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in VALIDATORS.items()
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "staff:desk"
ACCOUNT_ADAPTER = "mingzheng.doors.staff.entry.Entry"
ACCOUNT_FORMS = {"login": "mingzheng.doors.staff.forms.login.LoginForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_REDIRECT_URL = "public:home"
ACCOUNT_SESSION_REMEMBER = False  # a session ends with the browser, or after a working day
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(
    HTTPS
)  # the one that speaks HTTPS; without it everybody has the proxy's address
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
MFA_FORMS = {
    "add_webauthn": "mingzheng.doors.staff.forms.login.AddKeyForm",
    "edit_webauthn": "mingzheng.doors.staff.forms.login.EditKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_TOTP_ISSUER = "明证 mingzheng"
SESSION_COOKIE_AGE = 8 * 60 * 60  # a working day
SESSION_SAVE_EVERY_REQUEST = False

# --- hardening --------------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # the domain's other hosts are not ours to bind
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

_MAIL = urlsplit(os.environ.get("MINGZHENG_MAIL_URL", "file:"))
EMAIL_BACKEND = (
    "django.core.mail.backends."
    + {
        "smtp": "smtp.EmailBackend",
        "smtps": "smtp.EmailBackend",
        "console": "console.EmailBackend",
        "file": "filebased.EmailBackend",
    }[_MAIL.scheme]
)
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST, EMAIL_PORT = _MAIL.hostname or "localhost", _MAIL.port or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_MAIL.username or ""), unquote(_MAIL.password or "")
EMAIL_USE_SSL = _MAIL.scheme == "smtps"
EMAIL_USE_TLS = _MAIL.scheme == "smtp" and bool(EMAIL_HOST_USER)  # a relay of one's own may do without
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = (
    os.environ.get("MINGZHENG_MAIL_FROM") or f"noreply@{urlsplit(PUBLIC_ADDRESS).hostname or 'localhost'}"
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
