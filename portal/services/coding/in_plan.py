"""What a plan in force says with each code: the sentences of its actions, for who condenses the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from portal.domain.coding.state import CodeSoort
from portal.domain.review.sentences import sentences, with_words
from portal.models import Code
from portal.services.coding import book, items
from portal.services.coding.item import CodingItem


@dataclass(frozen=True)
class CodedSentences:
    """The sentences of one plan that have a code, in the order of the plan."""

    code_id: int
    naam: str
    zinnen: tuple[str, ...]


def coded_sentences(plan_id: int) -> tuple[CodedSentences, ...]:
    """The sentences of the actions of a plan in force by code, in the order of the code book.

    Where a coding is about some words of an action, only the sentences with these words. A merged code is the one that
    took its place.
    """
    known = book.codes(CodeSoort.ACTIES, with_retired=True)
    found: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for item in items.of_plan(plan_id):
        for code, zin in _sentences(item, known):
            found[code.id][zin] = None
    return tuple(CodedSentences(code.id, code.naam, tuple(found[code.id])) for code in known if code.id in found)


def _sentences(item: CodingItem, known: list[Code]) -> Iterator[tuple[Code, str]]:
    alle = sentences(item.tekst)
    for code_id in item.given.code_ids if item.given else ():
        words = [one.tekst for one in item.passages if one.code_id == code_id]
        chosen = with_words(alle, words) if words else alle
        for code in book.resolve(known, [code_id]):
            # The number tells which action it is.
            yield from ((code, f"{item.paragraaf} {zin}".strip()) for zin in chosen)
