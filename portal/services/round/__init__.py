"""Rounds (uitvragen): what is asked, opening and closing, and how all regions stand in one."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "events",
    "finished",
    "lines",
    "lock",
    "matrix",
    "notices",
    "open_now",
    "opening",
    "page",
    "problems",
    "questionnaire",
    "questions",
    "reminders",
    "rounds",
    "still",
    "todo",
    "upkeep",
    "workflow",
)
