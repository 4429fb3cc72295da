"""Section 3.4: what regions expect of national parties, per party, with the answers."""

from __future__ import annotations

from collections.abc import Sequence

from exports.labels import ONBEKEND
from exports.national.chapters.told import themes_told
from exports.national.counting.lists import party_list
from exports.national.counting.quoting import WOORDEN_EN_WIE, Said, fair_names, one_paragraph
from exports.national.counting.said import is_national, parties, with_article
from exports.national.counting.tally import token_part
from exports.national.data import Optie, RegioBeeld, Uitspraak
from exports.national.sentences.over_rounds import from_rounds
from exports.national.sentences.phrases import Numbers, capitalised, count_of
from exports.national.sentences.said import party_sentence
from exports.national.tree import Blok, Cel, Hoofdstuk, Kopje, Tabel, Zin
from exports.national.writer import ReportWriter
from forms.dutch.dates import day_short
from forms.dutch.words import one_or_many


def expectations(s: ReportWriter) -> Hoofdstuk | None:
    """Per party: how many, about what, and the list with answers. None when this was not asked, or nobody wrote any."""
    if not s.n("verwachtingen"):
        return None
    naam = "Verwachtingen aan landelijke partijen"
    rondes = s.sentence("verwachtingen_rondes", from_rounds("De verwachtingen"))
    blokken: list[Blok] = [
        *s.sentences("verwachtingen"),
        *rondes,
        *_by_theme(s),
        *themes_told(s, "verwachtingen"),
        _by_party(s),
    ]
    for partij in parties(s.tally):
        blokken += _party(s, partij)
    return Hoofdstuk(
        "verwachtingen", naam, s.heading("verwachtingen", naam), blokken=(*blokken, s.own_text("verwachtingen"))
    )


def _by_party(s: ReportWriter) -> Tabel:
    named = [partij for partij in parties(s.tally) if s.n(_key(partij))]
    rows = [(one.label, _key(one)) for one in named] + [("Alle landelijke partijen", "verwachtingen")]
    return Tabel(
        "verwachtingen",
        "Verwachtingen per landelijke partij",
        ("Partij", "Verwachtingen", "Regio’s", "Beantwoord", "Nog open"),
        tuple(
            (Cel(capitalised(label)), *(s.cell(f"{key}{part}") for part in ("", "_regios", "_beantwoord", "_open")))
            for label, key in rows
        ),
        (5, 2, 2, 2, 2),
        totaalrij=True,
    )


def _key(partij: Optie) -> str:
    return f"verwachtingen_{token_part(partij.key)}"


def _party(s: ReportWriter, partij: Optie) -> list[Blok]:
    items = [one for one in s.data.beeld.verwachtingen if is_national(one) and one.aan == partij.key]
    if not items:
        return []
    key = _key(partij)
    return [
        Kopje(capitalised(partij.label)),
        *s.about(key, party_sentence(token_part(partij.key), with_article(partij))),
        _answers(s, partij, key, party_list(items).getoond),
        *how_many_more(s, f"{key}_meer", "verwachting", "verwachtingen"),
    ]


def _by_theme(s: ReportWriter) -> tuple[Tabel, ...]:
    """About what; only when there is more than one line to show."""
    themas = s.themes("verwachtingen")
    if len(themas) < 2:
        return ()
    rows = tuple((Cel(label), s.cell(token), s.cell(f"{token}_regios")) for label, token, _ in themas)
    koppen = ("Thema", "Verwachtingen", "Regio’s")
    return (Tabel("verwachtingen_thema", "Verwachtingen van landelijke partijen per thema", koppen, rows, (6, 2, 2)),)


def _answers(s: ReportWriter, partij: Optie, key: str, gezegden: Sequence[Said]) -> Tabel:
    """A row for each expectation, so that question, region and answer are read in one glance."""
    return Tabel(
        f"{key}_antwoorden",
        f"Wat regio’s verwachten van {with_article(partij)}",
        (*WOORDEN_EN_WIE, "Antwoord", "Gereed op"),
        tuple(_row(one, s.data.beeld.regios) for one in gezegden),
        (15, 10, 17, 8),
    )


def _row(gezegd: Said, regios: Sequence[RegioBeeld]) -> tuple[Cel, ...]:
    one = gezegd.eerste
    return (
        Cel(one_paragraph(one.tekst)),
        Cel(fair_names(gezegd.regios, regios)),
        Cel(answer(one)),
        Cel(day_short(one.antwoord_datum) if one.antwoord and one.antwoord_datum else ONBEKEND),
    )


def answer(one: Uitspraak) -> str:
    """The answer to an expectation behind the name of the organisation that gave it, or that there is none yet."""
    if not one.antwoord:
        return "Nog geen antwoord."
    return f"{capitalised(one.antwoord_van) or 'Kerngroep'}: {one_paragraph(one.antwoord)}"


def how_many_more(s: ReportWriter, sleutel: str, een: str, meervoud: str) -> tuple[Zin, ...]:
    """ "Nog 488 lessen staan achter in deze rapportage, …"; nothing when the list shows all."""

    def make(w: Numbers) -> str | None:
        if not w.n(sleutel):
            return None
        staat = one_or_many(w.n(sleutel), "staat", "staan")
        return f"Nog {count_of(w, sleutel, een, meervoud)} {staat} achter in deze rapportage, bij de regio’s."

    return s.sentence(sleutel, make)
