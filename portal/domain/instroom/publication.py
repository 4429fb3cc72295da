"""Publishing figures: announced first, so that each region can look at its own and object; public only after that.

Source: issue of the programme's dashboard ("vrij toegankelijk") and its decision that regions see their figures first.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from portal.domain.moves import MoveRule, Moves
from portal.domain.policy import Action

# A region needs a meeting to look at its figures; less than a week is no time.
SHORTEST_LOOK = timedelta(days=7)
LONGEST_OBJECTION = 4000
# So many days before the time to look is over, who said nothing is reminded.
REMIND_DAYS = (3,)


class PublicatieStatus(StrEnum):
    """Where a publication of figures is."""

    AANGEKONDIGD = "aangekondigd"
    GEPUBLICEERD = "gepubliceerd"
    INGETROKKEN = "ingetrokken"

    @property
    def label(self) -> str:
        """The status as people read it."""
        return self.value.capitalize()


class PublicatieMove(StrEnum):
    """What happens to a publication. The value is the verb of the person."""

    PUBLICEREN = "publiceren"
    INTREKKEN = "intrekken"


_S = PublicatieStatus

PUBLICATIE_MOVES = Moves(
    "Deze publicatie",
    {
        PublicatieMove.PUBLICEREN: MoveRule(frozenset({_S.AANGEKONDIGD}), _S.GEPUBLICEERD, Action.INSTROOM_BEHEREN),
        PublicatieMove.INTREKKEN: MoveRule(
            frozenset({_S.AANGEKONDIGD, _S.GEPUBLICEERD}), _S.INGETROKKEN, Action.INSTROOM_BEHEREN
        ),
    },
)


def first_day_to_end(today: date) -> date:
    """The first day that can be the last one on which regions look, for what is announced today."""
    return today + SHORTEST_LOOK


def first_public_day(last_look: date) -> date:
    """The first day on which figures can be public, when regions look until and with `last_look`."""
    return last_look + timedelta(days=1)
