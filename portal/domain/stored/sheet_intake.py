"""What is stored of an answer sheet that comes in as a file: what was found for each question, and what is left."""

from __future__ import annotations

from portal.domain.stored.format import Record, StoredFormat, Version


class FoundAnswer(Record):
    """What a file has for a question: of one action or goal (`rij`, its id), in one region (`regio`, its code).

    `waarden` are its fields by name; those that say nothing are left out. Of a list each row is one of these. `bezwaar`
    says why it can't come in, "" when it can; `woorden` counts its words in the file.
    """

    vraag: str
    rij: str
    regio: str
    waarden: dict[str, str]
    plekken: list[str]
    zekerheid: str
    waarom: list[str]
    bezwaar: str
    woorden: int


class LeftPiece(Record):
    """A piece of the file that has no place on the sheet: where it stood, its text, its words."""

    plek: str
    tekst: str
    woorden: int


class BesideText(Record):
    """A comment of the file: who, what, and beside which words."""

    van: str
    tekst: str
    over: str


class SheetIntakeContent(Record):
    """A sheet that was read. Word counts: of all of the file, and of the sheet's own words in it."""

    bestand: str
    woorden: int
    eigen_woorden: int
    verteld: list[str]
    gemeld: list[str]
    antwoorden: list[FoundAnswer]
    niet_geplaatst: list[LeftPiece]
    opmerkingen: list[BesideText]


SHEET_INTAKE_CONTENT = StoredFormat("blad_inlezing", (Version(SheetIntakeContent),))
