"""The mails about a national report: to whom and when, each once. No content of the report stands in them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from exports.national.counting.tally import names_in_words
from portal.domain.report.states import AkkoordOordeel
from portal.domain.roles import OrganisatieSoort, Rol
from portal.extensions import db
from portal.models import Lidmaatschap, Organisatie, Rapport, RapportAkkoord, User
from portal.services.mail import outbox
from portal.services.mail.outbox import About, Letter
from portal.services.people.receivers import Receiver

# Who hears that a report is there for everybody.
READERS = (Rol.REGIOCONTACT, Rol.REGIOLEZER, Rol.LEZER, Rol.BEOORDELAAR)


def presented(rapport: Rapport) -> int:
    """Ask the beoordelaars of the kerngroep for their akkoord. Returns how many mails are new."""
    key = f"rapport_voorgelegd:{rapport.id}:{rapport.voorlegging}"
    return _post(rapport, kerngroep(), key, "rapport_voorgelegd", "Uw akkoord gevraagd")


def taken_back(rapport: Rapport, reason: str) -> int:
    """Tell the same people that they need not read any further, and why."""
    key = f"rapport_teruggehaald:{rapport.id}:{rapport.voorlegging}"
    return _post(rapport, kerngroep(), key, "rapport_teruggehaald", "Teruggehaald", reason=reason)


def word_given(rapport: Rapport, word: RapportAkkoord, *, partij: str, compleet: bool) -> int:
    """Tell the coördinators of every remark, and once of each voorlegging that every party has reacted."""
    is_remark = word.oordeel is AkkoordOordeel.OPMERKING
    if not is_remark and not compleet:
        return 0
    what = f"{word.id}" if is_remark else f"{rapport.id}:{word.voorlegging}:compleet"
    subject = f"Opmerkingen van {partij}" if is_remark else "Alle partijen hebben gereageerd"
    who = _people(Rol.COORDINATOR)
    key = f"rapport_akkoord:{what}"
    return _post(rapport, who, key, "rapport_akkoord", subject, partij=partij, is_remark=is_remark, compleet=compleet)


def adopted(rapport: Rapport) -> int:
    """Tell the beoordelaars of the kerngroep what came of what they read."""
    return _post(rapport, kerngroep(), f"rapport_vastgesteld:{rapport.id}", "rapport_vastgesteld", "Vastgesteld")


def published(rapport: Rapport) -> int:
    """Tell all contact persons and readers that the report is there, each person once."""
    key = f"rapport_gepubliceerd:{rapport.id}"
    return _post(rapport, _people(*READERS), key, "rapport_gepubliceerd", "Gepubliceerd")


def kerngroep() -> list[Receiver]:
    """The people with an active account who speak for a party of the kerngroep."""
    return _people(Rol.BEOORDELAAR, soort=OrganisatieSoort.KERNPARTIJ)


def names_of_unheard() -> str:
    """The parties of the kerngroep for which nobody can speak now, as read aloud; empty when there are none."""
    query = select(Organisatie.naam).where(Organisatie.soort == OrganisatieSoort.KERNPARTIJ)
    speaks = User.active.is_(True) & User.lidmaatschappen.any(Lidmaatschap.rol == Rol.BEOORDELAAR)
    silent = query.where(~select(User.id).where(User.organisatie_id == Organisatie.id, speaks).exists())
    found = sorted(db.session.scalars(silent), key=str.casefold)
    return names_in_words(found) if found else ""


def _people(*roles: Rol, soort: OrganisatieSoort | None = None) -> list[Receiver]:
    """The people with an active account who hold one of these roles, each once, by id."""
    query = (
        select(User.id, User.email, User.naam)
        .where(User.active.is_(True), User.lidmaatschappen.any(Lidmaatschap.rol.in_(roles)))
        .order_by(User.id)
    )
    if soort:
        query = query.join(Organisatie, Organisatie.id == User.organisatie_id).where(Organisatie.soort == soort)
    return [Receiver._make(row) for row in db.session.execute(query)]


def _post(rapport: Rapport, people: Iterable[Receiver], key: str, soort: str, subject: str, **words: object) -> int:
    onderwerp = f"{subject}: voortgangsrapportage {rapport.naam}"
    context = {"rapport": rapport, **words}
    # Of a reaction also whose it is; of the others the heading says all.
    over = About(rapport.id, onderwerp if soort == "rapport_akkoord" else f"voortgangsrapportage {rapport.naam}")
    return outbox.post_many(
        [Letter(f"{key}:{person.id}", soort, person, onderwerp, soort, context, over=over) for person in people]
    )
