"""An edition that differs in everything, walked from page form to national report, beside the one of the other tests.

Every key of it begins with "zzq" (`tests/editions/other_plan.py`): who sees these letters reads what is stored.
"""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from docx import Document

from forms.spec import Kind, Question
from portal.domain import clock
from portal.domain.plan.workflow import Move
from portal.domain.roles import Namens, Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Plan, RegelSoort, Uitvraag, User, Voortgang
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, plans, rows, submit, workflow
from portal.services.sheet import content as sheet_content
from portal.services.sheet import progress
from portal.services.sheet import rows as sheet_rows
from portal.services.sheet.previous import previous_of
from tests.client import StrictClient
from tests.editions import OTHER_PLAN, OTHER_ROUND
from tests.reading.documents import assert_opens_cleanly
from tests.reading.pages import Page, words
from tests.worlds.feedback import add_regel
from tests.worlds.nation import fill_plan, make_q1_2024, make_q4_2023
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_plan, make_vastgesteld
from tests.worlds.report import make_rapport
from tests.worlds.review import answer_return, make_returned
from tests.worlds.round import make_blad
from tests.worlds.sheet import hand_in, ids_of, make_sheet_ready, put_answer, put_progress

STORED = "zzq"


@pytest.fixture
def plan(anna: User) -> Plan:
    """A plan as the portal starts one: of the newest edition."""
    return plans.open_plan([anna.lidmaatschappen[0].regio], deadline=clock.today(), actor=None)


def read(page: Page) -> str:
    """The words of a page, in which nothing stands as it is stored."""
    assert STORED not in page.text
    return page.text


def says(text: str, *expected: str) -> None:
    assert [one for one in expected if one not in text] == []


def labels(question: Question) -> list[str]:
    return [choice.label for choice in question.choices]


def word(client: StrictClient, address: str) -> str:
    """All words of a Word file that opens, in which nothing stands as it is stored."""
    client.get(address)
    assert client.response is not None
    assert_opens_cleanly(client.response.data, ".docx")
    text = "\n".join(Document(BytesIO(client.response.data)).element.body.itertext())
    assert STORED not in text
    return text.replace("\u00a0", " ")


def workbook(client: StrictClient, address: str) -> dict[str, list[tuple[object, ...]]]:
    """The cells of every sheet of a workbook; the key of an own question is part of a token, which people may type."""
    client.get(address)
    assert client.response is not None
    assert_opens_cleanly(client.response.data, ".xlsx")
    return {
        sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
        for sheet in openpyxl.load_workbook(BytesIO(client.response.data)).worksheets
    }


def write(plan: Plan, who: User, **texts: str) -> None:
    present = answers.answers_of(plan)
    edits = [AnswerEdit(key, text, present[key].revision if key in present else 0) for key, text in texts.items()]
    assert answers.save_answers(plan, edits, actor=who.actor).conflicts == []


def fill_other(plan: Plan, who: User) -> None:
    """Everything that the other edition asks, by the verbs behind its pages."""
    write(plan, who, zzq_structuur="zzqnieuw", zzq_doelgroepen="zzqjong zzqouder", zzq_geld="Niets.")
    rows.add_row(plan, Kind.PARTIJEN, {"naam": "De huisartsen", "soort": "zzqhuisarts"}, actor=who.actor)
    rows.add_row(plan, Kind.DOELSTELLINGEN, {"tekst": "Minder wachten", "streefwaarde": "8"}, actor=who.actor)
    for number in (1, 2):
        values = {"vorm": "actie", "paragraaf": f"{number}", "omschrijving": f"Maatregel nummer {number}"}
        rows.add_row(plan, Kind.ACTIES, {**values, "themas": ["zzqtoegang"], "tijdslijn": "Q2 2024"}, actor=who.actor)


def hand_in_plan(plan: Plan, who: User) -> None:
    number = plan.versie.indiening_nummer
    submit.submit(plan, actor=who.actor, namens=Namens.GEMEENTE, akkoord_van="D. Ander", seen_number=number)
    db.session.flush()


# --- a plan


def test_a_new_plan_is_of_the_newest_edition_with_its_own_national_goal(plan: Plan) -> None:
    assert plan.edition == OTHER_PLAN.key
    (goal,) = rows.rows_of(plan, Kind.DOELSTELLINGEN)
    assert goal.tekst == "In Proefstreek komen er elke maand … mensen bij. Dat past bij wat het land wil."
    assert {key: one.text for key, one in answers.answers_of(plan).items()}["zzq_regio"] == "Proefstreek"


