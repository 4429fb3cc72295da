"""Invented documents to look at and to test with: a filled plan, an overview, contacts.

The texts of the plan are the examples of the format's own declaration. Nobody in here exists.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from exports.condensed import CondensedAnalysis, CondensedCell, CondensedPlan
from exports.condensed_source import KOLOMMEN
from exports.contacts import ContactLine
from exports.plan import ActieRow, DoelstellingRow, MijlpaalRow, PartijRow, PlanDocument
from exports.report import OpenRound, PlanLine, PlansOverview, RoundLine
from forms.national import Soort, first
from forms.spec import Choice, Kind, QuestionRole

PEILMOMENT = datetime(2023, 12, 20, 13, 3, tzinfo=UTC)
UITVRAAG = OpenRound(1, "Kwartaaluitvraag Q4 2023", date(2023, 12, 15))
_PLAN = first(Soort.PLAN)
INGEDIEND_OP = datetime(2023, 12, 19, 9, 30, tzinfo=UTC)


def empty_plan() -> PlanDocument:
    """A plan in which nobody typed anything yet."""
    return PlanDocument(format=_PLAN, naam="", status="Concept", peilmoment=PEILMOMENT)


def filled_plan() -> PlanDocument:
    """A plan in which every kind of answer occurs, one part of which follows later."""
    return PlanDocument(
        format=_PLAN,
        naam="Voorbeeldstreek en Modelland",
        status="Concept",
        peilmoment=PEILMOMENT,
        answers=_answers(),
        partijen=_partijen(),
        doelstellingen=_doelstellingen(),
        acties=example_acties(),
        mijlpalen=_mijlpalen(),
        volgt_later={"monitoring": "De stuurgroep bespreekt dit in januari 2024."},
        bijlagen=("Regioplan Voorbeeldstreek 2024-2026.pdf", "Overzicht woonplekken.odt"),
        demo=True,
    )


def national_overview() -> PlansOverview:
    """Four regions: two with a joint plan, one with its own, and one without."""
    joint = {"plan_naam": "Voorbeeldstreek en Modelland", "status": "Ingediend", "status_key": "ingediend"}
    return PlansOverview(
        peilmoment=PEILMOMENT,
        demo=True,
        uitvraag=UITVRAAG,
        uitvragen=(UITVRAAG,),
        lines=(
            _submitted("Modelland", "ZK91", **joint),
            PlanLine(
                "Proefdal",
                "ZK93",
                "Proefdal",
                "Concept",
                "concept",
                deadline=date(2023, 12, 31),
                dagen=11,
                meelezen=True,
                antwoord=RoundLine("Niet gevraagd", "niet_gevraagd", UITVRAAG.deadline, is_asked=False),
            ),
            _submitted("Schetsveen", "ZK94", "Schetsveen", "In behandeling", "in_behandeling"),
            _submitted("Voorbeeldstreek", "ZK92", **joint),
        ),
    )


def condensed_analysis() -> CondensedAnalysis:
    """Two plans in force: a joint one with a condensed text and one that is out of date, and one not accepted yet."""
    document = filled_plan()
    condensed = {"doelgroepen": ("Jongvolwassenen van 18 t/m 26 jaar.", False), "acties": ("Vier acties.", True)}
    joint = tuple(
        CondensedCell(kolom, kolom.source(document), *condensed.get(kolom.key, ("", False))) for kolom in KOLOMMEN
    )
    plain = tuple(CondensedCell(kolom, kolom.source(empty_plan())) for kolom in KOLOMMEN)
    return CondensedAnalysis(
        peilmoment=PEILMOMENT,
        plannen=(
            CondensedPlan(1, "Modelland en Voorbeeldstreek", True, INGEDIEND_OP, joint),
            CondensedPlan(2, "Schetsveen", False, INGEDIEND_OP, plain),
        ),
        zonder_plan=("Proefdal",),
        aantal_regios=4,
        demo=True,
    )


def contact_lines() -> tuple[ContactLine, ...]:
    """Contacts of two regions; one region still lacks the side of the zorgkantoor."""
    return (
        ContactLine("Proefdal", "ZK93", "Zorgkantoor", ontbreekt=True),
        ContactLine("Proefdal", "ZK93", "Gemeente", "Nora Verzonnen", "Gemeente Proefstad", "nora@proefstad.example"),
        ContactLine(
            "Modelland",
            "ZK91",
            "Zorgkantoor",
            "Bo Bedacht",
            "Zorgkantoor Modelland",
            "bo@modelland.example",
            "+31 70 000 00 00",
            "Beleidsmedewerker",
        ),
    )


def _submitted(regio: str, code: str, plan_naam: str, status: str, status_key: str) -> PlanLine:
    return PlanLine(
        regio=regio,
        regio_code=code,
        plan_naam=plan_naam,
        status=status,
        status_key=status_key,
        deadline=date(2023, 12, 31),
        ingediend_op=INGEDIEND_OP,
        namens="Gemeente",
        projectstructuur=_choices(QuestionRole.STRUCTUUR)[1].label,
        aantal_acties=11,
        aantal_doelstellingen=2,
        opgepakt_door="Nora Verzonnen" if status_key == "in_behandeling" else "",
        wacht_dagen=1,
        antwoord=RoundLine("Ingediend", "ingediend", UITVRAAG.deadline, is_answered=True)
        if status_key == "ingediend"
        else RoundLine("Te laat", "te_laat", UITVRAAG.deadline, dagen=-5),
    )


def _answers() -> dict[str, str | tuple[str, ...]]:
    """The example of each open question, and a choice for each closed one."""
    texts = {
        section.questions[0].key: section.example
        for section in _PLAN.sections
        if section.questions[0].kind in (Kind.SHORT_TEXT, Kind.LONG_TEXT)
    }
    return {
        **texts,
        _key(QuestionRole.DOELGROEPEN): tuple(choice.label for choice in _choices(QuestionRole.DOELGROEPEN)[:2]),
        _key(QuestionRole.STRUCTUUR): _choices(QuestionRole.STRUCTUUR)[0].label,
        "acties_toelichting": "NB. Een deel van de acties werken wij **in het voorjaar** verder uit.",
        "planning_toelichting": "Zie ook de acties.",
    }


def _key(role: QuestionRole) -> str:
    question = _PLAN.of_role(role)
    return question.key if question else role.value


def _choices(role: QuestionRole) -> tuple[Choice, ...]:
    question = _PLAN.of_role(role)
    return question.choices if question else ()


def _partijen() -> tuple[PartijRow, ...]:
    soort = _PLAN.question_of_kind(Kind.PARTIJEN).choice_label
    return (
        PartijRow("Zorgkantoor Voorbeeldstreek", soort("zorgkantoor")),
        PartijRow("Stichting De Verzonnen Haven", soort("zorgaanbieder")),
        PartijRow("Cliëntenplatform Modelland", soort("clientvertegenwoordiging")),
        PartijRow("Alle wijkteams in de regio"),
    )


def _doelstellingen() -> tuple[DoelstellingRow, ...]:
    return (
        DoelstellingRow(
            "De maandelijkse instroom in onze regio is op 31 december 2024 gedaald van 12 naar 8,5 cliënten.",
            landelijk=True,
            indicator="nieuwe cliënten met een profiel GGZ Wonen",
            nulwaarde="12",
            peildatum="1 januari 2024",
            streefwaarde="8,5",
            eenheid="cliënten per maand",
            einddatum="31 december 2024",
        ),
        DoelstellingRow("Elke toegang kent eind 2024 het aanbod in de hele regio:\n\n- op papier;\n- in gesprek."),
        DoelstellingRow("Minder jongeren stromen in, tot *een nog niet nader bekend niveau*."),
    )


def example_acties() -> tuple[ActieRow, ...]:
    """The actions of the example plan, below their headings."""
    return (
        ActieRow("4", "Herijken van onze visie", "Zorgkantoor", "Eind Q1 2024", on_its_own=True),
        ActieRow("5a", "Samenwerken", is_action=False),
        ActieRow("5a.1", "Maandelijks casuïstiek bespreken", "Alle partijen", "Continu"),
        ActieRow("5a.2", "Overzicht van aanbod maken", "Gemeenten, zorgaanbieders, zorgkantoor", "Q2 2024"),
        ActieRow("5b", "Toegang en bemiddeling", is_action=False),
        ActieRow("5b.1", "Eén wegwijzer voor alle toegangen", "Nader te vormen werkgroep", "Begin 2024"),
        ActieRow("5c", "Knelpunten melden bij landelijke partijen", "", "In de loop van 2024", on_its_own=True),
    )


def _mijlpalen() -> tuple[MijlpaalRow, ...]:
    return (
        MijlpaalRow("Visie", "Visie vastgesteld door de stuurgroep", "31 maart 2024"),
        MijlpaalRow("Overzicht van aanbod", "Eerste versie gedeeld", "Eind Q2 2024"),
    )
