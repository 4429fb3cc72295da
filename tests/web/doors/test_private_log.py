"""What goes wrong is logged, without the words of a region and without one-time links (BIO-7)."""

from __future__ import annotations

import logging

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from portal.extensions import db
from portal.services.people import invitations
from tests.client import StrictClient


def test_an_error_of_the_database_does_not_repeat_what_was_saved(app: Flask) -> None:
    with pytest.raises(DBAPIError) as caught:
        db.session.execute(text("INSERT INTO bestaat_niet VALUES (:tekst)"), {"tekst": "vertrouwelijk"})
    assert "vertrouwelijk" not in str(caught.value)
    db.session.rollback()


def test_a_crash_is_logged_without_the_link_that_was_opened(
    client: StrictClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def crash(token: str) -> None:
        raise RuntimeError

    monkeypatch.setattr(invitations, "invited_account", crash)
    with caplog.at_level(logging.ERROR):
        client.get("/account/uitnodiging/een-geheim", status=500)
    assert "unexpected error at GET /account/uitnodiging/<token>" in caplog.text
    assert "een-geheim" not in caplog.text
