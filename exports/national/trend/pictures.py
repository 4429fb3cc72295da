"""The rounds of a report over several of them, as the rules of a trend read them: from pictures without words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exports.national.counting.actions import SOORT, how_it_goes
from exports.national.counting.rounds import short_names
from exports.national.counting.said import is_national
from exports.national.data import RondeBeeld, Stand, Uitspraak
from exports.national.trend.themes import RondeGezegd, Tekst
from forms.spec import Kind

LIJSTEN = ("successen", "lessen", "verwachtingen")


def said_in(reeks: Iterable[RondeBeeld]) -> tuple[RondeGezegd, ...]:
    """What was asked and said in each of these rounds, the oldest first."""
    rounds = tuple(reeks)
    names = short_names([one.beeld.ronde for one in rounds])
    return tuple(_said(one, names[one.beeld.ronde.id]) for one in rounds)


def _said(one: RondeBeeld, naam: str) -> RondeGezegd:
    beeld = one.beeld
    asked = {vraag.kind for vraag in one.vragen}
    gevraagd = {*(soort for soort in LIJSTEN if soort in asked), *({SOORT} if Kind.VOORTGANG.value in asked else ())}
    # Explanations stand under other questions: a round that has any asked them.
    gevraagd |= {"redenen"} if beeld.redenen else set()
    return RondeGezegd(
        beeld.ronde,
        naam,
        frozenset(gevraagd),
        frozenset(regio.code for regio in beeld.regios if regio.stand is not Stand.NIET_GEVRAAGD),
        frozenset(regio.code for regio in beeld.regios if regio.stand is Stand.BEANTWOORD),
        {
            SOORT: [
                Tekst(actie.id, actie.regios, actie.codes if actie.gecodeerd else None, how_it_goes(actie))
                for actie in beeld.acties
            ],
            **{soort: list(_texts(beeld.said(soort))) for soort in (*LIJSTEN, "redenen")},
        },
    )


def _texts(texts: Iterable[Uitspraak]) -> Iterator[Tekst]:
    """Of expectations only those of national parties, as everywhere in the report."""
    return (Tekst(one.id, one.regios, one.codes if one.gecodeerd else None) for one in texts if is_national(one))
