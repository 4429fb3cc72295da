"""A request is one line, with the number of its error page, and without what opens a door (BIO-7)."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from portal.domain.roles import Rol
from portal.logs.lines import JsonLines
from portal.services.people import invitations
from tests.client import StrictClient
from tests.worlds.people import make_user

SECRET = "Zeven-blauwe-fietsen-2026!"


@pytest.fixture
def written(app: Flask) -> Iterator[io.StringIO]:
    """What the portal writes, as the server has it."""
    stream, portal = io.StringIO(), logging.getLogger("portal")
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    before = portal.level
    portal.addHandler(handler)
    portal.setLevel(logging.INFO)
    yield stream
    portal.removeHandler(handler)
    portal.setLevel(before)


def lines(written: io.StringIO) -> list[dict[str, Any]]:
    """Each line, read as JSON."""
    return [json.loads(one) for one in written.getvalue().splitlines()]


def test_a_page_is_one_line_without_what_was_asked(client: StrictClient, written: io.StringIO) -> None:
    kim = make_user(Rol.COORDINATOR)
    client.sign_in(kim).get("/zoeken?q=geheim")
    (line,) = lines(written)
    assert (line["methode"], line["route"], line["status"], line["account"]) == ("GET", "/zoeken", 200, kim.id)
    assert client.response is not None
    assert client.response.headers["X-Request-ID"] == line["verzoek"]
    assert "geheim" not in written.getvalue()


@pytest.mark.parametrize(
    ("error", "status"), [(RuntimeError("stuk"), 500), (OperationalError("SELECT 1", {}, Exception("weg")), 503)]
)
def test_a_failure_is_one_line_with_the_number_of_its_page(
    client: StrictClient, written: io.StringIO, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    def crash(token: str) -> None:
        raise error

    monkeypatch.setattr(invitations, "invited_account", crash)
    page = client.get("/account/uitnodiging/een-geheim", status=status)
    (line,) = lines(written)
    assert (line["niveau"], line["status"]) == ("error", status)
    assert line["verzoek"] in page.html
    assert line["spoor"]
    assert "een-geheim" not in written.getvalue()


def test_what_is_typed_to_get_in_is_in_no_line(client: StrictClient, written: io.StringIO) -> None:
    make_user(Rol.COORDINATOR, email="kim@voorbeeld.example", password=SECRET)
    client.get("/account/aanmelden")
    client.submit("Aanmelden", email="kim@voorbeeld.example", password=f"{SECRET}x")
    client.submit("Aanmelden", email="kim@voorbeeld.example", password=SECRET)
    client.get(f"/account/uitnodiging/{SECRET}", status=410)
    client.get(f"/link/{SECRET}", status=404)
    client.get(f"/zoeken?q={SECRET}")
    assert client.browser.get_cookie("regioportaal") is not None
    assert len(lines(written)) >= 6
    assert "fietsen" not in written.getvalue()
    assert "kim@" not in written.getvalue()
