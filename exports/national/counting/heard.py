"""Living values of hoor en wederhoor: how many regions read their page, agreed, asked something, and got it."""

from __future__ import annotations

from dataclasses import dataclass

from exports.national.counting.tally import by_key, printed
from exports.national.data import Beeld
from exports.national.tree import Aard, Waarde


@dataclass(frozen=True)
class Heard:
    """The codes of the regions that were asked, and of those what they said and what came of it."""

    gevraagd: frozenset[str]
    klopt: frozenset[str]
    anders: frozenset[str]
    verwerkt: frozenset[str]


def heard_values(beeld: Beeld, heard: Heard | None) -> dict[str, Waarde]:
    """The values; none when regions were not asked."""
    if heard is None:
        return {}
    said = heard.klopt | heard.anders
    return by_key(
        _value(beeld, "gevraagd", heard.gevraagd, "Regio’s aan wie vooraf is gevraagd of hun pagina klopt."),
        _value(beeld, "gereageerd", said, "Regio’s die hun pagina lazen en daarop reageerden."),
        _value(beeld, "klopt", heard.klopt, "Regio’s die zeiden dat hun pagina klopt."),
        _value(beeld, "anders", heard.anders, "Regio’s die vroegen om iets te veranderen."),
        _value(beeld, "verwerkt", heard.verwerkt, "Regio’s voor wie na hun reactie iets is veranderd."),
        _value(beeld, "stil", heard.gevraagd - said, "Regio’s die niet reageerden. Dat telt niet als instemming."),
    )


def _value(beeld: Beeld, key: str, behind: frozenset[str], uitleg: str) -> Waarde:
    codes = tuple(regio.code for regio in beeld.regios if regio.code in behind)
    return Waarde(f"hoor_{key}", uitleg, printed(len(codes)), len(codes), codes, aard=Aard.EENMALIG)
