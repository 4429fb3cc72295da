"""The places of explanations on a sheet: made when they are handed in, so that codes have something to hang on."""

from __future__ import annotations

from sqlalchemy import select

from portal.domain.sheet.explained import explanations
from portal.extensions import db
from portal.models import Antwoordblad, TekstPlek
from portal.services.filling.freezing import Content
from portal.services.round.questionnaire import format_of_round


def keep(blad: Antwoordblad, content: Content) -> None:
    """Say of every explanation in this submission, the newest of the sheet, that it stands there now.

    A place that was there before keeps its id; one without text any more is left behind. The caller holds the sheet.
    """
    known = {(one.veld, one.regio_code): one for one in _places(blad)}
    for one in explanations(format_of_round(blad.uitvraag), content):
        plek = known.get(one.place) or TekstPlek(blad_id=blad.id, veld=one.veld, regio_code=one.regio_code)
        plek.soort, plek.indiening_nummer = one.soort, blad.indiening_nummer
        db.session.add(plek)
    db.session.flush()


def _places(blad: Antwoordblad) -> list[TekstPlek]:
    return list(db.session.scalars(select(TekstPlek).where(TekstPlek.blad_id == blad.id)))
