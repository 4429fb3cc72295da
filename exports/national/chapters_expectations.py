"""Section 3.4: what regions expect of national parties, per party, with the answers."""

from __future__ import annotations

from exports.dutch import datum
from exports.national.counting import token_part
from exports.national.data import Optie, Uitspraak
from exports.national.lists import partij_lijst
from exports.national.phrases import Woorden, aantal, eerste
from exports.national.quoting import Gezegd, punt
from exports.national.sentences import STAND
from exports.national.sentences_said import partij_zin
from exports.national.tree import Blok, Cel, Hoofdstuk, Kopje, Lijst, Punt, Tabel, Zin
from exports.national.values_said import is_landelijk, met_lidwoord, partijen
from exports.national.writer import Schrijver


def verwachtingen(s: Schrijver) -> Hoofdstuk | None:
    """Per party: how many, about what, and the list with answers. None when this was not asked, or nobody wrote any."""
    if not s.n("verwachtingen"):
        return None
    naam = "Verwachtingen aan landelijke partijen"
    blokken: list[Blok] = [*s.zinnen("verwachtingen"), _per_partij(s)]
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
        *s.maak(f"{key}{STAND}", partij_zin(token_part(partij.key), met_lidwoord(partij))),
        *_themas(s, partij, key),
        Lijst(tuple(_punt(one, s) for one in partij_lijst(items).getoond)),
        *meer(s, f"{key}_meer", "verwachting", "verwachtingen"),
    ]


def _themas(s: Schrijver, partij: Optie, key: str) -> tuple[Tabel, ...]:
    """About what; only when there is more than one line to show."""
    themas = s.themas("verwachtingen", key)
    if len(themas) < 2:
        return ()
    rows = tuple((Cel(label), s.cel(token), s.cel(f"{token}_regios")) for label, token, _ in themas)
    titel = f"Verwachtingen van {met_lidwoord(partij)} per thema"
    return (Tabel(key, titel, ("Thema", "Verwachtingen", "Regio’s"), rows, (6, 2, 2)),)


def _punt(gezegd: Gezegd, s: Schrijver) -> Punt:
    one = punt(gezegd, s.data.regionamen)
    return Punt(f"{one.tekst}\n\n{antwoord(gezegd.eerste)}", bron=one.bron)


def antwoord(one: Uitspraak) -> str:
    """The answer of the kerngroep under an expectation, or that there is none yet (small Markdown).

    It names the organisation that answered; a report that everybody reads does not name the person.
    """
    if not one.antwoord:
        return "**Nog geen antwoord.**"
    wie = one.antwoord_van.rsplit(", ", 1)[-1] or "de kerngroep"
    wanneer = f", gereed op {datum(one.antwoord_datum)}" if one.antwoord_datum else ""
    return f"**Antwoord** ({wie}{wanneer}): {one.antwoord}"


def meer(s: Schrijver, sleutel: str, een: str, meervoud: str) -> tuple[Zin, ...]:
    """ "Nog 488 lessen staan in het Excelbestand."; nothing when the list shows all."""

    def maak(w: Woorden) -> str | None:
        if not w.n(sleutel):
            return None
        staat = "staat" if w.n(sleutel) == 1 else "staan"
        return f"Nog {aantal(w, sleutel, een, meervoud)} {staat} in het Excelbestand bij deze rapportage."

    return s.maak(sleutel, maak)
