"""A list that somebody types or pastes into one field: a line may be an item. What is meant, is asked."""

from __future__ import annotations

import re

# What stands before an item in a list from a mail or from Word: "- ", "• ", "1. ", "2) ".
# A script reads it too, so it says only what both languages say in the same way.
MARKER = r"^(?:[-*\u2022\u00b7\u25aa\u25e6\u2013\u2014\uf0b7]|\d{1,2}[.)])(?:\s+|$)"
_MARKER = re.compile(MARKER)


def pasted_lines(text: str) -> list[str]:
    """The items of a pasted list, without their bullets and numbers; empty lines are left out.

    A text of nothing but signs stays as it is: what was typed is never gone.
    """
    typed = [line.strip() for line in text.splitlines() if line.strip()]
    return [item for item in (_MARKER.sub("", line) for line in typed) if item] or typed
