"""Answer sheets that were handed in, made the short way: only what expectations and terugkoppeling read."""

from __future__ import annotations

from typing import Any

from portal.domain import clock
from portal.domain.roles import Namens
from portal.domain.round.states import BladStatus
from portal.domain.sheet.facts import facts_of
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, BladRegel, RegelSoort, Regio
from portal.services.filling.freezing import checksum
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import places
from tests.worlds.people import make_contact

ACTIE = {
    "vorm": "actie",
    "paragraaf": "",
    "omschrijving": "Overleg",
    "verantwoordelijke": "",
    "tijdslijn": "",
    "venster_van": None,
    "venster_tot": None,
    "venster_bron": "geen",
    "themas": [],
    "is_mijlpaal": False,
}


def add_regel(
    blad: Antwoordblad,
    tekst: str,
    aan: str = "",
    *,
    soort: RegelSoort = RegelSoort.VERWACHTING,
    regio: Regio | None = None,
) -> BladRegel:
    """A row of one of the lists of a sheet, not handed in yet."""
    regel = BladRegel(
        blad_id=blad.id,
        soort=soort,
        tekst=tekst,
        aan=aan,
        regio_id=regio.id if regio else None,
        gewijzigd_op=clock.now(),
    )
    db.session.add(regel)
    db.session.flush()
    return regel


def hand_in(
    blad: Antwoordblad,
    *regels: BladRegel,
    answers: dict[str, str] | None = None,
    afwijkingen: dict[str, dict[str, str]] | None = None,
    statussen: tuple[str, ...] = (),
    redenen: tuple[str, ...] = (),
) -> BladIndiening:
    """Freeze these rows and answers as the newest submission of a sheet; every status is that of an action.

    `redenen` are the explanations of the first statuses.
    """
    content = _content(blad, regels, answers or {}, afwijkingen or {}, statussen)
    for told, tekst in zip(content["voortgang"].values(), redenen, strict=False):
        told["toelichting"] = tekst
    blad.indiening_nummer += 1
    blad.status = BladStatus.INGEDIEND
    indiening = BladIndiening(
        blad_id=blad.id,
        nummer=blad.indiening_nummer,
        ingediend_op=clock.now(),
        ingediend_door_id=make_contact(blad.regios[0]).id,
        namens=Namens.GEMEENTE,
        snapshot=content,
        checksum=checksum(content),
        feiten=facts_of(format_of_round(blad.uitvraag), content),
    )
    db.session.add(indiening)
    db.session.flush()
    places.keep(blad, content)
    return indiening


def _content(
    blad: Antwoordblad,
    regels: tuple[BladRegel, ...],
    answers: dict[str, str],
    afwijkingen: dict[str, dict[str, str]],
    statussen: tuple[str, ...],
) -> dict[str, Any]:
    codes = {regio.id: regio.code for regio in blad.regios}
    lists: dict[str, list[dict[str, Any]]] = {soort.value: [] for soort in RegelSoort}
    for row in regels:
        code = codes.get(row.regio_id or 0, "")
        lists[row.soort.value].append({"id": row.id, "tekst": row.tekst, "aan": row.aan, "regio_code": code})
    return {
        "edition": blad.uitvraag.edition,
        "uitvraag": {"id": blad.uitvraag_id, "naam": blad.uitvraag.naam},
        "extra_vragen": list(blad.uitvraag.extra_vragen),
        "niet_gesteld": blad.uitvraag.niet_gesteld.split(),
        "naam": blad.naam,
        "regios": [{"id": regio.id, "code": regio.code, "naam": regio.naam} for regio in blad.regios],
        "plan": None,
        "acties": [{**ACTIE, "id": number} for number, _ in enumerate(statussen, start=1)],
        "voortgang": {
            str(number): {"status": status, "toelichting": "", "gelijk_aan": "", "afwijkingen": {}}
            for number, status in enumerate(statussen, start=1)
        },
        "answers": answers,
        "afwijkingen": afwijkingen,
        "regels": lists,
        "doelen": [],
        "doelstanden": {},
    }
