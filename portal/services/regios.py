"""The 31 regions: loading what ships with the project, finding, and changing what a beheerder knows better."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Select, String, cast, func, literal, select, union_all
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import selectinload

from portal.domain.regios.search import NameIndex, RegioNamen, search
from portal.extensions import db
from portal.models import Gemeente, Regio, RegioAlias
from portal.plain import plain_rows

# Code, name, gemeenten, inwoners: CBS "Gebieden in Nederland 2024" (85755NED), CC BY 4.0. Zorgkantoor and
# centrumgemeenten are best knowledge, which is why a beheerder can change them.
DATA = Path(__file__).resolve().parent.parent / "data"


class RegioProblem(Exception):
    """A region can't be changed like this. The message is Dutch and fit to show."""


class StaleRegio(Exception):
    """Somebody else changed the region since the page was opened."""


@dataclass(frozen=True)
class RegioChanges:
    """Everything of a region that a beheerder can change."""

    zorgkantoor: str
    centrumgemeenten: str
    centrumgemeenten_elders: str
    inwoners: int
    aliassen: Sequence[str]
    gemeente_erbij: int | None = None


def load_regios(data: Path = DATA) -> tuple[int, int]:
    """Add the regions and gemeenten that are not there yet; what exists was perhaps edited and stays as it is.

    Returns how many regions and how many gemeenten were added. The caller commits.
    """
    regios = {regio.code: regio for regio in db.session.scalars(select(Regio))}
    new = [row for row in _rows(data / "regios.csv") if row["code"] not in regios]
    for row in new:
        regios[row["code"]] = _new_regio(row)
    db.session.add_all(regios.values())
    known = set(db.session.scalars(select(Gemeente.code)))
    gemeenten = [row for row in _rows(data / "gemeenten.csv") if row["gm_code"] not in known]
    db.session.add_all(_new_gemeente(row, regios) for row in gemeenten)
    db.session.flush()
    return len(new), len(gemeenten)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _new_regio(row: dict[str, str]) -> Regio:
    return Regio(
        code=row["code"],
        naam=row["naam"],
        zorgkantoor=row["zorgkantoor"],
        centrumgemeenten=row["centrumgemeenten"],
        centrumgemeenten_elders=row["centrumgemeenten_elders"],
        inwoners=int(row["inwoners_2024"]),
        tegel_kolom=int(row["tegel_kolom"]),
        tegel_rij=int(row["tegel_rij"]),
        aliassen=[RegioAlias(naam=naam) for naam in _listed(row["aliassen"])],
    )


def _new_gemeente(row: dict[str, str], regios: dict[str, Regio]) -> Gemeente:
    return Gemeente(
        code=row["gm_code"],
        naam=row["naam"],
        regio=regios[row["zk_code"]],
        provincie=row["provincie"],
        inwoners=int(row["inwoners_1jan2024"]),
    )


