"""Living values of the instroom: sentences made by rule from its charts, and what to know of its figures."""

from __future__ import annotations

from exports.national.counting.tally import by_key, worded
from exports.national.data import RapportData
from exports.national.tree import Waarde

# In the order of the charts.
VIEWS = ("instroom_totaal", "instroom_leeftijd", "instroom_herkomst", "instroom_zorgzwaarte")
SYNTHETISCH, DREMPEL = "instroom_synthetisch", "instroom_drempel"


def inflow(data: RapportData) -> dict[str, Waarde]:
    """What is told of the figures; nothing without any."""
    beeld = data.instroom
    if beeld is None:
        return {}
    found = [
        worded(key, f"Wat te zien is in de grafiek “{figuur.onderwerp}”.", figuur.titel)
        for key, figuur in zip(VIEWS, beeld.figuren, strict=False)
    ]
    if beeld.synthetisch:
        told = "Deze cijfers zijn synthetisch: zij zijn verzonnen om het portaal te laten zien."
        found.append(worded(SYNTHETISCH, "Alleen als een bron verzonnen cijfers geeft.", told))
    if any(figuur.verborgen for figuur in beeld.figuren) or beeld.regios:
        uitleg = "Een aantal cliënten hieronder wordt niet getoond, omdat het tot personen kan leiden."
        found.append(worded(DREMPEL, uitleg, str(beeld.drempel)))
    return by_key(*found)
