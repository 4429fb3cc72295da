"""Taking over on the sheet what a file has. What stands there never gives way unasked, and is always kept.

It uses the verbs of the sheet itself, so rules, revisions, earlier versions and the story are as when it is typed.
"""

from __future__ import annotations

from collections.abc import Mapping

from forms.spec import Kind
from portal.domain.intake.under_way import Overname
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Antwoordblad, RegelSoort
from portal.services.filling import lists
from portal.services.filling.revisions import AnswerEdit, is_worth_keeping
from portal.services.round.problems import SheetProblem
from portal.services.sheet import answers, differing, goals, history, pen, progress, rows
from portal.services.sheet.content import load
from portal.services.sheet_intake.standing import AnswerStanding, ListStanding, Standing, compared, outcome_of
from portal.services.sheet_intake.under_way import IntakeProblem, locked, opened

CHANGED = "Intussen zijn de antwoorden gewijzigd. Er is nog niets overgenomen. Kijk of uw keuzes nog kloppen."
NOTHING = "Er is niets gekozen om over te nemen."
_STALE = (rows.RegelConflict, progress.ProgressConflict, goals.GoalConflict, differing.DifferingConflict)


def take_over(blad: Antwoordblad, chosen: Mapping[str, str], *, seen: str, actor: Actor) -> list[str]:
    """Take over what was chosen, by the key of its place. Returns the names of what changed.

    `seen` is the mark of the sheet as the page showed it. Raises IntakeProblem when it changed since, when nothing was
    chosen or the file is gone; SheetProblem when the sheet takes no answers, or what is chosen breaks a rule.
    """
    pen.require_pen(blad)
    found = locked(blad, actor)
    now = compared(blad, opened(found))
    if now.mark != seen:
        raise IntakeProblem(CHANGED)
    wanted = [(one, Overname(chosen.get(one.key, Overname.BESTAAND))) for one in now.to_choose]
    wanted = [(one, choice) for one, choice in wanted if choice is not Overname.BESTAAND and choice in one.choices]
    if not wanted:
        raise IntakeProblem(NOTHING)
    taking = _TakingSheet(blad, actor)
    try:
        # Where a region differs is said of what goes in all regions: that first.
        for one, choice in sorted(wanted, key=_is_of_a_region):
            taking.take(one, choice)
    except _STALE as conflict:
        # A colleague changed it between reading the page and the lock.
        raise IntakeProblem(CHANGED) from conflict
    return [one.name for one, _ in wanted]


def _is_of_a_region(pair: tuple[Standing, Overname]) -> bool:
    return isinstance(pair[0], AnswerStanding) and pair[0].regio is not None


class _TakingSheet:
    def __init__(self, blad: Antwoordblad, actor: Actor) -> None:
        self.blad, self.actor = blad, actor

    def take(self, one: Standing, choice: Overname) -> None:
        """Do what was chosen, with the verb of its kind."""
        if isinstance(one, ListStanding):
            self._rows(one, choice)
        elif one.question.kind is Kind.VOORTGANG:
            self._progress(one, outcome_of(one, choice))
        elif one.question.kind is Kind.DOELSTANDEN:
            self._goal(one, outcome_of(one, choice))
        else:
            self._text(one, outcome_of(one, choice)["tekst"])

    def _text(self, one: AnswerStanding, text: str) -> None:
        regio_id = one.regio.id if one.regio else None
        row = load(self.blad).answer(one.question.key, regio_id)
        # What was typed a moment ago is kept too: it gives way to words from elsewhere.
        if row and row.text and not is_worth_keeping(row, self.actor):
            history.keep(row, text=row.text)
        edit = AnswerEdit(one.question.key, text, one.revision)
        result = answers.save_answers(self.blad, [edit], actor=self.actor, regio_id=regio_id)
        if result.conflicts:
            raise IntakeProblem(CHANGED)

    def _progress(self, one: AnswerStanding, values: Mapping[str, str]) -> None:
        said = {"status": values["status"], "toelichting": values["toelichting"]}
        if one.regio is None:
            progress.save_progress(self.blad, one.row_id, **said, base_revision=one.revision, actor=self.actor)
            return
        differing.save_differing(
            self.blad,
            one.row_id,
            one.regio.id,
            status=said["status"] or None,
            toelichting=said["toelichting"],
            base_revision=one.revision,
            actor=self.actor,
        )

    def _goal(self, one: AnswerStanding, values: Mapping[str, str]) -> None:
        said = goals.GoalValues(values["waarde"], values["peildatum"], bool(values["weet_niet"]), values["toelichting"])
        goals.save_goal(self.blad, one.row_id, said, base_revision=one.revision, actor=self.actor)

    def _rows(self, one: ListStanding, choice: Overname) -> None:
        soort = RegelSoort(one.question.kind.value)
        if choice is Overname.SAMENVOEGEN:
            rows.add_rows(self.blad, soort, [row.values for row in one.missing], actor=self.actor)
            return
        for gone in one.gone:
            rows.remove_row(self.blad, soort, gone.id, base_revision=gone.revision, actor=self.actor)
        added = iter(rows.add_rows(self.blad, soort, [row.values for row in one.missing], actor=self.actor))
        wanted = []
        for row in one.rows:
            if row.present is not None and not row.is_same:
                rows.change_row(
                    self.blad, soort, row.present.id, row.values, base_revision=row.present.revision, actor=self.actor
                )
            wanted.append(row.present if row.present is not None else next(added))
        lists.number(wanted)
        db.session.flush()


__all__ = ["CHANGED", "NOTHING", "SheetProblem", "take_over"]
