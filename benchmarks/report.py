"""What was measured, as Markdown: tables to paste into docs/decisions/snelheid.md."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.changes import TARGET_MS as CHANGES_MS
from benchmarks.changes import ChangesTimes
from benchmarks.diff import TARGET_MS as DIFF_MS
from benchmarks.diff import DiffTimes
from benchmarks.figures import TARGET_MB as TARGET_FIGURES_MB
from benchmarks.figures import TARGET_TIMES as TARGET_FIGURES
from benchmarks.figures import FigureTimes
from benchmarks.long_review import LongPage
from benchmarks.merging import TARGET_MS as MERGE_MS
from benchmarks.merging import MergeTimes
from benchmarks.national import TARGET_AGAIN, TARGET_PDF, TARGET_SLIDES, TARGET_TIMES, NationalTimes
from benchmarks.national import TARGET_MB as TARGET_NATIONAL_MB
from benchmarks.opening import TARGET_SECONDS, Moment
from benchmarks.pages import PageTimes
from benchmarks.presence import TARGET_SHARE as PRESENCE_SHARE
from benchmarks.presence import Presence
from benchmarks.reading import MAX_MB as READING_MB
from benchmarks.reading import MAX_RATIO, ReadingTimes
from benchmarks.saving import Saving
from benchmarks.searching import TARGET_MS as SEARCH_MS
from benchmarks.searching import SearchTimes
from benchmarks.small_numbers import TARGET_MS as SMALL_MS
from benchmarks.small_numbers import Hidden, RuleTimes
from benchmarks.table_preview import MAX_MS as PREVIEW_MS
from benchmarks.table_preview import PreviewTimes
from benchmarks.timing import Times
from benchmarks.word import TARGET_MB, TARGET_MS, WordTimes

SAVES_PER_SECOND = {"SQLite": 200, "PostgreSQL": 250}
# A third of what RDMO 2.5 took on such a machine with a plan of this size (44 ms, 50 ms), in milliseconds.
ABSOLUTE = {"mijn plan": 15, "onderdeel lange tekst": 17}


def machine() -> str:
    """The kind of machine, for the reader of the numbers."""
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {platform.system()}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}; load at the start {load:.1f}"
    )


def pages(measured: Iterable[PageTimes]) -> str:
    """Each page beside its floors."""
    times = ("median ms", "p95 ms", "floor A ms", "floor B ms", "× A", "× B", "fast enough")
    return _table(("page", "kB", *times, "queries of the template"), [_page(one) for one in measured])


def _page(one: PageTimes) -> tuple[str, ...]:
    target = ABSOLUTE.get(one.name)
    median = f"{one.page.median:.1f}"
    if target:
        median += f" (≤ {target}: {_yes(one.page.median <= target)})"
    floors = (f"{one.floor_a.median:.1f}", f"{one.floor_b.median:.1f}")
    ratios = (f"{one.over_a:.1f}", f"{one.over_b:.2f}", f"{_yes(one.over_b <= one.allowed)} (≤ {one.allowed:g})")
    return (one.name, f"{one.size / 1024:.0f}", median, f"{one.page.p95:.1f}", *floors, *ratios, str(one.asked))


def searches(measured: Iterable[SearchTimes]) -> str:
    """Each search beside what it may take."""
    rows = [
        (one.name, f"{one.size / 1024:.0f}", f"{one.times.median:.1f}", f"{one.times.p95:.1f}", _fast(one))
        for one in measured
    ]
    return _table(("search", "kB", "median ms", "p95 ms", f"≤ {SEARCH_MS} ms"), rows)


def _fast(one: SearchTimes) -> str:
    return _yes(one.times.median <= SEARCH_MS)


def queries(counts: Mapping[int, Mapping[str, int]]) -> str:
    """The number of queries per page for each number of plans."""
    sizes = sorted(counts)
    rows = []
    for name in counts[sizes[0]]:
        found = [counts[size][name] for size in sizes]
        rows.append((name, *(str(one) for one in found), _yes(found[-1] <= found[0])))
    return _table(("page", *(f"{size} plans" for size in sizes), "does not grow"), rows)


def changes(measured: Iterable[ChangesTimes]) -> str:
    """The table of two plans beside each other, on the page and in Word."""
    head = ("what", "page ms", "Word with changes ms", "newer in Word ms", "kB", "may be")
    rows = [
        (
            one.name,
            f"{one.page_ms:.0f}",
            f"{one.word_ms:.0f}",
            f"{one.newer_ms:.0f}",
            f"{one.kb:.0f}",
            f"{CHANGES_MS} ms",
        )
        for one in measured
    ]
    return _table(head, rows)


def diff(measured: Iterable[DiffTimes]) -> str:
    """Each comparison: how long, how much memory, and how much of the text was recognised."""
    head = ("what changed", "kB", "median ms", "slowest ms", f"median < {DIFF_MS} ms", "peak MB", "found again")
    return _table(head, [_diff(one) for one in measured])


def _diff(one: DiffTimes) -> tuple[str, ...]:
    return (one.name, f"{one.size / 1024:.0f}", *_under_a_second(one.times), f"{one.peak_mb:.1f}", f"{one.kept:.0%}")


def merging(measured: Iterable[MergeTimes]) -> str:
    """Each merge: how long, and what was left to a person."""
    head = (
        "texts of 200 kB",
        "paragraphs",
        "median ms of processor",
        "slowest ms",
        f"median < {MERGE_MS} ms",
        "overlaps",
    )
    return _table(head, [_merge(one) for one in measured])


def small_numbers(measured: Iterable[RuleTimes]) -> str:
    """How long deciding takes."""
    head = ("figures", "how they are published", "ms of processor", f"< {SMALL_MS} ms")
    return _table(head, [(str(one.figures), one.name, f"{one.ms:.0f}", _yes(one.ms < SMALL_MS)) for one in measured])


def hidden_figures(kinds: Iterable[Hidden]) -> str:
    """How much is hidden: small ones (all that a naive rule hides), beside them, and what a simple way would hide."""
    head = (
        "figures",
        "how many",
        "shown",
        "small: naive",
        "hidden beside",
        "beside, when all of place, view and year goes",
    )
    return _table(
        head,
        [
            (
                one.name,
                str(one.figures),
                *(_share(part, one.figures) for part in (one.shown, one.small, one.beside, one.simply)),
            )
            for one in kinds
        ],
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %"


def table_preview(measured: Iterable[PreviewTimes]) -> str:
    """Each way to paste the rows."""
    head = ("pasted", "kB sent", "kB of the page", "median ms", "slowest ms", f"slowest < {PREVIEW_MS} ms")
    return _table(head, [_preview(one) for one in measured])


def _preview(one: PreviewTimes) -> tuple[str, ...]:
    slowest = max(one.times.ms)
    sizes = (f"{one.sent / 1024:.0f}", f"{one.page / 1024:.0f}")
    return (one.name, *sizes, f"{one.times.median:.0f}", f"{slowest:.0f}", _yes(slowest < PREVIEW_MS))


def presence(measured: Presence) -> str:
    """What an open page that asks costs, and all of them together."""
    head = (
        "one page that asks",
        "of one core, each alone",
        f"≤ {PRESENCE_SHARE:.0%}",
        "of one core, each beside another",
    )
    shares = (f"{measured.alone:.2%}", _yes(measured.alone <= PRESENCE_SHARE), f"{measured.together:.2%}")
    return _table(head, [(f"{measured.ms:.1f} ms of processor", *shares)])


def _merge(one: MergeTimes) -> tuple[str, ...]:
    times = (f"{one.median:.0f}", f"{max(one.ms):.0f}", _yes(one.median < MERGE_MS))
    return (one.name, str(one.paragraphs), *times, str(one.overlaps))


def long_pages(measured: Iterable[LongPage]) -> str:
    """The page of a review of long plans."""
    head = ("what changed", "kB of page", "median ms", "slowest ms", f"median < {DIFF_MS} ms")
    return _table(head, [_long_page(one) for one in measured])


def _long_page(one: LongPage) -> tuple[str, ...]:
    return (one.name, f"{one.size / 1024:.0f}", *_under_a_second(one.times))


def _under_a_second(times: Times) -> tuple[str, str, str]:
    return (f"{times.median:.0f}", f"{max(times.ms):.0f}", _yes(times.median < DIFF_MS))


def opening(measured: Iterable[Moment]) -> str:
    """The large moments of a round."""
    head = ("moment", "seconds", f"≤ {TARGET_SECONDS} s", "statements", "transactions", "sheets", "mails")
    return _table(head, [_moment(one) for one in measured])


def _moment(one: Moment) -> tuple[str, ...]:
    counts = (one.statements, one.commits, one.sheets, one.mails)
    return (one.name, f"{one.seconds:.2f}", _yes(one.seconds <= TARGET_SECONDS), *map(str, counts))


def saving(database: str, measured: Sequence[Saving]) -> str:
    """Saves per second, and what went wrong."""
    wanted = SAVES_PER_SECOND[database]
    times = ("p50 ms", "p95 ms", "slowest", "CPU ms a save")
    head = (database, "saved", "per second", f"≥ {wanted}", *times, "lost or refused")
    return _table(head, [_saving(one, wanted) for one in measured])


def _saving(one: Saving, wanted: int) -> tuple[str, ...]:
    people = "1 person" if one.clients == 1 else f"{one.clients} people at once"
    times = (f"{one.p50:.0f}", f"{one.p95:.0f}", f"{one.slowest:.0f}", f"{one.cpu_ms:.1f}")
    fast = _yes(one.per_second >= wanted)
    return (people, str(one.saves), f"{one.per_second:.0f}", fast, *times, str(len(one.problems)))


def word(measured: WordTimes) -> str:
    """A plan as Word beside its floor."""
    ms, floor = measured.plan.median, measured.floor.median
    rows = [
        ("time", f"{ms:.0f} ms (p95 {measured.plan.p95:.0f})", f"{floor:.0f} ms", f"{ms / floor:.1f}"),
        ("extra memory", f"{measured.resident_mb:.0f} MB", "", ""),
    ]
    met = f"≤ {TARGET_MS} ms: {_yes(ms <= TARGET_MS)}; ≤ {TARGET_MB} MB: {_yes(measured.resident_mb <= TARGET_MB)}."
    head = (f"plan as .docx ({measured.size / 1024:.0f} kB)", "portal", "python-docx alone", "×")
    return f"{_table(head, rows)}\n\n{met}"


def reading(measured: Iterable[ReadingTimes]) -> str:
    """Files of regions that are read, beside python-docx that opens them and reads their text."""
    head = (
        "file",
        "kB",
        "words",
        "read, CPU ms",
        "python-docx",
        "×",
        f"≤ {MAX_RATIO} ×",
        "grows by",
        f"≤ {READING_MB} MB",
    )
    return _table(head, [_reading(one) for one in measured])


def _reading(one: ReadingTimes) -> tuple[str, ...]:
    ratio = one.read.median / one.floor.median if one.floor else None
    beside = (f"{one.floor.median:.1f}" if one.floor else "", f"{ratio:.1f}" if ratio else "")
    fast = _yes(ratio <= MAX_RATIO) if ratio else ""
    memory = (f"{one.grown_mb:.0f} MB", f"{_yes(one.peak_mb <= READING_MB)} ({one.peak_mb:.0f})")
    return (one.name, f"{one.size / 1024:.0f}", str(one.words), f"{one.read.median:.1f}", *beside, fast, *memory)


def national(measured: Sequence[NationalTimes]) -> str:
    """The national report beside its floors, one column of numbers for each size of the country."""
    head = ("regions", "actions", "gather", "store and read", "Word", "× floor", "Excel", "cells", "× floor", "peak")
    rows = [
        (
            str(one.regions),
            str(one.actions),
            f"{one.gather_s:.2f} s",
            f"{one.store_s:.2f} s",
            f"{one.word.median / 1000:.2f} s, {one.word_kb} kB",
            f"{one.word.median / one.word_floor.median:.2f}",
            f"{one.excel.median / 1000:.2f} s, {one.excel_kb} kB",
            str(one.cells),
            f"{one.excel.median / one.excel_floor.median:.2f}",
            f"{one.peak_mb:.0f} MB",
        )
        for one in measured
    ]
    worst = max(
        ratio
        for one in measured
        for ratio in (one.word.median / one.word_floor.median, one.excel.median / one.excel_floor.median)
    )
    met = (
        f"≤ {TARGET_TIMES} × the floor: {_yes(worst <= TARGET_TIMES)}; "
        f"≤ {TARGET_NATIONAL_MB} MB: {_yes(measured[-1].peak_mb <= TARGET_NATIONAL_MB)}."
    )
    return f"{_table(head, rows)}\n\n{met}\n\n{_waited_for(measured)}"


def _waited_for(measured: Sequence[NationalTimes]) -> str:
    """What somebody waits for, with what it may take in the smallest country that was measured."""
    may = {"PDF": TARGET_PDF, "slides": TARGET_SLIDES, "made again": TARGET_AGAIN}
    rows = [
        (
            str(one.regions),
            *(f"{times.median / 1000:.2f} s (at most {max(times.ms) / 1000:.2f})" for times in _waits(one)),
        )
        for one in measured
    ]
    met = ", ".join(
        f"{name} ≤ {most:.0f} s: {_yes(times.median / 1000 <= most)}"
        for (name, most), times in zip(may.items(), _waits(measured[0]), strict=True)
    )
    return f"{_table(('regions', *may), rows)}\n\nWith {measured[0].regions} regions {met}."


def _waits(one: NationalTimes) -> tuple[Times, ...]:
    return one.pdf, one.slides, one.again


def figures(one: FigureTimes) -> str:
    """The steps of a file beside its floor, and its memory."""
    whole = one.look_s + one.take_in_s
    times = one.look_s / one.floor_s, whole / one.floor_s
    head = ("step", "seconds", "× floor", "fast enough")
    rows = [
        ("the floor: csv module and one bulk insert", f"{one.floor_s:.2f}", "1", ""),
        ("look at it (read, check, keep, compare)", f"{one.look_s:.2f}", f"{times[0]:.2f}", ""),
        ("take it in", f"{one.take_in_s:.2f}", f"{one.take_in_s / one.floor_s:.2f}", ""),
        ("both", f"{whole:.2f}", f"{times[1]:.2f}", f"{_yes(times[1] <= TARGET_FIGURES)} (≤ {TARGET_FIGURES})"),
        ("undo it", f"{one.undo_s:.2f}", f"{one.undo_s / one.floor_s:.2f}", ""),
    ]
    grown = one.peak_mb - one.before_mb
    memory = f"A file of {one.kb} kB: the process grows by {grown:.0f} MB, from {one.before_mb:.0f} MB."
    return f"{_table(head, rows)}\n\n{memory} Within {TARGET_FIGURES_MB} MB: {_yes(grown <= TARGET_FIGURES_MB)}."


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _yes(met: bool) -> str:
    return "yes" if met else "**no**"
