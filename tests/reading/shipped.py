"""The lists that ship with the portal, read as somebody else would."""

from __future__ import annotations

import csv
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "portal" / "data"


def shipped(name: str) -> list[dict[str, str]]:
    """The rows of a list of `portal/data`: `shipped("regios")`."""
    with (DATA / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))
