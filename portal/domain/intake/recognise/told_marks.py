"""What to tell of the invisible marks of a file, in Dutch: of another plan, of two plans, or a changed label."""

from __future__ import annotations

from collections.abc import Iterator

from forms.spec import Format
from portal.domain.intake.document import ReadDocument
from portal.domain.intake.marks import owners_of
from portal.domain.intake.recognise.found import Walked

OTHER_PLAN = (
    "Dit bestand is gemaakt van een ander plan. Wij herkennen de onderdelen aan hun namen. Kijk goed of dit het goede"
    " bestand is."
)
TWO_FILES = (
    "In dit bestand staan stukken uit een ander plan. Wat uit uw plan komt, herkennen wij precies; de andere stukken"
    " herkennen wij aan hun namen."
)
RENAMED = "Het onderdeel “{name}” heet in uw bestand “{now}”. In het portaal houdt het zijn naam."


def told_of_marks(format_: Format, walked: Walked, document: ReadDocument, owner: str) -> list[str]:
    """Sentences for the page."""
    return list(_told(format_, walked, owners_of(document), owner))


def _told(format_: Format, walked: Walked, owners: list[str], owner: str) -> Iterator[str]:
    if owner and owners and owner not in owners:
        yield OTHER_PLAN
    elif owner and len(owners) > 1:
        yield TWO_FILES
    names = {section.key: section.name for section in format_.sections}
    for key, now in walked.renamed.items():
        yield RENAMED.format(name=names[key], now=now)
