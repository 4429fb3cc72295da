"""The national formats, one frozen file per edition, found by the key stored with each plan or round."""

from forms.national.plan_2023 import PLAN_2023
from forms.national.progress_2024 import PROGRESS_2024
from forms.spec import Format

EDITIONS: dict[str, Format] = {PLAN_2023.key: PLAN_2023}
PROGRESS_EDITIONS: dict[str, Format] = {PROGRESS_2024.key: PROGRESS_2024}


def edition(key: str) -> Format:
    """The format of a plan with this key ("plan_2023").

    Raises KeyError for an unknown edition.
    """
    return EDITIONS[key]


def progress_edition(key: str) -> Format:
    """The questionnaire of a round with this key ("progress_2024").

    Raises KeyError for an unknown edition.
    """
    return PROGRESS_EDITIONS[key]
