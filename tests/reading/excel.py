"""What a person sees in a cell of a workbook."""

from __future__ import annotations

# How an underscore stands in the file when what follows it could be taken for an escape.
_ESCAPED_UNDERSCORE = "_x005F_"


def typed_text(cell_text: str) -> str:
    """The text as it was typed, of a cell whose text a library read from the file."""
    return cell_text.replace(_ESCAPED_UNDERSCORE, "_")
