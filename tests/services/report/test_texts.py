"""The coördinator's words in a report: saved with the revision rule, kept, and flagged when a number changes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from exports.national.tree import Verandering, Zin
from portal.domain import clock
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.models import Rapport, RapportEvent, RapportHistorie, RapportTekst, RegelSoort, Uitvraag
from portal.services.report import events, reports, texts
from portal.services.report.problems import NoSuchText, ReportProblem, StaleReport, TextConflict
from tests.running.at_once import PEOPLE, at_once
from tests.worlds.feedback import add_regel, hand_in
from tests.worlds.nation import make_code, put_coding
from tests.worlds.people import make_regio, make_user
from tests.worlds.report import put_rapport
from tests.worlds.round import make_blad
from tests.worlds.rows import all_rows

KOP = "proces_kop"


@pytest.fixture
def bo(app: Flask) -> Actor:
    return make_user(Rol.COORDINATOR, naam="Bo Ander").actor


@pytest.fixture
def rapport(uitvraag: Uitvraag, kim: Actor) -> Rapport:
    return reports.make(uitvraag, actor=kim)


def save(rapport: Rapport, actor: Actor, tekst: str, base: int = 0, *, sleutel: str = KOP) -> int:
    """Save from a page that shows the numbers of now."""
    return texts.save(rapport, sleutel, tekst, base_revision=base, seen_revision=rapport.revision, actor=actor)


def confirm(rapport: Rapport, actor: Actor, base: int, *, sleutel: str = KOP) -> None:
    texts.confirm(rapport, sleutel, base_revision=base, seen_revision=rapport.revision, actor=actor)


def zin(rapport: Rapport, sleutel: str = KOP) -> Zin:
    """The sentence as it reads now."""
    return reports.sentences_of(reports.tree_of(rapport, demo=False))[sleutel]


def bland_answers(rapport: Rapport, actor: Actor) -> None:
    """The number of answers goes from 1 to 2."""
    hand_in(next(blad for blad in rapport.uitvraag.bladen if blad.naam == "Bland"))
    reports.remake(rapport, actor=actor, seen_revision=rapport.revision)


# --- saving


def test_an_edited_sentence_replaces_the_portals_own(rapport: Rapport, kim: Actor) -> None:
    own = zin(rapport)
    assert (own.bewerkt, own.revision) == (False, 0)
    assert save(rapport, kim, "Van {geantwoord} regio’s weten wij het") == 1
    found = zin(rapport)
    assert (found.tekst, found.bewerkt, found.revision) == ("Van 1 regio’s weten wij het", True, 1)
    (row,) = all_rows(RapportTekst)
    assert (row.gewijzigd_door_id, row.gezien["geantwoord"]) == (kim.user_id, "1")
    assert texts.original(rapport, KOP) == own.sjabloon
    assert [events.told(one) for one in all_rows(RapportEvent)][1:] == [
        "Kim Bedacht heeft teksten bewerkt in “Proces en respons”."
    ]


def test_what_stands_there_already_is_no_edit(rapport: Rapport, kim: Actor) -> None:
    assert save(rapport, kim, zin(rapport).sjabloon) == 0
    assert save(rapport, kim, "", sleutel="eigen:proces") == 0
    assert all_rows(RapportTekst) == []


def test_an_emptied_sentence_is_left_out_and_can_come_back(rapport: Rapport, kim: Actor) -> None:
    own = zin(rapport, "proces_uitvraag")
    save(rapport, kim, "", sleutel="proces_uitvraag")
    assert zin(rapport, "proces_uitvraag").weggelaten
    texts.restore(rapport, "proces_uitvraag", base_revision=1, actor=kim)
    assert zin(rapport, "proces_uitvraag") == own


def test_an_own_text_stands_at_the_end_of_its_chapter(rapport: Rapport, kim: Actor) -> None:
    save(rapport, kim, "Wij zien **veel** {geantwoord} {x}.", sleutel="eigen:proces")
    chapter = next(one for one in reports.tree_of(rapport, demo=False).all_chapters() if one.sleutel == "proces")
    assert chapter.blokken[-1].tekst == "Wij zien **veel** {geantwoord} {x}."  # type: ignore[union-attr]
    assert all_rows(RapportTekst)[0].gezien == {}


@pytest.mark.parametrize("sleutel", ["onzin", "eigen:onzin", "eigen:", "", "proces", "x" * 5_000])
def test_a_text_has_a_place_in_the_report(rapport: Rapport, kim: Actor, sleutel: str) -> None:
    for verb in (
        lambda: save(rapport, kim, "Tekst", sleutel=sleutel),
        lambda: texts.restore(rapport, sleutel, base_revision=0, actor=kim),
        lambda: confirm(rapport, kim, 0, sleutel=sleutel),
        lambda: texts.original(rapport, sleutel),
    ):
        with pytest.raises(NoSuchText):
            verb()
    assert all_rows(RapportTekst) == []


@pytest.mark.parametrize(("sleutel", "most"), [(KOP, 2_000), ("eigen:proces", 50_000)])
def test_how_long_a_text_may_be(rapport: Rapport, kim: Actor, sleutel: str, most: int) -> None:
    with pytest.raises(ReportProblem, match="Maak de tekst korter"):
        save(rapport, kim, "é" * (most + 1), sleutel=sleutel)
    assert save(rapport, kim, "é" * most, sleutel=sleutel) == 1


@pytest.mark.parametrize("tekst", ["{", "{}", "{ geantwoord }", "100 % {0} {a.b} %s", "<script>=1+1 \u202e 🌷"])
def test_odd_signs_are_text(rapport: Rapport, kim: Actor, tekst: str) -> None:
    save(rapport, kim, tekst)
    assert (zin(rapport).tekst, zin(rapport).vervallen) == (tekst, ())


def test_a_token_that_names_nothing_is_kept_and_shown(rapport: Rapport, kim: Actor) -> None:
    save(rapport, kim, "Er zijn {tovenaars} in {regios} regio’s")
    assert (zin(rapport).sjabloon, zin(rapport).vervallen) == (
        "Er zijn {tovenaars} in {regios} regio’s",
        ("tovenaars",),
    )


@pytest.mark.parametrize("status", [one for one in RapportStatus if one is not RapportStatus.CONCEPT])
def test_only_texts_of_a_concept_change(uitvraag: Uitvraag, kim: Actor, status: RapportStatus) -> None:
    rapport = put_rapport(uitvraag, status=status)
    for verb in (
        lambda: save(rapport, kim, "Anders"),
        lambda: texts.restore(rapport, KOP, base_revision=0, actor=kim),
        lambda: confirm(rapport, kim, 0),
    ):
        with pytest.raises(ReportProblem):
            verb()
    assert all_rows(RapportTekst) == []


# --- the revision rule


def test_a_stale_save_overwrites_nothing_and_gives_both_texts(rapport: Rapport, kim: Actor, bo: Actor) -> None:
    save(rapport, kim, "Van Kim")
    with pytest.raises(TextConflict, match=r"Kim Bedacht heeft deze tekst intussen ook gewijzigd") as told:
        save(rapport, bo, "Van Bo")
    found = told.value
    assert (found.mine, found.theirs, found.revision, found.door) == ("Van Bo", "Van Kim", 1, "Kim Bedacht")
    assert zin(rapport).tekst == "Van Kim"
    assert save(rapport, bo, "Van Kim en Bo", found.revision) == 2


def test_who_edits_a_sentence_that_was_put_back_meanwhile_is_told(rapport: Rapport, kim: Actor, bo: Actor) -> None:
    own = zin(rapport).sjabloon
    save(rapport, kim, "Van Kim")
    texts.restore(rapport, KOP, base_revision=1, actor=kim)
    with pytest.raises(TextConflict) as told:
        save(rapport, bo, "Van Bo", 1)
    assert (told.value.theirs, told.value.revision, told.value.door) == (own, 0, "Kim Bedacht")


def test_a_text_that_comes_back_is_not_taken_for_the_one_before(rapport: Rapport, kim: Actor, bo: Actor) -> None:
    save(rapport, kim, "Eerst")
    texts.restore(rapport, KOP, base_revision=1, actor=kim)
    assert save(rapport, kim, "Toch weer") == 2
    with pytest.raises(TextConflict):
        save(rapport, bo, "Van Bo", 1)
    assert zin(rapport).tekst == "Toch weer"


def test_the_same_text_is_no_conflict(rapport: Rapport, kim: Actor, bo: Actor) -> None:
    save(rapport, kim, "Gelijk")
    assert save(rapport, bo, "Gelijk") == 1
    assert (zin(rapport).revision, all_rows(RapportHistorie)) == (1, [])


def test_people_who_save_at_once_one_wins_and_the_others_see_both(app: Flask, rapport: Rapport) -> None:
    people = [make_user(Rol.COORDINATOR, naam=f"Coördinator {number}").actor for number in range(PEOPLE)]
    rapport_id = rapport.id

    def press(number: int) -> tuple[str, str] | None:
        try:
            save(db.session.get_one(Rapport, rapport_id), people[number], f"Van {number}")
        except TextConflict as conflict:
            db.session.rollback()
            return conflict.mine, conflict.theirs
        return None

    told = at_once(app, press)
    winner = told.index(None)
    assert told == [None if one == winner else (f"Van {one}", f"Van {winner}") for one in range(PEOPLE)]
    assert [one.tekst for one in all_rows(RapportTekst)] == [f"Van {winner}"]


def test_who_saw_older_numbers_looks_first(rapport: Rapport, kim: Actor, bo: Actor) -> None:
    bland_answers(rapport, kim)
    with pytest.raises(StaleReport, match=r"Kim Bedacht heeft het rapport opnieuw gemaakt .* Kijk eerst"):
        texts.save(rapport, KOP, "Van Bo", base_revision=0, seen_revision=1, actor=bo)
    assert all_rows(RapportTekst) == []


# --- earlier texts


def test_every_earlier_text_is_kept_with_who_wrote_it(rapport: Rapport, kim: Actor, bo: Actor) -> None:
    first = clock.now()
    with clock.stopped_at(first):
        save(rapport, kim, "Een")
    with clock.stopped_at(first + timedelta(minutes=1)):
        save(rapport, bo, "Twee", 1)
    texts.restore(rapport, KOP, base_revision=2, actor=kim)
    kept = [(one.tekst, one.door, one.op) for one in texts.history_of(rapport, KOP)]
    assert kept == [("Twee", "Bo Ander", first + timedelta(minutes=1)), ("Een", "Kim Bedacht", first)]
    assert texts.history_of(rapport, "eigen:proces") == []


def test_a_stale_page_puts_nothing_back(rapport: Rapport, kim: Actor, bo: Actor) -> None:
    save(rapport, kim, "Een")
    save(rapport, kim, "Twee", 1)
    with pytest.raises(ReportProblem, match=r"Kim Bedacht heeft deze tekst intussen gewijzigd. Er is niets teruggezet"):
        texts.restore(rapport, KOP, base_revision=1, actor=bo)
    assert zin(rapport).tekst == "Twee"


def test_putting_back_what_is_the_portals_own_is_nothing(rapport: Rapport, kim: Actor) -> None:
    texts.restore(rapport, KOP, base_revision=0, actor=kim)
    assert [one.soort for one in all_rows(RapportEvent)] == ["gemaakt"]


# --- numbers that change under a text


def test_a_number_that_changed_is_flagged_until_somebody_looks(rapport: Rapport, kim: Actor) -> None:
    save(rapport, kim, "Van {geantwoord} regio’s weten wij het")
    bland_answers(rapport, kim)
    assert zin(rapport).tekst == "Van 2 regio’s weten wij het"
    assert Verandering("geantwoord", "1", "2") in zin(rapport).vlaggen
    confirm(rapport, kim, 1)
    assert (zin(rapport).vlaggen, zin(rapport).revision) == ((), 2)
    assert texts.history_of(rapport, KOP) == []
    assert [one.soort for one in all_rows(RapportEvent)][-1] == "tekst_bevestigd"


def test_a_number_that_was_typed_over_is_watched_too(rapport: Rapport, kim: Actor) -> None:
    save(rapport, kim, "Nog maar {niet_beantwoord} regio zwijgt", sleutel="proces_uitvraag")
    save(rapport, kim, "Nog maar 1 regio zwijgt", 1, sleutel="proces_uitvraag")
    bland_answers(rapport, kim)
    assert Verandering("niet_beantwoord", "1", "0") in zin(rapport, "proces_uitvraag").vlaggen
    confirm(rapport, kim, 2, sleutel="proces_uitvraag")
    assert "niet_beantwoord" not in next(row for row in all_rows(RapportTekst)).gezien


def test_saving_what_stands_there_counts_as_looking(rapport: Rapport, kim: Actor, bo: Actor) -> None:
    save(rapport, kim, "Van {geantwoord} regio’s weten wij het")
    bland_answers(rapport, kim)
    assert save(rapport, bo, "Van {geantwoord} regio’s weten wij het", 1) == 2
    assert zin(rapport).vlaggen == ()
    assert all_rows(RapportTekst)[0].gewijzigd_door_id == kim.user_id


def test_who_saw_older_numbers_confirms_nothing(rapport: Rapport, kim: Actor, bo: Actor) -> None:
    save(rapport, kim, "Van {geantwoord} regio’s weten wij het")
    bland_answers(rapport, kim)
    with pytest.raises(StaleReport):
        texts.confirm(rapport, KOP, base_revision=1, seen_revision=1, actor=bo)
    save(rapport, kim, "Nu {geantwoord}", 1)
    with pytest.raises(ReportProblem, match="Er is niets bevestigd"):
        texts.confirm(rapport, KOP, base_revision=1, seen_revision=2, actor=bo)
    with pytest.raises(ReportProblem, match="niet bewerkt"):
        confirm(rapport, kim, 0, sleutel="proces_uitvraag")


def test_a_number_of_a_theme_that_was_merged_is_gone_and_the_sentence_is_mended(uitvraag: Uitvraag, kim: Actor) -> None:
    blad, door = make_blad(uitvraag, make_regio("Cland")), make_user(Rol.COORDINATOR)
    succes = add_regel(blad, "Wij bellen elkaar", soort=RegelSoort.SUCCES)
    hand_in(blad, succes)
    old, new = make_code("successen", "Bellen"), make_code("successen", "Samenwerken")
    put_coding(succes, [old], door=door)
    rapport = reports.make(uitvraag, actor=kim)
    token = f"successen_thema_{old.id}"
    text = f"Over bellen gingen {{{token}}} successen"
    save(rapport, kim, text, sleutel="successen_kop")
    assert zin(rapport, "successen_kop").tekst == "Over bellen gingen 1 successen"
    old.samengevoegd_in_id = new.id
    reports.remake(rapport, actor=kim, seen_revision=1)
    found = zin(rapport, "successen_kop")
    assert (found.sjabloon, found.vervallen) == (text, (token,))
    assert Verandering(token, "1", "") in found.vlaggen
    save(rapport, kim, "Over samenwerken ging 1 succes", 1, sleutel="successen_kop")
    found = zin(rapport, "successen_kop")
    assert (found.tekst, found.vervallen, found.vlaggen) == ("Over samenwerken ging 1 succes", (), ())


def test_a_text_whose_place_is_gone_is_kept_and_can_be_taken_away(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = reports.make(uitvraag, actor=kim)
    tree = reports.tree_of(rapport, demo=False)
    assert texts.unplaced(rapport, tree) == []
    db.session.add(
        RapportTekst(
            rapport_id=rapport.id,
            sleutel="eigen:instroom",
            tekst="De instroom daalt.",
            gewijzigd_op=clock.now(),
            gewijzigd_door_id=kim.user_id,
        )
    )
    db.session.flush()
    assert [one.tekst for one in texts.unplaced(rapport, tree)] == ["De instroom daalt."]
    texts.restore(rapport, "eigen:instroom", base_revision=1, actor=kim)
    assert texts.unplaced(rapport, tree) == []
    assert [one.tekst for one in texts.history_of(rapport, "eigen:instroom")] == ["De instroom daalt."]
