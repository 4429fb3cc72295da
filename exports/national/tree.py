"""The report as a tree that screen, Word and Excel draw alike: chapters with sentences, tables, charts and lists.

Every number in it comes from one dictionary of living values (`exports/national/counting/values.py`), so that a count
can't differ between the places where it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from exports.figures.declared import Figuur

VORIGE = "_vorige"


class Aard(StrEnum):
    """What kind of value it is: that says whether another round has the same one."""

    # A count that every round has in the same way: only this one is compared.
    TELLING = "telling"
    # A count of this round only: another theme may have been the first, and the answers of then are not known.
    EENMALIG = "eenmalig"
    # A name, a date or other words: nothing to compare.
    FEIT = "feit"


@dataclass(frozen=True)
class Waarde:
    """One living value: a number (`aantal`), or words that follow from numbers (`aantal` None), as printed in `tekst`.

    `sleutel` is its token in a sentence ("{geantwoord}"); `uitleg` says in Dutch what it counts. `regios` are the codes
    of the regions behind it, `items` the ids of the texts (`soort`: acties, successen, lessen or verwachtingen).
    `vorige` is the number in the previous round, None when there is nothing to compare with.

    What it is stands in fields, never in the spelling of its token. `telling` is the token of the number that this one
    names again ("" when it is that number itself): the theme that stands first, or the number of now for that of the
    previous round (`van_vorige_ronde`). `regios_van` is the token of the number of which it counts the regions.
    `vraag` is the question (or kind of text) of the round that it is about; `naar_thema` needs texts that were coded,
    `naar_status` a round that asked how actions go.
    """

    sleutel: str
    uitleg: str
    tekst: str
    aantal: int | None = None
    regios: tuple[str, ...] = ()
    soort: str = ""
    items: tuple[int, ...] = ()
    vorige: int | None = None
    aard: Aard = Aard.TELLING
    telling: str = ""
    regios_van: str = ""
    van_vorige_ronde: bool = False
    vraag: str = ""
    naar_thema: bool = False
    naar_status: bool = False

    @property
    def zelfde_als(self) -> str:
        """The token of the number itself: two values with the same one are the same count."""
        return self.telling or self.sleutel

    @property
    def sleutel_vorige(self) -> str:
        """The token of the same number in the previous round."""
        return f"{self.sleutel}{VORIGE}"

    @property
    def verschil(self) -> int | None:
        """How much more (or less) than in the previous round."""
        return None if self.aantal is None or self.vorige is None else self.aantal - self.vorige


@dataclass(frozen=True)
class Deel:
    """A piece of a sentence: plain words (`sleutel` ""), or a living value with its token."""

    tekst: str
    sleutel: str = ""


@dataclass(frozen=True)
class Verandering:
    """A value in an edited sentence that changed since it was edited. `nu` is "" when the value no longer exists."""

    sleutel: str
    was: str
    nu: str


@dataclass(frozen=True)
class Zin:
    """A living sentence. `sjabloon` is its text with tokens as it can be edited; `delen` is how it is printed.

    `vlaggen`: what changed under an edited sentence since a person last looked; empty when it needs no look.
    `vervallen`: tokens in it that name no value (any more); such a sentence must be mended before voorleggen.
    `weggelaten`: the coördinator left it out; documents skip it, the editing page shows that it can come back.
    `revision` is that of the edited text, 0 while it is the portal's own. `over` are the tokens of the numbers of the
    one theme or party that it is about, also when its words do not show them.
    """

    sleutel: str
    sjabloon: str
    delen: tuple[Deel, ...]
    bewerkt: bool = False
    weggelaten: bool = False
    revision: int = 0
    vlaggen: tuple[Verandering, ...] = ()
    vervallen: tuple[str, ...] = ()
    over: tuple[str, ...] = ()

    @property
    def tekst(self) -> str:
        """The sentence as printed."""
        return "".join(deel.tekst for deel in self.delen)


@dataclass(frozen=True)
class EigenTekst:
    """The coördinator's own text (small Markdown) at the end of a chapter; `tekst` may be empty: then not printed."""

    hoofdstuk: str
    tekst: str
    revision: int = 0


