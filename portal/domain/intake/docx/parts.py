"""The parts of a Word file and what they point to."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any

from portal.domain.intake.opening import Package

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True)
class Relation:
    """What a part points to: the last word of its type, and a part of the file or an address outside it."""

    kind: str
    target: str
    is_outside: bool


class WordParts:
    """The parts of one file, by their name or by what they are to the main document."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._relations: dict[str, dict[str, Relation]] = {}
        self.main = self._target("", "officeDocument") or "word/document.xml"

    def root(self, name: str) -> Any | None:
        """The root element of a part; None without it."""
        return self._package.xml(name)

    def has(self, name: str) -> bool:
        """True when there is such a part."""
        return name in self._package

    def of_main(self, kind: str) -> Any | None:
        """The root of the part that is the "styles", "numbering", … of the main document; None without it."""
        name = self._target(self.main, kind)
        return self.root(name) if name else None

    def name_of(self, kind: str) -> str:
        """The name of that part, "" without it."""
        return self._target(self.main, kind)

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part points to, by the id it uses for it."""
        if part not in self._relations:
            self._relations[part] = self._read(part)
        return self._relations[part]

    def _target(self, part: str, kind: str) -> str:
        found = (one.target for one in self.relations(part).values() if one.kind == kind and not one.is_outside)
        return next((name for name in found if name in self._package), "")

    def _read(self, part: str) -> dict[str, Relation]:
        folder, name = posixpath.split(part)
        root = self._package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        return {one.get("Id", ""): _relation(one, folder) for one in root.iter(_RELATION)}


def _relation(element: Any, folder: str) -> Relation:
    target = element.get("Target", "")
    is_outside = element.get("TargetMode", "").lower() == "external"
    if not is_outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(element.get("Type", "").rsplit("/", 1)[-1], target, is_outside)
