"""How texts are coded, for a national report: the code book of this moment, and the codes of every text.

A code that was merged counts as the one that took its place; a retired one stays with what has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import and_, select

from exports.national.data import CodeBeeld as CodeRow
from exports.national.data import PassageBeeld
from forms.richtext import to_words
from portal.domain.coding.merged import merged_into
from portal.domain.coding.passages import Passage, placed
from portal.domain.coding.state import CodeSoort, fingerprint
from portal.extensions import db
from portal.models import Antwoordblad, BladRegel, Code, Codering, CoderingCode, CoderingPassage, TekstPlek


@dataclass(frozen=True)
class CodingFound:
    """What is known of the coding of one text; its fields have the names of those of an action or a row."""

    codes: tuple[int, ...] = ()
    gecodeerd: bool = False
    codering_oud: bool = False
    passages: tuple[PassageBeeld, ...] = ()


@dataclass
class _Coding:
    bron: str
    code_ids: set[int] = field(default_factory=set)
    passages: list[Passage] = field(default_factory=list)

    def add(self, row: Any) -> None:
        """A row for each code, or for each passage of it; one without code when none fits."""
        if row.code_id is not None:
            self.code_ids.add(row.code_id)
        if row.tekst is not None:
            self.passages.append(Passage(row.code_id, row.tekst, row.vanaf))


NOT_CODED = CodingFound()
# A sheet, and where on it (`portal/domain/sheet/explained.py`).
Place = tuple[int, str, str]


@dataclass(frozen=True)
class CodingReader:
    """The codes that are not merged, and the codings of actions, of rows and of places on sheets."""

    codes: tuple[CodeRow, ...]
    _place: Mapping[int, int]
    _target: Mapping[int, int]
    _acties: Mapping[int, _Coding]
    _regels: Mapping[int, _Coding]
    _plekken: Mapping[Place, tuple[int, _Coding | None]]

    def of_action(self, actie_id: int, text: str) -> CodingFound:
        """The coding of an action of which this is the text."""
        return self._coded(self._acties.get(actie_id), text)

    def of_row(self, regel_id: int, text: str) -> CodingFound:
        """The coding of a success, lesson or expectation of which this is the text."""
        return self._coded(self._regels.get(regel_id), text)

    def of_place(self, blad_id: int, place: tuple[str, str], text: str) -> tuple[int, CodingFound] | None:
        """The id of a place on a sheet and the coding of this text there; None when there is no such place."""
        found = self._plekken.get((blad_id, *place))
        return (found[0], self._coded(found[1], text)) if found else None

    def codes_of_action(self, actie_id: int) -> tuple[int, ...] | None:
        """The codes of an action, whatever its text is now; None when nobody coded it."""
        return self._codes(self._acties.get(actie_id))

    def codes_of_row(self, regel_id: int) -> tuple[int, ...] | None:
        """As `codes_of_action`, of a success, lesson or expectation."""
        return self._codes(self._regels.get(regel_id))

    def codes_of_place(self, blad_id: int, place: tuple[str, str]) -> tuple[int, tuple[int, ...] | None] | None:
        """As `of_place`, whatever the text there is now."""
        found = self._plekken.get((blad_id, *place))
        return (found[0], self._codes(found[1])) if found else None

    def _codes(self, coding: _Coding | None) -> tuple[int, ...] | None:
        return None if coding is None else tuple(dict.fromkeys(self._target[one] for one in coding.code_ids))

    def now(self, code_ids: Iterable[int]) -> tuple[int, ...]:
        """The codes that these are today, each once, in the order of the book."""
        return tuple(sorted({self._target[one] for one in code_ids}, key=self._place.__getitem__))

    def _coded(self, coding: _Coding | None, text: str) -> CodingFound:
        if coding is None:
            return NOT_CODED
        return CodingFound(
            codes=self.now(coding.code_ids),
            gecodeerd=True,
            codering_oud=coding.bron != fingerprint(text),
            passages=tuple(self._passages(coding, text)),
        )

    def _passages(self, coding: _Coding, text: str) -> Iterator[PassageBeeld]:
        """Where they stand in the text as it is, in that order; those that don't stand in it come last."""
        words = to_words(text) if coding.passages else ()
        found = [(placed(words, one), one) for one in coding.passages]
        for span, one in sorted(found, key=lambda pair: (pair[0] is None, pair[0] or (pair[1].vanaf, 0))):
            yield PassageBeeld(self._target[one.code_id], one.tekst, span[0] if span else one.vanaf, span is not None)


