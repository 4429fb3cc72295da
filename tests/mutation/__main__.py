"""Tell which mutants survived: `make mutate` runs mutmut and then this.

Fails when more than one in ten of a module survived without a reason in `equivalent.toml`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.mutation.survivors import Module, Survivor, equivalents, modules

FOLDER = Path("mutants")
MOST = 0.1


def main() -> int:
    """Print every survivor that nobody explained, a table of the modules, and what no longer is on the list."""
    found, listed = list(modules(FOLDER)), equivalents()
    unexplained = {one.name: [two for two in one.survivors if not _is_listed(two, listed)] for one in found}
    for survivor in (one for some in unexplained.values() for one in some):
        _tell(survivor)
    print(f"\n{'module':44}{'mutants':>9}{'survived':>10}{'equivalent':>12}{'left':>6}")
    for module in found:
        _row(module, len(unexplained[module.name]))
    _totals(found, unexplained)
    seen = {(one.place, one.becomes or one.was) for module in found for one in module.survivors}
    for place, line in listed.keys() - seen:
        print(f"no longer survives, or was not run: {place}: {line}")
    return 1 if any(len(unexplained[one.name]) > MOST * one.mutants for one in found) else 0


def _is_listed(survivor: Survivor, listed: dict[tuple[str, str], str]) -> bool:
    return (survivor.place, survivor.becomes or survivor.was) in listed


def _tell(survivor: Survivor) -> None:
    print(f"\n{survivor.place}{'' if survivor.has_tests else ' (no test comes here)'}")
    print(f"  - {survivor.was}\n  + {survivor.becomes}")


def _row(module: Module, left: int) -> None:
    survived = len(module.survivors)
    print(f"{module.name:44}{module.mutants:9}{survived:10}{survived - left:12}{left:6}")


def _totals(found: list[Module], unexplained: dict[str, list[Survivor]]) -> None:
    for room in ("forms.timeline", "portal.domain", "exports.national"):
        some = [one for one in found if one.name.startswith(room)]
        mutants, survived = sum(one.mutants for one in some), sum(len(one.survivors) for one in some)
        left = sum(len(unexplained[one.name]) for one in some)
        if mutants:
            share = 100 * left / mutants
            print(f"{room + ' in all':44}{mutants:9}{survived:10}{survived - left:12}{left:6}  {share:.1f} %")


if __name__ == "__main__":
    sys.exit(main())
