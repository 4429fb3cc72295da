"""What the regions of a sheet got back when a round was finished, as it is stored. Moments and dates in ISO form."""

from __future__ import annotations

from typing import Any

from portal.domain.stored.format import Record, StoredFormat, Version


class Count(Record):
    """How often an answer was given."""

    label: str
    aantal: int


class Answered(Record):
    """What a region answered to one question."""

    vraag: str
    antwoord: str
    regio: str


class SaidRow(Record):
    """A success, a lesson or an expectation, with what was answered to it."""

    tekst: str
    aan: str
    regio: str
    antwoord: str
    antwoord_van: str
    antwoord_datum: str | None
    aan_key: str


class OwnPart(Record):
    """What a region told."""

    ingediend_op: str
    acties: list[Count]
    antwoorden: list[Answered]
    successen: list[SaidRow]
    lessen: list[SaidRow]
    verwachtingen: list[SaidRow]


class QuestionCounts(Record):
    """How the regions answered one closed question."""

    vraag: str
    tellingen: list[Count]
    niet_beantwoord: int
    niet_gevraagd: int


class CountedThemes(Record):
    """How many regions named each theme in one list."""

    lijst: str
    regios: int
    tellingen: list[Count]
    geen_thema: int
    niet_ingedeeld: int


class CountryPart(Record):
    """What all regions told together."""

    regios: int
    beantwoord: int
    niet_gevraagd: int
    vragen: list[QuestionCounts]
    acties: list[Count]
    themas: list[CountedThemes]


class Feedback(Record):
    """One terugkoppeling."""

    uitvraag: str
    naam: str
    peilmoment: str
    landelijk: CountryPart
    eigen: OwnPart | None
    gevraagd: bool
    anderen_zeiden: str
    vervolg: str
    verstuurd_op: str | None
    is_joint: bool


# Version 1 named a party by what it was called then; its key is what tells who it is.
_PARTIES_OF_1 = {
    "Betrokkenen in de regio": "regio",
    "VWS": "vws",
    "ZN": "zn",
    "VNG": "vng",
    "Valente": "valente",
    "de Nederlandse ggz": "dnggz",
    "MIND": "mind",
    "CIZ": "ciz",
    "NZa": "nza",
}


def _with_party_keys(found: dict[str, Any]) -> dict[str, Any]:
    own = found["eigen"]
    return {**found, "eigen": own and {**own, **{name: [_keyed(row) for row in own[name]] for name in _LISTS}}}


_LISTS = ("successen", "lessen", "verwachtingen")


def _keyed(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "aan_key": _PARTIES_OF_1.get(row["aan"], "")}


def _with_themes(found: dict[str, Any]) -> dict[str, Any]:
    """Version 2 did not count themes."""
    return {**found, "landelijk": {**found["landelijk"], "themas": []}}


FEEDBACK = StoredFormat(
    "terugkoppeling", (Version(None, _with_party_keys), Version(None, _with_themes), Version(Feedback))
)
