"""What is to be coded, coding it, taking it back, and a text that changed after it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from forms.spec import Kind
from portal.domain import clock
from portal.domain.coding.state import CodeSoort
from portal.extensions import db
from portal.models import Actie, BladRegel, Codering, CoderingHistorie, RegelSoort, Uitvraag, User
from portal.services.coding import book, codings, remaining, suggestions
from portal.services.coding import items as coding_items
from portal.services.coding.before import text_coded
from portal.services.coding.codings import CodingConflict, CodingProblem
from portal.services.coding.items import CodingItem, Counts, ItemState
from portal.services.plan import rows
from tests.running.queries import statements
from tests.worlds.coding import code, give, lessons, make_coder, make_told, names, rewrite
from tests.worlds.feedback import add_regel, hand_in
from tests.worlds.people import make_contact, make_regio
from tests.worlds.plan import make_plan, make_vastgesteld
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows
from tests.worlds.sheet import make_plan_in_force, renew


@pytest.fixture
def les(uitvraag: Uitvraag) -> CodingItem:
    make_told("Zonder cijfers blijft het vaag.", regio="Modelland", uitvraag=uitvraag)
    return lessons(uitvraag)[0]


def again(item: CodingItem) -> CodingItem:
    """The text as it is now."""
    uitvraag = all_rows(Uitvraag)[0]
    found = coding_items.find(item.soort, item.id, uitvraag)
    assert found is not None
    return found


# --- what is to be coded


def test_of_a_round_only_what_was_handed_in_last_is_coded(uitvraag: Uitvraag) -> None:
    blad = make_told("Eerst", regio="Modelland", uitvraag=uitvraag)
    rewrite(blad, "Daarna")
    add_regel(blad, "Nog niet ingediend", soort=RegelSoort.LES)
    make_told("Ander kwartaal", uitvraag=make_uitvraag())
    assert [(item.tekst, item.regio, item.state) for item in lessons(uitvraag)] == [
        ("Daarna", "Modelland", ItemState.TE_DOEN)
    ]


def test_a_sheet_that_is_not_asked_any_more_stays_out(uitvraag: Uitvraag) -> None:
    make_told("Telt niet", uitvraag=uitvraag).niet_gevraagd = True
    assert lessons(uitvraag) == []


def test_of_the_expectations_only_those_of_national_parties_are_coded(uitvraag: Uitvraag) -> None:
    blad = make_blad(uitvraag, make_regio())
    hand_in(blad, add_regel(blad, "Tarieven", "nza"), add_regel(blad, "Kom naar het overleg", "regio"))
    found = coding_items.items(CodeSoort.VERWACHTINGEN, uitvraag)
    assert [(item.tekst, item.aan) for item in found] == [("Tarieven", "NZa")]


def test_actions_of_the_plans_in_force_are_coded_a_joint_plan_once_and_headings_never(uitvraag: Uitvraag) -> None:
    make_plan_in_force(make_regio("Noordhoek"), make_regio("'t Dal"), acties=2)
    make_plan(make_regio())
    found = coding_items.items(CodeSoort.ACTIES, None)
    assert [(item.tekst, item.regio, item.kop, item.paragraaf) for item in found] == [
        ("Actie 1", "'t Dal en Noordhoek", "5a Samenwerken", "5a.1"),
        ("Actie 2", "'t Dal en Noordhoek", "5a Samenwerken", "5a.2"),
    ]


def test_texts_stand_by_region_and_then_in_their_own_order(uitvraag: Uitvraag) -> None:
    make_told("Z1", "Z2", regio="Zuidkant", uitvraag=uitvraag)
    make_told("N", regio="'t Noorden", uitvraag=uitvraag)
    make_told("A", regio="Aldal", uitvraag=uitvraag)
    assert [item.tekst for item in lessons(uitvraag)] == ["A", "N", "Z1", "Z2"]


def test_counts_per_kind(uitvraag: Uitvraag, kim: User) -> None:
    blad = make_told("Een", "Twee", "Drie", uitvraag=uitvraag)
    een, twee, _ = lessons(uitvraag)
    give(een, code("Data"), by=kim)
    give(twee, by=kim)
    rewrite(blad, "Een", "Twee!", "Drie")
    make_plan_in_force(acties=2)
    assert coding_items.counts(uitvraag) == {
        CodeSoort.ACTIES: Counts(te_doen=2),
        CodeSoort.SUCCESSEN: Counts(),
        CodeSoort.LESSEN: Counts(te_doen=1, verouderd=1, gecodeerd=1),
        CodeSoort.VERWACHTINGEN: Counts(),
        CodeSoort.REDENEN: Counts(),
        CodeSoort.EIGEN: Counts(),
    }
    assert remaining.still_to_do() == (uitvraag, 3)


def test_a_list_asks_as_much_for_ten_regions_as_for_one(uitvraag: Uitvraag, kim: User) -> None:
    def asked(size: int) -> int:
        for _ in range(size):
            give(lessons(make_told("Een", uitvraag=uitvraag).uitvraag)[-1], code("Data"), by=kim)
            make_plan_in_force(acties=1)
        db.session.commit()
        with statements() as found:
            coding_items.counts(uitvraag)
        return len(found)

    assert asked(1) == asked(9) < 12


# --- coding


def test_a_text_gets_its_codes(les: CodingItem, kim: User) -> None:
    saved = give(les, code("Data"), code("Betrokkenheid van CIZ"), by=kim)
    assert [one.naam for one in saved.codes] == ["Data-ondersteuning is essentieel", "Betrokkenheid van CIZ cruciaal"]
    now = again(les)
    assert (now.state, now.revision) == (ItemState.GECODEERD, 1)
    assert now.given is not None
    assert now.given.door == "Kim Bedacht"
    assert names(now.code_ids) == ["Betrokkenheid van CIZ cruciaal", "Data-ondersteuning is essentieel"]


def test_that_no_code_fits_is_an_answer_too(les: CodingItem, kim: User) -> None:
    give(les, by=kim)
    assert (again(les).state, again(les).code_ids) == (ItemState.GECODEERD, ())


def test_coded_again_the_former_codes_are_kept(les: CodingItem, kim: User) -> None:
    data, ciz = code("Data"), code("Betrokkenheid van CIZ")
    give(les, data, by=kim)
    give(les, ciz, by=make_coder("Anna Proef"))
    assert (again(les).code_ids, again(les).revision) == ((ciz.id,), 2)
    assert [one.code_ids for one in all_rows(CoderingHistorie)] == [None, [data.id]]


def test_the_same_codes_again_are_no_change_whoever_gives_them(les: CodingItem, kim: User) -> None:
    give(les, code("Data"), by=kim)
    give(les, code("Data"), by=make_coder("Anna Proef"), base=0)
    now = again(les)
    assert now.given is not None
    assert (now.given.door, now.revision) == ("Kim Bedacht", 1)
    assert len(all_rows(CoderingHistorie)) == 1


def test_who_was_later_sees_what_the_other_chose_and_writes_nothing(les: CodingItem, kim: User) -> None:
    give(les, code("Data"), by=make_coder("Anna Proef"))
    with pytest.raises(CodingConflict, match="Anna Proef heeft deze tekst intussen gecodeerd: “Data-onder") as caught:
        give(les, code("Betrokkenheid van CIZ"), by=kim, base=0)
    assert (caught.value.theirs, caught.value.revision) == (("Data-ondersteuning is essentieel",), 1)
    assert names(again(les).code_ids) == ["Data-ondersteuning is essentieel"]


def test_a_code_of_another_kind_is_refused(les: CodingItem, kim: User) -> None:
    with pytest.raises(CodingProblem, match="Kies uit de codes op deze pagina"):
        give(les, code("successen/Samenwerking"), by=kim)
    assert all_rows(Codering) == []


def test_a_retired_code_is_refused_by_name_and_stays_where_it_is(
    les: CodingItem, kim: User, uitvraag: Uitvraag
) -> None:
    give(les, code("Data"), by=kim)
    book.retire(code("Data"), actor=kim.actor)
    make_told("Meer cijfers graag.", regio="Proefdal", uitvraag=uitvraag)
    with pytest.raises(CodingProblem, match="De code “Data-ondersteuning is essentieel” is intussen vervallen"):
        give(lessons(uitvraag)[1], code("Data"), by=kim)
    give(les, code("Data"), code("Belang"), by=kim)
    assert names(again(les).code_ids) == ["Belang van onderwerp benadrukken", "Data-ondersteuning is essentieel"]


def test_a_code_that_was_merged_counts_as_what_it_became_and_that_is_told(les: CodingItem, kim: User) -> None:
    data, belang = code("Data"), code("Belang")
    book.merge(data, belang.id, base_revision=1, actor=kim.actor)
    saved = give(les, data, belang, by=kim)
    assert saved.merged == (("Data-ondersteuning is essentieel", "Belang van onderwerp benadrukken"),)
    assert again(les).code_ids == (belang.id,)


# --- taking back


def last_step(kim: User) -> int:
    found = codings.last_save(CodeSoort.LESSEN, kim.actor)
    assert found is not None
    return found.id


def test_the_last_coding_is_taken_back_and_the_one_before_it_too(uitvraag: Uitvraag, kim: User) -> None:
    make_told("Een", "Twee", uitvraag=uitvraag)
    een, twee = lessons(uitvraag)
    give(een, code("Data"), by=kim)
    give(twee, code("Belang"), by=kim)
    give(twee, code("Data"), by=kim)
    assert codings.undo(CodeSoort.LESSEN, last_step(kim), actor=kim.actor) == twee.id
    assert (names(again(twee).code_ids), again(twee).revision) == (["Belang van onderwerp benadrukken"], 3)
    assert codings.undo(CodeSoort.LESSEN, last_step(kim), actor=kim.actor) == twee.id
    assert again(twee).state is ItemState.TE_DOEN
    assert codings.undo(CodeSoort.LESSEN, last_step(kim), actor=kim.actor) == een.id
    assert codings.last_save(CodeSoort.LESSEN, kim.actor) is None
    assert (all_rows(Codering), all_rows(CoderingHistorie)) == ([], [])


def test_pressing_twice_takes_back_one_step(uitvraag: Uitvraag, kim: User) -> None:
    make_told("Een", "Twee", uitvraag=uitvraag)
    for item in lessons(uitvraag):
        give(item, code("Data"), by=kim)
    step = last_step(kim)
    codings.undo(CodeSoort.LESSEN, step, actor=kim.actor)
    with pytest.raises(CodingProblem, match="Dit was al ongedaan gemaakt"):
        codings.undo(CodeSoort.LESSEN, step, actor=kim.actor)
    assert [item.state for item in lessons(uitvraag)] == [ItemState.GECODEERD, ItemState.TE_DOEN]


def test_what_somebody_else_coded_after_it_stays(les: CodingItem, kim: User) -> None:
    give(les, code("Data"), by=kim)
    give(les, code("Belang"), by=make_coder("Anna Proef"))
    with pytest.raises(CodingProblem, match="Anna Proef heeft deze tekst daarna ook gecodeerd"):
        codings.undo(CodeSoort.LESSEN, last_step(kim), actor=kim.actor)
    assert names(again(les).code_ids) == ["Belang van onderwerp benadrukken"]


def test_who_made_the_coding_that_comes_back_is_told_again(les: CodingItem, kim: User) -> None:
    give(les, code("Data"), by=make_coder("Anna Proef"))
    give(les, code("Belang"), by=kim)
    codings.undo(CodeSoort.LESSEN, last_step(kim), actor=kim.actor)
    now = again(les)
    assert now.given is not None
    assert now.given.door == "Anna Proef"


def test_nobody_takes_back_what_another_person_or_a_former_day_coded(les: CodingItem, kim: User) -> None:
    give(les, code("Data"), by=kim)
    assert codings.last_save(CodeSoort.LESSEN, make_coder("Anna Proef").actor) is None
    assert codings.last_save(CodeSoort.SUCCESSEN, kim.actor) is None
    with clock.stopped_at(clock.now() + timedelta(days=1)):
        assert codings.last_save(CodeSoort.LESSEN, kim.actor) is None


def test_a_coding_with_a_code_that_was_merged_meanwhile_comes_back_as_what_it_became(
    les: CodingItem, kim: User
) -> None:
    data, belang, ciz = code("Data"), code("Belang"), code("Betrokkenheid van CIZ")
    give(les, data, by=kim)
    give(les, ciz, by=kim)
    book.merge(data, belang.id, base_revision=1, actor=kim.actor)
    codings.undo(CodeSoort.LESSEN, last_step(kim), actor=kim.actor)
    assert again(les).code_ids == (belang.id,)


# --- a text that changed


def test_a_new_version_of_the_plan_makes_the_coding_of_a_changed_action_perhaps_stale(
    uitvraag: Uitvraag, kim: User
) -> None:
    plan = make_plan_in_force(acties=3)
    contact = make_contact(plan.regios[0])
    items = coding_items.items(CodeSoort.ACTIES, None)
    for item in items:
        give(item, code("Aanpassen beleid"), by=kim)
    assert coding_items.counts(None)[CodeSoort.ACTIES] == Counts(gecodeerd=3)
    db.session.get_one(Actie, items[1].id).omschrijving = "Actie 2, maar dan anders"
    renew(plan, drop=items[2].id, actor=contact.actor)
    found = coding_items.items(CodeSoort.ACTIES, None)
    assert [(item.tekst, item.state) for item in found] == [
        ("Actie 1", ItemState.GECODEERD),
        ("Actie 2, maar dan anders", ItemState.VEROUDERD),
        ("Actie 9", ItemState.TE_DOEN),
    ]
    assert text_coded(found[1]) == "Actie 2"


def test_only_white_space_that_changed_makes_nothing_stale(uitvraag: Uitvraag, kim: User) -> None:
    blad = make_told("Een  les.", uitvraag=uitvraag)
    give(lessons(uitvraag)[0], code("Data"), by=kim)
    rewrite(blad, "Een les.\n")
    assert lessons(uitvraag)[0].state is ItemState.GECODEERD


def test_that_a_coding_still_fits_is_said_once_and_can_be_taken_back(uitvraag: Uitvraag, kim: User) -> None:
    blad = make_told("Een", uitvraag=uitvraag)
    give(lessons(uitvraag)[0], code("Data"), by=kim)
    rewrite(blad, "Een!")
    stale = lessons(uitvraag)[0]
    assert (stale.state, text_coded(stale)) == (ItemState.VEROUDERD, "Een")
    codings.confirm(stale, base_revision=1, actor=kim.actor, bron=stale.bron)
    assert (again(stale).state, again(stale).revision) == (ItemState.GECODEERD, 2)
    codings.confirm(again(stale), base_revision=1, actor=kim.actor, bron=stale.bron)
    assert again(stale).revision == 2
    codings.undo(CodeSoort.LESSEN, last_step(kim), actor=kim.actor)
    assert again(stale).state is ItemState.VEROUDERD


def test_nothing_is_confirmed_that_the_person_has_not_seen(les: CodingItem, kim: User) -> None:
    with pytest.raises(CodingProblem, match="heeft geen codering meer"):
        codings.confirm(les, base_revision=0, actor=kim.actor, bron=les.bron)
    give(les, code("Data"), by=kim)
    with pytest.raises(CodingProblem, match="net opnieuw gewijzigd"):
        codings.confirm(again(les), base_revision=1, actor=kim.actor, bron="0" * 64)


def test_a_text_that_changed_while_somebody_coded_it_is_stale_at_once(les: CodingItem, kim: User) -> None:
    codings.save(les, [code("Data").id], base_revision=0, actor=kim.actor, bron="0" * 64)
    assert again(les).state is ItemState.VEROUDERD


# --- suggestions


def suggested(item: CodingItem, uitvraag: Uitvraag | None) -> list[tuple[str, str]]:
    codes = book.codes(item.soort)
    found = suggestions.suggestions(item, coding_items.items(item.soort, uitvraag), codes)
    by_id = {one.id: one.naam for one in codes}
    return [(by_id[one.code_id], one.reason or " ".join(one.words)) for one in found]


def test_a_text_of_an_earlier_round_that_says_the_same_suggests_its_code(les: CodingItem, kim: User) -> None:
    eerder = make_uitvraag(naam="Q4 2023")
    make_told("Een goed begin is het halve werk.", uitvraag=eerder)
    give(lessons(eerder)[0], code("Stimuleer"), by=kim)
    nu = make_uitvraag(naam="Q2 2024")
    make_told("Een goed begin is het halve werk!", uitvraag=nu)
    assert suggested(lessons(nu)[0], nu) == [("Stimuleer samenhang met IZA", "een gelijke tekst kreeg deze code")]


def test_the_draft_of_a_region_suggests_nothing(les: CodingItem, kim: User) -> None:
    eerder = make_uitvraag(naam="Q4 2023")
    blad = make_told("Een goed begin is het halve werk.", uitvraag=eerder)
    give(lessons(eerder)[0], code("Stimuleer"), by=kim)
    (row,) = (one for one in all_rows(BladRegel) if one.blad_id == blad.id)
    row.tekst = "Dit is nog een concept van de regio."
    nu = make_uitvraag(naam="Q2 2024")
    make_told("Dit is nog een concept van de regio.", uitvraag=nu)
    assert suggested(lessons(nu)[0], nu) == []


def test_an_action_copied_in_a_split_is_suggested_what_its_origin_got(uitvraag: Uitvraag, kim: User) -> None:
    make_plan_in_force(acties=2, kop=False)
    een, twee = coding_items.items(CodeSoort.ACTIES, None)
    give(een, code("Langdurig"), by=kim)
    copy = db.session.get_one(Actie, twee.id)
    copy.herkomst_id, copy.themas = een.id, []
    assert suggested(twee, None)[0] == ("Langdurig beschikken", "zo was de actie gecodeerd voor de splitsing")


def test_the_themes_that_the_region_chose_are_suggested(uitvraag: Uitvraag) -> None:
    plan = make_plan(make_regio())
    actor = make_contact(plan.regios[0]).actor
    rows.add_row(plan, Kind.ACTIES, {"vorm": "actie", "omschrijving": "Iets", "themas": ["beleid"]}, actor=actor)
    make_vastgesteld(plan)
    (item,) = coding_items.items(CodeSoort.ACTIES, None)
    assert suggested(item, None) == [("Aanpassen beleid", "de regio koos dit thema")]
