"""A round that asks some regions only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from flask import Flask

from portal.domain import clock
from portal.domain.roles import Rol
from portal.domain.round.rules import RoundValues
from portal.models import Antwoordblad, Mail, Regio, Uitvraag
from portal.services.feedback.counts import national_counts
from portal.services.report.gather import gather
from portal.services.round import rounds
from portal.services.round.opening import regions_asked
from portal.services.round.page import round_page
from tests.editions import ASKED
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_plan
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, make_sheet_ready


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
    # A report of it says whom it asked, also those that the joint plan brought along.
    assert sorted(gather(uitvraag).ronde.alleen_voor) == sorted([een.code, twee.code, vier.code])
    # What regions hear back is of the same three.
    counts = national_counts(uitvraag)
    assert (counts.regios, counts.niet_beantwoord, counts.niet_gevraagd) == (3, 3, 0)


def test_a_round_is_compared_with_the_newest_that_asked_everybody_who_is_asked_now(app: Flask) -> None:
    one, two = make_regio("Een"), make_regio("Twee")
    for_all, pilot, again = (held(number, asked) for number, asked in enumerate([(), (one.id,), ()]))
    for uitvraag in (for_all, pilot, again):
        for blad in uitvraag.bladen:
            contact = make_contact(*blad.regios)
            hand_in(make_sheet_ready(blad, contact), contact)
    before = {uitvraag: gather(uitvraag).vorige for uitvraag in (pilot, again)}
    assert [picture.ronde.id for picture in before.values() if picture] == [for_all.id, for_all.id]
    rondes = {ronde.id: ronde.alleen_voor for ronde in gather(again).rondes}
    assert rondes == {for_all.id: (), pilot.id: (one.code,), again.id: ()}
    assert two.code not in rondes[pilot.id]


def held(number: int, asked: tuple[int, ...]) -> Uitvraag:
    """The round of a quarter that asked these regions (none: all), with its sheets."""
    uitvraag = make_uitvraag(opent_op=clock.today() - timedelta(days=20 - number))
    uitvraag.gevraagde_regios = list(asked)
    for regio in all_rows(Regio):
        if not asked or regio.id in asked:
            make_blad(uitvraag, regio)
    return uitvraag
