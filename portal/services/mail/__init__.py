"""Mail: the outbox, where mails wait that were written with what they are about, and how they leave."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "outbox",
    "sender",
    "still",
)
