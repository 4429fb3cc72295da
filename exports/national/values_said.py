"""Living values about what regions wrote: successes, lessons and expectations of national parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from exports.national.counting import (
    NIET_GECODEERD,
    REGIOS,
    Teller,
    als_eerste,
    by_key,
    names_in_words,
    token_part,
    with_unknown,
    woorden,
)
from exports.national.data import Code, Optie, Uitspraak
from exports.national.lists import ThemaLijst, partij_lijst, thema_lijsten
from exports.national.tree import Aard, Waarde
from forms.codes import CodeSoort
from forms.counted import AAN_DE_REGIO

SUCCESSEN, LESSEN, VERWACHTINGEN = "successen", "lessen", "verwachtingen"
_RANGEN = ("eerste", "tweede", "derde")


def is_landelijk(one: Uitspraak) -> bool:
    """True for what is expected of a national party, not of the region's own people."""
    return one.aan != AAN_DE_REGIO


def partijen(teller: Teller) -> tuple[Optie, ...]:
    """The national parties, and any other that a frozen answer names."""
    known = [one for one in teller.keuzes.geadresseerden if one.key != AAN_DE_REGIO]
    found = with_unknown(known, (one.aan for one in teller.beeld.verwachtingen if is_landelijk(one)))
    return tuple(replace(one, label=one.label or "Geen partij genoemd") for one in found)


def met_lidwoord(partij: Optie) -> str:
    """The party as it stands in a sentence: "van het CIZ", "van VWS"."""
    return partij.in_zin or partij.label


def gezegd(teller: Teller, soort: str) -> dict[str, Waarde]:
    """Successes or lessons: how many, of how many regions, and by theme."""
    teller, items = replace(teller, vraag=soort), teller.beeld.uitspraken(soort)
    values = _totals(teller, soort, soort, soort.capitalize(), items) | themas(teller, soort, soort, items)
    for lijst in thema_lijsten(teller, soort):
        values |= _lists(teller, soort, lijst)
    return values


def _lists(teller: Teller, soort: str, lijst: ThemaLijst) -> dict[str, Waarde]:
    """How many texts of a theme are not printed, and which ones stand under an earlier theme."""
    key = f"{soort}_{lijst.deel}"
    een, once = CodeSoort(soort).een, replace(teller, aard=Aard.EENMALIG)
    ook = names_in_words([f"{een} {number}" for number in lijst.ook]) if lijst.ook else "geen"
    return by_key(
        once.teksten(f"{key}_meer", f"{soort.capitalize()} die alleen in het Excelbestand staan.", soort, lijst.meer),
        woorden(f"{key}_ook", f"{soort.capitalize()} over dit thema die al bij een eerder thema staan.", ook),
    )


def verwachtingen(teller: Teller) -> dict[str, Waarde]:
    """What is expected of national parties, together and per party, and what was answered."""
    teller, alle = replace(teller, vraag=VERWACHTINGEN), teller.beeld.verwachtingen
    landelijk = [one for one in alle if is_landelijk(one)]
    words = "Verwachtingen van landelijke partijen"
    values = _totals(teller, VERWACHTINGEN, VERWACHTINGEN, words, landelijk)
    values |= themas(teller, VERWACHTINGEN, VERWACHTINGEN, landelijk) | _answered(
        teller, VERWACHTINGEN, words, landelijk
    )
    eigen = [one for one in alle if not is_landelijk(one)]
    uitleg = "Verwachtingen van betrokkenen in de eigen regio. Zij staan niet in dit landelijke rapport."
    values |= by_key(teller.teksten("verwachtingen_eigen_regio", uitleg, VERWACHTINGEN, eigen))
    for partij in partijen(teller):
        values |= _of_party(teller, partij, [one for one in landelijk if one.aan == partij.key])
    named = [one for one in partijen(teller) if any(said.aan == one.key for said in landelijk)]
    uitleg = "Partijen van wie regio’s iets verwachten."
    return values | by_key(teller.waarde("verwachtingen_partijen", uitleg, len(named), ()))


