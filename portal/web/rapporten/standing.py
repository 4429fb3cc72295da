"""How a report stands, for the top of its pages: what is new since it was made, who agreed, what was told of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from exports.national.states import states_of
from forms.dutch.words import counted, one_or_many
from portal.domain.policy import Action
from portal.domain.report.states import RapportStatus
from portal.domain.round.states import UitvraagStatus
from portal.models import Rapport, RapportBestand, RapportEvent
from portal.services.report import akkoord, files, messages, ready, reports, stored_hearing, todo
from portal.services.report import events as report_events
from portal.services.report.akkoord import PartyStand
from portal.web.access import may, signed_in

STORY_LENGTH = 30
CLOSED = (UitvraagStatus.GESLOTEN, UitvraagStatus.AFGEROND)


@dataclass(frozen=True)
class Standing:
    """What a template may ask of a report's state; asked of the database only when it is shown."""

    rapport: Rapport

    @property
    def is_insider(self) -> bool:
        """True for who may read the report before it is published, with all that was said of it."""
        return may(Action.RAPPORT_CONCEPT_LEZEN, self.rapport)

    @cached_property
    def is_gesloten(self) -> bool:
        """True when nothing of the round can change what the report says: it was made after the round closed."""
        return self.rapport.uitvraag.status in CLOSED and not reports.data_of(self.rapport).uitvraag_open

    @property
    def open_zin(self) -> str:
        """That regions could still answer when it was made, and whether they still can; empty when they could not."""
        if self.is_gesloten:
            return ""
        if self.rapport.uitvraag.status in CLOSED:
            return "Toen het werd gemaakt, was de uitvraag nog open. Nu is zij gesloten: maak het rapport opnieuw."
        return "De uitvraag is nog open: regio’s kunnen nog antwoorden."

    @cached_property
    def nieuwe_antwoorden(self) -> int:
        """How many answer sheets were handed in since a report was made that can still become another."""
        return 0 if self.rapport.status.is_frozen else todo.handed_in_since(self.rapport)

    @property
    def nieuw_zin(self) -> str:
        """That sheets were handed in since it was made; empty when none were."""
        if not self.nieuwe_antwoorden:
            return ""
        are = one_or_many(self.nieuwe_antwoorden, "is", "zijn")
        sheets = counted(self.nieuwe_antwoorden, "antwoordblad", "antwoordbladen")
        return f"Sinds het rapport is gemaakt {are} {sheets} ingediend of verbeterd."

    @cached_property
    def voorstellen(self) -> int:
        """How many messages were drafted that nobody chose or put aside, for who can."""
        if self.rapport.status is not RapportStatus.CONCEPT or not may(Action.RAPPORT_BEHEREN, self.rapport):
            return 0
        waarden = reports.values_of(self.rapport)
        boxes = messages.of_report(self.rapport, waarden).voorstellen
        return len(boxes) + len(messages.themes_to_touch(self.rapport, waarden))

    @cached_property
    def huisstijl(self) -> list[str]:
        """What the house style of Word lacks."""
        return files.template_warnings() if may(Action.RAPPORT_BEHEREN, self.rapport) else []

    @cached_property
    def bestanden(self) -> list[RapportBestand]:
        """The files that were vastgesteld; none before."""
        return files.stored(self.rapport) if self.rapport.status.is_frozen else []

    @property
    def gezien(self) -> int:
        """Which making of the report its pages show."""
        return self.rapport.revision

    @cached_property
    def partijen(self) -> list[PartyStand]:
        """What each party of the kerngroep says; nothing before it was presented, nor for who only reads."""
        if not self.is_insider or not self.rapport.voorlegging or self.rapport.status is RapportStatus.CONCEPT:
            return []
        return akkoord.parties(self.rapport)

    @cached_property
    def hoor_zin(self) -> str:
        """How many regions answered on their page, for who asked them; empty when they were not asked."""
        heard = stored_hearing.heard_of(self.rapport) if may(Action.RAPPORT_BEHEREN, self.rapport) else None
        if heard is None:
            return ""
        said = len(heard.klopt | heard.anders)
        answered = one_or_many(said, "reageerde er 1", f"reageerden er {said}")
        return f"Van de {counted(len(heard.gevraagd), 'regio', 'regio’s')} {answered} op de eigen pagina."

    @cached_property
    def open_opmerkingen(self) -> int:
        """How many remarks of reviewers nobody settled yet, for who may read them."""
        if not self.is_insider or self.rapport.status.is_frozen:
            return 0
        return ready.open_remarks(self.rapport)

    @cached_property
    def eerder_akkoord(self) -> list[PartyStand]:
        """Of a concept that was taken back: who agreed with a text before, and what changed in it since."""
        if not self.is_insider or not self.rapport.voorlegging or self.rapport.status is not RapportStatus.CONCEPT:
            return []
        return akkoord.agreed_before(self.rapport, states_of(reports.tree_of(self.rapport, demo=False)))

    @property
    def iedereen_akkoord(self) -> bool:
        """True when each party gave akkoord."""
        return akkoord.everybody_agreed(self.partijen)

    @property
    def akkoord_zin(self) -> str:
        """How many of the parties gave akkoord."""
        agreed = sum(one.is_akkoord for one in self.partijen)
        are = one_or_many(agreed, "is", "zijn")
        return f"Van de {len(self.partijen)} partijen {are} er {agreed} akkoord." if self.partijen else ""

    @property
    def eigen_oordeel(self) -> bool:
        """True when the party of this person said something already."""
        own = todo.organisation_of(signed_in())
        return any(one.oordeel for one in self.partijen if one.organisatie_id == own)

    @cached_property
    def verhaal(self) -> list[tuple[RapportEvent, str]]:
        """What happened lately, as far as this person may know."""
        events = report_events.story_of(self.rapport, actor=signed_in())[:STORY_LENGTH]
        return [(event, report_events.told(event)) for event in events]
