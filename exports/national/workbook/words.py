"""What a row of the workbook of a report says in words, and which page of the portal it opens."""

from __future__ import annotations

from dataclasses import dataclass

from exports.labels import AAN_REGIO_ZELF, NIET_BEANTWOORD, NIET_GEVRAAGD, NOG_GEEN_ANTWOORD
from exports.national.data import ActieBeeld, Stand, Uitspraak
from forms.counted import AAN_DE_REGIO

BEANTWOORD = "Beantwoord"
STANDEN = {
    Stand.BEANTWOORD: BEANTWOORD,
    Stand.NIET_BEANTWOORD: NIET_BEANTWOORD,
    Stand.NIET_GEVRAAGD: NIET_GEVRAAGD,
}
GECODEERD, NIET_GECODEERD, GEEN_CODE = "Gecodeerd", "Nog niet gecodeerd", "Past bij geen code"
JA, NEE = "Ja", "Nee"
NIET_IN_PLAN = "Deze actie staat niet meer in een geldend plan"


@dataclass(frozen=True, slots=True)
class CodingLine:
    """One text with one of its codes; `code` is None while nobody coded it, or when none fits."""

    soort: str
    item: ActieBeeld | Uitspraak
    code: int | None


def yes(is_so: bool) -> str:
    """ "Ja", or nothing: a filter then shows which rows are so."""
    return JA if is_so else ""


def plan_url(plan_id: int | None) -> str:
    """The page of a plan as everybody who may read it finds it."""
    return f"/plannen/{plan_id}/lezen" if plan_id is not None else ""


def sheet_url(blad_id: int | None, stand: Stand = Stand.BEANTWOORD) -> str:
    """The page of an answer sheet; "" for one that was not handed in, which only its own region may read."""
    return f"/antwoordbladen/{blad_id}/lezen" if blad_id is not None and stand is Stand.BEANTWOORD else ""


def state_of(actie: ActieBeeld) -> Stand:
    """What became of the question how an action goes: an action that was passed over was not answered."""
    return Stand.NIET_BEANTWOORD if actie.stand is Stand.BEANTWOORD and not actie.status else actie.stand


def coding(item: ActieBeeld | Uitspraak) -> str:
    """Whether a text was coded, in words."""
    if item.codes:
        return GECODEERD
    return GEEN_CODE if item.gecodeerd else NIET_GECODEERD


WEG_UIT_TEKST = "(staat niet meer zo in de tekst)"
GELIJK, BESPROKEN, VERSCHIL = "Gelijk gecodeerd", "Verschil besproken", "Verschil, nog niet besproken"


def passages_of(line: CodingLine) -> str:
    """The words that a code is about; nothing when it is about the whole text."""
    found = (one for one in line.item.passages if one.code == line.code)
    return "\n".join(one.tekst if one.staat_er else f"{one.tekst} {WEG_UIT_TEKST}" for one in found)


def twice(item: ActieBeeld | Uitspraak) -> str:
    """What became of the second coding of a text; nothing when it was coded once."""
    two = item.dubbel
    if two is None:
        return ""
    return GELIJK if set(two.a) == set(two.b) else BESPROKEN if two.besproken else VERSCHIL


def answer_state(verwachting: Uitspraak) -> str:
    """What became of an expectation, in words."""
    if verwachting.antwoord:
        return BEANTWOORD
    return AAN_REGIO_ZELF if verwachting.aan == AAN_DE_REGIO else NOG_GEEN_ANTWOORD
