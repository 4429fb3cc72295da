"""The themes of a report for who writes about them: how much was said of each, and what helps to begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from exports.national.counting.tally import names_in_words
from exports.national.messages.quotes import quotable_of
from exports.national.tree import Boodschap
from forms.codes import CodeSoort
from portal.extensions import db
from portal.models import Rapport
from portal.services.report import messages, quotes, reports

_KOPPEN = {soort.value: soort.value.capitalize() for soort in CodeSoort}


@dataclass(frozen=True)
class Theme:
    """A theme with how many texts it has of how many regions, and what the coördinator did with it."""

    sleutel: str
    naam: str
    teksten: int
    regios: int
    heeft_tekst: bool
    citaten: int


@dataclass(frozen=True)
class TextOfRegion:
    """A text of a region, for who reads before writing; `passage` is the part of it that the theme is about."""

    tekst: str
    namen: str
    passage: str = ""


@dataclass(frozen=True)
class ThemeHelp:
    """What stands beside the form of a theme. `vorige` is the number of texts of the round before, None without it."""

    naam: str
    omschrijving: str
    teksten: int
    regios: int
    vorige: int | None
    vorige_tekst: str
    gezegd: tuple[TextOfRegion, ...]


def overview(rapport: Rapport) -> list[tuple[str, list[Theme]]]:
    """The themes that have texts, by kind, in the order of the code book."""
    waarden = reports.values_of(rapport)
    written = {row.sleutel for row in messages.rows_of(rapport)}
    quoted = quotes.how_many(rapport)
    found: dict[str, list[Theme]] = {}
    for sleutel, code in messages.themes_of(rapport).items():
        waarde = waarden.get(sleutel)
        if waarde and waarde.aantal:
            regios = waarden[f"{sleutel}_regios"].aantal or 0
            row = Theme(sleutel, code.naam, waarde.aantal, regios, sleutel in written, quoted.get(sleutel, 0))
            found.setdefault(_KOPPEN.get(code.soort, code.soort.capitalize()), []).append(row)
    return list(found.items())


def help_for(rapport: Rapport, sleutel: str) -> ThemeHelp:
    """What helps to write about this theme. Raises KeyError when it is none."""
    code, data = messages.themes_of(rapport)[sleutel], reports.data_of(rapport)
    waarden = reports.values_of(rapport)
    number, regios = waarden.get(sleutel), waarden.get(f"{sleutel}_regios")
    namen = data.regionamen
    return ThemeHelp(
        code.naam,
        code.omschrijving,
        (number.aantal or 0) if number else 0,
        (regios.aantal or 0) if regios else 0,
        number.vorige if number else None,
        _last_time(rapport, sleutel),
        tuple(
            TextOfRegion(one.tekst, names_in_words([namen.get(code, code) for code in one.regios]), one.passage)
            for one in quotable_of(data, code.soort, code.id)
        ),
    )


def _last_time(rapport: Rapport, sleutel: str) -> str:
    """What the report of the round before says of this theme, as printed; "" when it says nothing."""
    earlier = report_before(rapport)
    if earlier is None:
        return ""
    return next((one.tekst for one in _messages(earlier) if one.sleutel == sleutel), "")


def report_before(rapport: Rapport) -> Rapport | None:
    """The newest report of the round before, or None."""
    before = reports.data_of(rapport).vorige
    if before is None:
        return None
    query = (
        select(Rapport)
        .where(Rapport.uitvraag_id == before.ronde.id, Rapport.eerdere == "")
        .order_by(Rapport.nummer.desc())
    )
    return db.session.scalars(query.limit(1)).first()


def _messages(rapport: Rapport) -> Sequence[Boodschap]:
    return messages.messages_in(reports.tree_of(rapport, demo=False))
