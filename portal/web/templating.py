"""What every template can use: dates in words, `can`, safe long text, the navigation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask, request, url_for
from markupsafe import Markup

from forms.cleaning import without_turns
from forms.dutch import dates, numbers, words
from forms.pasted import MARKER
from forms.richtext import to_html
from portal.domain import clock
from portal.domain.policy import Action
from portal.web.access import current_actor, may
from portal.web.assets import asset
from portal.web.presence import page_made_at


@dataclass(frozen=True)
class NavItem:
    """One link of the main navigation."""

    label: str
    url: str
    current: bool


# (endpoint, label, action that opens it)
NAVIGATION: tuple[tuple[str, str, Action], ...] = (
    ("public.start", "Start", Action.START_ZIEN),
    ("regio.plannen", "Plannen", Action.PLANNEN_ZIEN),
    ("antwoordbladen.lijst", "Uitvragen", Action.BLADEN_ZIEN),
    ("landelijk.overzicht", "Overzicht", Action.OVERZICHT_ZIEN),
    ("landelijk.samenvatting", "Samenvatting", Action.OVERZICHT_ZIEN),
    ("verwachtingen.lijst", "Verwachtingen", Action.OVERZICHT_ZIEN),
    ("coderen.overzicht", "Coderen", Action.CODEREN),
    ("uitvragen.lijst", "Uitvragen", Action.OVERZICHT_ZIEN),
    ("rapporten.lijst", "Rapporten", Action.RAPPORTEN_ZIEN),
    ("instroom.land", "Instroom", Action.INSTROOM_ZIEN),
    ("landelijk.contacten", "Contactpersonen", Action.CONTACTEN_ZIEN),
    ("beheer.regios", "Regio’s", Action.REGIOS_BEHEREN),
    ("beheer.accounts", "Accounts", Action.UITNODIGEN),
    ("beheer.outbox", "Mail van het portaal", Action.OUTBOX_ZIEN),
    ("beheer.auditlog", "Auditlog", Action.AUDITLOG_LEZEN),
)


# Where people look for it: beside their name, at the top right.
SEARCH = ("zoeken.zoeken", "Zoeken", Action.ZOEKEN)


# How a template says it in Dutch: `{{ acties|length|geteld("actie", "acties") }}`.
DUTCH: dict[str, Callable[..., str]] = {
    "datum": dates.day_in_words,
    "datum_kort": dates.day_short,
    "dag_kort": dates.day_brief,
    "dagen_te_gaan": dates.days_to_go,
    "moment": dates.moment_in_words,
    "sinds": lambda moment: dates.moment_nearby(moment, clock.today()),
    "nog_dagen": lambda day: dates.days_left(day, clock.today()),
    "nog_tot_en_met": lambda day: dates.still_until(day, clock.today()),
    "getal": numbers.dutch_number,
    "bestandsgrootte": numbers.file_size,
    "geteld": words.counted,
    "een_of_meer": words.one_or_many,
    "samen": words.together,
    "opsomming": words.listed,
}


def register(app: Flask) -> None:
    """Add globals and filters to the templates of this app."""
    app.jinja_env.globals.update(
        asset=asset,
        can=may,
        navigation=navigation,
        search_link=search_link,
        today=clock.today,
        current_actor=current_actor,
        LIST_MARKER=MARKER,
        page_made_at=page_made_at,
        answers_post=answers_post,
    )
    app.jinja_env.filters.update(
        DUTCH,
        richtext=lambda text, marked=(): Markup(to_html(text or "", marked)),  # noqa: S704 - to_html gives safe HTML
        visually_hidden=visually_hidden,
    )
    app.jinja_env.finalize = as_drawn
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True


def as_drawn(value: Any) -> Any:
    """What a template draws: the one place where text enters a page or a mail. No sign in it turns the rest around."""
    if isinstance(value, str):
        return without_turns(value)
    return without_turns(Markup(value.__html__())) if hasattr(value, "__html__") else value  # noqa: S704 - says itself


def navigation() -> list[NavItem]:
    """The links that the person behind this request may follow."""
    return [item for one in NAVIGATION if (item := _item(*one))]


def search_link() -> NavItem | None:
    """The link to searching; None for who finds nothing there."""
    return _item(*SEARCH)


def _item(endpoint: str, label: str, action: Action) -> NavItem | None:
    url = url_for(endpoint)
    return NavItem(label, url, _is_here(url)) if may(action) else None


def answers_post() -> bool:
    """True on a page that is the answer to a post: `answer-page.js` gives it the address of the page of its form."""
    return request.method == "POST"


def _is_here(url: str) -> bool:
    """True on this page and on the pages below it; only the start page itself is Start."""
    return request.path == url or (url != "/" and request.path.startswith(f"{url}/"))


def visually_hidden(text: str) -> Markup:
    """Words that only a screen reader needs, because the heading right above says the same."""
    return Markup('<span class="rp-visually-hidden">{}</span>').format(text)
