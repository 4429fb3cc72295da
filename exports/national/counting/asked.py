"""Whom a round asked: that is what its counts are of.

A round may be planned for some regions (`Ronde.alleen_voor`, docs/decisions/uitvragen.md). Nothing is known of the
others, so they are no part of any count; the report says that they were not asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exports.national.data import Beeld, RapportData, RegioBeeld, Ronde, Stand

# Values that only a round for some regions has.
GEVRAAGDE_NAMEN = "gevraagde_regios_namen"
# What a round left out of its questionnaire; only when it left anything out.
NIET_GESTELD = "niet_gestelde_vragen"
# The names of rounds that asked other regions; only when there are any.
RONDES_ANDERS = "rondes_andere_regios"


def for_some(ronde: Ronde) -> bool:
    """True for a round that was planned for some regions."""
    return bool(ronde.alleen_voor)


def counted_regions(beeld: Beeld) -> tuple[RegioBeeld, ...]:
    """The regions that every count of this round is of: all of them, or those that a round for some asked.

    In a round for all a region that was marked "niet gevraagd" later stays in the denominator, told apart.
    """
    if not for_some(beeld.ronde):
        return beeld.regios
    return tuple(one for one in beeld.regios if one.stand is not Stand.NIET_GEVRAAGD)


def counted(beeld: Beeld) -> Beeld:
    """The picture of those regions alone."""
    regios = counted_regions(beeld)
    codes = {one.code for one in regios}
    if len(codes) == len(beeld.regios):
        return beeld
    return replace(beeld, regios=regios, acties=tuple(one for one in beeld.acties if not codes.isdisjoint(one.regios)))


def same_regions_asked(now: Beeld, before: Beeld) -> bool:
    """True when the numbers of two rounds are of the same regions, so that they may stand beside each other."""
    if not for_some(now.ronde) and not for_some(before.ronde):
        return True
    return {one.code for one in counted_regions(now)} == {one.code for one in counted_regions(before)}


def alike(rondes: Sequence[Ronde], now: Ronde) -> tuple[Ronde, ...]:
    """The rounds that asked the same regions as this one."""
    return tuple(one for one in rondes if set(one.alleen_voor) == set(now.alleen_voor))


def told_otherwise(data: RapportData) -> tuple[Ronde, ...]:
    """The rounds in which actions were told of, of other regions than this round asks."""
    told = {line.ronde_id for line in data.voortgang if line.status}
    return tuple(one for one in data.rondes if one.id in told and one not in alike(data.rondes, data.ronde))
