"""The national voortgangsrapportage: gathered from frozen answers, edited, agreed on, and kept as files."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "akkoord",
    "events",
    "files",
    "gather",
    "messages",
    "notices",
    "own_counts",
    "problems",
    "quotes",
    "reports",
    "requests",
    "still",
    "stored_data",
    "texts",
    "themes",
    "todo",
    "trend",
    "workflow",
)
