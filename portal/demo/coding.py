"""Coding the answers of a round: what people of the programme office chose for each text.

Successes and lessons get the theme they were written under, actions the theme of their subject. For an expectation, an
explanation, and an action without one, the coder takes the codes that the words suggest, or finds that none fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from random import Random
from typing import Any

from sqlalchemy import select

from forms.counted import AAN_DE_REGIO
from forms.richtext import to_words
from portal.demo import own_questions
from portal.demo.answering import STOPPED_THERE
from portal.demo.paragraphs import groups_of, reasons_in
from portal.domain import clock
from portal.domain.coding.state import CodeSoort, Drager, action_text, carrier, fingerprint
from portal.domain.plan.states import ActieVorm
from portal.extensions import db
from portal.models import (
    COUNTS,
    Antwoordblad,
    BladIndiening,
    Code,
    Codering,
    CoderingPassage,
    Indiening,
    Uitvraag,
    User,
)
from portal.services.coding import items

NO_WORDS = ""
# How often a code is about a part of a text.
PART = 0.25


@dataclass(frozen=True)
class Text:
    """A text to be coded; `themas` are what the region itself thought of, by key of the code book."""

    soort: CodeSoort
    id: int
    text: str
    themas: tuple[str, ...] = ()
    # The key of the question, for an explanation.
    vraag: str = ""

    @property
    def key(self) -> tuple[Drager, int]:
        """What its coding hangs on."""
        return carrier(self.soort), self.id


def code_round(uitvraag: Uitvraag, coder: User, moment: datetime, *, share: float = 1.0) -> None:
    """Code the answers of a round that have no code yet; `share` is how many of them (1.0: all)."""
    known, book = _coded(), _Book()
    with clock.stopped_at(moment):
        for one in texts_of(uitvraag):
            if one.key not in known and Random(f"codeer {one.soort} {one.id}").random() < share:
                known.add(one.key)
                db.session.add(_coding(one, book.codes_for(one), coder))
        db.session.flush()


def _coding(one: Text, codes: list[Code], coder: User) -> Codering:
    return Codering(
        **{carrier(one.soort).value: one.id},
        bron=fingerprint(one.text),
        codes=codes,
        passages=_passages(one, codes),
        gewijzigd_op=clock.now(),
        gewijzigd_door_id=coder.id,
    )


def _passages(one: Text, codes: list[Code]) -> list[CoderingPassage]:
    """Now and then a code is about the first sentence only."""
    words = to_words(one.text)
    end = next((number for number, word in enumerate(words, 1) if word.endswith(".")), len(words))
    if not codes or end == len(words) or Random(f"passage {one.soort} {one.id}").random() >= PART:
        return []
    return [CoderingPassage(code_id=codes[0].id, tekst=" ".join(words[:end]), vanaf=0)]


def _coded() -> set[tuple[Drager, int]]:
    """What was coded before."""
    found = db.session.execute(select(*(getattr(Codering, one.value).label(one.value) for one in Drager)))
    return {(one, id_) for row in found for one in Drager if (id_ := getattr(row, one.value)) is not None}


def texts_of(uitvraag: Uitvraag) -> Iterator[Text]:
    """The actions of every plan in the round, and what was handed in."""
    for content in _plans(uitvraag):
        for row in content["acties"]:
            if ActieVorm(row["vorm"]).is_action:
                yield Text(CodeSoort.ACTIES, row["id"], action_text(row), tuple(row["themas"]))
    for content in _answers(uitvraag):
        for soort in (CodeSoort.SUCCESSEN, CodeSoort.LESSEN, CodeSoort.VERWACHTINGEN):
            for row in content["regels"][soort.value]:
                if row["aan"] != AAN_DE_REGIO:
                    yield Text(soort, row["id"], row["tekst"])
    for soort in (CodeSoort.REDENEN, CodeSoort.EIGEN):
        yield from (Text(soort, one.id, one.tekst, vraag=one.vraag) for one in items.items(soort, uitvraag))


def _plans(uitvraag: Uitvraag) -> Iterator[Mapping[str, Any]]:
    query = (
        select(Indiening.snapshot)
        .join(Antwoordblad, Antwoordblad.plan_indiening_id == Indiening.id)
        .where(Antwoordblad.uitvraag_id == uitvraag.id)
        .order_by(Indiening.id)
    )
    yield from db.session.scalars(query)


def _answers(uitvraag: Uitvraag) -> Iterator[Mapping[str, Any]]:
    query = (
        select(BladIndiening.snapshot)
        .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
        .where(
            Antwoordblad.uitvraag_id == uitvraag.id,
            COUNTS,
        )
        .order_by(BladIndiening.id)
    )
    yield from db.session.scalars(query)


class _Book:
    """The code book as a coder knows it."""

    def __init__(self) -> None:
        self._codes = list(db.session.scalars(select(Code).order_by(Code.soort, Code.positie, Code.id)))

    def codes_for(self, one: Text) -> list[Code]:
        """The codes that the coder gives to this text."""
        of_kind = [code for code in self._codes if code.soort is one.soort and code.vraag in ("", one.vraag)]
        if one.soort is CodeSoort.REDENEN:
            keys = _heard_in(one.text)
            return [code for code in of_kind if code.sleutel in keys]
        if one.soort is CodeSoort.EIGEN:
            theme = _written_under(own_questions.TEXTS, one.text)
            return [code for code in of_kind if code.naam == theme]
        if one.soort in (CodeSoort.SUCCESSEN, CodeSoort.LESSEN):
            theme = _written_under(one.soort.value, one.text)
            return [code for code in of_kind if code.naam == theme]
        chosen = [code for code in of_kind if code.sleutel in one.themas]
        return chosen or _by_words(of_kind, one.text)


def _by_words(codes: list[Code], text: str) -> list[Code]:
    """The code most of whose words stand in the text."""
    words = re.findall(r"\w+", text.casefold())
    hits = {code.id: sum(word.startswith(start) for start in code.trefwoorden for word in words) for code in codes}
    best = max(hits.values(), default=0)
    return next(([code] for code in codes if best and hits[code.id] == best), [])


def _written_under(file: str, text: str) -> str:
    return next((theme for theme, pattern in _patterns(file) if pattern.fullmatch(text)), NO_WORDS)


def _heard_in(text: str) -> tuple[str, ...]:
    """The keys of the reasons that somebody hears in an explanation; none in one that the demo did not write."""
    return next((keys for pattern, keys in _explained() if pattern.fullmatch(text)), ())


@cache
def _explained() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    files = ("voortgang", "afstemming", "doelverwachting")
    here = [(STOPPED_THERE[1], ("weinig_vraag",))]
    return tuple(
        (_pattern(variant), keys)
        for variant, keys in (*(one for file in files for one in reasons_in(file)), *here)
        if keys
    )


def _pattern(variant: str) -> re.Pattern[str]:
    """The words of a variant, with any words where those of the region stand."""
    return re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(variant)), re.DOTALL)


@cache
def _patterns(file: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each variant of a text file by its theme."""
    return tuple((theme, _pattern(variant)) for theme, variants in groups_of(file).items() for variant in variants)
