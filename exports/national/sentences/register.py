"""All sentences of the portal in a report, by key, and which values a person saw when editing one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exports.national.sentences import begin, end, glance, inflow, over_rounds, reasons, said, standings, state, summary
from exports.national.sentences.kinds import LivingSentence, Make
from exports.national.sentences.living import tokens
from exports.national.sentences.phrases import Numbers
from exports.national.tree import Waarde

ZINNEN: tuple[LivingSentence, ...] = (
    *summary.KERNBOODSCHAPPEN,
    *summary.SAMENVATTING,
    *glance.BLIK,
    *begin.AANLEIDING,
    *begin.PROCES,
    *over_rounds.VERLOOP,
    *state.STAND,
    *state.STRUCTUUR,
    *state.ACTIES,
    *state.DOEL,
    *standings.DOELCIJFERS,
    *reasons.REDENEN,
    *said.VERWACHTINGEN,
    *said.SUCCESSEN,
    *said.LESSEN,
    *inflow.INSTROOM,
    *end.VOORUITBLIK,
    *end.BIJLAGE_OVERZICHT,
    *end.BIJLAGE_REGIOS,
    *end.BIJLAGE_VRAGEN,
    *inflow.BIJLAGE_INSTROOM,
    *end.BIJLAGE_CIJFERS,
)
_BY_KEY = {zin.sleutel: zin for zin in ZINNEN}
_KOPPEN = {zin.hoofdstuk: zin for zin in ZINNEN if zin.is_kop}


def of_chapter(hoofdstuk: str) -> tuple[LivingSentence, ...]:
    """The sentences of a chapter in the order of the page, without its heading."""
    return tuple(zin for zin in ZINNEN if zin.hoofdstuk == hoofdstuk and not zin.is_kop)


def heading(hoofdstuk: str) -> LivingSentence:
    """The heading of a chapter. Raises KeyError when there is no such chapter."""
    return _KOPPEN[hoofdstuk]


ALTIJD_ANDERS = frozenset({"peilmoment"})


def to_remember(
    waarden: Mapping[str, Waarde], sleutel: str, sjabloon: str, eigen: str = "", over: Iterable[str] = ()
) -> dict[str, str]:
    """The printed values to keep in `Edit.gezien` when a person edits or confirms a sentence.

    Those of the tokens in the text, and those that decided on the words of the portal's own sentence: "Geen van de
    regio’s" has no number in it, and has to be looked at again when there is one. `over` are the numbers that the
    sentence is about by itself (`Zin.over`). Unknown keys give only the tokens.
    What is another at every making is not kept: nobody wants to be asked about it.
    """
    keys = [*tokens(sjabloon), *tokens(eigen), *over]
    if sleutel in _BY_KEY:
        w = Numbers(waarden)
        own = _BY_KEY[sleutel].make(w) or ""
        keys += w.unseen(own)
    return {key: waarden[key].tekst for key in dict.fromkeys(keys) if key in waarden and key not in ALTIJD_ANDERS}


__all__ = ["ALTIJD_ANDERS", "ZINNEN", "LivingSentence", "Make", "heading", "of_chapter", "to_remember"]
