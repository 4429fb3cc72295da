"""What regions hear back: answers of the kerngroep to their expectations, and the terugkoppeling of a round."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "expectations",
    "feedback",
    "still",
    "together",
    "waiting",
)
