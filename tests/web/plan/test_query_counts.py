"""A page asks the database as many questions for one plan, row or person as for three or thirty."""

from __future__ import annotations

import pytest
from flask import Flask

from exports.condensed_source import KOLOMMEN
from forms.spec import Kind
from portal.domain import clock
from portal.domain.roles import Namens, Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Plan, Regio, User, VerwachtingAntwoord
from portal.services.feedback import feedback
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, attachments, rows, submit
from portal.services.review import condensing
from tests.running.halves import on_one_each
from tests.running.queries import World, asked
from tests.worlds.feedback import add_regel, hand_in
from tests.worlds.kept import kept
from tests.worlds.people import give_role, make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.remark import make_much_said
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows


@kept
def filled_plan(size: int) -> tuple[User, Plan]:
    """A plan with so many of everything, by as many people."""
    regio = make_regio(gemeenten=["Aldorp", "Bedorp"][:size])
    plan = make_plan(regio)
    people = [make_contact(regio, naam=f"Persoon {number}") for number in range(size)]
    for number, person in enumerate(people):
        key = ("achtergrond", "huidige_situatie", "monitoring", "ervaringen", "randvoorwaarden")[number]
        answers.save_answers(plan, [AnswerEdit(key, "Tekst.", 0)], actor=person.actor)
        for kind, name in (
            (Kind.PARTIJEN, "naam"),
            (Kind.DOELSTELLINGEN, "tekst"),
            (Kind.ACTIES, "omschrijving"),
            (Kind.MIJLPALEN, "mijlpaal"),
        ):
            rows.add_row(plan, kind, {name: f"Rij {number}", "vorm": "actie"}, actor=person.actor)
            gone = rows.add_row(plan, kind, {name: f"Weg {number}", "vorm": "actie"}, actor=person.actor)
            rows.remove_row(plan, kind, gone.id, base_revision=1, actor=person.actor)
        attachments.add_bijlage(plan, naam="Plan", bestandsnaam="plan.pdf", inhoud=b"%PDF-1.7", actor=person.actor)
    db.session.commit()
    return people[0], plan


def of_a_plan(rest: str) -> World:
    def world(size: int) -> tuple[User, str]:
        person, plan = filled_plan(size)
        return person, f"/plannen/{plan.id}{rest}"

    return world


def changed_plan(size: int) -> tuple[User, str]:
    """A plan that was handed in, taken back and changed."""
    person, plan = filled_plan(size)
    make_indiening(plan, person)
    submit.withdraw(plan, actor=person.actor)
    text = answers.answers_of(plan).get("monitoring")
    edit = AnswerEdit("monitoring", "Elke maand.", text.revision if text else 0)
    answers.save_answers(plan, [edit], actor=person.actor)
    return person, f"/plannen/{plan.id}/veranderd?toon=alles"


def many_plans(address: str, *, rol: Rol, submitted: bool) -> World:
    """A country with so many regions, contacts and plans, looked at by a national role."""

    def world(size: int) -> tuple[User, str]:
        for _ in range(size):
            regio = make_regio(gemeenten=[])
            make_contact(regio, Namens.ZORGKANTOOR)
            plan = make_plan(regio)
            if submitted:
                make_indiening(plan)
        return make_user(rol), address

    return world


def own_plans(size: int) -> tuple[User, str]:
    """A contact of so many regions, each with a plan in which something was done."""
    person = make_user(naam="Anna Proef")
    for _ in range(size):
        regio = make_regio()
        give_role(person, Rol.REGIOCONTACT, regio, Namens.GEMEENTE)
        answers.save_answers(make_plan(regio), [AnswerEdit("achtergrond", "Tekst.", 0)], actor=person.actor)
    return person, "/"


def joint_plan(size: int) -> tuple[User, str]:
    regios = [make_regio(gemeenten=[]) for _ in range(size)]
    plan = make_plan(*regios)
    return next(make_contact(regio) for regio in regios), f"/plannen/{plan.id}"


def open_round(address: str) -> World:
    """As `many_plans`, with two open rounds in which every region has a sheet."""

    def world(size: int) -> tuple[User, str]:
        person, _ = many_plans(address, rol=Rol.COORDINATOR, submitted=True)(size)
        for uitvraag in (make_uitvraag(), make_uitvraag(edition="")):
            for regio in all_rows(Regio):
                make_blad(uitvraag, regio)
        return person, address

    return world


def with_remarks(rest: str) -> World:
    def world(size: int) -> tuple[User, str]:
        person, plan = make_much_said(size)
        return person, f"/plannen/{plan.id}{rest}"

    return world


def condensed_plans(size: int) -> tuple[User, str]:
    """So many plans, each condensed by somebody else, in a search that finds them all."""
    person, _ = many_plans("", rol=Rol.COORDINATOR, submitted=True)(size)
    for plan in all_rows(Plan):
        actor = make_user(Rol.COORDINATOR).actor
        condensing.save(plan.id, KOLOMMEN[0], "Kort.", base_revision=0, bron="0" * 64, actor=actor)
    return person, "/landelijk/samenvatting?zoek=Proefstreek"


