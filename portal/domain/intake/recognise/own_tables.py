"""Tables that our own documents draw below what the format asks: nobody's answer to a part."""

from __future__ import annotations

from forms.consent_heads import PARTIJ, WAT_IS_GEZEGD
from portal.domain.intake.document import ReadTable, paragraphs_of


def is_of_consent(table: ReadTable) -> bool:
    """True for the table of who agreed: its first cells name parties, and no part of the plan."""
    heads = [" ".join(one.text for one in paragraphs_of(cell.blocks)).strip() for cell in table.rows[0].cells]
    return heads == [PARTIJ, WAT_IS_GEZEGD]
