"""Instemming: who of the parties agrees with a plan, with which text; and reading it alone with a link."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "answers",
    "asking",
    "codes",
    "handing_in",
    "leads",
    "links",
    "national",
    "register",
    "still",
    "telling",
    "texts",
    "todo",
    "waivers",
)
