"""Every form of the portal, found by machine, keeps what a person types or chooses and is taken in once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from lxml import html

from tests.reading.crawl import FoundForm, controls, forms_on
from tests.running.walk import Walk

AppOn = Callable[[str], Flask]

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"

# The forms in which nothing is kept, and why. Everywhere else it is kept by itself.
NOT_KEPT = {
    "account/uitnodiging.html": "a first password",
    "security/change_password.html": "passwords",
    "security/forgot_password.html": "for who has not signed in: nobody is there to keep it for",
    "uitvragen/proef.html": "test answers, that are stored nowhere",
    "security/login_user.html": "a password",
    "security/reset_password.html": "a password",
    "tweede_stap/app.html": "a code",
    "tweede_stap/herstelcodes.html": "one button",
    "tweede_stap/kiezen.html": "one choice, by who is half signed in",
    "tweede_stap/passkey.html": "the answer of a passkey",
    "tweede_stap/passkey_aanmelden.html": "the answer of a passkey",
    "tweede_stap/vraag.html": "a code",
}
# The forms that carry what another form sent, with its mark.
CARRIES = {
    "account/verder.html",
    "errors/opnieuw_versturen.html",
    "errors/wijzigen_of_toevoegen.html",
    "tweede_stap/eerst_instellen.html",
    "tweede_stap/vraag.html",
}


# The forms with a text that two people may write at once, and nobody is told of the other, and why.
NOT_TOLD = {
    "beheer.regio": "names of gemeenten, changed by one beheerder",
    "coderen.code_opslaan": "a name and a line",
    "coderen.code_toevoegen": "a name and a line",
    "coderen.opslaan": "words of a text, and who codes it meanwhile is told of when saving",
    "instroom.bron_opslaan": "a few words of one coördinator; both are shown when two people did",
    "instroom.bron_toevoegen": "a few words of one coördinator",
    "instroom.cijfer_verklaren": "a few words of one coördinator; both are shown when two people did",
    "regio.word_deel_bewaren": "what one person is taking in; nobody else sees it",
    "rapporten.handel_af": "a few words of who makes the report; both are shown when two people did",
    "uitvragen.maken": "nobody else knows of it yet",
    "uitvragen.wijzigen": "set up by one coördinator, and both are shown when two people did",
}


def templates_with(words: str) -> set[str]:
    """The templates in which these words stand."""
    found = (path for path in TEMPLATES.rglob("*.html") if re.search(words, path.read_text(encoding="utf-8")))
    return {str(path.relative_to(TEMPLATES)) for path in found}


def test_a_form_that_keeps_nothing_is_named_with_its_reason() -> None:
    assert templates_with(r"<form[^>]* data-geen-klad") == set(NOT_KEPT)
    assert templates_with(r"<form[^>]* data-draagt") == CARRIES


def test_a_form_with_a_password_keeps_nothing() -> None:
    asking = templates_with(r"field\(form\.(new_)?password")
    assert asking
    assert asking <= set(NOT_KEPT) | CARRIES


@pytest.mark.parametrize("person", ["contact", "kernlid", "coordinator", "beheerder", "lezer", "regiolezer"])
def test_every_form_with_a_text_or_choice_is_kept_and_has_its_mark(apps: AppOn, walk: Walk, person: str) -> None:
    number, problems = 0, []
    for address, source in walk.pages[person]:
        page = html.fromstring(source)
        can_keep = page.xpath("//template[@data-kladtekst][@data-ontvangen]") and page.xpath("//@data-account")
        for form in forms_on(apps("sqlite"), address, page):
            if form.method == "POST" and form.texts_and_choices:
                number += 1
                problems += [f"{address}: {form.endpoint} {problem}" for problem in problems_of(form, bool(can_keep))]
    assert not problems, "\n".join(sorted(set(problems)))
    assert number


def is_shared(form: FoundForm) -> bool:
    """True for a text that others may change meanwhile (it has a revision), on a page that tells nobody of them."""
    names = [control.get("name") for control in controls(form.element)]
    has_text = any(control.tag == "textarea" for control in controls(form.element))
    told = form.element.xpath("//@data-aanwezig")
    return has_text and any("revisie" in name for name in names) and not told and form.endpoint not in NOT_TOLD


def problems_of(form: FoundForm, can_keep: bool) -> list[str]:
    """What is missing by which the words in this form would be lost or sent twice."""
    names = [control.get("name") for control in controls(form.element)]
    kept = form.element.get("data-geen-klad") is None
    found = {
        "heeft geen merk: schrijf csrf() in het formulier": names.count("merk") != 1,
        "staat op een pagina waar niets bewaard wordt": kept and not can_keep,
        "staat op een pagina die niet zegt wie er nog meer schrijft: presence() uit saving.html": is_shared(form),
    }
    return [problem for problem, is_so in found.items() if is_so]
