"""Answer sheets (antwoordbladen): what the regions of one plan answer in a round."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "actions",
    "answers",
    "busy",
    "content",
    "decisions",
    "differing",
    "document",
    "followed_plan",
    "goals",
    "history",
    "outline",
    "pen",
    "previous",
    "progress",
    "rows",
    "still",
    "submit",
    "takeover",
    "texts",
    "todo",
)
