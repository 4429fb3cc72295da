"""Composing a long text from the Markdown files in `texts/`.

A file has groups ("## begin", "## kern", "## slot"); a group has variants with a line `+++` between them. A text takes
one variant of every group. A line "[woningtekort, data]" above a variant says which reasons somebody hears in it, by
the keys of their codes.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random

TEXTS = Path(__file__).resolve().parent / "texts"

Groups = dict[str, tuple[str, ...]]


@cache
def groups_of(name: str) -> Groups:
    """The groups of a text file and the variants in each."""
    parts = re.split(r"^## (.+)$", (TEXTS / f"{name}.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {title: _variants(body) for title, body in zip(parts[::2], parts[1::2], strict=True)}


def _variants(body: str) -> tuple[str, ...]:
    return tuple(variant for variant, _ in _with_reasons(body))


_REASONS = re.compile(r"\[([a-z_, ]+)\]\n")


def _with_reasons(body: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(_apart(variant.strip()) for variant in re.split(r"^\+\+\+$", body, flags=re.MULTILINE))


def _apart(variant: str) -> tuple[str, tuple[str, ...]]:
    mark = _REASONS.match(variant)
    return (variant[mark.end() :], tuple(re.split(r",\s*", mark[1]))) if mark else (variant, ())


@cache
def reasons_in(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each variant of a text file with the keys of the reasons in it."""
    parts = re.split(r"^## .+$", (TEXTS / f"{name}.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return tuple(one for body in parts for one in _with_reasons(body))


def compose(rng: Random, name: str, words: dict[str, str], *, groups: int | None = None) -> str:
    """A text with one variant of each group; `groups` takes only the first so many."""
    chosen = [rng.choice(variants) for variants in groups_of(name).values()][:groups]
    return "\n\n".join(chosen).format(**words)
