"""The signs in front of the points of a list, counted as Word counts them (17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from portal.domain.intake.counting import WRITERS, ListCounts
from portal.domain.intake.docx.names import W, has, number, switch, value
from portal.domain.intake.docx.styles import Style
from portal.domain.intake.drafts import BULLET, PLAIN_BULLETS

_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 8
_LONGEST = 40


@dataclass(frozen=True)
class Level:
    """How one level of a list counts."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    restarts_after: int | None = None
    in_figures: bool = False
    style: str = ""


@dataclass(frozen=True)
class _List:
    """A list that paragraphs name: the definition that counts for it, its levels, and where it begins anew."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Counts the lists of one file, paragraph by paragraph, in the order of reading."""

    def __init__(self, root: Any | None) -> None:
        self._definitions = {} if root is None else _by_id(root, "abstractNum", "abstractNumId")
        self._numbers = {} if root is None else _by_id(root, "num", "numId")
        self._linked = {value(one, "styleLink"): one for one in self._definitions.values()}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, ListCounts] = {}
        self._begun: set[tuple[str, int]] = set()

    def sign(self, properties: Any | None, style: Style, style_id: str | None) -> tuple[str, int]:
        """Count this paragraph: its sign and its depth from 1; ("", 0) when it is in no list."""
        found = self._place(properties, style, style_id)
        if found is None:
            return "", 0
        chosen, level = found
        counts = self._counts.setdefault(chosen.definition, ListCounts())
        self._begin(chosen, counts, level)
        keeps = [one for one, how in chosen.levels.items() if _keeps(how, level)]
        counts.step(level, _start(chosen, level), keeps)
        return _sign(chosen, counts, level), level + 1

    def _place(self, properties: Any | None, style: Style, style_id: str | None) -> tuple[_List, int] | None:
        numbers = None if properties is None else properties.find(f"{W}numPr")
        own = value(numbers, "numId")
        name = style.list_id if own is None else own
        chosen = self._list(name) if name and name != "0" else None
        if chosen is None:
            return None
        said = value(numbers, "ilvl")
        level = number(said) if said is not None else _level_of_style(chosen, style, style_id)
        return chosen, min(max(level, 0), _DEEPEST)

    def _list(self, name: str) -> _List | None:
        if name not in self._lists:
            self._lists[name] = self._read(name)
        return self._lists[name]

    def _read(self, name: str) -> _List | None:
        element = self._numbers.get(name)
        definition = value(element, "abstractNumId")
        found = self._definition(definition)
        if element is None or definition is None or found is None:
            return None
        levels = {number(one.get(f"{W}ilvl")): _level(one) for one in found.findall(f"{W}lvl")[: _DEEPEST + 1]}
        starts: dict[int, int] = {}
        for one in element.findall(f"{W}lvlOverride")[: _DEEPEST + 1]:
            place, own = number(one.get(f"{W}ilvl")), one.find(f"{W}lvl")
            if own is not None:
                levels[place] = _level(own)
            if has(one, "startOverride"):
                starts[place] = number(value(one, "startOverride"), 1)
        return _List(definition, levels, starts)

    def _definition(self, name: str | None) -> Any | None:
        """A definition may point to a style that another definition is for."""
        found = self._definitions.get(name or "")
        link = value(found, "numStyleLink")
        if not link:
            return found
        return self._linked.get(link, found)

    def _begin(self, chosen: _List, counts: ListCounts, level: int) -> None:
        """A list that says where it starts begins there at its first point, though others count with it."""
        key = (f"{id(chosen)}", level)
        if level in chosen.starts and key not in self._begun:
            counts.now.pop(level, None)
        self._begun.add(key)


def _by_id(root: Any, name: str, key: str) -> dict[str, Any]:
    return {one.get(W + key, ""): one for one in root.findall(W + name)}


def _level(element: Any) -> Level:
    after = value(element, "lvlRestart")
    return Level(
        start=number(value(element, "start"), 0 if has(element, "start") else 1),
        kind=value(element, "numFmt") or "decimal",
        text=(value(element, "lvlText") or "")[:_LONGEST],
        restarts_after=None if after is None else number(after),
        in_figures=bool(switch(element, "isLgl")),
        style=value(element, "pStyle") or "",
    )


def _level_of_style(chosen: _List, style: Style, style_id: str | None) -> int:
    tied = next((place for place, one in chosen.levels.items() if style_id and one.style == style_id), None)
    return tied if tied is not None else style.list_level or 0


def _start(chosen: _List, level: int) -> int:
    return chosen.starts.get(level, chosen.levels.get(level, Level()).start)


def _keeps(how: Level, level: int) -> bool:
    """True for a level that goes on counting after a point on that higher level."""
    return how.restarts_after is not None and level >= how.restarts_after


def _sign(chosen: _List, counts: ListCounts, level: int) -> str:
    how = chosen.levels.get(level, Level(text=f"%{level + 1}."))
    if how.kind == "bullet":
        return how.text if how.text in PLAIN_BULLETS else BULLET

    def written(place: Any) -> str:
        at = int(place[1]) - 1
        kind = chosen.levels.get(at, Level()).kind
        reached = counts.now.get(at, _start(chosen, at))
        return WRITERS.get("decimal" if how.in_figures and kind != "none" else kind, str)(reached)

    return _PLACE.sub(written, how.text).strip()
