"""The door of who comes by a link: the link itself opens it, as long as it works."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.domain.consent.links import LinkStand
from portal.models import Leeslink
from portal.services.consent import links
from portal.web.posted import typed_words

View = Callable[..., ResponseReturnValue]


def opens_by_link(view: View) -> View:
    """Give the view the link of its address, and the token for further addresses.

    One that is unknown (404), expired or withdrawn (410) gets a page that says what to do; what was typed stays on it.
    """

    @wraps(view)
    def opened(token: str, **asked: Any) -> ResponseReturnValue:
        link = links.by_token(token)
        if link is None or link.stand is not LinkStand.WERKT:
            return _closed(link)
        return view(link, token, **asked)

    return opened


def _closed(link: Leeslink | None) -> tuple[str, int]:
    page = render_template(
        "leeslink/werkt_niet.html", link=link, stand=link.stand if link else None, typed=typed_words()
    )
    return page, 410 if link else 404
