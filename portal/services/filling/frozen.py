"""What is asked again and again of submissions, worked out once.

What was submitted never changes, so what its checksum stands for is kept in this process: whoever asks has read the
checksum in the same request. It needs no telling between processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar

Known = TypeVar("Known")

# Some six rounds of a country with a plan for every gemeente; what is dropped is read again.
AT_MOST = 2_000


class Frozen(Generic[Known]):
    """One thing that is known of each submission. `read` works it out for these ids: checksums with what is known.

    No more are kept than `at_most`, unless more are asked at once.
    """

    def __init__(self, read: Callable[[list[int]], Iterable[tuple[str, Known]]], at_most: int = AT_MOST) -> None:
        self._read, self._at_most = read, at_most
        self._kept: dict[str, Known] = {}

    def of(self, checksums: Mapping[int, str]) -> dict[int, Known]:
        """What is known of these submissions (checksum by id): one query, or none when all were met before."""
        kept = self._kept
        strange = [one for one, checksum in checksums.items() if checksum not in kept]
        if strange:
            fresh = dict(self._read(strange))
            kept = {**kept, **fresh} if len(kept) + len(fresh) <= self._at_most else self._again(checksums, kept, fresh)
            self._kept = kept
        return {one: kept[checksum] for one, checksum in checksums.items()}

    def _again(
        self, checksums: Mapping[int, str], kept: Mapping[str, Known], fresh: Mapping[str, Known]
    ) -> dict[str, Known]:
        """Keep only what is asked now."""
        return {one: fresh[one] if one in fresh else kept[one] for one in checksums.values()}
