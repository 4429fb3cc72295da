"""Who else has the texts of a terugkoppeling open, and what changed there meanwhile."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from portal.database import reads_first
from portal.domain.policy import Action
from portal.services import last_change
from portal.web import presence
from portal.web.access import access
from portal.web.commits import commits
from portal.web.terugkoppeling.blueprint import blueprint
from portal.web.terugkoppeling.voorbereiden import round_or_404


@blueprint.post("/landelijk/uitvragen/<int:uitvraag_id>/terugkoppeling/hier")
@access(Action.UITVRAAG_BEHEREN)
@commits
@reads_first
def hier(uitvraag_id: int) -> ResponseReturnValue:
    """Asked by the script of an open page."""
    return presence.tell(last_change.of_feedback(round_or_404(uitvraag_id)), "deze teksten")
