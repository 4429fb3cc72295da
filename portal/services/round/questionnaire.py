"""What a round asks: the national questionnaire with the coördinator's own questions behind it, as one Format."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from forms.codes import CodeSoort
from forms.national import progress_edition
from forms.spec import Block, Choice, Format, Kind, Question, Section
from portal.models import Uitvraag

_TEXTS = (Kind.LONG_TEXT, Kind.SHORT_TEXT)
EIGEN_VRAGEN = "Aanvullende vragen"
# The key of a round that asks only these.
EIGEN_SLEUTEL = "eigen_vragen"
# What a coördinator can ask; lists with rows of their own belong to the national questionnaire.
EXTRA_KINDS = (Kind.LONG_TEXT, Kind.SHORT_TEXT, Kind.CHOICE, Kind.CHOICES)


def format_of_round(uitvraag: Uitvraag) -> Format:
    """The questions of this round, in order.

    Raises KeyError when its edition is unknown.
    """
    return format_of_content(uitvraag.edition, uitvraag.extra_vragen, uitvraag.naam)


def format_of_content(edition: str, extra_vragen: list[dict[str, Any]], naam: str) -> Format:
    """The questions as a (frozen) copy of a sheet names them; `naam` is what a round of only own questions is called.

    Raises KeyError when the edition is unknown.
    """
    if edition and not extra_vragen:
        return progress_edition(edition)
    return _with_own(edition, json.dumps(extra_vragen), "" if edition else naam)


# The same questions make the same format: its pages and sections are worked out once.
@lru_cache(maxsize=64)
def _with_own(edition: str, questions: str, naam: str) -> Format:
    extra = _own_block(json.loads(questions))
    if not edition:
        return Format(EIGEN_SLEUTEL, naam, (), extra)
    national = progress_edition(edition)
    return Format(national.key, national.title, national.intro, (*national.blocks, *extra))


def _own_block(questions: list[dict[str, Any]]) -> tuple[Block, ...]:
    sections = tuple(_section(one) for one in questions)
    return (Block("extra", EIGEN_VRAGEN, sections),) if sections else ()


def _section(one: dict[str, Any]) -> Section:
    """An own question is an onderdeel with one question in it."""
    question = Question(
        key=one["key"],
        label=one["label"],
        kind=Kind(one["kind"]),
        required=one.get("required", False),
        guidance=one.get("guidance", ""),
        choices=tuple(Choice(choice["key"], choice["label"]) for choice in one.get("choices", ())),
        codes=CodeSoort.EIGEN if one["kind"] in _TEXTS else None,
    )
    return Section(key=one["key"], label=one["label"], questions=(question,), guidance="", short=one["label"])
