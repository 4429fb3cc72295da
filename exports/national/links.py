"""Where a living value is explained: the row of the last appendix that sentences link to.

A row explains its number, and beside it the number of the previous round and that of the regions behind it. A theme
that is named because it stands first has the row of the theme.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exports.national.tree import NationaalRapport, Tabel, Waarde


def links(rapport: NationaalRapport) -> dict[str, str]:
    """The bookmark of each living value that a row explains."""
    keys = dict.fromkeys(_explained(rapport))
    rows = {key: f"waarde_{number}" for number, key in enumerate(keys, start=1)}
    others = {key: _row_of(waarde, rapport.waarden, rows) for key, waarde in rapport.waarden.items() if key not in rows}
    return rows | {key: row for key, row in others.items() if row}


def _explained(rapport: NationaalRapport) -> Iterator[str]:
    for hoofdstuk in rapport.all_chapters():
        for blok in hoofdstuk.blokken:
            if isinstance(blok, Tabel) and blok.is_verantwoording:
                yield from (cel.sleutel for rij in blok.rijen for cel in rij if cel.sleutel)


def _row_of(waarde: Waarde, waarden: Mapping[str, Waarde], rows: Mapping[str, str]) -> str:
    """The row that also explains this value: of the same number, or of the number whose regions it counts; or ""."""
    same = waarden.get(waarde.zelfde_als, waarde)
    return rows.get(same.sleutel, "") or rows.get(same.regios_van, "")
