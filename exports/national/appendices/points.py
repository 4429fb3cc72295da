"""What a region wrote, as points of a list in the appendix: whole, and as it was typed."""

from __future__ import annotations

from collections.abc import Iterable

from exports.national.counting.by_region import ByRegion
from exports.national.counting.said import with_article
from exports.national.data import ActieBeeld, AntwoordBeeld, Optie, Uitspraak
from exports.national.tree import Blok, Kopje, Lijst, Punt
from forms.richtext.plain import to_plain

# Signs after which nothing needs to come.
_EINDE = (".", ":", "!", "?", "…")


def is_chosen(one: AntwoordBeeld, per_regio: ByRegion) -> bool:
    """True for what was chosen from a list: those are no words of a region."""
    vraag = per_regio.bij.vragen.get(one.vraag)
    return vraag is not None and bool(vraag.opties)


def said(one: Uitspraak, per_regio: ByRegion) -> Punt:
    """A success or a lesson."""
    return Punt(one.tekst, bron=per_regio.bij.korte_rondes.get(one.blad_id, ""))


def in_list(kop: str, punten: Iterable[Punt]) -> tuple[Blok, ...]:
    """These points under a small heading; nothing without points."""
    punten = tuple(punten)
    return (Kopje(kop), Lijst(punten)) if punten else ()


def answer(one: AntwoordBeeld, per_regio: ByRegion) -> Punt:
    """What was answered or chosen, behind the question."""
    vraag = per_regio.bij.vragen.get(one.vraag)
    if vraag is None:
        return Punt(one.tekst)
    return Punt(per_regio.bij.chosen(vraag, one.tekst), kop=vraag.label)


def action(actie: ActieBeeld, per_regio: ByRegion) -> Punt:
    """An action with why it goes as it goes, behind its status."""
    nummer = f"{actie.paragraaf} " if actie.paragraaf else ""
    wat = to_plain(actie.omschrijving).strip()
    dot = "" if wat.endswith(_EINDE) or not wat else "."
    waarom = f" {actie.toelichting.strip()}" if actie.toelichting.strip() else ""
    return Punt(f"{nummer}{wat}{dot}{waarom}", kop=per_regio.bij.status(actie.status))


def expectation(one: Uitspraak, per_regio: ByRegion) -> Punt:
    """An expectation behind of whom, with the answer to it."""
    partij = with_article(per_regio.geadresseerden.get(one.aan, Optie(one.aan, one.aan)))
    bron = f"Antwoord{f' van {one.antwoord_van}' if one.antwoord_van else ''}: {to_plain(one.antwoord)}"
    ronde = per_regio.bij.korte_rondes.get(one.blad_id, "")
    beside = [ronde, *((bron,) if one.antwoord else ())]
    return Punt(one.tekst, kop=f"Van {partij}" if partij else "", bron=". ".join(filter(None, beside)))
