"""What stands there when the first test begins (modules, thousands of tests) stays: nobody looks for garbage in it.

After that it is looked for rarely. A tenth of the time of all tests went into it.
"""

from __future__ import annotations

import gc

# Garbage of a few megabytes may lie; most of what a test leaves needs no looking for.
RARELY = (50_000, 20, 50)


def pytest_configure() -> None:
    """Nothing of what is imported and collected from here on is garbage."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Take all of it out of what the garbage collector looks at."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*RARELY)
    gc.enable()
