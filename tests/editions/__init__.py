"""The editions in which the worlds of the tests are written: a newer one does not change what they ask.

Beside them stand editions that exist only here, to see that nothing depends on the words of the national ones.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from forms.national import Soort, editions, first, registered
from forms.spec import Format, Kind, NationalGoal
from tests.editions.other_plan import OTHER_PLAN
from tests.editions.other_round import OTHER_ROUND

PLAN, ASKED = first(Soort.PLAN), first(Soort.PROGRESS)
NATIONAL_GOAL: NationalGoal = PLAN.question_of_kind(Kind.DOELSTELLINGEN).goal  # type: ignore[assignment]

EVERY_PLAN: tuple[Format, ...] = (*editions(Soort.PLAN), OTHER_PLAN)
EVERY_ROUND: tuple[Format, ...] = (*editions(Soort.PROGRESS), OTHER_ROUND)
EVERY_EDITION = (*EVERY_PLAN, *EVERY_ROUND)


@contextmanager
def other_editions() -> Iterator[None]:
    """With the editions that exist only here as the newest ones of the portal."""
    with registered(Soort.PLAN, OTHER_PLAN), registered(Soort.PROGRESS, OTHER_ROUND):
        yield
