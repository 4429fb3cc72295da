"""Who else has a question of the answer sheet open, and what changed there meanwhile."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from portal.database import reads_first
from portal.domain.policy import Action
from portal.models import Antwoordblad
from portal.services import last_change
from portal.web import presence
from portal.web.access import sheet_access
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.vraag import step_or_404
from portal.web.commits import commits


@blueprint.post("/antwoordbladen/<int:blad_id>/vraag/<step_key>/hier")
@sheet_access(Action.BLAD_INVULLEN)
@commits
@reads_first
def hier(blad: Antwoordblad, step_key: str) -> ResponseReturnValue:
    """Asked by the script of an open page."""
    return presence.tell(last_change.of_sheet_step(blad, step_or_404(blad, step_key)), "deze vraag")
