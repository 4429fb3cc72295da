"""The example round as a pilot: six regions that belong to five plans were asked, and one of them kept silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from exports.national.data import Beeld, RapportData, RegioBeeld, Ronde, Stand
from tests.examples.nation import example_data

# Two of them share a plan, and Midden-IJssel did not answer.
GEVRAAGD = ("ZK01", "ZK06", "ZK14", "ZK22", "ZK27", "ZK28")
PILOT = Ronde(3, "Proefuitvraag", date(2024, 1, 1), date(2024, 3, 30), date(2024, 4, 19), GEVRAAGD)


def pilot_data() -> RapportData:
    """A report of the pilot, with the full round before it."""
    whole = example_data()
    beeld = narrowed(whole.beeld, PILOT)
    plannen = {one.plan_id for one in beeld.regios if one.plan_id is not None}
    return replace(
        whole,
        beeld=beeld,
        rondes=(*(one for one in whole.rondes if one.id != whole.ronde.id), PILOT),
        plannen=tuple(one for one in whole.plannen if one.id in plannen),
        doelstellingen=tuple(one for one in whole.doelstellingen if one.plan_id in plannen),
        mijlpalen=tuple(one for one in whole.mijlpalen if one.plan_id in plannen),
        antwoorden=tuple(one for one in whole.antwoorden if one.regio in GEVRAAGD),
        voortgang=tuple(
            replace(one, ronde_id=PILOT.id) if one.ronde_id == whole.ronde.id else one
            for one in whole.voortgang
            if one.ronde_id != whole.ronde.id or one.plan_id in plannen
        ),
    )


def beside_pilot() -> RapportData:
    """A report of the full round, with a pilot between it and the one before."""
    whole = example_data()
    told = [replace(one, ronde_id=PILOT.id) for one in pilot_data().voortgang if one.ronde_id == PILOT.id]
    first, now = whole.rondes
    return replace(whole, rondes=(first, PILOT, now), voortgang=(*whole.voortgang, *told))


def narrowed(beeld: Beeld, ronde: Ronde) -> Beeld:
    """The picture of a round for some regions: of the others it knows their name and place."""
    asked = set(ronde.alleen_voor)

    def mine(items: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(one for one in items if asked.issuperset(one.regios))

    return Beeld(
        ronde,
        tuple(one if one.code in asked else _left_out(one) for one in beeld.regios),
        mine(beeld.acties),
        mine(beeld.successen),
        mine(beeld.lessen),
        mine(beeld.verwachtingen),
        mine(beeld.redenen),
        mine(beeld.eigen),
    )


def _left_out(regio: RegioBeeld) -> RegioBeeld:
    return RegioBeeld(regio.code, regio.naam, Stand.NIET_GEVRAAGD, tegel=regio.tegel)
