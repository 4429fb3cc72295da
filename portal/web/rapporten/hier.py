"""Who else has a text of the report, or the page of a region, open, and what changed there meanwhile."""

from __future__ import annotations

from flask import abort
from flask.typing import ResponseReturnValue

from portal.database import reads_first
from portal.domain.policy import Action
from portal.models import Rapport, RapportHoorRegio
from portal.services import last_change
from portal.web import presence
from portal.web.access import hearing_access, report_access
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


@blueprint.post("/hoor/<int:hoor_id>/hier")
@hearing_access(Action.HOOR_BEANTWOORDEN)
@commits
@reads_first
def hoor_hier(regel: RapportHoorRegio) -> ResponseReturnValue:
    """Asked by the script of an open page of a region."""
    return presence.tell(last_change.of_hearing(regel.id), "deze pagina")
