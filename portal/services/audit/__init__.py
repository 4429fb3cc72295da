"""The audit log: writing lines, sealing them, checking that nobody changed them, reading them.

See docs/decisions/auditlog.md.
"""

from __future__ import annotations

# What other rooms and the pages may import; the rest is private to this room.
FRONT = ("checking", "clearing", "reading", "sealing", "writing")
