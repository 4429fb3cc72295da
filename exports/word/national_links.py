"""Where a living value is explained: the row of the last appendix that sentences link to.

A row explains its number, and beside it the number of the previous round and that of the regions behind it. A theme
that is named because it stands first has the row of the theme.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from exports.national.tree import NationaalRapport, Tabel

# How the keys of tables begin that explain numbers.
_EXPLAINING = ("verantwoording", "cijfers_")
_PREVIOUS, _REGIONS = "_vorige", "_regios"


def explains(tabel: Tabel) -> bool:
    """Whether the rows of this table say what is counted."""
    return tabel.sleutel.startswith(_EXPLAINING)


def links(rapport: NationaalRapport) -> dict[str, str]:
    """The bookmark of each living value that a row explains."""
    keys = dict.fromkeys(_explained(rapport))
    rows = {key: f"waarde_{number}" for number, key in enumerate(keys, start=1)}
    twins: dict[str, list[str]] = {}
    for key, waarde in rapport.waarden.items():
        twins.setdefault(waarde.uitleg, []).append(key)
    others = {key: _row_of(twins, rapport, key, rows) for key in rapport.waarden if key not in rows}
    return rows | {key: rows[row] for key, row in others.items() if row}


def _explained(rapport: NationaalRapport) -> Iterator[str]:
    for hoofdstuk in rapport.alle():
        for blok in hoofdstuk.blokken:
            if isinstance(blok, Tabel) and explains(blok):
                yield from (cel.sleutel for rij in blok.rijen for cel in rij if cel.sleutel)


def _row_of(twins: Mapping[str, Sequence[str]], rapport: NationaalRapport, key: str, rows: Mapping[str, str]) -> str:
    """The key whose row also explains this value; "" when none does. Values with the same words are the same value."""
    candidates = (
        base
        for one in (key, key.removesuffix(_PREVIOUS))
        if one in rapport.waarden
        for twin in (one, *twins[rapport.waarden[one].uitleg])
        for base in (twin, twin.removesuffix(_PREVIOUS).removesuffix(_REGIONS))
    )
    return next((base for base in candidates if base in rows), "")
