"""How the sides of plans agreed with what was handed in, for the national report: counted, without names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import select

from portal.domain.consent.states import InstemmingSoort, InstemmingStand
from portal.domain.consent.words import of_the_sides
from portal.domain.roles import Namens
from portal.models import (
    Indiening,
    Instemming,
    InstemmingAntwoord,
    InstemmingTekst,
    InstemmingVrijstelling,
    PlanVersie,
)
from portal.plain import plain_rows

_AGREED = (
    select(Indiening.id, Instemming.id, InstemmingAntwoord.stand)
    .join(PlanVersie, PlanVersie.id == Indiening.versie_id)
    .join(Instemming, Instemming.plan_id == PlanVersie.plan_id)
    .join(InstemmingAntwoord, InstemmingAntwoord.instemming_id == Instemming.id)
    .join(InstemmingTekst, InstemmingTekst.id == InstemmingAntwoord.tekst_id)
    .where(Instemming.soort == InstemmingSoort.KANT, InstemmingTekst.checksum == Indiening.checksum)
    .order_by(InstemmingAntwoord.id)
)
_WAIVED = select(Indiening.id).join(InstemmingVrijstelling, InstemmingVrijstelling.versie_id == Indiening.versie_id)


def in_words(regions: Mapping[int, int]) -> dict[int, str]:
    """How the sides of these submissions agreed with their very text, by the id of the submission.

    `regions`: of how many regions each of them is. Two queries.
    """
    ids: Collection[int] = list(regions)
    # Of each side the last word about this text counts.
    said: dict[int, dict[int, InstemmingStand]] = defaultdict(dict)
    for indiening_id, side, stand in plain_rows(_AGREED.where(Indiening.id.in_(ids))):
        said[indiening_id][side] = stand
    waived = Counter(row[0] for row in plain_rows(_WAIVED.where(Indiening.id.in_(ids))))
    return {one: _told(Counter(said[one].values()), waived[one], number) for one, number in regions.items()}


def _told(stands: Mapping[InstemmingStand, int], waived: int, regions: int) -> str:
    agreed, reserved = stands.get(InstemmingStand.INGESTEMD, 0), stands.get(InstemmingStand.VOORBEHOUD, 0)
    return of_the_sides(regions * len(Namens), agreed=agreed, reserved=reserved, waived=waived)
