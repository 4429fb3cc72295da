"""Write our house style to a file, to change and give back: `python -m exports.word.house_style huisstijl.docx`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from exports.word.house_style import sample

USAGE = "Gebruik: python -m exports.word.house_style huisstijl.docx"


def main(arguments: Sequence[str]) -> int:
    """Write the sample to the file that is named; returns the exit status."""
    if len(arguments) != 1:
        sys.stdout.write(f"{USAGE}\n")
        return 2
    Path(arguments[0]).write_bytes(sample())
    sys.stdout.write(f"De huisstijl staat in {arguments[0]}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
