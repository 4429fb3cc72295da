"""What a report asked is followed up in the next round: told by the coördinator, printed in the report that follows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from exports.national.tree import Tabel
from portal.domain.report.messages import Uitkomst
from portal.domain.roles import Actor
from portal.domain.round.states import UitvraagStatus
from portal.models import Rapport, Uitvraag
from portal.services.report import messages, reports, requests, themes
from portal.services.report.messages import MessageTexts
from portal.services.report.problems import NoSuchText, ReportProblem
from tests.worlds.report import adopt, present
from tests.worlds.round import make_uitvraag

ASKED = MessageTexts(
    "Van {geantwoord} regio weten wij het.", "", "Vraag het de andere {regios}.", "VNG", date(2024, 4, 1)
)


@pytest.fixture
def asked(uitvraag: Uitvraag, kim: Actor) -> Rapport:
    """An adopted report that asks something."""
    rapport = reports.make(uitvraag, actor=kim)
    messages.save(rapport, "eigen_1", ASKED, base_revision=0, seen_revision=rapport.revision, actor=kim)
    present(rapport, kim)
    adopt(rapport, kim)
    return rapport


@pytest.fixture
def following(asked: Rapport, kim: Actor) -> Rapport:
    """The report of the round after it."""
    later = make_uitvraag(naam="Q2 2024", status=UitvraagStatus.GESLOTEN)
    later.periode_tot += timedelta(days=90)
    return reports.make(later, actor=kim)


def tell(rapport: Rapport, kim: Actor, seen: str = "|0") -> None:
    requests.tell(rapport, "eigen_1", uitkomst=Uitkomst.DEELS, toelichting="De helft.", seen=seen, actor=kim)


def rows(rapport: Rapport, sleutel: str) -> list[list[object]]:
    tree = reports.tree_of(rapport, demo=False)
    tables = [blok for one in tree.all_chapters() for blok in one.blokken if isinstance(blok, Tabel)]
    return [[cel.waarde for cel in rij] for one in tables if one.sleutel == sleutel for rij in one.rijen]


def test_what_is_asked_stands_in_the_report_and_is_followed_up_in_the_next(
    asked: Rapport, following: Rapport, kim: Actor
) -> None:
    assert rows(asked, "verzoeken_antwoorden") == [["Vraag het de andere 2.", "VNG", "1 april 2024"]]
    assert rows(following, "uitkomsten_antwoorden") == [["Vraag het de andere 2.", "VNG", "Nog niet verteld", "–"]]
    tell(asked, kim)
    tell(asked, kim)
    assert rows(following, "uitkomsten_antwoorden") == [["Vraag het de andere 2.", "VNG", "Deels gebeurd", "De helft."]]
    assert [one.uitkomst for one in requests.all_asked()] == [Uitkomst.DEELS]


def test_who_tells_from_an_older_page_overwrites_nothing(asked: Rapport, kim: Actor) -> None:
    tell(asked, kim)
    with pytest.raises(ReportProblem, match="vertelde intussen ook"):
        requests.tell(asked, "eigen_1", uitkomst=Uitkomst.NIET, toelichting="", seen="|0", actor=kim)
    with pytest.raises(NoSuchText):
        requests.tell(asked, "eigen_2", uitkomst=Uitkomst.NIET, toelichting="", seen="|0", actor=kim)


def test_nothing_changes_under_the_eyes_of_the_kerngroep(asked: Rapport, following: Rapport, kim: Actor) -> None:
    present(following, kim)
    with pytest.raises(ReportProblem, match="ligt bij de kerngroep"):
        tell(asked, kim)


def test_what_was_said_the_round_before_is_there_to_begin_with(following: Rapport) -> None:
    """With the names of its numbers, so that they become those of now; of whom it was asked was of then."""
    assert themes.texts_before(following, "eigen_1") == MessageTexts(ASKED.bevinding, "", ASKED.wat_nu)
    assert themes.texts_before(following, "eigen_2") is None
