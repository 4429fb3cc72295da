"""Every view that takes a form commits once: all it did is saved when it returns, and nothing when it does not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask, flash, get_flashed_messages, session
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from portal.domain.roles import OrganisatieSoort
from portal.extensions import db
from portal.models import Organisatie
from portal.web.commits import commits, keep, not_there, on_problem, told_at

# A view that takes a form and carries no `@commits`, and why.
WITHOUT = {
    "regio.voorbeeld": "shows how typed text will look, and saves nothing",
    "uitvragen.proef_nakijken": "tries out what a round asks, and saves nothing",
    "security.login": "Flask-Security commits by itself",
    "security.logout": "Flask-Security commits by itself",
    "security.forgot_password": "Flask-Security commits by itself",
    "security.reset_password": "Flask-Security commits by itself",
    "security.change_password": "Flask-Security commits by itself",
}


def test_every_view_that_takes_a_form_commits_once(app: Flask) -> None:
    posted = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    assert len(posted) > 60
    without = {endpoint for endpoint in posted if not getattr(app.view_functions[endpoint], "commits", False)}
    assert without == set(WITHOUT), "zet @commits onder de deur van de view"


def test_only_a_view_that_commits_waits_with_its_turn(app: Flask) -> None:
    marked = [view for view in app.view_functions.values() if getattr(view, "reads_first", False)]
    assert marked
    assert all(getattr(view, "commits", False) for view in marked)


class Trouble(Exception):
    """What a verb says that can't be done."""

    is_own = False


class OwnTrouble(Trouble):
    """What a verb says of a double click."""

    is_own = True


@pytest.fixture
def posting(app: Flask) -> Iterator[None]:
    """Inside a request that posts something."""
    db.session.commit()
    with app.test_request_context("/", method="POST"):
        yield
    db.session.rollback()


def add(naam: str) -> None:
    db.session.add(Organisatie(naam=naam, soort=OrganisatieSoort.GEMEENTE))
    db.session.flush()


def seen() -> list[str]:
    """What this request sees."""
    return sorted(db.session.scalars(select(Organisatie.naam)))


def stored() -> list[str]:
    """What everybody sees: what was committed."""
    db.session.rollback()
    return seen()


def left_to_commit() -> list[str]:
    """What is there when somebody commits after this: nothing of what was undone."""
    db.session.commit()
    return seen()


def crash() -> None:
    raise ZeroDivisionError


@pytest.mark.usefixtures("posting")
def test_what_a_view_did_is_saved_when_it_returns() -> None:
    @commits
    def view() -> ResponseReturnValue:
        add("Streek")
        return "gelukt", 409

    assert view() == ("gelukt", 409)
    assert stored() == ["Streek"]


@pytest.mark.usefixtures("posting")
def test_after_a_problem_nothing_is_saved_and_its_page_answers() -> None:
    @commits
    def view() -> ResponseReturnValue:
        add("Half")
        with on_problem(Trouble, lambda problem: (f"{problem} {seen()}", 422)):
            add("Streek")
            raise Trouble("Dat kan nu niet.")

    assert view() == ("Dat kan nu niet. []", 422)
    assert left_to_commit() == []


@pytest.mark.usefixtures("posting")
def test_a_crash_saves_nothing_and_stays_a_crash() -> None:
    @commits
    def view() -> ResponseReturnValue:
        add("Half")
        crash()
        return ""

    with pytest.raises(ZeroDivisionError):
        view()
    assert left_to_commit() == []


@pytest.mark.usefixtures("posting")
def test_what_is_kept_stays_whatever_comes_after_it() -> None:
    @commits
    def view() -> ResponseReturnValue:
        add("Getypt")
        keep()
        with on_problem(Trouble, told_at("/plan")):
            add("Half")
            raise Trouble("Dat kan nu niet.")

    view()
    assert left_to_commit() == ["Getypt"]


@pytest.mark.usefixtures("posting")
@pytest.mark.parametrize(("problem", "kind"), [(Trouble("Dat kan niet."), "error"), (OwnTrouble("Al gedaan."), "info")])
def test_a_button_tells_on_its_own_page_why_not(problem: Trouble, kind: str) -> None:
    @commits
    def view() -> ResponseReturnValue:
        with on_problem(Trouble, told_at("/plan")):
            raise problem

    answer = view()
    assert (answer.status_code, answer.location) == (302, "/plan")
    assert get_flashed_messages(with_categories=True) == [(kind, str(problem))]


@pytest.mark.usefixtures("posting")
def test_of_two_pages_the_last_one_that_fits_answers() -> None:
    def ask(problem: Trouble) -> ResponseReturnValue:
        @commits
        def view() -> ResponseReturnValue:
            with on_problem(Trouble, lambda _: "iedereen"), on_problem(OwnTrouble, lambda _: "eigen"):
                raise problem

        return view()

    assert [ask(Trouble()), ask(OwnTrouble())] == ["iedereen", "eigen"]


@pytest.mark.usefixtures("posting")
def test_what_is_gone_is_not_there() -> None:
    @commits
    def view() -> ResponseReturnValue:
        with on_problem(Trouble, not_there):
            raise Trouble

    with pytest.raises(Exception, match="404"):
        view()


@pytest.mark.usefixtures("posting")
def test_a_commit_that_fails_unsays_that_it_was_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OperationalError("COMMIT", {}, Exception("weg"))

    @commits
    def view() -> ResponseReturnValue:
        flash("Opgeslagen.", "success")
        return "gelukt"

    flash("Eerder gezegd.", "info")
    monkeypatch.setattr(db.session, "commit", refuse)
    with pytest.raises(OperationalError):
        view()
    assert session["_flashes"] == [("info", "Eerder gezegd.")]
