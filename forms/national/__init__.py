"""The front of the national formats: one frozen file per edition, found by the key stored with each plan or round.

Nobody outside this package names an edition. Who wants the questions of a plan or a round asks `edition` or
`progress_edition`; who starts a new one gets the `newest`. What the choices of a question have to do with those of
another edition stands in the edition itself (`Choice.counts_as`, `Question.role`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from forms.codes import CodeBook
from forms.national.code_book_2024 import CODE_BOOK_2024
from forms.national.code_book_2026 import CODE_BOOK_2026
from forms.national.plan_2023 import PLAN_2023
from forms.national.progress_2024 import PROGRESS_2024
from forms.national.progress_2026 import PROGRESS_2026
from forms.spec import Choice, Format, Kind


class Soort(StrEnum):
    """What an edition is for."""

    PLAN = "plan"
    PROGRESS = "progress"


# The oldest first: the last of each is the newest, and so what a new plan or round gets.
_EDITIONS: dict[Soort, tuple[Format, ...]] = {
    Soort.PLAN: (PLAN_2023,),
    Soort.PROGRESS: (PROGRESS_2024, PROGRESS_2026),
}
_CODE_BOOKS: tuple[CodeBook, ...] = (
    CodeBook("code_book_2024", CODE_BOOK_2024),
    CodeBook("code_book_2026", CODE_BOOK_2026),
)


def edition(key: str) -> Format:
    """The format of a plan with this key.

    Raises KeyError for an unknown edition.
    """
    return _find(Soort.PLAN, key)


def progress_edition(key: str) -> Format:
    """The questionnaire of a round with this key.

    Raises KeyError for an unknown edition.
    """
    return _find(Soort.PROGRESS, key)


def editions(soort: Soort) -> tuple[Format, ...]:
    """All editions of a kind, the oldest first."""
    return _EDITIONS[soort]


def newest(soort: Soort) -> Format:
    """What a new plan or round gets."""
    return _EDITIONS[soort][-1]


def first(soort: Soort) -> Format:
    """The oldest: of what was stored before it said of which edition it was."""
    return _EDITIONS[soort][0]


def code_book() -> CodeBook:
    """The code book that the portal ships: the newest."""
    return _CODE_BOOKS[-1]


def all_choices(soort: Soort, kind: Kind) -> tuple[Choice, ...]:
    """What could be chosen in the lists of this kind in any edition, each counted answer once, in its newest words."""
    found: dict[str, Choice] = {}
    for one in reversed(_EDITIONS[soort]):
        for choice in one.choices_of(kind):
            found.setdefault(choice.counted, choice)
    return tuple(found.values())


@contextmanager
def registered(soort: Soort, *added: Format) -> Iterator[None]:
    """With these editions besides, as the newest ones: for tests that walk an edition of their own."""
    before = _EDITIONS[soort]
    _EDITIONS[soort] = (*before, *added)
    try:
        yield
    finally:
        _EDITIONS[soort] = before


def _find(soort: Soort, key: str) -> Format:
    for one in _EDITIONS[soort]:
        if one.key == key:
            return one
    raise KeyError(key)
