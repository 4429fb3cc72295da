"""Changes counted fairly: over the regions that answered both rounds, and only those.

Source: the report we want, fair words, rule 2.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from exports.national.data import Beeld, Stand
from exports.national.tree import VORIGE, Aard, Waarde

ZELFDE = "zelfde_"
ZELFDE_REGIOS = "zelfde_regios"
_COMPARED = frozenset(
    {
        "acties_op_koers",
        "acties_afgerond",
        "acties_aandacht",
        "acties_gestopt",
        "successen",
        "lessen",
        "verwachtingen",
    }
)
# What these ask are texts; another question that a number is about is a closed one.
_LISTS = frozenset({"acties", "successen", "lessen", "verwachtingen", "redenen"})
Count = Callable[[Beeld], Mapping[str, Waarde]]


def same_regions(now: Beeld, before: Beeld) -> frozenset[str]:
    """The codes of the regions that answered both rounds."""
    then = {one.code for one in before.regios if one.stand is Stand.BEANTWOORD}
    return frozenset(one.code for one in now.regios if one.stand is Stand.BEANTWOORD and one.code in then)


def compared(now: Beeld, before: Beeld, count: Count, count_before: Count) -> dict[str, Waarde]:
    """The numbers of both rounds over the same regions, as "zelfde_…" and "zelfde_…_vorige", and how many they are.

    `count` and `count_before` count a picture; what the round before did not ask has no number.
    """
    same = same_regions(now, before)
    if not same:
        return {}
    mine, theirs = count(of_regions(now, same)), count_before(of_regions(before, same))
    found = {ZELFDE_REGIOS: _how_many(now, same)}
    for key in mine:
        if _is_compared(mine[key]) and key in theirs and mine[key].aantal is not None:
            found |= pair(mine[key], theirs[key])
    return found


def of_regions(beeld: Beeld, codes: frozenset[str]) -> Beeld:
    """The picture of these regions alone; what belongs to a joint plan stays while one of its regions does."""
    return replace(
        beeld,
        regios=tuple(one for one in beeld.regios if one.code in codes),
        acties=tuple(one for one in beeld.acties if codes.intersection(one.regios)),
        successen=tuple(one for one in beeld.successen if codes.intersection(one.regios)),
        lessen=tuple(one for one in beeld.lessen if codes.intersection(one.regios)),
        verwachtingen=tuple(one for one in beeld.verwachtingen if codes.intersection(one.regios)),
    )


def _is_compared(waarde: Waarde) -> bool:
    """The numbers that a report compares, and every choice of a closed question."""
    return waarde.sleutel in _COMPARED or bool(waarde.vraag and waarde.vraag not in _LISTS)


def pair(now: Waarde, before: Waarde) -> dict[str, Waarde]:
    """The number of this round with that of the round before, over the regions that answered both."""
    key = f"{ZELFDE}{now.sleutel}"
    words = "Alleen regio’s die beide keren antwoordden"
    mine = replace(now, sleutel=key, uitleg=f"{now.uitleg} {words}.", aard=Aard.EENMALIG, vorige=before.aantal)
    twin = Waarde(
        f"{key}{VORIGE}",
        f"In de vorige ronde: {before.uitleg[0].lower()}{before.uitleg[1:]} {words}.",
        before.tekst,
        before.aantal,
        before.regios,
        telling=key,
        van_vorige_ronde=True,
        vraag=before.vraag,
        naar_thema=before.naar_thema,
        naar_status=before.naar_status,
    )
    return {mine.sleutel: mine, twin.sleutel: twin}


def _how_many(now: Beeld, same: frozenset[str]) -> Waarde:
    codes = tuple(one.code for one in now.regios if one.code in same)
    uitleg = "Regio’s die in deze ronde en in de vorige antwoordden."
    return Waarde(ZELFDE_REGIOS, uitleg, str(len(codes)), len(codes), codes, aard=Aard.EENMALIG)
