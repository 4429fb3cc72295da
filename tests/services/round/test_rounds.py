"""A round in the hands of a coördinator: what is made, opened, closed, and decided about one sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from flask import Flask

from forms.dutch.dates import day_in_words
from portal.domain import clock
from portal.domain.roles import Actor, Namens, Rol
from portal.domain.round.events import UitvraagEventSoort
from portal.domain.round.rules import RoundValues
from portal.domain.round.states import BladStand, BladStatus, UitvraagStatus, stand
from portal.extensions import db
from portal.models import Antwoordblad, Mail, Uitvraag
from portal.services.round import events, rounds
from portal.services.round.lines import contacts_of
from portal.services.round.page import round_page
from portal.services.round.problems import RoundProblem
from portal.services.round.rounds import RoundConflict
from portal.services.sheet import decisions
from portal.services.sheet.decisions import require_as_seen, seen_mark
from tests.editions import ASKED
from tests.worlds.people import give_role, make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_plan, make_vastgesteld
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows

OPENING, DEADLINE = date(2024, 4, 1), date(2024, 4, 30)
Q1 = RoundValues(
    naam="Kwartaaluitvraag Q1 2024",
    periode_van=date(2024, 1, 1),
    periode_tot=date(2024, 3, 31),
    opent_op=OPENING,
    deadline=DEADLINE,
    edition=ASKED.key,
    herinner_dagen=(7, 1, -1),
)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


@pytest.fixture
def co(app: Flask) -> Actor:
    return make_user(Rol.COORDINATOR, naam="Roos Proef").actor


@pytest.fixture
def other_co(app: Flask) -> Actor:
    return make_user(Rol.COORDINATOR, naam="Bas Voorbeeld").actor


def planned(co: Actor, values: RoundValues = Q1) -> Uitvraag:
    with clock.stopped_at(noon(date(2024, 3, 1))):
        return rounds.make_round(values, actor=co)


def opened(co: Actor, day: date = OPENING) -> Uitvraag:
    uitvraag = planned(co)
    with clock.stopped_at(noon(day)):
        rounds.open_round(uitvraag, actor=co)
        db.session.commit()
    return uitvraag


def closed(co: Actor) -> Uitvraag:
    uitvraag = opened(co)
    with clock.stopped_at(noon(date(2024, 5, 3))):
        rounds.close_round(uitvraag, actor=co)
        db.session.commit()
    return uitvraag


def sheet_of(uitvraag: Uitvraag, naam: str) -> Antwoordblad:
    return next(blad for blad in uitvraag.bladen if blad.naam == naam)


def on(day: date, act: Callable[[], object]) -> str:
    """What a coördinator is told who does this on a day; empty when it is done."""
    with clock.stopped_at(noon(day)):
        try:
            act()
        except RoundProblem as problem:
            db.session.rollback()
            return str(problem)
        db.session.commit()
    return ""


def soorten(uitvraag: Uitvraag) -> list[str]:
    return [event.soort for event in reversed(events.story_of(uitvraag))]


def mails(soort: str) -> list[Mail]:
    return [mail for mail in all_rows(Mail) if mail.soort == soort]


# --- Opening ---------------------------------------------------------------------------------------------------------


def test_opening_makes_one_sheet_per_plan_and_one_per_region_without(app: Flask, co: Actor) -> None:
    with clock.stopped_at(noon(date(2024, 2, 1))):
        een, twee, drie, _ = (make_regio(naam) for naam in ("Een", "Twee", "Drie", "Vier"))
        joint, alone = make_plan(een, twee), make_plan(drie)
        make_vastgesteld(joint)
    uitvraag = opened(co)
    in_force = joint.versie.indieningen[-1].id
    found = {blad.naam: (blad.plan_id, blad.plan_indiening_id) for blad in all_rows(Antwoordblad)}
    assert found == {"Een en Twee": (joint.id, in_force), "Drie": (alone.id, None), "Vier": (None, None)}
    assert uitvraag.status is UitvraagStatus.OPEN
    assert soorten(uitvraag) == ["gemaakt", "geopend"]


def test_a_plan_that_went_up_in_another_gets_no_sheet(app: Flask, co: Actor) -> None:
    from portal.services.plan import joining

    een, twee = make_regio("Een"), make_regio("Twee")
    plan, other = make_plan(een), make_plan(twee)
    joining.join_plan(plan, other, actor=co)
    opened(co)
    assert [(blad.naam, blad.plan_id) for blad in all_rows(Antwoordblad)] == [("Een en Twee", plan.id)]


def test_a_world_without_regions_opens_with_no_sheets(app: Flask, co: Actor) -> None:
    assert opened(co).bladen == []


def test_contacts_get_one_mail_per_person_however_many_regions(app: Flask, co: Actor) -> None:
    een, twee = make_regio("Een"), make_regio("Twee")
    kim = make_contact(een, naam="Kim Proef")
    give_role(kim, Rol.REGIOCONTACT, twee, Namens.ZORGKANTOOR)
    away = make_contact(een)
    away.active = False
    make_regiolezer(een)
    opened(co)
    (mail,) = all_rows(Mail)
    assert (mail.aan, mail.onderwerp) == (kim.email, "Kwartaaluitvraag Q1 2024")
    assert "- Een, uiterlijk dinsdag 30 april 2024 (nog 29 dagen)" in mail.tekst
    assert "- Twee, uiterlijk" in mail.tekst


def test_opening_before_the_planned_day_makes_it_the_day(app: Flask, co: Actor) -> None:
    assert opened(co, date(2024, 3, 28)).opent_op == date(2024, 3, 28)


@pytest.mark.parametrize(
    ("values", "day", "told"),
    [
        (
            replace(Q1, edition=""),
            OPENING,
            "Deze uitvraag heeft nog geen vragen. Kies een landelijke vragenlijst of voeg een eigen vraag toe.",
        ),
        (Q1, date(2024, 5, 1), "De deadline was dinsdag 30 april 2024. Kies eerst een latere deadline."),
    ],
    ids=["no questions", "deadline passed"],
)
def test_a_round_that_cannot_be_answered_does_not_open(
    app: Flask, co: Actor, values: RoundValues, day: date, told: str
) -> None:
    make_regio()
    uitvraag = planned(co, values)
    assert on(day, lambda: rounds.open_round(uitvraag, actor=co)) == told
    assert (uitvraag.status, all_rows(Antwoordblad)) == (UitvraagStatus.GEPLAND, [])


def test_somebody_of_both_regions_of_a_sheet_is_its_contact_once(app: Flask, co: Actor) -> None:
    een, twee = make_regio("Een"), make_regio("Twee")
    kim = make_contact(een)
    give_role(kim, Rol.REGIOCONTACT, twee, Namens.ZORGKANTOOR)
    make_plan(een, twee)
    uitvraag = opened(co)
    assert contacts_of([uitvraag.id]) == {uitvraag.bladen[0].id: [(kim.id, kim.email, kim.naam)]}


# --- Twice, and at once ----------------------------------------------------------------------------------------------


def test_who_closes_what_a_colleague_closed_hears_who_and_when(app: Flask, co: Actor, other_co: Actor) -> None:
    uitvraag = closed(co)
    told = on(date(2024, 5, 3), lambda: rounds.close_round(uitvraag, actor=other_co))
    assert told == (
        "Er is niets gewijzigd, want dit was al gebeurd: Roos Proef heeft de uitvraag gesloten (vandaag om 14:00)."
    )
    assert soorten(uitvraag).count("gesloten") == 1


def test_a_double_click_is_no_error(app: Flask, co: Actor) -> None:
    uitvraag = closed(co)
    with pytest.raises(RoundProblem) as problem:
        rounds.close_round(uitvraag, actor=co)
    assert problem.value.is_own
    with pytest.raises(RoundProblem) as again:
        rounds.open_round(uitvraag, actor=co)
    assert again.value.is_own


def test_a_page_that_is_no_longer_true_moves_nothing(app: Flask, co: Actor, other_co: Actor) -> None:
    uitvraag = planned(co)
    mark = rounds.round_mark(uitvraag)
    later = replace(Q1, deadline=date(2024, 5, 15))
    on(OPENING, lambda: rounds.change_round(uitvraag, later, seen_revision=1, actor=other_co))
    told = on(OPENING, lambda: rounds.require_round_as_seen(uitvraag, mark, actor=co))
    assert told.endswith("dit was al gebeurd: Bas Voorbeeld heeft de uitvraag gewijzigd (vandaag om 14:00).")


# --- Changing --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"opent_op": date(2024, 2, 1)}, "De openingsdag is al voorbij. Kies vandaag of een latere dag."),
        ({"deadline": date(2024, 3, 31)}, "De deadline ligt voor de openingsdag. Kies een latere deadline."),
        (
            {"periode_tot": date(2023, 12, 31)},
            "De periode eindigt voordat zij begint. Draai de data om of pas er een aan.",
        ),
        ({"naam": ""}, "Geef de uitvraag een naam, bijvoorbeeld “Kwartaaluitvraag Q1 2024”."),
    ],
)
def test_dates_that_cannot_be_are_refused(app: Flask, co: Actor, change: dict[str, object], told: str) -> None:
    values = replace(Q1, **change)  # type: ignore[arg-type]
    assert on(date(2024, 3, 1), lambda: rounds.make_round(values, actor=co)) == told
    assert all_rows(Uitvraag) == []


def test_two_rounds_cannot_have_one_name(app: Flask, co: Actor) -> None:
    planned(co)
    db.session.commit()
    assert on(date(2024, 3, 1), lambda: rounds.make_round(Q1, actor=co)) == rounds.NAME_TAKEN
    shouted = replace(Q1, naam=Q1.naam.upper())
    assert on(date(2024, 3, 1), lambda: rounds.make_round(shouted, actor=co)) == rounds.NAME_TAKEN


def test_a_round_keeps_its_own_name_in_other_capitals(app: Flask, co: Actor) -> None:
    uitvraag = planned(co)
    on(
        date(2024, 3, 2),
        lambda: rounds.change_round(uitvraag, replace(Q1, naam=Q1.naam.upper()), seen_revision=1, actor=co),
    )
    assert uitvraag.naam == Q1.naam.upper()


def test_a_name_that_no_heading_can_hold_is_refused_in_words(app: Flask, co: Actor) -> None:
    long = replace(Q1, naam="n" * 201)
    sentence = "De naam is te lang. Gebruik hoogstens 200 tekens."
    assert on(date(2024, 3, 1), lambda: rounds.make_round(long, actor=co)) == sentence


def test_the_second_to_save_hears_of_the_first_and_overwrites_nothing(app: Flask, co: Actor, other_co: Actor) -> None:
    uitvraag = planned(co)
    on(date(2024, 3, 2), lambda: rounds.change_round(uitvraag, replace(Q1, naam="Anders"), seen_revision=1, actor=co))
    mine = replace(Q1, toelichting="Mijn tekst.")
    with clock.stopped_at(noon(date(2024, 3, 2))), pytest.raises(RoundConflict, match=r"Roos Proef heeft .* gewijzigd"):
        rounds.change_round(uitvraag, mine, seen_revision=1, actor=other_co)
    assert (uitvraag.naam, uitvraag.toelichting, uitvraag.revision) == ("Anders", "", 2)


def test_saving_what_is_stored_already_is_nothing(app: Flask, co: Actor) -> None:
    uitvraag = planned(co)
    rounds.change_round(uitvraag, Q1, seen_revision=99, actor=co)
    assert (uitvraag.revision, soorten(uitvraag)) == (1, ["gemaakt"])


def test_once_open_what_was_asked_and_about_when_stays(app: Flask, co: Actor) -> None:
    uitvraag = opened(co)
    about_more = replace(Q1, periode_van=date(2023, 10, 1))
    told = on(date(2024, 4, 2), lambda: rounds.change_round(uitvraag, about_more, seen_revision=1, actor=co))
    assert told == "Deze uitvraag is open. Vragen, periode, openingsdag en wie u vraagt liggen vast."
    later = replace(Q1, naam="Q1", deadline=date(2024, 5, 7), toelichting="Let op.", herinner_dagen=(3,))
    assert on(date(2024, 4, 2), lambda: rounds.change_round(uitvraag, later, seen_revision=1, actor=co)) == ""
    assert rounds.values_of(uitvraag) == later
    (event,) = [one for one in events.story_of(uitvraag) if one.soort == UitvraagEventSoort.GEWIJZIGD]
    assert event.notitie == "Naam. Deadline: 7 mei 2024. Toelichting. Herinneringen."


def test_an_open_round_gets_no_deadline_in_the_past(app: Flask, co: Actor) -> None:
    uitvraag = opened(co)
    past = replace(Q1, deadline=date(2024, 4, 10))
    told = on(date(2024, 4, 11), lambda: rounds.change_round(uitvraag, past, seen_revision=1, actor=co))
    assert told == "Deze deadline is al voorbij. Kies vandaag of een latere dag."
    renamed = replace(Q1, naam="Q1")
    assert on(date(2024, 5, 9), lambda: rounds.change_round(uitvraag, renamed, seen_revision=1, actor=co)) == ""


def test_a_closed_round_is_not_changed(app: Flask, co: Actor) -> None:
    uitvraag = closed(co)
    told = on(date(2024, 5, 3), lambda: rounds.change_round(uitvraag, replace(Q1, naam="X"), seen_revision=1, actor=co))
    assert told == "Deze uitvraag is gesloten. U kunt haar niet meer wijzigen."


def test_a_later_deadline_never_leaves_an_extension_behind(app: Flask, co: Actor) -> None:
    for naam in ("Een", "Twee", "Drie"):
        make_regio(naam)
    uitvraag = opened(co)
    for naam, until in (("Een", date(2024, 5, 5)), ("Twee", date(2024, 5, 20))):
        with clock.stopped_at(noon(date(2024, 4, 2))):
            decisions.grant_extension(sheet_of(uitvraag, naam), until, actor=co)
    later = replace(Q1, deadline=date(2024, 5, 10))
    on(date(2024, 4, 3), lambda: rounds.change_round(uitvraag, later, seen_revision=1, actor=co))
    db.session.expire_all()
    found = {blad.naam: blad.deadline for blad in uitvraag.bladen}
    assert found == {"Een": date(2024, 5, 10), "Twee": date(2024, 5, 20), "Drie": date(2024, 5, 10)}


# --- Closing and reopening -------------------------------------------------------------------------------------------


def test_closing_tells_only_those_whose_answer_is_missing(app: Flask, co: Actor) -> None:
    people = {naam: make_contact(make_regio(naam)) for naam in ("Stil", "Klaar", "Bezig", "Vrij")}
    uitvraag = opened(co)
    for naam, status in (("Klaar", BladStatus.INGEDIEND), ("Bezig", BladStatus.HEROPEND)):
        blad = sheet_of(uitvraag, naam)
        blad.indiening_nummer, blad.status = 1, status
    sheet_of(uitvraag, "Vrij").niet_gevraagd = True
    on(date(2024, 5, 3), lambda: rounds.close_round(uitvraag, actor=co))
    found = {mail.aan: mail.tekst for mail in mails("uitvraag_gesloten")}
    assert set(found) == {people["Stil"].email, people["Bezig"].email}
    assert "- Stil: uw antwoorden zijn niet ingediend. Wat u had ingevuld, is bewaard." in found[people["Stil"].email]
    assert "Wat u eerder indiende, telt." in found[people["Bezig"].email]
    stands = {line.regio: line.stand for line in round_page(uitvraag).lines}
    assert stands == {
        "Stil": BladStand.NIET_BEANTWOORD,
        "Klaar": BladStand.INGEDIEND,
        # A correction that was not handed in: what was handed in counts.
        "Bezig": BladStand.INGEDIEND,
        "Vrij": BladStand.NIET_GEVRAAGD,
    }


def test_reopening_needs_a_reason_that_stands_in_the_mail(app: Flask, co: Actor) -> None:
    contact = make_contact(make_regio("Een"))
    uitvraag = closed(co)
    assert on(date(2024, 5, 4), lambda: rounds.reopen_round(uitvraag, " ", actor=co)) == (
        "Heropenen kan alleen met een reden."
    )
    assert on(date(2024, 5, 4), lambda: rounds.reopen_round(uitvraag, "Er was storing.", actor=co)) == ""
    (mail,) = mails("uitvraag_heropend")
    assert mail.aan == contact.email
    assert "De reden: Er was storing." in mail.tekst
    assert uitvraag.status is UitvraagStatus.OPEN


def test_a_finished_round_stays_finished(app: Flask, co: Actor) -> None:
    uitvraag = make_uitvraag(status=UitvraagStatus.AFGEROND)
    blad = make_blad(uitvraag, make_regio())
    acts: list[Callable[[], None]] = [
        lambda: rounds.reopen_round(uitvraag, "Toch.", actor=co),
        lambda: decisions.reopen_sheet(blad, clock.today(), "Toch.", actor=co),
        lambda: decisions.mark_not_asked(blad, "Toch.", actor=co),
        lambda: decisions.grant_extension(blad, clock.today(), actor=co),
    ]
    for act in acts:
        with pytest.raises(RoundProblem):
            act()


# --- One sheet -------------------------------------------------------------------------------------------------------


def test_an_extension_is_a_deadline_of_its_own_and_is_told(app: Flask, co: Actor) -> None:
    contact = make_contact(make_regio("Een"))
    make_contact(make_regio("Twee"))
    uitvraag = opened(co)
    blad, until = sheet_of(uitvraag, "Een"), date(2024, 5, 10)
    for _ in range(2):
        assert on(date(2024, 4, 29), lambda: decisions.grant_extension(blad, until, actor=co, reden="Ziekte.")) == ""
    assert (blad.deadline, sheet_of(uitvraag, "Twee").deadline) == (until, DEADLINE)
    (mail,) = mails("uitstel")
    assert mail.aan == contact.email
    assert "Dat kan tot en met vrijdag 10 mei 2024 (nog 11 dagen)." in mail.tekst
    (event,) = [one for one in events.story_of_sheet(blad) if one.soort == UitvraagEventSoort.UITSTEL]
    assert (event.gegevens, event.notitie) == ({"regios": "Een", "datum": "10 mei 2024"}, "Ziekte.")
    with clock.stopped_at(noon(date(2024, 5, 1))):
        assert stand(blad.blad_facts, clock.today()) is BladStand.OPEN


@pytest.mark.parametrize(
    ("today", "until", "told"),
    [
        (
            date(2024, 4, 2),
            date(2024, 4, 20),
            "Uitstel moet later zijn dan de deadline van de uitvraag, dinsdag 30 april 2024. Kies een latere dag.",
        ),
        (
            date(2024, 4, 2),
            DEADLINE,
            "Uitstel moet later zijn dan de deadline van de uitvraag, dinsdag 30 april 2024. Kies een latere dag.",
        ),
        (date(2024, 5, 9), date(2024, 5, 8), "Deze dag is al voorbij. Kies vandaag of een latere dag."),
    ],
    ids=["before the deadline", "on the deadline", "in the past"],
)
def test_what_is_no_extension_is_refused(app: Flask, co: Actor, today: date, until: date, told: str) -> None:
    make_regio("Een")
    uitvraag = opened(co)
    blad = sheet_of(uitvraag, "Een")
    assert on(today, lambda: decisions.grant_extension(blad, until, actor=co)) == told
    assert blad.uitstel_tot is None


def test_after_closing_it_is_the_sheet_that_reopens(app: Flask, co: Actor) -> None:
    contact = make_contact(make_regio("Een"))
    make_regio("Twee")
    uitvraag = closed(co)
    blad, until, today = sheet_of(uitvraag, "Een"), date(2024, 5, 10), date(2024, 5, 6)
    assert on(today, lambda: decisions.grant_extension(blad, until, actor=co)) == (
        "De uitvraag is gesloten. Uitstel kan niet meer. Heropen het antwoordblad van deze regio."
    )
    assert on(today, lambda: decisions.reopen_sheet(blad, until, "", actor=co)) == (
        "Schrijf op waarom. De regio ziet deze reden."
    )
    assert on(today, lambda: decisions.reopen_sheet(blad, until, "U belde erover.", actor=co)) == ""
    (mail,) = mails("uitvraag_heropend")
    assert (mail.aan, "De reden: U belde erover." in mail.tekst) == (contact.email, True)
    shown = [(date(2024, 5, 10), "te_laat"), (date(2024, 5, 11), "niet_beantwoord")]
    assert [(day, stand(blad.blad_facts, day).value) for day, _ in shown] == shown
    assert stand(sheet_of(uitvraag, "Twee").blad_facts, today) is BladStand.NIET_BEANTWOORD


def test_a_sheet_of_an_open_round_is_not_reopened(app: Flask, co: Actor) -> None:
    make_regio("Een")
    blad = opened(co).bladen[0]
    told = on(date(2024, 4, 2), lambda: decisions.reopen_sheet(blad, date(2024, 6, 1), "Graag.", actor=co))
    assert told == "De uitvraag is nog open. Deze regio kan gewoon antwoorden. Geef zo nodig uitstel."


def test_not_asked_is_no_missing_answer_and_can_be_undone(app: Flask, co: Actor) -> None:
    contact = make_contact(make_regio("Een"))
    make_regio("Twee")
    uitvraag = opened(co)
    blad = sheet_of(uitvraag, "Een")
    assert on(date(2024, 4, 2), lambda: decisions.mark_not_asked(blad, "Start pas in juni.", actor=co)) == ""
    assert round_page(uitvraag).telling.ontbreken == ("Twee",)
    told = on(date(2024, 4, 2), lambda: decisions.grant_extension(blad, date(2024, 6, 1), actor=co))
    assert told == "Deze regio hoeft niet te antwoorden. Kies eerst “Toch vragen”."
    before = len(mails("uitvraag_open"))
    assert on(date(2024, 4, 3), lambda: decisions.ask_after_all(blad, actor=co)) == ""
    assert round_page(uitvraag).telling.ontbreken == ("Een", "Twee")
    assert [mail.aan for mail in mails("uitvraag_open")][before:] == [contact.email]
    assert soorten(uitvraag)[-2:] == ["niet_gevraagd", "toch_gevraagd"]


def test_who_answered_is_not_set_to_not_asked(app: Flask, co: Actor) -> None:
    make_regio("Een")
    blad = opened(co).bladen[0]
    blad.indiening_nummer, blad.status = 1, BladStatus.INGEDIEND
    db.session.commit()
    told = on(date(2024, 4, 2), lambda: decisions.mark_not_asked(blad, "Graag.", actor=co))
    assert told == "Deze regio heeft al geantwoord. Wat is ingediend, telt mee."


def test_two_coordinators_decide_about_one_sheet(app: Flask, co: Actor, other_co: Actor) -> None:
    make_regio("Een")
    blad = opened(co).bladen[0]
    mark = seen_mark(blad)
    today = date(2024, 4, 2)
    on(today, lambda: decisions.mark_not_asked(blad, "Start later.", actor=other_co))
    told = on(today, lambda: require_as_seen(blad, mark, actor=co))
    assert told == (
        "Er is niets gewijzigd, want dit was al gebeurd: "
        "Bas Voorbeeld heeft Een op “niet gevraagd” gezet (vandaag om 14:00)."
    )


def test_the_last_day_that_regions_heard_of_is_the_day_that_counts(app: Flask, co: Actor) -> None:
    """A day that is set back on the same day is told again; pressing twice is not."""
    blad = make_blad(make_uitvraag(), make_regio("Een"))
    make_contact(blad.regios[0])
    days = [date(2099, 5, 7), date(2099, 5, 14), date(2099, 5, 7)]
    for hour, day in enumerate(days):
        for _ in ("press", "press again"):
            with clock.stopped_at(noon(blad.uitvraag.deadline).replace(hour=hour)):
                decisions.grant_extension(blad, day, actor=co)
    told = [mail.tekst for mail in all_rows(Mail) if mail.soort == "uitstel"]
    assert [day_in_words(day) in text for day, text in zip(days, told, strict=True)] == [True] * 3