@dataclass(frozen=True)
class Cel:
    """A cell of a table: words, or a number (then `sleutel` names its living value). None is printed as a dash."""

    waarde: str | int | None
    sleutel: str = ""


@dataclass(frozen=True)
class Tabel:
    """A table of the report. `breedtes` are parts of the width; `getallen` tells which columns hold numbers."""

    sleutel: str
    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    breedtes: tuple[int, ...]
    # The last row adds up.
    totaalrij: bool = False
    # A number for each row and column: the rows are explained by their last number, not by each of their cells.
    is_kruistabel: bool = False
    # Its rows say what each number counts: sentences link to them.
    is_verantwoording: bool = False


@dataclass(frozen=True)
class Reeks:
    """One series of a chart; a value per category. `status`: which status it counts, "" when it is none."""

    naam: str
    waarden: tuple[int, ...]
    status: str = ""


@dataclass(frozen=True)
class Grafiek:
    """A bar chart, drawn from the same numbers as a table. `gestapeld`: the series stand on each other.

    `alt` says in words what it shows.
    """

    sleutel: str
    titel: str
    categorieen: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    alt: str
    gestapeld: bool = False


@dataclass(frozen=True)
class Lijn:
    """One line of a chart; a value per moment, None where nothing is known. `status` as in `Reeks`."""

    naam: str
    waarden: tuple[int | None, ...]
    status: str = ""


@dataclass(frozen=True)
class Lijngrafiek:
    """Lines over moments (rounds), the oldest first. `alt` says in words what it shows, `bron` what is measured."""

    sleutel: str
    titel: str
    momenten: tuple[str, ...]
    lijnen: tuple[Lijn, ...]
    alt: str
    bron: str = ""


@dataclass(frozen=True)
class Tegel:
    """One region on the map: its place, and its status as a key and in words."""

    naam: str
    kolom: int
    rij: int
    status: str
    woord: str


@dataclass(frozen=True)
class Legenda:
    """What a status on the map is called, and how many regions have it."""

    status: str
    woord: str
    aantal: int


@dataclass(frozen=True)
class Kaart:
    """The tile map of the Netherlands."""

    sleutel: str
    titel: str
    tegels: tuple[Tegel, ...]
    legenda: tuple[Legenda, ...]
    alt: str
    bron: str = ""


@dataclass(frozen=True)
class Cijfer:
    """One large number with what it counts, and how it was in the round before (in words, "" when nothing is known)."""

    cel: Cel
    van: str
    label: str
    verandering: str = ""


@dataclass(frozen=True)
class Cijfers:
    """A few numbers beside each other. `voet` says over whom their changes are counted."""

    rijen: tuple[Cijfer, ...]
    voet: str = ""


@dataclass(frozen=True)
class Punt:
    """One point of a list: a bold head, a text (small Markdown), and who said it ("Genoemd door: …")."""

    tekst: str
    kop: str = ""
    bron: str = ""


@dataclass(frozen=True)
class Lijst:
    """A real list. `genummerd`: counted from `start` on; `woord` stands before each number ("Les 1", "Les 2")."""

    punten: tuple[Punt, ...]
    genummerd: bool = False
    start: int = 1
    woord: str = ""


@dataclass(frozen=True)
class Begrip:
    """A term with its meaning, for a list of terms or of properties (colofon)."""

    naam: str
    tekst: str


@dataclass(frozen=True)
class Begrippen:
    """A list of terms."""

    rijen: tuple[Begrip, ...]


@dataclass(frozen=True)
class Kopje:
    """A small heading inside a chapter, which does not stand in the table of contents."""

    tekst: str


