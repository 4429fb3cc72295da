"""Which boxes somebody ticked: on screen (☒), with a letter in place of the box, before it or behind the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forms.spec import Choice

_TICKS = "☒☑✓✔✗✘❎✅■⬛🗹🗷"
_EMPTY = "☐□❏❑⬜▢"
_MARK = re.compile(
    rf"(?P<tick>[{_TICKS}]|[\[(]\s*[xXvV×✓]\s*[\])]|(?<![\w.])[xXvV×](?![\w.]))|(?P<empty>[{_EMPTY}]|\[\s*\]|\(\s*\))"
)
_SPACE = r"[\s\u00a0]+"


@dataclass(frozen=True)
class TickedBoxes:
    """The choices that are ticked, in the order of the edition; whether there were boxes; the words beside them."""

    keys: tuple[str, ...]
    has_boxes: bool
    rest: str


@dataclass
class _Named:
    """A choice that stands in the text: the marks before it and behind it."""

    choice: Choice
    ticks: int = 0


def ticked(choices: Sequence[Choice], text: str) -> TickedBoxes:
    """What is ticked in a text with the choices of a question.

    Without any box the one choice that is named is meant: who filled in left the others out.
    """
    found = list(_labels(choices, text))
    marks = list(_MARK.finditer(text))
    named = [_Named(choice) for choice, _, _ in found]
    free = [one for one in marks if not any(start <= one.start() < end for _, start, end in found)]
    for one in free:
        if one["tick"] and (at := _belongs_to(one, free, found, text)) is not None:
            named[at].ticks += 1
    chosen = {one.choice.key for one in named if one.ticks}
    if not free:
        chosen = {one.choice.key for one in named}
    keys = tuple(one.key for one in choices if one.key in chosen)
    return TickedBoxes(keys, bool(free), _rest(text, found, free))


def _labels(choices: Sequence[Choice], text: str) -> Iterator[tuple[Choice, int, int]]:
    """The choices that stand in a text, in its order; "Ja" is not seen in "Ja, elke maand"."""
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, int, Choice]] = []
    for choice in sorted(choices, key=lambda one: -len(one.label)):
        words = _SPACE.join(map(re.escape, choice.label.split()))
        for match in re.finditer(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                found.append((*match.span(), choice))
    yield from ((choice, start, end) for start, end, choice in sorted(found, key=lambda one: one[0]))


def _belongs_to(
    mark: re.Match[str], marks: Sequence[re.Match[str]], found: Sequence[tuple[Choice, int, int]], text: str
) -> int | None:
    """Which choice a tick is about: the one behind it, unless that has a box of its own and this one stands apart."""
    behind = next((at for at, (_, start, _) in enumerate(found) if start >= mark.end()), None)
    before = next((at for at in reversed(range(len(found))) if found[at][2] <= mark.start()), None)
    if behind is None or before is None:
        return behind if behind is not None else before
    if "\n" in text[mark.end() : found[behind][1]]:
        return before
    own_box = [one for one in marks if mark.end() <= one.start() and one.end() <= found[behind][1]]
    is_apart = own_box and own_box[0].start() > mark.end()
    return before if is_apart and "\n" not in text[found[before][2] : mark.start()] else behind


def _rest(text: str, found: Sequence[tuple[Choice, int, int]], marks: Sequence[re.Match[str]]) -> str:
    """What stands in the text beside choices and boxes."""
    spans = sorted([(start, end) for _, start, end in found] + [one.span() for one in marks])
    rest, at = "", 0
    for start, end in spans:
        rest, at = f"{rest}{text[at:start]} ", max(at, end)
    lines = (" ".join(line.split()) for line in (rest + text[at:]).split("\n"))
    return "\n".join(line for line in lines if re.search(r"\w", line))


def box_of(line: str) -> bool | None:
    """Whether the box of a line is ticked; None when it has no box."""
    marks = list(_MARK.finditer(line))
    return any(one["tick"] for one in marks) if marks else None


def without_box(plain: str) -> str:
    """Plain words without a letter that stands for a tick."""
    return " ".join(word for word in plain.split() if word not in ("x", "v"))
