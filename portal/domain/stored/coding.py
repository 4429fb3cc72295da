"""What is stored of the code book and of codings."""

from __future__ import annotations

from portal.domain.stored.format import Record, StoredFormat, Version


class PassageBefore(Record):
    """A passage that a coding had: its code, its words, and how many words come before them."""

    code_id: int
    tekst: str
    vanaf: int


KEYWORDS = StoredFormat("code_trefwoorden", (Version(list[str]),))
EARLIER_NAMES = StoredFormat("code_vroegere_namen", (Version(list[str]),))
CODES_BEFORE = StoredFormat("codering_eerder", (Version(list[int]),))
CODES_GIVEN = StoredFormat("dubbel_gecodeerd", (Version(list[int]),))
PASSAGES_BEFORE = StoredFormat("codering_passages_eerder", (Version(list[PassageBefore]),))
