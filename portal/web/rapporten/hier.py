"""Who else has a sentence or an own text of the report open, and what changed there meanwhile."""

from __future__ import annotations

from flask import abort
from flask.typing import ResponseReturnValue

from portal.database import reads_first
from portal.domain.policy import Action
from portal.models import Rapport
from portal.services import last_change
from portal.web import presence
from portal.web.access import report_access
from portal.web.commits import commits
from portal.web.rapporten.blueprint import blueprint

# No key of a text is longer (`RapportTekst.sleutel`).
LONGEST_KEY = 80


@blueprint.post("/<int:rapport_id>/zinnen/<sleutel>/hier")
@report_access(Action.RAPPORT_BEHEREN)
@commits
@reads_first
def hier(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """Asked by the script of an open page."""
    if len(sleutel) > LONGEST_KEY:
        abort(404)
    return presence.tell(last_change.of_sentence(rapport, sleutel), "deze tekst")
