"""One text to be coded, with how it was coded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from forms.dutch.words import together
from forms.richtext import Span, to_words
from portal.domain.coding.passages import Passage, placed
from portal.domain.coding.state import CodeSoort, Drager, carrier, fingerprint


class ItemState(StrEnum):
    """How far the coding of a text is."""

    TE_DOEN = "te_doen"
    VEROUDERD = "verouderd"
    GECODEERD = "gecodeerd"


@dataclass(frozen=True)
class Given:
    """How a text was coded, by whom and when. No codes: none fits. `bron` is the fingerprint of the text of then."""

    code_ids: tuple[int, ...]
    bron: str
    revision: int
    door: str
    op: datetime
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class CodingItem:
    """One text to be coded. `id` is that of what its coding hangs on: the action, or the row or place on a sheet."""

    soort: CodeSoort
    id: int
    tekst: str
    regios: tuple[str, ...]
    plan_id: int | None = None
    blad_id: int | None = None
    # Of an action: its number, the heading above it, its owner, and the themes that the region itself thought of.
    paragraaf: str = ""
    kop: str = ""
    verantwoordelijke: str = ""
    themas: tuple[str, ...] = ()
    # Of an expectation: of whom.
    aan: str = ""
    # Of an explanation: of what, in words, and the key of its question.
    uitleg_bij: str = ""
    vraag: str = ""
    given: Given | None = None

    @property
    def is_action(self) -> bool:
        """True for an action of a plan; the others stand on an answer sheet."""
        return self.soort is CodeSoort.ACTIES

    @property
    def carrier(self) -> Drager:
        """What its coding hangs on."""
        return carrier(self.soort)

    @property
    def regio(self) -> str:
        """The names of its regions as read aloud."""
        return together(self.regios)

    @cached_property
    def bron(self) -> str:
        """The fingerprint of the text as it is now."""
        return fingerprint(self.tekst)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the text, in which passages are looked for."""
        return to_words(self.tekst)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages that its codes are about."""
        return self.given.passages if self.given else ()

    @property
    def marked(self) -> list[Span]:
        """Where its passages stand in the text as it is now."""
        return [span for one in self.passages if (span := placed(self.words, one))]

    def stands(self, one: Passage) -> bool:
        """True when the words of a passage stand in the text as it is now."""
        return placed(self.words, one) is not None

    @property
    def state(self) -> ItemState:
        """How far its coding is."""
        if self.given is None:
            return ItemState.TE_DOEN
        return ItemState.GECODEERD if self.given.bron == self.bron else ItemState.VEROUDERD

    @property
    def code_ids(self) -> tuple[int, ...]:
        """The codes it has now."""
        return self.given.code_ids if self.given else ()

    @property
    def revision(self) -> int:
        """What a change of its coding starts from; 0: it is not coded yet."""
        return self.given.revision if self.given else 0


@dataclass(frozen=True)
class Counts:
    """How many texts of one kind are to do, perhaps stale, and done."""

    te_doen: int = 0
    verouderd: int = 0
    gecodeerd: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.te_doen + self.verouderd + self.gecodeerd
