"""Chapters 6 and 7: the inflow, and what happens next."""

from __future__ import annotations

from exports.national.chapters.expectations import how_many_more
from exports.national.counting.actions import how_it_goes
from exports.national.counting.lists import MEESTE_GESTOPT
from exports.national.counting.quoting import EINDE, one_paragraph
from exports.national.counting.tally import names_in_words
from exports.national.data import ActieBeeld
from exports.national.lookup import Lookup
from exports.national.messages.asked import outcomes, requests
from exports.national.tree import Blok, Hoofdstuk, Lijst, Punt
from exports.national.writer import ReportWriter
from forms.counted import ActieStatus


def inflow(_: ReportWriter) -> Hoofdstuk | None:
    """The development of the inflow: None while there are no figures, so that the numbers close up."""
    return None


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
    stopped = [one for one in s.data.beeld.acties if how_it_goes(one) == ActieStatus.GESTOPT]
    bij = Lookup(s.data)
    punten = tuple(_point(s, one, bij) for one in stopped[:MEESTE_GESTOPT])
    more = how_many_more(s, "acties_gestopt_meer", "actie", "acties")
    return (Lijst(punten), *more) if punten else ()


def _point(s: ReportWriter, actie: ActieBeeld, bij: Lookup) -> Punt:
    namen = names_in_words([s.data.regionamen.get(code, code) for code in actie.regios])
    waarom = f" Reden: {one_paragraph(actie.toelichting)}" if actie.toelichting.strip() else ""
    wat = one_paragraph(actie.omschrijving)
    elders = "".join(f" {bij.elsewhere(one)}." for one in actie.elders)
    return Punt(f"{wat}{'' if wat.endswith(EINDE) else '.'}{waarom}{elders}", kop=namen)
