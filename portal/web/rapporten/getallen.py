"""A number of the report: what it counts, the regions behind it, and for reviewers the texts behind it."""

from __future__ import annotations

from dataclasses import dataclass

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from exports.national.counting.quoting import leads_to_words
from exports.national.counting.tally import theme_part
from exports.national.data import CodeBeeld, RapportData, RegioBeeld, Stand
from exports.national.tree import NationaalRapport, Waarde
from portal.domain.coding.state import CodeSoort
from portal.domain.policy import Action, Facts
from portal.models import Rapport
from portal.services import regios
from portal.services.report import reports
from portal.web.access import may, report_access
from portal.web.rapporten.blueprint import blueprint
from portal.web.rapporten.pages import ReportPage
from portal.web.rapporten.reading import ReportReading, reading_of
from portal.web.rapporten.texts_behind import TekstAchter, texts_behind

# Behind "500 successen" stand five hundred texts.
PER_PAGE = 50


@dataclass(frozen=True)
class RegioRegel:
    """A region behind a number; `url` leads to what it handed in, "" where this person may not read that."""

    naam: str
    url: str = ""


@dataclass(frozen=True)
class Vergelijking:
    """Which regions came and went since the previous round."""

    erbij: tuple[str, ...]
    eraf: tuple[str, ...]


@blueprint.get("/<int:rapport_id>/getallen/<sleutel>")
@report_access(Action.RAPPORT_LEZEN)
def getal(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """The page of one living value."""
    reading = reading_of(rapport)
    waarde = reading.tree.waarden.get(sleutel)
    if waarde is None:
        abort(404)
    data = reports.data_of(rapport)
    is_insider = may(Action.RAPPORT_CONCEPT_LEZEN, rapport)
    texts = texts_behind(data, waarde) if is_insider else ()
    veiled = not is_insider and leads_to_words(waarde, _picture(data, waarde))
    start = _start(len(texts))
    return render_template(
        "rapporten/getal.html",
        reading=reading,
        waarde=waarde,
        regios=[] if veiled else _regions(data, waarde),
        vergelijking=None if veiled else _compared(reading.tree, data, waarde),
        zonder_namen=veiled,
        teksten=texts[start : start + PER_PAGE],
        aantal_teksten=len(texts),
        vanaf=start,
        per_bladzijde=PER_PAGE,
        blad_url=_sheet_address(texts),
        staat_in=_places(reading, sleutel),
        thema=_theme(data, waarde) if may(Action.VERLOOP_ZIEN) else None,
    )


def _theme(data: RapportData, waarde: Waarde) -> CodeBeeld | None:
    """The theme that a number is about, when the pages over rounds tell of it."""
    counts = (waarde.regios_van or waarde.zelfde_als, waarde.sleutel)
    told = (one for one in data.codes if one.soort != CodeSoort.EIGEN)
    return next((one for one in told if f"{one.soort}_{theme_part(one.id)}" in counts), None)


def _start(total: int) -> int:
    """From which text on this page shows; nonsense in the address shows the first."""
    asked = request.args.get("vanaf", 0, type=int)
    return asked - asked % PER_PAGE if 0 < asked < total else 0


def _regions(data: RapportData, waarde: Waarde) -> list[RegioRegel]:
    """The regions behind a value in the order of the report, each with where this person can read what it handed in."""
    behind = [regio for regio in _picture(data, waarde) if regio.code in set(waarde.regios)]
    ids = regios.regio_ids(regio.code for regio in behind)
    return [RegioRegel(regio.naam, _url(regio, ids.get(regio.code))) for regio in behind]


def _picture(data: RapportData, waarde: Waarde) -> tuple[RegioBeeld, ...]:
    """The regions of the round that a value is about."""
    return data.vorige.regios if waarde.van_vorige_ronde and data.vorige else data.beeld.regios


def _url(regio: RegioBeeld, regio_id: int | None) -> str:
    """The answer sheet of a region, else its plan, as far as this person may read it."""
    ids = frozenset() if regio_id is None else frozenset({regio_id})
    handed_in = regio.stand is Stand.BEANTWOORD
    if regio.blad_id and may(Action.BLAD_LEZEN, Facts(regio_ids=ids, has_indiening=handed_in)):
        return url_for("antwoordbladen.blad", blad_id=regio.blad_id)
    if regio.plan_id and may(Action.PLAN_LEZEN, Facts(regio_ids=ids, has_indiening=True)):
        return url_for("regio.lezen", plan_id=regio.plan_id)
    return ""


def _compared(tree: NationaalRapport, data: RapportData, waarde: Waarde) -> Vergelijking | None:
    """Who came and who went; None when the previous round did not count the same."""
    earlier = tree.waarden.get(waarde.sleutel_vorige)
    if earlier is None or data.vorige is None:
        return None
    namen = {regio.code: regio.naam for regio in (*data.vorige.regios, *data.beeld.regios)}
    now, before = set(waarde.regios), set(earlier.regios)
    return Vergelijking(
        tuple(naam for code, naam in namen.items() if code in now - before),
        tuple(naam for code, naam in namen.items() if code in before - now),
    )


def _sheet_address(texts: tuple[TekstAchter, ...]) -> dict[int, str]:
    """Where each text was handed in; reviewers read every sheet that was."""
    ids = {one.blad_id for one in texts if one.blad_id}
    return {blad_id: url_for("antwoordbladen.blad", blad_id=blad_id) for blad_id in ids}


def _places(reading: ReportReading, sleutel: str) -> list[ReportPage]:
    """The pages on which a sentence says this number."""
    return [
        blad
        for blad in reading.bladen
        if any(deel.sleutel == sleutel for zin in blad.zinnen if not zin.weggelaten for deel in zin.delen)
    ]
