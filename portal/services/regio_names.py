"""Searching regions by any name without reading whole regions: three queries that give names."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Select, select

from portal.domain.regios.search import RegioNamen, search
from portal.extensions import db
from portal.models import Gemeente, Regio, RegioAlias

_REGIOS = select(Regio.id, Regio.naam)
_ALIASSEN = select(RegioAlias.regio_id, RegioAlias.naam)
_GEMEENTEN = select(Gemeente.regio_id, Gemeente.naam)


def found_regio_ids(query: str) -> frozenset[int]:
    """The ids of the regions that answer best to a name, alias or gemeente, typing errors and all."""
    aliassen, gemeenten = _by_regio(_ALIASSEN), _by_regio(_GEMEENTEN)
    names = [
        RegioNamen(regio_id, naam, aliassen[regio_id], gemeenten[regio_id])
        for regio_id, naam in db.session.execute(_REGIOS)
    ]
    return frozenset(search(query, names))


def _by_regio(names: Select[int, str]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for regio_id, naam in db.session.execute(names):
        found[regio_id].append(naam)
    return found
