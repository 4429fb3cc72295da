"""What each region does in the demo world. One line per plan; the codes are those of the CBS."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DemoProgress(StrEnum):
    """How far the plan of a region is."""

    BIJNA_LEEG = "bijna_leeg"
    BEGONNEN = "begonnen"
    HALF = "half"
    VOLGT_LATER = "volgt_later"
    COMPLEET = "compleet"
    INGEDIEND = "ingediend"
    IN_BEHANDELING = "in_behandeling"
    TERUGGESTUURD = "teruggestuurd"
    INGETROKKEN = "ingetrokken"
    VASTGESTELD = "vastgesteld"

    @property
    def was_submitted(self) -> bool:
        """True when the plan was handed in at least once."""
        return self in SUBMITTED


SUBMITTED = frozenset(
    {
        DemoProgress.INGEDIEND,
        DemoProgress.IN_BEHANDELING,
        DemoProgress.TERUGGESTUURD,
        DemoProgress.INGETROKKEN,
        DemoProgress.VASTGESTELD,
    }
)


@dataclass(frozen=True)
class Verhaal:
    """The story of one plan: its regions, its structure, and how far it is before and after the deadline.

    `na_beoordeling` is the status after the review; INGEDIEND means that it waits. `volgt_later` names steps that are
    declared so at any stage. `na_een_jaar` is the status of the first version at the stage `kwartaal`; `tweede_versie`
    how far a second version is by then, when the region began one.
    """

    codes: tuple[str, ...]
    vorm: str
    concept: DemoProgress
    na_beoordeling: DemoProgress = DemoProgress.VASTGESTELD
    volgt_later: tuple[str, ...] = ()
    bijlage: bool = False
    zonder_zorgkantoor: bool = False
    lezer: bool = False
    dient_niet_in: bool = False
    na_een_jaar: DemoProgress = DemoProgress.VASTGESTELD
    tweede_versie: DemoProgress | None = None


V = DemoProgress

# 22 of the 31 regions have a fixed structure (nieuw_vast or bestaand): 16 + 6 here, the joint plan counts twice.
VERHALEN = (
    Verhaal(("ZK01", "ZK28"), "nieuw_vast", V.HALF, bijlage=True, lezer=True),
    Verhaal(("ZK02",), "bestaand", V.HALF, V.IN_BEHANDELING, lezer=True, tweede_versie=V.INGEDIEND),
    Verhaal(("ZK03",), "nieuw_vast", V.COMPLEET, bijlage=True),
    Verhaal(("ZK04",), "bestaand", V.BEGONNEN, volgt_later=("ervaringen",)),
    Verhaal(("ZK06",), "nieuw_vast", V.INGEDIEND, bijlage=True, lezer=True, tweede_versie=V.IN_BEHANDELING),
    Verhaal(("ZK07",), "ad_hoc", V.BIJNA_LEEG, V.TERUGGESTUURD, zonder_zorgkantoor=True),
    Verhaal(("ZK08",), "nieuw_vast", V.VASTGESTELD, bijlage=True),
    Verhaal(("ZK09",), "bestaand", V.IN_BEHANDELING, bijlage=True, lezer=True),
    Verhaal(("ZK10",), "ad_hoc", V.BEGONNEN, dient_niet_in=True, na_een_jaar=V.HALF),
    Verhaal(("ZK11",), "nieuw_vast", V.COMPLEET),
    Verhaal(("ZK12",), "nieuw_vast", V.INGEDIEND, V.IN_BEHANDELING, volgt_later=("monitoring",)),
    Verhaal(("ZK13",), "ad_hoc", V.BEGONNEN),
    Verhaal(("ZK14",), "geen", V.HALF, V.TERUGGESTUURD, zonder_zorgkantoor=True, tweede_versie=V.TERUGGESTUURD),
    Verhaal(("ZK16",), "nieuw_vast", V.VOLGT_LATER, volgt_later=("monitoring", "planning"), bijlage=True),
    Verhaal(("ZK17",), "bestaand", V.HALF, lezer=True),
    Verhaal(("ZK18",), "nieuw_vast", V.INGETROKKEN, V.IN_BEHANDELING, bijlage=True),
    Verhaal(("ZK19",), "bestaand", V.BEGONNEN, V.INGEDIEND),
    Verhaal(("ZK20",), "nieuw_vast", V.HALF, lezer=True),
    Verhaal(("ZK21",), "nieuw_vast", V.INGEDIEND, bijlage=True),
    Verhaal(("ZK22",), "nieuw_vast", V.COMPLEET, bijlage=True, lezer=True, tweede_versie=V.COMPLEET),
    Verhaal(("ZK23",), "bestaand", V.HALF, V.IN_BEHANDELING, bijlage=True, lezer=True),
    Verhaal(("ZK24",), "ad_hoc", V.COMPLEET),
    Verhaal(("ZK25",), "nieuw_vast", V.TERUGGESTUURD, V.TERUGGESTUURD, bijlage=True),
    Verhaal(("ZK26",), "geen", V.BEGONNEN),
    Verhaal(("ZK27",), "ad_hoc", V.BIJNA_LEEG, dient_niet_in=True, lezer=True, tweede_versie=V.TERUGGESTUURD),
    Verhaal(("ZK29",), "ad_hoc", V.VOLGT_LATER, volgt_later=("ervaringen",), zonder_zorgkantoor=True),
    Verhaal(("ZK30",), "nieuw_vast", V.INGEDIEND, bijlage=True),
    Verhaal(("ZK31",), "nieuw_vast", V.BIJNA_LEEG),
    Verhaal(("ZK32",), "nieuw_vast", V.INGEDIEND, V.INGEDIEND, bijlage=True, lezer=True),
    Verhaal(("ZK33",), "ad_hoc", V.BEGONNEN),
)


def after_deadline(verhaal: Verhaal) -> DemoProgress:
    """How far a region is just after the deadline: all submitted but two."""
    if verhaal.dient_niet_in:
        return V.BEGONNEN if verhaal.concept is V.BIJNA_LEEG else V.HALF
    return V.INGEDIEND


def after_a_year(verhaal: Verhaal) -> DemoProgress:
    """How far the first version of a plan is when the rounds are held: those that were late have submitted too."""
    return verhaal.na_een_jaar


def after_review(verhaal: Verhaal) -> DemoProgress:
    """How far a region is after the review."""
    return after_deadline(verhaal) if verhaal.dient_niet_in else verhaal.na_beoordeling
