"""What a stored JSON looks like, per version, and how it is read: strictly, or not at all.

Whatever is stored says in which version of its format it was written (the key `formaat`). What has none was written
before there were versions, and counts as version 1; it is never rewritten. A list stands in an object of its own
(`lijst`), so that it can say so too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, get_type_hints

import msgspec

MARK, LIST = "formaat", "lijst"
_WHAT_TO_DO = (
    "Stored data is never rewritten: keep the old shape as its version, add a new version with a reader from the old "
    "one, and a golden file for both (docs/decisions/bevroren-gegevens.md)."
)


class StoredProblem(msgspec.ValidationError, ValueError):
    """What is stored (or about to be) is not what its format says. Never shown to people: a developer must look."""


class Record(msgspec.Struct, forbid_unknown_fields=True):
    """An object in what is stored: these fields and no others; one without a default is always there."""


@dataclass(frozen=True)
class Version:
    """How a format was written for a while. `shape`: a type, or one of several that differ in their fields.

    None: the classes of then are gone, and what `upgrade` makes of it is looked at instead. `upgrade` makes the value
    of the next version of it; the version of today has none.
    """

    shape: Any
    upgrade: Callable[[Any], Any] | None = None


@dataclass(frozen=True, eq=False)
class ByParts:
    """An upgrade of an object that looks at each changed part by itself, so that a part can be read without the rest.

    `parts` gives, by its key, how a part becomes that of the next version; `new` makes the parts that were not there.
    """

    parts: Mapping[str, Callable[[Any], Any]]
    new: Mapping[str, Callable[[], Any]] = field(default_factory=dict)

    def __call__(self, value: dict[str, Any]) -> dict[str, Any]:
        """The whole object."""
        changed = {key: upgrade(value[key]) for key, upgrade in self.parts.items()}
        return {**value, **changed, **{key: make() for key, make in self.new.items()}}


@dataclass(frozen=True, eq=False)
class StoredPart:
    """A part that the database takes out by itself: its shape in each version, and the way to the next one.

    A part does not say its version: shapes that differ must differ in fields that are always there.
    """

    name: str
    shapes: tuple[Any, ...]
    upgrades: tuple[Callable[[Any], Any] | None, ...]

    @property
    def shape(self) -> Any:
        """What it looks like today."""
        return self.shapes[-1]

    def read(self, value: Any) -> Any:
        """The part as the code of today knows it. Raises StoredProblem when it is that of no version."""
        for here in range(len(self.shapes) - 1, 0, -1):
            if _fits(self.shapes[here], value):
                return self._upgraded(here, value)
        check(self.name, self.shapes[0], value)
        return self._upgraded(0, value)

    def _upgraded(self, here: int, value: Any) -> Any:
        for upgrade in self.upgrades[here:]:
            value = upgrade(value) if upgrade else value
        return value


@dataclass(frozen=True, eq=False)
class StoredFormat:
    """One stored JSON. `versions` begins with version 1; the last one is what is written today."""

    name: str
    versions: tuple[Version, ...]

    @property
    def version(self) -> int:
        """The version that is written today."""
        return len(self.versions)

    def write(self, value: Any) -> dict[str, Any]:
        """The value with its version, as it is stored. Raises StoredProblem when the format does not know it so."""
        _check(self, self.version, value)
        return {MARK: self.version, **value} if isinstance(value, dict) else {MARK: self.version, LIST: value}

    def read(self, stored: Any) -> Any:
        """The value as the code of today knows it, whichever version it was written in. Raises StoredProblem."""
        return self.upgraded(*opened(stored))

    def upgraded(self, number: Any, value: Any) -> Any:
        """A value of this version as the version of today. Raises StoredProblem for what is no such value."""
        if number not in range(1, self.version + 1):
            raise StoredProblem(
                f"{self.name}: version {number!r} is unknown here, versions 1 to {self.version} can be read. "
                "Was it written by a newer portal?"
            )
        for here, one in enumerate(self.versions[number - 1 :], start=number):
            _check(self, here, value)
            value = one.upgrade(value) if one.upgrade else value
        return value

    def part(self, path: tuple[str, ...]) -> StoredPart:
        """A part that the database may take out, because all versions have it alike or upgrade it by itself.

        Raises StoredProblem when they differ otherwise: then the whole must be read.
        """
        shapes = tuple(_field(self.name, one.shape, path) for one in self.versions)
        changes = [_change(one.upgrade, path) for one in self.versions[:-1]]
        for change, (before, after) in zip(changes, pairwise(shapes), strict=True):
            if before != after and change is None:
                raise StoredProblem(f"{self.name}: versions differ in {'.'.join(path)}, so it can't be read by itself")
        return StoredPart(".".join((self.name, *path)), shapes, tuple(changes))


def opened(stored: Any) -> tuple[Any, Any]:
    """The version and the value of what is stored."""
    if not isinstance(stored, dict) or MARK not in stored:
        return 1, stored
    if stored.keys() == {MARK, LIST}:
        return stored[MARK], stored[LIST]
    return stored[MARK], {key: one for key, one in stored.items() if key != MARK}


def check(name: str, shape: Any, value: Any) -> None:
    """Raises StoredProblem with what to do when a value has not exactly this shape."""
    try:
        msgspec.convert(value, _choose(shape, value))
    except (msgspec.ValidationError, KeyError) as error:
        raise StoredProblem(f"{name}: {error}. {_WHAT_TO_DO}") from error


def require(format_: StoredFormat, text: str) -> None:
    """Raises StoredProblem when JSON text has not exactly the shape of today (the version taken off)."""
    try:
        msgspec.json.decode(text, type=format_.versions[-1].shape)
    except msgspec.ValidationError as error:
        raise StoredProblem(f"{format_.name}, version {format_.version}: {error}. {_WHAT_TO_DO}") from error


def _check(format_: StoredFormat, number: int, value: Any) -> None:
    shape = format_.versions[number - 1].shape
    if shape is not None:
        check(f"{format_.name}, version {number}", shape, value)


def _fits(shape: Any, value: Any) -> bool:
    try:
        msgspec.convert(value, shape)
    except msgspec.ValidationError:
        return False
    return True


def _change(upgrade: Callable[[Any], Any] | None, path: tuple[str, ...]) -> Callable[[Any], Any] | None:
    """How a part changes when it is looked at by itself."""
    return upgrade.parts.get(path[0]) if isinstance(upgrade, ByParts) and len(path) == 1 else None


def _field(name: str, shape: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        hints = get_type_hints(shape)
        if step not in hints:
            raise StoredProblem(f"{name} has no {'.'.join(path)}. {_WHAT_TO_DO}")
        shape = hints[step]
    return shape


def _choose(shape: Any, value: Any) -> Any:
    """The one of several shapes that has these fields."""
    if not isinstance(shape, tuple):
        return shape
    by_fields: Mapping[frozenset[str], Any] = {frozenset(one.__struct_fields__): one for one in shape}
    try:
        return by_fields[frozenset(value)]
    except (KeyError, TypeError):
        # The names only: what people wrote stays out of a log.
        found = sorted(value) if isinstance(value, dict) else type(value).__name__
        raise KeyError(f"no record has these fields: {found}") from None
