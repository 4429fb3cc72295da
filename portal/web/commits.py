"""One commit per view, and a page for every problem that a verb may have.

    @blueprint.post("/plannen/<int:plan_id>/nieuwe-versie")
    @plan_access(Action.PLAN_INVULLEN)
    @commits
    def nieuwe_versie(plan: Plan) -> ResponseReturnValue:
        with on_problem(PlanProblem, told_at(home)):
            versie = versions.start_new_version(plan, actor=signed_in())
        flash(f"U werkt nu aan versie {versie.nummer}.", "success")
        return redirect(home)

Every view that takes a form carries `@commits`, and one that makes or sends something `@sends_once` or `@adds_once`;
`tests/web/doors/test_commits.py` finds one without, `tests/web/doors/test_twice.py` one that makes something twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import Any, NoReturn, TypeVar

from flask import abort, flash, g, redirect, session
from flask.typing import ResponseReturnValue

from portal.extensions import db
from portal.web import lost_words, marks
from portal.web.audit import requests as audit

View = TypeVar("View", bound=Callable[..., Any])
Problem = TypeVar("Problem", bound=Exception)
# Where Flask keeps what `flash` said until a page shows it.
SAID = "_flashes"


class Refusal(Exception):
    """What was asked can't be done; `page` draws the answer, once everything that the view did is undone."""

    def __init__(self, page: Callable[[], ResponseReturnValue]) -> None:
        super().__init__()
        self.page = page


def commits(view: View) -> View:
    """Commit once when the view returns; undo all it did when it raises, and then draw the page of a refusal.

    A commit that fails is an error of the view: the error pages give back what was typed.
    """
    return _saving(view, marks.noted)


def sends_once(view: View) -> View:
    """As `commits`, for a view that sends or starts something: the same form sent twice does it once."""
    return _saving(view, marks.once)


def adds_once(view: View) -> View:
    """As `sends_once`, for a view that adds one of many: the same form with other words in it may be meant as another
    one, or as a change. The person is asked.
    """
    return _saving(view, marks.once_and_asks)


def _saving(view: View, act: Callable[..., ResponseReturnValue]) -> View:
    @wraps(view)
    def saving(*args: Any, **asked: Any) -> ResponseReturnValue:
        try:
            with _all_or_nothing():
                answer = act(view, *args, **asked)
                audit.write_with_change(_status(answer))
                db.session.commit()
        except Refusal as refusal:
            g.refused = True
            answer = lost_words.refused(refusal.page(), is_own=getattr(refusal.__cause__, "is_own", False))
        return answer

    saving.commits = True  # type: ignore[attr-defined]
    return saving  # type: ignore[return-value]


def _status(answer: ResponseReturnValue) -> int:
    """The status that an answer of a view will have."""
    if isinstance(answer, tuple):
        return next((int(one) for one in answer[1:] if isinstance(one, int)), 200)
    return getattr(answer, "status_code", 200)


@contextmanager
def _all_or_nothing() -> Iterator[None]:
    said = list(session.get(SAID, []))
    try:
        yield
    except BaseException:
        db.session.rollback()
        # "Opgeslagen." was said before the commit: it must not stand on the next page.
        if session.get(SAID, []) != said:
            session[SAID] = said
        raise


@contextmanager
def on_problem(
    kind: type[Problem] | tuple[type[Problem], ...], page: Callable[[Problem], ResponseReturnValue]
) -> Iterator[None]:
    """When this kind of problem comes up inside the block, the view ends there: nothing it did is kept, and `page`
    answers. It runs after the undoing, and so sees what stands in the database now; what was typed is in its form.

    Of several in one `with` the last one that fits answers.
    """
    try:
        yield
    except kind as problem:
        raise Refusal(partial(page, problem)) from problem


def told_at(address: str) -> Callable[[Exception], ResponseReturnValue]:
    """The page for a button: this address, with the reason above it. Typed text is shown first (`lost_words`).

    What the same person did a moment ago (a double click) is no error.
    """

    def tell(problem: Exception) -> ResponseReturnValue:
        flash(str(problem), "info" if getattr(problem, "is_own", False) else "error")
        return redirect(address)

    return tell


def not_there(problem: Exception) -> NoReturn:
    """The page for a thing that is gone, or that this person may not know of."""
    abort(404)


def keep() -> None:
    """Commit what was done so far: it stays, whatever comes after it, and what is drawn next is read anew."""
    db.session.commit()
    g.kept = True


def undo() -> None:
    """Give up what was done, for the error pages: they also answer for what went wrong outside a view."""
    db.session.rollback()
