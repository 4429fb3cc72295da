"""The columns of explanations, and of what was written under own questions, in the workbook of a report."""

from __future__ import annotations

from exports.columns import Column, ColumnKind
from exports.national.counting.reasons import VRAGEN
from exports.national.data import Uitspraak
from exports.national.lookup import Lookup, Row
from exports.national.workbook.words import coding, sheet_url, yes
from forms.richtext import to_plain

Explained = Column[Row[Uitspraak]]
_QUESTIONS = {one.key: one.label for one in VRAGEN}

_BEGIN: tuple[Explained, ...] = (
    Column(
        "Regio", lambda rij: rij.bij.joined(rij.item.regios), 30, url=lambda rij: sheet_url(rij.item.blad_id)
    ),
    Column("CBS-code", lambda rij: ", ".join(rij.item.regios), 12),
    Column("Ronde", lambda rij: rij.bij.round_of(rij.item.blad_id), 28),
    Column("Nummer", lambda rij: rij.item.id, 11, ColumnKind.NUMBER),
)  # fmt: skip
_END: tuple[Explained, ...] = (
    Column("Codering", lambda rij: coding(rij.item), 20),
    Column("Tekst gewijzigd na codering", lambda rij: yes(rij.item.codering_oud), 16),
)


def answer_above(one: Uitspraak, bij: Lookup) -> str:
    """The status of the action, or what was chosen at the question."""
    if one.actie_id is not None:
        return bij.status(one.over)
    asked = bij.question_of_role(one.over)
    return bij.chosen(asked, one.keuze) if asked and one.keuze else ""


def question_above(one: Uitspraak) -> str:
    """The question it stands under; of an action that how it goes was asked."""
    return _QUESTIONS["voortgang"] if one.actie_id is not None else _QUESTIONS.get(one.over, one.over)


def action_of(one: Uitspraak, bij: Lookup) -> str:
    """The action that it is about; "" when it is about none."""
    actie = bij.acties.get(one.actie_id or 0)
    return f"{actie.paragraaf} {bij.description(actie)}".strip() if actie else ""


REDEN_COLUMNS: tuple[Explained, ...] = (
    *_BEGIN,
    Column("Vraag", lambda rij: question_above(rij.item), 16),
    Column("Antwoord of status", lambda rij: answer_above(rij.item, rij.bij), 22),
    Column("Actienummer", lambda rij: rij.item.actie_id, 14, ColumnKind.NUMBER),
    Column("Actie", lambda rij: action_of(rij.item, rij.bij), 50),
    Column("Toelichting", lambda rij: to_plain(rij.item.tekst), 70),
    Column("Redenen", lambda rij: "; ".join(map(rij.bij.code_name, rij.item.codes)), 36),
    *_END,
)

EIGEN_COLUMNS: tuple[Explained, ...] = (
    *_BEGIN,
    Column("Vraag", lambda rij: rij.bij.vragen[rij.item.over].label if rij.item.over in rij.bij.vragen else "", 50),
    Column("Antwoord", lambda rij: to_plain(rij.item.tekst), 70),
    Column("Thema’s", lambda rij: "; ".join(map(rij.bij.code_name, rij.item.codes)), 36),
    *_END,
)
