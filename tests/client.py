"""The strict test client: it reads every page as the strictest reader would and sees to it that nothing stays unsaved.

    page = client.get("/plan/3")
    page = client.submit("Opslaan", samenvatting="Wij willen …")

`get` and `post` expect a status and fail on another one. Every HTML page is checked (`reading.pages.problems_of`).
Each request gets a context of its own, as in life; rows that the test made are committed before it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import Connection, Engine, event
from werkzeug.test import TestResponse

from portal.extensions import db
from portal.models import User
from portal.services.people import sign_ins
from tests.reading.forms import filled_in, find_form
from tests.reading.pages import Page, problems_of

WRITES = ("INSERT", "UPDATE", "DELETE")
# What opening a page writes: that a link or a file was opened (docs/decisions/instemming.md, auditlog.md); once a
# minute, that somebody is at work, or that a sign-in that is no good has ended (docs/decisions/aanmeldingen.md).
MAY_WRITE = ("INSERT INTO leeslink_inzage ", "INSERT INTO audit_regel ", "UPDATE aanmelding SET ")
CSRF_RAW = "een-vaste-waarde-voor-tests"


class StrictClient:
    """Somebody with a browser, who looks closely (`reads_pages=False`: only at the status)."""

    def __init__(self, app: Flask, *, reads_pages: bool = True) -> None:
        self.app = app
        self.reads_pages = reads_pages
        self.browser = app.test_client()
        self.page: Page | None = None
        self.response: TestResponse | None = None

    def sign_in(self, user: User) -> StrictClient:
        """Be this person from now on, without the sign-in page (its own tests walk through that)."""
        mark = sign_ins.start(user, "Firefox op Linux")
        db.session.commit()
        with self.browser.session_transaction() as session:
            session.clear()
            session.update(_user_id=user.fs_uniquifier, _fresh=True, fs_cc="set", fs_paa=time.time(), aanmelding=mark)
            session["csrf_token"] = CSRF_RAW
        return self

    def sign_out(self) -> StrictClient:
        """Be nobody from now on."""
        with self.browser.session_transaction() as session:
            session.clear()
        return self

    def get(self, url: str, status: int | None = 200, **kwargs: Any) -> Page:
        """Open an address; a GET that writes fails, but for what `MAY_WRITE` says. `status` None: any will do."""
        db.session.commit()
        with writes_to(db.engine) as written:
            page = self.request("GET", url, status, **kwargs)
        written = of_people(written)
        assert not written, f"GET {url} schrijft: {written[:3]}"
        return page

    def post(self, url: str, data: Any = None, status: int | None = 302, *, csrf: bool = True, **kwargs: Any) -> Page:
        """Send data to an address with a valid CSRF token (`csrf=False`: without). Follows no redirect."""
        data = dict(data or {}) if not hasattr(data, "lists") else data
        if csrf and "json" not in kwargs:
            data.setdefault("csrf_token", self.csrf_token())
        elif csrf:
            kwargs["headers"] = {"X-CSRFToken": self.csrf_token(), **kwargs.get("headers", {})}
        return self.request("POST", url, status, data=data if "json" not in kwargs else None, **kwargs)

    def submit(self, button: str, *, status: int = 200, follow: bool = True, **changes: Any) -> Page:
        """Fill in the form with this button on the last page, press it, and follow the redirect as a browser does.

        `changes` are values by field name (see `tests.reading.forms.filled_in`); a name that is no Python name can be
        given as `**{"rij-1": "…"}`. `status` is that of the last page.
        """
        assert self.page is not None, "open eerst een pagina"
        form, pressed = find_form(self.page, button)
        data = filled_in(form, pressed, changes)
        url = pressed.get("formaction") or form.get("action")
        if (form.get("method") or "get").lower() == "get":
            return self.get(url, status, query_string=data)
        page = self.request("POST", url, None, data=data, content_type=form.get("enctype"))
        if follow and page.status in (302, 303):
            return self.follow(status)
        assert page.status == (status if not follow or page.status >= 400 or status != 200 else 200), _told(
            page, status
        )
        return page

    def follow(self, status: int = 200) -> Page:
        """Open the address that the last answer redirected to."""
        assert self.response is not None
        assert self.response.location, "het laatste antwoord stuurde niet door"
        return self.get(self.response.location, status)

    def csrf_token(self) -> str:
        """A token that the portal accepts from this browser."""
        raw = self._remembered().get("csrf_token")
        if raw is None:
            with self.browser.session_transaction() as session:
                raw = session.setdefault("csrf_token", CSRF_RAW)
        return str(URLSafeTimedSerializer(self.app.secret_key, salt="wtf-csrf-token").dumps(raw))

    def _remembered(self) -> dict[str, Any]:
        """What stands in the cookie of this browser; opening the whole session for that takes far longer."""
        cookie = self.browser.get_cookie(self.app.config["SESSION_COOKIE_NAME"])
        serializer = SecureCookieSessionInterface().get_signing_serializer(self.app)
        assert serializer is not None
        return dict(serializer.loads(cookie.value)) if cookie else {}

    def request(self, method: str, url: str, status: int | None, **kwargs: Any) -> Page:
        """Send a request and check the answer; `status` None leaves the status to the caller."""
        # The test's own rows must be visible, and its locks gone.
        db.session.commit()
        with self.app.app_context(), unsaved_writes(db.engine) as unsaved:
            response = self.browser.open(url, method=method, buffered=True, **kwargs)
            # What is large was sent from a file, which Werkzeug leaves open.
            response.request.environ["wsgi.input"].close()
            left = [*db.session.new, *db.session.dirty, *db.session.deleted]
        assert not left, f"{method} {url} laat onbewaarde rijen achter: {left[:3]}"
        assert not unsaved, f"{method} {url} schrijft zonder commit: {unsaved[:3]}"
        return self._read(method, url, status, response)

    def _read(self, method: str, url: str, status: int | None, response: TestResponse) -> Page:
        self.response = response
        is_html = response.mimetype == "text/html"
        page = Page(url, response.status_code, response.get_data(as_text=True) if is_html else "")
        assert status is None or page.status == status, f"{method} {_told(page, status)}"
        if is_html and self.reads_pages and response.status_code not in (301, 302, 303, 307, 308):
            problems = problems_of(page)
            assert not problems, f"{method} {url} ({page.status}):\n- " + "\n- ".join(problems)
            self.page = page
        return page


def _told(page: Page, status: int | None) -> str:
    words = f": {page.h1} – {' '.join(page.errors) or page.text[:300]}" if page.html else ""
    return f"{page.url} gaf {page.status}, verwacht {status}{words}"


@contextmanager
def writes_to(engine: Engine) -> Iterator[list[str]]:
    """The statements inside the block that write to the database."""
    written: list[str] = []

    def remember(conn: Connection, cursor: Any, statement: str, *rest: Any) -> None:
        if statement.lstrip().upper().startswith(WRITES):
            written.append(statement)

    event.listen(engine, "before_cursor_execute", remember)
    try:
        yield written
    finally:
        event.remove(engine, "before_cursor_execute", remember)


def of_people(written: Iterable[str]) -> list[str]:
    """Of what was written, what changes something that people made; not what each request leaves behind."""
    return [one for one in written if not one.startswith(MAY_WRITE)]


@contextmanager
def unsaved_writes(engine: Engine) -> Iterator[list[str]]:
    """The statements inside the block that wrote and were neither committed nor rolled back on purpose."""
    with writes_to(engine) as unsaved:

        def forget(conn: Connection) -> None:
            unsaved.clear()

        event.listen(engine, "commit", forget)
        event.listen(engine, "rollback", forget)
        try:
            yield unsaved
        finally:
            event.remove(engine, "commit", forget)
            event.remove(engine, "rollback", forget)


@pytest.fixture
def client(app: Flask) -> StrictClient:
    """Somebody with a browser who has not signed in."""
    return StrictClient(app)


@pytest.fixture
def new_client(app: Flask) -> Callable[[], StrictClient]:
    """More people with browsers of their own: `new_client().sign_in(colleague)`."""
    return lambda: StrictClient(app)
