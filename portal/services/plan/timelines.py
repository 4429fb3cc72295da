"""From a typed timeline to the stored window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.timeline import read_timeline
from portal.domain.plan.states import VensterBron


def with_window(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a row with the window of its timeline filled in.

    What a person typed as window goes before what the portal reads, unless it is just what the portal would read.
    """
    if "tijdslijn" not in values:
        return dict(values)
    read = read_timeline(values["tijdslijn"])
    typed = (values.get("venster_van"), values.get("venster_tot"))
    if any(typed) and (read is None or typed != (read.start, read.end)):
        return {**values, "venster_bron": VensterBron.AANGEPAST}
    if read is None:
        return {**values, "venster_van": None, "venster_tot": None, "venster_bron": VensterBron.GEEN}
    return {**values, "venster_van": read.start, "venster_tot": read.end, "venster_bron": VensterBron.GELEZEN}
