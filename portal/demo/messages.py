"""What the coördinator of the demo wrote on the second page of a report, and of its themes."""

from __future__ import annotations

from portal.demo.people import Cast
from portal.models import Rapport
from portal.services.report import messages, reports


def write_messages(rapport: Rapport, cast: Cast) -> None:
    """Choose, write and order the messages of a report."""
    actor = cast.coordinator.actor
    waarden = reports.tree_of(rapport, demo=True).waarden
    for draft in messages.of_report(rapport, waarden).voorstellen:
        messages.choose(rapport, draft.sleutel, seen_revision=rapport.revision, actor=actor)