def test_the_pages_of_a_plan_ask_in_the_words_of_its_edition(client: StrictClient, plan: Plan, anna: User) -> None:
    client.sign_in(anna)
    for step in OTHER_PLAN.steps:
        text = read(client.get(f"/plannen/{plan.id}/onderdeel/{step.key}"))
        says(text, f"Stap {step.number} van {len(OTHER_PLAN.steps)}")
        for question in step.questions:
            if question.kind.is_list:
                form = read(client.get(f"/plannen/{plan.id}/onderdeel/{step.key}?lijst={question.key}&nieuw=0"))
                says(form, *(field.label for field in question.row), *labels(question))
            else:
                says(text, question.label, *labels(question))


def test_a_plan_is_filled_in_checked_and_read_in_the_words_of_its_edition(
    client: StrictClient, plan: Plan, anna: User
) -> None:
    client.sign_in(anna).get(f"/plannen/{plan.id}/onderdeel/verband")
    client.submit("Opslaan en verder", zzq_structuur="zzqlos", zzq_verband="Wij bellen.")
    client.get(f"/plannen/{plan.id}/onderdeel/maatregelen?lijst=zzq_maatregelen&nieuw=0")
    page = client.submit("Toevoegen", status=422, paragraaf="7")
    assert page.errors == ["Schrijf op wat u gaat doen."]
    read(client.submit("Toevoegen", omschrijving="Vaker bellen", verantwoordelijke="Ieder", themas=["zzqcasus"]))
    client.get(f"/plannen/{plan.id}/onderdeel/wie?lijst=zzq_partijen&nieuw=0")
    says(read(client.submit("Toevoegen", naam="De huisartsen", soort="zzqhuisarts")), "Huisartsenkring")

    checked = read(client.get(f"/plannen/{plan.id}/controleren"))
    says(checked, "Losse afspraken", "Vaker bellen", "Trekker", "Wat het kost", "Maak eerst deze zin af:")
    reading = read(client.get(f"/plannen/{plan.id}/lezen"))
    says(reading, "Volgnummer", "Maatregel", "Trekker", "Wanneer", "Losse afspraken", "Wat kan een ander van u leren?")
    found = word(client, f"/plannen/{plan.id}/concept.docx")
    says(found, OTHER_PLAN.title, "Volgnummer van de maatregel", "Hoe werkt u samen? Losse afspraken", "De huisartsen")
    assert found.index("Wanneer") < found.index("Maatregel\n") < found.index("Trekker")
    assert "Tijdslijn" not in found


def test_what_changed_in_a_plan_is_told_in_the_words_of_its_edition(
    client: StrictClient, plan: Plan, anna: User
) -> None:
    fill_other(plan, anna)
    make_returned(plan, {"maatregelen": "Wie doet wat?"}, contact=anna)
    write(plan, anna, zzq_structuur="zzqaangehaakt")
    row = rows.rows_of(plan, Kind.ACTIES)[0]
    rows.change_row(plan, Kind.ACTIES, row.id, {"verantwoordelijke": "Ieder"}, base_revision=1, actor=anna.actor)
    answer_return(plan, anna)
    hand_in_plan(plan, anna)

    page = client.sign_in(make_user(Rol.BEOORDELAAR)).get(f"/plannen/{plan.id}/beoordelen")
    says(read(page), "[weggehaald: verband]", "[toegevoegd: Aangehaakt]", "Gewijzigd", "Minder wachten", "Uitkomst: 8")
    heads = [one.text for one in page.find("//section[@id='maatregelen']//th[@scope='col']")]
    assert heads[:4] == ["Wanneer", "Maatregel", "Volgnummer van de maatregel", "Trekker"]


# --- a round, and the report about it


