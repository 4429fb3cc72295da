"""Words in a drawing: folded to lines by us, because a drawing folds nothing by itself."""

from __future__ import annotations


def folded(text: str, width: int) -> list[str]:
    """The words of a text in lines of at most so many letters."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], longer] if len(longer) <= width or not lines[-1] else [*lines, word]
    return lines
