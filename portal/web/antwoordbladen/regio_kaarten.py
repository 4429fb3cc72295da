"""What a page shows of an action of a joint plan in each of its regions: whether it goes otherwise there, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from portal.models import Antwoordblad, Regio, VoortgangAfwijking
from portal.services.sheet.content import LoadedSheet


@dataclass(frozen=True)
class RegionCard:
    """One action in one region. `shared` is its status in all regions, `told` what was said of this region last time.

    `typed`, `problem` and `theirs` belong to a save that was refused, as those of a `Card`.
    """

    regio: Regio
    shared: str
    row: VoortgangAfwijking | None = None
    told: Mapping[str, str] | None = None
    typed: Mapping[str, str] | None = None
    problem: str = ""
    theirs: VoortgangAfwijking | None = None

    @property
    def differs(self) -> bool:
        """True when the action goes otherwise here."""
        return self.row is not None and self.row.status not in ("", self.shared)

    @property
    def became_the_same(self) -> bool:
        """True when all regions have the status by now that this region had by itself."""
        return self.row is not None and self.row.status == self.shared != ""

    @property
    def revision(self) -> int:
        """The revision that the next save starts from."""
        found = self.theirs or self.row
        return found.revision if found else 0

    @property
    def status(self) -> str:
        """The status that is chosen in its form."""
        if self.typed is not None:
            return self.typed["status"]
        return self.row.status if self.row else ""

    @property
    def toelichting(self) -> str:
        """The text that stands in its form."""
        if self.typed is not None:
            return self.typed["toelichting"]
        return self.row.toelichting if self.row else ""


def region_cards(
    blad: Antwoordblad, loaded: LoadedSheet, actie_id: int, told: Mapping[str, Any] | None
) -> tuple[RegionCard, ...]:
    """The action in each region of a joint plan; none where the sheet is of one region, or nothing was said yet."""
    progress = loaded.voortgang.get(actie_id)
    if progress is None or len(blad.regios) < 2:
        return ()
    before = told["afwijkingen"] if told else {}
    return tuple(
        RegionCard(regio, progress.status, loaded.afwijkend.get((actie_id, regio.id)), before.get(regio.code))
        for regio in blad.regios
    )
