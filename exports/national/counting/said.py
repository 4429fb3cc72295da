"""Living values about what regions wrote: successes, lessons and expectations of national parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exports.national.counting.lists import ThemeList, party_list, theme_lists
from exports.national.counting.tally import (
    NIET_GECODEERD,
    Tally,
    by_key,
    named_in_order,
    names_in_words,
    token_part,
    with_unknown,
    worded,
)
from exports.national.data import CodeBeeld, Optie, Uitspraak
from exports.national.tree import Aard, Waarde
from forms.codes import CodeSoort
from forms.counted import AAN_DE_REGIO

SUCCESSEN, LESSEN, VERWACHTINGEN = "successen", "lessen", "verwachtingen"
_RANGEN = ("eerste", "tweede", "derde")


def is_national(one: Uitspraak) -> bool:
    """True for what is expected of a national party, not of the region's own people."""
    return one.aan != AAN_DE_REGIO


def parties(tally: Tally) -> tuple[Optie, ...]:
    """The national parties, and any other that a frozen answer names."""
    known = [one for one in tally.keuzes.geadresseerden if one.key != AAN_DE_REGIO]
    found = with_unknown(known, (one.aan for one in tally.beeld.verwachtingen if is_national(one)))
    return tuple(replace(one, label=one.label or "Geen partij genoemd") for one in found)


def with_article(partij: Optie) -> str:
    """The party as it stands in a sentence: "van het CIZ", "van VWS"."""
    return partij.in_zin or partij.label


def said(tally: Tally, soort: str) -> dict[str, Waarde]:
    """Successes or lessons: how many, of how many regions, and by theme."""
    tally, items = replace(tally, vraag=soort), tally.beeld.said(soort)
    values = _totals(tally, soort, soort, soort.capitalize(), items) | themes(tally, soort, soort, items)
    for lijst in theme_lists(tally, soort):
        values |= _lists(tally, soort, lijst)
    return values


def _lists(tally: Tally, soort: str, lijst: ThemeList) -> dict[str, Waarde]:
    """How many texts of a theme are not printed, and which ones stand under an earlier theme."""
    key = f"{soort}_{lijst.deel}"
    een, once = CodeSoort(soort).een, replace(tally, aard=Aard.EENMALIG)
    ook = names_in_words([f"{een} {number}" for number in lijst.ook]) if lijst.ook else "geen"
    return by_key(
        once.texts(
            f"{key}_meer", f"{soort.capitalize()} die achter in de rapportage staan, bij de regio’s.", soort, lijst.meer
        ),
        worded(f"{key}_ook", f"{soort.capitalize()} over dit thema die al bij een eerder thema staan.", ook),
    )


def expectations(tally: Tally) -> dict[str, Waarde]:
    """What is expected of national parties, together and per party, and what was answered."""
    tally, alle = replace(tally, vraag=VERWACHTINGEN), tally.beeld.verwachtingen
    landelijk = [one for one in alle if is_national(one)]
    words = "Verwachtingen van landelijke partijen"
    values = _totals(tally, VERWACHTINGEN, VERWACHTINGEN, words, landelijk)
    values |= themes(tally, VERWACHTINGEN, VERWACHTINGEN, landelijk) | _answered(tally, VERWACHTINGEN, words, landelijk)
    eigen = [one for one in alle if not is_national(one)]
    uitleg = "Verwachtingen van betrokkenen in de eigen regio. Zij staan niet in dit landelijke rapport."
    values |= by_key(tally.texts("verwachtingen_eigen_regio", uitleg, VERWACHTINGEN, eigen))
    for partij in parties(tally):
        values |= _of_party(tally, partij, [one for one in landelijk if one.aan == partij.key])
    named = [one for one in parties(tally) if any(said.aan == one.key for said in landelijk)]
    uitleg = "Partijen van wie regio’s iets verwachten."
    return values | by_key(tally.value("verwachtingen_partijen", uitleg, len(named), ()))


