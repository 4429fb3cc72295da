"""Pages of reports ask as much of the database for many regions, texts and rounds as for few."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from portal.domain.report.states import RapportStatus
from portal.domain.roles import Rol
from portal.models import Rapport, User
from tests.examples.nation import example_data
from tests.running.halves import on_one_each
from tests.running.queries import asked
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.report_pages import put_data

OPEN = RapportStatus.GEPUBLICEERD


def put_country(size: int, status: RapportStatus = OPEN) -> Rapport:
    """A report of so many regions."""
    data = example_data()
    return put_data(replace(data, beeld=replace(data.beeld, regios=data.beeld.regios[: 10 * size])), status)


def with_regions(path: str, rol: Rol | None = None) -> Callable[[int], tuple[User, str]]:
    def world(size: int) -> tuple[User, str]:
        rapport = put_country(size)
        return make_user(rol) if rol else make_contact(make_regio()), f"/rapporten/{rapport.id}{path}"

    return world


def with_reports(path: str, status: RapportStatus) -> Callable[[int], tuple[User, str]]:
    def world(size: int) -> tuple[User, str]:
        for _ in range(4 * size - 3):
            put_country(1, status)
        return make_user(Rol.COORDINATOR), path

    return world


PAGES = {
    "the front page": with_regions(""),
    "a chapter": with_regions("/proces"),
    "all of it": with_regions("/alles"),
    "a number": with_regions("/getallen/geantwoord"),
    "a number with its texts": with_regions("/getallen/lessen", Rol.COORDINATOR),
    "the list with 1 and 9 reports": with_reports("/rapporten", OPEN),
    "the start with 1 and 9 reports to publish": with_reports("/", RapportStatus.VASTGESTELD),
}


@pytest.mark.parametrize(("app", "name"), on_one_each(list(PAGES)), indirect=["app"])
def test_a_page_asks_as_much_for_many_as_for_few(app: Flask, name: str) -> None:
    few, many = (asked(app, PAGES[name], size) for size in (1, 3))
    assert len(few) == len(many), "\n".join(many)
    assert 0 < len(few) < 25
