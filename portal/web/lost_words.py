"""What somebody typed stays in sight when it is refused, also where the form for it is gone.

After a refusal a page draws its form again, with what was typed. When the thing changed meanwhile (somebody else sent
the answers back, the round closed) that form may not be on the page any more, or the answer leads to another page.
So the answer itself is read: words that do not stand in it are added above it, to be copied.
"""

from __future__ import annotations

import html
import re

from flask import Flask, Response, g, make_response, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from forms.cleaning import clean_text
from portal.web.posted import typed_words, wants_json

_TAG = re.compile("<[^>]*>")
# Longer than a name or a line that is easily typed again: worth a page of its own before leading on.
A_NAME = 40
PLACE = Markup("<!-- getypt -->")


def register(app: Flask) -> None:
    """Give the page the place where such words come."""
    app.jinja_env.globals["place_of_lost_words"] = _place


def _place() -> str:
    """Only a refusal has one; what people type is never this very text, for in a page that is escaped."""
    return PLACE if g.get("refused") else ""


def refused(page: ResponseReturnValue, *, is_own: bool) -> ResponseReturnValue:
    """The answer to a refusal, with what was typed and does not stand in it.

    `is_own`: the person did the very thing a moment ago; what leads on then stays as it is. What a view kept before it
    was refused (`commits.keep`) is not lost.
    """
    words = [] if wants_json() or g.get("kept") else typed_words()
    response = make_response(page)
    if response.location and not is_own and (long := [one for one in words if len(one) > A_NAME]):
        return _before_leaving(response, long)
    if response.mimetype == "text/html" and PLACE in response.get_data(as_text=True):
        return _added(response, words)
    return page


def _before_leaving(response: Response, words: list[str]) -> ResponseReturnValue:
    """In place of an address: a page with the reason (`flash` kept it), the words and the way on."""
    return render_template("errors/niet_opgeslagen.html", typed=words, target=response.location), 409


def _added(response: Response, words: list[str]) -> Response:
    body = response.get_data(as_text=True)
    # In a field, or in text in which signs of a comparison stand between the words.
    seen = [_flat(html.unescape(one)) for one in (body, _TAG.sub("", body))]
    lost = [one for one in words if not any(_flat(clean_text(one)) in text for text in seen)]
    response.set_data(body.replace(PLACE, render_template("errors/_getypt.html", typed=lost), 1))
    return response


def _flat(text: str) -> str:
    return " ".join(text.split())
