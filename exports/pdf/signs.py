"""Signs that our letters do not have: an archivable PDF may show no empty box, so Typst refuses to set them.

Typst itself is asked, in ever smaller heaps: only it knows which letters stand in for which.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

# Latin, and the dashes and quotes of everyday text: our letters have all of these.
ORDINARY = re.compile("[\t\n\x20-\u024f\u2010-\u2027\u2030-\u203a\u20ac]")
# Of so many heaps is asked; what is still unknown then can't be set. Only a text made to be difficult has more.
MOST_HEAPS = 150


def shown(value: Any, missing: frozenset[str]) -> Any:
    """The same data with a sign that can't be set as its number in Unicode: "[U+4E2D]"."""
    if isinstance(value, str):
        return "".join(f"[U+{ord(sign):04X}]" if sign in missing else sign for sign in value) if missing else value
    if isinstance(value, dict):
        return {name: shown(one, missing) for name, one in value.items()}
    return [shown(one, missing) for one in value] if isinstance(value, list) else value


def unusual(text: str) -> list[str]:
    """The signs in it that our letters may not have, each once, and each letter with the marks that stand on it."""
    signs = sorted(set(ORDINARY.sub("", text)))
    marks = re.escape("".join(sign for sign in signs if unicodedata.category(sign).startswith("M")))
    # A mark that can be set may still fit no letter: the two are set together.
    return [*signs, *sorted(set(re.findall(f"[^{marks}][{marks}]+", text)))] if marks else signs


def missing(signs: Iterable[str], can_be_set: Callable[[str], bool]) -> frozenset[str]:
    """The signs that can't be set among these, each tried alone or in a heap that can; of a letter its marks."""
    heaps, found, asked = [list(signs)], set[str](), 0
    while heaps:
        heap = heaps.pop()
        asked += 1
        if not heap or (asked <= MOST_HEAPS and can_be_set(" ".join(heap))):
            continue
        if len(heap) == 1 or asked > MOST_HEAPS:
            found.update(sign for one in heap for sign in one[1:] or one)
        else:
            half = len(heap) // 2
            heaps += [heap[:half], heap[half:]]
    return frozenset(found)
