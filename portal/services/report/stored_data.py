"""The data of a national report as JSON text and back: typed, exact, and the same text for the same data."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec

from exports.national.data import RapportData
from forms.dutch.numbers import dutch_number
from portal.domain.plan import readings
from portal.domain.stored.format import MARK, StoredFormat, Version, opened, require
from portal.domain.stored.typed import record_of


def _words_of_choices(found: dict[str, Any]) -> dict[str, Any]:
    """Version 1 did not tell what choices are called in a sentence and which part a question plays in the count."""
    vragen = [
        {**vraag, "rol": "", "opties": [{**one, "in_zin": "", "voluit": ""} for one in vraag["opties"]]}
        for vraag in found["vragen"]
    ]
    return {**found, "vragen": vragen, "keuzes": None}


def _goals_in_words(found: dict[str, Any]) -> dict[str, Any]:
    """Version 2 knew a goal by one number or day per field, not by the words."""
    return {**found, "doelstellingen": [{**goal, **_words_of(goal)} for goal in found["doelstellingen"]]}


def _words_of(goal: dict[str, Any]) -> dict[str, str]:
    numbers = {f"{name}_tekst": _number(goal[name]) for name in readings.FIGURES}
    return {**numbers, **{f"{name}_tekst": readings.of_day(goal[name])[0] for name in readings.DATES}}


def _number(value: float | None) -> str:
    return "" if value is None else dutch_number(Decimal(str(value)))


def _nowhere_else(found: dict[str, Any]) -> dict[str, Any]:
    """Until version 3 an action went the same in all regions of a plan."""
    pictures = {name: _picture_nowhere_else(found[name]) for name in ("beeld", "vorige")}
    return {**found, **pictures, "voortgang": [{**one, "elders": []} for one in found["voortgang"]]}


def _picture_nowhere_else(picture: dict[str, Any] | None) -> dict[str, Any] | None:
    return picture and {**picture, "acties": [{**one, "elders": []} for one in picture["acties"]]}


def _no_explanations(found: dict[str, Any]) -> dict[str, Any]:
    """Until version 4 explanations were no texts to count, and a region did not tell its place on the map."""
    pictures = {name: _picture_unexplained(found[name]) for name in ("beeld", "vorige")}
    return {
        **found,
        **pictures,
        "codes": [{**code, "vraag": ""} for code in found["codes"]],
        "vragen": [{**vraag, "eigen": _was_own(vraag)} for vraag in found["vragen"]],
        "eerder_gesloten": None,
    }


def _was_own(vraag: dict[str, Any]) -> bool:
    """They had no sign but the beginning of their key. What was written under one was no text to count."""
    return vraag["key"].startswith("eigen_") and bool(vraag["opties"])


def _picture_unexplained(picture: dict[str, Any] | None) -> dict[str, Any] | None:
    said = ("successen", "lessen", "verwachtingen")
    return picture and {
        **picture,
        **{soort: [{**one, **_NEW_IN_A_STATEMENT} for one in picture[soort]] for soort in said},
        "redenen": [],
        "eigen": [],
        "regios": [{**one, "tegel": None, "mag_met_naam": False} for one in picture["regios"]],
    }


def _for_whom(found: dict[str, Any]) -> dict[str, Any]:
    """Until version 5 a round did not tell whom it asked: a report of a pilot learns it when it is made anew."""
    pictures = {name: _picture_for_all(found[name]) for name in ("beeld", "vorige")}
    # Nor was there a report over several rounds.
    return {
        **found,
        **pictures,
        "niet_gesteld": [],
        "reeks": [],
        "rondes": [{**one, "alleen_voor": []} for one in found["rondes"]],
    }


def _picture_for_all(picture: dict[str, Any] | None) -> dict[str, Any] | None:
    return picture and {**picture, "ronde": {**picture["ronde"], "alleen_voor": []}}


_NEW_IN_A_STATEMENT = {"over": "", "keuze": "", "actie_id": None}


def _coded_whole_and_once(found: dict[str, Any]) -> dict[str, Any]:
    """Until version 5 a code was about a whole text, and nobody coded a text a second time."""
    pictures = {name: _picture_coded_whole(found[name]) for name in ("beeld", "vorige")}
    return {**found, **pictures, "steekproeven": []}


def _picture_coded_whole(picture: dict[str, Any] | None) -> dict[str, Any] | None:
    texts = ("acties", "successen", "lessen", "verwachtingen", "redenen", "eigen")
    return picture and {
        **picture,
        **{soort: [{**one, "passages": [], "dubbel": None} for one in picture[soort]] for soort in texts},
    }


def _without_figures(found: dict[str, Any]) -> dict[str, Any]:
    """Until version 6 there were no figures of the instroom, and no round asked where goals stand."""
    return {**found, "instroom": None, "doelstanden": []}


def _goals_of_one_round(found: dict[str, Any]) -> dict[str, Any]:
    """Until version 7 a report told where goals stand of its own round only, and nobody asked the sides of a plan."""
    return {**found, "doelstanden_vorige": [], "plannen": [{**one, "instemming": ""} for one in found["plannen"]]}


FORMAT = StoredFormat(
    "rapport_gegevens",
    (
        Version(None, _words_of_choices),
        Version(None, _goals_in_words),
        Version(None, _nowhere_else),
        Version(None, _no_explanations),
        Version(None, lambda found: _for_whom(_coded_whole_and_once(found))),
        Version(None, _without_figures),
        Version(None, _goals_of_one_round),
        Version(record_of(RapportData)),
    ),
)

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(RapportData)
_BEGIN = f'{{"{MARK}":{FORMAT.version},'


def to_json(data: RapportData) -> str:
    """The data as JSON text; `from_json` gives exactly the same data back."""
    return _BEGIN + _encoder.encode(data).decode().removeprefix("{")


def from_json(text: str) -> RapportData:
    """The data that `to_json` wrote, in any version.

    Raises msgspec.ValidationError when it is something else, msgspec.DecodeError when it is no JSON, StoredProblem when
    it has other fields than its version.
    """
    if not text.startswith(_BEGIN):
        return _from_before(text)
    body = "{" + text.removeprefix(_BEGIN)
    data = _decoder.decode(body)
    # A field too many or too few would be left out or filled in, and count as nought.
    require(FORMAT, body)
    return data


def _from_before(text: str) -> RapportData:
    number, value = opened(msgspec.json.decode(text))
    return msgspec.convert(FORMAT.upgraded(number, value), RapportData)
