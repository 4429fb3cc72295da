"""Reading a file from top to bottom: each word is the format's own, or stands under a label, or stands nowhere."""

from __future__ import annotations

from collections.abc import Collection

from forms.spec import Format
from portal.domain.intake.document import ReadDocument
from portal.domain.intake.recognise.found import How, Walked
from portal.domain.intake.recognise.guide import Guide
from portal.domain.intake.recognise.tables import read_table
from portal.domain.intake.recognise.walker import Walker


def walk(format_: Format, document: ReadDocument, guide: Guide | None = None) -> Walked:
    """Read a file by the declaration of an edition; `guide` knows the marks of a file that the portal made.

    It is read twice: a line that only says the name of a part counts as its label when no table or heading has that.
    """
    leads = guide or Guide(format_)
    seen = _walked(leads, document, frozenset()).seen
    surely = {one.section.key for one in seen if one.how in (How.CELL, How.HEADING, How.MARK)}
    return _walked(leads, document, frozenset(one.key for one in format_.sections) - surely)


def _walked(guide: Guide, document: ReadDocument, loose: Collection[str]) -> Walked:
    walker = Walker(guide, loose, read_table)
    walker.read(document.blocks)
    return walker.found
