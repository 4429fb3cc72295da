"""What is stored of plans: what was submitted or read along, the countable part, and rows as they were before."""

from __future__ import annotations

from portal.domain.plan.states import ActieVorm, VensterBron
from portal.domain.stored.format import Record, StoredFormat, Version


class StoredRegio(Record):
    """A region as it was called then."""

    id: int
    code: str
    naam: str


class PartijFields(Record):
    """What people fill in of a party."""

    naam: str
    soort: str


class DoelstellingFields(Record):
    """What people fill in of a goal; dates in ISO form, numbers as text."""

    tekst: str
    indicator: str
    nulwaarde: str | None
    peildatum: str | None
    streefwaarde: str | None
    eenheid: str
    einddatum: str | None
    smart: str


class ActieFields(Record):
    """What people fill in of an action or a heading."""

    vorm: ActieVorm
    paragraaf: str
    omschrijving: str
    verantwoordelijke: str
    tijdslijn: str
    venster_van: str | None
    venster_tot: str | None
    venster_bron: VensterBron
    themas: list[str]
    is_mijlpaal: bool


class MijlpaalFields(Record):
    """What people fill in of a milestone."""

    activiteit: str
    mijlpaal: str
    tijdslijn: str
    venster_van: str | None
    venster_tot: str | None
    venster_bron: VensterBron


class StoredPartij(PartijFields):
    """A party in a plan."""

    id: int


class StoredDoelstelling(DoelstellingFields):
    """A goal in a plan."""

    id: int
    landelijk: bool


class StoredActie(ActieFields):
    """An action in a plan, or in an answer sheet as the plan had it."""

    id: int


class StoredMijlpaal(MijlpaalFields):
    """A milestone in a plan."""

    id: int


class BijlageName(Record):
    """A file that went with the plan."""

    id: int
    naam: str
    bestandsnaam: str
    sha256: str


class PlanContent(Record):
    """A plan as it was submitted, or the steps of it that were shown. Answers and reasons by their key."""

    edition: str
    naam: str
    regios: list[StoredRegio]
    answers: dict[str, str]
    partijen: list[StoredPartij]
    doelstellingen: list[StoredDoelstelling]
    acties: list[StoredActie]
    mijlpalen: list[StoredMijlpaal]
    volgt_later: dict[str, str]
    bijlagen: list[BijlageName]


class PlanFacts(Record):
    """The closed answers and counts of a submission, for lists."""

    projectstructuur: str
    doelgroepen: list[str]
    partijsoorten: list[str]
    acties: int
    doelstellingen: int
    mijlpalen: int
    volgt_later: list[str]


PLAN_CONTENT = StoredFormat("plan_inhoud", (Version(PlanContent),))
PLAN_FACTS = StoredFormat("plan_feiten", (Version(PlanFacts),))
PLAN_ROW_BEFORE = StoredFormat(
    "plan_regel_eerder", (Version((PartijFields, DoelstellingFields, ActieFields, MijlpaalFields)),)
)
THEMES = StoredFormat("actie_themas", (Version(list[str]),))
READ_ALONG_STEPS = StoredFormat("meelezen_onderdelen", (Version(list[str]),))
