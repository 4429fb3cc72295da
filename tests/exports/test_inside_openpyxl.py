"""What `exports/excel/inside_openpyxl.py` leans on inside openpyxl: a version that differs is told here, in words."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.table import TableList
from openpyxl.writer.excel import ExcelWriter

from exports.excel import inside_openpyxl

ROOT = Path(__file__).resolve().parents[2]
FENCE = Path(inside_openpyxl.__file__)

# The versions that were read for this: others may have moved what is used here, even under the same names.
READ = "3.1."
SIGNATURES = {
    WorksheetWriter: {
        "__init__": "(self, ws, out=None)",
        "get_stream": "(self)",
        "write_top": "(self)",
        "write_rows": "(self)",
        "write_hyperlinks": "(self)",
        "write_tail": "(self)",
        "close": "(self)",
        "cleanup": "(self)",
    },
    WriteOnlyWorksheet: {
        "__init__": "(self, parent, title)",
        "_write_rows": "(self)",
        "_get_writer": "(self)",
        "close": "(self)",
    },
    Workbook: {"_add_sheet": "(self, sheet, index=None)"},
    TableList: {"add": "(self, table)"},
    ExcelWriter: {"write_worksheet": "(self, ws)"},
}
# What the methods that we did not write ourselves do with ours.
RELIES_ON = {
    WriteOnlyWorksheet._get_writer: ("self._writer is None",),
    WriteOnlyWorksheet.close: ("self._rows.close()", "self._writer.write_tail()", "self._writer.close()"),
    WorksheetWriter.write_tail: ("self.write_hyperlinks()", "self.write_tables()"),
    WorksheetWriter.get_stream: ("xmlfile(self.out)",),
    ExcelWriter.write_worksheet: ("ws._writer", "writer._rels", "writer.out", "writer.cleanup()"),
}


def advice(what: str) -> str:
    """The sentence for whoever brought a new openpyxl."""
    return (
        f"openpyxl {version('openpyxl')} {what}. exports/excel/inside_openpyxl.py leans on that: compare openpyxl's "
        "worksheet/_writer.py and worksheet/_write_only.py with it, mend it, and write down here what it leans on now."
    )


def test_this_version_of_openpyxl_was_read() -> None:
    assert version("openpyxl").startswith(READ), advice(f"was never read ({READ}x was)")


@pytest.mark.parametrize(
    ("owner", "name", "wanted"), [(owner, *one) for owner, names in SIGNATURES.items() for one in names.items()]
)
def test_a_method_that_is_used_is_there_and_takes_the_same(owner: type, name: str, wanted: str) -> None:
    found = getattr(owner, name, None)
    assert found is not None, advice(f"has no {owner.__name__}.{name}")
    shape = str(inspect.signature(found))
    assert shape == wanted, advice(f"has {owner.__name__}.{name}{shape}, not {wanted}")


@pytest.mark.parametrize(("method", "pieces"), RELIES_ON.items(), ids=lambda one: getattr(one, "__qualname__", ""))
def test_openpyxl_treats_our_parts_as_it_did(method: object, pieces: tuple[str, ...]) -> None:
    source = inspect.getsource(method)
    missing = [piece for piece in pieces if piece not in source]
    assert not missing, advice(f"no longer says {missing} in {method.__qualname__}")


def test_a_new_sheet_has_what_is_filled() -> None:
    book = Workbook(write_only=True)
    sheet = inside_openpyxl.new_sheet(book, "Blad")
    assert book.worksheets == [sheet], advice("did not take our sheet")
    assert (sheet._writer, sheet._rows, list(sheet._tables)) == (None, None, []), advice("begins a sheet otherwise")
    writer = inside_openpyxl._SheetWriter(sheet)
    try:
        assert {"ws", "out", "_rels", "xf"} <= set(vars(writer)), advice("names the parts of its writer otherwise")
    finally:
        writer.xf.close()
        writer.cleanup()


def test_nobody_else_leans_on_private_names_of_openpyxl() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} uses {name}"
        for folder in ("exports", "portal")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path != FENCE
        for line, name in private_names(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not wrong, "\n".join(["Put it in exports/excel/inside_openpyxl.py, or do without:", *wrong])


def private_names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Private modules and names of openpyxl in a file that knows openpyxl: on anything but `self`."""
    imported = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    knows = [node for node in imported if (node.module or "").split(".")[0] == "openpyxl"]
    for node in knows:
        names = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
        yield from ((node.lineno, name) for name in names if name.startswith("_"))
    for node in ast.walk(tree) if knows else ():
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not _is_its_own(node):
            yield node.lineno, node.attr


def _is_its_own(node: ast.Attribute) -> bool:
    """An object's own private names, and those of Python itself."""
    of_self = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
    return of_self or node.attr.startswith("__")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from openpyxl.worksheet._writer import WorksheetWriter", ["_writer"]),
        ("from openpyxl import Workbook\nbook._add_sheet(sheet)", ["_add_sheet"]),
        ("from openpyxl import Workbook\nself._book._sheets", ["_sheets"]),
        ("from openpyxl import Workbook\nself._book.create_sheet()", []),
        ("from docx import Document\nparagraph._p", []),
    ],
)
def test_a_private_name_is_seen(source: str, found: list[str]) -> None:
    assert [name for _, name in private_names(ast.parse(source))] == found
