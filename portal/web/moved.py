"""Where a row of a list goes: by a button, behind a row that was chosen, or dropped there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flask import abort, request

STEPS = {"omhoog": -1, "omlaag": 1, "bovenaan": -10_000, "onderaan": 10_000}
# Add a row, and open the form for the next one in the same page.
AND_ANOTHER = ("daarna", "nog_een")


def move_as_asked(by_steps: Callable[..., Any], behind: Callable[..., Any], **seen: Any) -> Any:
    """Move a row with `steps=` or with `after_id=`, as the form says; abort with 400 when it says nothing."""
    steps = STEPS.get(request.form.get("naar", ""))
    if steps is not None:
        return by_steps(steps=steps, **seen)
    after_id = request.form.get("na", type=int)
    if after_id is None or not 0 <= after_id < 2**31:
        abort(400)
    return behind(after_id=after_id, **seen)


def id_above(shown: Sequence[Any], row: Any) -> int:
    """The id of the row above this one; 0 for the first."""
    place = shown.index(row)
    return int(shown[place - 1].id) if place else 0


def wants_another() -> bool:
    """True when the person adds one row and goes on with the next."""
    name, value = AND_ANOTHER
    return request.form.get(name) == value
