"""All tables. Importing this module makes them known to the metadata."""

from portal.models.account import Lidmaatschap, Organisatie, User
from portal.models.account_event import AccountEvent
from portal.models.answer import Answer, AnswerHistory, StapVerklaring
from portal.models.base import Base
from portal.models.bijlage import Bijlage, IndieningBijlage
from portal.models.blad import (
    BladAntwoord,
    BladHistorie,
    BladIndiening,
    BladRegel,
    RegelSoort,
    VerwachtingAntwoord,
    Voortgang,
)
from portal.models.codering import Code, Codering, CoderingCode, CoderingHistorie
from portal.models.mail import Mail
from portal.models.plan import Event, Indiening, Plan, PlanRegio, PlanVersie
from portal.models.rapport import (
    Rapport,
    RapportAkkoord,
    RapportBestand,
    RapportEvent,
    RapportGegevens,
    RapportHistorie,
    RapportTekst,
)
from portal.models.regio import Gemeente, Regio, RegioAlias
from portal.models.review import (
    Advies,
    Meelezing,
    Opmerking,
    Reactie,
    Samenvatting,
    Terugsturing,
    TerugsturingOnderdeel,
)
from portal.models.rows import Actie, Doelstelling, Mijlpaal, Partij, PlanRow, RowHistory, Timed
from portal.models.uitvraag import Antwoordblad, BladRegio, Terugkoppeling, Uitvraag, UitvraagEvent

__all__ = [
    "AccountEvent",
    "Actie",
    "Advies",
    "Answer",
    "AnswerHistory",
    "Antwoordblad",
    "Base",
    "Bijlage",
    "BladAntwoord",
    "BladHistorie",
    "BladIndiening",
    "BladRegel",
    "BladRegio",
    "Code",
    "Codering",
    "CoderingCode",
    "CoderingHistorie",
    "Doelstelling",
    "Event",
    "Gemeente",
    "Indiening",
    "IndieningBijlage",
    "Lidmaatschap",
    "Mail",
    "Meelezing",
    "Mijlpaal",
    "Opmerking",
    "Organisatie",
    "Partij",
    "Plan",
    "PlanRegio",
    "PlanRow",
    "PlanVersie",
    "Rapport",
    "RapportAkkoord",
    "RapportBestand",
    "RapportEvent",
    "RapportGegevens",
    "RapportHistorie",
    "RapportTekst",
    "Reactie",
    "RegelSoort",
    "Regio",
    "RegioAlias",
    "RowHistory",
    "Samenvatting",
    "StapVerklaring",
    "Terugkoppeling",
    "Terugsturing",
    "TerugsturingOnderdeel",
    "Timed",
    "Uitvraag",
    "UitvraagEvent",
    "User",
    "VerwachtingAntwoord",
    "Voortgang",
]
