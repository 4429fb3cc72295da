"""All tables. Importing this module makes them known to the metadata."""

from portal.models.account import Lidmaatschap, Organisatie, User
from portal.models.account_event import AccountEvent
from portal.models.answer import Answer, AnswerHistory, StapVerklaring
from portal.models.base import Base
from portal.models.bijlage import Bijlage, IndieningBijlage
from portal.models.mail import Mail
from portal.models.plan import Event, Indiening, Plan, PlanRegio, PlanVersie
from portal.models.regio import Gemeente, Regio, RegioAlias
from portal.models.rows import Actie, Doelstelling, Mijlpaal, Partij, PlanRow, RowHistory, Timed

__all__ = [
    "AccountEvent",
    "Actie",
    "Answer",
    "AnswerHistory",
    "Base",
    "Bijlage",
    "Doelstelling",
    "Event",
    "Gemeente",
    "Indiening",
    "IndieningBijlage",
    "Lidmaatschap",
    "Mail",
    "Mijlpaal",
    "Organisatie",
    "Partij",
    "Plan",
    "PlanRegio",
    "PlanRow",
    "PlanVersie",
    "Regio",
    "RegioAlias",
    "RowHistory",
    "StapVerklaring",
    "Timed",
    "User",
]
