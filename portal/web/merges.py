"""What came in from a colleague: told after a save, and shown with what changed marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from flask import flash, render_template, request
from markupsafe import Markup

from forms.richtext import to_plain
from forms.richtext.diff import Change, Piece, word_diff
from forms.spec import Kind, Question, Step
from portal.services.filling import texts
from portal.services.filling.revisions import AnswerMerge, SaveResult
from portal.services.filling.texts import TextRow
from portal.services.plan.document import choice_labels
from portal.web.marking import marked

# Of a long piece that stayed the same a reader needs no more than its ends.
LONGEST_SAME = 240
SHOWN_OF_SAME = 100


def change_in(old: str, new: str, question: Question) -> Markup:
    """From one stored answer to another: what was added and removed marked, long pieces that stayed cut short."""
    shown = (_as_read(question, one) for one in (old, new))
    return marked(_shortened(word_diff(*shown)))


def _as_read(question: Question, stored: str) -> str:
    if question.choices:
        return ", ".join(choice_labels(question, stored))
    return to_plain(stored) if question.kind is Kind.LONG_TEXT else stored


def _shortened(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for place, piece in enumerate(pieces):
        if piece.change is not Change.SAME or len(piece.text) <= LONGEST_SAME:
            yield piece
            continue
        start = piece.text[:SHOWN_OF_SAME] if place else ""
        end = piece.text[-SHOWN_OF_SAME:] if place < len(pieces) - 1 else ""
        yield Piece(Change.SAME, f"{start} … {end}")


def change_asked_for(row: TextRow | None, question: Question) -> Markup | None:
    """What changed between the two revisions that the address names; None when it names none, or is not known."""
    asked = request.args.get("van", type=int), request.args.get("tot", type=int)
    if row is None or None in asked:
        return None
    old, new = (texts.as_of(row, revision or 0) for revision in asked)
    return None if old is None or new is None else change_in(old, new, question)


def merges_by_field(step: Step, result: SaveResult) -> dict[str, list[str]]:
    """What the fields of an open page hold from now on, by name: one text, or the keys that are ticked."""
    questions = {question.key: question for question in step.questions}
    return {
        one.question_key: one.merged.text.split()
        if questions[one.question_key].kind is Kind.CHOICES
        else [one.merged.text]
        for one in result.merges
    }


def merges_told(step: Step, result: SaveResult) -> dict[str, str]:
    """What an open page shows at those fields: who changed it, and what came in."""
    questions = {question.key: question for question in step.questions}
    return {one.question_key: _told(one, questions[one.question_key]) for one in result.merges}


def _told(merge: AnswerMerge, question: Question) -> str:
    return render_template(
        "components/merged.html", merge=merge, came_in=change_in(merge.mine, merge.merged.text, question)
    )


def tell_merges(result: SaveResult, address: Callable[[str], str]) -> None:
    """Say on the next page what was merged; `address`: where the earlier texts of a question stand."""
    for one in result.merges:
        if one.touched:
            place = address(one.question_key)
            shown = f"{place}{'&' if '?' in place else '?'}van={one.base_revision}&tot={one.revision}"
            line = render_template("components/merged_line.html", merge=one, address=shown)
            flash(Markup(line), "info")  # noqa: S704 - our own template, which escapes names
