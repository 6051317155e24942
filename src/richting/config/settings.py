"""Django's settings, made from `omgeving.Omgeving` and nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from csp.constants import NONE, SELF

from richting.config import logboek
from richting.config.omgeving import Omgeving

OMGEVING = Omgeving.uit(os.environ)
PAKKET = Path(__file__).resolve().parents[1]


def grenzen(rol: str) -> dict[str, str]:
    """Time limits in PostgreSQL for the web role; the owner's migrations may take long."""
    if rol != "richting_web":
        return {}
    ms = OMGEVING.vraag_seconden * 1000
    return {
        "options": f"-c statement_timeout={ms} -c lock_timeout={ms // 3}"
        f" -c idle_in_transaction_session_timeout={ms * 2}"
    }


def database(url: str) -> dict[str, object]:
    """Django's description of the PostgreSQL behind a URL (unix socket or host)."""
    delen = urlsplit(url)
    vraag = parse_qs(delen.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(delen.path.lstrip("/")),
        "USER": unquote(delen.username or ""),
        "PASSWORD": unquote(delen.password or ""),
        "HOST": vraag.get("host", [unquote(delen.hostname or "")])[0],
        "PORT": str(delen.port or ""),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 8, "timeout": 10},
            "prepare_threshold": 0,
            **grenzen(unquote(delen.username or "")),
        },
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


SECRET_KEY = OMGEVING.geheim
DEBUG = False
ALLOWED_HOSTS = list(OMGEVING.hosts)
APPEND_SLASH = False
ROOT_URLCONF = "richting.config.urls"
WSGI_APPLICATION = "richting.config.wsgi.application"
DATABASES = {"default": database(OMGEVING.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "axes",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "procrastinate.contrib.django",
    "richting.kern",
    "richting.web",
    "richting.partijen",
    "richting.dossiers",
    "richting.delen",
    "richting.meldingen",
    "richting.regie",
    "richting.plannen",
    "richting.berichten",
    "richting.overleg",
    "richting.api",
    "richting.demo",
]

MIDDLEWARE = [
    "richting.config.gezond.Gezond",
    "richting.config.logboek.Verzoeken",
    "richting.api.rand.Rand",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "richting.partijen.middleware.Aangemeld",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "richting.partijen.middleware.Werkplek",
    "richting.web.methode.Methode",
    "axes.middleware.AxesMiddleware",
]

AUTH_USER_MODEL = "partijen.Medewerker"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "richting.partijen.aanmelden.Huissleutel",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["gebruikersnaam", "naam"]},
    },
]
LOGIN_URL = "partijen:aanmelden"
LOGIN_REDIRECT_URL = "/"
AXES_FAILURE_LIMIT = OMGEVING.pogingen
AXES_COOLOFF_TIME = OMGEVING.slot_minuten / 60
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_LOCKOUT_CALLABLE = "richting.partijen.aanmelden.op_slot"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
AXES_USERNAME_FORM_FIELD = "gebruikersnaam"
AXES_PASSWORD_FORM_FIELD = "wachtwoord"
OTP_TOTP_ISSUER = "Richting"

SESSION_ENGINE = "richting.partijen.sessieopslag"
SESSION_COOKIE_AGE = OMGEVING.sessie_minuten * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "richting_sessie"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "richting.web.paginas.csrf_geweigerd"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = OMGEVING.https == "aan"
SECURE_HSTS_SECONDS = 31536000 if OMGEVING.https == "aan" else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = OMGEVING.https == "aan"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if OMGEVING.https == "aan" else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = OMGEVING.api_max_mb * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = OMGEVING.api_max_mb * 1024 * 1024

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "richting_taal"
LOCALE_PATHS = [PAKKET / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/statisch/"
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "richting.web.context.pagina",
            ],
        },
    }
]

EMAIL_BACKEND = "django.core.mail.backends." + (
    "smtp.EmailBackend" if OMGEVING.mail_server else "filebased.EmailBackend"
)
EMAIL_FILE_PATH = OMGEVING.mail_map or None
EMAIL_HOST, EMAIL_PORT = OMGEVING.mail_server, OMGEVING.mail_poort
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = OMGEVING.mail_gebruiker, OMGEVING.mail_wachtwoord
EMAIL_USE_TLS = OMGEVING.mail_beveiliging == "starttls"
EMAIL_USE_SSL = OMGEVING.mail_beveiliging == "tls"
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = OMGEVING.mail_van
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "taken"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SILENCED_SYSTEM_CHECKS = ["urls.W002"]

LOGGING = logboek.instelling(OMGEVING.soort)
