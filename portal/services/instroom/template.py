"""Our own template for figures: which rows and columns it has, and what counts already in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exports.excel.figures_template import InvulBlad, Invulboek, InvulRij, figures_template
from portal.domain import clock
from portal.domain.instroom.breakdowns import CATEGORIEEN, INDELING_NAMEN, Indeling
from portal.domain.instroom.figures import NEDERLAND, TEKENS_CBS, Plek, Teken, Waarneming
from portal.domain.instroom.indicators import Indicator
from portal.domain.instroom.periods import Periode
from portal.domain.instroom.reading.own import MERK, WOORDEN, mark_of_row
from portal.models import InstroomBron
from portal.services.instroom import cube, importing

# The signs as they are typed in our template; a blank cell says nothing there.
_TYPED: Mapping[Teken, str] = {sign: typed for typed, sign in TEKENS_CBS.items() if typed} | {Teken.KAN_NIET: "n.v.t."}


@dataclass(frozen=True)
class SjabloonWens:
    """What a template is asked for. With a `bron` what counts of it already stands in the cells."""

    indicator: Indicator
    perioden: Sequence[Periode]
    bron: InstroomBron | None = None


def template(wens: SjabloonWens) -> bytes:
    """The template as an .xlsx file."""
    known = cube.figures_of(wens.bron.id, wens.indicator.sleutel) if wens.bron else {}
    places = {**importing.names(), NEDERLAND: "Nederland (alleen als de bron dit zelf geeft)"}
    book = Invulboek(
        titel=f"Sjabloon: {wens.indicator.naam}",
        hoek=MERK,
        geen=WOORDEN,
        koppen=("Regio", "Categorie"),
        kolommen=[(one.code, one.naam) for one in wens.perioden],
        bladen=[
            InvulBlad(INDELING_NAMEN[cut], [*_rows(wens, cut, places, known)]) for cut in wens.indicator.indelingen
        ],
        uitleg=_explanation(wens),
    )
    return figures_template(book, moment=clock.now())


def _rows(
    wens: SjabloonWens, cut: Indeling, places: Mapping[str, str], known: Mapping[Plek, Waarneming]
) -> Iterator[InvulRij]:
    for gebied, naam in places.items():
        for categorie, label in CATEGORIEEN[cut].items():
            at = {one.code: Plek(wens.indicator.sleutel, gebied, cut, categorie, one.code) for one in wens.perioden}
            values = {code: typed(known[plek]) for code, plek in at.items() if plek in known}
            yield InvulRij(mark_of_row(Plek(wens.indicator.sleutel, gebied, cut, categorie, "")), (naam, label), values)


def typed(waarneming: Waarneming) -> int | str:
    """A figure as it is typed in the template: 12, "12*" (provisional), "300-400", "x"."""
    star = "*" if waarneming.voorlopig else ""
    if waarneming.teken is not None:
        return f"{_TYPED[waarneming.teken]}{star}"
    if waarneming.waarde_tot is not None:
        return f"{waarneming.waarde}-{waarneming.waarde_tot}{star}"
    return f"{waarneming.waarde}{star}" if star else waarneming.waarde or 0


def _explanation(wens: SjabloonWens) -> list[tuple[str, str]]:
    what, bron = wens.indicator, wens.bron
    known = [("Ingevuld uit", f"{bron.naam}{' (synthetisch)' if bron.is_synthetisch else ''}")] if bron else []
    return [
        ("Titel", f"Sjabloon: {what.naam}"),
        *known,
        ("Wat telt u", what.definitie),
        ("Zo vult u in", "Typ in elk vak een heel getal. Laat een vak leeg als u er niets over zegt."),
        ("Tekens", "0 is nul. Een punt: ontbreekt. x: geheim. -: nihil. n.v.t.: kan niet voorkomen. 12*: voorlopig."),
        ("Een bereik", "Noemt de bron een bereik? Typ dan 300-400."),
        ("Verplaatsen mag", "Rijen en kolommen mag u verplaatsen, sorteren en weglaten. Voeg er geen toe."),
        ("Niet doen", "Haal de verborgen eerste rij en eerste kolom niet weg: daaraan herkent het portaal elk cijfer."),
        ("Daarna", "Sla het bestand op en kies het bij Cijfers inlezen. U ziet eerst wat er verandert."),
    ]
