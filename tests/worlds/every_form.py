"""A small country in which every form of the portal stands somewhere: plans, rounds and reports at every stage."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from forms.national import Soort, newest
from forms.spec import Kind
from portal.domain import clock
from portal.domain.coding.state import CodeSoort
from portal.domain.instroom.figures import NEDERLAND, CijferRegel, Waarneming, total_of
from portal.domain.instroom.imports import BestandSoort
from portal.domain.instroom.publication import PublicatieStatus
from portal.domain.report.hearing import HoorOordeel
from portal.domain.report.own_counts import TellingWaar
from portal.domain.report.states import RapportStatus
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Namens, Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Mail, Plan, Rapport, RegelSoort, Regio, Uitvraag, User
from portal.services.coding import book, codings, double, items
from portal.services.coding.piles import Pile
from portal.services.feedback import expectations
from portal.services.filling.revisions import AnswerEdit
from portal.services.instroom import duiding, sources, staging, taking
from portal.services.instroom.talk import Regiobeeld
from portal.services.intake import reading, under_way
from portal.services.intake import taking as taking_in
from portal.services.people import successors
from portal.services.plan import answers, attachments, giving, pen, reading_along, rows, versions
from portal.services.remark import remarks
from portal.services.report import hearing, own_counts
from portal.services.round.questionnaire import format_of_round
from portal.services.round.questions import QuestionValues, add_question
from portal.services.sheet import answers as sheet_answers
from portal.services.sheet import decisions, differing, goals, progress
from portal.services.sheet import rows as sheet_rows
from portal.services.sheet.goals import GoalValues
from portal.services.sheet.rows import RegelValues
from portal.services.sheet_intake import reading as sheet_reading
from tests.worlds.coding import make_code_book
from tests.worlds.consent import link_to_agree, put_waivers
from tests.worlds.goals import ids_of_goals, make_round_of_goals
from tests.worlds.kept import kept
from tests.worlds.people import give_role, make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening, make_plan, make_vastgesteld
from tests.worlds.publishing import announce, object_to, pass_time
from tests.worlds.remark import make_thread
from tests.worlds.report import make_kernlid, make_rapport, put_hearing
from tests.worlds.review import make_in_review, make_returned
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.sheet import (
    hand_in,
    ids_of,
    make_plan_in_force,
    make_q4,
    make_sheet_ready,
    put_answer,
    put_progress,
)
from tests.worlds.sheet_files import filled, word_of
from tests.worlds.word_files import OWN_WORDS, word_file_with_a_comment

People = dict[str, User]

# A beoordelaar speaks for a party of the kerngroep here.
_NATIONAL = (Rol.COORDINATOR, Rol.LEZER, Rol.BEHEERDER)

ROWS = {
    Kind.ACTIES: {"vorm": "actie", "omschrijving": "Overleggen"},
    Kind.PARTIJEN: {"naam": "GGZ De Brug"},
    Kind.MIJLPALEN: {"activiteit": "Start", "mijlpaal": "Begonnen", "tijdslijn": "Q1 2024"},
    Kind.DOELSTELLINGEN: {"tekst": "Minder instroom"},
}


@kept
def make_every_form() -> People:
    """The country, and who looks at it, by what they are there. One contact writes for all its regions."""
    make_code_book()
    contact = make_contact(make_regio("Aastreek"), naam="Anna Proef")
    people = {"contact": contact, "kernlid": make_kernlid("VWS", naam="Bo Partij")}
    people |= {rol.value: make_user(rol, naam=f"Kim {rol.label}") for rol in _NATIONAL}
    _draft(_plan_of(contact, "Bosstreek"), people)
    make_indiening(_plan_of(contact, "Duinstreek"), contact)
    _in_review(_plan_of(contact, "Grasstreek"), people)
    _returned(_plan_of(contact, "Heistreek"), people)
    make_vastgesteld(_plan_of(contact, "Kleistreek"))
    versions.start_new_version(make_vastgesteld(_plan_of(contact, "Lindestreek")), actor=contact.actor)
    closed = _rounds(people)
    for status in RapportStatus:
        rapport = make_rapport(status=status, actor=people["coordinator"].actor)
        if status is RapportStatus.CONCEPT:
            # Of what was handed in above.
            own_counts.keep(
                rapport, naam="Later", vraag="volgt", waar=TellingWaar.PLANNEN, actor=people["coordinator"].actor
            )
    _talked_about(make_rapport(closed, actor=people["coordinator"].actor), people)
    make_user(Rol.LEZER, naam="Aad Gegaan", active=False)
    book.retire(book.codes(CodeSoort.LESSEN)[0], actor=people["coordinator"].actor)
    people["regiolezer"] = make_regiolezer(make_regio("Leesstreek"))
    _coded_twice(people)
    _figures(people)
    _said_of_figures(people)
    _announced(people)
    _from_word(people)
    _failed_mail(people["beheerder"])
    successors.name_successor(contact, naam="Kees Post", email="kees@voorbeeld.example", actor=contact.actor)
    db.session.commit()
    return people


def _from_word(people: People) -> None:
    """A file that is being taken in, one that lies ready, and one that was taken over."""
    drafts = {plan.naam: plan for plan in db.session.scalars(select(Plan)) if plan.status.can_be_edited}
    actor, data = people["contact"].actor, word_file_with_a_comment(newest(Soort.PLAN), OWN_WORDS)
    reading.read_file(drafts["Bosstreek"], name="plan.docx", data=data, actor=actor)
    reading.put_file_ready(drafts["Heistreek"], name="gemaild.docx", data=data, actor=people["coordinator"].actor)
    taken = drafts["Lindestreek"]
    found = reading.read_file(taken, name="eerder.docx", data=data, actor=actor)
    taking_in.take_over(taken, seen=taking_in.compared(taken, under_way.opened(found)).mark, actor=actor)


def _talked_about(rapport: Rapport, people: People) -> None:
    """Reviewers remarked on this concept, and two regions of the contact read their page: one wants something else."""
    make_thread(rapport, people["kernlid"], Zicht.INTERN)
    solved = make_thread(rapport, people["kernlid"], Zicht.INTERN, "Opgelost?")
    remarks.resolve(rapport, solved.id, actor=people["coordinator"].actor)
    contact = people["contact"]
    asked, wishes = (put_hearing(rapport, one.regio) for one in contact.lidmaatschappen[:2] if one.regio)
    hearing.answer(wishes, HoorOordeel.ANDERS, "Wij zijn met meer.", seen_revision=1, actor=contact.actor)
    assert asked.oordeel is None


def _coded_twice(people: People) -> None:
    """A sample of which one text was coded otherwise by a second, and one waits for one."""
    uitvraag, coordinator = expectations.newest_round_asked(), people["coordinator"].actor
    assert uitvraag is not None
    pile = Pile(CodeSoort.ACTIES, label="Acties")
    texts = items.items(pile.soort, uitvraag)
    double.draw(pile, uitvraag, 100, texts, actor=coordinator)
    first, other = book.codes(pile.soort)[:2]
    for item in texts[:2]:
        codings.save(item, [first.id], base_revision=0, actor=people["kernlid"].actor)
    sample = double.sample_of(pile, uitvraag, book.codes(with_retired=True))
    assert sample is not None
    item = next(one for one in items.items(pile.soort, uitvraag) if one.id == texts[0].id)
    second = make_kernlid("ZN", naam="Di Tweede").actor
    double.save_second(sample, item, [other.id], bron=item.bron, actor=second)


def _figures(people: People) -> None:
    """Two sources that say something else about the inflow of a year, of the country and each region; a file waits."""
    actor, land = people["coordinator"].actor, total_of("instroom", NEDERLAND, "2023")
    places = [land, *(land._replace(gebied=code) for code in db.session.scalars(select(Regio.code)))]
    for number, naam in enumerate(("Een bron", "Een andere bron"), start=1):
        bron = sources.add_last({"naam": naam})
        for value in (100 * number, 200 * number):
            bestand = staging.Bestand(f"cijfers-{value}.csv", BestandSoort.SJABLOON)
            rows = (CijferRegel(plek, Waarneming(value)) for plek in places)
            concept = staging.stage(bron, bestand, rows, actor=actor)
            if value == 100 * number:
                taking.take_in(concept, actor=actor)


def _said_of_figures(people: People) -> None:
    """What a region with a draft says of its figures: shared, talked about, and changed since by a colleague."""
    regio = db.session.scalars(select(Regio).where(Regio.naam == "Bosstreek")).one()
    contact, coordinator = people["contact"], people["coordinator"]
    for revision, who in enumerate((contact, make_contact(regio), contact)):
        duiding.save_texts(regio, [AnswerEdit("duiding_totaal", f"Tekst {revision}.", revision)], actor=who.actor)
        if not revision:
            duiding.share(regio, actor=who.actor)
    beeld = Regiobeeld(regio)
    make_thread(beeld, coordinator)
    remarks.resolve(beeld, make_thread(beeld, coordinator, tekst="Opgelost?").id, actor=coordinator.actor)


def _announced(people: People) -> None:
    """One publication whose time is over and one that regions look at; a region said something of that.

    In life the second waits until the first is public or withdrawn.
    """
    coordinator, contact = people["coordinator"], people["contact"]
    over = announce(coordinator)
    over.status = PublicatieStatus.INGETROKKEN
    looked_at = announce(coordinator)
    over.status = PublicatieStatus.AANGEKONDIGD
    pass_time(over)
    object_to(looked_at, _regio_of(contact), contact)


def _regio_of(contact: User) -> Regio:
    """A region of this contact."""
    return next(one.regio for one in contact.lidmaatschappen if one.regio)


def _plan_of(contact: User, naam: str) -> Plan:
    regio = make_regio(naam)
    give_role(contact, Rol.REGIOCONTACT, regio, Namens.GEMEENTE)
    return make_plan(regio)


def _draft(plan: Plan, people: People) -> None:
    """A plan that is being written: rows in every list, an earlier text, files, a remark, and reviewers who read it."""
    actor = people["contact"].actor
    for revision, words in enumerate(("Een eerste tekst.", "Een tweede tekst.")):
        who = actor if revision else make_contact(plan.regios[0]).actor
        answers.save_answers(plan, [AnswerEdit("achtergrond", words, revision)], actor=who)
    for kind, values in ROWS.items():
        for _ in range(3):
            row = rows.add_row(plan, kind, values, actor=actor)
        rows.remove_row(plan, kind, row.id, base_revision=1, actor=actor)
    for naam in ("blijft.pdf", "weg.pdf"):
        content = b"%PDF-1.4 " + naam.encode()
        file = attachments.add_bijlage(plan, naam=naam, bestandsnaam=naam, inhoud=content, actor=actor)
    attachments.remove_bijlage(plan, file, actor=actor)
    make_thread(plan, people["contact"], Zicht.EIGEN, "Klopt dit?")
    colleague, part = make_contact(plan.regios[0]), pen.format_of(plan).step_of("achtergrond")
    giving.give(plan, part, aan_id=colleague.id, voor=None, toelichting="Lukt dat?", seen_id=0, actor=actor)
    link_to_agree(plan, people["contact"])
    reading_along.ask(plan, [pen.format_of(plan).step_of("achtergrond").key], notitie="Lees mee.", actor=actor)


def _in_review(plan: Plan, people: People) -> None:
    make_in_review(plan, people["coordinator"], contact=people["contact"])
    make_thread(plan, people["coordinator"])
    solved = make_thread(plan, people["coordinator"], tekst="Opgelost?")
    remarks.resolve(plan, solved.id, actor=people["coordinator"].actor)


def _returned(plan: Plan, people: People) -> None:
    make_returned(plan, coordinator=people["coordinator"], contact=people["contact"])
    # Else the region waits for the other side, and has no button to hand in.
    put_waivers(plan, people["contact"])


def _rounds(people: People) -> Uitvraag:
    """Rounds at every stage: one that is planned with questions of its own, one to answer, and one that is closed,
    which it gives.
    """
    contact, coordinator = people["contact"], people["coordinator"].actor
    # A joint plan: one of its regions may answer something else.
    plan = make_plan_in_force(make_regio("Abstreek"), make_regio("Adstreek"))
    give_role(contact, Rol.REGIOCONTACT, plan.regios[0], Namens.GEMEENTE)
    _told(make_blad(make_q4(), plan=plan), contact)
    underway = make_blad(make_round_of_goals("Kwartaaluitvraag Q1 2024"), plan=plan)
    _sheet_underway(underway, contact)
    _sheet_from_word(underway, people)
    second = make_uitvraag(naam="Ronde twee")
    handed_in = make_sheet_ready(make_blad(second, plan=plan), contact)
    hand_in(handed_in, contact)
    make_thread(handed_in, people["coordinator"])
    remarks.resolve(handed_in, make_thread(handed_in, people["coordinator"], tekst="Opgelost?").id, actor=coordinator)
    ready = make_uitvraag(naam="Ronde drie")
    make_sheet_ready(make_blad(ready, plan=plan), contact)
    decisions.mark_not_asked(make_blad(ready, make_regio("Veenstreek")), "Net gefuseerd.", actor=coordinator)
    closed = make_uitvraag(naam="Ronde vier")
    _told(make_blad(closed, plan=plan), contact)
    closed.status = UitvraagStatus.GESLOTEN
    planned = make_uitvraag(status=UitvraagStatus.GEPLAND, opent_op=clock.today() + timedelta(days=9))
    for words in ("Wat wilt u nog kwijt?", "En verder?"):
        add_question(planned, QuestionValues(words, Kind.LONG_TEXT), actor=coordinator)
    return closed


def _sheet_from_word(blad: Antwoordblad, people: People) -> None:
    """A file that the contact is taking in, and one that a coördinator put ready."""
    data = word_of(filled(format_of_round(blad.uitvraag), uitvraag=blad.uitvraag.naam, naam=blad.naam))
    sheet_reading.read_file(blad, name="blad.docx", data=data, actor=people["contact"].actor)
    sheet_reading.put_file_ready(blad, name="gemaild.docx", data=data, actor=people["coordinator"].actor)


def _sheet_underway(blad: Antwoordblad, contact: User) -> None:
    for soort in RegelSoort:
        added = sheet_rows.add_rows(blad, soort, [RegelValues(words, "vws") for words in "abc"], actor=contact.actor)
        sheet_rows.remove_row(blad, soort, added[-1].id, base_revision=1, actor=contact.actor)
    put_answer(blad, "doel_toelichting", "Een tekst.", door=contact)
    put_progress(blad, [("op_schema", "Loopt.")], door=contact)
    colleague = make_contact(blad.regios[0]).actor
    sheet_answers.save_answers(blad, [AnswerEdit("doel_toelichting", "Een andere tekst.", 1)], actor=colleague)
    progress.save_progress(
        blad, ids_of(blad)[0], status="afgerond", toelichting="Klaar.", base_revision=1, actor=colleague
    )
    for revision, words in enumerate(("215", "ca. 220")):
        doel_id = ids_of_goals(blad)[0]
        goals.save_goal(blad, doel_id, GoalValues(words), base_revision=revision, actor=contact.actor)
    for revision, words in enumerate(("Te duur.", "Te veel werk.")):
        differing.save_differing(
            blad,
            ids_of(blad)[0],
            blad.regios[1].id,
            status="gestopt",
            toelichting=words,
            base_revision=revision,
            actor=contact.actor,
        )


def _told(blad: Antwoordblad, contact: User) -> None:
    """A sheet that was handed in with an expectation, a success and a lesson."""
    for soort in RegelSoort:
        sheet_rows.add_rows(blad, soort, [RegelValues("Meer overleg", "vws")], actor=contact.actor)
    hand_in(make_sheet_ready(blad, contact), contact)


def _failed_mail(somebody: User) -> None:
    mail = Mail(sleutel="mislukt", soort="uitnodiging", aan=somebody.email, onderwerp="Welkom", tekst="Welkom.")
    mail.mislukt_op = clock.now()
    db.session.add(mail)
