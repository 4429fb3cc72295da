"""The page with the earlier texts of one question: what its template needs, whatever it is a question of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from flask import url_for

from forms.spec import Question
from portal.models import AnswerHistory, BladHistorie, DuidingHistorie
from portal.services.filling.texts import TextRow
from portal.web.merges import change_asked_for


def earlier_texts(
    question: Question,
    present: TextRow | None,
    history: Sequence[AnswerHistory] | Sequence[BladHistorie] | Sequence[DuidingHistorie],
    *,
    put_back: str,
    **address: Any,
) -> dict[str, Any]:
    """What `components/eerder.html` needs. `put_back` is the view that puts one back ("" for who only reads), `address`
    what its address holds beside the key of the question and the text.
    """
    return {
        "question": question,
        "present": present,
        "history": history,
        "came_in": change_asked_for(present, question),
        "put_back_at": partial(url_for, put_back, question_key=question.key, **address) if put_back else None,
    }
