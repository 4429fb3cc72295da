"""Lines of the audit log as they go on paper, and the columns that show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from exports.columns import Column, ColumnKind
from forms.dutch.dates import in_amsterdam


@dataclass(frozen=True)
class AuditFileLine:
    """One line of the log; `wie` was looked up when the file was made."""

    nummer: int
    op: datetime
    wie: str
    actie: str
    object: str
    resultaat: str
    oorsprong: str
    verzoek: str


def _time(line: AuditFileLine) -> str:
    """To the second, in Amsterdam: who compares logs needs no less."""
    return in_amsterdam(line.op).time().isoformat("seconds")


AUDIT_COLUMNS: tuple[Column[AuditFileLine], ...] = (
    Column("Nummer", lambda line: line.nummer, 10, ColumnKind.NUMBER),
    Column("Dag", lambda line: in_amsterdam(line.op).date(), 14, ColumnKind.DATE),
    Column("Tijd", _time, 10),
    Column("Wie", lambda line: line.wie, 28),
    Column("Actie", lambda line: line.actie, 36),
    Column("Waarmee", lambda line: line.object, 28),
    Column("Resultaat", lambda line: line.resultaat, 12),
    Column("Oorsprong", lambda line: line.oorsprong, 16),
    Column("Verzoek", lambda line: line.verzoek, 36),
)