def told_in_a_round(rest: str, *, of_region: bool = False) -> World:
    """A closed round in which so many regions told something, looked at by a coördinator or by one of the regions."""

    def world(size: int) -> tuple[User, str]:
        uitvraag = make_uitvraag(status=UitvraagStatus.GESLOTEN)
        uitvraag.vervolg = "Wij gaan door."
        kim = make_user(Rol.COORDINATOR)
        bladen = [make_blad(uitvraag, make_regio(gemeenten=[])) for _ in range(size)]
        for blad in bladen:
            regel = add_regel(blad, "Wens", "vws")
            hand_in(blad, regel, answers={"doel_verwachting": "ja"})
            db.session.add(VerwachtingAntwoord(regel_id=regel.id, tekst="Ja", op=clock.now(), door_id=kim.id))
        if of_region:
            feedback.send(uitvraag, seen_revision=uitvraag.revision, actor=kim.actor)
        address = rest.format(uitvraag=uitvraag.id, blad=bladen[0].id)
        return make_contact(bladen[0].regios[0]) if of_region else kim, address

    return world


PAGES: dict[str, World] = {
    "verwachtingen": told_in_a_round("/landelijk/verwachtingen"),
    "terugkoppeling voorbereiden": told_in_a_round("/landelijk/uitvragen/{uitvraag}/terugkoppeling"),
    "terugkoppeling bekijken": told_in_a_round("/landelijk/uitvragen/{uitvraag}/terugkoppeling/voorbeeld"),
    "terugkoppeling lezen": told_in_a_round("/antwoordbladen/{blad}/terugkoppeling", of_region=True),
    "verwachtingen van regio": told_in_a_round("/antwoordbladen/{blad}/verwachtingen", of_region=True),
    "start after a terugkoppeling": told_in_a_round("/", of_region=True),
    "mijn plan": of_a_plan(""),
    "mijn plan of several regions": joint_plan,
    "tijdlijn": of_a_plan("/tijdlijn"),
    "lezen": of_a_plan("/lezen"),
    "wat is er veranderd": changed_plan,
    "controleren": of_a_plan("/controleren"),
    "bijlagen": of_a_plan("/bijlagen"),
    **{
        f"onderdeel {key}": of_a_plan(f"/onderdeel/{key}")
        for key in ("algemeen", "achtergrond", "doelstellingen", "acties", "planning")
    },
    "eerdere teksten": of_a_plan("/eerder/achtergrond"),
    "opmerkingen": with_remarks("/opmerkingen"),
    "mijn plan with remarks": with_remarks(""),
    "onderdeel with remarks": with_remarks("/onderdeel/achtergrond"),
    "acties with remarks": with_remarks("/onderdeel/acties"),
    "start of a contact": own_plans,
    "start of a coördinator": many_plans("/", rol=Rol.COORDINATOR, submitted=True),
    "overzicht": many_plans("/landelijk/plannen", rol=Rol.LEZER, submitted=False),
    "overzicht of what was handed in": many_plans("/landelijk/plannen", rol=Rol.COORDINATOR, submitted=True),
    "overzicht with open rounds": open_round("/landelijk/plannen?kaart=uitvraag&sorteer=-deadline-uitvraag"),
    "overzicht that is searched": open_round("/landelijk/plannen?zoek=Proefstreek"),
    "start of a coördinator with open rounds": open_round("/"),
    "samenvatting": many_plans("/landelijk/samenvatting", rol=Rol.COORDINATOR, submitted=True),
    "samenvatting with condensed texts": condensed_plans,
    "plannen starten": many_plans("/landelijk/plannen/starten", rol=Rol.COORDINATOR, submitted=False),
    "contacten": many_plans("/landelijk/contacten", rol=Rol.COORDINATOR, submitted=False),
}


@pytest.mark.parametrize(("app", "name"), on_one_each(list(PAGES)), indirect=["app"])
def test_a_page_asks_as_much_for_three_as_for_one(app: Flask, name: str):
    one, three = (asked(app, PAGES[name], size) for size in (1, 3))
    assert len(one) == len(three), "\n".join(three)
    assert one, "the page asks nothing at all"


def test_the_overzicht_asks_as_much_for_thirty_one_regions_as_for_one(app: Flask):
    one, all_of_them = (asked(app, PAGES["overzicht"], size) for size in (1, 31))
    assert len(one) == len(all_of_them)


def test_a_page_of_a_plan_does_not_notice_the_other_plans(app: Flask):
    def alone(size: int) -> tuple[User, str]:
        for _ in range(size - 1):
            make_plan()
        return PAGES["mijn plan"](1)

    assert len(asked(app, alone, 1)) == len(asked(app, alone, 31))
