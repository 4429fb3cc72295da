"""What is stored of national reports. Of its data and its tree the shapes are the classes of exports/national."""

from __future__ import annotations

from portal.domain.stored.format import Record, StoredFormat, Version

# The printed value of each number of a sentence when somebody last looked at it, by its token.
NUMBERS_SEEN = StoredFormat("rapport_gezien", (Version(dict[str, str]),))


class StoredChapter(Record):
    """A chapter as it read when it was put before the kerngroep: its key, how it is called, its SHA-256."""

    sleutel: str
    naam: str
    vinger: str


CHAPTER_STATES = StoredFormat("rapport_stand", (Version(list[StoredChapter]),))


class PagePoint(Record):
    """One thing that a report says of a region."""

    tekst: str
    kop: str
    bron: str


class PagePart(Record):
    """A part of the page of a region under a heading."""

    kop: str
    punten: list[PagePoint]


class RegionPage(Record):
    """What a report says of one region, as that region was given it (exports/national/of_region.py)."""

    naam: str
    delen: list[PagePart]


REGION_PAGE = StoredFormat("rapport_hoor_pagina", (Version(RegionPage),))