def themas(teller: Teller, soort: str, prefix: str, items: Sequence[Uitspraak]) -> dict[str, Waarde]:
    """Per theme how many texts and how many regions, and which themes the most regions name."""
    teller = replace(teller, naar_thema=True)
    groups: dict[str, list[Uitspraak]] = defaultdict(list)
    for one in items:
        for part in teller.groepen(soort, one):
            groups[part].append(one)
    name = soort.capitalize()
    values: dict[str, Waarde] = {}
    for part, words in teller.thema_delen(soort):
        key = f"{prefix}_{part}"
        values |= by_key(
            teller.teksten(key, f"{name} {words}.", soort, groups[part]),
            teller.regios_van(key, f"Regio’s met {soort} {words}.", soort, groups[part]),
        )
    coded = [one for part, found in groups.items() if part != NIET_GECODEERD for one in found]
    values |= by_key(teller.teksten(f"{prefix}_gecodeerd", f"{name} die bij een thema zijn bekeken.", soort, coded))
    return values | _most_named(teller, soort, prefix, values)


def _most_named(teller: Teller, soort: str, prefix: str, values: dict[str, Waarde]) -> dict[str, Waarde]:
    """The themes that most regions name; ties keep the order of the code book. A theme nobody names is none."""
    ranked = ranked_codes(teller.thema_codes(soort), prefix, values)
    found: dict[str, Waarde] = {}
    for place, code in zip(_RANGEN, ranked, strict=False):
        regios = values[f"{prefix}_thema_{code.id}_regios"]
        uitleg = f"Het thema dat bij {soort} als {place} komt, gerekend naar het aantal regio’s dat het noemt."
        found |= by_key(
            woorden(f"{prefix}_{place}", uitleg, code.naam, regios.regios),
            als_eerste(regios, f"{prefix}_{place}{REGIOS}"),
        )
    return found


def ranked_codes(codes: Sequence[Code], prefix: str, values: dict[str, Waarde]) -> list[Code]:
    """The codes that are named, those of the most regions first."""
    number = {code.id: values[f"{prefix}_thema_{code.id}_regios"].aantal or 0 for code in codes}
    return sorted((code for code in codes if number[code.id]), key=lambda code: -number[code.id])


def _totals(teller: Teller, prefix: str, soort: str, words: str, items: Sequence[Uitspraak]) -> dict[str, Waarde]:
    return by_key(
        teller.teksten(prefix, f"{words} die regio’s indienden.", soort, items),
        teller.regios_van(prefix, f"Regio’s die ten minste één van de {soort} indienden.", soort, items),
        replace(teller, aard=Aard.EENMALIG).teksten(
            f"{prefix}_codering_oud",
            f"{words} waarvan de tekst is veranderd nadat zij bij een thema zijn ingedeeld.",
            soort,
            [one for one in items if one.codering_oud],
        ),
    )


def _answered(teller: Teller, prefix: str, words: str, items: Sequence[Uitspraak]) -> dict[str, Waarde]:
    once = replace(teller, aard=Aard.EENMALIG)
    return by_key(
        once.teksten(
            f"{prefix}_beantwoord",
            f"{words} waarop de kerngroep antwoordde.",
            VERWACHTINGEN,
            [one for one in items if one.antwoord],
        ),
        once.teksten(
            f"{prefix}_open",
            f"{words} waarop nog geen antwoord is.",
            VERWACHTINGEN,
            [one for one in items if not one.antwoord],
        ),
    )


def _of_party(teller: Teller, partij: Optie, items: Sequence[Uitspraak]) -> dict[str, Waarde]:
    prefix = f"{VERWACHTINGEN}_{token_part(partij.key)}"
    words = f"Verwachtingen van {met_lidwoord(partij)}"
    by_theme = themas(teller, VERWACHTINGEN, prefix, items)
    return {
        **_totals(teller, prefix, VERWACHTINGEN, words, items),
        **{key: _for_party(waarde, partij) for key, waarde in by_theme.items()},
        **_answered(teller, prefix, words, items),
        **by_key(
            replace(teller, aard=Aard.EENMALIG).teksten(
                f"{prefix}_meer",
                f"{words} die alleen in het Excelbestand staan.",
                VERWACHTINGEN,
                partij_lijst(items).meer,
            )
        ),
    }


def _for_party(waarde: Waarde, partij: Optie) -> Waarde:
    uitleg = f"{waarde.uitleg.rstrip('.')}, van {met_lidwoord(partij)}."
    return replace(waarde, uitleg=uitleg)
