"""The explanations that a round handed in, as texts to be coded (`portal/domain/sheet/explained.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select

from forms.richtext import to_plain
from forms.spec import Format
from portal.domain.coding.state import CodeSoort
from portal.domain.sheet.explained import Explanation, explanations
from portal.extensions import db
from portal.models import COUNTS, Antwoordblad, BladIndiening, TekstPlek, Uitvraag
from portal.services.coding.item import CodingItem
from portal.services.regios import name_key
from portal.services.round.questionnaire import format_of_round

_SHEETS = select(BladIndiening.blad_id, BladIndiening.snapshot).join(
    Antwoordblad, BladIndiening.blad_id == Antwoordblad.id
)
_PLACES = select(TekstPlek.id, TekstPlek.blad_id, TekstPlek.veld, TekstPlek.regio_code).join(
    Antwoordblad, TekstPlek.blad_id == Antwoordblad.id
)


def explained(uitvraag: Uitvraag | None, soort: CodeSoort | None = None) -> Iterator[CodingItem]:
    """The explanations of this kind (None: of both) in what counts of a round, by region: two queries."""
    if uitvraag is None:
        return
    format_ = format_of_round(uitvraag)
    if not any(one.codes in (CodeSoort.REDENEN, CodeSoort.EIGEN) for one in format_.questions):
        return
    ids = _ids(uitvraag)
    sheets = db.session.execute(_SHEETS.where(Antwoordblad.uitvraag_id == uitvraag.id, COUNTS)).all()
    for sheet in sorted(sheets, key=_by_region):
        for one in explanations(format_, sheet.snapshot):
            plek_id = ids.get((sheet.blad_id, *one.place))
            if plek_id is not None and soort in (None, one.soort):
                yield _item(format_, sheet, one, plek_id)


def _ids(uitvraag: Uitvraag) -> dict[tuple[int, str, str], int]:
    found = db.session.execute(_PLACES.where(Antwoordblad.uitvraag_id == uitvraag.id))
    return {(row.blad_id, row.veld, row.regio_code): row.id for row in found}


def _by_region(sheet: Any) -> tuple[Any, ...]:
    return (*sorted(name_key(one["naam"]) for one in sheet.snapshot["regios"]), sheet.blad_id)


def _item(format_: Format, sheet: Any, one: Explanation, plek_id: int) -> CodingItem:
    names = [regio["naam"] for regio in sheet.snapshot["regios"] if regio["code"] in one.regios]
    actie: Mapping[str, Any] = one.actie or {}
    return CodingItem(
        one.soort,
        plek_id,
        one.tekst,
        tuple(sorted(names, key=name_key)),
        blad_id=sheet.blad_id,
        paragraaf=actie.get("paragraaf", ""),
        kop=to_plain(actie.get("omschrijving", "")),
        uitleg_bij=explains(format_, one),
        vraag=one.vraag,
    )


def explains(format_: Format, one: Explanation) -> str:
    """What a text explains, in words: "Vraagt aandacht", "Doelstelling: deels", or the own question."""
    question = format_.question(one.vraag)
    if one.actie is not None:
        return question.choice_label(one.over)
    section = next(section for section in format_.sections if question in section.questions)
    closed = next((asked for asked in section.questions if asked.role and asked.choices), None)
    chosen = closed.choice_label(one.keuze) if closed and one.keuze else ""
    return f"{section.name}: {chosen[:1].lower()}{chosen[1:]}" if chosen else section.name
