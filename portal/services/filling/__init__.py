"""What filling in a plan, a sheet and a regiobeeld have in common: the revision rule, lists, traces, freezing."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "freezing",
    "frozen",
    "lists",
    "revisions",
    "saving",
    "texts",
    "traces",
)
