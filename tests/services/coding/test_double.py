"""Coding twice: a sample that is drawn once, a second person who sees nothing, and differences settled once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from portal.domain.coding.double import drawn, size
from portal.domain.coding.passages import Pointed
from portal.domain.coding.state import CodeSoort
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Antwoordblad, Code, DubbelTekst, Uitvraag, User
from portal.services.coding import book, codings, double
from portal.services.coding.codings import CodingProblem
from portal.services.coding.double import Sample
from portal.services.coding.items import CodingItem
from portal.services.coding.piles import Pile
from tests.running.at_once import at_once
from tests.worlds.coding import code, give, lessons, make_code_book, make_coder, make_told, rewrite
from tests.worlds.people import make_user
from tests.worlds.round import make_uitvraag
from tests.worlds.rows import all_rows

LESSEN = Pile(CodeSoort.LESSEN, label="Lessen")
TEKSTEN = ("Het CIZ ontbreekt.", "Er zijn geen cijfers.", "Samenwerken kost tijd.")


@pytest.fixture
def uitvraag(app: Flask) -> Uitvraag:
    """A round in which a region handed in three lessons."""
    make_code_book()
    uitvraag = make_uitvraag()
    make_told(*TEKSTEN, uitvraag=uitvraag)
    return uitvraag


@pytest.fixture
def kim(uitvraag: Uitvraag) -> User:
    return make_coder()


@pytest.fixture
def mo(uitvraag: Uitvraag) -> User:
    return make_coder("Mo Tweeling")


@pytest.fixture
def coordinator(uitvraag: Uitvraag) -> User:
    return make_user(Rol.COORDINATOR)


def sample(uitvraag: Uitvraag) -> Sample:
    found = double.sample_of(LESSEN, uitvraag, book.codes(with_retired=True))
    assert found is not None
    return found


def draw(uitvraag: Uitvraag, by: User, share: int = 100) -> int:
    return double.draw(LESSEN, uitvraag, share, lessons(uitvraag), actor=by.actor)


def second(uitvraag: Uitvraag, item: CodingItem, *codes: Code, by: User, bron: str = "") -> None:
    ids = [one.id for one in codes]
    double.save_second(sample(uitvraag), item, ids, bron=bron or item.bron, actor=by.actor)


def for_whom(uitvraag: Uitvraag, person: User) -> list[str]:
    return [one.tekst for one in double.to_do(sample(uitvraag), lessons(uitvraag), person.actor)]


@pytest.mark.parametrize(("total", "share", "many"), [(0, 10, 0), (1, 10, 1), (10, 10, 1), (11, 10, 2), (87, 10, 9)])
def test_a_share_is_rounded_up(total: int, share: int, many: int) -> None:
    assert size(total, share) == many


def test_the_same_sample_can_be_drawn_again_in_whatever_order_the_texts_stand() -> None:
    assert drawn("7 lessen", range(1, 21), 20) == drawn("7 lessen", reversed(range(1, 21)), 20) == [15, 20, 13, 9]
    assert drawn("8 lessen", range(1, 21), 20) != drawn("7 lessen", range(1, 21), 20)


def test_a_sample_is_drawn_once(uitvraag: Uitvraag, coordinator: User) -> None:
    assert draw(uitvraag, coordinator, 34) == 2
    before = sample(uitvraag)
    with pytest.raises(CodingProblem, match="al getrokken"):
        draw(uitvraag, coordinator, 100)
    assert sample(uitvraag) == before
    assert (before.aandeel, before.teksten, len(before.item_ids)) == (34, 3, 2)


def test_only_what_another_coded_first_comes_by(uitvraag: Uitvraag, kim: User, mo: User, coordinator: User) -> None:
    draw(uitvraag, coordinator)
    first, other, _ = lessons(uitvraag)
    give(first, code("Betrokkenheid"), by=kim)
    give(other, code("Data"), by=mo)
    # Who coded it before somebody else knows its codes too.
    give(other, code("Belang"), by=kim)
    assert for_whom(uitvraag, mo) == [TEKSTEN[0]]
    assert for_whom(uitvraag, kim) == []
    with pytest.raises(CodingProblem, match="U codeerde deze tekst zelf als eerste"):
        second(uitvraag, lessons(uitvraag)[0], code("Data"), by=kim)


def test_the_second_is_kept_beside_the_first_and_changes_nothing(uitvraag: Uitvraag, kim: User, mo: User) -> None:
    draw(uitvraag, kim)
    give(lessons(uitvraag)[0], code("Betrokkenheid"), by=kim)
    item = lessons(uitvraag)[0]
    second(uitvraag, item, code("Data"), code("Betrokkenheid"), by=mo)
    (one,) = sample(uitvraag).dubbel
    assert (one.eerste, one.tweede) == ({code("Betrokkenheid").id}, {code("Data").id, code("Betrokkenheid").id})
    assert one.is_open
    assert lessons(uitvraag)[0] == item
    with pytest.raises(CodingProblem, match="al als tweede"):
        second(uitvraag, item, code("Data"), by=make_coder("Jo Laat"))


def test_the_same_codes_leave_nothing_to_settle_also_when_none_fits(uitvraag: Uitvraag, kim: User, mo: User) -> None:
    draw(uitvraag, kim)
    give(lessons(uitvraag)[0], by=kim)
    second(uitvraag, lessons(uitvraag)[0], by=mo)
    assert [one.differs for one in sample(uitvraag).dubbel] == [False]
    assert sample(uitvraag).open == []


def test_a_text_that_changed_is_not_coded_twice_until_the_first_looked(uitvraag: Uitvraag, kim: User, mo: User) -> None:
    draw(uitvraag, kim)
    give(lessons(uitvraag)[0], code("Betrokkenheid"), by=kim)
    seen = lessons(uitvraag)[0]
    rewrite(all_rows(Antwoordblad)[0], "Het CIZ doet mee.", *TEKSTEN[1:])
    assert for_whom(uitvraag, mo) == []
    with pytest.raises(CodingProblem, match="intussen gewijzigd"):
        second(uitvraag, lessons(uitvraag)[0], code("Data"), by=mo, bron=seen.bron)


def test_a_code_that_was_retired_meanwhile_is_refused_and_a_merged_one_counts_as_what_it_became(
    uitvraag: Uitvraag, kim: User, mo: User, coordinator: User
) -> None:
    draw(uitvraag, kim)
    give(lessons(uitvraag)[0], code("lessen/Data"), by=kim)
    data, belang = code("lessen/Data"), code("lessen/Belang")
    book.retire(belang, actor=coordinator.actor)
    with pytest.raises(CodingProblem, match="vervallen"):
        second(uitvraag, lessons(uitvraag)[0], belang, by=mo)
    second(uitvraag, lessons(uitvraag)[0], code("lessen/Betrokkenheid"), by=mo)
    book.merge(data, code("lessen/Betrokkenheid").id, base_revision=data.revision, actor=coordinator.actor)
    assert [one.differs for one in sample(uitvraag).dubbel] == [False]


def test_a_slip_is_taken_back_until_it_is_settled(uitvraag: Uitvraag, kim: User, mo: User, coordinator: User) -> None:
    draw(uitvraag, kim)
    give(lessons(uitvraag)[0], code("Betrokkenheid"), by=kim)
    second(uitvraag, lessons(uitvraag)[0], code("Data"), by=mo)
    last = double.last_second(sample(uitvraag), mo.actor)
    assert last is not None
    double.take_back(sample(uitvraag), last.id, actor=mo.actor)
    assert for_whom(uitvraag, mo) == [TEKSTEN[0]]
    second(uitvraag, lessons(uitvraag)[0], code("Data"), by=mo)
    double.settle(sample(uitvraag), lessons(uitvraag)[0], [code("Data").id], base_revision=1, actor=coordinator.actor)
    assert double.last_second(sample(uitvraag), mo.actor) is None
    with pytest.raises(CodingProblem, match="al besproken"):
        double.take_back(sample(uitvraag), last.id, actor=mo.actor)


def test_a_difference_is_settled_once_and_the_text_gets_what_was_agreed(
    uitvraag: Uitvraag, kim: User, mo: User, coordinator: User
) -> None:
    draw(uitvraag, coordinator)
    ciz, data = code("lessen/Betrokkenheid"), code("lessen/Data")
    codings.save(
        lessons(uitvraag)[0],
        [ciz.id],
        base_revision=0,
        actor=kim.actor,
        passages={ciz.id: [Pointed("Het CIZ")]},
    )
    second(uitvraag, lessons(uitvraag)[0], data, by=mo)
    item = lessons(uitvraag)[0]
    double.settle(sample(uitvraag), item, [ciz.id, data.id], base_revision=item.revision, actor=coordinator.actor)
    (one,) = sample(uitvraag).dubbel
    assert (one.eerste, one.tweede, one.afgesproken) == ({ciz.id}, {data.id}, {ciz.id, data.id})
    now = lessons(uitvraag)[0]
    assert set(now.code_ids) == {ciz.id, data.id}
    assert [(passage.code_id, passage.tekst) for passage in now.passages] == [(ciz.id, "Het CIZ")]
    with pytest.raises(CodingProblem, match="al besproken"):
        double.settle(sample(uitvraag), now, [data.id], base_revision=now.revision, actor=coordinator.actor)
    assert db.session.get_one(DubbelTekst, one.id).besproken_door_id == coordinator.id


# --- at the same moment


def told(act: Callable[[], object]) -> str:
    """What stood in the way; "" when nothing did."""
    try:
        act()
    except CodingProblem as problem:
        db.session.rollback()
        return str(problem)
    return ""


def test_of_two_who_code_second_at_once_one_is_the_second(app: Flask, uitvraag: Uitvraag, kim: User) -> None:
    draw(uitvraag, kim)
    give(lessons(uitvraag)[0], code("Betrokkenheid"), by=kim)
    actors = [make_coder(f"Mo {number}").actor for number in range(2)]
    data, round_id = code("Data").id, uitvraag.id

    def act(number: int) -> str:
        ronde = db.session.get_one(Uitvraag, round_id)
        item = lessons(ronde)[0]
        return told(lambda: double.save_second(sample(ronde), item, [data], bron=item.bron, actor=actors[number]))

    assert sorted(at_once(app, act, people=2)) == [
        "",
        "Iemand anders codeerde deze tekst al als tweede. Hieronder staat de volgende.",
    ]


def test_a_difference_that_two_settle_at_once_is_settled_once(
    app: Flask, uitvraag: Uitvraag, kim: User, mo: User, coordinator: User
) -> None:
    draw(uitvraag, kim)
    give(lessons(uitvraag)[0], code("Betrokkenheid"), by=kim)
    second(uitvraag, lessons(uitvraag)[0], code("Data"), by=mo)
    ids, actor, round_id = (code("Data").id, code("Belang").id), coordinator.actor, uitvraag.id

    def act(number: int) -> str:
        ronde = db.session.get_one(Uitvraag, round_id)
        item = lessons(ronde)[0]
        return told(lambda: double.settle(sample(ronde), item, [ids[number]], base_revision=1, actor=actor))

    assert sorted(at_once(app, act, people=2)) == [
        "",
        "Dit verschil is al besproken. Wat is afgesproken, blijft staan.",
    ]
    (one,) = sample(uitvraag).dubbel
    assert lessons(uitvraag)[0].code_ids == tuple(one.afgesproken or ())


def test_a_sample_that_is_drawn_twice_at_once_is_one(app: Flask, uitvraag: Uitvraag, coordinator: User) -> None:
    actor, round_id = coordinator.actor, uitvraag.id

    def act(number: int) -> str:
        ronde = db.session.get_one(Uitvraag, round_id)
        texts = lessons(ronde)
        return told(lambda: double.draw(LESSEN, ronde, 50 + number, texts, actor=actor))

    assert sorted(at_once(app, act, people=2))[0] == ""
    assert len(sample(uitvraag).item_ids) == len(all_rows(DubbelTekst)) == 2
