"""What a sheet asks, as recognising needs it: its questions, its regions, its actions and goals, and its own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from forms.spec import Format


@dataclass(frozen=True)
class AskedRow:
    """An action or a goal that the sheet asks about; or a heading above actions, of which nothing is asked.

    `unit` is what the portal writes behind a figure of a goal.
    """

    id: str
    text: str
    is_heading: bool = False
    unit: str = ""


@dataclass(frozen=True)
class DrawnWords:
    """What the portal writes around answers on a sheet: heads of columns, and what stands before a name."""

    only_for: str
    all_regions: str
    region: str
    reply: str
    before: str
    same_as: str
    unknown: str


@dataclass(frozen=True)
class SheetAsked:
    """One sheet. `name` is that of its regions together, `regions` are their names by code (one: not joint).

    `rows` are actions and goals by the key of their question. `own` are the lines that the portal itself draws on this
    sheet, `elsewhere` those that say that an action goes otherwise in a region: its code, and the key of the status.
    `others` are other sheets: their round and their name.
    """

    format: Format
    round_name: str
    name: str
    words: DrawnWords
    regions: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, tuple[AskedRow, ...]] = field(default_factory=dict)
    own: tuple[str, ...] = ()
    elsewhere: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    others: tuple[tuple[str, str], ...] = ()

    @property
    def is_joint(self) -> bool:
        """True for the sheet of several regions."""
        return len(self.regions) > 1
