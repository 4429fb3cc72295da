"""Do the figures of one file add up? A total beside its categories, a country beside its regions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from forms.dutch.numbers import dutch_number
from portal.domain.instroom.breakdowns import CATEGORIEEN, INDELING_NAMEN, TOTAAL, Indeling
from portal.domain.instroom.figures import NEDERLAND, CijferRegel, Plek
from portal.domain.instroom.imports import Melding
from portal.domain.instroom.words import figure_in_words

_MOST = 5
Values = Mapping[Plek, int | None]


def that_do_not_add_up(regels: Iterable[CijferRegel], regios: Mapping[str, str]) -> list[Melding]:
    """What to ask of a file: each total that is something else than its parts, when all of these are there.

    A sign or a range among the parts leaves nothing to compare. `regels` are gone through more than once.
    """
    # Only what can be a total: by far the most figures are parts.
    totals = {plek: value for plek, value in _values(regels) if _may_be_total(plek)}
    wrong = [*_beside_categories(regels, totals, regios), *_beside_regions(regels, totals, regios)]
    told = [Melding(one, vraagt_antwoord=True) for one in wrong[:_MOST]]
    rest = f"En bij nog {len(wrong) - _MOST} cijfers telt een totaal niet op."
    return [*told, *([Melding(rest, vraagt_antwoord=True)] if len(wrong) > _MOST else [])]


def _values(regels: Iterable[CijferRegel]) -> Iterable[tuple[Plek, int | None]]:
    return ((plek, None if one.waarde_tot else one.waarde) for plek, one, _ in regels)


def _may_be_total(plek: Plek) -> bool:
    return plek.indeling is Indeling.TOTAAL or plek.gebied == NEDERLAND


def _beside_categories(regels: Iterable[CijferRegel], totals: Values, regios: Mapping[str, str]) -> Iterable[str]:
    sums: dict[Plek, dict[Indeling, list[int | None]]] = {}
    for plek, value in _values(regels):
        if plek.indeling is not Indeling.TOTAAL:
            total = Plek(plek.indicator, plek.gebied, Indeling.TOTAAL, TOTAAL, plek.periode)
            if total in totals:
                sums.setdefault(total, {}).setdefault(plek.indeling, []).append(value)
    for total, per_cut in sums.items():
        for cut, parts in per_cut.items():
            name = f"de delen naar {INDELING_NAMEN[cut].lower()}"
            yield from _compared(totals, total, parts, len(CATEGORIEEN[cut]), name, regios)


def _beside_regions(regels: Iterable[CijferRegel], totals: Values, regios: Mapping[str, str]) -> Iterable[str]:
    sums: dict[Plek, list[int | None]] = {}
    for plek, value in _values(regels):
        if plek.gebied != NEDERLAND:
            total = Plek(plek.indicator, NEDERLAND, plek.indeling, plek.categorie, plek.periode)
            if total in totals:
                sums.setdefault(total, []).append(value)
    for total, parts in sums.items():
        yield from _compared(totals, total, parts, len(regios), "de regio’s", regios)


def _compared(
    values: Values, total: Plek, parts: Sequence[int | None], all_of: int, name: str, regios: Mapping[str, str]
) -> Iterable[str]:
    said, known = values.get(total), [one for one in parts if one is not None]
    if said is None or len(known) < all_of or sum(known) == said:
        return
    told = f"{figure_in_words(total, regios)}: {dutch_number(said)}, en {name} zijn samen"
    yield f"Telt niet op. {told} {dutch_number(sum(known))}."
