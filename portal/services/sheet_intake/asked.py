"""What a sheet asks, from the document that the portal makes of it: its Word file is recognised by these words."""

from __future__ import annotations

from collections.abc import Mapping

from exports.labels import ALLE_REGIOS, ALLEEN_VOOR, ANTWOORD_KERNGROEP, GELIJK_AAN, REGIO, WETEN_WIJ_NIET, stand_in
from exports.paper.sheet import sheet_paper
from exports.paper.words import lines_on
from exports.sheet import ProgressElsewhere, SheetDocument
from forms.richtext import to_plain
from forms.spec import Kind
from portal.domain.intake.recognise.words import plain_words
from portal.domain.sheet_intake.asked import AskedRow, DrawnWords, SheetAsked

_WORDS = DrawnWords(
    only_for=ALLEEN_VOOR,
    all_regions=ALLE_REGIOS,
    region=REGIO,
    reply=ANTWOORD_KERNGROEP,
    before=stand_in("").strip(),
    same_as=GELIJK_AAN,
    unknown=WETEN_WIJ_NIET,
)


def asked_by(
    document: SheetDocument, regions: Mapping[str, str] | None = None, others: tuple[tuple[str, str], ...] = ()
) -> SheetAsked:
    """What this sheet asks. `regions` are names by code; `others` the round and the name of other sheets."""
    return SheetAsked(
        format=document.format,
        round_name=document.uitvraag,
        name=document.naam,
        words=_WORDS,
        regions=regions or {},
        rows=_rows(document),
        own=lines_on(sheet_paper(document.blank())),
        elsewhere=_elsewhere(document, regions or {}),
        others=others,
    )


def _rows(document: SheetDocument) -> dict[str, tuple[AskedRow, ...]]:
    rows = {}
    if actions := document.format.of_kind(Kind.VOORTGANG):
        rows[actions.key] = tuple(
            AskedRow(
                str(one.actie.id),
                f"{one.actie.paragraaf} {to_plain(one.actie.omschrijving)}".strip(),
                is_heading=not one.actie.is_action,
            )
            for one in document.voortgang
        )
    if goals := document.format.of_kind(Kind.DOELSTANDEN):
        rows[goals.key] = tuple(AskedRow(str(one.id), to_plain(one.tekst), unit=one.eenheid) for one in document.doelen)
    return rows


def _elsewhere(document: SheetDocument, regions: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    choices = document.format.choices_of(Kind.VOORTGANG)
    return {
        plain_words(ProgressElsewhere(name, one.label, one.key, "").zin): (code, one.key)
        for code, name in regions.items()
        for one in choices
    }
