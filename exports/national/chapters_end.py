"""Chapters 6 and 7: the inflow, and what happens next."""

from __future__ import annotations

from exports.national.chapters_expectations import meer
from exports.national.counting import names_in_words
from exports.national.data import Actie
from exports.national.lists import MEESTE_GESTOPT
from exports.national.quoting import EINDE, ingekort
from exports.national.tree import Blok, Hoofdstuk, Lijst, Punt
from exports.national.values_actions import hoe_het_gaat
from exports.national.writer import Schrijver
from forms.counted import ActieStatus


def instroom(_: Schrijver) -> Hoofdstuk | None:
    """The development of the inflow: None while there are no figures, so that the numbers close up."""
    return None


def vooruitblik(s: Schrijver) -> Hoofdstuk:
    """What is open, what needs attention, and what happens with this report."""
    naam = "Vooruitblik"
    zinnen = s.zinnen("vooruitblik")
    place = next((i for i, zin in enumerate(zinnen, 1) if zin.sleutel == "vooruitblik_gestopt"), len(zinnen))
    return Hoofdstuk(
        "vooruitblik",
        naam,
        s.kop("vooruitblik", naam),
        blokken=(*zinnen[:place], *_gestopt(s), *zinnen[place:], s.eigen("vooruitblik")),
    )


def _gestopt(s: Schrijver) -> tuple[Blok, ...]:
    """The actions that were stopped, with the region's own reason."""
    stopped = [one for one in s.data.beeld.acties if hoe_het_gaat(one) == ActieStatus.GESTOPT]
    punten = tuple(_punt(s, one) for one in stopped[:MEESTE_GESTOPT])
    more = meer(s, "acties_gestopt_meer", "actie", "acties")
    return (Lijst(punten), *more) if punten else ()


def _punt(s: Schrijver, actie: Actie) -> Punt:
    namen = names_in_words([s.data.regionamen.get(code, code) for code in actie.regios])
    waarom = f" Reden: {ingekort(actie.toelichting, 200)}" if actie.toelichting.strip() else ""
    wat = ingekort(actie.omschrijving, 200)
    return Punt(f"{wat}{'' if wat.endswith(EINDE) else '.'}{waarom}", kop=namen)
