"""The stored messages of a report, and what the tree is built of them."""

from __future__ import annotations

from sqlalchemy import select

from exports.national.messages.box import MessageEdit
from exports.national.messages.quotes import QuoteEdit
from portal.domain.report.messages import BoodschapSoort, BoodschapStatus
from portal.extensions import db
from portal.models import Rapport, RapportBoodschap, RapportCitaat
from portal.services import people


def rows_of(rapport: Rapport, *soorten: BoodschapSoort) -> list[RapportBoodschap]:
    """The stored messages in their order, with who wrote them."""
    query = (
        select(RapportBoodschap)
        .where(RapportBoodschap.rapport_id == rapport.id)
        .options(people.named(RapportBoodschap.gewijzigd_door))
        .order_by(RapportBoodschap.positie, RapportBoodschap.sleutel)
        .execution_options(populate_existing=True)
    )
    return list(db.session.scalars(query.where(RapportBoodschap.soort.in_(soorten)) if soorten else query))


def edits_of(rapport: Rapport) -> tuple[MessageEdit, ...]:
    """The chosen messages as the tree is built of them."""
    return tuple(edit_of(row) for row in rows_of(rapport) if row.status is BoodschapStatus.GEKOZEN)


def edit_of(row: RapportBoodschap) -> MessageEdit:
    """A stored message as the tree is built of it."""
    return MessageEdit(
        row.sleutel,
        row.bevinding,
        row.waarom,
        row.wat_nu,
        row.aan,
        row.datum,
        kader=row.soort is BoodschapSoort.KERN,
        revision=row.revision,
        gezien=row.gezien,
    )


def quotes_of(rapport: Rapport) -> tuple[QuoteEdit, ...]:
    """The chosen quotes, those of each theme in their order."""
    query = select(RapportCitaat).where(RapportCitaat.rapport_id == rapport.id)
    rows = db.session.scalars(query.order_by(RapportCitaat.sleutel, RapportCitaat.positie))
    return tuple(QuoteEdit(row.sleutel, row.item_id, row.met_naam, row.als_passage) for row in rows)


def copy(source: Rapport, target: Rapport) -> None:
    """The next version begins with the messages of the version before, as they were seen then."""
    for row in rows_of(source):
        kept = ("sleutel", "soort", "status", "positie", "bevinding", "waarom", "wat_nu", "aan", "datum")
        values = {name: getattr(row, name) for name in (*kept, "gewijzigd_op", "gewijzigd_door_id")}
        db.session.add(RapportBoodschap(rapport_id=target.id, gezien=dict(row.gezien), **values))
    for place, one in enumerate(quotes_of(source), start=1):
        db.session.add(
            RapportCitaat(
                rapport_id=target.id,
                sleutel=one.sleutel,
                item_id=one.item_id,
                positie=place,
                met_naam=one.met_naam,
                als_passage=one.als_passage,
            )
        )
    db.session.flush()
