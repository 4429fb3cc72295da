"""The remarks of reviewers on a report: per chapter or sentence of its concept, and the buttons of their threads."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.models import Rapport
from portal.web.access import report_access
from portal.web.commits import adds_once, sends_once
from portal.web.opmerkingen import pages
from portal.web.opmerkingen.blueprint import blueprint


@blueprint.get("/rapporten/<int:rapport_id>/opmerkingen")
@report_access(Action.RAPPORT_CONCEPT_LEZEN)
def lijst_rapport(rapport: Rapport) -> ResponseReturnValue:
    """All remarks on the report."""
    return pages.list_page(rapport)


@blueprint.post("/rapporten/<int:rapport_id>/opmerkingen")
@report_access(Action.RAPPORT_CONCEPT_LEZEN)
@adds_once
def toevoegen_rapport(rapport: Rapport) -> ResponseReturnValue:
    """Begin a thread."""
    return pages.add(rapport)


@blueprint.post("/rapporten/<int:rapport_id>/opmerkingen/<int:opmerking_id>/reactie")
@report_access(Action.RAPPORT_CONCEPT_LEZEN)
@adds_once
def reageren_rapport(rapport: Rapport, opmerking_id: int) -> ResponseReturnValue:
    """Say something in a thread."""
    return pages.say(rapport, opmerking_id)


@blueprint.post("/rapporten/<int:rapport_id>/opmerkingen/<int:opmerking_id>/oplossen")
@report_access(Action.RAPPORT_CONCEPT_LEZEN)
@sends_once
def oplossen_rapport(rapport: Rapport, opmerking_id: int) -> ResponseReturnValue:
    """Call a thread resolved."""
    return pages.resolve(rapport, opmerking_id)


@blueprint.post("/rapporten/<int:rapport_id>/opmerkingen/<int:opmerking_id>/heropenen")
@report_access(Action.RAPPORT_CONCEPT_LEZEN)
@sends_once
def heropenen_rapport(rapport: Rapport, opmerking_id: int) -> ResponseReturnValue:
    """Open a resolved thread again."""
    return pages.reopen(rapport, opmerking_id)
