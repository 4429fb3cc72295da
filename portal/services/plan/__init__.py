"""The plan van aanpak: the working copy of a region, its way through the workflow, and the plan in force."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "answers",
    "attachments",
    "content",
    "discarding",
    "document",
    "events",
    "frozen_actions",
    "in_force",
    "joining",
    "notices",
    "outline",
    "pen",
    "plans",
    "reading_along",
    "readings",
    "reminders",
    "returned",
    "row_history",
    "rows",
    "steps",
    "submit",
    "todo",
    "versions",
    "workflow",
)
