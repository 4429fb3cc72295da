"""Expectations of the round before that still have no answer: they wait for two rounds."""

from __future__ import annotations

from exports.national.choices import choices_of
from exports.national.counting.asked import counted_regions
from exports.national.counting.said import VERWACHTINGEN, is_national, parties, with_article
from exports.national.counting.tally import Tally, by_key, names_in_words, visible_codes, worded
from exports.national.data import RapportData, Uitspraak
from exports.national.tree import Aard, Waarde
from forms.dutch.numbers import dutch_number


def two_rounds(data: RapportData) -> dict[str, Waarde]:
    """How many expectations wait for two rounds and of whom; {} without a round before, or when none waits.

    Those of regions that this round asks: of another it would be told in a round for all.
    """
    before = data.vorige
    counts = {one.code for one in counted_regions(data.beeld)}
    open_ = [one for one in before.verwachtingen if _waits(one) and counts.intersection(one.regios)] if before else []
    if before is None or not open_:
        return {}
    asked = {code for one in open_ for code in one.regios}
    regios = tuple(one.code for one in counted_regions(data.beeld) if one.code in asked)
    tally = Tally.of(before, visible_codes(data.codes, before), choices_of(data))
    waits = {one.aan for one in open_}
    names = [with_article(one) for one in parties(tally) if one.key in waits]
    uitleg = "Verwachtingen van de vorige ronde waarop nog geen antwoord is."
    return by_key(
        Waarde(
            "verwachtingen_twee_rondes",
            uitleg,
            dutch_number(len(open_)),
            len(open_),
            regios,
            VERWACHTINGEN,
            tuple(one.id for one in open_),
            aard=Aard.EENMALIG,
            vraag=VERWACHTINGEN,
        ),
        worded(
            "verwachtingen_twee_rondes_partijen", "Van wie regio’s deze antwoorden verwachten.", names_in_words(names)
        ),
    )


def _waits(one: Uitspraak) -> bool:
    return is_national(one) and not one.antwoord
