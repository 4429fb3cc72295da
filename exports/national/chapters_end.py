"""Chapters 6 and 7: the inflow, and what happens next."""

from __future__ import annotations

from exports.national.counting import names_in_words
from exports.national.data import Actie
from exports.national.quoting import ingekort
from exports.national.tree import Hoofdstuk, Lijst, Punt
from exports.national.writer import Schrijver

MEESTE_GESTOPT = 12


def instroom(_: Schrijver) -> Hoofdstuk | None:
    """The development of the inflow: None while there are no figures, so that the numbers close up."""
    return None


def vooruitblik(s: Schrijver) -> Hoofdstuk:
    """What is open, what needs attention, and what happens with this report."""
    naam = "Vooruitblik"
    zinnen = s.zinnen("vooruitblik")
    gestopt = _gestopt(s)
    place = next((i for i, zin in enumerate(zinnen, 1) if zin.sleutel == "vooruitblik_gestopt"), len(zinnen))
    return Hoofdstuk(
        "vooruitblik",
        naam,
        s.kop("vooruitblik", naam),
        blokken=(*zinnen[:place], *gestopt, *zinnen[place:], s.eigen("vooruitblik")),
    )


def _gestopt(s: Schrijver) -> tuple[Lijst, ...]:
    """The actions that were stopped, with the region's own reason."""
    stopped = [
        one for one in s.data.beeld.acties if one.status == "gestopt" and one.id in s.waarden["acties_gestopt"].items
    ]
    punten = tuple(_punt(s, one) for one in stopped[:MEESTE_GESTOPT])
    return (Lijst(punten),) if punten else ()


def _punt(s: Schrijver, actie: Actie) -> Punt:
    namen = names_in_words([s.data.regionamen.get(code, code) for code in actie.regios])
    waarom = f" Reden: {ingekort(actie.toelichting, 200)}" if actie.toelichting.strip() else ""
    return Punt(f"{ingekort(actie.omschrijving, 200)}.{waarom}".replace("..", "."), kop=namen)
