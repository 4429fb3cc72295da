"""One region answers one round: its rows, and then handing in through the service."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from portal.demo.life import Life
from portal.demo.progress import Voice
from portal.demo.standings import standing
from portal.domain import clock
from portal.domain.plan.readings import read_actual
from portal.domain.plan.states import ActieVorm
from portal.domain.roles import Namens
from portal.extensions import db
from portal.models import (
    Antwoordblad,
    BladAntwoord,
    BladIndiening,
    BladRegel,
    Doelstand,
    RegelSoort,
    Voortgang,
    VoortgangAfwijking,
)
from portal.services.sheet import submit
from portal.services.sheet.content import working_copy
from portal.services.sheet.previous import previous_of

# In the joint plan the second region sees its goal differently.
DIFFERS = ("doel_verwachting", "weet_niet")
# And one action goes on there no more.
GOES_ON = ("niet_gestart", "op_schema")
STOPPED_THERE = ("gestopt", "Hier deden te weinig aanbieders mee. Wij gaan verder met wat er al was.")


@dataclass(frozen=True)
class Answering:
    """A sheet to fill in, by whom, and the number of the round (from 0)."""

    blad: Antwoordblad
    life: Life
    number: int

    @property
    def voice(self) -> Voice:
        """The words of the region."""
        verhaal = self.life.verhaal
        return Voice(verhaal.codes[0], verhaal.vorm, self.life.writer.facts.woorden)

    @property
    def stamp(self) -> dict[str, Any]:
        """Who typed this, and when."""
        return {"gewijzigd_op": clock.now(), "gewijzigd_door_id": self.life.writer.actors[0].user_id}


def answer(one: Answering, moment: datetime) -> None:
    """Fill in the sheet an hour before it is handed in, and hand it in at this moment."""
    with clock.stopped_at(moment - timedelta(hours=1)):
        _texts(one)
        _progress(one)
        _standings(one)
        _lists(one)
        db.session.flush()
    with clock.stopped_at(moment):
        _hand_in(one)


def _texts(one: Answering) -> None:
    for key, text in one.voice.answers(one.number).items():
        db.session.add(BladAntwoord(blad_id=one.blad.id, question_key=key, text=text, **one.stamp))
    for regio in one.blad.regios[1:]:
        key, choice = DIFFERS
        db.session.add(BladAntwoord(blad_id=one.blad.id, question_key=key, regio_id=regio.id, text=choice, **one.stamp))


def _progress(one: Answering) -> None:
    if one.blad.plan_indiening is None:
        return
    rows = one.blad.plan_indiening.snapshot["acties"]
    ids = [row["id"] for row in rows if ActieVorm(row["vorm"]).is_action]
    previous = previous_of(one.blad)
    known = set(previous.snapshot["voortgang"]) if previous else set()
    # What is finished or stopped was carried over when the round opened, and is not asked.
    done = set(db.session.scalars(select(Voortgang.actie_id).where(Voortgang.blad_id == one.blad.id)))
    for actie_id, line in one.voice.actions(ids, one.number).items():
        if actie_id in done:
            continue
        same = previous if line.same and str(actie_id) in known else None
        db.session.add(
            Voortgang(
                blad_id=one.blad.id,
                actie_id=actie_id,
                status=line.status,
                toelichting=_as_before(same, actie_id) if same else line.toelichting,
                gelijk_aan_id=same.id if same else None,
                **one.stamp,
            )
        )
    db.session.flush()
    _one_goes_otherwise(one, [actie_id for actie_id in ids if actie_id not in done])


def _standings(one: Answering) -> None:
    """Where the goals stand, when the round asks so."""
    until = one.blad.uitvraag.periode_tot
    goals = working_copy(one.blad)["doelen"]
    for at, goal in enumerate(goals):
        values = asdict(standing(one.voice, goal, at, one.number, until))
        if any(values.values()):
            row = Doelstand(blad_id=one.blad.id, doel_id=goal["id"], **values, **one.stamp)
            row.gelezen = read_actual(values, until=until)
            db.session.add(row)


def _one_goes_otherwise(one: Answering, asked: list[int]) -> None:
    """In the second region of the joint plan one action was stopped that goes on in the other."""
    going = (actie_id for actie_id in asked if db.session.get_one(Voortgang, (one.blad.id, actie_id)).status in GOES_ON)
    actie_id = next(going, None)
    for regio in one.blad.regios[1:] if actie_id else ():
        status, toelichting = STOPPED_THERE
        keys = {"blad_id": one.blad.id, "actie_id": actie_id, "regio_id": regio.id}
        db.session.add(VoortgangAfwijking(**keys, status=status, toelichting=toelichting, **one.stamp))


def _as_before(previous: BladIndiening, actie_id: int) -> str:
    return str(previous.snapshot["voortgang"][str(actie_id)]["toelichting"])


def _lists(one: Answering) -> None:
    voice, number = one.voice, one.number
    rows = [
        *((RegelSoort.SUCCES, "", text) for text in voice.lines("successen", number)),
        *((RegelSoort.LES, "", text) for text in voice.lines("lessen", number)),
        *((RegelSoort.VERWACHTING, aan, text) for aan, text in voice.expectations(number)),
    ]
    for place, (soort, aan, text) in enumerate(rows, start=1):
        db.session.add(BladRegel(blad_id=one.blad.id, soort=soort, tekst=text, aan=aan, positie=place, **one.stamp))


# Most regions like to be named with what they said.
NAMED = 0.7


def _hand_in(one: Answering) -> None:
    sides = one.life.sides
    namens = one.voice.dice("namens", one.number).choice(sorted(sides)) if sides else Namens.GEMEENTE
    met_naam = one.voice.dice("met naam", one.number).random() < NAMED
    submit.submit(one.blad, actor=sides[namens], namens=namens, seen_number=0, met_naam=met_naam)
