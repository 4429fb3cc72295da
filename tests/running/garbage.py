"""What stands there when the first test begins (modules, thousands of tests) stays: nobody looks for garbage in it."""

from __future__ import annotations

import gc


def pytest_collection_finish() -> None:
    """Take everything that was imported and collected out of what the garbage collector looks at."""
    gc.collect()
    gc.freeze()
