"""`make bench`: measure everything and print one report in Markdown. Ends with 1 only when text was lost or refused."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import pages, queries, report, saving, word
from benchmarks.postgres import postgres
from benchmarks.saving import Saving
from benchmarks.server import serving
from benchmarks.world import make_world

PLAN_COUNTS = (1, 31, 310)


def main() -> int:
    """Measure and print; the parts to measure (pages, queries, saving, word) may be named."""
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
    _say("Pages", report.pages(pages.measure(world)))
    return []


def _queries(folder: Path) -> list[str]:
    counts = {
        count: queries.per_page(make_world(_sqlite(folder, f"queries{count}"), plan_count=count))
        for count in PLAN_COUNTS
    }
    _say("Queries per page", report.queries(counts))
    return []


def _saving(folder: Path) -> list[str]:
    found = _save_on("SQLite", _sqlite(folder, "saving"))
    with postgres() as url:
        found += _save_on("PostgreSQL", url)
    return found


def _save_on(database: str, url: str) -> list[str]:
    world = make_world(url, all_editable=True)
    with serving(url) as server:
        measured = [*saving.rates(world, server), saving.all_together(world, server)]
    _say(
        f"Saving through gunicorn, two workers of eight threads, {database}",
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


def _sqlite(folder: Path, name: str) -> str:
    return f"sqlite:///{folder}/{name}.sqlite3"


def _say(title: str, body: str) -> None:
    print(f"\n## {title}\n\n{body}", flush=True)


PARTS: dict[str, Callable[[Path], list[str]]] = {
    "pages": _pages,
    "queries": _queries,
    "saving": _saving,
    "word": _word,
}

if __name__ == "__main__":
    sys.exit(main())
