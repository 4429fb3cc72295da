"""What a mail is about, how far it is, and when a failed one is tried again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

# How long to wait after the first, second, ... attempt that failed for now; after the last one we give up.
WAITING_TIMES = (
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=12),
    timedelta(hours=24),
)
# A sender that has had a mail for this long has died half-way.
CLAIM_LASTS = timedelta(minutes=10)

SOORTEN = {
    "uitnodiging": "Uitnodiging",
    "toegang": "Toegang tot een regio of rol",
    "wachtwoord": "Nieuw wachtwoord",
    "herinnering": "Herinnering aan een deadline",
    "ingediend": "Plan ingediend",
    "ingetrokken": "Indiening ingetrokken",
    "nieuw_ingediend": "Nieuwe indiening voor de beoordelaars",
    "teruggestuurd": "Plan teruggestuurd",
    "vastgesteld": "Plan vastgesteld",
    "heropend": "Vaststelling ongedaan gemaakt",
    "meelezen": "Vraag om mee te lezen",
    "opmerking": "Nieuwe opmerkingen",
    "onderdeel_gevraagd": "Onderdeel aan een collega gegeven",
    "onderdeel_herinnering": "Herinnering aan een onderdeel",
    "uitvraag_open": "Uitvraag geopend",
    "uitvraag_herinnering": "Herinnering aan een uitvraag",
    "uitvraag_gesloten": "Uitvraag gesloten",
    "uitvraag_heropend": "Uitvraag heropend",
    "uitstel": "Uitstel voor een uitvraag",
    "blad_ingediend": "Antwoorden ingediend",
    "overzicht": "Overzicht van wat wacht",
    "blad_teruggestuurd": "Antwoorden teruggestuurd",
    "terugkoppeling": "Terugkoppeling",
    "verwachting": "Antwoord op een verwachting",
    "rapport_voorgelegd": "Akkoord op een rapport gevraagd",
    "rapport_teruggehaald": "Rapport teruggehaald",
    "rapport_akkoord": "Reactie op een rapport",
    "rapport_vastgesteld": "Rapport vastgesteld",
    "rapport_gepubliceerd": "Rapport gepubliceerd",
}


class MailKeuze(StrEnum):
    """How much mail somebody wants. Mail about one's account always comes at once."""

    DIRECT = "direct"
    DAGELIJKS = "dagelijks"
    GEVRAAGD = "gevraagd"

    @property
    def label(self) -> str:
        """The choice in the words of the account page."""
        return _KEUZE_LABELS[self]


_KEUZE_LABELS = {
    MailKeuze.DIRECT: "Direct: bij alles een mail",
    MailKeuze.DAGELIJKS: "Dagelijks: wat is ingediend of mee te lezen in één overzicht, de rest direct",
    MailKeuze.GEVRAAGD: "Alleen wat mij gevraagd wordt",
}

# What only tells that something happened. All other kinds ask something of who gets them, or are about the account.
NIEUWS = frozenset(
    {
        "ingediend",
        "ingetrokken",
        "nieuw_ingediend",
        "vastgesteld",
        "heropend",
        "uitstel",
        "blad_ingediend",
        "terugkoppeling",
        "verwachting",
        "rapport_teruggehaald",
        "rapport_akkoord",
        "rapport_vastgesteld",
        "rapport_gepubliceerd",
    }
)
# The daily overview goes out from this hour on, Dutch time.
OVERVIEW_FROM = 7


def soort_label(soort: str) -> str:
    """What a mail is about, for the page with sent mails. An unknown kind gets its own name."""
    return SOORTEN.get(soort, soort.replace("_", " ").capitalize())


class MailStatus(StrEnum):
    """How far a mail is."""

    WACHTEND = "wachtend"
    BEZIG = "bezig"
    VERZONDEN = "verzonden"
    MISLUKT = "mislukt"
    ONZEKER = "onzeker"

    @property
    def label(self) -> str:
        """The status as people call it."""
        return self.value.capitalize()


@dataclass(frozen=True)
class MailFacts:
    """What happened to a mail so far."""

    verzonden_op: datetime | None = None
    mislukt_op: datetime | None = None
    geclaimd_op: datetime | None = None


def mail_status(facts: MailFacts, now: datetime) -> MailStatus:
    """How far a mail is at this moment.

    A mail that a sender took and never reported on is ONZEKER: it may have arrived, so it is not sent again by itself.
    """
    if facts.verzonden_op:
        return MailStatus.VERZONDEN
    if facts.mislukt_op:
        return MailStatus.MISLUKT
    if facts.geclaimd_op is None:
        return MailStatus.WACHTEND
    return MailStatus.BEZIG if now - facts.geclaimd_op < CLAIM_LASTS else MailStatus.ONZEKER


def try_again_after(attempts: int) -> timedelta | None:
    """How long to wait after this many attempts that failed for now; None when it is time to give up."""
    return WAITING_TIMES[attempts - 1] if attempts <= len(WAITING_TIMES) else None