class Nation:
    """Two regions, one with a plan of each edition; last quarter they answered the questions of the other tests."""

    def __init__(self, plan: Plan, anna: User) -> None:
        self.anna, self.bob = anna, make_contact(make_regio("Oudland"), naam="Bob Proef")
        self.new = plan
        fill_other(plan, anna)
        self.old = make_plan(self.bob.lidmaatschappen[0].regio)
        fill_plan(self.old, self.bob, acties=2)
        hand_in_plan(plan, anna)
        for move in (Move.OPPAKKEN, Move.VASTSTELLEN):
            workflow.move(plan, move, actor=make_user(Rol.COORDINATOR).actor)
        make_vastgesteld(self.old)
        earlier = make_q4_2023(status=UitvraagStatus.GESLOTEN)
        for one, who in ((self.new, anna), (self.old, self.bob)):
            blad = make_blad(earlier, plan=one)
            earlier.status = UitvraagStatus.OPEN
            make_sheet_ready(blad, who)
            add_regel(blad, "Een brief", "vws")
            if one is self.old:
                db.session.get_one(Voortgang, (blad.id, ids_of(blad)[0])).status = "niet_gestart"
            hand_in(blad, who)
        earlier.status = UitvraagStatus.GESLOTEN
        self.uitvraag: Uitvraag = make_q1_2024(edition=OTHER_ROUND.key)
        self.blad, self.other = (make_blad(self.uitvraag, plan=one) for one in (self.new, self.old))
        db.session.flush()

    def answer(self) -> None:
        """Both answer the new questions and hand in."""
        for blad, who, statussen in (
            (self.blad, self.anna, [("zzqhapert", "Geen mensen."), ("zzqwacht", "Op het Rijk.")]),
            (self.other, self.bob, [("zzqloopt", ""), ("zzqklaar", "")]),
        ):
            for key, text in (("zzq_doel", "zzqhalf"), ("zzq_samen", "zzqmaand"), ("zzq_vertrouwen", "zzqveel")):
                put_answer(blad, key, text, door=who)
            put_progress(blad, statussen, door=who)
            add_regel(blad, "Het overleg loopt", soort=RegelSoort.SUCCES)
            add_regel(blad, "Zelf bellen", "zzqwij")
            add_regel(blad, "Meer geld", "zzqministerie")
            add_regel(blad, "Een vast loket", "zzqbank")
            hand_in(blad, who, met_naam=True)


@pytest.fixture
def nation(plan: Plan, anna: User) -> Nation:
    return Nation(plan, anna)


def test_a_sheet_is_answered_in_the_words_of_its_edition(client: StrictClient, nation: Nation) -> None:
    blad, here = nation.blad, f"/antwoordbladen/{nation.blad.id}"
    client.sign_in(nation.anna)
    for step in OTHER_ROUND.steps:
        text = read(client.get(f"{here}/vraag/{step.key}"))
        for question in step.questions:
            offered = labels(question) if question.kind is not Kind.SUCCESSEN else []
            says(text, question.label, *offered)
    # What was said last time has the words of then; it is offered again where it can still be said.
    says(read(client.get(f"{here}/vraag/maatregelen")), "Ligt op schema", "nodig bij “hapert” en “wacht op een ander”")
    actie = ids_of(blad)[0]
    page = client.post(f"{here}/acties/{actie}", {"status": "zzqhapert", "toelichting": "", "revisie": "0"}, 422)
    says(read(page), "Schrijf bij “Hapert” in een zin waarom.")
    client.post(f"{here}/ongewijzigd", {})
    assert [one["status"] for one in stored(blad)["voortgang"].values()] == ["zzqloopt", "zzqloopt"]
    client.get(f"{here}/vraag/doel")
    client.submit("Zelfde antwoord als Q4 2023")
    assert stored(blad)["answers"] == {"zzq_doel": "zzqhalf"}
    client.post(f"{here}/lijst/zzq_hulp", {"verwachtingen-tekst": "Geld", "verwachtingen-revisie": "0"}, 422)
    says(read(client.page or Page("", 0, "")), "Kies.")
    found = word(client, f"{here}.docx")
    says(found, "☐ Wacht op een ander", "☒ Loopt goed", "Gevraagd aan", "☐ Nieuwe Zorgbank", "Ligt op schema")
    says(found, "Geef bij “Hapert” en “Wacht op een ander” altijd een toelichting.")


def stored(blad: Antwoordblad) -> dict[str, object]:
    db.session.expire_all()
    return sheet_content.working_copy(blad)


def test_what_cannot_be_said_any_more_is_asked_anew(nation: Nation) -> None:
    """Last time an action was stopped: this edition does not offer that."""
    told = previous_of(nation.other)
    assert told is not None
    action = ids_of(nation.other)[0]
    told.snapshot = {
        **told.snapshot,
        "voortgang": {str(action): {"status": "gestopt", "toelichting": "X", "gelijk_aan": "", "afwijkingen": {}}},
    }
    db.session.flush()
    done = progress.carry_over_all(nation.other, actor=nation.bob.actor)
    assert (done.done, done.left) == (0, 2)


