"""Names of WordprocessingML, and small questions about its elements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
VAL = f"{W}val"
ID = f"{W}id"

_MOST = 1_000_000
_OFF = frozenset({"0", "false", "off", "none"})


def value(parent: Any | None, name: str) -> str | None:
    """The `w:val` of a child of this name; None without such a child."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(VAL, "")


def number(text: str | None, default: int = 0) -> int:
    """A whole number as an attribute has it, within bounds; the default for anything else."""
    try:
        return min(max(int(text), -_MOST), _MOST) if text else default
    except ValueError:
        return default


def switch(parent: Any | None, name: str) -> bool | None:
    """A property that is on or off; None when nothing is said of it."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else is_on(child)


def is_on(element: Any) -> bool:
    """True for a property that is not put off."""
    return element.get(VAL, "1").lower() not in _OFF


def has(parent: Any | None, *names: str) -> bool:
    """True when there is a child of one of these names."""
    return parent is not None and any(parent.find(W + name) is not None for name in names)


def shown_text(element: Any) -> str:
    """The words of a piece, for telling."""
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def chosen_of(element: Any) -> Any | None:
    """Of alternatives the first that holds words; else the first. Word shows one of them, so must we."""
    found = [one for one in element if one.tag in {f"{MC}Choice", f"{MC}Fallback"}]
    return next((one for one in found if has_words(one)), found[0] if found else None)


def has_words(element: Any) -> bool:
    """True when there is text somewhere in it."""
    return any((one.text or "").strip() for one in words_in(element))


def words_in(element: Any) -> Iterator[Any]:
    """The elements that hold text, of Word itself and of drawings."""
    yield from element.iter(f"{W}t", f"{A}t")
