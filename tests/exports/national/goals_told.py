"""A report of a round that asked where the goals stand: one goal of each kind of answer."""

from __future__ import annotations

from dataclasses import replace

from exports.national.data import DoelstandBeeld, RapportData, Stand
from tests.examples.nation import example_data

JA, STIL, NIET = Stand.BEANTWOORD, Stand.NIET_BEANTWOORD, Stand.NIET_GEVRAAGD


def told(*goals: tuple[Stand, str, str]) -> RapportData:
    """A report in which these goals stand: what became of the question, how the goal lies, why that can't be said."""
    data = example_data()
    codes = [regio.code for regio in data.beeld.regios]
    found = (
        DoelstandBeeld(
            number,
            number,
            (codes[number % len(codes)],),
            stand,
            ligging,
            reden,
            verborgen=stand is JA and not ligging + reden,
        )
        for number, (stand, ligging, reden) in enumerate(goals)
    )
    return replace(data, doelstanden=tuple(found))


EACH = (
    (JA, "voor", ""),
    (JA, "op", ""),
    (JA, "op", ""),
    (JA, "achter", ""),
    (JA, "boven", ""),
    (JA, "", "geen_pad"),
    (JA, "", "geen_getal"),
    (JA, "", "andere_eenheid"),
    (JA, "", "weten_niet"),
    (JA, "", "niet_ingevuld"),
    # A small number of clients.
    (JA, "", ""),
    (STIL, "", ""),
    (NIET, "", ""),
)
