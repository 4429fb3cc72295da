"""Numbers and words in an address: what a database can hold, or nothing."""

from __future__ import annotations

from werkzeug.routing import IntegerConverter, Map, UnicodeConverter, ValidationError

# The largest id that an INTEGER of PostgreSQL holds; asking it for a larger one is an error there.
LARGEST_ID = 2**31 - 1


class RowId(IntegerConverter):
    """An id that a database can hold; for any other number the address does not exist (404)."""

    def __init__(self, map: Map) -> None:
        super().__init__(map, max=LARGEST_ID)

    def to_python(self, value: str) -> int:
        """The number. Raises ValidationError for one that is too large, however many digits it has."""
        if len(value) > len(str(LARGEST_ID)):
            raise ValidationError
        number: int = super().to_python(value)
        return number


class HeldWord(UnicodeConverter):
    """A word without the one character that PostgreSQL refuses; an address that has it does not exist (404)."""

    def __init__(self, map: Map) -> None:
        super().__init__(map)
        self.regex = r"[^/\x00]+"


# "default" is what an address means that says no more than a name: <code>.
CONVERTERS = {"int": RowId, "default": HeldWord}
