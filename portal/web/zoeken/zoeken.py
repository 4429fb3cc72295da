"""The page to search on. What is asked stands in the address, so that it can be shared and kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.cleaning import clean_line
from portal.domain.policy import Action
from portal.domain.report.own_counts import TellingWaar
from portal.domain.search import asked
from portal.models import Rapport, Regio
from portal.services import regios
from portal.services.report import own_counts
from portal.services.search import found
from portal.services.search.found import PLANNEN, Found, Hit, Within
from portal.services.search.readable import Library, library
from portal.web.access import access, may, signed_in
from portal.web.zoeken.blueprint import blueprint


@dataclass(frozen=True)
class SearchChoice:
    """What somebody typed and chose; what does not exist counts as not chosen."""

    query: str
    choice: Within
    page: int
    regios: list[Regio]
    library: Library

    def address(self, page: int) -> str:
        """The same search at another page."""
        chosen: dict[str, Any] = {
            "zoek": self.query,
            "waar": self.choice.waar,
            "regio": self.choice.regio_id,
            "onderdeel": self.choice.onderdeel,
            "pagina": page if page > 1 else None,
        }
        return url_for("zoeken.zoeken", **{name: value for name, value in chosen.items() if value})


@blueprint.get("/zoeken")
@access(Action.ZOEKEN)
def zoeken() -> ResponseReturnValue:
    """The search box, and what was found."""
    keuze = _keuze()
    result, problem = _search(keuze)
    return render_template(
        "zoeken/zoeken.html",
        keuze=keuze,
        found=result,
        problem=problem,
        where=where,
        longest=asked.LONGEST,
        tellen=_to_count(keuze) if result and may(Action.RAPPORT_BEHEREN) else [],
        PLANNEN=PLANNEN,
    )


def _to_count(keuze: SearchChoice) -> list[tuple[Rapport, str]]:
    """The concepts of reports with the address where this question is kept as an own count."""
    return [
        (one, url_for("rapporten.tellingen", rapport_id=one.id, zoek=keuze.query, waar=_waar(keuze, one)))
        for one in own_counts.concepts()
    ]


def _waar(keuze: SearchChoice, rapport: Rapport) -> str:
    """Where an own count of this report looks as this question does; another round than its own: everywhere."""
    if keuze.choice.waar == PLANNEN:
        return TellingWaar.PLANNEN.value
    return (TellingWaar.RONDE if keuze.choice.waar == str(rapport.uitvraag_id) else TellingWaar.OVERAL).value


def _search(keuze: SearchChoice) -> tuple[Found | None, str]:
    """What was found, or what is wrong with the question; neither when nothing was asked."""
    if not keuze.query:
        return None, ""
    try:
        words = asked.read(keuze.query)
    except asked.SearchProblem as problem:
        return None, str(problem)
    return found.search(words, keuze.choice, keuze.library, page=keuze.page), ""


def _keuze() -> SearchChoice:
    given = request.args
    readable, all_regios = library(signed_in()), regios.bare_regios()
    waar, regio = given.get("waar", ""), given.get("regio", "")
    choice = Within(
        waar=waar if waar in {PLANNEN, *(str(one) for one in readable.rounds)} else "",
        regio_id=int(regio) if regio in {str(one.id) for one in all_regios} else None,
        onderdeel=clean_line(given.get("onderdeel", ""))[:80],
    )
    page = given.get("pagina", "1")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1
    return SearchChoice(clean_line(given.get("zoek", "")), choice, number, all_regios, readable)


def where(place: Hit) -> str:
    """The address of the part in the document that this person may read."""
    source = place.source
    if source.blad_id is not None:
        return url_for(
            "antwoordbladen.lezen_indiening",
            blad_id=source.blad_id,
            indiening_id=source.indiening_id,
            _anchor=place.onderdeel,
        )
    return url_for(
        "regio.lezen_indiening", plan_id=source.plan_id, indiening_id=source.indiening_id, _anchor=place.onderdeel
    )
