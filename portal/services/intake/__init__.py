"""A filled-in format that comes in as a file: read, corrected by a person, and taken over in the working copy."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = ("reading", "taking", "todo", "under_way")
