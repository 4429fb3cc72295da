"""Reports that were frozen before a value said itself what it is: read from the spelling of its token, as it was then.

The only place where a token means something by how it is spelled; no report of today comes here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from exports.national.tree import VORIGE, Blok, Hoofdstuk, NationaalRapport, Tabel, Waarde

_RANK = re.compile(r"(.+)_(?:eerste|tweede|derde)_(?:regios|aantal)")
_REGIOS = "_regios"
_KRUISTABEL, _VERANTWOORDING = "acties_thema", "cijfers_"


def completed(rapport: NationaalRapport) -> NationaalRapport:
    """The report with what its values and tables are."""
    values = {key: _number(waarde, rapport.waarden) for key, waarde in rapport.waarden.items()}
    values |= {key: _of_before(values, key) for key in values if _now(key) in values}
    ronde = values["ronde"].tekst if "ronde" in values else ""
    return replace(rapport, waarden=values, hoofdstukken=tuple(map(_chapter, rapport.hoofdstukken)), ronde=ronde)


def _now(key: str) -> str:
    return key.removesuffix(VORIGE) if key.endswith(VORIGE) else ""


def _of_before(values: Mapping[str, Waarde], key: str) -> Waarde:
    now = values[_now(key)]
    return replace(values[key], telling=now.zelfde_als, regios_van=now.regios_van, van_vorige_ronde=True)


def _number(waarde: Waarde, waarden: Mapping[str, Waarde]) -> Waarde:
    if rank := _RANK.fullmatch(waarde.sleutel):
        theme = _theme(rank[1], waarde.uitleg, waarden)
        return replace(waarde, telling=theme, regios_van=_counted(theme, waarden))
    return replace(waarde, regios_van=_counted(waarde.sleutel, waarden))


def _theme(prefix: str, uitleg: str, waarden: Mapping[str, Waarde]) -> str:
    """The token of the theme that was named as the first; the two were known by their words."""
    return next(
        (key for key, one in waarden.items() if key.startswith(f"{prefix}_thema_") and one.uitleg == uitleg), ""
    )


def _counted(key: str, waarden: Mapping[str, Waarde]) -> str:
    """The token of the number of which this one counts the regions."""
    base = key.removesuffix(_REGIOS)
    return base if base != key and base in waarden else ""


def _chapter(hoofdstuk: Hoofdstuk) -> Hoofdstuk:
    return replace(
        hoofdstuk, blokken=tuple(map(_block, hoofdstuk.blokken)), delen=tuple(map(_chapter, hoofdstuk.delen))
    )


def _block(blok: Blok) -> Blok:
    if not isinstance(blok, Tabel):
        return blok
    return replace(
        blok,
        is_kruistabel=blok.sleutel == _KRUISTABEL,
        is_verantwoording=blok.sleutel.startswith(_VERANTWOORDING),
    )
