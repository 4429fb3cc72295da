"""All regions in one table: what a reader looks up of one region, and compares with none."""

from __future__ import annotations

from collections.abc import Sequence

from exports.labels import NIET_BEANTWOORD, NIET_GEVRAAGD, ONBEKEND
from exports.national.counting.actions import ZONDER_ANTWOORD, statuses
from exports.national.counting.by_region import ByRegion
from exports.national.counting.tally import AFSTEMMING, DOEL
from exports.national.data import Optie, RegioBeeld, Stand
from exports.national.tree import Cel, Hoofdstuk, Tabel
from exports.national.writer import ReportWriter
from forms.counted import Afstemming, Structuur
from forms.dutch.dates import day_brief

# What fits in a column of such a table; the table of the chapter has the whole words.
_KORT: dict[str, str] = {
    Structuur.NIEUW_VAST: "Nieuw",
    Structuur.BESTAAND: "Bestaand",
    Afstemming.VAST_OVERLEG: "Vast",
    Afstemming.AD_HOC: "Ad hoc",
    Afstemming.NEE: "Nee",
}


def overview(s: ReportWriter) -> Hoofdstuk | None:
    """One row for each region; None when there are no regions."""
    if not s.data.beeld.regios:
        return None
    naam = "Alle regio’s in één tabel"
    per_regio = ByRegion.of(s.data, s.tally)
    return Hoofdstuk(
        "bijlage_overzicht",
        naam,
        s.heading("bijlage_overzicht", naam),
        blokken=(*s.sentences("bijlage_overzicht"), _table(s, per_regio), s.own_text("bijlage_overzicht")),
        is_bijlage=True,
    )


def _table(s: ReportWriter, per_regio: ByRegion) -> Tabel:
    standen = (*statuses(s.tally), Optie(ZONDER_ANTWOORD, "Geen antwoord"))
    koppen = ("Regio", "Structuur", "Overleg", "Doel halen", *(one.label for one in standen), "Wacht op antwoord")
    return Tabel(
        "regios",
        "Elke regio: plan, overleg, doelstelling, acties naar status, open verwachtingen en datum van antwoord",
        (*koppen, "Beantwoord"),
        tuple(_row(regio, per_regio, standen) for regio in s.data.beeld.regios),
        (270, 125, 105, 110, *(114 for _ in standen), 114, 170),
    )


def _row(regio: RegioBeeld, per_regio: ByRegion, standen: Sequence[Optie]) -> tuple[Cel, ...]:
    counts, has_plan = per_regio.counted(regio.code), regio.plan_id is not None
    answered = regio.stand is Stand.BEANTWOORD
    without = ONBEKEND if regio.is_left_out else "Geen plan"
    structuur = per_regio.bij.structure(regio) or ("Niet genoemd" if has_plan else without)
    return (
        Cel(regio.naam),
        Cel(_KORT.get(regio.projectstructuur, structuur)),
        Cel(_chosen(regio, per_regio, AFSTEMMING)),
        Cel(_chosen(regio, per_regio, DOEL)),
        *(Cel(counts[one.key] if has_plan else None) for one in standen),
        Cel(per_regio.open_expectations(regio.code) if answered else None),
        Cel(_when(regio)),
    )


def _chosen(regio: RegioBeeld, per_regio: ByRegion, prefix: str) -> str:
    """What it chose in one or two words; a dash when it told nothing."""
    vraag = per_regio.vragen.get(prefix)
    key = regio.keuzes.get(vraag.key, "") if vraag else ""
    return _KORT.get(key) or per_regio.chosen(regio, prefix) or ONBEKEND


def _when(regio: RegioBeeld) -> str:
    if regio.stand is Stand.NIET_GEVRAAGD:
        return NIET_GEVRAAGD
    if regio.stand is Stand.NIET_BEANTWOORD:
        return NIET_BEANTWOORD
    return day_brief(regio.ingediend_op) if regio.ingediend_op else "Ja"
