"""What is stored of a file that is being taken in: what stood in it, where each word goes, and what taking over did."""

from __future__ import annotations

from typing import Any

from portal.domain.stored.format import Record, StoredFormat, Version
from portal.domain.stored.plan import RowsTaken


class ReadPiece(Record):
    """A piece of the file: where it stood, its text, its words, and where it goes ("" for nowhere)."""

    nummer: int
    doel: str
    plek: str
    tekst: str
    woorden: int


class ReadListRow(Record):
    """A row of a list: its cells by the fields of the list, whether it is a heading, where it stood, its words.

    `merk` is the invisible mark that says which row of the plan it is, "" for a row without.
    """

    cellen: list[str]
    kop: bool
    plek: str
    woorden: int
    merk: str


class ReadList(Record):
    """The rows that a file has for a list."""

    velden: list[str]
    rijen: list[ReadListRow]


class ReadPart(Record):
    """What is known of one place in the plan: how sure, why, and where it was found.

    `tekst` is what a person made of it, None as long as nobody changed it; `keuze` what is to be done with it, "" as
    long as nobody chose, and `rijkeuzes` that of single rows. Of a file that the portal made: `merk` says which
    revision it was made from, `hoogste` the highest number that a row of the list had then.
    """

    zekerheid: str
    waarom: list[str]
    plekken: list[str]
    tekst: str | None
    lijst: ReadList | None
    keuze: str
    merk: str
    hoogste: int
    rijkeuzes: dict[str, str]


class ReadRemark(Record):
    """A comment of the file: who, what, beside which words, and with which part ("" for none)."""

    doel: str
    van: str
    tekst: str
    over: str


class IntakeContent(Record):
    """A file that was read. Word counts: of all of it, and of the format's own words in it.

    `gemaakt_op`: when the portal made it of this very plan, in ISO form; "" for any other file.
    """

    bestand: str
    gemaakt_op: str
    woorden: int
    eigen_woorden: int
    verteld: list[str]
    gemeld: list[str]
    stukken: list[ReadPiece]
    delen: dict[str, ReadPart]
    opmerkingen: list[ReadRemark]


class TakenText(Record):
    """A text that was taken over: what stood there, and the revision that it has since."""

    voor: str
    revisie: int


class TakenGoal(Record):
    """The national goal that was taken over: what stood there, and the revision that it has since."""

    rij: int
    voor: str
    revisie: int


class CoarseTaken(Record):
    """Once, a changed row was one that went and another that came."""

    teksten: dict[str, TakenText]
    erbij: dict[str, list[int]]
    eruit: dict[str, list[int]]
    doel: TakenGoal | None


class IntakeTaken(Record):
    """What taking over did, to be undone: texts by question, what happened to rows by list, the national goal."""

    teksten: dict[str, TakenText]
    rijen: dict[str, list[RowsTaken]]
    doel: TakenGoal | None


def _with_rows(value: dict[str, Any]) -> dict[str, Any]:
    """Rows as `RowsTaken` tells them; of what went the revision was not kept (0)."""
    came, went = value["erbij"], value["eruit"]
    return {
        "teksten": value["teksten"],
        "rijen": {
            key: [
                {
                    "erbij": came.get(key, []),
                    "gewijzigd": [],
                    "eruit": [{"rij": one, "revisie": 0} for one in went.get(key, [])],
                    "terug": [],
                    "volgorde_voor": [],
                    "volgorde_na": [],
                }
            ]
            for key in {**came, **went}
        },
        "doel": value["doel"],
    }


def _without_marks(content: dict[str, Any]) -> dict[str, Any]:
    """Version 1 knew no marks: what was read then is known by its words."""
    parts = {key: _part_without_marks(part) for key, part in content["delen"].items()}
    return {**content, "gemaakt_op": "", "delen": parts}


def _part_without_marks(part: dict[str, Any]) -> dict[str, Any]:
    lijst = part["lijst"]
    if lijst is not None:
        lijst = {**lijst, "rijen": [{**row, "merk": ""} for row in lijst["rijen"]]}
    return {**part, "lijst": lijst, "merk": "", "hoogste": 0, "rijkeuzes": {}}


INTAKE_CONTENT = StoredFormat("inlezing", (Version(None, _without_marks), Version(IntakeContent)))
INTAKE_TAKEN = StoredFormat("inlezing_overgenomen", (Version(CoarseTaken, _with_rows), Version(IntakeTaken)))
