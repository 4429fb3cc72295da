"""What is stored of national reports. Of its data and its tree the shapes are the classes of exports/national."""

from __future__ import annotations

from portal.domain.stored.format import StoredFormat, Version

# The printed value of each number of a sentence when somebody last looked at it, by its token.
NUMBERS_SEEN = StoredFormat("rapport_gezien", (Version(dict[str, str]),))
