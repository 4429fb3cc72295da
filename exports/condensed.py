"""The samenvattende analyse: per plan in force five texts, from the plan itself or condensed, and what shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from exports.columns import Column, ColumnKind
from exports.condensed_source import KOLOMMEN, Kolom
from exports.report import MOST_NAMES, namen_of_aantal, telling
from forms.richtext import to_plain

VASTGESTELD, NIET_VASTGESTELD = "Vastgesteld", "Nog niet vastgesteld"
GEWIJZIGD = "Het plan is gewijzigd na deze samenvatting"
# What is longer than this is folded on screen; its beginning stays in sight.
_LONG, _BEGIN = 700, 150


@dataclass(frozen=True)
class CondensedCell:
    """One text of one plan. `bron` is what the plan says, `tekst` what was made of it (empty: nothing yet).

    `is_stale`: the plan says something else now than when it was condensed.
    """

    kolom: Kolom
    bron: str
    tekst: str = ""
    is_stale: bool = False
    revision: int = 0
    door: str = ""
    op: datetime | None = None

    @property
    def is_condensed(self) -> bool:
        """True when somebody condensed it."""
        return bool(self.tekst)

    @property
    def shown(self) -> str:
        """The condensed text, or without one the text of the plan."""
        return self.tekst or self.bron

    @property
    def is_long(self) -> bool:
        """True when the whole text would fill a screen."""
        return len(self.shown) > _LONG

    @property
    def begin(self) -> str:
        """The first words, without markup."""
        words = " ".join(to_plain(self.shown[: 2 * _BEGIN]).split())
        return words if len(words) <= _BEGIN else f"{words[:_BEGIN].rsplit(' ', 1)[0]} …"

    @property
    def herkomst(self) -> str:
        """Where the text comes from, in words; empty when it is the plan's own."""
        if not self.is_condensed:
            return ""
        return f"Samengevat. {GEWIJZIGD}." if self.is_stale else "Samengevat."


@dataclass(frozen=True)
class CondensedPlan:
    """One plan in force. A joint plan is one row that names all its regions."""

    plan_id: int
    naam: str
    is_vastgesteld: bool
    ingediend_op: datetime
    cells: tuple[CondensedCell, ...]
    regio_ids: frozenset[int] = frozenset()

    @property
    def status(self) -> str:
        """Whether the plan in force was accepted, in words."""
        return VASTGESTELD if self.is_vastgesteld else NIET_VASTGESTELD

    def cell(self, key: str) -> CondensedCell:
        """The text of one column. Raises KeyError for a column that does not exist."""
        for cell in self.cells:
            if cell.kolom.key == key:
                return cell
        raise KeyError(key)

    @property
    def is_stale(self) -> bool:
        """True when one of its texts was condensed from an older plan."""
        return any(cell.is_stale for cell in self.cells)

    @property
    def samengevat(self) -> str:
        """Which texts were condensed, and of which the plan changed since: "Acties; Doelgroepen (plan gewijzigd)"."""
        return "; ".join(
            f"{cell.kolom.label}{' (plan gewijzigd)' if cell.is_stale else ''}"
            for cell in self.cells
            if cell.is_condensed
        )


@dataclass(frozen=True)
class CondensedAnalysis:
    """The plans in force as of one moment, and the regions that have none. `aantal_regios` is the denominator."""

    peilmoment: datetime
    plannen: tuple[CondensedPlan, ...]
    zonder_plan: tuple[str, ...]
    aantal_regios: int
    demo: bool = False

    @property
    def hoofdzin(self) -> str:
        """The one sentence on top: for how many regions a plan is in force, and for which not."""
        found = self.aantal_regios - len(self.zonder_plan)
        return telling(found, self.aantal_regios, "een geldend plan", self.zonder_plan)

    @property
    def voorbehoud(self) -> str:
        """Which plans in force were not accepted (yet); empty when all were."""
        namen = [plan.naam for plan in self.plannen if not plan.is_vastgesteld]
        if not namen:
            return ""
        if len(namen) > MOST_NAMES:
            return f"{len(namen)} van de {len(self.plannen)} plannen zijn nog niet vastgesteld."
        return f"Nog niet vastgesteld: {namen_of_aantal(namen)}."

    @property
    def zonder_plan_zin(self) -> str:
        """The regions without a plan in force by name, when they are too many for the sentence on top; else empty."""
        if len(self.zonder_plan) <= MOST_NAMES:
            return ""
        return f"Zonder geldend plan: {', '.join(self.zonder_plan)}."

    @property
    def aantal_gewijzigd(self) -> int:
        """How many condensed texts no longer match their plan."""
        return sum(cell.is_stale for plan in self.plannen for cell in plan.cells)


def _text_column(kolom: Kolom) -> Column[CondensedPlan]:
    return Column(kolom.label, lambda plan: to_plain(plan.cell(kolom.key).shown), 60)


CONDENSED_COLUMNS: tuple[Column[CondensedPlan], ...] = (
    Column("Regio", lambda plan: plan.naam, 26),
    Column("Status", lambda plan: plan.status, 14),
    Column("Ingediend op", lambda plan: plan.ingediend_op, 13, ColumnKind.DATE),
    *(_text_column(kolom) for kolom in KOLOMMEN),
    Column("Samengevat", lambda plan: plan.samengevat or "Niets: alle teksten komen uit het plan", 26),
)
