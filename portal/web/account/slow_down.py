"""The answer to who tries too soon or too often: 429 with Retry-After, on the page with the form when there is one."""

from __future__ import annotations

from flask import Response, after_this_request, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from werkzeug.exceptions import TooManyRequests

from portal.web.account.blueprint import blueprint
from portal.web.posted import wants_json

# The page of a form, and what it calls that form.
_PAGES = {
    "security.login": ("security/login_user.html", "login_user_form"),
    "security.forgot_password": ("security/forgot_password.html", "forgot_password_form"),
    "security.change_password": ("security/change_password.html", "change_password_form"),
}


class SlowDown(TooManyRequests):
    """Too soon or too often. `sentence` is Dutch and says how long to wait; `form` is what was sent."""

    def __init__(self, sentence: str, seconds: int, form: FlaskForm | None = None) -> None:
        super().__init__(sentence, retry_after=seconds)
        self.sentence = sentence
        self.seconds = seconds
        self.form = form

    def tell(self, form: FlaskForm | None = None) -> None:
        """Let this form say it, and not what was right or wrong; the answer says after how many seconds."""
        after_this_request(self._say_when)
        if form is not None:
            for field in form:
                field.errors = []
            form.form_errors = [self.sentence]

    def _say_when(self, response: Response) -> Response:
        response.headers["Retry-After"] = str(self.seconds)
        return response


@blueprint.app_errorhandler(SlowDown)
def answer(refusal: SlowDown) -> ResponseReturnValue:
    """The page with the form and what is the matter, or a page that only says so."""
    refusal.tell(refusal.form)
    found = _PAGES.get(request.endpoint or "")
    if wants_json():
        return {"melding": refusal.sentence}, 429
    if found is None or refusal.form is None:
        return render_template("errors/429.html", sentence=refusal.sentence), 429
    template, name = found
    return render_template(template, **{name: refusal.form}), 429
