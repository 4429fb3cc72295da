"""A text as long as a plan of a hundred pages."""

from __future__ import annotations

import random


def hundred_pages(seed: int, share: float = 1) -> str:
    """About 300 kB of text in paragraphs, as a plan of a hundred pages has; or a share of that."""
    rng = random.Random(seed)
    words = [f"woord{number}" for number in range(2000)] + ["de", "het", "een", "en", "van"] * 60
    sentences = (" ".join(rng.choices(words, k=14)).capitalize() + "." for _ in range(int(3500 * share)))
    return "\n\n".join(" ".join(group) for group in zip(*[iter(sentences)] * 5, strict=False))
