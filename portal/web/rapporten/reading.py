"""What every page of a report needs to draw it: the tree, its pages, and where its numbers and sentences lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from flask import abort, current_app, url_for

from exports.national.tree import NationaalRapport
from portal.domain.policy import Action
from portal.domain.report.flags import chapter_of, is_own
from portal.domain.report.states import RapportStatus
from portal.models import Rapport
from portal.services.report import reports
from portal.services.report.problems import NeverMade
from portal.web.access import may
from portal.web.rapporten.pages import ReportPage, pages

Address = Callable[[str], str]


@dataclass(frozen=True)
class ReportReading:
    """A report as this person reads it. `bewerken` gives where a text is edited; None when it can't be edited."""

    rapport: Rapport
    tree: NationaalRapport
    bladen: tuple[ReportPage, ...]
    getal: Address
    bewerken: Address | None

    @property
    def te_bekijken(self) -> int:
        """How many sentences need a look."""
        return sum(len(blad.te_bekijken) for blad in self.bladen)

    def neighbours(self, blad: ReportPage) -> tuple[ReportPage | None, ReportPage | None]:
        """The pages before and after this one."""
        place = self.bladen.index(blad)
        after = place + 1
        return (
            self.bladen[place - 1] if place else None,
            self.bladen[after] if after < len(self.bladen) else None,
        )


def reading_of(rapport: Rapport) -> ReportReading:
    """The report for the person behind this request. Chapters of which nothing is printed are for who can edit them."""
    tree = tree_of(rapport)
    edit = edit_address(rapport) if may_edit(rapport) else None
    shown = tuple(blad for blad in pages(tree) if edit or blad.hoofdstuk.has_content)
    return ReportReading(rapport, tree, shown, number_address(rapport), edit)


def tree_of(rapport: Rapport) -> NationaalRapport:
    """The report as it reads now. Aborts with 404 when it was never made."""
    try:
        return reports.tree_of(rapport, demo=current_app.config["DEMO"])
    except NeverMade:
        abort(404)


def may_edit(rapport: Rapport) -> bool:
    """True when the person behind this request can change texts now."""
    return rapport.status is RapportStatus.CONCEPT and may(Action.RAPPORT_BEHEREN, rapport)


def number_address(rapport: Rapport) -> Address:
    """Token → the page of that number."""
    return _address(url_for("rapporten.getal", rapport_id=rapport.id, sleutel="-"))


def edit_address(rapport: Rapport) -> Address:
    """Key of a sentence, or of an own text → the page where it is edited."""
    sentence = _address(url_for("rapporten.zin", rapport_id=rapport.id, sleutel="-"))
    own = _address(url_for("rapporten.tekst", rapport_id=rapport.id, hoofdstuk="-"))
    return lambda sleutel: own(chapter_of(sleutel)) if is_own(sleutel) else sentence(sleutel)


def _address(example: str) -> Address:
    """A report has thousands of numbers: the address is worked out once."""
    before = example.removesuffix("-")
    return lambda sleutel: before + quote(sleutel, safe=":,")
