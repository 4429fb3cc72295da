"""What the page of one text shows: the text, the codes with their keys, suggestions, and how many are to go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from portal.domain.coding.suggestions import Suggestion
from portal.domain.roles import Actor
from portal.models import Code
from portal.services.coding import codings, items
from portal.services.coding.before import text_coded
from portal.services.coding.codings import LastSave
from portal.services.coding.double import without_codes
from portal.services.coding.items import CodingItem, Counts, ItemState
from portal.services.coding.suggestions import suggestions
from portal.web.coderen.choice import VEROUDERD, CodingChoice
from portal.web.coderen.passages import EMPTY, PassageField, fields_of
from portal.web.coderen.queue import Queue

# Without the o (Overslaan) and the u (Ongedaan maken).
LETTERS = "abcdefghijklmnpqrstvwxyz"


@dataclass(frozen=True)
class Option:
    """A code that can be given to a text. Beyond the alphabet there is no letter."""

    code: Code
    letter: str
    is_chosen: bool
    suggestion: Suggestion | None = None
    passage: PassageField = EMPTY


@dataclass(frozen=True)
class Refused:
    """A choice that was not saved: what was chosen, why not, and what saving it once more starts from."""

    code_ids: Sequence[int]
    geen: bool
    problem: str
    revision: int
    passages: Mapping[int, PassageField] = field(default_factory=dict)


@dataclass(frozen=True)
class CodingPage:
    """One text with everything around it; without a text the queue is done."""

    keuze: CodingChoice
    counts: Counts
    item: CodingItem | None = None
    options: Sequence[Option] = field(default=())
    geen: bool = False
    revision: int = 0
    problem: str = ""
    place: int = 0
    of: int = 0
    last: LastSave | None = None
    last_item: CodingItem | None = None
    was: str = ""
    # Who looks can still code it as the second: nothing of how it was coded stands here.
    blind: bool = False

    @property
    def progress(self) -> str:
        """How far it is, in one short line."""
        if self.keuze.toon == VEROUDERD and not self.keuze.code:
            return f"Nog {self.counts.verouderd} misschien verouderd"
        if not self.keuze.goes_round:
            return f"Tekst {self.place} van {self.of}" if self.place else f"{self.of} in deze lijst"
        return f"Nog {self.counts.te_doen} van {self.counts.total} te gaan"

    @property
    def is_stale(self) -> bool:
        """True when the text changed after it was coded."""
        return self.item is not None and self.item.state is ItemState.VEROUDERD

    def names(self, item: CodingItem) -> str:
        """The codes of a text in words."""
        return ", ".join(f"“{self.keuze.names.get(one, '')}”" for one in item.code_ids) or "past bij geen code"


def page_of(queue: Queue, item: CodingItem | None, actor: Actor, refused: Refused | None = None) -> CodingPage:
    """The page on which this text is coded, with what was chosen when it was refused."""
    counts, last = items.counts_of(queue.texts), codings.last_save(queue.keuze.soort, actor)
    last_item = queue.find(last.item_id) if last else None
    around = CodingPage(queue.keuze, counts, last=last if last_item else None, last_item=last_item)
    if item is None:
        return around
    if item.id in queue.blind:
        return replace(around, item=without_codes(item), blind=True)
    chosen = set(refused.code_ids) if refused else set(item.code_ids)
    passages = refused.passages if refused else fields_of(item)
    return CodingPage(
        queue.keuze,
        counts,
        item,
        _options(queue, item, chosen, passages),
        geen=refused.geen if refused else item.given is not None and not item.code_ids,
        revision=refused.revision if refused else item.revision,
        problem=refused.problem if refused else "",
        place=queue.place(item),
        of=len(queue.chosen),
        last=around.last,
        last_item=around.last_item,
        was=text_coded(item),
    )


def _options(queue: Queue, item: CodingItem, chosen: set[int], passages: Mapping[int, PassageField]) -> list[Option]:
    """The codes that can be given, and those that this text has already."""
    codes = [code for code in queue.keuze.codes if code.is_te_geven or code.id in item.code_ids]
    found = {one.code_id: one for one in suggestions(item, queue.texts, queue.keuze.open_codes)}
    letters = [*LETTERS, *[""] * len(codes)]
    return [
        Option(code, letter, code.id in chosen, found.get(code.id), passages.get(code.id, EMPTY))
        for code, letter in zip(codes, letters, strict=False)
    ]
