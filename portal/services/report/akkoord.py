"""What the parties of the kerngroep say of a report that lies before them: akkoord, or remarks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from exports.national.states import ChapterState, from_stored, told
from forms.dutch.dates import moment_in_words
from portal.domain import clock
from portal.domain.report.events import RapportEventSoort
from portal.domain.report.flags import MOST_OF_A_REMARK
from portal.domain.report.states import AkkoordOordeel, RapportStatus
from portal.domain.roles import Actor, OrganisatieSoort
from portal.extensions import db
from portal.models import Organisatie, Rapport, RapportAkkoord, RapportVoorlegging, User
from portal.services import people
from portal.services.report import events, notices, voorleggingen
from portal.services.report.lock import lock_report
from portal.services.report.problems import ReportProblem

EVENTS = {
    AkkoordOordeel.AKKOORD: RapportEventSoort.AKKOORD_GEGEVEN,
    AkkoordOordeel.OPMERKING: RapportEventSoort.OPMERKING_GEGEVEN,
}


@dataclass(frozen=True)
class PartyStand:
    """One party of the kerngroep with its newest word on the report that lies (or lay last) before it.

    `oordeel` None: it said nothing yet. `tekst_van` is when the text that it spoke of was put before it; of a party
    that said nothing of this one, `eerder_van` is that of the text it agreed with, and `sindsdien` what changed.
    """

    organisatie_id: int
    naam: str
    oordeel: AkkoordOordeel | None = None
    tekst: str = ""
    door: str = ""
    op: datetime | None = None
    tekst_van: datetime | None = None
    eerder_van: datetime | None = None
    sindsdien: tuple[str, ...] = ()

    @property
    def over_welke_tekst(self) -> str:
        """Of which text it spoke, and what changed in it since; empty when nobody knows, or it never spoke."""
        if self.eerder_van:
            return f"gaf akkoord op de tekst van {moment_in_words(self.eerder_van)}; {told(self.sindsdien)}"
        if self.oordeel is None or self.tekst_van is None:
            return ""
        what = "akkoord" if self.is_akkoord else "opmerkingen"
        return f"gaf {what} op de tekst van {moment_in_words(self.tekst_van)}"

    @property
    def is_akkoord(self) -> bool:
        """True when its newest word is akkoord."""
        return self.oordeel is AkkoordOordeel.AKKOORD


def give(rapport: Rapport, *, oordeel: AkkoordOordeel, tekst: str, actor: Actor, seen_voorlegging: int) -> None:
    """Say akkoord or give remarks on behalf of one's organisation; the newest word counts, and a mind may change.

    Raises ReportProblem when the report no longer lies before the kerngroep or lies there anew, when remarks have no
    text, or when the person is not of a party of the kerngroep. Nothing is saved then.
    """
    lock_report(rapport)
    partij = _party_of(actor)
    _require_open(rapport, seen_voorlegging)
    tekst = tekst.strip()
    _require_words(oordeel, tekst)
    newest = _newest_of(rapport, partij)
    if newest and (newest.oordeel, newest.tekst, newest.door_id) == (oordeel, tekst, actor.user_id):
        return
    word = RapportAkkoord(
        rapport_id=rapport.id,
        voorlegging=rapport.voorlegging,
        organisatie_id=partij.id,
        oordeel=oordeel,
        tekst=tekst,
        op=clock.now(),
        door_id=actor.user_id,
        vinger=voorleggingen.vinger_of(rapport),
    )
    db.session.add(word)
    events.record(rapport, EVENTS[oordeel], actor, partij=partij.naam)
    db.session.flush()
    notices.word_given(rapport, word, partij=partij.naam, compleet=everybody_spoke(parties(rapport)))


def parties(rapport: Rapport) -> list[PartyStand]:
    """Each party of the kerngroep, by name, with its newest word in this voorlegging."""
    texts = voorleggingen.texts_of(rapport)
    here = texts.get(rapport.voorlegging)
    words = words_of(rapport)
    newest = {word.organisatie_id: word for word in words if word.voorlegging == rapport.voorlegging}
    before = _agreed_before(words, texts)
    states = from_stored(here.hoofdstukken) if here else ()
    stands = (
        _stand(partij, word, here)
        if (word := newest.get(partij.id))
        else _silent(partij, before.get(partij.id), states)
        for partij in _all_parties()
    )
    return sorted(stands, key=lambda one: one.naam.casefold())


def agreed_before(rapport: Rapport, states: Sequence[ChapterState]) -> list[PartyStand]:
    """Of a concept that lay before the kerngroep: the parties that agreed with a text, and what changed since.

    `states` is the text as it reads now.
    """
    before = _agreed_before(words_of(rapport), voorleggingen.texts_of(rapport))
    if not before:
        return []
    stands = (_silent(partij, before[partij.id], states) for partij in _all_parties() if partij.id in before)
    return sorted(stands, key=lambda one: one.naam.casefold())


def _all_parties() -> Sequence[Organisatie]:
    return db.session.scalars(select(Organisatie).where(Organisatie.soort == OrganisatieSoort.KERNPARTIJ)).all()


def _agreed_before(
    words: Sequence[RapportAkkoord], texts: Mapping[int, RapportVoorlegging]
) -> dict[int, RapportVoorlegging]:
    """The text that each party last agreed with; a later remark takes an akkoord back."""
    last = {word.organisatie_id: word for word in words}
    return {
        party: texts[word.voorlegging]
        for party, word in last.items()
        if word.oordeel is AkkoordOordeel.AKKOORD and word.voorlegging in texts
    }


def _silent(partij: Organisatie, before: RapportVoorlegging | None, states: Sequence[ChapterState]) -> PartyStand:
    if before is None:
        return PartyStand(partij.id, partij.naam)
    changed = voorleggingen.changed(before, states)
    return PartyStand(partij.id, partij.naam, eerder_van=before.op, sindsdien=changed)


def words_of(rapport: Rapport, *, only: int | None = None) -> list[RapportAkkoord]:
    """Everything that parties ever said of this version (or of one voorlegging), the oldest first."""
    query = select(RapportAkkoord).where(RapportAkkoord.rapport_id == rapport.id)
    if only is not None:
        query = query.where(RapportAkkoord.voorlegging == only)
    return list(db.session.scalars(query.options(people.named(RapportAkkoord.door)).order_by(RapportAkkoord.id)))


def everybody_agreed(stands: Sequence[PartyStand]) -> bool:
    """True when there are parties and each of them gave akkoord."""
    return bool(stands) and all(one.is_akkoord for one in stands)


def everybody_spoke(stands: Sequence[PartyStand]) -> bool:
    """True when each party said something."""
    return all(one.oordeel is not None for one in stands)


def party_name(actor: Actor) -> str:
    """On behalf of whom this person speaks. Raises ReportProblem for who is of no party of the kerngroep."""
    return _party_of(actor).naam


def _stand(partij: Organisatie, word: RapportAkkoord, text: RapportVoorlegging | None) -> PartyStand:
    read = text if text and text.vinger == word.vinger else None
    moment = voorleggingen.moment_of(read)
    return PartyStand(partij.id, partij.naam, word.oordeel, word.tekst, word.door.naam, word.op, moment)


def _party_of(actor: Actor) -> Organisatie:
    partij = db.session.scalars(
        select(Organisatie).join(User, User.organisatie_id == Organisatie.id).where(User.id == actor.user_id)
    ).one()
    if partij.soort is not OrganisatieSoort.KERNPARTIJ:
        raise ReportProblem("Alleen partijen van de kerngroep geven akkoord op dit rapport.")
    return partij


def _require_open(rapport: Rapport, seen_voorlegging: int) -> None:
    if rapport.status is RapportStatus.CONCEPT:
        raise ReportProblem(
            "De coördinator heeft dit rapport teruggehaald om het aan te passen. Uw reactie is niet bewaard. "
            "U krijgt bericht als het opnieuw voorligt."
        )
    if rapport.status.is_frozen:
        raise ReportProblem("Dit rapport is intussen vastgesteld. Uw reactie is niet bewaard.")
    if rapport.voorlegging != seen_voorlegging:
        raise ReportProblem(
            "Dit rapport is intussen aangepast en opnieuw voorgelegd. Uw reactie is nog niet bewaard. "
            "Lees het rapport opnieuw en geef daarna uw reactie."
        )


def _require_words(oordeel: AkkoordOordeel, tekst: str) -> None:
    if oordeel is AkkoordOordeel.OPMERKING and not tekst:
        raise ReportProblem("Schrijf op wat uw opmerkingen zijn.")
    if len(tekst) > MOST_OF_A_REMARK:
        raise ReportProblem("Uw reactie is langer dan 10.000 tekens. Maak de tekst korter.")


def _newest_of(rapport: Rapport, partij: Organisatie) -> RapportAkkoord | None:
    said = [word for word in words_of(rapport, only=rapport.voorlegging) if word.organisatie_id == partij.id]
    return said[-1] if said else None
