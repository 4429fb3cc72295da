"""Tells the log where a request comes from, and forgets it afterwards."""

from __future__ import annotations

from flask import request

from portal.domain.origin import set_origin
from portal.web.account.blueprint import blueprint


@blueprint.before_app_request
def remember() -> None:
    """A request begins."""
    set_origin(request.remote_addr or "onbekend")


@blueprint.teardown_app_request
def forget(error: BaseException | None) -> None:
    """A request is over."""
    set_origin(None)