# For who reads words alone.
NO_BOOK = CodingReader((), {}, {}, {}, {}, {})


def read(uitvraag_ids: Iterable[int]) -> CodingReader:
    """The code book, the codings of all actions and those of the texts of these rounds: three queries."""
    wanted = list(uitvraag_ids)
    # The codings first: codes are never deleted, so every code they name is in the code book that is read after them.
    (acties, regels), plekken = _codings(wanted), _places(wanted)
    found = db.session.execute(select(Code.id, Code.samengevoegd_in_id, *_SHOWN)).all()
    target = merged_into({row.id: row.samengevoegd_in_id for row in found})
    order = list(CodeSoort)
    kept = sorted(
        (row for row in found if target[row.id] == row.id),
        key=lambda row: (order.index(row.soort), row.positie, row.id),
    )
    codes = tuple(
        CodeRow(row.id, row.soort.value, row.naam, row.omschrijving, row.vervallen_op is not None, row.vraag)
        for row in kept
    )
    return CodingReader(codes, {one.id: place for place, one in enumerate(codes)}, target, acties, regels, plekken)


_SHOWN = (Code.soort, Code.naam, Code.omschrijving, Code.positie, Code.vervallen_op, Code.vraag)


def _places(uitvraag_ids: list[int]) -> dict[Place, tuple[int, _Coding | None]]:
    """The places of explanations in these rounds, each with its coding when it has one."""
    query = (
        select(*_PLACE, *_GIVEN)
        .join(Antwoordblad, TekstPlek.blad_id == Antwoordblad.id)
        .outerjoin(Codering, Codering.plek_id == TekstPlek.id)
        .outerjoin(CoderingCode, CoderingCode.codering_id == Codering.id)
        .outerjoin(CoderingPassage, _OF_CODE)
        .where(Antwoordblad.uitvraag_id.in_(uitvraag_ids))
        .order_by(CoderingPassage.vanaf, CoderingPassage.id)
    )
    found: dict[Place, tuple[int, _Coding | None]] = {}
    for row in db.session.execute(query):
        coding = None if row.bron is None else _Coding(row.bron)
        _, known = found.setdefault((row.blad_id, row.veld, row.regio_code), (row.id, coding))
        if known:
            known.add(row)
    return found


_GIVEN = (Codering.bron, CoderingCode.code_id, CoderingPassage.tekst, CoderingPassage.vanaf)
_OF_CODE = and_(
    CoderingPassage.codering_id == CoderingCode.codering_id, CoderingPassage.code_id == CoderingCode.code_id
)
_PLACE = (TekstPlek.id, TekstPlek.blad_id, TekstPlek.veld, TekstPlek.regio_code)


def _codings(uitvraag_ids: list[int]) -> tuple[dict[int, _Coding], dict[int, _Coding]]:
    """The codings by the id of the action, and by the id of the row."""
    of_rounds = (
        select(BladRegel.id)
        .join(Antwoordblad, BladRegel.blad_id == Antwoordblad.id)
        .where(Antwoordblad.uitvraag_id.in_(uitvraag_ids))
    )
    query = (
        select(Codering.actie_id, Codering.regel_id, *_GIVEN)
        .outerjoin(CoderingCode, CoderingCode.codering_id == Codering.id)
        .outerjoin(CoderingPassage, _OF_CODE)
        .order_by(CoderingPassage.vanaf, CoderingPassage.id)
        .where(Codering.actie_id.is_not(None) | Codering.regel_id.in_(of_rounds))
    )
    acties: dict[int, _Coding] = {}
    regels: dict[int, _Coding] = {}
    for row in db.session.execute(query):
        _add(acties if row.actie_id is not None else regels, row)
    return acties, regels


def _add(found: dict[int, _Coding], row: Any) -> None:
    key = row.regel_id if row.actie_id is None else row.actie_id
    found.setdefault(key, _Coding(row.bron)).add(row)
