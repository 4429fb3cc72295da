"""Codes that are about some words of a text: kept, refused, found back, taken back and merged."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.coding.passages import Pointed
from portal.models import Antwoordblad, CoderingPassage, Uitvraag, User
from portal.services.coding import book, codings, items
from portal.services.coding.codings import CodingConflict, PassageProblem, Saved
from portal.services.coding.items import CodingItem, ItemState
from portal.services.report.gather import gather
from tests.worlds.coding import code, lessons, make_code_book, make_coder, make_told, rewrite
from tests.worlds.round import make_uitvraag
from tests.worlds.rows import all_rows

TEXT = "Het CIZ ontbreekt en er zijn geen cijfers. Het CIZ komt niet."


@pytest.fixture
def uitvraag(app: Flask) -> Uitvraag:
    """A round in which one region handed in one lesson."""
    make_code_book()
    uitvraag = make_uitvraag()
    make_told(TEXT, uitvraag=uitvraag)
    return uitvraag


@pytest.fixture
def kim(uitvraag: Uitvraag) -> User:
    return make_coder()


def only(uitvraag: Uitvraag) -> CodingItem:
    (item,) = lessons(uitvraag)
    return item


def point(item: CodingItem, by: User, base: int | None = None, **words: str) -> Saved:
    """Give the code whose name begins like this some words, a passage on each line ("": the whole text)."""
    codes = {code(f"lessen/{naam}").id: lines for naam, lines in words.items()}
    passages = {one: [Pointed(line) for line in lines.splitlines()] for one, lines in codes.items()}
    revision = item.revision if base is None else base
    return codings.save(item, list(codes), base_revision=revision, actor=by.actor, passages=passages)


def told(uitvraag: Uitvraag) -> list[tuple[str, int]]:
    return [(one.tekst, one.vanaf) for one in only(uitvraag).passages]


def test_passages_are_kept_as_they_stand_in_the_text_with_their_place(uitvraag: Uitvraag, kim: User) -> None:
    point(only(uitvraag), kim, Data="GEEN cijfers", Betrokkenheid="het ciz\nhet ciz")
    assert sorted(told(uitvraag)) == [("Het CIZ", 0), ("Het CIZ", 8), ("geen cijfers.", 6)]
    assert len(only(uitvraag).code_ids) == 2


def test_words_that_overlap_with_one_code_are_one_and_with_two_codes_two(uitvraag: Uitvraag, kim: User) -> None:
    point(only(uitvraag), kim, Data="er zijn geen\ngeen cijfers", Betrokkenheid="ontbreekt en er")
    assert sorted(told(uitvraag)) == [("er zijn geen cijfers.", 4), ("ontbreekt en er", 2)]


def test_words_that_do_not_stand_there_are_refused_and_nothing_changes(uitvraag: Uitvraag, kim: User) -> None:
    with pytest.raises(PassageProblem, match="“genoeg cijfers” bij de code “Data-ondersteuning is essentieel” staan"):
        point(only(uitvraag), kim, Data="genoeg cijfers")
    assert only(uitvraag).state is ItemState.TE_DOEN


def test_somebody_who_chose_other_words_meanwhile_is_told(uitvraag: Uitvraag, kim: User) -> None:
    opened = only(uitvraag)
    point(opened, kim, Data="cijfers")
    with pytest.raises(CodingConflict):
        point(opened, make_coder("Mo Tweeling"), base=0, Data="geen")
    point(opened, make_coder("Jo Gelijk"), base=0, Data="cijfers")
    assert only(uitvraag).revision == 1


def test_taking_back_brings_the_passages_back(uitvraag: Uitvraag, kim: User) -> None:
    point(only(uitvraag), kim, Data="cijfers")
    point(only(uitvraag), kim, Data="", Betrokkenheid="Het CIZ")
    step = codings.last_save(only(uitvraag).soort, kim.actor)
    assert step is not None
    codings.undo(only(uitvraag).soort, step.id, actor=kim.actor)
    assert told(uitvraag) == [("cijfers.", 7)]


def test_a_passage_that_the_region_rewrote_stays_and_is_told(uitvraag: Uitvraag, kim: User) -> None:
    point(only(uitvraag), kim, Data="geen cijfers", Betrokkenheid="Het CIZ komt")
    rewrite(all_rows(Antwoordblad)[0], "Er zijn weinig cijfers. Het CIZ komt niet.")
    item = only(uitvraag)
    assert [item.stands(one) for one in item.passages] == [False, True]
    assert [(one.tekst, one.vanaf, one.staat_er) for one in gather(uitvraag).beeld.lessen[0].passages] == [
        ("Het CIZ komt", 4, True),
        ("geen cijfers.", 6, False),
    ]
    # What it holds already may stay; other words must stand in the text as it is now.
    point(item, kim, Data="geen cijfers.", Betrokkenheid="Het CIZ")
    assert sorted(told(uitvraag)) == [("Het CIZ", 4), ("geen cijfers.", 6)]


def test_a_code_that_goes_up_in_another_gives_it_its_passages_unless_that_is_about_the_whole_text(
    uitvraag: Uitvraag, kim: User
) -> None:
    point(only(uitvraag), kim, Data="cijfers", Betrokkenheid="", Belang="komt niet")
    data, ciz, belang = code("lessen/Data"), code("lessen/Betrokkenheid"), code("lessen/Belang")
    book.merge(belang, data.id, base_revision=belang.revision, actor=kim.actor)
    assert told(uitvraag) == [("cijfers.", 7), ("komt niet.", 10)]
    book.merge(data, ciz.id, base_revision=data.revision, actor=kim.actor)
    assert told(uitvraag) == []
    assert only(uitvraag).code_ids == (ciz.id,)


def test_a_text_with_a_code_on_two_passages_counts_once(uitvraag: Uitvraag, kim: User) -> None:
    point(only(uitvraag), kim, Betrokkenheid="Het CIZ ontbreekt\nHet CIZ komt")
    assert items.counts_of(lessons(uitvraag)).gecodeerd == 1
    assert gather(uitvraag).beeld.lessen[0].codes == (code("lessen/Betrokkenheid").id,)
    assert book.counts() == {code("lessen/Betrokkenheid").id: 1}


def test_taking_a_coding_away_leaves_no_passages(uitvraag: Uitvraag, kim: User) -> None:
    point(only(uitvraag), kim, Data="cijfers")
    step = codings.last_save(only(uitvraag).soort, kim.actor)
    assert step is not None
    codings.undo(only(uitvraag).soort, step.id, actor=kim.actor)
    assert all_rows(CoderingPassage) == []
