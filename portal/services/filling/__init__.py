"""What filling in a plan and filling in an answer sheet have in common: the revision rule, lists, traces, freezing."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "freezing",
    "frozen",
    "lists",
    "revisions",
    "texts",
    "traces",
)
