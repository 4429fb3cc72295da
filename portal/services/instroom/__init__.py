"""Figures of the instroom: taking them in, undoing that, and reading what counts."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "charts",
    "document",
    "duiding",
    "importing",
    "notices",
    "origins",
    "passport",
    "publishing",
    "region",
    "shown",
    "sources",
    "staging",
    "still",
    "taking",
    "talk",
    "template",
    "todo",
)
