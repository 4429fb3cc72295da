"""Addresses that look like the mailbox of a group. One account is one person (BIO 5.16.02)."""

from __future__ import annotations

import re

_GROUP_WORDS = frozenset(
    """
    info secretariaat postbus receptie balie contact algemeen administratie admin beheer support helpdesk office
    servicedesk team afdeling zorgkantoor gemeente wmo wlz ggz kwaliteit inkoop zorginkoop beleid bestuur directie
    projectbureau programmabureau noreply mail
    """.split()  # noqa: SIM905 - a list of words reads better as words
)


def looks_shared(email: str) -> bool:
    """True when the name before the @ begins or ends with a word for a group ("info", "wmo.secretariaat")."""
    words = re.split(r"[^a-z]+", email.partition("@")[0].casefold())
    return words[0] in _GROUP_WORDS or words[-1] in _GROUP_WORDS
