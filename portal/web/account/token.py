"""A fresh token for a page that stood open for long, so that its script can still save what was typed."""

from __future__ import annotations

from flask import jsonify
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from portal.domain.policy import Action
from portal.web.access import access
from portal.web.account.blueprint import blueprint


@blueprint.get("/token")
@access(Action.EIGEN_ACCOUNT)
def token() -> ResponseReturnValue:
    """The token of this session and whose session it is; 401 for somebody who is not signed in.

    Another site can't read the answer: browsers keep it from scripts of other origins (no CORS headers are given).
    """
    return jsonify(token=generate_csrf(), account=current_user.id)
