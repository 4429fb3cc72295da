"""Every JSON that is stored, with the versions of its format: the one place where they are declared.

`format` says how a format reads and writes; `plan`, `sheet`, `feedback`, `report`, `coding` and `events` declare them;
`portal/models/stored.py` is the column that goes through them. See docs/decisions/bevroren-gegevens.md.
"""

from __future__ import annotations

__all__ = ["coding", "events", "feedback", "format", "plan", "report", "sheet"]
