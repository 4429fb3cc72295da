"""The texts that the coördinator chose to quote with a theme, in the chosen order, with or without the region's name.

A name needs the region's own choice when it handed in ("mag met naam"); without it the words stand alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete

from exports.national.messages.quotes import Quotable, QuoteEdit, quotable_of
from portal.domain.report.events import RapportEventSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Rapport, RapportCitaat
from portal.services.report import events, messages, reports
from portal.services.report.problems import NoSuchText, ReportProblem
from portal.services.report.stored_messages import quotes_of

NAAM = "Citaten"


def quotable(rapport: Rapport, sleutel: str) -> tuple[Quotable, ...]:
    """The texts of a theme, in the order of the report. Raises NoSuchText for what is no theme."""
    code = messages.themes_of(rapport).get(sleutel)
    if code is None:
        raise NoSuchText("Dit thema staat niet (meer) in het rapport.")
    return quotable_of(reports.data_of(rapport), code.soort, code.id)


def chosen(rapport: Rapport, sleutel: str) -> list[QuoteEdit]:
    """The quotes of a theme in their order."""
    return [one for one in quotes_of(rapport) if one.sleutel == sleutel]


def mark(quotes: Sequence[QuoteEdit]) -> str:
    """What a page showed of the choice, to see whether it is still so."""
    return " ".join(f"{one.item_id}:{int(one.met_naam)}{'p' if one.als_passage else ''}" for one in quotes)


def choose(
    rapport: Rapport,
    sleutel: str,
    picked: Sequence[int],
    named: Sequence[int],
    cut: Sequence[int] = (),
    *,
    seen: str,
    actor: Actor,
) -> None:
    """Quote these texts, those that were quoted already in their order and the new ones behind them.

    `named` are told with the name of their region, as far as it agreed; of `cut` only the passages. Choosing the same
    again changes nothing.
    Raises NoSuchText, or ReportProblem when somebody else chose meanwhile.
    """
    reports.require_concept(rapport)
    offered = {one.id: one for one in quotable(rapport, sleutel)}
    before = chosen(rapport, sleutel)
    order = [*(one.item_id for one in before if one.item_id in picked)]
    order += [one for one in picked if one in offered and one not in order]
    texts = [offered[one] for one in order if one in offered]
    wanted = [
        QuoteEdit(sleutel, one.id, one.id in named and one.mag_met_naam, one.id in cut and bool(one.passage))
        for one in texts
    ]
    if wanted == before:
        return
    if mark(before) != seen:
        raise ReportProblem("Iemand anders koos intussen andere citaten. Kijk wat er nu staat en kies opnieuw.")
    _replace(rapport, sleutel, wanted)
    events.record_once_a_day(rapport, RapportEventSoort.TEKST_BEWERKT, actor, hoofdstuk=NAAM)


def move(rapport: Rapport, sleutel: str, item_id: int, *, up: bool, seen_place: int) -> None:
    """Put a quote before or behind its neighbour; pressed twice it moves once. Raises NoSuchText, ReportProblem."""
    reports.require_concept(rapport)
    rows = chosen(rapport, sleutel)
    place = next((number for number, one in enumerate(rows) if one.item_id == item_id), None)
    if place is None:
        raise NoSuchText("Dit citaat staat niet (meer) in het rapport.")
    other = place - 1 if up else place + 1
    if place == seen_place and 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
        _replace(rapport, sleutel, rows)


def _replace(rapport: Rapport, sleutel: str, quotes: Sequence[QuoteEdit]) -> None:
    mine = (RapportCitaat.rapport_id == rapport.id, RapportCitaat.sleutel == sleutel)
    db.session.execute(delete(RapportCitaat).where(*mine))
    for place, one in enumerate(quotes, start=1):
        db.session.add(
            RapportCitaat(
                rapport_id=rapport.id,
                sleutel=sleutel,
                item_id=one.item_id,
                positie=place,
                met_naam=one.met_naam,
                als_passage=one.als_passage,
            )
        )
    db.session.flush()


def how_many(rapport: Rapport) -> dict[str, int]:
    """How many quotes each theme has, by its token."""
    found: dict[str, int] = {}
    for one in quotes_of(rapport):
        found[one.sleutel] = found.get(one.sleutel, 0) + 1
    return found
