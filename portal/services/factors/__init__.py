"""The second step of signing in: apps, passkeys, recovery codes, and resetting what somebody lost."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "app_codes",
    "held",
    "passkeys",
    "recovery",
    "reset",
)
