"""What a concept says of each region now, as that region may read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import select

from exports.national.data import RapportData, RegioBeeld, Stand
from exports.national.of_region import Names, RegioPagina, page_of_region
from portal.extensions import db
from portal.models import Rapport, Regio, RegioAlias
from portal.services.report import reports


def asked_codes(rapport: Rapport) -> list[str]:
    """The codes of the regions that the round of a report asked something; a pilot asks nothing of the others."""
    return [one.code for one in reports.data_of(rapport).beeld.regios if one.stand is not Stand.NIET_GEVRAAGD]


def pages_of(rapport: Rapport, codes: Collection[str]) -> dict[str, RegioPagina]:
    """What the report says now of the regions with these codes; of one that is not in it nothing."""
    data, tree = reports.data_of(rapport), reports.tree_of(rapport, demo=False)
    namen = _names(data)
    return {
        one.code: page_of_region(tree, one.code, Names.of(one.code, _together(one, data), namen))
        for one in data.beeld.regios
        if one.code in codes
    }


def _together(regio: RegioBeeld, data: RapportData) -> set[str]:
    """The regions with which it has a plan or a sheet: what is theirs they read together."""
    return {one.code for one in data.beeld.regios if _shares(one, regio)}


def _shares(one: RegioBeeld, other: RegioBeeld) -> bool:
    same_plan = one.plan_id is not None and one.plan_id == other.plan_id
    return same_plan or (one.blad_id is not None and one.blad_id == other.blad_id)


def _names(data: RapportData) -> Mapping[str, set[str]]:
    """Every name of every region by its code: as the report calls it, as it is called now, and its aliases."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, naam in data.regionamen.items():
        found[code].add(naam)
    for code, naam in db.session.execute(select(Regio.code, Regio.naam)):
        found[code].add(naam)
    aliases = select(Regio.code, RegioAlias.naam).join(RegioAlias, RegioAlias.regio_id == Regio.id)
    for code, naam in db.session.execute(aliases):
        found[code].add(naam)
    return found
