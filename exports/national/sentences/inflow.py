"""The portal's own sentences of the chapter and the appendix about the instroom."""

from __future__ import annotations

from exports.figures.sentences import NIET_ALLEEN, UITLEG_DOEL
from exports.national.counting.inflow import DREMPEL, SYNTHETISCH, VIEWS
from exports.national.sentences.kinds import Make, declare, fixed

_TELT = "De cijfers tellen cliënten van 18 jaar en ouder die voor het eerst zorg kregen met een profiel ggz-wonen."


def _when(key: str, tekst: str) -> Make:
    return lambda w: tekst if w.has(key) else None


INSTROOM = declare(
    "instroom",
    kop=lambda w: f"{{{VIEWS[0]}}}" if w.has(VIEWS[0]) else "Zo veel cliënten kwamen binnen",
    synthetisch=_when(SYNTHETISCH, f"{{{SYNTHETISCH}}}"),
    uitleg=fixed(f"{_TELT} Waar zij vandaan komen, staat in de verantwoording achterin."),
    doel=fixed(UITLEG_DOEL),
    niet_alleen=fixed(f"{NIET_ALLEEN} Welk aandeel de regioaanpak heeft, is niet bekend."),
)
BIJLAGE_INSTROOM = declare(
    "bijlage_instroom",
    kop=fixed("De cijfers over de instroom, landelijk en per regio"),
    synthetisch=_when(SYNTHETISCH, f"{{{SYNTHETISCH}}}"),
    klein=_when(
        DREMPEL,
        f"Aantallen onder de {{{DREMPEL}}} staan hier niet. Andere cijfers ontbreken als zo’n aantal eruit is af te "
        "leiden. Een 0 is een echte nul.",
    ),
    volgorde=fixed(
        "De regio’s staan in de volgorde van het alfabet. Kleine aantallen schommelen vanzelf: vergelijk ze met zorg."
    ),
)
