"""The one-time mark of a form: what was sent once is taken once; who sends it again, changed, is asked what is meant.

`csrf()` of `components/form.html` writes the mark in every form. `portal/web/commits.py` notes what was taken in; a
script that saves by itself has revisions for that, and is not noted.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlsplit

from flask import Flask, current_app, flash, g, redirect, render_template, request
from flask.typing import ResponseReturnValue

from portal.models import Verzending
from portal.services import sendings
from portal.services.sendings import Sending
from portal.web.access import current_actor
from portal.web.posted import carried_fields, typed_words, wants_json

MARK, ATTEMPT = "merk", "poging"
# What goes with a form and is no part of what somebody sends by it.
UNSENT = ("csrf_token", MARK, ATTEMPT)
LONGEST = 40
ONCE = "Dit was al verstuurd. Het is niet nog een keer gedaan."

View = Callable[..., ResponseReturnValue]


def register(app: Flask) -> None:
    """Let every template write a mark."""
    app.jinja_env.globals["new_mark"] = new_mark


def new_mark() -> str:
    """A mark that no other form has."""
    return secrets.token_urlsafe(12)


def noted(view: View, *args: Any, **asked: Any) -> ResponseReturnValue:
    """Let a view answer, and note the form when it was taken in."""
    answer = view(*args, **asked)
    sending = _sending()
    if sending and (naar := _led_to(answer)):
        sendings.take(sending, naar)
    return answer


def once(view: View, *args: Any, **asked: Any) -> ResponseReturnValue:
    """As `noted`; the same sent a second time answers with what the first led to, and does nothing."""
    sending = _sending()
    if sending is None:
        return view(*args, **asked)
    if not sendings.take(sending) and (naar := sendings.answer_to(sending)):
        g.done_before = True
        flash(ONCE, "info")
        return redirect(naar)
    answer = view(*args, **asked)
    if naar := _led_to(answer):
        sendings.led_to(sending, naar, g.pop("change_at", ""))
    else:
        sendings.give_up(sending)
    return answer


def once_and_asks(view: View, *args: Any, **asked: Any) -> ResponseReturnValue:
    """As `once`; who went back and sends something else by the same form is asked: change what was made, or add?"""
    sending = _sending()
    earlier = sendings.with_other_words(sending) if sending else None
    return (_question(earlier), 409) if earlier else once(view, *args, **asked)


def _question(earlier: Verzending) -> str:
    typed, change = _typed_fields(), urlsplit(earlier.wijzigen)
    # A form among others on a page has a word before its names, the form to change one thing has not.
    fields = {name.rpartition("-")[2]: [value for one, value in typed if one == name] for name, _ in typed}
    return render_template(
        "errors/wijzigen_of_toevoegen.html",
        earlier=earlier,
        change_at=change.path,
        change_fields=fields | parse_qs(change.query),
        target=request.full_path.rstrip("?"),
        typed=typed,
        words=typed_words(),
    )


def can_be_changed_at(address: str) -> None:
    """Say where what this view made can be changed by the fields of its form.

    What stands behind its question mark are fields as well: the revision to start from.
    """
    g.change_at = address


def _sending() -> Sending | None:
    """The form that is being sent by its mark; None for what has none, or nobody signed in."""
    mark, actor = request.form.get(MARK, "") if request.method == "POST" else "", current_actor()
    if not mark or len(mark) > LONGEST or actor is None or wants_json():
        return None
    attempt = request.form.get(ATTEMPT, "")[:LONGEST]
    return Sending(actor.user_id, request.endpoint or "", mark, _content(), attempt)


def _content() -> str:
    """A hash of everything that was sent: the address, the fields in their order, and the bytes of files."""
    content = sha256(request.path.encode())
    for name, value in request.form.items(multi=True):
        if name not in UNSENT:
            content.update(repr((name, value)).encode())
    for name, upload in request.files.items(multi=True):
        content.update(repr((name, upload.filename)).encode() + sha256(upload.read()).digest())
        upload.seek(0)
    return content.hexdigest()


def _led_to(answer: ResponseReturnValue) -> str:
    """The address that an answer sends on to: the form was taken in. Any other page holds what was typed."""
    response = current_app.make_response(answer)
    return response.location or "" if response.status_code in (302, 303) else ""


def _typed_fields() -> list[tuple[str, str]]:
    """What was sent, without the fields that go with a form."""
    return [(name, value) for name, value in carried_fields(request.form) if name not in UNSENT]
