"""The themes of a report for who writes about them: how much was said of each, and what helps to begin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from exports.national.counting.tally import names_in_words
from exports.national.messages.drafts import Draft
from exports.national.messages.quotes import Quotable, quotable_of
from exports.national.tree import Boodschap, Waarde
from forms.codes import CodeSoort
from forms.counted import ActieStatus
from portal.domain.report.messages import BoodschapStatus
from portal.extensions import db
from portal.models import Rapport
from portal.services.report import messages, quotes, reports
from portal.services.report.messages import MessageTexts

# What is counted of a theme besides its texts: their regions, and of actions how they go.
_PARTS = ("regios", "beide_regios", *ActieStatus)
_KOPPEN = {soort.value: soort.value.capitalize() for soort in CodeSoort}


@dataclass(frozen=True)
class Theme:
    """A theme with how many texts it has of how many regions, and what the coördinator did with it.

    `voorstel` is what the portal drafts while nobody touched it; None when it drafts nothing, or somebody did.
    """

    sleutel: str
    naam: str
    teksten: int
    regios: int
    heeft_tekst: bool
    citaten: int
    weggelegd: bool = False
    voorstel: Draft | None = None


@dataclass(frozen=True)
class TextOfRegion:
    """A text for who reads before writing: equal ones stand once, with the names of all regions.

    `passage` is the part of it that the theme is about.
    """

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
    statuses = {row.sleutel: row.status for row in messages.rows_of(rapport)}
    drafts = {one.sleutel: one for one in messages.themes_to_touch(rapport, waarden)}
    quoted = quotes.how_many(rapport)
    found: dict[str, list[Theme]] = {}
    for sleutel, code in messages.themes_of(rapport).items():
        waarde = waarden.get(sleutel)
        if waarde and waarde.aantal:
            regios = waarden[f"{sleutel}_regios"].aantal or 0
            status = statuses.get(sleutel)
            row = Theme(
                sleutel,
                code.naam,
                waarde.aantal,
                regios,
                status is BoodschapStatus.GEKOZEN,
                quoted.get(sleutel, 0),
                status is BoodschapStatus.WEGGELEGD,
                drafts.get(sleutel),
            )
            found.setdefault(_KOPPEN.get(code.soort, code.soort.capitalize()), []).append(row)
    return list(found.items())


def help_for(rapport: Rapport, sleutel: str) -> ThemeHelp:
    """What helps to write about this theme. Raises KeyError when it is none."""
    code, data = messages.themes_of(rapport)[sleutel], reports.data_of(rapport)
    waarden = reports.values_of(rapport)
    number, regios = waarden.get(sleutel), waarden.get(f"{sleutel}_regios")
    return ThemeHelp(
        code.naam,
        code.omschrijving,
        (number.aantal or 0) if number else 0,
        (regios.aantal or 0) if regios else 0,
        number.vorige if number else None,
        _last_time(rapport, sleutel),
        _once(quotable_of(data, code.soort, code.id), data.regionamen),
    )


def _once(texts: Iterable[Quotable], namen: Mapping[str, str]) -> tuple[TextOfRegion, ...]:
    """What several regions wrote in the same words is read once."""
    regios: dict[tuple[str, str], dict[str, None]] = {}
    for one in texts:
        regios.setdefault((one.tekst, one.passage), {}).update(dict.fromkeys(one.regios))
    return tuple(
        TextOfRegion(tekst, names_in_words([namen.get(code, code) for code in codes]), passage)
        for (tekst, passage), codes in regios.items()
    )


def numbers_of(waarden: Mapping[str, Waarde], sleutel: str) -> list[str]:
    """The tokens of the numbers of one theme that say something, those of this round first."""
    tokens = [sleutel, *(f"{sleutel}_{part}" for part in _PARTS)]
    mine = [waarden[one] for one in tokens if one in waarden]
    before = [waarden[one.sleutel_vorige] for one in mine if one.sleutel_vorige in waarden]
    return [one.sleutel for one in (*mine, *before) if one.aantal]


def next_one(rapport: Rapport, sleutel: str) -> Theme | None:
    """The theme behind this one in the order of the workbench; None behind the last."""
    rows = [row for _, rows in overview(rapport) for row in rows]
    place = next((number for number, row in enumerate(rows, 1) if row.sleutel == sleutel), len(rows))
    return rows[place] if place < len(rows) else None


def texts_before(rapport: Rapport, sleutel: str) -> MessageTexts | None:
    """What the report of the round before says of this theme, with its numbers as they are named; None without it.

    To begin with: of whom something was asked and by when was of then.
    """
    earlier = report_before(rapport)
    row = messages.find(earlier, sleutel) if earlier else None
    return MessageTexts(row.bevinding, row.waarom, row.wat_nu) if row else None


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
