"""The place in Flask-Security's sign-in where the second step comes in."""

from __future__ import annotations

from typing import Any, cast

from flask import redirect, url_for
from flask_security import UserMixin
from flask_security.tf_plugin import TfPlugin

from portal.models import User
from portal.services.factors.held import held_by
from portal.web.tweede_stap import half


class TwoSteps(TfPlugin):
    """Asked by Flask-Security after a right password: is a second step needed? Then its page is the answer."""

    def tf_enter(self, user: UserMixin, remember_me: bool | None, primary_authn_via: str, next_loc: str | None) -> Any:
        """The way to the second step, or None where one step is enough."""
        if not half.is_asked():
            return None
        account = cast("User", user)
        half.start(account, via=primary_authn_via, next_page=next_loc or "")
        return redirect(page_for(account))


def page_for(account: User) -> str:
    """The address where somebody goes on after the first step: to take the second one, or to set one up."""
    return url_for("tweede_stap.vraag" if held_by(account).is_set_up else "tweede_stap.kiezen")
