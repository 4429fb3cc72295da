"""The national formats, one frozen file per edition, found by the key stored with each plan."""

from forms.national.plan_2023 import PLAN_2023
from forms.spec import Format

EDITIONS: dict[str, Format] = {PLAN_2023.key: PLAN_2023}


def edition(key: str) -> Format:
    """The format with this key ("plan_2023").

    Raises KeyError for an unknown edition.
    """
    return EDITIONS[key]
