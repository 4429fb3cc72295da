"""Every error is a Dutch page that says what happened and what to do; typed text is kept."""

from __future__ import annotations

from flask import Flask, abort, current_app, g, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException

from portal.web import request_log
from portal.web.account.unauthenticated import here
from portal.web.carry import after_csrf_failure
from portal.web.commits import undo
from portal.web.posted import carried_fields, typed_words, wants_json

PAGES = frozenset({400, 403, 404, 405, 413, 414, 429, 500})
# No address of ours comes near this; the page to search on says itself that its question is too long.
LONGEST_ADDRESS = 20_000
SAYS_SO_ITSELF = "zoeken.zoeken"
NOT_SAVED = "Niet opgeslagen. Probeer het opnieuw."
# Trying again is no use: what the page was made for is gone, or is no longer for this person.
NOT_YOURS = "Niet opgeslagen: u kunt dit niet (meer) wijzigen. Uw tekst staat hier nog; kopieer wat u wilt bewaren."


def register(app: Flask) -> None:
    """Tie the error pages to the app."""
    app.before_request(refuse_long_address)
    app.register_error_handler(CSRFError, on_csrf_error)
    app.register_error_handler(HTTPException, on_http_error)
    app.register_error_handler(OperationalError, on_database_away)
    app.register_error_handler(PoolTimeout, on_database_away)
    app.register_error_handler(DBAPIError, on_crash)
    app.register_error_handler(Exception, on_crash)


def refuse_long_address() -> None:
    """An address that is longer than any of ours: 414 in words, before anything looks at it."""
    if len(request.query_string) > LONGEST_ADDRESS and request.endpoint != SAYS_SO_ITSELF:
        abort(414)


def on_csrf_error(error: CSRFError) -> ResponseReturnValue:
    """The token is missing or old: keep the text and let the person sign in, or send it again."""
    g.no_form_of_ours = True
    if wants_json() and current_user.is_authenticated:
        return jsonify(melding="De pagina stond te lang open. Ververs de pagina; uw tekst blijft bewaard."), 400
    return after_csrf_failure()


def on_http_error(error: HTTPException) -> ResponseReturnValue:
    """A page of our own for every known error; redirects pass."""
    code = error.code or 500
    if error.response is not None or code < 400:
        return error.get_response()
    if wants_json():
        return jsonify(melding=_why_not(code)), code
    template = f"errors/{code if code in PAGES else 400 if code < 500 else 500}.html"
    typed = typed_words() if code in (403, 404) else ()
    return render_template(template, typed=typed, reference=request_log.request_id()), code


def _why_not(code: int) -> str:
    """The sentence for a script that sent or asked for something."""
    if request.method != "POST":
        return "Dit kan niet."
    return NOT_YOURS if code in (403, 404) else NOT_SAVED


def on_database_away(error: Exception) -> ResponseReturnValue:
    """The database is locked or away: nothing was saved, the text is kept."""
    request_log.failed("database away", 503)
    undo()
    if wants_json():
        return jsonify(melding=NOT_SAVED), 503
    if request.method == "POST":
        return _plain_page("errors/503.html", target=here(), carried=carried_fields(request.form)), 503
    return _plain_page("errors/500.html"), 503


def on_crash(error: Exception) -> ResponseReturnValue:
    """A mistake of ours: logged in full, told in one sentence, typed text kept."""
    # Not the address itself: it can hold a one-time link.
    request_log.failed(f"unexpected error at {request.method} {request.url_rule}", 500)
    undo()
    if wants_json():
        return jsonify(melding=NOT_SAVED), 500
    if request.method == "POST":
        return _plain_page("errors/500_tekst.html", target=here(), carried=carried_fields(request.form)), 500
    return _plain_page("errors/500.html"), 500


def _plain_page(template: str, **context: object) -> str:
    """A page without the context processors of the app: one of them looks up in the database who is signed in."""
    return current_app.jinja_env.get_template(template).render(reference=request_log.request_id(), **context)
