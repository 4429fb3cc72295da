"""`make bench`: measure everything and print one report in Markdown. Ends with 1 only when text was lost or refused."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import (
    changes,
    diff,
    figures,
    long_review,
    merging,
    national,
    opening,
    pages,
    presence,
    publications,
    queries,
    reading,
    report,
    saving,
    searching,
    small_numbers,
    table_preview,
    word,
)
from benchmarks.figure_pages import figure_pages
from benchmarks.pages import Pages, plan_pages
from benchmarks.postgres import postgres
from benchmarks.round_pages import growing_pages, round_pages
from benchmarks.rounds_world import RoundsWorld, make_rounds_world
from benchmarks.saving import Saving
from benchmarks.server import SERVED, serving
from benchmarks.world import make_world

PLAN_COUNTS = (1, 31, 310)
# Worlds with rounds take long to make: each is used by several parts.
_HELD: dict[int, RoundsWorld] = {}


def main() -> int:
    """Measure and print; the parts to measure (the names in PARTS) may be named."""
    chosen = sys.argv[1:] or list(PARTS)
    unknown = set(chosen) - set(PARTS)
    if unknown:
        print(f"Unknown: {', '.join(unknown)}. Choose from: {', '.join(PARTS)}.")
        return 2
    print(f"# Speed, {datetime.now(UTC):%Y-%m-%d}\n\n{report.machine()}", flush=True)
    problems: list[str] = []
    with tempfile.TemporaryDirectory(prefix="regioportaal-meting-") as folder:
        for name in chosen:
            problems += PARTS[name](Path(folder))
    return 1 if problems else 0


def _pages(folder: Path) -> list[str]:
    world = make_world(_sqlite(folder, "pages"))
    _say("Pages of a plan", report.pages(pages.measure(world, plan_pages(world))))
    return []


def _instroom(folder: Path) -> list[str]:
    world = make_world(_sqlite(folder, "instroom"))
    _say(
        "Pages of the instroom: 31 regions × 10 years × 4 views",
        report.pages(pages.measure(world, figure_pages(world))),
    )
    _say(
        "Deciding what is shown of 114,000 figures after a correction", publications.table(publications.measure(world))
    )
    return []


def _rounds(folder: Path) -> list[str]:
    _say_pages("Pages of the review and of a round, 31 regions × 8 rounds", _held(folder, 31), round_pages)
    return []


def _overview(folder: Path) -> list[str]:
    for count in PLAN_COUNTS[1:]:
        _say_pages(f"Pages that must not grow, {count} regions × 8 rounds", _held(folder, count), growing_pages)
    return []


def _say_pages(title: str, world: RoundsWorld, chosen: Callable[[RoundsWorld], Pages]) -> None:
    _say(title, report.pages(pages.measure(world.world, chosen(world))))


def _queries(folder: Path) -> list[str]:
    counts: dict[int, dict[str, int]] = {}
    for count in PLAN_COUNTS:
        plain = make_world(_sqlite(folder, f"queries{count}"), plan_count=count)
        held = _held(folder, count)
        counts[count] = queries.per_page(plain, plan_pages(plain))
        counts[count] |= queries.per_page(held.world, round_pages(held))
    _say("Queries per page", report.queries(counts))
    return []


def _held(folder: Path, count: int) -> RoundsWorld:
    """The world with so many plans and eight rounds, made once in a run, with an app that has served nobody."""
    if count not in _HELD:
        _HELD[count] = make_rounds_world(_sqlite(folder, f"rounds{count}"), plan_count=count)
    return replace(_HELD[count], world=_HELD[count].world.anew())


def _diff(folder: Path) -> list[str]:
    _say("Comparing two plans of a hundred pages", report.diff(diff.measure()))
    _say("The same in processor time, and in Word with tracked changes", report.changes(changes.measure()))
    held = make_rounds_world(_sqlite(folder, "diff"), plan_count=1)
    _say("The page of the review with plans of a hundred pages", report.long_pages(long_review.measure(held)))
    return []


def _merging(folder: Path) -> list[str]:
    _say("Merging two versions of one text", report.merging(merging.measure()))
    return []


def _table(folder: Path) -> list[str]:
    world = make_world(_sqlite(folder, "table"), submit_every=0)
    _say("Seeing what a pasted table would add", report.table_preview(table_preview.measure(world)))
    return []


def _presence(folder: Path) -> list[str]:
    title = "A hundred people with a part open"
    _say(f"{title}, SQLite", report.presence(presence.measure(make_world(_sqlite(folder, "presence"), submit_every=0))))
    with postgres() as url:
        _say(f"{title}, PostgreSQL", report.presence(presence.measure(make_world(url, submit_every=0))))
    return []


def _opening(folder: Path) -> list[str]:
    title = f"A round of {opening.PLANS} plans, three contacts each"
    _say(f"{title}, SQLite", report.opening(opening.measure(_sqlite(folder, "opening"))))
    with postgres() as url:
        _say(f"{title}, PostgreSQL", report.opening(opening.measure(url)))
    return []


def _saving(folder: Path) -> list[str]:
    found = _save_on("SQLite", _sqlite(folder, "saving"))
    with postgres() as url:
        found += _save_on("PostgreSQL", url)
    return found


def _save_on(database: str, url: str) -> list[str]:
    world = make_world(url, submit_every=0)
    with serving(url) as server:
        measured = [*saving.rates(world, server), saving.all_together(world, server)]
    _say(
        f"Saving through gunicorn, {SERVED.workers} workers of {SERVED.threads} threads, {database}",
        f"{report.saving(database, measured)}\n\n{_who_measured(measured)}",
    )
    problems = [problem for one in measured for problem in one.problems]
    for problem in problems[:20]:
        print(f"- {problem}")
    return problems


def _who_measured(measured: list[Saving]) -> str:
    share = max(one.client_share for one in measured)
    return f"The people that save run on the same cores as the portal: they took up to {share:.0%} of one core."


def _word(folder: Path) -> list[str]:
    _say("Word", report.word(word.measure(make_world(_sqlite(folder, "word"), plan_count=1))))
    return []


def _reading(folder: Path) -> list[str]:
    _say("Reading a plan that somebody filled in in Word", report.reading(reading.measure()))
    return []


def _national(folder: Path) -> list[str]:
    measured = [national.measure(_held(folder, 31), 31), national.measure(_held(folder, 310), 310, rounds=2)]
    _say("The national report: 20 actions a region, 8 rounds", report.national(measured))
    return []


def _search(folder: Path) -> list[str]:
    title = "Searching, 310 regions × 8 rounds"
    _say(f"{title}, SQLite", report.searches(searching.measure(_held(folder, 310))))
    with postgres() as url:
        _say(f"{title}, PostgreSQL", report.searches(searching.measure(make_rounds_world(url, plan_count=310))))
    return []


def _figures(folder: Path) -> list[str]:
    title = f"Taking in a file of {figures.FIGURES:,} figures"
    world = make_world(_sqlite(folder, "figures"), plan_count=1)
    _say(f"{title}, SQLite", report.figures(figures.measure(world)))
    with postgres() as url:
        _say(f"{title}, PostgreSQL", report.figures(figures.measure(make_world(url, plan_count=1))))
    return []


def _sqlite(folder: Path, name: str) -> str:
    return f"sqlite:///{folder}/{name}.sqlite3"


def _say(title: str, body: str) -> None:
    print(f"\n## {title}\n\n{body}", flush=True)


def _small_numbers(folder: Path) -> list[str]:
    measured = small_numbers.measure()
    _say("Small numbers in a full cube of figures", report.small_numbers(measured))
    for one in measured:
        _say(f"What is hidden: {one.name}", report.hidden_figures(one.kinds))
    return []


PARTS: dict[str, Callable[[Path], list[str]]] = {
    "pages": _pages,
    "rounds": _rounds,
    "overview": _overview,
    "queries": _queries,
    "diff": _diff,
    "merging": _merging,
    "table": _table,
    "presence": _presence,
    "opening": _opening,
    "saving": _saving,
    "word": _word,
    "reading": _reading,
    "national": _national,
    "search": _search,
    "small": _small_numbers,
    "figures": _figures,
    "instroom": _instroom,
}

if __name__ == "__main__":
    sys.exit(main())
