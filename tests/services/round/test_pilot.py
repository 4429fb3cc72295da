"""A round that asks some regions only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flask import Flask

from portal.domain import clock
from portal.domain.roles import Rol
from portal.domain.round.rules import RoundValues
from portal.models import Antwoordblad, Mail
from portal.services.round import rounds
from portal.services.round.opening import regions_asked
from portal.services.round.page import round_page
from tests.editions import ASKED
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_plan
from tests.worlds.rows import all_rows


def test_a_pilot_asks_the_regions_that_were_chosen_and_mails_nobody_else(app: Flask) -> None:
    een, twee, drie, vier, vijf = (make_regio(naam) for naam in ("Een", "Twee", "Drie", "Vier", "Vijf"))
    joint = make_plan(een, twee)
    make_plan(drie)
    asked, not_asked, co = make_contact(vier), make_contact(drie), make_user(Rol.COORDINATOR).actor
    today = clock.today()
    values = RoundValues("Proef", date(2024, 1, 1), date(2024, 3, 31), today, today, ASKED.key)
    uitvraag = rounds.make_round(replace(values, gevraagde_regios=(een.id, vier.id)), actor=co)
    # Whom the page names before it opens: a joint plan as a whole.
    announced = regions_asked(uitvraag)
    rounds.open_round(uitvraag, actor=co)
    assert sorted(announced) == sorted(regions_asked(uitvraag)) == [een.id, twee.id, vier.id]
    # A joint plan answers as a whole.
    assert {blad.naam: blad.plan_id for blad in all_rows(Antwoordblad)} == {"Een en Twee": joint.id, "Vier": None}
    told = {mail.aan for mail in all_rows(Mail)}
    assert asked.email in told
    assert not_asked.email not in told
    assert uitvraag.gevraagde_regios == [een.id, vier.id]
    assert {row.regio for row in round_page(uitvraag).lines}.isdisjoint({drie.naam, vijf.naam})
