"""What is stored of the code book and of codings."""

from __future__ import annotations

from portal.domain.stored.format import StoredFormat, Version

KEYWORDS = StoredFormat("code_trefwoorden", (Version(list[str]),))
CODES_BEFORE = StoredFormat("codering_eerder", (Version(list[int]),))
