"""Remarks beside the text of a Word file, with the words they are beside."""

from __future__ import annotations

from typing import Any

from forms.cleaning import clean_line, clean_text
from portal.domain.intake.document import Comment
from portal.domain.intake.docx.names import ID, W, shown_text
from portal.domain.intake.docx.reading import WordReading
from portal.domain.intake.so_far import moment_of
from portal.domain.intake.tally import Left


def comments_of(reading: WordReading) -> dict[str, tuple[Comment, ...]]:
    """The remarks by the key that their paragraph carries. One without a place is told."""
    root = reading.parts.of_main("comments")
    found: dict[str, tuple[Comment, ...]] = {}
    for one in () if root is None else root.findall(f"{W}comment"):
        key, text = one.get(ID, ""), _text(one)
        if key in reading.about:
            about = clean_line(reading.about[key])
            found[key] = (
                Comment(clean_line(one.get(f"{W}author", "")), text, about, moment_of(one.get(f"{W}date", ""))),
            )
        elif text:
            reading.tally.add(Left.COMMENT, words=text)
    return found


def _text(comment: Any) -> str:
    return clean_text("\n".join(filter(None, (shown_text(one).strip() for one in comment.iter(f"{W}p")))))
