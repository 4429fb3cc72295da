"""What a round asks: the national questionnaire with the coördinator's own questions behind it, as one Format."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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
    return asked_by(uitvraag.edition, uitvraag.extra_vragen, uitvraag.naam, uitvraag.niet_gesteld.split())


def format_of_content(content: Mapping[str, Any]) -> Format:
    """The questions as a (frozen) copy of a sheet names them.

    Raises KeyError when the edition is unknown.
    """
    return asked_by(content["edition"], content["extra_vragen"], content["uitvraag"]["naam"], content["niet_gesteld"])


def asked_by(edition: str, extra_vragen: list[dict[str, Any]], naam: str, niet_gesteld: Sequence[str] = ()) -> Format:
    """These questions as one format; `naam` is what a round of only own questions is called.

    Raises KeyError when the edition is unknown.
    """
    if edition and not extra_vragen and not niet_gesteld:
        return progress_edition(edition)
    return _with_own(edition, json.dumps(extra_vragen), "" if edition else naam, frozenset(niet_gesteld))


def left_out(edition: str, niet_gesteld: str) -> tuple[Section, ...]:
    """The onderdelen of the questionnaire that a round does not ask, in order."""
    keys = niet_gesteld.split()
    return tuple(one for one in progress_edition(edition).sections if one.key in keys) if edition and keys else ()


def has_questions(edition: str, extra_vragen: Sequence[object], niet_gesteld: str) -> bool:
    """True when a round asks anything: when it leaves all national questions out, its own ones."""
    if extra_vragen or not edition:
        return bool(extra_vragen)
    return len(left_out(edition, niet_gesteld)) < len(progress_edition(edition).sections)


# The same questions make the same format: its pages and sections are worked out once.
@lru_cache(maxsize=64)
def _with_own(edition: str, questions: str, naam: str, niet_gesteld: frozenset[str]) -> Format:
    extra = _own_block(json.loads(questions))
    if not edition:
        return Format(EIGEN_SLEUTEL, naam, (), extra)
    national = progress_edition(edition).without(niet_gesteld)
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
