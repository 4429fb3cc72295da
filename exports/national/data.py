"""What a national report is made of: plain values of one moment, from frozen answers only, never a database row.

`portal/services/report/gather` gathers them, msgspec writes them as JSON and reads them back. Everything that is
counted stands in a `Beeld` (the picture of one round), so that this round and the previous one are counted by the same
functions. Regions are named by their CBS code.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from exports.national.inflow_data import InstroomBeeld
from forms.counted import VASTE_STRUCTUUR


class Stand(StrEnum):
    """What became of the question to a region. Not answered, not asked and nought are three things."""

    BEANTWOORD = "beantwoord"
    NIET_BEANTWOORD = "niet_beantwoord"
    NIET_GEVRAAGD = "niet_gevraagd"


@dataclass(frozen=True)
class Ronde:
    """A round by its name and dates.

    `alleen_voor`: the codes of the regions that it asked, of a round that was planned for some of them; none: all.
    """

    id: int
    naam: str
    periode_van: date
    periode_tot: date
    deadline: date
    alleen_voor: tuple[str, ...] = ()


@dataclass(frozen=True)
class RegioBeeld:
    """One region in one round. A region that has no sheet in it was not asked.

    `projectstructuur` is what the plan that was in force in the round chose (as it is counted), or "" when there was
    none or it does not say. `namens` is "gemeente" or "zorgkantoor". `keuzes` are its answers to the closed questions
    of the round by key (what was chosen as it is counted, with spaces between; "" when it left the question empty),
    none when it did not hand in.
    """

    code: str
    naam: str
    stand: Stand
    plan_id: int | None = None
    plan_naam: str = ""
    projectstructuur: str = ""
    blad_id: int | None = None
    ingediend_op: datetime | None = None
    namens: str = ""
    # What was handed in counts, and the region is correcting it.
    wordt_gecorrigeerd: bool = False
    keuzes: dict[str, str] = field(default_factory=dict)
    # Its place on the tile map: column and row; None without one.
    tegel: tuple[int, int] | None = None
    # It may be named with a quote: its own choice when it handed in.
    mag_met_naam: bool = False

    @property
    def vaste_structuur(self) -> bool:
        """A new fixed structure, or one that joined an existing structure (domain, section 1)."""
        return self.projectstructuur in VASTE_STRUCTUUR

    @property
    def is_left_out(self) -> bool:
        """True when a round for some regions left it out: whether it has a plan, the round does not tell."""
        return self.stand is Stand.NIET_GEVRAAGD and self.blad_id is None


@dataclass(frozen=True)
class Elders:
    """Where an action of a joint plan goes otherwise: the code of the region, the status there as counted, and why."""

    regio: str
    status: str
    toelichting: str = ""


@dataclass(frozen=True)
class PassageBeeld:
    """The words of a text that a code is about; a code without any is about the whole text.

    `vanaf` is how many words come before them. `staat_er`: they stand in the text as it is now.
    """

    code: int
    tekst: str
    vanaf: int = 0
    staat_er: bool = True


@dataclass(frozen=True)
class Dubbel:
    """The codes of a text that two people coded, the second (`b`) without seeing what the first (`a`) gave.

    `besproken`: what they gave otherwise was settled.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    besproken: bool = False


@dataclass(frozen=True)
class Steekproef:
    """Which share (per cent) of the texts of a kind was drawn to be coded twice: `aantal` of `teksten`.

    `vraag` is the key of the own question whose texts it is about, "" otherwise.
    """

    soort: str
    aandeel: int
    teksten: int
    aantal: int
    vraag: str = ""


@dataclass(frozen=True)
class ActieBeeld:
    """One action of a plan in force in the round; an action of a joint plan is one action.

    `stand` says what became of the question how it goes; `status` is "" unless it was answered for this action. `codes`
    are ids of the code book; `gecodeerd` False means that nobody coded it yet, True without codes that none fits.
    It is counted with `status`, that of all its regions; `elders` are the regions where it goes otherwise.
    """

    id: int
    plan_id: int
    regios: tuple[str, ...]
    stand: Stand
    status: str = ""
    codes: tuple[int, ...] = ()
    gecodeerd: bool = False
    # The text changed after it was coded.
    codering_oud: bool = False
    blad_id: int | None = None
    paragraaf: str = ""
    omschrijving: str = ""
    verantwoordelijke: str = ""
    tijdslijn: str = ""
    venster_van: date | None = None
    venster_tot: date | None = None
    toelichting: str = ""
    elders: tuple[Elders, ...] = ()
    passages: tuple[PassageBeeld, ...] = ()
    dubbel: Dubbel | None = None