def themes(tally: Tally, soort: str, prefix: str, items: Sequence[Uitspraak], van: str = "") -> dict[str, Waarde]:
    """Per theme how many texts and how many regions, and which themes the most regions name.

    `van` says of whom, when these are the expectations of one party (", van VWS").
    """
    tally = replace(tally, naar_thema=True)
    groups = tally.grouped(soort, items)
    name = soort.capitalize()
    values: dict[str, Waarde] = {}
    for part, words in tally.theme_parts(soort):
        key = f"{prefix}_{part}"
        values |= by_key(
            tally.texts(key, f"{name} {words}{van}.", soort, groups[part]),
            tally.regions_behind(key, f"Regio’s met {soort} {words}{van}.", soort, groups[part]),
        )
    coded = [one for part, found in groups.items() if part != NIET_GECODEERD for one in found]
    values |= by_key(tally.texts(f"{prefix}_gecodeerd", f"{name} die bij een thema zijn bekeken{van}.", soort, coded))
    return values | _most_named(tally, soort, prefix, values, van)


def _most_named(tally: Tally, soort: str, prefix: str, values: dict[str, Waarde], van: str) -> dict[str, Waarde]:
    """The themes that most regions name; ties keep the order of the code book. A theme nobody names is none."""
    ranked = ranked_codes(tally.theme_codes(soort), prefix, values)
    return named_in_order(
        prefix,
        _RANGEN,
        ((code.naam, values[f"{prefix}_thema_{code.id}_regios"]) for code in ranked),
        lambda place: (
            f"Het thema dat bij {soort} als {place} komt, gerekend naar het aantal regio’s dat het noemt{van}."
        ),
    )


def ranked_codes(codes: Sequence[CodeBeeld], prefix: str, values: dict[str, Waarde]) -> list[CodeBeeld]:
    """The codes that are named, those of the most regions first."""
    number = {code.id: values[f"{prefix}_thema_{code.id}_regios"].aantal or 0 for code in codes}
    return sorted((code for code in codes if number[code.id]), key=lambda code: -number[code.id])


def _totals(tally: Tally, prefix: str, soort: str, words: str, items: Sequence[Uitspraak]) -> dict[str, Waarde]:
    return by_key(
        tally.texts(prefix, f"{words} die regio’s indienden.", soort, items),
        tally.regions_behind(prefix, f"Regio’s die ten minste één van de {soort} indienden.", soort, items),
        replace(tally, aard=Aard.EENMALIG).texts(
            f"{prefix}_codering_oud",
            f"{words} waarvan de tekst is veranderd nadat zij bij een thema zijn ingedeeld.",
            soort,
            [one for one in items if one.codering_oud],
        ),
    )


def _answered(tally: Tally, prefix: str, words: str, items: Sequence[Uitspraak]) -> dict[str, Waarde]:
    once = replace(tally, aard=Aard.EENMALIG)
    return by_key(
        once.texts(
            f"{prefix}_beantwoord",
            f"{words} waarop de kerngroep antwoordde.",
            VERWACHTINGEN,
            [one for one in items if one.antwoord],
        ),
        once.texts(
            f"{prefix}_open",
            f"{words} waarop nog geen antwoord is.",
            VERWACHTINGEN,
            [one for one in items if not one.antwoord],
        ),
    )


def _of_party(tally: Tally, partij: Optie, items: Sequence[Uitspraak]) -> dict[str, Waarde]:
    prefix = f"{VERWACHTINGEN}_{token_part(partij.key)}"
    words = f"Verwachtingen van {with_article(partij)}"
    return {
        **_totals(tally, prefix, VERWACHTINGEN, words, items),
        **themes(tally, VERWACHTINGEN, prefix, items, f", van {with_article(partij)}"),
        **_answered(tally, prefix, words, items),
        **by_key(
            replace(tally, aard=Aard.EENMALIG).texts(
                f"{prefix}_meer",
                f"{words} die achter in de rapportage staan, bij de regio’s.",
                VERWACHTINGEN,
                party_list(items).meer,
            )
        ),
    }
