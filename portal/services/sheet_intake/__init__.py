"""An answer sheet that comes in as a file: read, compared with what stands there, and taken over."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = ("reading", "standing", "taking", "todo", "under_way")
