"""From a typed timeline to the stored window."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from forms.timeline import Window, read_timeline
from portal.domain.plan.states import VensterBron


def with_window(
    values: Mapping[str, Any], *, year: int | None = None, begin: date | None = None, before: Any = None
) -> dict[str, Any]:
    """The values of a row with the window of its timeline filled in.

    What a person typed as window goes before what the portal reads, unless it is just what the portal would read.
    `year` is that of the plan, for a "Q2" without one, `begin` its first day, for "per direct"; `before` is the row as
    it was: the same words keep the window that was read in them.
    """
    if "tijdslijn" not in values:
        return dict(values)
    read = _read_before(values, before) or read_timeline(values["tijdslijn"], reference_year=year, begin=begin)
    typed = (values.get("venster_van"), values.get("venster_tot"))
    if any(typed) and (read is None or typed != (read.start, read.end)):
        return {**values, "venster_bron": VensterBron.AANGEPAST}
    if read is None:
        return {**values, "venster_van": None, "venster_tot": None, "venster_bron": VensterBron.GEEN}
    return {**values, "venster_van": read.start, "venster_tot": read.end, "venster_bron": VensterBron.GELEZEN}


def _read_before(values: Mapping[str, Any], before: Any) -> Window | None:
    is_same = before is not None and before.tijdslijn == values["tijdslijn"]
    was_read = is_same and before.venster_bron is VensterBron.GELEZEN
    return Window(before.venster_van, before.venster_tot) if was_read else None