@dataclass(frozen=True)
class Uitspraak:
    """A success, a lesson, an expectation or an explanation that was handed in. `aan` is the party, for an expectation.

    An explanation says what it explains: `over` is the status of an action, or the part that the closed question above
    it plays (an own question: its key), `keuze` what was chosen there, as they are counted; `actie_id` is the action.
    `antwoord_van` is the organisation that answered: a report that everybody reads names no persons.
    """

    id: int
    soort: str
    regios: tuple[str, ...]
    blad_id: int
    aan: str = ""
    tekst: str = ""
    codes: tuple[int, ...] = ()
    gecodeerd: bool = False
    codering_oud: bool = False
    antwoord: str = ""
    antwoord_van: str = ""
    antwoord_datum: date | None = None
    over: str = ""
    keuze: str = ""
    actie_id: int | None = None
    passages: tuple[PassageBeeld, ...] = ()
    dubbel: Dubbel | None = None


@dataclass(frozen=True)
class Beeld:
    """Everything of one round that is counted. In that of the previous round the texts are empty."""

    ronde: Ronde
    regios: tuple[RegioBeeld, ...]
    acties: tuple[ActieBeeld, ...] = ()
    successen: tuple[Uitspraak, ...] = ()
    lessen: tuple[Uitspraak, ...] = ()
    verwachtingen: tuple[Uitspraak, ...] = ()
    # Explanations, and texts under own questions of the round.
    redenen: tuple[Uitspraak, ...] = ()
    eigen: tuple[Uitspraak, ...] = ()

    def said(self, soort: str) -> tuple[Uitspraak, ...]:
        """What regions said, by the value of its CodeSoort."""
        return {
            "successen": self.successen,
            "lessen": self.lessen,
            "verwachtingen": self.verwachtingen,
            "redenen": self.redenen,
            "eigen": self.eigen,
        }[soort]


@dataclass(frozen=True)
class CodeBeeld:
    """One code of the code book as it was at that moment. `soort` is a value of CodeSoort. In the book's order.

    `vraag` is the key of the own question whose texts get it, "" for a code of the national book.
    """

    id: int
    soort: str
    naam: str
    omschrijving: str = ""
    vervallen: bool = False
    vraag: str = ""


@dataclass(frozen=True)
class Optie:
    """One choice of a closed question, by the key under which it is counted.

    `in_zin` is what it is called in a sentence, `voluit` what it is called apart from its question; "" when its label
    will do.
    """

    key: str
    label: str
    in_zin: str = ""
    voluit: str = ""


@dataclass(frozen=True)
class Vraag:
    """One question of the round, for the appendix and the answers.

    `kind` is a value of forms.spec.Kind, `rol` one of forms.spec.Role, or "". `eigen`: only this round asks it, the
    coördinator wrote it.
    """

    key: str
    onderdeel: str
    label: str
    kind: str
    opties: tuple[Optie, ...] = ()
    rol: str = ""
    eigen: bool = False


@dataclass(frozen=True)
class Keuzes:
    """What could be chosen in the plans of the regions and in the lists of the round, in the words of their editions.

    Data of before it told so has none of them: `exports/national/choices.py` knows what it was then.
    """

    structuren: tuple[Optie, ...] = ()
    statussen: tuple[Optie, ...] = ()
    geadresseerden: tuple[Optie, ...] = ()


@dataclass(frozen=True)
class AntwoordBeeld:
    """What one region answered to one question (not of a list kind); every question has one for every region.

    `tekst` is as stored (for a closed question the keys chosen), "" when there is none: a question that was left empty
    in what was handed in was not answered. `eigen`: this region of a joint plan answered differently.
    """

    regio: str
    vraag: str
    stand: Stand
    tekst: str = ""
    eigen: bool = False


@dataclass(frozen=True)
class PlanBeeld:
    """One plan in force in the round; a joint plan once. Labels are Dutch, `status` as "Vastgesteld".

    `namens` is "gemeente" or "zorgkantoor"; `partijen` are the kinds of parties that take part. `instemming` says in
    words how many of its sides agreed themselves with this text, and is empty when they were never asked.
    """

    id: int
    naam: str
    regios: tuple[str, ...]
    status: str
    ingediend_op: datetime | None = None
    namens: str = ""
    projectstructuur: str = ""
    doelgroepen: tuple[str, ...] = ()
    partijen: tuple[str, ...] = ()
    instemming: str = ""


