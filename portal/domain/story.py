"""Stories: what can happen to something, in the past tense, and the sentence that tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Soort = TypeVar("Soort", bound=StrEnum)
PORTAL = "Het portaal"


class _Missing(dict[str, object]):
    """Data of an old event may lack a word: then the place stays readable."""

    def __missing__(self, key: str) -> str:
        return "onbekend"


@dataclass(frozen=True)
class Story(Generic[Soort]):
    """The sentences of one kind of thing; in each, `wie` is a name and the rest comes from the event's data."""

    soorten: type[Soort]
    sentences: Mapping[Soort, str]

    def tell(self, soort: str, wie: str | None, gegevens: Mapping[str, object]) -> str:
        """The sentence for an event; an unknown kind is told by its own name. `wie` None is the portal itself."""
        wie = wie or PORTAL
        if soort not in set(self.soorten):
            return f"{wie}: {soort}"
        return self.sentences[self.soorten(soort)].format_map(_Missing(gegevens, wie=wie))
