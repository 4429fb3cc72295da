"""A file that somebody chose: kept as a concept or refused whole, asked about, taken in as it was seen."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.domain.instroom.figures import Plek, Waarneming, total_of
from portal.domain.instroom.imports import BestandSoort, ImportStatus
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import InstroomBron, InstroomCijfer, InstroomImport, User
from portal.services.instroom import cube, importing, passport, sources, taking
from portal.services.instroom.importing import Aangeboden, FoutenInBestand
from portal.services.instroom.taking import InstroomProblem
from tests.worlds.people import make_regio, make_user

HEAD = "indicator;gebied;indeling;categorie;periode;waarde"


@pytest.fixture
def coordinator(app: Flask) -> User:
    return make_user(Rol.COORDINATOR)


@pytest.fixture
def bron(coordinator: User) -> InstroomBron:
    return sources.add_source("Eén bron")


def look(bron: InstroomBron, coordinator: User, **values: str) -> InstroomImport:
    """Choose a list with the inflow of the country; names of periods with an underscore."""
    rows = [f"instroom;NL;totaal;totaal;{code.strip('_').replace('_', '-')};{value}" for code, value in values.items()]
    content = "\n".join([HEAD, *rows]).encode()
    return importing.look_at(bron, Aangeboden("lijst.csv", BestandSoort.SJABLOON, content), actor=coordinator.actor)


def asked(concept: InstroomImport) -> list[str]:
    return [one.tekst for one in concept.meldingen if one.vraagt_antwoord]


def test_a_file_with_one_fault_leaves_nothing(bron: InstroomBron, coordinator: User) -> None:
    db.session.commit()
    with pytest.raises(FoutenInBestand) as told:
        look(bron, coordinator, _2024_01="5", _2024_02="-5")
    db.session.rollback()
    assert [one.waar for one in told.value.verslag.fouten] == ["rij 3, kolom waarde"]
    assert db.session.scalar(select(func.count()).select_from(InstroomImport)) == 0
    assert db.session.scalar(select(func.count()).select_from(InstroomCijfer)) == 0


def test_a_jump_of_ten_is_asked_about_and_not_refused(bron: InstroomBron, coordinator: User) -> None:
    taking.take_in(look(bron, coordinator, _2024_01="300", _2024_02="310"), actor=coordinator.actor)
    concept = look(bron, coordinator, _2024_02="3100", _2024_03="20", _2024_04="21")
    assert asked(concept) == [
        "Een sprong van tien keer of meer. Instroom Wlz ggz-wonen, Nederland, februari 2024: nu 310, in dit bestand"
        " 3.100.",
        "Een sprong van tien keer of meer. Instroom Wlz ggz-wonen, Nederland, februari 2024: 3.100, en in januari 2024"
        " 300.",
        "Een sprong van tien keer of meer. Instroom Wlz ggz-wonen, Nederland, maart 2024: 20, en in februari 2024 310.",
        "Een sprong van tien keer of meer. Instroom Wlz ggz-wonen, Nederland, maart 2024: 20, en in februari 2024"
        " 3.100.",
    ]


def test_small_numbers_jump_by_themselves(bron: InstroomBron, coordinator: User) -> None:
    taking.take_in(look(bron, coordinator, _2024_01="1"), actor=coordinator.actor)
    assert asked(look(bron, coordinator, _2024_01="40")) == []


def test_a_quarter_is_looked_at_beside_the_months_that_came_in_before(bron: InstroomBron, coordinator: User) -> None:
    months = {f"_2024_0{one}": "30" for one in (1, 2, 3)}
    taking.take_in(look(bron, coordinator, **months), actor=coordinator.actor)
    assert asked(look(bron, coordinator, _2024_K1="90")) == []
    (told,) = asked(look(bron, coordinator, _2024_K1="93"))
    assert told.endswith("Q1 2024: 93, en de maanden zijn samen 90.")


def test_the_very_same_file_is_told(bron: InstroomBron, coordinator: User) -> None:
    taking.take_in(look(bron, coordinator, _2024_01="300"), actor=coordinator.actor)
    again = look(bron, coordinator, _2024_01="300")
    assert any(one.tekst.startswith("Precies dit bestand is al ingelezen op") for one in again.meldingen)


def test_what_changed_since_it_was_seen_is_shown_first(bron: InstroomBron, coordinator: User) -> None:
    one, other = (look(bron, coordinator, _2024_01=value) for value in ("300", "301"))
    seen = taking.settings().nummer
    taking.take_in(one, actor=coordinator.actor, seen=seen)
    db.session.commit()
    with pytest.raises(InstroomProblem, match="Intussen zijn er andere cijfers ingelezen"):
        taking.take_in(other, actor=coordinator.actor, seen=seen)
    db.session.rollback()
    taking.take_in(other, actor=coordinator.actor, seen=taking.settings().nummer)
    assert other.status is ImportStatus.INGELEZEN


def test_a_correction_is_a_file_of_one_figure_with_its_reason(bron: InstroomBron, coordinator: User) -> None:
    plek = total_of("instroom", "NL", "2024-01")
    taking.take_in(look(bron, coordinator, _2024_01="300"), actor=coordinator.actor)
    done = correct(bron, plek, 299, coordinator)
    (of_bron,) = passport.of_figure(plek)
    assert [(one.waarneming.waarde, one.actueel, one.bestand.toelichting) for one in of_bron.versies] == [
        (299, True, "Een keer dubbel geteld."),
        (300, False, ""),
    ]
    with pytest.raises(InstroomProblem, match="verandert niets"):
        correct(bron, plek, 299, coordinator)
    taking.undo(done, actor=coordinator.actor)
    assert cube.figures_of(bron.id, "instroom") == {plek: Waarneming(300)}


def correct(bron: InstroomBron, plek: Plek, value: int, coordinator: User) -> InstroomImport:
    reden = "Een keer dubbel geteld."
    return importing.correct(bron, plek, Waarneming(value), reden=reden, peildatum=None, actor=coordinator.actor)


def test_an_explanation_is_not_overwritten_unseen(coordinator: User) -> None:
    plek, actor = total_of("instroom", "NL", "2022"), coordinator.actor
    passport.explain(plek, "De ene bron telt maanden.", base_revision=0, actor=actor)
    passport.explain(plek, "De ene bron telt maanden.", base_revision=0, actor=actor)
    with pytest.raises(passport.StaleVerklaring):
        passport.explain(plek, "Iets anders.", base_revision=0, actor=actor)
    passport.explain(plek, "Iets anders.", base_revision=1, actor=actor)
    found = passport.explanation(plek)
    assert found is not None
    assert (found.tekst, found.revision) == ("Iets anders.", 2)


def test_sources_keep_their_order_and_their_names_apart(bron: InstroomBron) -> None:
    second, third = (sources.add_last({"naam": naam}) for naam in ("Twee", "Drie"))
    sources.move_source(third, -1)
    assert [one.naam for one in sources.all_sources()] == ["Eén bron", "Drie", "Twee"]
    with pytest.raises(sources.BronProblem, match="Er is al een bron"):
        sources.change_source(second, {"naam": "drie"}, base_revision=1)
    sources.change_source(second, {"naam": "Vier", "houder": "CBS"}, base_revision=1)
    with pytest.raises(sources.StaleBron):
        sources.change_source(second, {"naam": "Vijf"}, base_revision=1)


def test_the_gemeenten_are_those_that_the_beheerder_keeps(app: Flask) -> None:
    regio = make_regio("Bosstreek")
    assert importing.names()[regio.code] == "Bosstreek"
    assert importing.gemeenten().regios == importing.names()
