"""The rules of instemming: which sides are missing, whether a link opens, what a code is worth, and how it is told."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from portal.domain.consent.leads import Kant, KantStand, agreed_in_words, missing, own_sides, sides_of
from portal.domain.consent.links import CodeStand, LinkStand, code_stand, link_stand, masked, why_not_until
from portal.domain.consent.states import InstemmingStand
from portal.domain.consent.words import AntwoordInWoorden, told
from portal.domain.roles import Actor, Membership, Namens, Rol

NOW = datetime(2024, 3, 1, 12, tzinfo=UTC)
SIDES = sides_of([(1, "Aastreek"), (2, "Bosstreek")])
LEAD = Actor(7, "Anna", (Membership(Rol.REGIOCONTACT, 1, Namens.GEMEENTE), Membership(Rol.REGIOLEZER, 2)))


def test_every_region_has_two_sides_and_only_a_contact_speaks_for_one() -> None:
    assert [one.label for one in SIDES] == [
        "Gemeente(n), Aastreek",
        "Zorgkantoor, Aastreek",
        "Gemeente(n), Bosstreek",
        "Zorgkantoor, Bosstreek",
    ]
    assert own_sides(LEAD, SIDES) == (Kant(1, "Aastreek", Namens.GEMEENTE),)


def test_a_side_is_missing_unless_somebody_agreed_allowed_it_or_hands_in() -> None:
    stands = [
        KantStand(SIDES[0]),
        KantStand(SIDES[1], akkoord_van="Bram"),
        KantStand(SIDES[2], eerder="Cas"),
        KantStand(SIDES[3], vrijgesteld_door="Co"),
    ]
    assert missing(stands, SIDES[:1]) == (SIDES[2],)
    assert agreed_in_words(stands[:2] + stands[3:], SIDES[:1]) == (
        "Bram (Zorgkantoor, Aastreek); niet nodig voor Zorgkantoor, Bosstreek, volgens Co"
    )
    assert agreed_in_words(stands[:1], SIDES[:1]) == "wie indient spreekt voor alle kanten"


@pytest.mark.parametrize(
    ("until", "withdrawn", "stand"),
    [
        (NOW + timedelta(seconds=1), None, LinkStand.WERKT),
        (NOW, None, LinkStand.VERLOPEN),
        (NOW + timedelta(days=9), NOW, LinkStand.INGETROKKEN),
    ],
)
def test_a_link_opens_until_its_day_is_over_or_it_is_withdrawn(
    until: datetime, withdrawn: datetime | None, stand: LinkStand
) -> None:
    assert link_stand(until, withdrawn, NOW) is stand


@pytest.mark.parametrize(
    ("tries", "right", "age", "used", "stand"),
    [
        (0, True, 14, False, CodeStand.GOED),
        (4, True, 14, False, CodeStand.GOED),
        (5, True, 0, False, CodeStand.TE_VAAK),
        (0, True, 15, False, CodeStand.VERLOPEN),
        (0, False, 0, False, CodeStand.FOUT),
        (0, True, 0, True, CodeStand.GEBRUIKT),
        (0, False, 0, True, CodeStand.GEEN),
    ],
)
def test_what_a_typed_code_is_worth(tries: int, right: bool, age: int, used: bool, stand: CodeStand) -> None:
    made = NOW - timedelta(minutes=age)
    assert code_stand(tries=tries, right=right, made=made, used=used, now=NOW) is stand
    assert bool(stand.sentence) == (stand is not CodeStand.GOED)


@pytest.mark.parametrize(("days", "wrong"), [(None, False), (-1, True), (0, False), (90, False), (91, True)])
def test_the_last_day_of_a_link_lies_ahead_and_not_too_far(days: int | None, wrong: bool) -> None:
    today = date(2024, 3, 1)
    day = None if days is None else today + timedelta(days=days)
    assert bool(why_not_until(day, today)) == wrong


@pytest.mark.parametrize(
    ("email", "shown"), [("gerda@brug.example", "g…a@brug.example"), ("jo@brug.example", "…@brug.example")]
)
def test_an_address_is_known_again_and_not_told(email: str, shown: str) -> None:
    assert masked(email) == shown


def test_an_answer_is_told_with_its_day_its_person_and_its_text() -> None:
    said = AntwoordInWoorden(InstemmingStand.INGESTEMD, NOW, "Bram", "bestuurder", andere_tekst=True)
    assert told(said) == "Ingestemd op 1 maart 2024 door Bram, bestuurder. Dat was met een andere tekst dan deze."
    decided = AntwoordInWoorden(InstemmingStand.NIET, NOW, "Anna", besluit_op=date(2024, 2, 20))
    assert told(decided) == "Niet ingestemd met een besluit van 20 februari 2024, opgeschreven door Anna."
