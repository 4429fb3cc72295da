"""A comment of somebody's Word file as the text of a remark. Pure."""

from __future__ import annotations

from forms.dutch.dates import day_short
from forms.richtext import to_plain
from portal.domain.intake.document import Comment
from portal.domain.review.remarks import Zicht

# So much of the words it is about says which ones they are.
_ABOUT = 90
_LABELS = tuple(f"{zicht.label}: " for zicht in Zicht)


def as_remark(comment: Comment) -> str:
    """What it says, after who wrote it in Word, when, and beside which words: the person may have no account."""
    when = f" op {day_short(comment.made_at)}" if comment.made_at else ""
    about = " ".join(comment.about.split())
    beside = f", bij “{about if len(about) <= _ABOUT else f'{about[:_ABOUT].rstrip()}…'}”" if about else ""
    return f"{comment.author.strip() or 'Iemand'} schreef in Word{when}{beside}:\n\n{comment.text.strip()}"


def same_words(author: str, text: str) -> tuple[str, str]:
    """What is the same for two remarks that are: also when one of them went through Word."""
    words = " ".join(to_plain(text).split())
    label = next((one for one in _LABELS if words.startswith(one)), "")
    return " ".join(author.split()).casefold(), words.removeprefix(label)
