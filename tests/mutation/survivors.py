"""The mutants that no test killed, as what they change where; read from the folder that mutmut leaves behind.

A mutant is told by its place and the line that it makes, not by its number: numbers shift with every edit.
"""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path

EQUIVALENT = Path(__file__).with_name("equivalent.toml")
# How mutmut ends the run of a mutant that met all its tests, or met none.
SURVIVED, NO_TESTS = 0, {5, 33}
_NUMBER = re.compile(r"__mutmut_\d+$")


@dataclass(frozen=True)
class Survivor:
    """A mutant that no test killed: its place ("module.function"), the line that was, and the line that it makes."""

    place: str
    was: str
    becomes: str
    has_tests: bool = True


@dataclass(frozen=True)
class Module:
    """The mutants of one module: how many there are, and those that survived."""

    name: str
    mutants: int
    survivors: tuple[Survivor, ...]


def modules(folder: Path) -> Iterator[Module]:
    """What became of every module that was mutated."""
    for meta in sorted(folder.rglob("*.py.meta")):
        ended: Mapping[str, int | None] = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
        # Without a code it was not run this time.
        codes = {key: code for key, code in ended.items() if code is not None}
        name = ".".join(meta.relative_to(folder).with_suffix("").with_suffix("").parts)
        left = {key: code for key, code in codes.items() if code == SURVIVED or code in NO_TESTS}
        if codes:
            yield Module(name, len(codes), tuple(_survivors(meta.with_suffix(""), name, left)))


def equivalents() -> dict[tuple[str, str], str]:
    """The mutants that change nothing, by place and line, and why."""
    listed = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["equivalent"]
    return {(one["place"], line): one["why"] for one in listed for line in one["becomes"]}


def _survivors(source: Path, module: str, codes: Mapping[str, int | None]) -> Iterator[Survivor]:
    bodies = _functions(source.read_text(encoding="utf-8")) if codes else {}
    for key, code in codes.items():
        mutant = key.rpartition(".")[2]
        was, becomes = _change(bodies[_NUMBER.sub("__mutmut_orig", mutant)], bodies[mutant])
        yield Survivor(f"{module}.{_plain_name(mutant)}", was, becomes, code == SURVIVED)


def _functions(source: str) -> dict[str, list[str]]:
    """The lines of every function that mutmut made, without its name."""
    lines, found = source.splitlines(), {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and "__mutmut_" in node.name:
            body = lines[node.lineno - 1 : node.end_lineno]
            found[node.name] = [body[0].replace(node.name, ""), *body[1:]]
    return found


def _change(was: list[str], becomes: list[str]) -> tuple[str, str]:
    changes = list(ndiff(was, becomes))
    gone, came = ([one[2:].strip() for one in changes if one.startswith(mark)] for mark in ("- ", "+ "))
    return " ".join(gone), " ".join(came)


def _plain_name(mutant: str) -> str:
    """The name of the function as it stands in the code: "_Scan.__init__" for "xǁ_Scanǁ__init____mutmut_6"."""
    name = _NUMBER.sub("", mutant)
    return name[2:].replace("ǁ", ".") if name.startswith("xǁ") else name.removeprefix("x_")
