"""The terugkoppeling of a round: what each region told us, what others said, what happens now.

The coördinator writes two texts, looks at it, and sends it once: every sheet gets its own frozen copy and the round is
finished. Nothing of another region is in it but numbers and what the coördinator wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import undefer

from exports.feedback import FeedbackDocument, NationalCounts
from exports.labels import WAT_ANDEREN_ZEIDEN, WAT_ER_NU_GEBEURT
from exports.sheet import Reply
from forms.dutch.words import one_or_many
from portal.domain import clock
from portal.domain.roles import Actor, Rol
from portal.domain.round.events import UitvraagEventSoort
from portal.domain.round.states import UitvraagMove, UitvraagStatus, takes_answers
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, BladRegio, Terugkoppeling, Uitvraag
from portal.services.feedback import expectations, notices
from portal.services.feedback.counts import national_counts
from portal.services.feedback.document import from_json, own_answers, to_json
from portal.services.filling.freezing import checksum
from portal.services.round import events, lock, workflow
from portal.services.round.problems import SheetProblem

# How long a terugkoppeling stands on the start page.
NEW_FOR = timedelta(days=21)


class TextsConflict(SheetProblem):
    """Somebody else saved these texts, or changed the round, since the page was opened."""


@dataclass(frozen=True)
class _Round:
    """Everything that the terugkoppelingen of a round are made of, read once."""

    uitvraag: Uitvraag
    landelijk: NationalCounts
    submissions: Mapping[int, BladIndiening]
    replies: Mapping[int, Reply]


def prepare(uitvraag: Uitvraag, *, anderen_zeiden: str, vervolg: str, seen_revision: int, actor: Actor) -> None:
    """Save the coördinator's two texts.

    Raises TextsConflict when others came first (their texts stand in `uitvraag`), SheetProblem unless the round is
    closed.
    """
    lock.lock_round(uitvraag)
    _require_closed(uitvraag)
    if (uitvraag.anderen_zeiden, uitvraag.vervolg) == (anderen_zeiden, vervolg):
        return
    if uitvraag.revision != seen_revision:
        raise TextsConflict(
            "Deze teksten zijn intussen ook door iemand anders gewijzigd. Er is niets overschreven. "
            "Neem hieronder over wat erbij hoort en sla opnieuw op."
        )
    uitvraag.anderen_zeiden, uitvraag.vervolg = anderen_zeiden, vervolg
    uitvraag.revision += 1
    events.record(uitvraag, UitvraagEventSoort.TERUGKOPPELING_BEWAARD, actor)


def build(blad: Antwoordblad) -> FeedbackDocument:
    """The terugkoppeling of a sheet as it would be sent now."""
    return _document(blad, _load(blad.uitvraag, blad))


def sent(blad: Antwoordblad, *, demo: bool = False) -> FeedbackDocument | None:
    """What the regions of a sheet got, as it was sent; None before that."""
    found = db.session.get(Terugkoppeling, blad.id)
    return from_json(found.snapshot, demo=demo) if found else None


_NEWLY_SENT = (
    select(Antwoordblad)
    .join(Terugkoppeling, Terugkoppeling.blad_id == Antwoordblad.id)
    .where(
        Antwoordblad.id.in_(
            select(BladRegio.blad_id).where(BladRegio.regio_id.in_(bindparam("regio_ids", expanding=True)))
        ),
        Terugkoppeling.verstuurd_op > bindparam("since"),
    )
    .order_by(Terugkoppeling.verstuurd_op.desc(), Antwoordblad.id)
)


def newly_sent(actor: Actor) -> list[Antwoordblad]:
    """The sheets of the actor's own regions of which the terugkoppeling was sent lately, the newest first."""
    regio_ids = actor.regio_ids(Rol.REGIOCONTACT, Rol.REGIOLEZER)
    if not regio_ids:
        return []
    asked = {"regio_ids": list(regio_ids), "since": clock.now() - NEW_FOR}
    return list(db.session.scalars(_NEWLY_SENT, asked))


