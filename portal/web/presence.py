"""What an open page to write on hears every so often: who else has it open, and what somebody else changed there."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import abort, g, jsonify, request
from flask.typing import ResponseReturnValue

from forms.cleaning import without_turns
from forms.dutch.dates import time_of_day
from forms.dutch.words import listed, one_or_many
from portal.domain import clock
from portal.services import presence
from portal.services.last_change import LastChange, Place, last_change
from portal.web.access import signed_in

# The page says in this field when it was made, in seconds since 1970.
SINCE = "sinds"


def page_made_at() -> str:
    """What a page remembers of when it was made: later changes are news to it."""
    return f"{clock.now().timestamp():.3f}"


def tell(place: Place, what: str) -> ResponseReturnValue:
    """Who else writes there and what changed since the page was made, in sentences (empty: nobody, nothing).

    `what` is what the page calls it: "dit onderdeel". The page asks by itself: that is no sign of a person at work.
    """
    g.asked_by_itself = True
    actor, since = signed_in(), _since()
    others = presence.look_around(place.plek, actor)
    change = last_change(place, since=since, actor=actor)
    return jsonify(wie=without_turns(_who(others, what)), nieuws=without_turns(_news(change, what)))


def _since() -> datetime:
    try:
        return datetime.fromtimestamp(float(request.form[SINCE]), UTC)
    except (ValueError, OverflowError, OSError):
        abort(400)


def _who(names: list[str], what: str) -> str:
    return f"{listed(names)} {one_or_many(len(names), 'heeft', 'hebben')} {what} nu ook open." if names else ""


def _news(change: LastChange | None, what: str) -> str:
    return f"{change.naam} heeft {what} om {time_of_day(change.op)} gewijzigd." if change else ""
