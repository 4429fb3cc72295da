"""The fields in which somebody says which words of a text a code is about: one for each code, a passage on each line.

With a script a selection in the text writes such a line; without one the words are typed or pasted. Beside it the page
keeps where the words of each line stand, as numbers of words, for words that stand in the text twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from forms.cleaning import clean_text
from portal.domain.coding.passages import Passage, Pointed
from portal.services.coding.item import CodingItem
from portal.services.coding.passages import Wanted

FIELD, PLACES = "passage-", "plek-"


@dataclass(frozen=True)
class PassageField:
    """What stands in the field of one code. `gone` are passages whose words don't stand in the text any more."""

    lines: str = ""
    places: str = ""
    gone: tuple[str, ...] = ()
    is_wrong: bool = False


EMPTY = PassageField()


def posted(form: Mapping[str, str], code_ids: Iterable[int]) -> dict[int, list[Pointed]]:
    """What was sent for these codes; a code without words is about the whole text."""
    found = {one: _pointed(form.get(f"{FIELD}{one}", ""), form.get(f"{PLACES}{one}", "")) for one in code_ids}
    return {one: pointed for one, pointed in found.items() if pointed}


def _pointed(lines: str, places: str) -> list[Pointed]:
    """The places count only when there is one for every line: a person may have written lines in between."""
    words = [line.strip() for line in clean_text(lines).split("\n") if line.strip()]
    numbers = [int(one) for one in places.split() if one.isascii() and one.isdigit() and len(one) < 7]
    known: Sequence[int | None] = numbers if len(numbers) == len(words) else [None] * len(words)
    return [Pointed(tekst, place) for tekst, place in zip(words, known, strict=True)]


def fields_of(item: CodingItem) -> dict[int, PassageField]:
    """What the fields hold of how a text is coded, by the id of the code."""
    by_code: dict[int, list[Passage]] = {}
    for one in item.passages:
        by_code.setdefault(one.code_id, []).append(one)
    return {
        code_id: PassageField(
            "\n".join(one.tekst for one in found),
            " ".join(str(one.vanaf) for one in found),
            tuple(one.tekst for one in found if not item.stands(one)),
        )
        for code_id, found in by_code.items()
    }


def fields_again(wanted: Wanted, wrong: int | None) -> dict[int, PassageField]:
    """What was sent, to stand in the fields again; `wrong` is the code whose words don't stand in the text."""
    return {
        code_id: PassageField(
            "\n".join(one.tekst for one in found),
            " ".join(str(one.place) for one in found if one.place is not None),
            is_wrong=code_id == wrong,
        )
        for code_id, found in wanted.items()
    }
