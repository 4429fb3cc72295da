"""May the portal start with these settings? Outside a demo nothing is weak, left out, or of a demo (BIO-2, BIO-7)."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import fields
from urllib.parse import urlsplit

from forms.dutch.words import together
from portal.config import Settings, SettingsError, read_settings, variable_name
from portal.domain.people import keys

HOW_TO_MAKE_A_KEY = "maak er een met python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
LOOK_AROUND = "Wilt u alleen rondkijken? Start dan een demo met PORTAL_DEMO=1."
# Settings that make a world, or let it live on another day.
OF_A_DEMO = ("demo_stage", "vandaag")
# RFC 2606: nobody receives mail there.
NOBODYS = (".example", ".invalid", ".test", "@example.com", "@example.net", "@example.org")
HERE = ("localhost", "127.0.0.1", "::1")


def fit_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this environment, when the portal may start with them.

    Raises SettingsError, in one line that names everything that is in the way.
    """
    settings = read_settings(environ)
    found = [problem for rule in RULES if (problem := rule(settings))] if not settings.demo else []
    if found:
        raise SettingsError(f"Het portaal start niet: {'; '.join(found)}. {LOOK_AROUND}")
    return settings


def _key(settings: Settings) -> str:
    if not settings.secret_key:
        return f"SECRET_KEY ontbreekt ({HOW_TO_MAKE_A_KEY})"
    problem = keys.problem(settings.secret_key)
    return f"SECRET_KEY {problem} ({HOW_TO_MAKE_A_KEY})" if problem else ""


def _mail_server(settings: Settings) -> str:
    return "" if settings.smtp_host else "PORTAL_SMTP_HOST ontbreekt: zonder mailserver komt geen uitnodiging aan"


def _demo_settings(settings: Settings) -> str:
    usual = {field.name: field.default for field in fields(Settings)}
    given = [variable_name(name) for name in OF_A_DEMO if getattr(settings, name) != usual[name]]
    return f"{together(given)} hoort alleen bij een demo" if given else ""


def _addresses(settings: Settings) -> str:
    wrong = [variable_name(name) for name in ("mail_from", "contact_mail") if _is_nobodys(getattr(settings, name))]
    return f"{together(wrong)}: geef een echt e-mailadres op" if wrong else ""


def _is_nobodys(address: str) -> bool:
    return address.lower().rstrip(".").endswith(NOBODYS)


def _https(settings: Settings) -> str:
    """On the own machine http will do, but who says that it is served over https forgot where."""
    url = urlsplit(settings.public_url)
    if (url.hostname in HERE and not settings.https) or (url.scheme == "https" and settings.https):
        return ""
    return "PORTAL_PUBLIC_URL moet met https:// beginnen en PORTAL_HTTPS moet 1 zijn, anders leest men wachtwoorden mee"


RULES: tuple[Callable[[Settings], str], ...] = (_key, _mail_server, _demo_settings, _addresses, _https)
