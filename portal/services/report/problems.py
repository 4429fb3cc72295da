"""What can't be done with a national report, and why."""

from __future__ import annotations

from collections.abc import Iterable


class ReportProblem(Exception):
    """Something can't be done with this report. The message is Dutch and fit to show.

    `sleutels`: the sentences it is about, so that a page can lead to them. `is_own`: the person did the very thing a
    moment ago (a double click); nothing is wrong.
    """

    def __init__(self, message: str, *, sleutels: Iterable[str] = (), is_own: bool = False) -> None:
        super().__init__(message)
        self.sleutels = tuple(sleutels)
        self.is_own = is_own


class NeverMade(LookupError):
    """The report has no data: nothing of it can be shown; a view answers 404."""


class UnfinishedReport(ReportProblem):
    """The round has a version that is not vastgesteld yet: `rapport_id`."""

    def __init__(self, message: str, rapport_id: int, *, is_own: bool = False) -> None:
        super().__init__(message, is_own=is_own)
        self.rapport_id = rapport_id


class NoSuchText(ReportProblem):
    """The report has no sentence or chapter with this key; a view answers 404."""


class StaleReport(ReportProblem):
    """The report was made again since the page was opened: its numbers are others. Nothing was saved."""


class DamagedFile(ReportProblem):
    """A file of a report is gone, or is not what it was when it was vastgesteld. It is never sent."""


class TextConflict(ReportProblem):
    """Somebody else changed this text meanwhile. Nothing was overwritten.

    `mine` is what was not saved, `theirs` what is stored now with its `revision`, written by `door`.
    """

    def __init__(self, *, mine: str, theirs: str, revision: int, door: str) -> None:
        super().__init__(
            f"{door} heeft deze tekst intussen ook gewijzigd. Er is niets overschreven. "
            "Neem over wat erbij hoort en bewaar opnieuw."
        )
        self.mine, self.theirs, self.revision, self.door = mine, theirs, revision, door


class HearingConflict(ReportProblem):
    """Somebody else said something of this page meanwhile. Nothing was overwritten; the page shows it."""

    def __init__(self, *, is_own: bool = False) -> None:
        super().__init__(
            "Iemand anders heeft hier intussen ook iets opgeslagen. Er is niets overschreven. Lees dat eerst.",
            is_own=is_own,
        )


class CountConflict(ReportProblem):
    """Somebody else judged places of an own count otherwise meanwhile. Nothing was overwritten.

    `otherwise` are the keys of those places, `door` who judged them.
    """

    def __init__(self, *, otherwise: frozenset[str], door: str) -> None:
        super().__init__(
            f"{door} heeft intussen anders gekozen bij plaatsen die u ook bekeek. Er is niets opgeslagen. Bij die "
            "plaatsen staat wat er nu geldt. Pas aan wat nodig is en sla opnieuw op."
        )
        self.otherwise = otherwise
