"""A report over several rounds: what is of the last, what is of all of them, and that each round is told by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from exports.national.build import Stamp, build
from exports.national.counting.values import living_values
from exports.national.data import RapportData
from exports.national.tree import Hoofdstuk, Lijst, NationaalRapport, Tabel
from portal.domain import clock
from portal.domain.roles import Actor, Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import RegelSoort, Uitvraag
from portal.services.report import reports, spans
from portal.services.report.gather import gather
from portal.services.report.problems import ReportProblem, UnfinishedReport
from portal.services.report.spans import Span
from portal.services.report.stored_data import from_json, to_json
from tests.worlds.feedback import add_regel
from tests.worlds.kept import kept
from tests.worlds.nation import MOMENT, make_full_plan
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.report import adopt, present
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.sheet import hand_in, make_sheet_ready, put_answer, put_progress

EIGEN = {"key": "eigen_hulp", "label": "Welke hulp zoekt u?", "kind": "long_text"}


@kept
def three_rounds() -> list[Uitvraag]:
    """Q3 2023, Q4 2023 and Q1 2024, closed. Aland answered all, Bland the first only; Q3 had a question of its own.

    Aland repeats a lesson; an action gets done.
    """
    aland, bland = make_full_plan(make_regio("Aland")), make_full_plan(make_regio("Bland"))
    with clock.stopped_at(MOMENT):
        rounds = [
            a_round("Kwartaaluitvraag Q3 2023", date(2023, 10, 1), date(2023, 7, 1), extra_vragen=[EIGEN]),
            a_round("Kwartaaluitvraag Q4 2023", date(2024, 1, 1), date(2023, 10, 1)),
            a_round("Kwartaaluitvraag Q1 2024", date(2024, 4, 1), date(2024, 1, 1)),
        ]
        for place, uitvraag in enumerate(rounds):
            for plan in (aland, bland):
                blad, contact = make_blad(uitvraag, plan=plan), make_contact(plan.regios[0])
                if plan is bland and place:
                    continue
                make_sheet_ready(blad, contact)
                add_regel(blad, "Begin klein", soort=RegelSoort.LES)
                add_regel(blad, f"Succes {place}", soort=RegelSoort.SUCCES)
                if place == 2:
                    put_progress(blad, [("afgerond", "Klaar.")], door=contact)
                if not place:
                    put_answer(blad, "eigen_hulp", "Een tolk", door=contact)
                hand_in(blad, contact)
            uitvraag.status = UitvraagStatus.GESLOTEN
        db.session.flush()
    return rounds


def a_round(naam: str, opent_op: date, van: date, **values: object) -> Uitvraag:
    uitvraag = make_uitvraag(naam=naam, opent_op=opent_op, **values)  # type: ignore[arg-type]
    uitvraag.periode_van = van
    return uitvraag


@pytest.fixture
def rounds(app: Flask) -> list[Uitvraag]:
    return three_rounds()


@pytest.fixture
def kim(app: Flask) -> Actor:
    return make_user(Rol.COORDINATOR, naam="Kim Bedacht").actor


def gathered(rounds: list[Uitvraag]) -> RapportData:
    *earlier, last = rounds
    with clock.stopped_at(MOMENT):
        data = gather(last, earlier)
    assert from_json(to_json(data)) == data
    return data


def tree(data: RapportData) -> NationaalRapport:
    return build(data, stamp=Stamp("Concept", 1), edits={})


def chapter(report: NationaalRapport, sleutel: str) -> Hoofdstuk:
    return next(one for one in report.all_chapters() if one.sleutel == sleutel)


def tables(hoofdstuk: Hoofdstuk) -> dict[str, list[list[object]]]:
    return {
        one.sleutel: [[cel.waarde for cel in row] for row in one.rijen]
        for one in hoofdstuk.blokken
        if isinstance(one, Tabel)
    }


def test_numbers_are_of_the_last_round_and_texts_of_all_of_them(rounds: list[Uitvraag]) -> None:
    data = gathered(rounds)
    values = living_values(data)
    alone = living_values(gather(rounds[-1]))
    same = ("geantwoord", "regios", "acties", "acties_afgerond", "doel_deels", "geantwoord_vorige")
    assert {key: values[key].aantal for key in same} == {key: alone[key].aantal for key in same}
    # Three successes of Aland and one of Bland; the lesson that Aland repeated counts once.
    assert (values["successen"].aantal, values["successen_regios"].aantal, values["lessen"].aantal) == (4, 2, 2)
    # Nothing of the round before is like that.
    assert values["successen"].vorige is None
    assert not {"successen_vorige", "zelfde_successen", "zelfde_lessen"} & values.keys()


def test_every_round_is_told_by_itself(rounds: list[Uitvraag]) -> None:
    report = tree(gathered(rounds))
    assert (report.ronde, report.ondertitel) == (
        "Q3 2023 tot en met Q1 2024",
        "Q3 2023 tot en met Q1 2024: 1 juli 2023 tot en met 1 april 2024",
    )
    told = tables(chapter(report, "verloop"))
    assert told["verloop_respons"] == [
        ["Beantwoord", 2, 1, 1],
        ["Niet beantwoord", 0, 1, 1],
        ["Niet gevraagd", 0, 0, 0],
    ]
    assert ["Deels", 2, 1, 1] in told["verloop_doel"]
    (zin,) = (one for one in reports.sentences_in(chapter(report, "verloop")) if one.sleutel == "verloop_beide")
    assert "De enige regio die beide keren antwoordde" in zin.tekst
    assert "Van hun acties waren er toen 0 afgerond en nu 1." in zin.tekst


def test_a_text_says_of_which_round_it_is(rounds: list[Uitvraag]) -> None:
    for uitvraag in rounds:
        for blad in uitvraag.bladen:
            blad.citaat_met_naam = True
    db.session.flush()
    report = tree(gathered(rounds))
    points = [
        (punt.tekst, punt.bron)
        for blok in chapter(report, "lessen").blokken
        if isinstance(blok, Lijst)
        for punt in blok.punten
    ]
    # Aland said it last in Q1; the words of both regions stand once.
    assert points == [("Begin klein", "Genoemd door: Aland en Bland (Q3 2023 en Q1 2024)")]
    (aland,) = (one for one in report.all_chapters() if one.naam == "Aland")
    said = [
        punt.bron for blok in aland.blokken if isinstance(blok, Lijst) for punt in blok.punten if "Succes" in punt.tekst
    ]
    assert said == ["Q3 2023", "Q4 2023", "Q1 2024"]


def test_a_question_of_an_earlier_round_has_a_chapter_counted_in_that_round(rounds: list[Uitvraag]) -> None:
    report = tree(gathered(rounds))
    own = chapter(report, "vraag_eigen_hulp")
    told = " ".join(one.tekst for one in reports.sentences_in(own))
    assert "Deze vraag stond in de uitvraag “Kwartaaluitvraag Q3 2023”." in told
    assert "Alle 2 regio’s antwoordden." in told


def test_the_table_of_regions_has_the_last_answer_with_its_round(rounds: list[Uitvraag]) -> None:
    rows = {row[0]: row for row in tables(chapter(tree(gathered(rounds)), "bijlage_overzicht"))["regios"]}
    assert rows["Aland"][2:4] == ["Vast", "Deels"]
    assert rows["Bland"][2:4] == ["Vast (Q3 2023)", "Deels (Q3 2023)"]


def test_a_name_stands_with_a_quote_only_when_the_region_said_so_each_time(rounds: list[Uitvraag]) -> None:
    for uitvraag in rounds:
        uitvraag.bladen[0].citaat_met_naam = uitvraag is not rounds[1]
    db.session.flush()
    (aland,) = (one for one in gathered(rounds).beeld.regios if one.naam == "Aland")
    assert not aland.mag_met_naam
    rounds[1].bladen[0].citaat_met_naam = True
    db.session.flush()
    (aland,) = (one for one in gathered(rounds).beeld.regios if one.naam == "Aland")
    assert aland.mag_met_naam


def test_a_report_of_one_round_is_what_it_was(rounds: list[Uitvraag]) -> None:
    data = gathered(rounds[-1:])
    assert data.reeks == ()
    keys = {one.sleutel for one in tree(data).all_chapters()}
    assert "verloop" not in keys


def test_the_spans_that_end_with_a_round(rounds: list[Uitvraag]) -> None:
    pilot = make_uitvraag(naam="Proef", opent_op=date(2023, 11, 1))
    pilot.gevraagde_regios = [1]
    db.session.flush()
    found = {
        one.naam: [(c.span, c.naam, c.aantal) for c in spans.choices(one, spans.rounds_for_all())] for one in rounds
    }
    assert found == {
        "Kwartaaluitvraag Q3 2023": [],
        "Kwartaaluitvraag Q4 2023": [(Span.JAAR, "Q3 2023 tot en met Q4 2023", 2)],
        "Kwartaaluitvraag Q1 2024": [(Span.ALLES, "Q3 2023 tot en met Q1 2024", 3)],
    }
    assert spans.choices(pilot, spans.rounds_for_all()) == []
    # From a round on, where that is something else than what has a name; a round that comes later is none.
    first, second, last = rounds
    assert [spans.starts(one, spans.rounds_for_all()) for one in rounds] == [(), (), (first, second)]
    some = spans.chosen(last, Span.VANAF, second.id)
    assert some
    assert (some.naam, some.eerder) == ("Q4 2023 tot en met Q1 2024", (second,))
    for wrong in (last.id, pilot.id, 0):
        with pytest.raises(LookupError):
            spans.chosen(last, Span.VANAF, wrong)


def test_a_report_over_several_rounds_stands_beside_that_of_one(rounds: list[Uitvraag], kim: Actor) -> None:
    last = rounds[-1]
    with clock.stopped_at(MOMENT):
        alone = reports.make(last, actor=kim)
        over = spans.chosen(last, Span.ALLES)
        several = reports.make(last, actor=kim, over=over)
        assert (alone.nummer, several.nummer, several.naam) == (1, 1, "Q3 2023 tot en met Q1 2024")
        assert [len(reports.data_of(one).reeks) for one in (alone, several)] == [0, 3]
        with pytest.raises(UnfinishedReport):
            reports.make(last, actor=kim, over=over)
        before = reports.data_of(several)
        assert not reports.remake(several, actor=kim, seen_revision=1)
        assert replace(reports.data_of(several), peilmoment=before.peilmoment) == before
        (listed,) = (one for one in reports.rounds_with_reports(kim) if one.uitvraag is last)
        assert (listed.rapporten, listed.over_meer, listed.keuzes) == ((alone,), ((several,),), ())


def test_an_earlier_round_that_is_open_again_keeps_the_report_from_the_kerngroep(
    rounds: list[Uitvraag], kim: Actor
) -> None:
    last = rounds[-1]
    several = reports.make(last, actor=kim, over=spans.chosen(last, Span.ALLES))
    rounds[0].status = UitvraagStatus.OPEN
    db.session.flush()
    with pytest.raises(ReportProblem, match="Kwartaaluitvraag Q3 2023 was open"):
        present(several, kim)
    rounds[0].status = UitvraagStatus.GESLOTEN
    present(several, kim)
    adopt(several, kim)
    assert {one.soort for one in several.bestanden} == {"docx", "xlsx", "pdf", "pptx", "odt", "ods"}
