"""Coding twice: which texts a second person codes too, and who that can be."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

# In per cent of the texts of a kind; a usual share for checking how alike people code.
USUAL_SHARE = 10


def drawn(seed: str, ids: Iterable[int], share: int) -> list[int]:
    """A sample of `share` per cent of these ids, rounded up: by the same seed always the same ones, in no order.

    They are ranked by the SHA-256 of "seed id", so that anybody can draw the sample again, in any language.
    """
    ranked = sorted(set(ids), key=lambda one: hashlib.sha256(f"{seed} {one}".encode()).hexdigest())
    return ranked[: size(len(ranked), share)]


def seed_of(round_id: int, soort: str, vraag: str = "") -> str:
    """What the sample of a kind of texts of a round (or of an own question in it) is drawn with: "7 lessen"."""
    return f"{round_id} {soort} {vraag}".strip()


def size(total: int, share: int) -> int:
    """How many texts this share is: none of none, at least one of any other number."""
    return -(-total * share // 100)


def may_be_second(user_id: int, coded_it: Collection[int]) -> bool:
    """Who ever coded a text knows its codes, and can't be the second."""
    return user_id not in coded_it
