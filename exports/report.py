"""What the national exporters get: plain values that were counted once, never a database row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class PlanLine:
    """One region in the national overview. Regions of a joint plan each have a line and share the plan.

    `status` is a label; `ingediend_op` is empty while nothing was submitted. Counts come from the submission and are
    None while there is none: not submitted is not zero.
    """

    regio: str
    regio_code: str
    plan_naam: str
    status: str
    status_key: str
    deadline: date | None = None
    ingediend_op: datetime | None = None
    namens: str = ""
    projectstructuur: str = ""
    aantal_acties: int | None = None
    aantal_doelstellingen: int | None = None
    link: str = ""
    plan_id: int | None = None

    @property
    def is_joint(self) -> bool:
        """True when the plan counts for other regions too."""
        return bool(self.plan_naam) and self.plan_naam != self.regio

    @property
    def is_submitted(self) -> bool:
        """True when the region has submitted a plan."""
        return self.ingediend_op is not None


@dataclass(frozen=True)
class PlansOverview:
    """All regions with the state of their plan, as of one moment."""

    peilmoment: datetime
    lines: tuple[PlanLine, ...]
    demo: bool = False

    @property
    def aantal_regios(self) -> int:
        """The denominator: all regions, whether they have a plan or not."""
        return len(self.lines)

    @property
    def ingediend(self) -> tuple[PlanLine, ...]:
        """The regions that submitted."""
        return tuple(line for line in self.lines if line.is_submitted)

    @property
    def niet_ingediend(self) -> tuple[PlanLine, ...]:
        """The regions that did not submit, by name."""
        return tuple(line for line in self.lines if not line.is_submitted)

    @property
    def aantal_plannen(self) -> int:
        """How many different plans were submitted: a joint plan counts once."""
        return len({line.plan_naam for line in self.ingediend})

    @property
    def hoofdzin(self) -> str:
        """The one sentence on top: "29 van de 31 regio's hebben een plan ingediend; Haaglanden en Zeeland nog niet"."""
        aantal = len(self.ingediend)
        heeft = "heeft" if aantal == 1 else "hebben"
        zin = f"{aantal} van de {self.aantal_regios} regio’s {heeft} een plan ingediend"
        namen = [line.regio for line in self.niet_ingediend]
        if not namen:
            return f"{zin}."
        if len(namen) > 5:
            return f"{zin}; {len(namen)} regio’s nog niet."
        return f"{zin}; {_opsomming(namen)} nog niet."


def _opsomming(namen: list[str]) -> str:
    return namen[0] if len(namen) == 1 else f"{', '.join(namen[:-1])} en {namen[-1]}"