def send(uitvraag: Uitvraag, *, seen_revision: int, actor: Actor) -> None:
    """Freeze the terugkoppeling of every sheet, finish the round and tell the contact persons.

    Raises SheetProblem when the round is not closed (also when it was sent already), when the texts are not those the
    person saw, or when it does not say what happens now.
    """
    lock.lock_round(uitvraag)
    _require_closed(uitvraag)
    if uitvraag.revision != seen_revision:
        raise SheetProblem("De teksten zijn intussen gewijzigd. Er is niets verstuurd. Lees ze eerst na.")
    if not uitvraag.vervolg.strip():
        raise SheetProblem(f"Schrijf eerst een tekst bij “{WAT_ER_NU_GEBEURT}”. Er is niets verstuurd.")
    loaded, moment = _load(uitvraag), clock.now()
    for blad in uitvraag.bladen:
        document = replace(_document(blad, loaded), peilmoment=moment, verstuurd_op=moment)
        frozen = to_json(document)
        db.session.add(
            Terugkoppeling(
                blad_id=blad.id,
                verstuurd_op=moment,
                verstuurd_door_id=actor.user_id,
                snapshot=frozen,
                checksum=checksum(frozen),
            )
        )
    workflow.move(uitvraag, UitvraagMove.AFRONDEN, actor=actor)
    db.session.flush()
    notices.sent(uitvraag)


def warnings(uitvraag: Uitvraag) -> list[str]:
    """What a coördinator should know before sending, as sentences."""
    landelijk = [line for line in expectations.national_list(uitvraag=uitvraag) if not line.for_region]
    open_ = sum(line.is_open for line in landelijk)
    mending = [blad.naam for blad in uitvraag.bladen if _may_change(blad)]
    found = []
    if open_:
        have = one_or_many(open_, "heeft", "hebben")
        found.append(f"{open_} van de {len(landelijk)} verwachtingen van landelijke partijen {have} nog geen antwoord.")
    if mending:
        found.append(f"Nog niet klaar met aanpassen: {', '.join(mending)}. Wat zij nu indienen, komt er niet meer in.")
    for title, text in (
        (WAT_ANDEREN_ZEIDEN, uitvraag.anderen_zeiden),
        (WAT_ER_NU_GEBEURT, uitvraag.vervolg),
    ):
        if not text.strip():
            found.append(f"U hebt nog niets geschreven bij “{title}”.")
    return found


def _may_change(blad: Antwoordblad) -> bool:
    """A sheet that was reopened by name, or is being corrected."""
    return blad.status.is_mended or takes_answers(blad.blad_facts, clock.today())


def _require_closed(uitvraag: Uitvraag) -> None:
    if uitvraag.status is UitvraagStatus.AFGEROND:
        raise SheetProblem("De terugkoppeling is al verstuurd. U kunt haar niet meer wijzigen.")
    if uitvraag.status is not UitvraagStatus.GESLOTEN:
        raise SheetProblem("Sluit eerst de uitvraag. Daarna kunt u de terugkoppeling schrijven en versturen.")


def _load(uitvraag: Uitvraag, only: Antwoordblad | None = None) -> _Round:
    """`only`: the own answers of just this sheet are needed."""
    replies = expectations.replies_for(only) if only else expectations.replies_by_round(uitvraag)
    query = (
        select(BladIndiening)
        .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
        .where(Antwoordblad.uitvraag_id == uitvraag.id, BladIndiening.nummer == Antwoordblad.indiening_nummer)
        .options(undefer(BladIndiening.snapshot))
    )
    found = db.session.scalars(query.where(BladIndiening.blad_id == only.id) if only else query)
    return _Round(uitvraag, national_counts(uitvraag), {one.blad_id: one for one in found}, replies)


def _document(blad: Antwoordblad, loaded: _Round) -> FeedbackDocument:
    indiening = None if blad.niet_gevraagd else loaded.submissions.get(blad.id)
    uitvraag = loaded.uitvraag
    return FeedbackDocument(
        uitvraag=uitvraag.naam,
        naam=blad.naam,
        peilmoment=clock.now(),
        landelijk=loaded.landelijk,
        eigen=own_answers(indiening, uitvraag=uitvraag, replies=loaded.replies) if indiening else None,
        gevraagd=not blad.niet_gevraagd,
        anderen_zeiden=uitvraag.anderen_zeiden,
        vervolg=uitvraag.vervolg,
        is_joint=len(blad.blad_regios) > 1,
    )
