"""Coding in the data of a national report: which codes count, and whether a coding still fits its text."""

from __future__ import annotations

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from exports.national.data import CodeBeeld as CodeRow
from portal.domain import clock
from portal.domain.coding.merged import merged_into
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Actie, BladRegel, RegelSoort, User
from portal.services.sheet import submit
from tests.worlds.feedback import add_regel
from tests.worlds.nation import (
    ReportWorld,
    correct_words,
    gathered,
    make_code,
    make_q4_2023,
    put_coding,
)
from tests.worlds.people import make_user
from tests.worlds.round import make_blad
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, make_sheet_ready


@pytest.fixture
def kim(app: Flask) -> User:
    return make_user(Rol.BEOORDELAAR, naam="Kim Bedacht")


def first_action(world: ReportWorld) -> Actie:
    return next(row for row in all_rows(Actie) if row.omschrijving == "Actie 1" and row.plan_id == world.plan.id)


def regel(tekst: str) -> BladRegel:
    return next(row for row in all_rows(BladRegel) if row.tekst == tekst)


def test_the_code_book_stands_in_it_in_its_order(world: ReportWorld) -> None:
    les = make_code("lessen", "Begin klein")
    tweede = make_code("acties", "Beleid", positie=2)
    eerste = make_code("acties", "Hulpmiddel", positie=1, vervallen=True)
    make_code("acties", "Hulpmiddelen", into=tweede)
    assert gathered(world.uitvraag).codes == (
        CodeRow(eerste.id, "acties", "Hulpmiddel", vervallen=True),
        CodeRow(tweede.id, "acties", "Beleid"),
        CodeRow(les.id, "lessen", "Begin klein"),
    )


def test_texts_have_their_codes_in_the_order_of_the_book(world: ReportWorld, kim: User) -> None:
    tweede, eerste = make_code("acties", "Beleid", positie=2), make_code("acties", "Hulpmiddel", positie=1)
    nza = make_code("verwachtingen", "Financiële zekerheid")
    put_coding(first_action(world), [tweede, eerste], door=kim)
    put_coding(regel("Duidelijke tarieven"), [nza], door=kim)
    beeld = gathered(world.uitvraag).beeld
    een, twee, *_ = beeld.acties
    assert (een.codes, een.gecodeerd, een.codering_oud) == ((eerste.id, tweede.id), True, False)
    assert (twee.codes, twee.gecodeerd) == ((), False)
    tarieven, meedoen = beeld.verwachtingen
    assert (tarieven.codes, tarieven.gecodeerd, tarieven.codering_oud) == ((nza.id,), True, False)
    assert (meedoen.codes, meedoen.gecodeerd) == ((), False)


def test_a_row_and_an_action_with_the_same_number_keep_their_own_codes(world: ReportWorld, kim: User) -> None:
    actie = first_action(world)
    submit.correct(world.blad, world.contact.actor)
    row = add_regel(world.blad, "Nog een succes", soort=RegelSoort.SUCCES)
    row.id = actie.id + 1_000_000
    other = Actie(id=row.id, omschrijving="Zelfde nummer", plan_id=world.plan.id, positie=9, gewijzigd_op=clock.now())
    db.session.add(other)
    db.session.flush()
    hand_in(world.blad, world.contact)
    put_coding(other, [make_code("acties", "Beleid")], door=kim)
    assert [one.gecodeerd for one in gathered(world.uitvraag).beeld.successen] == [False, False]
    samen = make_code("successen", "Samenwerking")
    put_coding(row, [samen], door=kim)
    assert [one.codes for one in gathered(world.uitvraag).beeld.successen] == [(), (samen.id,)]


def test_a_text_of_which_none_fits_is_coded_without_codes(world: ReportWorld, kim: User) -> None:
    put_coding(regel("Begin klein"), [], door=kim)
    (les,) = gathered(world.uitvraag).beeld.lessen
    assert (les.codes, les.gecodeerd, les.codering_oud) == ((), True, False)


def test_a_merged_code_counts_as_the_last_of_its_chain_and_once(world: ReportWorld, kim: User) -> None:
    laatste = make_code("acties", "Beleid")
    midden = make_code("acties", "Aanpassen", into=laatste)
    oud = make_code("acties", "Regels", into=midden)
    put_coding(first_action(world), [oud, midden, laatste], door=kim)
    data = gathered(world.uitvraag)
    assert data.beeld.acties[0].codes == (laatste.id,)
    assert [code.id for code in data.codes] == [laatste.id]


def test_a_retired_code_stays_with_what_has_it(world: ReportWorld, kim: User) -> None:
    weg = make_code("lessen", "Oud thema", vervallen=True)
    put_coding(regel("Begin klein"), [weg], door=kim)
    data = gathered(world.uitvraag)
    assert data.beeld.lessen[0].codes == (weg.id,)
    assert data.codes == (CodeRow(weg.id, "lessen", "Oud thema", vervallen=True),)


def test_a_coding_of_other_words_than_were_handed_in_is_old(world: ReportWorld, kim: User) -> None:
    code = make_code("lessen", "Thema")
    put_coding(first_action(world), [make_code("acties", "Beleid")], door=kim, bron="0" * 64)
    put_coding(regel("Begin klein"), [code], door=kim)
    beeld = gathered(world.uitvraag).beeld
    assert [one.codering_oud for one in (beeld.acties[0], *beeld.lessen)] == [True, False]
    # Words of a correction make no coding old before they are handed in.
    submit.correct(world.blad, world.contact.actor)
    correct_words(world.blad, "Begin groot")
    assert gathered(world.uitvraag).beeld.lessen[0].codering_oud is False
    hand_in(world.blad, world.contact)
    assert gathered(world.uitvraag).beeld.lessen[0].codering_oud is True


def test_the_previous_picture_has_codes_too(world: ReportWorld, kim: User) -> None:
    code, les = make_code("acties", "Beleid"), make_code("lessen", "Thema")
    put_coding(first_action(world), [code], door=kim)
    blad = make_sheet_ready(make_blad(make_q4_2023(), plan=world.plan), world.contact)
    put_coding(add_regel(blad, "Oude les", soort=RegelSoort.LES), [les], door=kim)
    hand_in(blad, world.contact)
    vorige = gathered(world.uitvraag).vorige
    assert vorige is not None
    assert [(one.codes, one.gecodeerd, one.codering_oud) for one in (*vorige.acties, *vorige.lessen)] == [
        ((code.id,), True, False),
        ((), False, False),
        ((les.id,), True, False),
    ]


def test_codes_that_were_merged_in_a_ring_count_as_the_lowest() -> None:
    assert merged_into({1: 2, 2: 3, 3: 2, 4: 1, 5: None}) == {1: 2, 2: 2, 3: 2, 4: 2, 5: 5}


@given(st.dictionaries(st.integers(1, 9), st.none() | st.integers(1, 9)))
def test_every_code_counts_as_one_that_counts_as_itself(successors: dict[int, int | None]) -> None:
    known = {one: after if after in successors and after != one else None for one, after in successors.items()}
    counted = merged_into(known)
    assert set(counted) == set(known)
    assert all(counted[after] == after for after in counted.values())
