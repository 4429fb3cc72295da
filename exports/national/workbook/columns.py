"""All columns of the workbook of a national report, declared once. The first of each sheet stays in sight.

Regions stand there by name (all of a joint plan) and by their CBS code. A cell without a value stays empty; whether
that is because nothing was asked or nothing was answered stands in the column "Stand".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from exports.columns import Column, ColumnKind
from exports.labels import NIET_BEANTWOORD
from exports.national.data import (
    ActieBeeld,
    AntwoordBeeld,
    DoelstellingBeeld,
    Dubbel,
    MijlpaalBeeld,
    PlanBeeld,
    RegioBeeld,
    Uitspraak,
    VoortgangRegel,
)
from exports.national.lookup import Lookup, Row
from exports.national.tree import Waarde
from exports.national.workbook.words import (
    BEANTWOORD,
    GEEN_CODE,
    JA,
    NEE,
    NIET_IN_PLAN,
    STANDEN,
    CodingLine,
    answer_state,
    coding,
    passages_of,
    plan_url,
    sheet_url,
    state_of,
    twice,
    yes,
)
from forms.richtext import to_plain

ItemT = TypeVar("ItemT")

_TEXT_WIDTH = 60
_NAME_WIDTH = 30


def _region_columns(
    kind: type[ItemT], regios: Callable[[Row[ItemT]], tuple[str, ...]], url: Callable[[Row[ItemT]], str] | None = None
) -> tuple[Column[Row[ItemT]], Column[Row[ItemT]]]:
    """The regions of a row; `url` is what their names open."""
    return (
        Column("Regio", lambda rij: rij.bij.joined(regios(rij)), _NAME_WIDTH, url=url),
        Column("CBS-code", lambda rij: ", ".join(regios(rij)), 12),
    )


class _OfPlan(Protocol):
    """Something that stands in a plan."""

    @property
    def plan_id(self) -> int: ...


OfPlanT = TypeVar("OfPlanT", bound=_OfPlan)


def _plan_columns(kind: type[OfPlanT]) -> tuple[Column[Row[OfPlanT]], ...]:
    """The regions and the plan of a row that stands in a plan."""
    return (
        *_region_columns(kind, lambda rij: rij.bij.regions_of_plan(rij.item.plan_id)),
        Column(
            "Plan",
            lambda rij: rij.bij.plan_name(rij.item.plan_id),
            _NAME_WIDTH,
            url=lambda rij: plan_url(rij.item.plan_id),
        ),
    )


RESPONS_COLUMNS: tuple[Column[Row[RegioBeeld]], ...] = (
    Column("Regio", lambda rij: rij.item.naam, _NAME_WIDTH),
    Column("CBS-code", lambda rij: rij.item.code, 12),
    Column(
        "Stand", lambda rij: STANDEN[rij.item.stand], 18, url=lambda rij: sheet_url(rij.item.blad_id, rij.item.stand)
    ),
    Column("Ingediend op", lambda rij: rij.item.ingediend_op, 13, ColumnKind.DATE),
    Column("Namens", lambda rij: rij.item.namens.capitalize(), 14),
    Column("Wordt gecorrigeerd", lambda rij: yes(rij.item.wordt_gecorrigeerd), 13),
    Column("Stand vorige ronde", lambda rij: _state_before(rij), 18),
    Column("Plan", lambda rij: rij.item.plan_naam, _NAME_WIDTH, url=lambda rij: plan_url(rij.item.plan_id)),
    Column("Projectstructuur", lambda rij: rij.bij.structure(rij.item), 36),
    Column("Vaste projectstructuur", lambda rij: _fixed_structure(rij.item), 18),
)


def _state_before(rij: Row[RegioBeeld]) -> str:
    vorige = rij.bij.vorige.get(rij.item.code)
    return STANDEN[vorige.stand] if vorige else ""


def _fixed_structure(regio: RegioBeeld) -> str:
    if not regio.projectstructuur:
        return ""
    return JA if regio.vaste_structuur else NEE


PLAN_COLUMNS: tuple[Column[Row[PlanBeeld]], ...] = (
    Column("Plan", lambda rij: rij.item.naam, _NAME_WIDTH, url=lambda rij: plan_url(rij.item.id)),
    *_region_columns(PlanBeeld, lambda rij: rij.item.regios),
    Column("Gezamenlijk plan", lambda rij: JA if len(rij.item.regios) > 1 else NEE, 14),
    Column("Status", lambda rij: rij.item.status, 16),
    Column("Ingediend op", lambda rij: rij.item.ingediend_op, 13, ColumnKind.DATE),
    Column("Namens", lambda rij: rij.item.namens.capitalize(), 14),
    Column("Projectstructuur", lambda rij: rij.item.projectstructuur, 36),
    Column("Doelgroepen", lambda rij: "; ".join(rij.item.doelgroepen), 40),
    Column("Soorten partijen", lambda rij: "; ".join(rij.item.partijen), 40),
)
# Of a report made before sides agreed in the portal nothing is known.
AGREED_COLUMN: Column[Row[PlanBeeld]] = Column("Instemming van de kanten", lambda rij: rij.item.instemming, 30)

DOELSTELLING_COLUMNS: tuple[Column[Row[DoelstellingBeeld]], ...] = (
    *_plan_columns(DoelstellingBeeld),
    Column("Doelstelling", lambda rij: to_plain(rij.item.tekst), _TEXT_WIDTH),
    Column("Landelijke doelstelling", lambda rij: JA if rij.item.landelijk else NEE, 14),
    Column("Indicator", lambda rij: to_plain(rij.item.indicator), 40),
    Column("Nulwaarde", lambda rij: rij.item.nulwaarde_tekst, 20),
    Column("Nulwaarde als getal", lambda rij: rij.item.nulwaarde, 12, ColumnKind.NUMBER),
    Column("Peildatum", lambda rij: rij.item.peildatum_tekst, 20),
    Column("Peildatum als dag", lambda rij: rij.item.peildatum, 13, ColumnKind.DATE),
    Column("Streefwaarde", lambda rij: rij.item.streefwaarde_tekst, 20),
    Column("Streefwaarde als getal", lambda rij: rij.item.streefwaarde, 15, ColumnKind.NUMBER),
    Column("Eenheid", lambda rij: rij.item.eenheid, 22),
    Column("Einddatum", lambda rij: rij.item.einddatum_tekst, 20),
    Column("Einddatum als dag", lambda rij: rij.item.einddatum, 13, ColumnKind.DATE),
)

ACTIE_COLUMNS: tuple[Column[Row[ActieBeeld]], ...] = (
    *_plan_columns(ActieBeeld),
    Column("Actienummer", lambda rij: rij.item.id, 14, ColumnKind.NUMBER),
    Column("Paragraaf", lambda rij: rij.item.paragraaf, 12),
    Column("Actie", lambda rij: rij.bij.description(rij.item), _TEXT_WIDTH),
    Column("Verantwoordelijke", lambda rij: rij.item.verantwoordelijke, 28),
    Column("Tijdslijn", lambda rij: rij.item.tijdslijn, 22),
    Column("Begin", lambda rij: rij.item.venster_van, 13, ColumnKind.DATE),
    Column("Einde", lambda rij: rij.item.venster_tot, 13, ColumnKind.DATE),
    Column(
        "Stand",
        lambda rij: STANDEN[state_of(rij.item)],
        18,
        url=lambda rij: sheet_url(rij.item.blad_id, rij.item.stand),
    ),
    Column("Status", lambda rij: rij.bij.status(rij.item.status), 18),
    Column("Toelichting", lambda rij: to_plain(rij.item.toelichting), _TEXT_WIDTH),
    Column("Anders in een regio", lambda rij: _elsewhere(rij.item, rij.bij), _TEXT_WIDTH),
    Column("Thema’s", lambda rij: "; ".join(map(rij.bij.code_name, rij.item.codes)), 36),
    Column("Codering", lambda rij: coding(rij.item), 20),
    Column("Tekst gewijzigd na codering", lambda rij: yes(rij.item.codering_oud), 16),
)

MIJLPAAL_COLUMNS: tuple[Column[Row[MijlpaalBeeld]], ...] = (
    *_plan_columns(MijlpaalBeeld),
    Column("Actienummer", lambda rij: rij.item.id if rij.item.is_actie else None, 14, ColumnKind.NUMBER),
    Column("Activiteit", lambda rij: to_plain(rij.item.activiteit), 50),
    Column("Mijlpaal", lambda rij: to_plain(rij.item.mijlpaal), 50),
    Column("Tijdslijn", lambda rij: rij.item.tijdslijn, 22),
    Column("Begin", lambda rij: rij.item.venster_van, 13, ColumnKind.DATE),
    Column("Einde", lambda rij: rij.item.venster_tot, 13, ColumnKind.DATE),
)


def _elsewhere(item: ActieBeeld | VoortgangRegel, bij: Lookup) -> str:
    """In which regions of a joint plan it goes otherwise, and why; the row itself is that of all regions."""
    return "; ".join(f"{bij.elsewhere(one)} ({to_plain(one.toelichting)})" for one in item.elders)


def _paragraph(rij: Row[VoortgangRegel]) -> str:
    actie = rij.bij.acties.get(rij.item.actie_id)
    return actie.paragraaf if actie else ""


def _of_action(rij: Row[VoortgangRegel]) -> str:
    """The words of the action that a line of progress is about."""
    actie = rij.bij.acties.get(rij.item.actie_id)
    return rij.bij.description(actie) if actie else NIET_IN_PLAN


VOORTGANG_COLUMNS: tuple[Column[Row[VoortgangRegel]], ...] = (
    *_plan_columns(VoortgangRegel),
    Column("Actienummer", lambda rij: rij.item.actie_id, 14, ColumnKind.NUMBER),
    Column("Paragraaf", _paragraph, 12),
    Column("Actie", _of_action, _TEXT_WIDTH),
    Column("Ronde", lambda rij: rij.bij.rondes[rij.item.ronde_id].naam, 28),
    Column("Einde periode", lambda rij: rij.bij.rondes[rij.item.ronde_id].periode_tot, 13, ColumnKind.DATE),
    Column("Stand", lambda rij: BEANTWOORD if rij.item.status else NIET_BEANTWOORD, 18),
    Column("Status", lambda rij: rij.bij.status(rij.item.status), 18),
    Column("Toelichting", lambda rij: to_plain(rij.item.toelichting), _TEXT_WIDTH),
    Column("Anders in een regio", lambda rij: _elsewhere(rij.item, rij.bij), _TEXT_WIDTH),
)

ANTWOORD_COLUMNS: tuple[Column[Row[AntwoordBeeld]], ...] = (
    *_region_columns(AntwoordBeeld, lambda rij: (rij.item.regio,)),
    Column("Onderdeel", lambda rij: rij.bij.vragen[rij.item.vraag].onderdeel, 60),
    Column("Vraag", lambda rij: rij.bij.vragen[rij.item.vraag].label, 36),
    Column("Stand", lambda rij: STANDEN[rij.item.stand], 18, url=lambda rij: _sheet_of_region(rij)),
    Column("Antwoord", lambda rij: _answer(rij), _TEXT_WIDTH),
    Column("Anders dan de rest van het plan", lambda rij: yes(rij.item.eigen), 16),
)


def _sheet_of_region(rij: Row[AntwoordBeeld]) -> str:
    regio = rij.bij.regios.get(rij.item.regio)
    return sheet_url(regio.blad_id, regio.stand) if regio else ""


def _answer(rij: Row[AntwoordBeeld]) -> str:
    return to_plain(rij.bij.chosen(rij.bij.vragen[rij.item.vraag], rij.item.tekst))


def _said_columns(heading: str) -> tuple[Column[Row[Uitspraak]], ...]:
    return (
        *_region_columns(Uitspraak, lambda rij: rij.item.regios, lambda rij: sheet_url(rij.item.blad_id)),
        Column("Nummer", lambda rij: rij.item.id, 11, ColumnKind.NUMBER),
        Column(heading, lambda rij: to_plain(rij.item.tekst), 70),
        Column("Thema’s", lambda rij: "; ".join(map(rij.bij.code_name, rij.item.codes)), 36),
        Column("Codering", lambda rij: coding(rij.item), 20),
        Column("Tekst gewijzigd na codering", lambda rij: yes(rij.item.codering_oud), 16),
    )


SUCCES_COLUMNS: tuple[Column[Row[Uitspraak]], ...] = _said_columns("Succes")
LES_COLUMNS: tuple[Column[Row[Uitspraak]], ...] = _said_columns("Les")


VERWACHTING_COLUMNS: tuple[Column[Row[Uitspraak]], ...] = (
    *_said_columns("Verwachting"),
    Column("Van wie", lambda rij: rij.bij.party(rij.item.aan), 24),
    Column("Stand van het antwoord", lambda rij: answer_state(rij.item), 24),
    Column("Antwoord van de kerngroep", lambda rij: to_plain(rij.item.antwoord), _TEXT_WIDTH),
    Column("Beantwoord door", lambda rij: rij.item.antwoord_van, 28),
    Column("Gereed op", lambda rij: rij.item.antwoord_datum, 13, ColumnKind.DATE),
)

CODERING_COLUMNS: tuple[Column[Row[CodingLine]], ...] = (
    *_region_columns(CodingLine, lambda rij: rij.item.item.regios, lambda rij: _sheet_of_text(rij.item.item)),
    Column("Soort", lambda rij: rij.item.soort, 15),
    Column("Nummer", lambda rij: rij.item.item.id, 11, ColumnKind.NUMBER),
    Column("Tekst", lambda rij: _text(rij.item.item, rij.bij), 70),
    Column("Codering", lambda rij: coding(rij.item.item), 20),
    Column("Code", lambda rij: rij.bij.code_name(rij.item.code) if rij.item.code is not None else "", 36),
    Column(
        "Betekenis van de code",
        lambda rij: rij.bij.code_meaning(rij.item.code) if rij.item.code is not None else "",
        50,
    ),
    Column("Passage", lambda rij: passages_of(rij.item), 50),
    Column("Tekst gewijzigd na codering", lambda rij: yes(rij.item.item.codering_oud), 16),
    Column("Codeur A", lambda rij: _given(rij, lambda two: two.a), 36),
    Column("Codeur B", lambda rij: _given(rij, lambda two: two.b), 36),
    Column("Dubbel gecodeerd", lambda rij: twice(rij.item.item), 26),
)


def _given(rij: Row[CodingLine], by: Callable[[Dubbel], tuple[int, ...]]) -> str:
    """What one of the two coders of a text gave; nothing for a text that was coded once."""
    two = rij.item.item.dubbel
    return "" if two is None else "; ".join(map(rij.bij.code_name, by(two))) or GEEN_CODE


def _text(item: ActieBeeld | Uitspraak, bij: Lookup) -> str:
    return bij.description(item) if isinstance(item, ActieBeeld) else to_plain(item.tekst)


def _sheet_of_text(item: ActieBeeld | Uitspraak) -> str:
    """An action stands in its plan."""
    return plan_url(item.plan_id) if isinstance(item, ActieBeeld) else sheet_url(item.blad_id)


def _in_words(waarde: Waarde) -> str:
    """What is no number."""
    return waarde.tekst if waarde.aantal is None else ""


RONDE_COLUMN: Column[Row[Uitspraak]] = Column("Ronde", lambda rij: rij.bij.round_of(rij.item.blad_id), 28)
GETALLEN_COLUMNS: tuple[Column[Row[Waarde]], ...] = (
    Column("Wat is geteld", lambda rij: rij.item.uitleg, 60),
    Column("Waarde", lambda rij: rij.item.aantal, 10, ColumnKind.NUMBER),
    Column("Vorige ronde", lambda rij: rij.item.vorige, 10, ColumnKind.NUMBER),
    Column("Verschil", lambda rij: rij.item.verschil, 11, ColumnKind.NUMBER),
    Column("In woorden", lambda rij: _in_words(rij.item), 24, ColumnKind.LINE),
    Column("Regio’s", lambda rij: ", ".join(rij.bij.names(rij.item.regios)), 30, ColumnKind.LINE),
    Column("Naam in de tekst", lambda rij: rij.item.sleutel, 36, ColumnKind.LINE),
)
