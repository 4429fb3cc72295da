"""What a region says of its figures: texts with the revision rule, shared when the region says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import select

from forms.build import StepForm
from forms.duiding import DUIDING, DUIDING_STAP
from portal.domain import clock
from portal.domain.instroom.region import Verdeling
from portal.domain.roles import Actor
from portal.extensions import db
from portal.locking import lock_row
from portal.models import DuidingHistorie, Regio, RegioDuiding, RegioVerdeling
from portal.services import people
from portal.services.filling.revisions import AnswerEdit, SaveResult, edits_of
from portal.services.filling.saving import Texts


class DuidingProblem(Exception):
    """Something that can't be done with these texts now, in a Dutch sentence."""


def texts_of(regio: Regio) -> Mapping[str, RegioDuiding]:
    """The texts of a region by their question, with who changed them last."""
    found = (
        select(RegioDuiding)
        .where(RegioDuiding.regio_id == regio.id)
        .options(people.named(RegioDuiding.gewijzigd_door))
        .execution_options(populate_existing=True)
    )
    return {row.question_key: row for row in db.session.scalars(found)}


def save_step(regio: Regio, form: StepForm, *, actor: Actor) -> SaveResult:
    """Save the texts of the page."""
    return save_texts(regio, edits_of(form), actor=actor)


def save_texts(regio: Regio, edits: Iterable[AnswerEdit], *, actor: Actor) -> SaveResult:
    """Save each text that started from the newest revision; merge the others, or report them as conflicts.

    Raises KeyError for a question that is not asked.
    """
    lock_row(Regio, regio.id)
    result = _DuidingTexts(regio, actor).save([(DUIDING.question(edit.question_key), edit) for edit in edits])
    db.session.flush()
    return result


class _DuidingTexts(Texts[RegioDuiding]):
    """What a region says of its figures."""

    def __init__(self, regio: Regio, actor: Actor) -> None:
        super().__init__(actor)
        self.regio = regio

    def present(self, keys: Collection[str]) -> Mapping[str, RegioDuiding]:
        return texts_of(self.regio)

    def new(self, question_key: str, text: str) -> RegioDuiding:
        return RegioDuiding(regio_id=self.regio.id, question_key=question_key, text=text)

    def keep(self, row: RegioDuiding) -> None:
        kept = {name: getattr(row, name) for name in ("text", "revision", "gewijzigd_op", "gewijzigd_door_id")}
        db.session.add(DuidingHistorie(duiding_id=row.id, **kept))


def history_of(row: RegioDuiding) -> Sequence[DuidingHistorie]:
    """Earlier texts, newest first."""
    found = (
        select(DuidingHistorie)
        .where(DuidingHistorie.duiding_id == row.id)
        .options(people.named(DuidingHistorie.gewijzigd_door))
        .order_by(DuidingHistorie.id.desc())
    )
    return db.session.scalars(found).all()


def restore(regio: Regio, question_key: str, history_id: int, *, actor: Actor) -> None:
    """Put an earlier text back as a new revision; the present one is kept. Raises DuidingProblem when it is gone."""
    lock_row(Regio, regio.id)
    texts, kept = _DuidingTexts(regio, actor), db.session.get(DuidingHistorie, history_id)
    row = texts.present([question_key]).get(question_key)
    if row is None or kept is None or kept.duiding_id != row.id:
        raise DuidingProblem("Deze eerdere tekst is er niet (meer).")
    texts.put_back(row, kept.text)


def share(regio: Regio, *, actor: Actor) -> int:
    """Let others read the texts as they are now. Returns how many texts they read otherwise than before.

    Raises DuidingProblem when they read these very texts already.
    """
    lock_row(Regio, regio.id)
    changed = [row for row in texts_of(regio).values() if row.text != row.gedeeld]
    if not changed:
        raise DuidingProblem("Er is niets te delen: anderen lezen uw duiding al zoals die nu is.")
    for row in changed:
        row.gedeeld, row.gedeeld_op, row.gedeeld_door_id = row.text, clock.now(), actor.user_id
    return len(changed)


def shared_texts() -> Mapping[int, Mapping[str, str]]:
    """What all regions shared, by the id of the region and the question; in the order in which it is asked."""
    rows = db.session.execute(
        select(RegioDuiding.regio_id, RegioDuiding.question_key, RegioDuiding.gedeeld).where(RegioDuiding.gedeeld != "")
    )
    found: dict[int, dict[str, str]] = {}
    order = {one.key: place for place, one in enumerate(DUIDING_STAP.questions)}
    for regio_id, key, text in sorted(rows, key=lambda row: order.get(row.question_key, len(order))):
        found.setdefault(regio_id, {})[key] = text
    return found


def chosen_share(regio: Regio) -> Verdeling | None:
    """By which share the region takes its part of the target; None while it did not choose."""
    found = db.session.get(RegioVerdeling, regio.id)
    return found.verdeling if found else None


def choose_share(regio: Regio, verdeling: Verdeling, *, actor: Actor) -> None:
    """Note by which share the region takes its part of the target."""
    lock_row(Regio, regio.id)
    found = db.session.get(RegioVerdeling, regio.id) or RegioVerdeling(regio_id=regio.id)
    found.verdeling, found.gekozen_op, found.gekozen_door_id = verdeling, clock.now(), actor.user_id
    db.session.add(found)
