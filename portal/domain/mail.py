"""What a mail is about and how it comes, how far it is, and when a failed one is tried again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, StrEnum

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


class MailAard(Enum):
    """What a kind of mail is for, which decides with the choice of its reader how it comes."""

    ACCOUNT = "about one's account"
    DAG = "asks something of this very person or region by a day that is near"
    VRAAG = "asks something"
    NIEUWS = "only tells that something happened"
    GAST = "to somebody without an account"


@dataclass(frozen=True)
class MailSoort:
    """A kind of mail: how the page with sent mails calls it, what it is for, and its heading in an overview."""

    label: str
    aard: MailAard
    kop: str = ""

    @property
    def in_overview(self) -> bool:
        """True for what stands in the overview of who has one a day."""
        return self.aard in (MailAard.VRAAG, MailAard.NIEUWS)


# Every kind of mail. In this order they stand in an overview: first what is asked.
SOORTEN: Mapping[str, MailSoort] = {
    "uitnodiging": MailSoort("Uitnodiging", MailAard.ACCOUNT),
    "toegang": MailSoort("Toegang tot een regio of rol", MailAard.ACCOUNT),
    "wachtwoord": MailSoort("Nieuw wachtwoord", MailAard.ACCOUNT),
    "tweede_stap": MailSoort("Tweede stap van het aanmelden", MailAard.ACCOUNT),
    "overzicht": MailSoort("Overzicht van de dag", MailAard.ACCOUNT),
    "leeslink": MailSoort("Link om een plan te lezen", MailAard.GAST),
    "leeslink_code": MailSoort("Code om antwoord te geven", MailAard.GAST),
    "leeslink_gewijzigd": MailSoort("Plan gewijzigd na instemming, met link", MailAard.GAST),
    "leeslink_reactie": MailSoort("Reactie op een opmerking via een link", MailAard.GAST),
    "herinnering": MailSoort("Herinnering aan een deadline", MailAard.DAG),
    "uitvraag_herinnering": MailSoort("Herinnering aan een uitvraag", MailAard.DAG),
    "onderdeel_herinnering": MailSoort("Herinnering aan een onderdeel", MailAard.DAG),
    "rapport_hoor_herinnering": MailSoort("Herinnering om een pagina van een rapport te lezen", MailAard.DAG),
    "cijfers_herinnering": MailSoort("Herinnering om cijfers te bekijken", MailAard.DAG),
    "onderdeel_gevraagd": MailSoort(
        "Onderdeel aan een collega gegeven", MailAard.VRAAG, "Een collega vraagt u een onderdeel te doen"
    ),
    "teruggestuurd": MailSoort("Plan teruggestuurd", MailAard.VRAAG, "Wij vragen u dit plan aan te passen"),
    "blad_teruggestuurd": MailSoort(
        "Antwoorden teruggestuurd", MailAard.VRAAG, "Wij vragen u deze antwoorden aan te passen"
    ),
    "uitvraag_open": MailSoort("Uitvraag geopend", MailAard.VRAAG, "Wij vragen u om antwoorden"),
    "uitvraag_heropend": MailSoort("Uitvraag heropend", MailAard.VRAAG, "U kunt uw antwoorden weer aanpassen"),
    "uitvraag_gesloten": MailSoort(
        "Uitvraag gesloten", MailAard.VRAAG, "Gesloten, en uw antwoorden zijn niet ingediend"
    ),
    "instemming_gevraagd": MailSoort("Instemming gevraagd", MailAard.VRAAG, "Wij vragen of u instemt met dit plan"),
    "opmerking": MailSoort("Nieuwe opmerkingen", MailAard.VRAAG, "Er staan nieuwe opmerkingen voor u bij"),
    "meelezen": MailSoort("Vraag om mee te lezen", MailAard.VRAAG, "Een regio vraagt u mee te lezen met haar concept"),
    "rapport_voorgelegd": MailSoort("Akkoord op een rapport gevraagd", MailAard.VRAAG, "Wij vragen uw akkoord"),
    "rapport_hoor": MailSoort(
        "Pagina van een rapport te lezen", MailAard.VRAAG, "Wij vragen u te lezen wat het rapport over uw regio zegt"
    ),
    "rapport_hoor_gewijzigd": MailSoort(
        "Pagina van een rapport gewijzigd", MailAard.VRAAG, "Wat het rapport over uw regio zegt, is veranderd"
    ),
    "cijfers_aangekondigd": MailSoort(
        "Cijfers te bekijken", MailAard.VRAAG, "Wij vragen u naar cijfers te kijken voordat zij openbaar worden"
    ),
    "nieuw_ingediend": MailSoort(
        "Nieuwe indiening voor de beoordelaars", MailAard.NIEUWS, "Ingediend, en wacht op beoordeling"
    ),
    "ingediend": MailSoort("Plan ingediend", MailAard.NIEUWS, "Plan van aanpak ingediend"),
    "instemming_ontvangen": MailSoort(
        "Antwoord op instemming", MailAard.NIEUWS, "Antwoord over instemming met een plan"
    ),
    "instemming_gewijzigd": MailSoort("Plan gewijzigd na instemming", MailAard.NIEUWS, "Gewijzigd nadat u instemde"),
    "onderdeel_voorbij": MailSoort(
        "Onderdeel klaar of teruggegeven", MailAard.NIEUWS, "Wat een collega deed met een onderdeel dat u gaf"
    ),
    "ingetrokken": MailSoort("Indiening ingetrokken", MailAard.NIEUWS, "Indiening van een plan ingetrokken"),
    "vastgesteld": MailSoort("Plan vastgesteld", MailAard.NIEUWS, "Plan van aanpak vastgesteld"),
    "heropend": MailSoort(
        "Vaststelling ongedaan gemaakt", MailAard.NIEUWS, "Vaststelling van een plan ongedaan gemaakt"
    ),
    "uitstel": MailSoort("Uitstel voor een uitvraag", MailAard.NIEUWS, "U hebt uitstel"),
    "blad_ingediend": MailSoort("Antwoorden ingediend", MailAard.NIEUWS, "Antwoorden ingediend"),
    "terugkoppeling": MailSoort("Terugkoppeling", MailAard.NIEUWS, "De terugkoppeling staat klaar"),
    "verwachting": MailSoort("Antwoord op een verwachting", MailAard.NIEUWS, "Antwoord op wat uw regio verwacht"),
    "rapport_teruggehaald": MailSoort("Rapport teruggehaald", MailAard.NIEUWS, "Teruggehaald. U hoeft niets te doen"),
    "rapport_akkoord": MailSoort("Reactie op een rapport", MailAard.NIEUWS, "Reactie op een rapport"),
    "rapport_hoor_afgehandeld": MailSoort(
        "Wat met een wens van een regio gebeurde", MailAard.NIEUWS, "Wat wij deden met uw reactie op het rapport"
    ),
    "rapport_vastgesteld": MailSoort("Rapport vastgesteld", MailAard.NIEUWS, "Rapport vastgesteld"),
    "rapport_gepubliceerd": MailSoort("Rapport gepubliceerd", MailAard.NIEUWS, "Rapport gepubliceerd"),
    "cijfers_beantwoord": MailSoort(
        "Antwoord op een reactie op cijfers", MailAard.NIEUWS, "Antwoord op wat uw regio van de cijfers zei"
    ),
    "cijfers_gepubliceerd": MailSoort("Cijfers openbaar", MailAard.NIEUWS, "Cijfers van de instroom zijn openbaar"),
    "cijfers_ingetrokken": MailSoort(
        "Cijfers ingetrokken", MailAard.NIEUWS, "Cijfers van de instroom zijn ingetrokken. U hoeft niets te doen"
    ),
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
    MailKeuze.DAGELIJKS: "Dagelijks: alles in één overzicht. Wat binnen een paar dagen moet, komt direct",
    MailKeuze.GEVRAAGD: "Alleen wat mij gevraagd wordt",
}
# The daily overview goes out from this hour on, Dutch time.
OVERVIEW_FROM = 7
# What is asked by a day that is not further away than this does not wait for the overview.
NEAR = timedelta(days=3)


class Weg(Enum):
    """How a mail comes to somebody."""

    DIRECT = "direct"
    OVERZICHT = "overzicht"
    NIET = "niet"


def chosen(keuze: MailKeuze | None, *, reviews: bool) -> MailKeuze:
    """How much mail somebody gets: who reviews and chose nothing starts with an overview a day."""
    return keuze or (MailKeuze.DAGELIJKS if reviews else MailKeuze.DIRECT)


def way(soort: str, keuze: MailKeuze, *, urgent: bool = False) -> Weg:
    """How a mail of this kind comes to who chose this. Raises KeyError for a kind that is not in the table."""
    kind = SOORTEN[soort]
    if keuze is MailKeuze.GEVRAAGD and kind.aard is MailAard.NIEUWS:
        return Weg.NIET
    return Weg.OVERZICHT if keuze is MailKeuze.DAGELIJKS and kind.in_overview and not urgent else Weg.DIRECT


def is_near(day: date | None, today: date) -> bool:
    """True when something is asked by a day so near that it can't wait for tomorrow's overview."""
    return day is not None and day <= today + NEAR


def soort_label(soort: str) -> str:
    """What a mail is about, for the page with sent mails. An unknown kind gets its own name."""
    return SOORTEN[soort].label if soort in SOORTEN else soort.replace("_", " ").capitalize()


class MailStatus(StrEnum):
    """How far a mail is."""

    WACHTEND = "wachtend"
    BEZIG = "bezig"
    VERZONDEN = "verzonden"
    MISLUKT = "mislukt"
    ONZEKER = "onzeker"
    BEWAARD = "bewaard"

    @property
    def label(self) -> str:
        """The status as people call it."""
        return "Niet verzonden" if self is MailStatus.BEWAARD else self.value.capitalize()


@dataclass(frozen=True)
class MailFacts:
    """What happened to a mail so far."""

    verzonden_op: datetime | None = None
    mislukt_op: datetime | None = None
    geclaimd_op: datetime | None = None
    fout: str = ""


# What is said of a mail that was only kept: nothing went wrong, and nothing went out.
NO_SERVER = "Er is geen mailserver. De mail is niet verzonden, alleen bewaard."


def mail_status(facts: MailFacts, now: datetime) -> MailStatus:
    """How far a mail is at this moment.

    A mail that a sender took and never reported on is ONZEKER: it may have arrived, so it is not sent again by itself.
    """
    if facts.verzonden_op:
        return MailStatus.VERZONDEN
    if facts.mislukt_op:
        return MailStatus.BEWAARD if facts.fout == NO_SERVER else MailStatus.MISLUKT
    if facts.geclaimd_op is None:
        return MailStatus.WACHTEND
    return MailStatus.BEZIG if now - facts.geclaimd_op < CLAIM_LASTS else MailStatus.ONZEKER


def try_again_after(attempts: int) -> timedelta | None:
    """How long to wait after this many attempts that failed for now; None when it is time to give up."""
    return WAITING_TIMES[attempts - 1] if attempts <= len(WAITING_TIMES) else None
