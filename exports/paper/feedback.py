"""A terugkoppeling on paper: what you told us, what others said, what happens now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exports.feedback import FeedbackDocument, NationalCounts, OwnAnswers, in_one_line
from exports.labels import (
    ACTIES,
    ALLEEN_VOOR,
    ANTWOORD_KERNGROEP,
    DEMO,
    GELDT_VOOR_ALLE,
    LESSEN,
    SUCCESSEN,
    TERUGKOPPELING,
    VOORBEELD,
    WAT_ANDEREN_ZEIDEN,
    WAT_ER_NU_GEBEURT,
    WAT_U_VERTELDE,
)
from exports.paper.answered import small, written
from exports.paper.tree import (
    Air,
    Block,
    Cell,
    Grid,
    Heading,
    Line,
    Pairs,
    PapierenStuk,
    TabelRij,
    Title,
    Typed,
    Zinsdeel,
    heads,
    line,
)
from exports.sheet import RegelRow
from forms.dutch.dates import day_short


def feedback_paper(document: FeedbackDocument) -> PapierenStuk:
    """The terugkoppeling as it goes on paper; one that was not sent says so."""
    sent = f"verstuurd op {day_short(document.verstuurd_op)}" if document.verstuurd_op else VOORBEELD
    state = " · ".join((document.naam, document.uitvraag, sent))
    return PapierenStuk(
        f"{TERUGKOPPELING} {document.uitvraag} – {document.naam}",
        tuple(filter(None, (state, DEMO if document.demo else ""))),
        document.peilmoment,
        tuple(_blocks(document)),
        dicht=True,
    )


def _blocks(document: FeedbackDocument) -> Iterator[Block]:
    yield Title(f"{TERUGKOPPELING} {document.uitvraag}")
    yield _bold(document.naam)
    yield Heading(WAT_U_VERTELDE, 1)
    yield from _told(document)
    yield Heading(WAT_ANDEREN_ZEIDEN, 1)
    yield from _others(document)
    yield Heading(WAT_ER_NU_GEBEURT, 1)
    yield from _next(document)


def _bold(tekst: str) -> Line:
    return Line((Zinsdeel(tekst, vet=True),), blijft=True)


# --- what you told us


def _told(document: FeedbackDocument) -> Iterator[Block]:
    eigen = document.eigen
    if eigen is None:
        yield line(document.zonder_antwoord)
        return
    shared = f" {GELDT_VOOR_ALLE}." if document.is_joint else ""
    yield line(f"U antwoordde op {day_short(eigen.ingediend_op)}.{shared}")
    yield from _pairs(_facts(eigen))
    for title, rows in ((SUCCESSEN, eigen.successen), (LESSEN, eigen.lessen)):
        if rows:
            yield _bold(title)
            yield from map(_bullet, rows)
    if eigen.verwachtingen:
        yield _expectations(eigen.verwachtingen)


def _facts(eigen: OwnAnswers) -> Iterator[tuple[str, str]]:
    if eigen.acties:
        yield ACTIES, in_one_line(eigen.acties)
    for one in eigen.antwoorden:
        yield _with_region(one.vraag, one.regio), one.antwoord


def _pairs(told: Iterable[tuple[str, str]]) -> Iterator[Block]:
    rows: tuple[tuple[Cell, Cell], ...] = tuple(((line(label),), written(text, room=0)) for label, text in told)
    if rows:
        yield Pairs((1, 1), rows)
        yield Air(weinig=True)


def _with_region(text: str, regio: str) -> str:
    return f"{text} ({ALLEEN_VOOR.lower()} {regio})" if regio else text


def _bullet(row: RegelRow) -> Typed:
    """A point of one list: a row that is a list itself becomes part of it."""
    text = _with_region(row.tekst.strip(), row.regio)
    return Typed(text if "\n" in row.tekst.strip() else f"- {text}")


def _expectations(rows: Iterable[RegelRow]) -> Grid:
    koppen = heads(("Van wie", "Wat u verwacht", ANTWOORD_KERNGROEP))
    return Grid((2, 4, 4), koppen, tuple(TabelRij(_expectation(row)) for row in rows))


def _expectation(row: RegelRow) -> tuple[Cell, ...]:
    answer: Cell = (line(row.zonder_antwoord, cursief=True),)
    if row.antwoord:
        gereed = f"Gereed op {day_short(row.antwoord_datum)}" if row.antwoord_datum else ""
        answer = (*written(row.antwoord, room=0), *small(" · ".join(filter(None, (gereed, row.antwoord_van)))))
    return (line(row.aan),), written(_with_region(row.tekst, row.regio), room=0), answer


# --- what others said, what happens now


def _others(document: FeedbackDocument) -> Iterator[Block]:
    yield line(document.landelijk.zin)
    yield from _pairs(_counted(document.landelijk))
    yield from _themes(document.landelijk)
    yield Typed(document.anderen_zeiden)


def _counted(landelijk: NationalCounts) -> list[tuple[str, str]]:
    """A round without answers has nothing to count."""
    if not landelijk.beantwoord:
        return []
    pairs = [(one.vraag, in_one_line(one.alles)) for one in landelijk.vragen]
    if landelijk.acties:
        pairs.append((f"{ACTIES} ({landelijk.aantal_acties})", in_one_line(landelijk.acties)))
    return pairs


def _themes(landelijk: NationalCounts) -> Iterator[Block]:
    if landelijk.themas:
        yield _bold(landelijk.themas_titel)
        yield Line((Zinsdeel(landelijk.themas_uitleg),), blijft=True)
        yield from _pairs((one.naam, in_one_line(one.alles)) for one in landelijk.themas)
        if landelijk.kanttekening:
            yield line(landelijk.kanttekening)


def _next(document: FeedbackDocument) -> Iterator[Block]:
    yield Typed(document.vervolg)
    for row in document.toezeggingen:
        if row.antwoord_datum:
            yield Typed(row.antwoord, aanhef=f"{day_short(row.antwoord_datum)}: ")
            yield line(row.wens, klein=True)
