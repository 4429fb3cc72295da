"""Coding: the code book, what is to be coded, and giving codes to texts."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "before",
    "book",
    "codings",
    "double",
    "in_plan",
    "item",
    "items",
    "passages",
    "piles",
    "remaining",
    "suggestions",
)
