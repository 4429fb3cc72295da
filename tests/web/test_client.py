"""The strict client fails when a view leaves something unsaved, and when a GET writes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask, Response

from portal.extensions import db
from portal.models import Regio
from tests.client import StrictClient
from tests.worlds.people import make_regio


def forget_to_commit() -> Response:
    """A view that adds a row and does not save it."""
    db.session.add(Regio(code="V", naam="Vergeten"))
    return Response("klaar", mimetype="text/plain")


def flush_and_forget() -> Response:
    """A view that writes and does not commit."""
    make_regio("Half")
    return Response("klaar", mimetype="text/plain")


def save() -> Response:
    """A view that does it right, for a POST."""
    make_regio("Bewaard")
    db.session.commit()
    return Response("klaar", mimetype="text/plain")


@pytest.fixture
def client(app: Flask) -> Iterator[StrictClient]:
    """A browser for a small app on the same database, with the three views; they answer with plain text."""
    small = Flask("klein")
    small.secret_key = "x"
    small.config.update(app.config)
    db.init_app(small)
    for view in (forget_to_commit, flush_and_forget, save):
        small.add_url_rule(f"/{view.__name__}", view_func=view, methods=["GET", "POST"])
    with small.app_context():
        yield StrictClient(small)
        db.session.remove()
        db.engine.dispose()


@pytest.mark.parametrize(
    ("view", "complaint"), [("forget_to_commit", "onbewaarde rijen"), ("flush_and_forget", "zonder commit")]
)
def test_what_a_view_does_not_commit_is_seen(client: StrictClient, view: str, complaint: str) -> None:
    with pytest.raises(AssertionError, match=complaint):
        client.post(f"/{view}", status=200, csrf=False)


def test_a_get_that_writes_is_seen(client: StrictClient) -> None:
    with pytest.raises(AssertionError, match="GET /save schrijft"):
        client.get("/save")


def test_a_post_that_saves_is_fine_and_the_test_sees_it(client: StrictClient) -> None:
    client.post("/save", status=200, csrf=False)
    assert [regio.naam for regio in db.session.query(Regio)] == ["Bewaard"]


def test_another_status_than_expected_fails(client: StrictClient) -> None:
    with pytest.raises(AssertionError, match="gaf 404, verwacht 200"):
        client.get("/bestaat-niet")