def test_only_what_the_edition_offers_is_kept(nation: Nation) -> None:
    with pytest.raises(sheet_rows.SheetProblem):
        sheet_rows.add_rows(
            nation.blad, RegelSoort.VERWACHTING, [sheet_rows.RegelValues("Geld", "vws")], actor=nation.anna.actor
        )


def test_a_round_is_handed_in_read_and_listed_in_the_words_of_its_edition(client: StrictClient, nation: Nation) -> None:
    nation.answer()
    client.sign_in(nation.anna)
    client.get(f"/antwoordbladen/{nation.blad.id}/lezen", 302)
    says(read(client.follow()), "Hapert", "Voor de helft", "Maatregel", "Stand")
    client.sign_in(make_user(Rol.COORDINATOR))
    page = client.get("/landelijk/verwachtingen?uitvraag=alle")
    says(read(page), "Een brief", "Meer geld")
    # One party, whatever each edition calls it.
    heads = [words(one).partition(" (")[0] for one in page.find("//main//h2")]
    assert heads == ["Ministerie", "Nieuwe Zorgbank", "Wijzelf"]
    says(read(client.get("/landelijk/verwachtingen?uitvraag=alle&aan=vws")), "Meer geld")
    assert "Een vast loket" not in read(client.get("/landelijk/verwachtingen?uitvraag=alle&aan=vws"))
    says(read(client.get("/landelijk/coderen/verwachtingen")), "Ministerie")
    says(word(client, "/landelijk/plannen.docx"), "Een nieuw verband", "Aangesloten bij bestaande structuur")


def test_the_report_counts_both_editions_together_and_shows_each_in_its_own_words(
    client: StrictClient, nation: Nation
) -> None:
    nation.answer()
    nation.uitvraag.status = UitvraagStatus.GESLOTEN
    rapport = make_rapport(nation.uitvraag)
    here = f"/rapporten/{rapport.id}"
    client.sign_in(make_user(Rol.COORDINATOR))
    page = read(client.get(f"{here}/alles"))
    says(page, "Een nieuw verband", "Aangehaakt bij anderen", "Wisselend per onderwerp", "Wacht op een ander")
    # Counted by the part that a question plays: one has a new structure, one joined an existing one.
    says(page, "In alle 2 zorgkantoorregio’s is een vaste projectstructuur")
    says(page, "Voor de helft", "Ja, elke maand", "Veel vertrouwen", "het ministerie", "de Nieuwe Zorgbank")
    # In its own words: annex A tells the structure as the plan of the region has it.
    says(page, "aangesloten bij bestaande structuur", "hapert 1", "wacht op een ander 1", "Van onszelf")
    assert "Lessen" not in page
    found = word(client, f"{here}/rapport.docx")
    says(found, "Een nieuw verband", "aangesloten bij bestaande structuur", "Helemaal klaar", "Nieuwe Zorgbank")
    sheets = workbook(client, f"{here}/rapport.xlsx")
    shown = {
        cell
        for name, table in sheets.items()
        if name not in ("Samenvatting", "Getallen")
        for row in table
        for cell in row
    }
    assert [cell for cell in shown if isinstance(cell, str) and STORED in cell] == []
    assert {"Hapert", "Loopt goed", "Niet gestart", "Ministerie", "Een nieuw verband"} <= shown
    values = tokens(sheets["Getallen"])
    assert {key: values[key] for key in COUNTED} == COUNTED


COUNTED = {
    "structuur_vast": 2,
    "structuur_nieuw": 1,
    "structuur_bestaand": 1,
    "afstemming_vast_overleg": 2,
    "afstemming_ja": 2,
    "afstemming_ja_vorige": 2,
    "doel_deels": 2,
    "doel_ja_of_deels_vorige": 2,
    "acties_op_koers": 2,
    "acties_aandacht": 1,
    "acties_zzqwacht": 1,
    "acties_op_schema_vorige": 3,
    "verwachtingen": 4,
    "verwachtingen_vws": 2,
    "verwachtingen_eigen_regio": 2,
    "successen": 2,
}


def tokens(rows_: list[tuple[object, ...]]) -> dict[object, object]:
    """The numbers of the summary by their name in a sentence."""
    head, *rest = rows_
    name, value = head.index("Naam in de tekst"), head.index("Waarde")
    return {row[name]: row[value] for row in rest}
