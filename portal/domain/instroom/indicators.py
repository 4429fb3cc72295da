"""What is counted: every indicator once, with its definition in words and its unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from portal.domain.instroom.breakdowns import Indeling


class Maat(StrEnum):
    """What kind of count it is. Only what comes in over a time can be added up over time."""

    INSTROOM = "instroom"
    INDICATIES = "indicaties"
    STAND = "stand"
    GEMIDDELDE = "gemiddelde"

    @property
    def is_over_time(self) -> bool:
        """True for what happens during a period; False for how many there are on one day, and for an average."""
        return self in (Maat.INSTROOM, Maat.INDICATIES)


@dataclass(frozen=True)
class Indicator:
    """One thing that is counted.

    `sleutel` is its name in addresses and files; `eenheid` stands behind a number ("cliënten"). `decimalen` says what
    an integer of it means: a value is kept as value × 10**decimalen. `telt_clienten`: small values are hidden.
    `gemiddelde_van`: the indicator of which it is an average per month.
    """

    sleutel: str
    naam: str
    definitie: str
    eenheid: str
    maat: Maat
    indelingen: tuple[Indeling, ...] = (Indeling.TOTAAL,)
    telt_clienten: bool = True
    decimalen: int = 0
    gemiddelde_van: str = ""


_ALL = tuple(Indeling)

# Definitions: eindrapportage Regioaanpak instroom Wlz-ggz-W (2024) and the programme's workshop of 2023.
INDICATOREN: Mapping[str, Indicator] = {
    one.sleutel: one
    for one in (
        Indicator(
            "instroom",
            "Instroom Wlz ggz-wonen",
            "Cliënten van 18 jaar en ouder die in deze periode voor het eerst zorg kregen met een profiel ggz-wonen, "
            "geteld in de zorgkantoorregio van hun woonplaats.",
            "cliënten",
            Maat.INSTROOM,
            _ALL,
        ),
        Indicator(
            "instroom_per_maand",
            "Gemiddelde instroom per maand",
            "Het gemiddelde aantal cliënten per maand dat in deze periode voor het eerst zorg kreeg met een profiel "
            "ggz-wonen.",
            "cliënten per maand",
            Maat.GEMIDDELDE,
            gemiddelde_van="instroom",
        ),
        Indicator(
            "indicaties",
            "Afgegeven indicaties ggz-wonen",
            "Indicaties met een profiel ggz-wonen die het CIZ in deze periode voor het eerst afgaf.",
            "indicaties",
            Maat.INDICATIES,
            _ALL,
        ),
        Indicator(
            "stand",
            "Mensen met een geldige indicatie ggz-wonen",
            "Mensen die op de laatste dag van deze periode een geldige indicatie met een profiel ggz-wonen hadden.",
            "mensen",
            Maat.STAND,
            _ALL,
        ),
        Indicator(
            "inwoners",
            "Inwoners",
            "Inwoners volgens het CBS op 1 januari van het jaar.",
            "inwoners",
            Maat.STAND,
            telt_clienten=False,
        ),
    )
}