@dataclass(frozen=True)
class DoelstellingBeeld:
    """One goal of a plan in force: its figures and dates as typed (`…_tekst`), and the one number or day that was read.

    Of a period the days are its last ones.
    """

    id: int
    plan_id: int
    tekst: str
    landelijk: bool = False
    indicator: str = ""
    nulwaarde: float | None = None
    peildatum: date | None = None
    streefwaarde: float | None = None
    eenheid: str = ""
    einddatum: date | None = None
    nulwaarde_tekst: str = ""
    peildatum_tekst: str = ""
    streefwaarde_tekst: str = ""
    einddatum_tekst: str = ""


@dataclass(frozen=True)
class DoelstandBeeld:
    """Where one goal stands in the round, as the region handed it in. `stand` says what became of the question.

    `ligging` is a value of forms.goals.Lies, or "" with `reden` (a value of forms.goals.NoVerdict) and, without a
    planned path, `geen_pad` (one of forms.goals.NoPath). `gepland` is what was planned for `peildatum`. A value that
    may not be shown is told as `verborgen`, without its words and number.
    """

    id: int
    plan_id: int
    regios: tuple[str, ...]
    stand: Stand
    ligging: str = ""
    reden: str = ""
    geen_pad: str = ""
    waarde: float | None = None
    waarde_tekst: str = ""
    peildatum: date | None = None
    peildatum_tekst: str = ""
    gepland: float | None = None
    toelichting: str = ""
    verborgen: bool = False


@dataclass(frozen=True)
class MijlpaalBeeld:
    """One milestone of a plan in force. `is_actie`: an action that is marked as one; `id` is that of the action."""

    id: int
    plan_id: int
    activiteit: str
    mijlpaal: str
    tijdslijn: str = ""
    venster_van: date | None = None
    venster_tot: date | None = None
    is_actie: bool = False


@dataclass(frozen=True)
class VoortgangRegel:
    """How one action went in one round (this one or an earlier one of the same edition), as it was handed in."""

    ronde_id: int
    actie_id: int
    plan_id: int
    status: str
    toelichting: str = ""
    elders: tuple[Elders, ...] = ()


@dataclass(frozen=True)
class RondeBeeld:
    """One of the rounds that a report spans: its picture without words, and what it asked."""

    beeld: Beeld
    vragen: tuple[Vraag, ...] = ()


@dataclass(frozen=True)
class RapportData:
    """Everything for one report. `rondes`: this round and the earlier ones, the oldest first.

    `reeks`: the rounds of a report over several of them, the oldest first and this one last; none for a report of one
    round. `beeld` then holds what was written in all of them (`exports/national/span.py`).

    `uitvraag_open`: regions could still answer when it was made. `eerder_gesloten`: the last day on which they could
    answer, of a round that was closed before its deadline. `niet_gesteld`: what it left out of its
    questionnaire.
    """

    peilmoment: datetime
    beeld: Beeld
    vorige: Beeld | None
    rondes: tuple[Ronde, ...]
    codes: tuple[CodeBeeld, ...]
    vragen: tuple[Vraag, ...] = ()
    antwoorden: tuple[AntwoordBeeld, ...] = ()
    plannen: tuple[PlanBeeld, ...] = ()
    doelstellingen: tuple[DoelstellingBeeld, ...] = ()
    mijlpalen: tuple[MijlpaalBeeld, ...] = ()
    voortgang: tuple[VoortgangRegel, ...] = ()
    uitvraag_open: bool = False
    eerder_gesloten: date | None = None
    demo: bool = False
    keuzes: Keuzes | None = None
    niet_gesteld: tuple[str, ...] = ()
    steekproeven: tuple[Steekproef, ...] = ()
    reeks: tuple[RondeBeeld, ...] = ()
    # Of the goals of the plans in force; none when the round does not ask where they stand.
    doelstanden: tuple[DoelstandBeeld, ...] = ()
    # The same of the round before, without words and numbers: as much as comparing needs.
    doelstanden_vorige: tuple[DoelstandBeeld, ...] = ()
    # None while there are no figures.
    instroom: InstroomBeeld | None = None

    @property
    def ronde(self) -> Ronde:
        """The round it is about."""
        return self.beeld.ronde

    @property
    def regionamen(self) -> dict[str, str]:
        """The name of each region by its code."""
        return {regio.code: regio.naam for regio in self.beeld.regios}
