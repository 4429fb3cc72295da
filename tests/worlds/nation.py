"""A small country with a round that is answered: worlds to make a national report of.

`make_report_world()` has one region of every kind, each with the name that tells which. The round is of the first
quarter of 2024, the clock stands at `MOMENT` while it is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select

from exports.national.data import RapportData
from forms.spec import Kind
from portal.domain import clock
from portal.domain.coding.state import action_text, fingerprint
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import (
    Actie,
    Antwoordblad,
    BladAntwoord,
    BladIndiening,
    BladRegel,
    Code,
    Codering,
    CoderingCode,
    Plan,
    RegelSoort,
    Regio,
    Uitvraag,
    User,
    Voortgang,
)
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import rows
from portal.services.plan.answers import save_answers
from portal.services.report.gather import gather
from portal.services.report.stored_data import from_json, to_json
from portal.services.sheet.decisions import mark_not_asked
from tests.worlds.feedback import add_regel
from tests.worlds.kept import kept
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_plan, make_vastgesteld
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.sheet import hand_in, make_action, make_sheet_ready, put_answer

MOMENT = datetime(2024, 4, 15, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class ReportWorld:
    """One region of every kind: two with a joint plan that answered (the second differs), and five that are silent."""

    uitvraag: Uitvraag
    plan: Plan
    blad: Antwoordblad
    contact: User
    aland: Regio
    bland: Regio
    # Has a plan and did not answer; has none and did not answer.
    zwijgland: Regio
    zonder_plan: Regio
    # Has a sheet that says "niet gevraagd"; has no sheet.
    rustdal: Regio
    zonder_blad: Regio


@kept
def make_report_world() -> ReportWorld:
    """See the fields. What was handed in has one success, one lesson and two expectations."""
    with clock.stopped_at(MOMENT):
        aland, bland = make_regio("Aland"), make_regio("Bland")
        zwijgland, rustdal = make_regio("'t Zwijgland"), make_regio("Rustdal")
        zonder_plan, zonder_blad = make_regio("Zonder plan"), make_regio("Zonder blad")
        plan, silent = make_full_plan(aland, bland), make_full_plan(zwijgland)
        uitvraag = make_q1_2024()
        blad, contact = make_blad(uitvraag, plan=plan), make_contact(aland)
        make_sheet_ready(blad, contact)
        put_answer(blad, "doel_verwachting", "nee", door=contact, regio=bland)
        put_answer(blad, "afstemming_toelichting", "De *werkgroep* bereidt voor.", door=contact)
        add_regel(blad, "Wijkteams werken samen", soort=RegelSoort.SUCCES)
        add_regel(blad, "Begin klein", soort=RegelSoort.LES)
        add_regel(blad, "Duidelijke tarieven", "nza")
        add_regel(blad, "Doe weer mee", "regio", regio=bland)
        hand_in(blad, contact)
        make_blad(uitvraag, plan=silent)
        make_blad(uitvraag, zonder_plan)
        mark_not_asked(make_blad(uitvraag, rustdal), "Antwoordt later.", actor=make_user(Rol.COORDINATOR).actor)
        db.session.flush()
    return ReportWorld(uitvraag, plan, blad, contact, aland, bland, zwijgland, zonder_plan, rustdal, zonder_blad)


def make_q1_2024(naam: str = "Kwartaaluitvraag Q1 2024", **values: Any) -> Uitvraag:
    """The round about the first quarter of 2024, open in April."""
    return make_uitvraag(naam=naam, opent_op=date(2024, 4, 1), deadline=date(2024, 4, 30), **values)


def make_q4_2023(naam: str = "Kwartaaluitvraag Q4 2023", **values: Any) -> Uitvraag:
    """The round about the quarter before."""
    return make_uitvraag(naam=naam, opent_op=date(2024, 1, 1), deadline=date(2024, 1, 31), **values)


def make_full_plan(*regios: Regio, acties: int = 2) -> Plan:
    """A plan that is vastgesteld with closed answers, a goal, a milestone, a heading and so many actions."""
    plan = make_plan(*regios)
    contact = make_contact(plan.regios[0])
    fill_plan(plan, contact, acties=acties)
    return make_vastgesteld(plan)


def fill_plan(plan: Plan, contact: User, *, acties: int) -> None:
    """Closed answers, a goal with figures, a party, a milestone, a heading and so many actions."""
    actor = contact.actor
    edits = [AnswerEdit("projectstructuur_vorm", "bestaand", 0), AnswerEdit("doelgroep_soorten", "anders jongeren", 0)]
    save_answers(plan, edits, actor=actor)
    rows.add_row(plan, Kind.PARTIJEN, {"naam": "Zorg Proef", "soort": "zorgaanbieder"}, actor=actor)
    rows.add_row(plan, Kind.PARTIJEN, {"naam": "Gemeente Proef", "soort": "gemeente"}, actor=actor)
    rows.add_row(plan, Kind.MIJLPALEN, {"activiteit": "Overleg", "mijlpaal": "Gestart", "tijdslijn": "Q2"}, actor=actor)
    rows.add_row(plan, Kind.ACTIES, {"vorm": "kop", "paragraaf": "5a", "omschrijving": "Samenwerken"}, actor=actor)
    for number in range(1, acties + 1):
        make_action(plan, number, actor=actor)


def correct_words(blad: Antwoordblad, words: str) -> None:
    """Put words everywhere in the working copy of a sheet, as somebody who is correcting it would."""
    for row in db.session.scalars(select(BladAntwoord).where(BladAntwoord.blad_id == blad.id)):
        row.text = words
    for line in db.session.scalars(select(Voortgang).where(Voortgang.blad_id == blad.id)):
        line.toelichting = words
    for regel in db.session.scalars(select(BladRegel).where(BladRegel.blad_id == blad.id)):
        regel.tekst = words
    add_regel(blad, words, soort=RegelSoort.SUCCES)
    db.session.flush()


def make_code(soort: str, naam: str, *, positie: int = 0, vervallen: bool = False, into: Code | None = None) -> Code:
    """A code of the code book; `into` is the code that took its place."""
    code = Code(
        soort=soort,
        naam=naam,
        positie=positie,
        vervallen_op=clock.now() if vervallen else None,
        samengevoegd_in_id=into.id if into else None,
        gewijzigd_op=clock.now(),
    )
    db.session.add(code)
    db.session.flush()
    return code


def put_coding(text: Actie | BladRegel, codes: Sequence[Code], *, door: User, bron: str | None = None) -> Codering:
    """A coding as it stands in the database; without `bron` of the text as it is."""
    is_action = isinstance(text, Actie)
    words = action_text(text) if isinstance(text, Actie) else text.tekst
    coding = Codering(
        actie_id=text.id if is_action else None,
        regel_id=None if is_action else text.id,
        bron=bron or fingerprint(words),
        gewijzigd_op=clock.now(),
        gewijzigd_door_id=door.id,
    )
    db.session.add(coding)
    db.session.flush()
    db.session.add_all(CoderingCode(codering_id=coding.id, code_id=code.id) for code in codes)
    db.session.flush()
    return coding


def answer_again(uitvraag: Uitvraag, plan: Plan, contact: User, at: datetime) -> BladIndiening:
    """The sheet of a plan in a round, made, answered and handed in at this moment."""
    with clock.stopped_at(at):
        return hand_in(make_sheet_ready(make_blad(uitvraag, plan=plan), contact), contact)


def gathered(uitvraag: Uitvraag) -> RapportData:
    """The data of a report at `MOMENT`; its JSON says the same."""
    with clock.stopped_at(MOMENT):
        data = gather(uitvraag)
    assert from_json(to_json(data)) == data
    return data
