"""Which questions of the programme's regiobeeld hold in a region: three of the five presuppose a finding.

A finding holds only when it is more than chance, on figures that are shown. Where they are not, nothing is presupposed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portal.domain.instroom.breakdowns import Indeling
from portal.domain.instroom.figures import NEDERLAND
from portal.domain.instroom.region import Deling, RegioCijfers, Verdeling, chance_band

# Source: eindrapportage Regioaanpak instroom Wlz-ggz-W (2024), the questions beside the example of a regiobeeld.
PASSENDE_ZORG = "Wat zien wij als passende zorg voor deze doelgroep?"
HOOG = (
    "De instroom is relatief hoog in vergelijking met het inwonersaantal: "
    "Hoe is de instroom in de Wlz-ggz-w te verklaren?"
)
JONGEREN = (
    "Het aandeel instroom van jongeren is relatief hoog in vergelijking met andere regio's: Waar is dit verschil door "
    "te verklaren? Kunnen er andere keuzes worden gemaakt om deze groep te verkleinen?"
)
LAAG_PROFIEL = (
    "Er is geen hoge instroom van cliënten met een laag zorgprofiel: Klopt dit ook met wat jullie zien in de praktijk?"
)
AFSPRAKEN = (
    "Aanpak om te komen tot meer passende zorg: Welke afspraken kunnen we maken, zodat iedereen kan bijdragen aan meer "
    "passende zorg en ondersteuning?"
)


def questions_here(cijfers: RegioCijfers) -> Mapping[Indeling, Sequence[str]]:
    """The questions to talk about under each view, of which the finding holds here."""
    high = is_high(cijfers.total(Verdeling.INSTROOM).waarde, _expected(cijfers, cijfers.share(Verdeling.INWONERS).deel))
    young = _category_is_high(cijfers, Indeling.LEEFTIJD, "18-26")
    low = _category_is_high(cijfers, Indeling.ZORGZWAARTE, "ggz-wonen-1")
    return {
        Indeling.TOTAAL: [HOOG, AFSPRAKEN] if high else [AFSPRAKEN],
        Indeling.LEEFTIJD: [JONGEREN] if young else [],
        Indeling.HERKOMST: [PASSENDE_ZORG],
        Indeling.ZORGZWAARTE: [LAAG_PROFIEL] if low is False else [],
    }


def is_high(counted: int | None, expected: float | None) -> bool | None:
    """True when it is more than chance makes of what is expected; None when one of them is not known."""
    if counted is None or expected is None:
        return None
    return counted > expected + chance_band(expected)


def _expected(cijfers: RegioCijfers, deel: float | None) -> float | None:
    """The inflow of the region if it had this part of the country's."""
    national = cijfers.total(Verdeling.INSTROOM, NEDERLAND).waarde
    return None if deel is None or national is None else deel * national


def _category_is_high(cijfers: RegioCijfers, indeling: Indeling, categorie: str) -> bool | None:
    here: Deling = cijfers.within(indeling, categorie)
    there = cijfers.within(indeling, categorie, NEDERLAND).deel
    expected = None if there is None or here.noemer.waarde is None else there * here.noemer.waarde
    return is_high(here.teller.waarde, expected)
