"""What somebody finds: the places he may read, chosen, counted by distinct regions, and a page of them to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from forms.dutch.words import together
from portal.domain.search.asked import Asked
from portal.domain.search.marks import Stretch, pieces
from portal.models import TekstPlaats
from portal.plain import plain_rows
from portal.services.search.matching import places_with
from portal.services.search.readable import Library, Named, Source

PER_PAGE = 50
PLANNEN = "plannen"


@dataclass(frozen=True)
class Within:
    """Where to look. `waar`: "" everywhere, "plannen", or the id of a round; the others "" or None for all."""

    waar: str = ""
    regio_id: int | None = None
    onderdeel: str = ""


@dataclass(frozen=True)
class Hit:
    """One place that was found. `regios` are those it is about: one, of a joint plan where that region differs."""

    id: int
    source: Source
    regios: tuple[Named, ...]
    positie: int
    onderdeel: str
    kop: str

    @property
    def order(self) -> tuple[Any, ...]:
        """By region; the plan first, then the newest round; as it stands there."""
        return (self.source.name_key, -(self.source.uitvraag_id or 10**9), self.positie)


@dataclass(frozen=True)
class ShownHit:
    """A place with its words."""

    place: Hit
    tekst: str
    pieces: list[Stretch]


@dataclass(frozen=True)
class PartFound:
    """A part that can be chosen: of plans or of rounds, and in how many places it was found."""

    key: str
    naam: str
    aantal: int


@dataclass(frozen=True)
class Found:
    """All that was found, of which `page` (from 1) is shown."""

    places: Sequence[Hit]
    parts: Sequence[PartFound]
    shown: Sequence[ShownHit]
    page: int

    @property
    def regios(self) -> int:
        """In how many distinct regions."""
        return len({regio.id for place in self.places for regio in place.regios})

    @property
    def pages(self) -> int:
        """How many pages there are; one when nothing was found."""
        return max(1, -(-len(self.places) // PER_PAGE))

    @property
    def by_region(self) -> list[tuple[str, list[ShownHit]]]:
        """What is shown, under the names of its regions."""
        groups: dict[str, list[ShownHit]] = {}
        for one in self.shown:
            groups.setdefault(together(regio.naam for regio in one.place.source.regios), []).append(one)
        return list(groups.items())


def search(asked: Asked, choice: Within, library: Library, *, page: int = 1) -> Found:
    """What is found with these words in what somebody may read; a page that is not there becomes the last."""
    everywhere = [place for place in _readable(asked, library) if _is_chosen(place, choice)]
    parts = _parts(everywhere)
    places = sorted(
        (one for one in everywhere if choice.onderdeel in ("", one.onderdeel)), key=lambda place: place.order
    )
    page = min(max(page, 1), max(1, -(-len(places) // PER_PAGE)))
    return Found(places, parts, _shown(places[(page - 1) * PER_PAGE : page * PER_PAGE], asked), page)


def everything(asked: Asked, within: Within, library: Library) -> list[ShownHit]:
    """All that is found, in order, each with its words."""
    places = (place for place in _readable(asked, library) if _is_chosen(place, within))
    return _shown(sorted(places, key=lambda place: place.order), asked)


def _readable(asked: Asked, library: Library) -> Iterator[Hit]:
    for row in places_with(asked):
        source = library.plans.get(row.indiening_id) or library.sheets.get(row.blad_indiening_id)
        if source is not None:
            yield Hit(row.id, source, _about(source, row.regio_code), row.positie, row.onderdeel, row.kop)


def _about(source: Source, regio_code: str) -> tuple[Named, ...]:
    return (regio_code and tuple(one for one in source.regios if one.code == regio_code)) or source.regios


def _is_chosen(place: Hit, choice: Within) -> bool:
    of_round = str(place.source.uitvraag_id) if place.source.uitvraag_id else PLANNEN
    return choice.waar in ("", of_round) and (
        choice.regio_id is None or any(one.id == choice.regio_id for one in place.regios)
    )


def _parts(places: Sequence[Hit]) -> list[PartFound]:
    """The parts in which something was found, most first."""
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    for place in places:
        counts[place.onderdeel] = counts.get(place.onderdeel, 0) + 1
        names[place.onderdeel] = place.kop
    return [
        PartFound(key, names[key], count) for key, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    ]


def _shown(places: Sequence[Hit], asked: Asked) -> list[ShownHit]:
    texts = _texts([place.id for place in places])
    return [ShownHit(place, texts[place.id], pieces(texts[place.id], asked)) for place in places]


def _texts(ids: list[int]) -> Mapping[int, str]:
    query = select(TekstPlaats.id, TekstPlaats.tekst).where(TekstPlaats.id.in_(ids))
    return {row.id: row.tekst for row in plain_rows(query)} if ids else {}
