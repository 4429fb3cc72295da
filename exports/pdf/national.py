"""The national voortgangsrapportage as PDF: the tree of the report, handed to `report.typ` as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any, assert_never

from exports.cells import xml_text
from exports.figures.declared import Figuur
from exports.labels import DEMO, ONBEKEND
from exports.national.printed import cell_text, heading_of, in_front, is_numeric, is_silent, is_wide, number_of
from exports.national.tree import (
    Begrippen,
    Blok,
    Boodschap,
    Cijfers,
    EigenTekst,
    Grafiek,
    Hoofdstuk,
    Kaart,
    Kopje,
    Lijngrafiek,
    Lijst,
    NationaalRapport,
    Punt,
    Tabel,
    Zin,
)
from exports.pdf.pictures import figure, picture
from exports.pdf.rich import rich
from exports.pdf.typesetting import headed, set_pages
from forms.cleaning import has_words
from forms.dutch.dates import day_short, moment_on_paper


def national_pdf(rapport: NationaalRapport, *, letters: Path) -> bytes:
    """The report as a .pdf file. The same report gives the same bytes.

    `letters`: the folder with the font files. Raises LettersMissing.
    """
    return set_pages("report.typ", _report(rapport, letters), letters=letters, moment=rapport.peilmoment)


def _report(rapport: NationaalRapport, letters: Path) -> dict[str, Any]:
    front, body = in_front(rapport)
    return {
        "titel": xml_text(rapport.titel),
        "ondertitel": xml_text(rapport.ondertitel),
        "ronde": xml_text(rapport.ronde),
        "versie": f"{rapport.status} – versie {rapport.versie}",
        "stand": f"Stand van {moment_on_paper(rapport.peilmoment)}",
        "dag": f"Stand van {day_short(rapport.peilmoment)}",
        "demo": DEMO if rapport.demo else "",
        "colofon": _terms(rapport.colofon),
        "voorop": [_chapter(one, 1, letters) for one in front],
        "hoofdstukken": [_chapter(one, 1, letters) for one in body if one.has_content],
    }


def _chapter(hoofdstuk: Hoofdstuk, level: int, letters: Path) -> dict[str, Any]:
    whole = xml_text(heading_of(hoofdstuk))
    whole = whole if has_words(whole) else xml_text(hoofdstuk.naam) or ONBEKEND
    kop, cut = headed(whole)
    said = [_block(blok, letters) for blok in hoofdstuk.blokken if not is_silent(blok) and not _is_unseen(blok)]
    return {
        "sleutel": hoofdstuk.sleutel,
        "niveau": level,
        "nummer": number_of(hoofdstuk, level),
        "naam": xml_text(hoofdstuk.naam) if hoofdstuk.naam != kop else "",
        "kop": kop,
        "bijlage": hoofdstuk.is_bijlage,
        "wijzer": hoofdstuk.delen_zijn_regios,
        "blokken": [_block(hoofdstuk.kop, letters), *said] if cut else said,
        "delen": [_chapter(deel, level + 1, letters) for deel in hoofdstuk.delen if deel.has_content],
    }


def _is_unseen(blok: Blok) -> bool:
    """True for a heading of which nothing can be seen: nobody could hear it either."""
    return isinstance(blok, Kopje) and not has_words(xml_text(blok.tekst))


def _block(blok: Blok, letters: Path) -> dict[str, Any]:
    match blok:
        case Zin():
            return {"kind": "zin", "tekst": xml_text(blok.tekst)}
        case EigenTekst():
            return {"kind": "eigen", "tekst": rich(blok.tekst)}
        case Tabel():
            return _table(blok)
        case Grafiek() | Lijngrafiek() | Kaart() | Cijfers():
            return picture(blok)
        case Figuur():
            return figure(blok, letters)
        case Lijst():
            punten = [_point(punt) for punt in blok.punten]
            return {
                "kind": "lijst",
                "genummerd": blok.genummerd,
                "start": blok.start,
                "woord": blok.woord,
                "punten": punten,
            }
        case Begrippen():
            return {"kind": "begrippen", "rijen": _terms(blok)}
        case Kopje():
            return {"kind": "kopje", "tekst": xml_text(blok.tekst)}
        case Boodschap():
            delen = [[xml_text(word), xml_text("".join(one.tekst for one in part))] for word, part in blok.delen]
            return {"kind": "boodschap", "kader": blok.kader, "delen": delen}
        case _:
            assert_never(blok)


def _terms(begrippen: Begrippen) -> list[list[str]]:
    return [[xml_text(one.naam), xml_text(one.tekst)] for one in begrippen.rijen]


def _point(punt: Punt) -> dict[str, Any]:
    return {"kop": xml_text(punt.kop), "tekst": rich(punt.tekst), "bron": xml_text(punt.bron)}


def _table(tabel: Tabel) -> dict[str, Any]:
    return {
        "kind": "tabel",
        "titel": xml_text(tabel.titel),
        "koppen": [xml_text(kop) for kop in tabel.koppen],
        "rijen": [[xml_text(cell_text(cel)) for cel in rij] for rij in tabel.rijen],
        "breedtes": list(tabel.breedtes),
        "getallen": [is_numeric(tabel.rijen, column) for column in range(len(tabel.koppen))],
        "totaalrij": tabel.totaalrij,
        "breed": is_wide(tabel),
    }
