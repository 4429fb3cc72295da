"""A chart of figures as one that Word, Excel and slides draw themselves: the same lines with the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.figures.declared import Figuur, Meetpunt, Tekenwijze
from exports.national.tree import Lijn, Lijngrafiek

# What a chart of Word, Excel or slides can not mark by itself.
GAT = "Waar een punt ontbreekt, is het cijfer niet getoond of niet bekend."


@dataclass(frozen=True)
class Paneel(Lijngrafiek):
    """One of the small charts of a figure: one line under its own name. `schaal`: the highest number of all of them."""

    schaal: int = 0


@dataclass(frozen=True)
class InPanelen(Lijngrafiek):
    """A figure of groups as a whole, with the small charts that are drawn of it; its words and its table are one."""

    panelen: tuple[Paneel, ...] = ()


def as_chart(figuur: Figuur) -> Lijngrafiek:
    """How a figure is drawn where it is no SVG: lines in one plane, or small charts beside each other."""
    whole, panelen = as_lines(figuur), as_panels(figuur)
    if not panelen:
        return whole
    return InPanelen(
        whole.sleutel,
        whole.titel,
        whole.momenten,
        whole.lijnen,
        whole.alt,
        f"{whole.bron} {GAT if figuur.verborgen else ''}".strip(),
        panelen,
    )


def beside_each_other(panelen: Sequence[Paneel]) -> int:
    """How many small charts stand in a row: four stand two by two."""
    return 2 if len(panelen) in (2, 4) else 3


def as_panels(figuur: Figuur) -> tuple[Paneel, ...]:
    """The small planes of a figure of groups, all on one scale; none of a figure that is drawn in one plane."""
    if figuur.wijze is not Tekenwijze.PANELEN or len(figuur.reeksen) < 2:
        return ()
    highest = max((one or 0 for reeks in figuur.reeksen for one in reeks.waarden), default=0)
    return tuple(
        Paneel(
            f"{figuur.sleutel}_{number}",
            reeks.naam,
            tuple(one.kort for one in figuur.momenten),
            (Lijn(reeks.naam, reeks.waarden),),
            f"{figuur.onderwerp}. {_line(reeks.naam, figuur, reeks.punten)}",
            schaal=highest,
        )
        for number, reeks in enumerate(figuur.reeksen)
    )


def as_lines(figuur: Figuur) -> Lijngrafiek:
    """Every series, the average and each step of the target as a line; a point without a number is a gap."""
    many = len(figuur.momenten)
    lijnen = (
        *(Lijn(one.naam, one.waarden) for one in figuur.lijnen),
        *(Lijn(one.naam, one.waarden(many)) for one in figuur.doelen),
    )
    return Lijngrafiek(
        figuur.sleutel,
        figuur.titel,
        tuple(one.kort for one in figuur.momenten),
        lijnen,
        in_words(figuur),
        figuur.onderschrift,
    )


def in_words(figuur: Figuur) -> str:
    """What the chart shows, for who can't see it: the sentence, and the first and last number of each line."""
    lines = " ".join(filter(None, (_line(one.naam, figuur, one.punten) for one in figuur.reeksen)))
    goals = " ".join(f"{one.naam}: {one.waarde}." for one in figuur.doelen)
    return " ".join(part for part in (f"{figuur.titel}.", lines, goals, figuur.onderschrift) if part)


def _line(naam: str, figuur: Figuur, punten: tuple[Meetpunt, ...]) -> str:
    if not punten:
        return ""
    begin, einde = punten[0], punten[-1]
    return f"{naam}: {begin.tekst} in {figuur.momenten[0].naam}, {einde.tekst} in {figuur.momenten[-1].naam}."
