"""Section 3.4: what regions expect of national parties, per party, with the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exports.labels import ONBEKEND
from exports.national.counting import names_in_words, token_part
from exports.national.data import Optie, Uitspraak
from exports.national.lists import partij_lijst
from exports.national.phrases import Woorden, aantal, eerste
from exports.national.quoting import Gezegd, in_volgorde, ingekort
from exports.national.sentences_said import partij_zin
from exports.national.tree import Blok, Cel, Hoofdstuk, Kopje, Tabel, Zin
from exports.national.values_said import is_landelijk, met_lidwoord, partijen
from exports.national.writer import Schrijver
from forms.dutch.dates import day_short

# A row of a table is no place for a letter: the portal and the Excel file have all of it.
_LANGSTE = 500


def verwachtingen(s: Schrijver) -> Hoofdstuk | None:
    """Per party: how many, about what, and the list with answers. None when this was not asked, or nobody wrote any."""
    if not s.n("verwachtingen"):
        return None
    naam = "Verwachtingen aan landelijke partijen"
    blokken: list[Blok] = [*s.zinnen("verwachtingen"), *_per_thema(s), _per_partij(s)]
    for partij in partijen(s.teller):
        blokken += _partij(s, partij)
    return Hoofdstuk("verwachtingen", naam, s.kop("verwachtingen", naam), blokken=(*blokken, s.eigen("verwachtingen")))


def _per_partij(s: Schrijver) -> Tabel:
    named = [partij for partij in partijen(s.teller) if s.n(_key(partij))]
    rows = [(one.label, _key(one)) for one in named] + [("Alle landelijke partijen", "verwachtingen")]
    return Tabel(
        "verwachtingen",
        "Verwachtingen per landelijke partij",
        ("Partij", "Verwachtingen", "Regio’s", "Beantwoord", "Nog open"),
        tuple(
            (Cel(eerste(label)), *(s.cel(f"{key}{part}") for part in ("", "_regios", "_beantwoord", "_open")))
            for label, key in rows
        ),
        (5, 2, 2, 2, 2),
        totaalrij=True,
    )


def _key(partij: Optie) -> str:
    return f"verwachtingen_{token_part(partij.key)}"


def _partij(s: Schrijver, partij: Optie) -> list[Blok]:
    items = [one for one in s.data.beeld.verwachtingen if is_landelijk(one) and one.aan == partij.key]
    if not items:
        return []
    key = _key(partij)
    return [
        Kopje(eerste(partij.label)),
        *s.stand(key, partij_zin(token_part(partij.key), met_lidwoord(partij))),
        _antwoorden(s, partij, key, partij_lijst(items).getoond),
        *meer(s, f"{key}_meer", "verwachting", "verwachtingen"),
    ]


def _per_thema(s: Schrijver) -> tuple[Tabel, ...]:
    """About what; only when there is more than one line to show."""
    themas = s.themas("verwachtingen")
    if len(themas) < 2:
        return ()
    rows = tuple((Cel(label), s.cel(token), s.cel(f"{token}_regios")) for label, token, _ in themas)
    koppen = ("Thema", "Verwachtingen", "Regio’s")
    return (Tabel("verwachtingen_thema", "Verwachtingen van landelijke partijen per thema", koppen, rows, (6, 2, 2)),)


def _antwoorden(s: Schrijver, partij: Optie, key: str, gezegden: Sequence[Gezegd]) -> Tabel:
    """A row for each expectation, so that question, region and answer are read in one glance."""
    return Tabel(
        f"{key}_antwoorden",
        f"Wat regio’s verwachten van {met_lidwoord(partij)}",
        ("Verwachting", "Regio’s", "Antwoord", "Gereed op"),
        tuple(_rij(one, s.data.regionamen) for one in gezegden),
        (15, 10, 17, 8),
    )


def _rij(gezegd: Gezegd, namen: Mapping[str, str]) -> tuple[Cel, ...]:
    one = gezegd.eerste
    return (
        Cel(ingekort(one.tekst, _LANGSTE)),
        Cel(names_in_words(in_volgorde(gezegd.regios, namen))),
        Cel(antwoord(one)),
        Cel(day_short(one.antwoord_datum) if one.antwoord and one.antwoord_datum else ONBEKEND),
    )


def antwoord(one: Uitspraak) -> str:
    """The answer to an expectation behind the name of the organisation that gave it, or that there is none yet."""
    if not one.antwoord:
        return "Nog geen antwoord."
    return f"{eerste(one.antwoord_van) or 'Kerngroep'}: {ingekort(one.antwoord, _LANGSTE)}"


def meer(s: Schrijver, sleutel: str, een: str, meervoud: str) -> tuple[Zin, ...]:
    """ "Nog 488 lessen staan in het Excelbestand."; nothing when the list shows all."""

    def maak(w: Woorden) -> str | None:
        if not w.n(sleutel):
            return None
        staat = "staat" if w.n(sleutel) == 1 else "staan"
        return f"Nog {aantal(w, sleutel, een, meervoud)} {staat} in het Excelbestand van de kerngroep."

    return s.maak(sleutel, maak)
