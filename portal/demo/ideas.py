"""The invented actions in `texts/acties.toml`, by subject."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from portal.demo.paragraphs import TEXTS


@dataclass(frozen=True)
class Idee:
    """One action: what, by whom, and the theme that a region would suggest."""

    tekst: str
    wie: tuple[str, ...]
    thema: str = ""


@dataclass(frozen=True)
class Onderwerp:
    """A heading and the actions that can stand under it. `als_actie` is the heading when it is an action itself."""

    kop: str
    als_actie: str
    ideeen: tuple[Idee, ...]


@cache
def onderwerpen() -> tuple[Onderwerp, ...]:
    """All subjects, in the order of the file."""
    read = tomllib.loads((TEXTS / "acties.toml").read_text(encoding="utf-8"))
    return tuple(
        Onderwerp(
            one["kop"],
            one["als_actie"],
            tuple(Idee(idee["tekst"], tuple(idee["wie"]), idee["thema"]) for idee in one["ideeen"]),
        )
        for one in read["onderwerpen"]
    )