@dataclass(frozen=True)
class Boodschap:
    """A message in three short texts: what was found, why, and what is asked now. Each may be empty but the first.

    `verzoek` says of whom and by when ("Gevraagd aan VNG en VWS, vóór 1 april 2024"). `kader`: it stands in a box.
    `sleutel` is its key among the messages; `revision`, `vlaggen` and `vervallen` are as those of a sentence.
    """

    sleutel: str
    bevinding: tuple[Deel, ...]
    waarom: tuple[Deel, ...] = ()
    wat_nu: tuple[Deel, ...] = ()
    verzoek: str = ""
    kader: bool = True
    revision: int = 0
    vlaggen: tuple[Verandering, ...] = ()
    vervallen: tuple[str, ...] = ()

    @property
    def delen(self) -> tuple[tuple[str, tuple[Deel, ...]], ...]:
        """The texts that are printed, each with the word before it."""
        asked = (*self.wat_nu, *((Deel(f" {self.verzoek}."),) if self.verzoek and self.wat_nu else ()))
        parts = (("", self.bevinding), ("" if self.kader else "Waarom", self.waarom), ("Wat nu", asked))
        return tuple((word, part) for word, part in parts if part)

    @property
    def tekst(self) -> str:
        """All of it in one line."""
        return " ".join("".join(deel.tekst for deel in part) for _, part in self.delen)


Blok = (
    Zin | EigenTekst | Tabel | Grafiek | Lijngrafiek | Figuur | Kaart | Cijfers | Lijst | Begrippen | Kopje | Boodschap
)


@dataclass(frozen=True)
class Hoofdstuk:
    """A chapter, section or appendix. `naam` is short ("Proces en respons"), `kop` the heading: a whole sentence.

    `nummer` is as printed ("3.1", "A", "" for the summary). An appendix may begin on a new page for each part, or
    have a list of its parts in front of them.
    """

    sleutel: str
    naam: str
    kop: Zin
    nummer: str = ""
    blokken: tuple[Blok, ...] = ()
    delen: tuple[Hoofdstuk, ...] = ()
    is_bijlage: bool = False
    # Each of `delen` begins on a page of its own (one page per region).
    deel_per_pagina: bool = False
    # `delen` follow one another, and are found through a list in front of them instead of the table of contents.
    delen_met_wijzer: bool = False

    @property
    def delen_zijn_regios(self) -> bool:
        """True when its parts are called by a name alone, and stand in a list of their own."""
        return self.deel_per_pagina or self.delen_met_wijzer

    @property
    def has_content(self) -> bool:
        """False when all that stood under the heading was left out: a document then skips the chapter."""
        return any(map(_is_printed, self.blokken)) or any(deel.has_content for deel in self.delen)


@dataclass(frozen=True)
class NationaalRapport:
    """The whole report. `status` and `versie` are as printed; `waarden` are all living values by token.

    `ronde` is the name of the round that it is about.
    """

    titel: str
    ondertitel: str
    status: str
    versie: int
    peilmoment: datetime
    colofon: Begrippen
    hoofdstukken: tuple[Hoofdstuk, ...]
    waarden: dict[str, Waarde] = field(default_factory=dict)
    regionamen: dict[str, str] = field(default_factory=dict)
    demo: bool = False
    ronde: str = ""

    def all_chapters(self) -> tuple[Hoofdstuk, ...]:
        """All chapters and their sections, in the order of the page."""
        return tuple(one for hoofdstuk in self.hoofdstukken for one in _with_parts(hoofdstuk))


def _is_printed(blok: Blok) -> bool:
    match blok:
        case Zin():
            return not blok.weggelaten
        case EigenTekst():
            return bool(blok.tekst)
        case Tabel() | Grafiek() | Lijngrafiek() | Figuur() | Kaart() | Cijfers():
            return True
        case Lijst() | Begrippen() | Kopje() | Boodschap():
            return True
        case _:
            assert_never(blok)


def _with_parts(hoofdstuk: Hoofdstuk) -> tuple[Hoofdstuk, ...]:
    return (hoofdstuk, *(one for deel in hoofdstuk.delen for one in _with_parts(deel)))
