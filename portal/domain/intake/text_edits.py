"""What somebody did in a file to one text of the plan, beside what was done to it in the portal meanwhile."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.domain.intake.coming_back import ComeBack, are_alike, bare
from portal.domain.merging import Merged, Overlap, merge


@dataclass(frozen=True)
class AnswerEdits:
    """`text` is the plan's with the edits of the file in it; the same as now when the file changes nothing.

    `overlaps` are the paragraphs that both changed: there the paragraphs of the portal stand first, and those of the
    file below them. `is_known` is False when nobody knows any more what the file was made from.
    """

    text: str
    is_edited: bool
    overlaps: tuple[Overlap, ...] = ()
    is_known: bool = True


def text_edit(base: str | None, now: str, file: str, come_back: ComeBack) -> AnswerEdits:
    """What a file that was made from `base` (None: not known any more) does to the text as it is now."""
    if are_alike(file, now) or (base is not None and are_alike(file, base)):
        return AnswerEdits(now, is_edited=False)
    then, present = come_back(base or ""), come_back(now)
    if are_alike(file, present) or (base is not None and are_alike(file, then)):
        return AnswerEdits(now, is_edited=False)
    if base is None:
        return AnswerEdits(file, is_edited=True, is_known=False)
    merged = _merged(then, present, file)
    return AnswerEdits(merged.text, not are_alike(merged.text, present), merged.overlaps)


def _merged(base: str, now: str, file: str) -> Merged:
    """Lines that are alike are taken as the portal has them, so that only what somebody changed is a change."""
    written = in_the_lines_of(in_the_lines_of(file, now), base)
    return Merged(written) if are_alike(base, now) else merge(base, written, in_the_lines_of(now, base))


def in_the_lines_of(text: str, known: str) -> str:
    """A text in which each line that is alike one of `known` is written as there."""
    lines = {tuple(bare(line)): line for line in known.split("\n") if line.strip()}
    return "\n".join(lines.get(tuple(bare(line)), line) for line in text.split("\n"))


def settled(edit: AnswerEdits, *, for_file: bool) -> str:
    """The text in which the file (or the portal) has its way in the paragraphs that both changed."""
    text = edit.text
    for one in edit.overlaps:
        wins = one.mine if for_file else one.theirs
        both = re.escape(one.theirs) + r"\s*" + re.escape(one.mine)
        found = re.search(both, text)
        if found and (one.mine or one.theirs):
            text = f"{text[: found.start()]}{wins}{text[found.end() :]}"
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")
