"""The appendix about the instroom: the tables of the charts, the regiobeelden, and what regions say of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exports.figures.table import report_table
from exports.national.inflow_data import Cijferpaspoort, InstroomBeeld, RegioInstroom
from exports.national.tree import Blok, Cel, Hoofdstuk, Kopje, Lijst, Punt, Tabel
from exports.national.writer import ReportWriter


def inflow_figures(s: ReportWriter) -> Hoofdstuk | None:
    """Every figure of the chapter, and a row for each region; None without figures."""
    if s.data.instroom is None:
        return None
    naam = "Cijfers over de instroom"
    return Hoofdstuk(
        "bijlage_instroom",
        naam,
        s.heading("bijlage_instroom", naam),
        blokken=(
            *s.sentences("bijlage_instroom"),
            *_regions(s.data.instroom.regios),
            *_said(s.data.instroom.regios),
            *map(report_table, s.data.instroom.figuren),
            *_reasons(s.data.instroom),
            s.own_text("bijlage_instroom"),
        ),
        is_bijlage=True,
    )


def _regions(regios: Sequence[RegioInstroom]) -> Iterator[Blok]:
    """One row for each region, and the country last."""
    told = [one for one in regios if one.cijfers]
    if not told:
        return
    koppen = ("Regio", *(one.naam for one in told[0].cijfers))
    rijen = [(Cel(one.naam), *(Cel(cijfer.regio) for cijfer in one.cijfers)) for one in told]
    land = (Cel("Nederland"), *(Cel(cijfer.nederland) for cijfer in told[0].cijfers))
    breedtes = (4, *(2 for _ in koppen[1:]))
    yield Tabel("instroom_regiobeeld", "Regiobeeld: kerncijfers per regio", koppen, (*rijen, land), breedtes, True)


def _said(regios: Sequence[RegioInstroom]) -> Iterator[Blok]:
    """What regions say of their figures, as they shared it."""
    punten = tuple(
        Punt(one.tekst, kop=f"{regio.naam}, {one.weergave.lower()}") for regio in regios for one in regio.duiding
    )
    if punten:
        yield Kopje("Wat regio’s van hun cijfers zeggen")
        yield Lijst(punten)


def _reasons(beeld: InstroomBeeld) -> Iterator[Blok]:
    """Why a figure is not there, each reason once."""
    signs = {
        (punt.tekst or "–"): punt.reden
        for figuur in beeld.figuren
        for reeks in figuur.reeksen
        for punt in reeks.punten
        if punt.reden
    }
    if signs:
        yield Kopje("Waarom een cijfer er niet staat")
        yield Lijst(tuple(Punt(reden, kop=tekst) for tekst, reden in signs.items()))


def passports(paspoorten: Sequence[Cijferpaspoort]) -> Iterator[Tabel]:
    """Where the figures come from, for the account of the numbers."""
    if not paspoorten:
        return
    koppen = ("Cijfer", "Wat het telt", "Bron", "Peildatum", "Kanttekening")
    rijen = tuple(
        (
            Cel(one.cijfer),
            Cel(one.definitie),
            Cel(f"{one.bron}{' (synthetisch)' if one.synthetisch else ''}"),
            Cel(one.peildatum),
            Cel(one.kanttekening),
        )
        for one in paspoorten
    )
    yield Tabel("instroom_paspoorten", "Waar de cijfers over de instroom vandaan komen", koppen, rijen, (4, 9, 5, 3, 7))
