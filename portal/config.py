"""The settings, read from the environment once. The README lists them in one table.

An unusable value raises SettingsError with one clear line.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from email.errors import MessageError
from email.headerregistry import Address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

# Reminders further away than this are a slip of the pen.
MOST_DAYS = 400
# Somebody waits for a page: a store that is away is not waited for long.
STORE_OPTIONS = {"wrap_exceptions": True, "socket_connect_timeout": 0.5, "socket_timeout": 0.5}
INSTANCE = Path(__file__).resolve().parent.parent / "instance"


class SettingsError(Exception):
    """A setting that can't be used. The message is one line that says which and why."""


# As in `portal/demo/stages.py`, which a portal without a demo never loads.
DEMO_STAGES = ("leeg", "concept", "ingediend", "beoordeeld", "kwartaal")


@dataclass(frozen=True)
class Settings:
    """All settings, with their defaults."""

    database_url: str = ""
    secret_key: str = ""
    demo: bool = False
    demo_stage: str = "kwartaal"
    mfa: bool | None = None
    bevestig_minuten: int = 15
    vandaag: date | None = None
    public_url: str = "http://localhost:8000"
    https: bool = False
    proxies: int = 0
    session_minutes: int = 60
    session_uren: int = 12
    bijlage_mb: int = 20
    smtp_host: str = ""
    smtp_port: int = 25
    smtp_user: str = ""
    smtp_password: str = ""
    smtp_tls: str = "geen"
    mail_from: str = "regioportaal@voorbeeld.example"
    contact_mail: str = "beheer@voorbeeld.example"
    onderhoud: bool = True
    herinner_dagen: tuple[int, ...] = (14, 7, 1, -1, -7)
    word_template: str = ""
    slides_template: str = ""
    rem_opslag: str = ""


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this environment.

    Raises SettingsError for a value that can't be used.
    """
    values: dict[str, Any] = {}
    for field in fields(Settings):
        name = variable_name(field.name)
        raw = environ.get(name, "").strip()
        if raw:
            values[field.name] = _parse(name, raw, PARSERS.get(field.name, _text))
    return Settings(**values)


def variable_name(field_name: str) -> str:
    """The environment variable of a setting: DATABASE_URL and SECRET_KEY keep their common names."""
    common = {"database_url": "DATABASE_URL", "secret_key": "SECRET_KEY"}
    return common.get(field_name, f"PORTAL_{field_name.upper()}")


def _parse(name: str, raw: str, parser: Callable[[str], Any]) -> Any:
    try:
        return parser(raw)
    except ValueError as error:
        raise SettingsError(f"{name}={raw!r} kan niet: {error}") from error


def _text(raw: str) -> str:
    return raw


def _bool(raw: str) -> bool:
    words = {"1": True, "ja": True, "true": True, "0": False, "nee": False, "false": False}
    if raw.lower() not in words:
        raise ValueError("gebruik 1 of 0")
    return words[raw.lower()]


def _date(raw: str) -> date:
    try:
        return date.fromisoformat(raw)
    except ValueError as error:
        raise ValueError("gebruik een datum als 2024-03-01") from error


def _pretended_day(raw: str) -> date:
    day = _date(raw)
    if not 2000 <= day.year <= 2200:
        raise ValueError("gebruik een dag tussen 2000 en 2200")
    return day


def _positive(raw: str) -> int:
    if not raw.isascii() or not raw.isdigit() or not 0 < int(raw) < 100_000:
        raise ValueError("gebruik een geheel getal van 1 tot en met 99999")
    return int(raw)


def _hours(raw: str) -> int:
    if _positive(raw) > 24:
        raise ValueError("gebruik een geheel getal van 1 tot en met 24")
    return int(raw)


def _count(raw: str) -> int:
    if raw not in ("0", "1", "2", "3"):
        raise ValueError("gebruik 0, 1, 2 of 3")
    return int(raw)


def _days(raw: str) -> tuple[int, ...]:
    try:
        days = tuple(sorted({int(part) for part in raw.split(",")}, reverse=True))
    except ValueError as error:
        raise ValueError("gebruik dagen met komma's ertussen, bijvoorbeeld 14,7,1,-1") from error
    if any(abs(day) > MOST_DAYS for day in days):
        raise ValueError(f"gebruik dagen van -{MOST_DAYS} tot en met {MOST_DAYS}")
    return days


def _url(raw: str) -> str:
    if not raw.startswith(("http://", "https://")):
        raise ValueError("gebruik een adres dat begint met http:// of https://")
    if not urlsplit(raw).hostname:
        raise ValueError("gebruik een adres met de naam van een machine, bijvoorbeeld https://portaal.example")
    return raw.rstrip("/")


def _port(raw: str) -> int:
    if _positive(raw) > 65_535:
        raise ValueError("gebruik een geheel getal van 1 tot en met 65535")
    return int(raw)


def _host(raw: str) -> str:
    try:
        raw.encode("idna")
    except UnicodeError as error:
        raise ValueError("gebruik de naam of het adres van een machine, bijvoorbeeld smtp.voorbeeld.example") from error
    return raw


def _mail_address(raw: str) -> str:
    try:
        found = Address(addr_spec=raw)
    except (MessageError, ValueError, IndexError) as error:
        raise ValueError("gebruik alleen een e-mailadres, bijvoorbeeld portaal@voorbeeld.example") from error
    if not found.username or not found.domain:
        raise ValueError("gebruik alleen een e-mailadres, bijvoorbeeld portaal@voorbeeld.example")
    return raw


def _tls(raw: str) -> str:
    if raw not in ("geen", "starttls", "tls"):
        raise ValueError("gebruik geen, starttls of tls")
    return raw


def _word_template(raw: str) -> str:
    # Imported late: a portal without a house style of its own need not load Word at the start.
    from exports.word import house_style

    try:
        house_style.check(Path(raw).read_bytes())
    except OSError as error:
        raise ValueError("dit bestand is er niet of is niet te lezen") from error
    except house_style.HouseStyleError as error:
        raise ValueError(str(error)) from error
    return str(Path(raw).resolve())


def _slides_template(raw: str) -> str:
    from exports import slides

    try:
        slides.check(Path(raw).read_bytes())
    except OSError as error:
        raise ValueError("dit bestand is er niet of is niet te lezen") from error
    except slides.SlideStyleError as error:
        raise ValueError(str(error)) from error
    return str(Path(raw).resolve())


def _demo_stage(raw: str) -> str:
    if raw not in DEMO_STAGES:
        raise ValueError(f"gebruik {', '.join(DEMO_STAGES)}")
    return raw


def _brake_store(raw: str) -> str:
    """Valkey and Redis speak one language, and one library knows it."""
    url = urlsplit(raw)
    scheme = {"redis": "valkey", "rediss": "valkeys"}.get(url.scheme, url.scheme)
    if scheme not in ("valkey", "valkeys") or not url.hostname:
        raise ValueError("gebruik valkey://machine:6379/0 of redis://machine:6379/0")
    return url._replace(scheme=scheme).geturl()


def _database_url(raw: str) -> str:
    try:
        url = make_url(raw)
    except ArgumentError as error:
        raise ValueError("gebruik sqlite:///pad of postgresql://gebruiker@machine/naam") from error
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    if url.drivername != "sqlite":
        raise ValueError("alleen sqlite en postgresql worden ondersteund")
    return raw


PARSERS: dict[str, Callable[[str], Any]] = {
    "database_url": _database_url,
    "demo": _bool,
    "demo_stage": _demo_stage,
    "mfa": _bool,
    "bevestig_minuten": _positive,
    "vandaag": _pretended_day,
    "public_url": _url,
    "https": _bool,
    "proxies": _count,
    "onderhoud": _bool,
    "session_minutes": _positive,
    "session_uren": _hours,
    "bijlage_mb": _positive,
    "smtp_port": _port,
    "smtp_host": _host,
    "mail_from": _mail_address,
    "contact_mail": _mail_address,
    "smtp_tls": _tls,
    "herinner_dagen": _days,
    "word_template": _word_template,
    "slides_template": _slides_template,
    "rem_opslag": _brake_store,
}


def flask_config(settings: Settings, instance: Path = INSTANCE) -> dict[str, Any]:
    """The Flask configuration that follows from the settings.

    Raises SettingsError when there is no secret key, or one step is enough to sign in, and this is not a demo.
    """
    return {
        "SETTINGS": settings,
        "DEMO": settings.demo,
        "MFA": _asks_two_steps(settings),
        "PROOF_SECONDS": settings.bevestig_minuten * 60,
        "SECRET_KEY": _secret_key(settings, instance),
        "SQLALCHEMY_DATABASE_URI": settings.database_url or f"sqlite:///{instance / 'portal.sqlite3'}",
        "MAX_CONTENT_LENGTH": 4 * 1024 * 1024,
        "MAX_FORM_MEMORY_SIZE": 4 * 1024 * 1024,
        "MAX_FORM_PARTS": 500,
        "PERMANENT_SESSION_LIFETIME": timedelta(minutes=settings.session_minutes),
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.https,
        # With this beginning a browser takes the cookie from this very host only, over https, for the whole site.
        "SESSION_COOKIE_NAME": "__Host-regioportaal" if settings.https else "regioportaal",
        "SESSION_COOKIE_PATH": "/",
        "WTF_CSRF_TIME_LIMIT": None,
        "TEMPLATES_AUTO_RELOAD": False,
        "RATELIMIT_STORAGE_URI": settings.rem_opslag or "memory://",
        "RATELIMIT_STORAGE_OPTIONS": STORE_OPTIONS if settings.rem_opslag else {},
    }


def _asks_two_steps(settings: Settings) -> bool:
    """Does everybody sign in with two steps (BIO 5.17.01)? Only a demo may do without."""
    if settings.mfa is False and not settings.demo:
        raise SettingsError(
            "PORTAL_MFA=0 kan alleen in een demo: buiten de demo meldt iedereen zich in twee stappen aan."
        )
    return not settings.demo if settings.mfa is None else settings.mfa


def _secret_key(settings: Settings, instance: Path) -> str:
    if settings.secret_key:
        return settings.secret_key
    if not settings.demo:
        raise SettingsError("SECRET_KEY ontbreekt: geef een lange willekeurige tekst op (of PORTAL_DEMO=1).")
    path = instance / "demo_secret_key"
    if not path.exists():
        instance.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32))
    return path.read_text()
