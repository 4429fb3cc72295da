"""Hoor en wederhoor as it is stored: the pages that regions were given, and what was said of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec
from sqlalchemy import select

from exports.national.counting.heard import Heard
from exports.national.of_region import RegioPagina
from portal.domain.report.hearing import HoorAfhandeling, HoorOordeel
from portal.extensions import db
from portal.models import Rapport, RapportHoor, RapportHoorRegio
from portal.services import people
from portal.services.regios import name_key


def hearing_of(rapport: Rapport) -> RapportHoor | None:
    """That the regions of this report were asked, as it is stored now; None when they were not."""
    query = select(RapportHoor).where(RapportHoor.rapport_id == rapport.id).execution_options(populate_existing=True)
    return db.session.scalars(query).first()


def rows_of(rapport: Rapport) -> list[RapportHoorRegio]:
    """The regions that were asked, by name, with what they said."""
    query = (
        select(RapportHoorRegio)
        .where(RapportHoorRegio.rapport_id == rapport.id)
        .options(people.named(RapportHoorRegio.antwoord_door), people.named(RapportHoorRegio.afgehandeld_door))
        .execution_options(populate_existing=True)
    )
    return sorted(db.session.scalars(query), key=lambda one: name_key(one.regio.naam))


def wishes_before(rapport: Rapport) -> list[RapportHoorRegio]:
    """What regions wanted otherwise in the newest version before this one that they were asked about, by name."""
    query = (
        select(Rapport)
        .join(RapportHoor, RapportHoor.rapport_id == Rapport.id)
        .where(
            Rapport.uitvraag_id == rapport.uitvraag_id,
            Rapport.eerdere == rapport.eerdere,
            Rapport.nummer < rapport.nummer,
        )
        .order_by(Rapport.nummer.desc())
    )
    before = db.session.scalars(query.limit(1)).first()
    return [one for one in rows_of(before) if one.is_wish] if before else []


def heard_of(rapport: Rapport) -> Heard | None:
    """Who said what, as the report tells it; None when nobody was asked."""
    if hearing_of(rapport) is None:
        return None
    rows = rows_of(rapport)
    return Heard(
        gevraagd=_codes(rows),
        klopt=_codes(one for one in rows if one.oordeel is HoorOordeel.KLOPT),
        anders=_codes(one for one in rows if one.is_wish),
        verwerkt=_codes(one for one in rows if one.is_wish and one.afhandeling is HoorAfhandeling.VERWERKT),
    )


def _codes(rows: Iterable[RapportHoorRegio]) -> frozenset[str]:
    return frozenset(one.regio.code for one in rows)


def given_page(row: RapportHoorRegio) -> RegioPagina:
    """The page that a region was given."""
    return msgspec.convert(row.pagina, RegioPagina)


def checksum(page: RegioPagina) -> str:
    """What tells one page from another."""
    return hashlib.sha256(msgspec.json.encode(page)).hexdigest()
