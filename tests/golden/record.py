"""Writes what is not yet in this folder: the fields and some values of new versions, and new names.

.venv/bin/python -m tests.golden.record                    leaves alone what is there
.venv/bin/python -m tests.golden.record --opnieuw NAAM …   a newest version that was never in a release
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from portal.domain.stored.format import StoredFormat
from portal.services.report import stored_data, stored_tree
from tests.golden.described import shape_of
from tests.golden.registered import HERE, formats, golden_shape, golden_values
from tests.golden.stored_names import stored_names

NAMES = HERE / "shapes" / "names.json"


def main(arguments: Sequence[str]) -> None:
    """Write what is missing; what is named behind --opnieuw anew."""
    again = set(arguments[1:]) if arguments[:1] == ["--opnieuw"] else set()
    for format_ in formats().values():
        _shape(format_, anew=format_.name in again)
        _values(format_, anew=format_.name in again)
    _names()


def _shape(format_: StoredFormat, *, anew: bool) -> None:
    path = golden_shape(format_.name, format_.version)
    if anew or not path.exists():
        path.write_text(_json(shape_of(format_)), "utf-8")


def _values(format_: StoredFormat, *, anew: bool) -> None:
    """Those of the version before, as they are written today; of a new format somebody puts them there."""
    path = HERE / "formats" / f"{format_.name}.v{format_.version}.jsonl"
    if format_.version > 1 and (anew or not path.exists()):
        lines = [rewritten(format_, text) for text in golden_values(format_.name, format_.version - 1)]
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def rewritten(format_: StoredFormat, text: str) -> str:
    """A stored value as it would be written today."""
    if format_ is stored_data.FORMAT:
        return stored_data.to_json(stored_data.from_json(text))
    if format_ is stored_tree.FORMAT:
        return stored_tree.to_json(stored_tree.from_json(text))
    return json.dumps(format_.write(format_.read(json.loads(text))), ensure_ascii=False)


def _names() -> None:
    """Names are only added to what was written down."""
    before = json.loads(NAMES.read_text("utf-8")) if NAMES.exists() else {}
    now = stored_names()
    NAMES.write_text(
        _json({key: sorted({*before.get(key, ()), *now.get(key, ())}) for key in {**before, **now}}), "utf-8"
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
