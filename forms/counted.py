"""What the national count knows of closed answers, whatever an edition calls them.

A choice is counted under its own key, unless it says otherwise (`Choice.counts_as`): so an edition may offer other
choices, and its plans and sheets still stand beside those of an earlier one. These are the answers that sentences of
the report name. A choice that is none of them is counted too, under its own label.
"""

from enum import StrEnum


class Structuur(StrEnum):
    """The project structure of a plan (`Role.STRUCTUUR`)."""

    NIEUW_VAST = "nieuw_vast"
    BESTAAND = "bestaand"
    AD_HOC = "ad_hoc"
    GEEN = "geen"


# A new fixed structure, or one that joined an existing structure (domain, section 1).
VASTE_STRUCTUUR = frozenset({Structuur.NIEUW_VAST, Structuur.BESTAAND})


class Afstemming(StrEnum):
    """Whether a region consults (`Role.AFSTEMMING`)."""

    VAST_OVERLEG = "vast_overleg"
    AD_HOC = "ad_hoc"
    NEE = "nee"


class Doel(StrEnum):
    """Whether a region expects to reach the goal (`Role.DOELSTELLING`)."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"
    WEET_NIET = "weet_niet"


class ActieStatus(StrEnum):
    """How an action goes (`Kind.VOORTGANG`)."""

    NIET_GESTART = "niet_gestart"
    OP_SCHEMA = "op_schema"
    AANDACHT = "aandacht"
    AFGEROND = "afgerond"
    GESTOPT = "gestopt"


# Nothing more is done about an action: it is not asked about again.
FINISHED = frozenset({ActieStatus.AFGEROND, ActieStatus.GESTOPT})

# Of whom something is expected (`Kind.VERWACHTINGEN`): the people in the region itself. Others are national parties.
AAN_DE_REGIO = "regio"