def _listed(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def all_regios() -> list[Regio]:
    """All regions by name, with aliases and gemeenten (three queries, however many regions there are)."""
    regios = db.session.scalars(select(Regio).options(selectinload(Regio.aliassen), selectinload(Regio.gemeenten)))
    return sorted(regios, key=by_name)


def bare_regios() -> list[Regio]:
    """All regions by name, without their aliases and gemeenten (one query)."""
    return sorted(db.session.scalars(select(Regio)), key=by_name)


def find_regio(regio_id: int) -> Regio | None:
    """The region with this id, or None."""
    return db.session.get(Regio, regio_id)


def find_by_code(code: str) -> Regio | None:
    """The region with this code ("ZK05"), or None."""
    return db.session.scalars(select(Regio).where(Regio.code == code)).one_or_none()


def by_name(regio: Regio) -> str:
    """The key to sort regions by: 't Gooi stands with the G."""
    return name_key(regio.naam)


def name_key(naam: str) -> str:
    """The key to sort names of regions by."""
    return naam.removeprefix("'t ").casefold()


def find_regios(query: str, regios: Sequence[Regio]) -> list[Regio]:
    """The regions among these that answer best to a name, alias or gemeente; all of them when nothing was typed."""
    if not query.strip():
        return list(regios)
    by_id = {regio.id: regio for regio in regios}
    return [by_id[regio_id] for regio_id in search(query, [_names(regio) for regio in regios])]


def _names(regio: Regio) -> RegioNamen:
    return RegioNamen(
        regio.id, regio.naam, [alias.naam for alias in regio.aliassen], [one.naam for one in regio.gemeenten]
    )


def all_gemeenten() -> list[Gemeente]:
    """All gemeenten by name, each with its region."""
    return list(db.session.scalars(select(Gemeente).options(selectinload(Gemeente.regio)).order_by(Gemeente.naam)))


def change_regio(regio: Regio, changes: RegioChanges, *, revision: int) -> None:
    """Change a region, starting from the revision that the page showed.

    A gemeente always belongs to one region: it moves by adding it to another.
    Raises StaleRegio when somebody else was first, RegioProblem when an alias belongs to another region.
    """
    db.session.refresh(regio, with_for_update=True)
    if regio.revision != revision:
        raise StaleRegio
    _require_free(regio, changes.aliassen)
    regio.revision += 1
    regio.zorgkantoor = changes.zorgkantoor
    regio.centrumgemeenten = changes.centrumgemeenten
    regio.centrumgemeenten_elders = changes.centrumgemeenten_elders
    regio.inwoners = changes.inwoners
    _set_aliases(regio, changes.aliassen)
    _flush_aliases()
    if changes.gemeente_erbij:
        _take_gemeente(regio, changes.gemeente_erbij)


def _require_free(regio: Regio, aliassen: Iterable[str]) -> None:
    others = select(RegioAlias).where(RegioAlias.naam.in_(list(aliassen)), RegioAlias.regio_id != regio.id)
    taken = db.session.scalars(others.options(selectinload(RegioAlias.regio))).first()
    if taken:
        raise RegioProblem(f"De naam “{taken.naam}” hoort al bij {taken.regio.naam}. Haal hem daar eerst weg.")


def _flush_aliases() -> None:
    try:
        db.session.flush()
    except IntegrityError as error:
        # Another region got the name just now.
        db.session.rollback()
        raise RegioProblem("Een van deze namen hoort al bij een andere regio. Haal hem daar eerst weg.") from error


def _set_aliases(regio: Regio, aliassen: Sequence[str]) -> None:
    existing = {alias.naam: alias for alias in regio.aliassen}
    regio.aliassen = [existing.get(naam) or RegioAlias(naam=naam) for naam in dict.fromkeys(aliassen)]


def _take_gemeente(regio: Regio, gemeente_id: int) -> None:
    gemeente = db.session.get_one(Gemeente, gemeente_id)
    if gemeente.regio_id != regio.id:
        gemeente.regio.revision += 1
        gemeente.regio = regio


def _names_of(soort: int, regio_id: Any, naam: Any) -> Select[int, str]:
    lines = func.aggregate_strings(cast(regio_id, String) + ":" + naam, "\n")
    return select(literal(soort), func.coalesce(lines, ""))


# Searching reads no whole regions: one query of three texts with a line for each name. No name has a line end.
_NAMES = union_all(
    _names_of(0, Regio.id, Regio.naam),
    _names_of(1, RegioAlias.regio_id, RegioAlias.naam),
    _names_of(2, Gemeente.regio_id, Gemeente.naam),
)


def found_regio_ids(query: str) -> frozenset[int]:
    """The ids of the regions that answer best to a name, alias or gemeente, typing errors and all."""
    texts = dict(map(tuple, plain_rows(_NAMES)))
    return frozenset(_index(texts[0], texts[1], texts[2]).search(query))


# The same names make the same index, whoever asks.
@lru_cache(maxsize=2)
def _index(*texts: str) -> NameIndex:
    own, aliassen, gemeenten = map(_by_regio, texts)
    return NameIndex([RegioNamen(one, own[one][0], aliassen[one], gemeenten[one]) for one in list(own)])


def _by_regio(lines: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for line in lines.split("\n"):
        regio_id, _, naam = line.partition(":")
        if naam:
            found[int(regio_id)].append(naam)
    return found


def regio_ids(codes: Iterable[str]) -> dict[str, int]:
    """The id of each region by its code, in one query. A region that is gone has none."""
    query = select(Regio.code, Regio.id).where(Regio.code.in_(list(codes)))
    return {row.code: row.id for row in db.session.execute(query)}


def names_of(ids: Iterable[int]) -> list[str]:
    """The names of the regions with these ids, by name."""
    wanted = list(ids)
    found = db.session.scalars(select(Regio.naam).where(Regio.id.in_(wanted))) if wanted else ()
    return sorted(found, key=name_key)
