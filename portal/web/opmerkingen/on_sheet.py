"""The remarks on an answer sheet: "Wat is er bij onze antwoorden opgemerkt?", and the buttons of its threads."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.models import Antwoordblad
from portal.web.access import sheet_access
from portal.web.commits import adds_once, sends_once
from portal.web.opmerkingen import pages
from portal.web.opmerkingen.blueprint import blueprint


@blueprint.get("/antwoordbladen/<int:blad_id>/opmerkingen")
@sheet_access(Action.OPMERKEN)
def lijst_blad(blad: Antwoordblad) -> ResponseReturnValue:
    """All remarks on the sheet."""
    return pages.list_page(blad)


@blueprint.post("/antwoordbladen/<int:blad_id>/opmerkingen")
@sheet_access(Action.OPMERKEN)
@adds_once
def toevoegen_blad(blad: Antwoordblad) -> ResponseReturnValue:
    """Begin a thread."""
    return pages.add(blad)


@blueprint.post("/antwoordbladen/<int:blad_id>/opmerkingen/<int:opmerking_id>/reactie")
@sheet_access(Action.OPMERKEN)
@adds_once
def reageren_blad(blad: Antwoordblad, opmerking_id: int) -> ResponseReturnValue:
    """Say something in a thread."""
    return pages.say(blad, opmerking_id)


@blueprint.post("/antwoordbladen/<int:blad_id>/opmerkingen/<int:opmerking_id>/oplossen")
@sheet_access(Action.OPMERKEN)
@sends_once
def oplossen_blad(blad: Antwoordblad, opmerking_id: int) -> ResponseReturnValue:
    """Call a thread resolved."""
    return pages.resolve(blad, opmerking_id)


@blueprint.post("/antwoordbladen/<int:blad_id>/opmerkingen/<int:opmerking_id>/heropenen")
@sheet_access(Action.OPMERKEN)
@sends_once
def heropenen_blad(blad: Antwoordblad, opmerking_id: int) -> ResponseReturnValue:
    """Open a resolved thread again."""
    return pages.reopen(blad, opmerking_id)
