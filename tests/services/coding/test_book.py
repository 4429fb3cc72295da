"""The code book: shipping, adding, renaming, merging and retiring; also while others code with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from forms.national import code_book
from portal.domain.coding.state import CodeSoort
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.models import Code, Codering, CoderingCode, CoderingHistorie, Uitvraag
from portal.services.coding import book, codings
from portal.services.coding.book import CodeProblem, CodeText, StaleCode
from portal.services.coding.codings import CodingProblem
from portal.services.coding.items import CodingItem
from tests.running.at_once import PEOPLE, at_once
from tests.worlds.coding import code, give, lessons, make_code_book, make_coder, make_told, names
from tests.worlds.people import make_user
from tests.worlds.round import make_uitvraag
from tests.worlds.rows import all_rows

LESSEN = CodeSoort.LESSEN


@pytest.fixture
def actor(app: Flask) -> Actor:
    make_code_book()
    return make_user(Rol.COORDINATOR, naam="Anna Proef").actor


@pytest.fixture
def texts(actor: Actor) -> list[CodingItem]:
    """Three lessons: the first has two codes, the second one, the third none fits."""
    uitvraag = make_uitvraag()
    make_told("Een", "Twee", "Drie", uitvraag=uitvraag)
    found = lessons(uitvraag)
    kim = make_coder()
    give(found[0], code("Data"), code("Belang"), by=kim)
    give(found[1], code("Data"), by=kim)
    give(found[2], by=kim)
    return found


def listed(soort: CodeSoort = LESSEN) -> list[str]:
    return [one.naam for one in book.codes(soort)]


def coded() -> list[list[str]]:
    """The codes of every coding, in order."""
    pairs = [(one.codering_id, one.code_id) for one in all_rows(CoderingCode)]
    return [names([code_id for id_, code_id in pairs if id_ == row.id]) for row in all_rows(Codering)]


def test_the_national_codes_ship_once_and_what_was_edited_stays(actor: Actor) -> None:
    assert len(all_rows(Code)) == len(code_book().codes) == 35
    book.rename(code("Data"), CodeText("Cijfers"), base_revision=1, actor=actor)
    assert book.ship() == 0
    assert listed() == [
        "Samenwerking vergt inspanning",
        "Cijfers",
        "Stimuleer samenhang met IZA",
        "Betrokkenheid van CIZ cruciaal",
        "Buiten invloedsfeer van de regio’s",
        "Belang van onderwerp benadrukken",
    ]


def test_a_national_code_whose_name_is_taken_does_not_ship(app: Flask) -> None:
    actor = make_user(Rol.COORDINATOR).actor
    book.add(LESSEN, CodeText("data-ondersteuning is essentieel"), actor=actor)
    assert book.ship() == len(code_book().codes) - 1


def test_a_code_is_added_behind_the_others(actor: Actor) -> None:
    book.add(LESSEN, CodeText("Woningen", "Te weinig.", ("woning",)), actor=actor)
    assert listed()[-1] == "Woningen"
    added = code("Woningen")
    assert (added.trefwoorden, added.sleutel, added.gewijzigd_door_id) == (["woning"], "", actor.user_id)


@pytest.mark.parametrize("naam", ["Data-ondersteuning is essentieel", "DATA-ondersteuning IS essentieel"])
def test_a_name_is_there_once_in_a_kind(actor: Actor, naam: str) -> None:
    with pytest.raises(CodeProblem, match="Er is al een code “Data-ondersteuning is essentieel”"):
        book.add(LESSEN, CodeText(naam), actor=actor)
    with pytest.raises(CodeProblem, match="Er is al een code"):
        book.rename(code("Belang"), CodeText(naam), base_revision=1, actor=actor)
    book.add(CodeSoort.SUCCESSEN, CodeText(naam), actor=actor)


def test_the_name_of_a_retired_code_is_taken_and_that_of_a_merged_one_is_free(actor: Actor) -> None:
    book.retire(code("Data"), actor=actor)
    with pytest.raises(CodeProblem, match="is een vervallen code"):
        book.add(LESSEN, CodeText("Data-ondersteuning is essentieel"), actor=actor)
    book.merge(code("Belang"), code("Stimuleer").id, base_revision=1, actor=actor)
    book.add(LESSEN, CodeText("Belang van onderwerp benadrukken"), actor=actor)


def test_renaming_starts_from_the_newest_text(actor: Actor) -> None:
    data = code("Data")
    book.rename(data, CodeText("Cijfers"), base_revision=1, actor=actor)
    book.rename(data, CodeText("Cijfers"), base_revision=1, actor=actor)
    with pytest.raises(StaleCode):
        book.rename(data, CodeText("Getallen"), base_revision=1, actor=actor)
    assert (data.naam, data.revision) == ("Cijfers", 2)


# --- merging


def test_merging_moves_all_texts_and_one_that_had_both_has_one(texts: list[CodingItem], actor: Actor) -> None:
    data, belang = code("Data"), code("Belang")
    assert book.merge(data, belang.id, base_revision=1, actor=actor) == (belang, 2)
    assert coded() == [[belang.naam], [belang.naam], []]
    assert (data.is_te_geven, data.samengevoegd_in) == (False, belang)
    # What was chosen then stays readable.
    assert [one.code_ids for one in all_rows(CoderingHistorie)] == [None, None, None]
    assert book.counts() == {belang.id: 2}


def test_merging_twice_is_merging_once(texts: list[CodingItem], actor: Actor) -> None:
    data, belang = code("Data"), code("Belang")
    book.merge(data, belang.id, base_revision=1, actor=actor)
    assert book.merge(data, belang.id, base_revision=1, actor=actor) == (belang, 0)


def test_a_chain_of_merges_is_one_step_long(texts: list[CodingItem], actor: Actor) -> None:
    data, belang, ciz = code("Data"), code("Belang"), code("Betrokkenheid van CIZ")
    book.merge(data, belang.id, base_revision=1, actor=actor)
    book.merge(belang, ciz.id, base_revision=1, actor=actor)
    assert data.samengevoegd_in_id == belang.samengevoegd_in_id == ciz.id
    assert coded() == [[ciz.naam], [ciz.naam], []]
    assert book.resolve(book.codes(LESSEN, with_retired=True), [data.id, belang.id]) == [ciz]


def test_what_a_code_can_not_go_into(actor: Actor) -> None:
    data, belang = code("Data"), code("Belang")
    for target in (data.id, code("successen/Daling").id, 999_999):
        with pytest.raises(CodeProblem, match="Kies een andere code van dezelfde soort"):
            book.merge(data, target, base_revision=1, actor=actor)
    book.retire(belang, actor=actor)
    with pytest.raises(CodeProblem, match="“Belang van onderwerp benadrukken” is vervallen"):
        book.merge(data, belang.id, base_revision=1, actor=actor)
    with pytest.raises(StaleCode):
        book.merge(data, code("Stimuleer").id, base_revision=7, actor=actor)
    assert data.samengevoegd_in_id is None


def test_merges_never_go_round(actor: Actor) -> None:
    data, belang = code("Data"), code("Belang")
    book.merge(data, belang.id, base_revision=1, actor=actor)
    with pytest.raises(CodeProblem, match="is vervallen"):
        book.merge(belang, data.id, base_revision=1, actor=actor)
    verbs: list[Callable[[], object]] = [
        lambda: book.merge(data, code("Stimuleer").id, base_revision=2, actor=actor),
        lambda: book.rename(data, CodeText("X"), base_revision=2, actor=actor),
        lambda: book.retire(data, actor=actor),
        lambda: book.bring_back(data, actor=actor),
    ]
    for verb in verbs:
        with pytest.raises(CodeProblem, match="is samengevoegd met “Belang van onderwerp benadrukken”"):
            verb()


# --- retiring and order


def test_a_retired_code_stays_with_its_texts_and_comes_back(texts: list[CodingItem], actor: Actor) -> None:
    data = code("Data")
    book.retire(data, actor=actor)
    assert data.naam not in listed()
    assert coded()[1] == [data.naam]
    book.bring_back(data, actor=actor)
    assert data.naam in listed()


def test_codes_move_among_those_that_can_be_given(actor: Actor) -> None:
    book.retire(code("Data"), actor=actor)
    book.move(code("Stimuleer"), -1, actor=actor)
    assert listed()[:3] == [
        "Stimuleer samenhang met IZA",
        "Samenwerking vergt inspanning",
        "Betrokkenheid van CIZ cruciaal",
    ]
    book.move(code("Stimuleer"), -1, actor=actor)
    assert listed()[0] == "Stimuleer samenhang met IZA"
    with pytest.raises(CodeProblem, match="volgorde is niet gewijzigd"):
        book.move(code("Data"), 1, actor=actor)


# --- at the very same moment


def outcomes(*verbs: Callable[[], object]) -> Callable[[int], str]:
    """Every person does one of these in turn; the outcome is "" or the sentence that was shown."""

    def act(number: int) -> str:
        try:
            verbs[number % len(verbs)]()
        except (CodeProblem, CodingProblem) as problem:
            db.session.rollback()
            return str(problem)
        return ""

    return act


def race(uitvraag: Uitvraag) -> CodingItem:
    make_told("Een", uitvraag=uitvraag)
    return lessons(uitvraag)[0]


def test_people_who_code_the_same_text_at_once_one_wins_and_the_others_see_it(app: Flask, actor: Actor) -> None:
    item, coders = race(make_uitvraag()), [make_coder().actor for _ in range(PEOPLE)]
    wanted = [code("Data").id, code("Belang").id, code("Stimuleer").id, code("lessen/Samenwerking").id]

    def save(number: int) -> str:
        return outcomes(lambda: codings.save(item, [wanted[number]], base_revision=0, actor=coders[number]))(0)

    found = at_once(app, save)
    (winner,) = [number for number, problem in enumerate(found) if not problem]
    assert [one.code_id for one in all_rows(CoderingCode)] == [wanted[winner]]
    assert all("heeft deze tekst intussen gecodeerd" in problem for problem in found if problem)


def test_the_first_coding_taken_back_several_times_at_once_is_taken_back_once(app: Flask, actor: Actor) -> None:
    coder = make_coder().actor
    codings.save(race(make_uitvraag()), [code("Data").id], base_revision=0, actor=coder)
    (step,) = all_rows(CoderingHistorie)
    step_id = step.id

    found = at_once(app, outcomes(lambda: codings.undo(LESSEN, step_id, actor=coder)))
    assert sorted(found) == ["", *["Dit was al ongedaan gemaakt."] * (PEOPLE - 1)]
    assert (all_rows(Codering), all_rows(CoderingHistorie)) == ([], [])


def test_a_code_is_merged_while_others_code_with_it(app: Flask, actor: Actor) -> None:
    uitvraag = make_uitvraag()
    make_told("Een", "Twee", "Drie", uitvraag=uitvraag)
    items, coder = lessons(uitvraag), make_coder().actor
    data, belang = code("Data").id, code("Belang").id

    def act(number: int) -> str:
        if number == 0:
            found = db.session.get_one(Code, data)
            return outcomes(lambda: book.merge(found, belang, base_revision=1, actor=actor))(0)
        return outcomes(lambda: codings.save(items[number - 1], [data], base_revision=0, actor=coder))(0)

    assert at_once(app, act) == [""] * PEOPLE
    assert [one.code_id for one in all_rows(CoderingCode)] == [belang] * 3


def test_a_code_is_retired_while_others_code_with_it(app: Flask, actor: Actor) -> None:
    uitvraag = make_uitvraag()
    make_told("Een", "Twee", "Drie", uitvraag=uitvraag)
    items, coder, data = lessons(uitvraag), make_coder().actor, code("Data").id

    def act(number: int) -> str:
        if number == 0:
            return outcomes(lambda: book.retire(db.session.get_one(Code, data), actor=actor))(0)
        return outcomes(lambda: codings.save(items[number - 1], [data], base_revision=0, actor=coder))(0)

    found = at_once(app, act)
    refused = [problem for problem in found if problem]
    assert all("“Data-ondersteuning is essentieel” is intussen vervallen" in problem for problem in refused)
    assert len(all_rows(CoderingCode)) == 3 - len(refused)


def test_two_codes_merged_into_each_other_at_once_go_one_way(app: Flask, actor: Actor) -> None:
    data, belang = code("Data").id, code("Belang").id

    def act(number: int) -> str:
        mine, other = (data, belang) if number % 2 else (belang, data)
        found = db.session.get_one(Code, mine)
        return outcomes(lambda: book.merge(found, other, base_revision=1, actor=actor))(0)

    found = at_once(app, act)
    pointers = [one.samengevoegd_in_id for one in all_rows(Code) if one.id in (data, belang)]
    assert sorted(pointer is None for pointer in pointers) == [False, True]
    assert "" in found


def test_the_same_name_added_at_once_is_there_once(app: Flask, actor: Actor) -> None:
    found = at_once(app, outcomes(lambda: book.add(LESSEN, CodeText("Woningen"), actor=actor)))
    assert sorted(found) == ["", *["Er is al een code “Woningen”. Kies een andere naam."] * 3]
