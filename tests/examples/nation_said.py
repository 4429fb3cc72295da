"""What the regions of the example report wrote, with its codes: successes, lessons and expectations. All invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from exports.national.data import CodeBeeld, Uitspraak
from forms.codes import CodeSoort
from forms.national import code_book
from tests.examples import nation_texts as texts
from tests.examples.nation_regions import NIET_BEANTWOORD, REGIOS, SAMEN

CODES: tuple[CodeBeeld, ...] = tuple(
    CodeBeeld(number, code.soort.value, code.naam, code.omschrijving)
    for number, code in enumerate(code_book().codes, 1)
)
_ID = {(code.soort, code.key): number for number, code in enumerate(code_book().codes, 1)}
_WMO_WLZ = _ID[CodeSoort.ACTIES, "wmo_wlz"]

# Every text of an action with the ids of its themes; one has two.
ACTIE_TEKSTEN: tuple[tuple[str, tuple[int, ...]], ...] = tuple(
    (
        tekst,
        tuple(
            dict.fromkeys((_ID[CodeSoort.ACTIES, key], *((_WMO_WLZ,) if (key, number) == ("casuistiek", 2) else ())))
        ),
    )
    for key, written in texts.ACTIES.items()
    for number, tekst in enumerate(written)
)

# Who handed in together, in the order of their sheets.
_BLADEN: tuple[tuple[str, ...], ...] = (
    SAMEN,
    *((code,) for code, _ in REGIOS if code not in (*SAMEN, *NIET_BEANTWOORD)),
)
_Said = tuple[str, tuple[int, ...], str]


def successen() -> tuple[Uitspraak, ...]:
    """Two or three per sheet; some not coded yet, one that no theme fits, one of one region of a joint plan."""
    return _uitspraken(CodeSoort.SUCCESSEN, _flat(CodeSoort.SUCCESSEN, texts.SUCCESSEN), first_id=2000, step=7)


def lessen() -> tuple[Uitspraak, ...]:
    """One or two per sheet."""
    return _uitspraken(CodeSoort.LESSEN, _flat(CodeSoort.LESSEN, texts.LESSEN), first_id=3000, step=5)


def verwachtingen() -> tuple[Uitspraak, ...]:
    """Two or three per sheet; a part was answered, and some are of the region's own people."""
    said: tuple[_Said, ...] = tuple(
        (tekst, (_ID[CodeSoort.VERWACHTINGEN, key],), aan)
        for key, written in texts.VERWACHTINGEN.items()
        for aan, tekst in written
    )
    said = (*said, (texts.AAN_DE_REGIO, (), "regio"))
    return tuple(
        map(_with_answer, _uitspraken(CodeSoort.VERWACHTINGEN, said, first_id=4000, step=5)),
    )


def _flat(soort: CodeSoort, written: dict[str, tuple[str, ...]]) -> tuple[_Said, ...]:
    return tuple((tekst, (_ID[soort, key],), "") for key, teksten in written.items() for tekst in teksten)


def _uitspraken(soort: CodeSoort, said: Sequence[_Said], *, first_id: int, step: int) -> tuple[Uitspraak, ...]:
    made: list[Uitspraak] = []
    for sheet, regios in enumerate(_BLADEN):
        for number in range(2 + sheet % 2):
            tekst, codes, aan = said[(sheet * step + number * 3) % len(said)]
            one = Uitspraak(first_id + len(made), soort.value, regios, 101 + sheet, aan, tekst, codes, gecodeerd=True)
            made.append(_as_it_is(one))
    return tuple(made)


def _as_it_is(one: Uitspraak) -> Uitspraak:
    """Not everything is coded, and not everything fits."""
    number = one.id % 1000
    if one.aan == "regio":
        return replace(one, codes=(), gecodeerd=False)
    if number == 1:
        return replace(one, regios=one.regios[-1:])
    if number == 11:
        return replace(one, codes=(), tekst=one.tekst if one.aan else texts.ONGECODEERD)
    if number % 23 == 9:
        return replace(one, codes=(), gecodeerd=False)
    return replace(one, codering_oud=number == 17)


def _with_answer(one: Uitspraak) -> Uitspraak:
    answer = texts.ANTWOORDEN.get(one.aan, "")
    if not answer or one.id % 3 == 0:
        return one
    promised = date(2024, 6, 1) if one.id % 2 else None
    return replace(one, antwoord=answer, antwoord_van="Kerngroep", antwoord_datum=promised)
