"""Every route that changes something and every download has a name in the audit log, or a reason why it has none."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.web.audit.actions import CHANGES, DOWNLOADS, NOT_WRITTEN, THINGS
from tests.databases import TEST_CONFIG, settings_on


@pytest.fixture(scope="module")
def bare_app() -> Flask:
    """The routes of the portal; no database is asked."""
    from portal import create_app

    return create_app(settings_on("sqlite://"), **TEST_CONFIG)


def endpoints(app: Flask, *, changing: bool) -> set[str]:
    """The routes that take a form, or those that only read and give a file (their address ends as a file does)."""
    return {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if (bool((rule.methods or set()) - {"GET", "HEAD", "OPTIONS"}) if changing else gives_file(rule.rule))
    } - {"static"}


def gives_file(address: str) -> bool:
    """True for an address that ends as a file does."""
    return "." in address.rsplit("/", 1)[-1].replace("<path:", "") and not address.endswith(".txt")


def test_every_route_that_takes_a_form_has_a_name_in_the_log_or_a_reason(bare_app: Flask) -> None:
    nameless = endpoints(bare_app, changing=True) - CHANGES.keys() - NOT_WRITTEN.keys()
    assert nameless == set(), "geef de route een naam in portal/web/audit/actions.py"


def test_every_download_has_a_name_in_the_log_or_a_reason(bare_app: Flask) -> None:
    nameless = endpoints(bare_app, changing=False) - DOWNLOADS.keys() - NOT_WRITTEN.keys()
    assert nameless == set(), "geef de download een naam in portal/web/audit/actions.py"


def test_the_table_names_nothing_that_is_not_there(bare_app: Flask) -> None:
    there = set(bare_app.view_functions)
    assert (CHANGES.keys() | DOWNLOADS.keys() | NOT_WRITTEN.keys()) - there == set()
    assert (CHANGES.keys() | DOWNLOADS.keys()) & NOT_WRITTEN.keys() == set()
    arguments = {name for rule in bare_app.url_map.iter_rules() for name in rule.arguments}
    assert THINGS.keys() - arguments == set()


def test_no_secret_of_an_address_is_a_thing_of_the_log() -> None:
    assert not {"token", "filename", "naar", "next"} & THINGS.keys()


def test_every_name_says_about_what_and_fits_in_the_log() -> None:
    names = {*CHANGES.values(), *DOWNLOADS.values()}
    assert [name for name in names if len(name) > 80 or name != name.strip()] == []
    assert {name for name in names if ": " not in name} == {"aanmelden", "afmelden"}
