"""The last chapter: what happens next."""

from __future__ import annotations

from exports.national.chapters.expectations import how_many_more
from exports.national.counting.actions import stopped_shown
from exports.national.counting.quoting import EINDE, fair_names, may_be_named, one_paragraph
from exports.national.data import ActieBeeld
from exports.national.lookup import Lookup
from exports.national.messages.asked import outcomes, requests
from exports.national.tree import Blok, Hoofdstuk, Lijst, Punt
from exports.national.writer import ReportWriter


def outlook(s: ReportWriter) -> Hoofdstuk:
    """What is open, what needs attention, and what happens with this report."""
    naam = "Vooruitblik"
    zinnen = s.sentences("vooruitblik")
    place = next((i for i, zin in enumerate(zinnen, 1) if zin.sleutel == "vooruitblik_gestopt"), len(zinnen))
    return Hoofdstuk(
        "vooruitblik",
        naam,
        s.heading("vooruitblik", naam),
        blokken=(
            *outcomes(s.earlier),
            *zinnen[:place],
            *_stopped(s),
            *zinnen[place:],
            *requests(s.messages, dict(s.waarden)),
            s.own_text("vooruitblik"),
        ),
    )


def _stopped(s: ReportWriter) -> tuple[Blok, ...]:
    """The actions that were stopped, with the region's own reason."""
    bij = Lookup(s.data)
    punten = tuple(_point(s, one, bij) for one in stopped_shown(s.data.beeld))
    more = how_many_more(s, "acties_gestopt_meer", "actie", "acties")
    return (Lijst(punten), *more) if punten else ()


def _point(s: ReportWriter, actie: ActieBeeld, bij: Lookup) -> Punt:
    regios = s.data.beeld.regios
    waarom = f" Reden: {one_paragraph(actie.toelichting)}" if actie.toelichting.strip() else ""
    wat = one_paragraph(actie.omschrijving)
    named = may_be_named(actie.regios, regios)
    elders = "".join(f" {bij.elsewhere(one, named=named)}." for one in actie.elders)
    return Punt(f"{wat}{'' if wat.endswith(EINDE) else '.'}{waarom}{elders}", kop=fair_names(actie.regios, regios))
