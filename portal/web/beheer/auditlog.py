"""The audit log as the beheerder reads it: chosen by action, account, day and result, and as a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import current_app, render_template, request
from flask.typing import ResponseReturnValue

from exports.audit import AuditFileLine
from exports.excel.audit import audit_xlsx
from forms.cleaning import clean_line
from portal.domain import clock
from portal.domain.audit.line import Resultaat
from portal.domain.policy import Action
from portal.services.audit import reading
from portal.services.audit.reading import AuditQuestion, ShownLine
from portal.services.people import accounts
from portal.web.access import access
from portal.web.beheer.blueprint import blueprint
from portal.web.files import XLSX, download


@dataclass(frozen=True)
class AuditFilter:
    """What the address asks; a value that is none of ours asks nothing."""

    actie: str
    wie: str
    resultaat: Resultaat | None
    van: date | None
    tot: date | None
    voor: int | None

    def question(self) -> AuditQuestion:
        """The same for the log."""
        found = [one.id for one in accounts.list_accounts(self.wie)] if self.wie else None
        return AuditQuestion(self.actie, found, self.resultaat, self.van, self.tot, self.voor)

    def in_address(self, **changes: Any) -> dict[str, Any]:
        """What must stand in an address to ask this, or this with something else."""
        asked = replace(self, **changes)
        return {
            "actie": asked.actie or None,
            "wie": asked.wie or None,
            "resultaat": asked.resultaat and asked.resultaat.value,
            "van": asked.van and asked.van.isoformat(),
            "tot": asked.tot and asked.tot.isoformat(),
            "voor": asked.voor,
        }


@blueprint.get("/auditlog")
@access(Action.AUDITLOG_LEZEN)
def auditlog() -> ResponseReturnValue:
    """The newest lines that fit."""
    asked = _asked()
    return render_template(
        "beheer/auditlog.html",
        asked=asked,
        found=reading.page(asked.question()),
        acties=reading.actions(),
        resultaten=list(Resultaat),
        most=reading.MOST_IN_A_FILE,
    )


@blueprint.get("/auditlog.xlsx")
@access(Action.AUDITLOG_LEZEN)
def auditlog_excel() -> ResponseReturnValue:
    """The same lines as a workbook."""
    found = reading.page(replace(_asked(), voor=None).question(), at_once=reading.MOST_IN_A_FILE)
    book = audit_xlsx(
        [_on_paper(line) for line in found.lines],
        peilmoment=clock.now(),
        has_more=found.verder is not None,
        demo=current_app.config["DEMO"],
    )
    return download(book, name=f"Auditlog {clock.today()}.xlsx", mimetype=XLSX)


def _on_paper(line: ShownLine) -> AuditFileLine:
    return AuditFileLine(
        line.id, line.op, line.wie, line.actie, line.object, line.resultaat.label, line.oorsprong.label, line.verzoek
    )


def _asked() -> AuditFilter:
    said = request.args
    return AuditFilter(
        clean_line(said.get("actie", "")),
        clean_line(said.get("wie", "")),
        next((one for one in Resultaat if one.value == said.get("resultaat")), None),
        _day(said.get("van", "")),
        _day(said.get("tot", "")),
        _number(said.get("voor", "")),
    )


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 2000 <= day.year <= 2200 else None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
