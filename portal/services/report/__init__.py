"""The national voortgangsrapportage: gathered from frozen answers, edited, agreed on, and kept as files."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "akkoord",
    "events",
    "files",
    "gather",
    "hearing",
    "hearing_notices",
    "hearing_todo",
    "messages",
    "notices",
    "own_counts",
    "problems",
    "quotes",
    "ready",
    "region_pages",
    "reports",
    "requests",
    "still",
    "stored_data",
    "stored_hearing",
    "texts",
    "themes",
    "todo",
    "trend",
    "workflow",
)
