"""All tables. Importing this module makes them known to the metadata."""

from portal.models.audit import AuditOpruiming, AuditRegel, AuditZegel
from portal.models.audit_guards import guard_names, tables_to_empty
from portal.models.base import Base
from portal.models.coding import Code, Codering, CoderingCode, CoderingHistorie, CoderingPassage
from portal.models.consent import (
    Instemming,
    InstemmingAntwoord,
    InstemmingTekst,
    InstemmingVrijstelling,
    Leeslink,
    LeeslinkCode,
    LeeslinkInzage,
)
from portal.models.double_coding import DubbelSteekproef, DubbelTekst
from portal.models.hearing import RapportHoor, RapportHoorRegio
from portal.models.instroom.figures import InstroomCijfer, InstroomStand, InstroomVerklaring
from portal.models.instroom.publication import InstroomBezwaar, InstroomGepubliceerd, InstroomPublicatie
from portal.models.instroom.region import DuidingHistorie, RegioDuiding, RegioVerdeling
from portal.models.instroom.sources import InstroomBron, InstroomImport, InstroomMelding
from portal.models.intake import BladInlezing, Inlezing
from portal.models.mail import Mail, OverzichtRegel
from portal.models.own_count import RapportTelling, RapportTellingPlaats
from portal.models.people.account import Lidmaatschap, Opvolger, Organisatie, User
from portal.models.people.event import AccountEvent
from portal.models.people.factors import AppSleutel, FactorHerstel, HerstelCode, Passkey
from portal.models.people.sign_in import Aanmelding
from portal.models.plan.answer import Answer, AnswerHistory, StapVerklaring
from portal.models.plan.attachment import Bijlage, IndieningBijlage
from portal.models.plan.given import GegevenOnderdeel
from portal.models.plan.plan import Event, Indiening, Plan, PlanRegio, PlanVersie
from portal.models.plan.rows import Actie, Doelstelling, Mijlpaal, Partij, PlanRow, RowHistory, Timed
from portal.models.plan.taken import RijenOvername
from portal.models.presence import Aanwezigheid
from portal.models.regios import Gemeente, Regio, RegioAlias
from portal.models.report import (
    Rapport,
    RapportAkkoord,
    RapportBestand,
    RapportBoodschap,
    RapportCitaat,
    RapportEvent,
    RapportGegevens,
    RapportHistorie,
    RapportTekst,
    RapportVoorlegging,
)
from portal.models.review import (
    Advies,
    Meelezing,
    Opmerking,
    Reactie,
    Samenvatting,
    Terugsturing,
    TerugsturingOnderdeel,
)
from portal.models.round import Antwoordblad, BladRegio, Terugkoppeling, Uitvraag, UitvraagEvent
from portal.models.search import TekstPlaats
from portal.models.sending import Verzending
from portal.models.sheet import (
    COUNTS,
    BladAntwoord,
    BladHistorie,
    BladIndiening,
    BladRegel,
    Doelstand,
    RegelSoort,
    TekstPlek,
    VerwachtingAntwoord,
    Voortgang,
    VoortgangAfwijking,
)
from portal.models.text_step import TekstStap

__all__ = [
    "COUNTS",
    "Aanmelding",
    "Aanwezigheid",
    "AccountEvent",
    "Actie",
    "Advies",
    "Answer",
    "AnswerHistory",
    "Antwoordblad",
    "AppSleutel",
    "AuditOpruiming",
    "AuditRegel",
    "AuditZegel",
    "Base",
    "Bijlage",
    "BladAntwoord",
    "BladHistorie",
    "BladIndiening",
    "BladInlezing",
    "BladRegel",
    "BladRegio",
    "Code",
    "Codering",
    "CoderingCode",
    "CoderingHistorie",
    "CoderingPassage",
    "Doelstand",
    "Doelstelling",
    "DubbelSteekproef",
    "DubbelTekst",
    "DuidingHistorie",
    "Event",
    "FactorHerstel",
    "GegevenOnderdeel",
    "Gemeente",
    "HerstelCode",
    "Indiening",
    "IndieningBijlage",
    "Inlezing",
    "Instemming",
    "InstemmingAntwoord",
    "InstemmingTekst",
    "InstemmingVrijstelling",
    "InstroomBezwaar",
    "InstroomBron",
    "InstroomCijfer",
    "InstroomGepubliceerd",
    "InstroomImport",
    "InstroomMelding",
    "InstroomPublicatie",
    "InstroomStand",
    "InstroomVerklaring",
    "Leeslink",
    "LeeslinkCode",
    "LeeslinkInzage",
    "Lidmaatschap",
    "Mail",
    "Meelezing",
    "Mijlpaal",
    "Opmerking",
    "Opvolger",
    "Organisatie",
    "OverzichtRegel",
    "Partij",
    "Passkey",
    "Plan",
    "PlanRegio",
    "PlanRow",
    "PlanVersie",
    "Rapport",
    "RapportAkkoord",
    "RapportBestand",
    "RapportBoodschap",
    "RapportCitaat",
    "RapportEvent",
    "RapportGegevens",
    "RapportHistorie",
    "RapportHoor",
    "RapportHoorRegio",
    "RapportTekst",
    "RapportTelling",
    "RapportTellingPlaats",
    "RapportVoorlegging",
    "Reactie",
    "RegelSoort",
    "Regio",
    "RegioAlias",
    "RegioDuiding",
    "RegioVerdeling",
    "RijenOvername",
    "RowHistory",
    "Samenvatting",
    "StapVerklaring",
    "TekstPlaats",
    "TekstPlek",
    "TekstStap",
    "Terugkoppeling",
    "Terugsturing",
    "TerugsturingOnderdeel",
    "Timed",
    "Uitvraag",
    "UitvraagEvent",
    "User",
    "VerwachtingAntwoord",
    "Verzending",
    "Voortgang",
    "VoortgangAfwijking",
    "guard_names",
    "tables_to_empty",
]
