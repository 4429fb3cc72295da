"""Invented documents around a round: an answer sheet, the terugkoppeling, what regions expect. Nobody here exists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from exports.expectations import AskedLine, ExpectationLine, ExpectationList
from exports.feedback import Antwoord, FeedbackDocument, NationalCounts, OwnAnswers, QuestionCount, Telling, ThemeCount
from exports.plan import ActieRow
from exports.sheet import Afwijking, ProgressRow, RegelRow, SheetDocument
from forms.counted import AAN_DE_REGIO
from forms.national import Soort, first
from forms.spec import Choice, Kind, Question, QuestionRole
from tests.examples.plans import INGEDIEND_OP, PEILMOMENT, example_acties

_ASKED = first(Soort.PROGRESS)


def _of_role(role: QuestionRole) -> Question:
    return next(question for question in _ASKED.questions if question.role is role)


_AFSTEMMING, _DOEL = _of_role(QuestionRole.AFSTEMMING), _of_role(QuestionRole.DOELSTELLING)
_STATUSSEN, _GEADRESSEERDEN = _ASKED.choices_of(Kind.VOORTGANG), _ASKED.choices_of(Kind.VERWACHTINGEN)


def filled_sheet() -> SheetDocument:
    """The answers of two regions in their second round, handed in; one of them differs."""
    return SheetDocument(
        format=_ASKED,
        uitvraag="Kwartaaluitvraag Q2 2024",
        naam="Voorbeeldstreek en Modelland",
        status="Ingediend",
        peilmoment=PEILMOMENT,
        deadline=date(2024, 7, 15),
        toelichting="Wij vragen naar april tot en met juni 2024.",
        answers={
            _AFSTEMMING.key: (_AFSTEMMING.choices[0].label,),
            "afstemming_frequentie": "Elke zes weken",
            "afstemming_toelichting": _ASKED.sections[0].example,
            _DOEL.key: (_DOEL.choices[1].label,),
            "doel_toelichting": "De instroom daalt, maar *minder snel* dan wij hadden verwacht.",
        },
        afwijkingen=(
            Afwijking("Modelland", {_DOEL.key: ("Nee",), "doel_toelichting": "Het aanbod groeit hier niet."}),
        ),
        voortgang=_voortgang(),
        regels={
            Kind.VERWACHTINGEN: (
                RegelRow(
                    "Duidelijkheid over de tarieven voor het volgende jaar.",
                    aan="NZa",
                    antwoord="De tarieven staan in juli op de website.",
                    antwoord_van="R. Verzonnen, NZa",
                    antwoord_datum=date(2024, 7, 1),
                ),
                RegelRow(
                    "Meedoen aan het overleg.", aan="Betrokkenen in de regio", regio="Modelland", aan_key=AAN_DE_REGIO
                ),
            ),
            Kind.SUCCESSEN: (RegelRow("Alle wijkteams werken nu met hetzelfde hulpmiddel."),),
        },
        vorige="Kwartaaluitvraag Q1 2024",
        is_joint=True,
        ingediend_op=INGEDIEND_OP,
        demo=True,
    )


def empty_sheet() -> SheetDocument:
    """The same sheet as it is taken to partners: twenty actions with last quarter beside, and room to write."""
    sheet = filled_sheet()
    more = tuple(
        ProgressRow(
            ActieRow(
                f"6.{number}", f"Afspraak {number} uitwerken met alle partijen", "Werkgroep", "In de loop van 2024"
            ),
            vorige_status="Niet gestart",
        )
        for number in range(1, 16)
    )
    return replace(sheet, status="Open", voortgang=(*sheet.voortgang, *more)).blank()


def example_feedback() -> FeedbackDocument:
    """What the two regions of the example sheet got back."""
    sheet = filled_sheet()
    afstemming, doel = (_ASKED.sections[number].label for number in (0, 3))
    return FeedbackDocument(
        uitvraag=sheet.uitvraag,
        naam=sheet.naam,
        peilmoment=PEILMOMENT,
        landelijk=NationalCounts(
            regios=31,
            beantwoord=29,
            niet_gevraagd=1,
            vragen=(
                QuestionCount(afstemming, _tellingen(_AFSTEMMING.choices, 17, 9, 3), 1, 1),
                QuestionCount(doel, _tellingen(_DOEL.choices, 11, 12, 3, 2), 2, 1),
            ),
            acties=_tellingen(_STATUSSEN, 40, 162, 38, 51, 6),
            themas=(
                ThemeCount("Successen", 21, (Telling("Samenwerking in de regio", 14), Telling("Casuïstiek", 9)), 2, 1),
                ThemeCount("Lessen", 17, (Telling("Data-ondersteuning is essentieel", 11),), 6),
            ),
        ),
        eigen=OwnAnswers(
            ingediend_op=INGEDIEND_OP,
            acties=_tellingen(_STATUSSEN, 1, 1, 1, 1, 1),
            antwoorden=(
                Antwoord(afstemming, _AFSTEMMING.choices[0].label),
                Antwoord(doel, _DOEL.choices[1].label),
                Antwoord(doel, _DOEL.choices[2].label, regio="Modelland"),
            ),
            successen=sheet.regels[Kind.SUCCESSEN],
            lessen=(RegelRow("Begin met een kleine groep en breid daarna uit."),),
            verwachtingen=sheet.regels[Kind.VERWACHTINGEN],
        ),
        anderen_zeiden="Veel regio’s hebben een vast overleg. Vaak genoemd:\n\n- data delen kost tijd;\n- IZA helpt.",
        vervolg="Wij bespreken de uitkomsten op **12 september** in het bestuurlijk overleg.",
        verstuurd_op=PEILMOMENT,
        is_joint=True,
        demo=True,
    )


def _tellingen(choices: Sequence[Choice], *aantallen: int) -> tuple[Telling, ...]:
    return tuple(Telling(choice.label, aantal) for choice, aantal in zip(choices, aantallen, strict=True))


def example_expectations() -> ExpectationList:
    """Four expectations: two that are the same, one answered, one for the region itself."""
    regio, vws, *_, nza = _GEADRESSEERDEN
    tarieven = "Duidelijkheid over de tarieven voor het volgende jaar."
    aanspreekpunt = _expectation(
        1, vws, "Een vast aanspreekpunt voor:\n\n- vragen over de wet;\n- signalen uit de praktijk.", "Proefdal"
    )
    return ExpectationList(
        PEILMOMENT,
        "Kwartaaluitvraag Q2 2024",
        (
            replace(
                aanspreekpunt,
                antwoord="Er komt een vast aanspreekpunt.",
                antwoord_van="R. Verzonnen, VWS",
                antwoord_op=INGEDIEND_OP,
                antwoord_datum=date(2024, 9, 1),
            ),
            replace(_expectation(2, nza, tarieven, "Modelland", "Voorbeeldstreek"), ook=("Schetsveen",)),
            replace(_expectation(3, nza, tarieven, "Schetsveen"), ook=("Modelland", "Voorbeeldstreek")),
            _expectation(4, regio, "Meedoen aan het overleg.", "Modelland"),
        ),
        (
            AskedLine(
                "Maak de tarieven op tijd bekend.", "Q1 2024", "NZa", date(2024, 7, 1), "Deels gebeurd", "In juli."
            ),
            AskedLine("Wijs een aanspreekpunt aan.", "Q1 2024", "", None),
        ),
        demo=True,
    )


def _expectation(number: int, aan: Choice, tekst: str, *regios: str) -> ExpectationLine:
    return ExpectationLine(number, number, 1, "Kwartaaluitvraag Q2 2024", regios, aan.key, aan.label, tekst)


def _voortgang() -> tuple[ProgressRow, ...]:
    """Every action of the example plan; statuses in turn, the first one carried over."""
    statussen = ("Ligt op schema", "Vraagt aandacht", "Afgerond", "Niet gestart", "Gestopt")
    acties = [row for row in example_acties() if row.is_action]
    told = {
        actie.paragraaf: ProgressRow(
            actie,
            status,
            toelichting="De werkgroep wacht op een nieuwe voorzitter."
            if status in ("Vraagt aandacht", "Gestopt")
            else "",
            gelijk_aan="" if index else "Kwartaaluitvraag Q1 2024",
            vorige_status="Ligt op schema",
            vorige_toelichting="" if index % 2 else "De eerste bijeenkomst is geweest.",
        )
        for index, (actie, status) in enumerate(zip(acties, statussen, strict=True))
    }
    return tuple(told.get(actie.paragraaf, ProgressRow(actie)) for actie in example_acties())
