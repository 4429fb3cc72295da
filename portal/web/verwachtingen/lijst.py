"""The national list of expectations, per party, as page, Word and Excel. What was chosen stands in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import current_app, render_template, request
from flask.typing import ResponseReturnValue

from exports.excel.expectations import expectations_xlsx
from exports.expectations import AskedLine, ExpectationList
from exports.labels import VERZOEKEN, VERZOEKEN_UITLEG
from exports.word.expectations import expectations_docx
from portal.domain import clock
from portal.domain.policy import Action
from portal.models import Uitvraag
from portal.services.feedback import expectations, waiting
from portal.services.report import requests
from portal.web.access import access
from portal.web.files import DOCX, XLSX, download
from portal.web.verwachtingen.blueprint import blueprint

ALLE = "alle"


@dataclass(frozen=True)
class ExpectationChoice:
    """What somebody chose to see. `uitvraag` None: all rounds."""

    rondes: list[Uitvraag]
    uitvraag: Uitvraag | None
    aan: str
    only_open: bool
    # How many expectations wait for an answer, by the id of the round.
    waits: Mapping[int, int]

    @property
    def elsewhere(self) -> list[tuple[Uitvraag, int]]:
        """The other rounds in which expectations wait, with how many."""
        others = [] if self.uitvraag is None else [one for one in self.rondes if one != self.uitvraag]
        return [(one, self.waits[one.id]) for one in others if self.waits.get(one.id)]

    def wants(self, request: requests.Request) -> bool:
        """True when a request of a report is among what was chosen: of whom stands there in words."""
        named = self.party.casefold() in request.aan.casefold()
        return named and not (self.only_open and request.uitkomst)

    @property
    def party(self) -> str:
        """Of whom, in words; "" when that was not chosen."""
        return next((choice.label for choice in expectations.addressees() if choice.counted == self.aan), "")

    @property
    def in_words(self) -> str:
        """The choice as one line above a document."""
        aan = self.party
        parts = (self.uitvraag.naam if self.uitvraag else "Alle uitvragen", aan)
        return " · ".join(filter(None, (*parts, "nog geen antwoord" if self.only_open else "")))

    @property
    def in_address(self) -> dict[str, str]:
        """The choice as parts of an address, for the links that keep it."""
        chosen = {
            "uitvraag": str(self.uitvraag.id) if self.uitvraag else ALLE,
            "aan": self.aan,
            "open": "ja" if self.only_open else "",
        }
        return {name: value for name, value in chosen.items() if value}


@blueprint.get("/landelijk/verwachtingen")
@access(Action.OVERZICHT_ZIEN)
def lijst() -> ResponseReturnValue:
    """What regions expect, per party, with what the kerngroep answered."""
    keuze = _keuze()
    asked = _asked(keuze)
    return render_template(
        "verwachtingen/lijst.html",
        keuze=keuze,
        found=_found(keuze, asked),
        partijen=expectations.addressees(),
        alle=ALLE,
        verzoeken=asked,
        verzoeken_titel=VERZOEKEN,
        verzoeken_uitleg=VERZOEKEN_UITLEG,
    )


@blueprint.get("/landelijk/verwachtingen.xlsx")
@access(Action.OVERZICHT_ZIEN)
def lijst_excel() -> ResponseReturnValue:
    """The same list in Excel."""
    keuze = _keuze()
    return download(
        expectations_xlsx(_found(keuze, _asked(keuze))), name=f"Verwachtingen {clock.today()}.xlsx", mimetype=XLSX
    )


@blueprint.get("/landelijk/verwachtingen.docx")
@access(Action.OVERZICHT_ZIEN)
def lijst_word() -> ResponseReturnValue:
    """The same list in Word."""
    keuze = _keuze()
    return download(
        expectations_docx(_found(keuze, _asked(keuze))), name=f"Verwachtingen {clock.today()}.docx", mimetype=DOCX
    )


def _keuze() -> ExpectationChoice:
    """From the address; without a round the newest in which expectations wait for an answer, else the newest one.

    What does not exist counts as not chosen.
    """
    rondes, waits = expectations.rounds_asked(), waiting.by_round()
    asked, aan = request.args.get("uitvraag", ""), request.args.get("aan", "")
    known = {str(ronde.id): ronde for ronde in rondes}
    newest = next((one for one in rondes if waits[one.id]), next(iter(rondes), None))
    return ExpectationChoice(
        rondes=rondes,
        uitvraag=None if asked == ALLE else known.get(asked, newest),
        aan=aan if aan in {choice.counted for choice in expectations.addressees()} else "",
        only_open=request.args.get("open") == "ja",
        waits=waits,
    )


def _found(keuze: ExpectationChoice, asked: Sequence[requests.Request]) -> ExpectationList:
    lines = expectations.national_list(uitvraag=keuze.uitvraag, aan=keuze.aan, only_open=keuze.only_open)
    asked_lines = tuple(map(_asked_line, asked))
    return ExpectationList(clock.now(), keuze.in_words, tuple(lines), asked_lines, demo=current_app.config["DEMO"])


def _asked(keuze: ExpectationChoice) -> list[requests.Request]:
    return [one for one in requests.all_asked() if keuze.wants(one)]


def _asked_line(one: requests.Request) -> AskedLine:
    came = one.uitkomst.label if one.uitkomst else ""
    return AskedLine(one.tekst, one.ronde, one.aan, one.datum, came, one.toelichting)
