"""The tile map of the Netherlands: one tile per region, the same as the table says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from exports.look.tiles import tile_lines
from exports.report import PlanLine
from portal.domain.plan.overview_filter import ANSWER_CHOICES, PLAN_CHOICES, ROUND_LAYER, OverviewQuery

# In units of the drawing.
WIDTH, HEIGHT, GAP = 118, 92, 6
_STEP_X, _STEP_Y = WIDTH + GAP, HEIGHT + GAP
NOTHING = ("niet_gevraagd", "Niet gevraagd")


@dataclass(frozen=True)
class Tile:
    """One region on the map: where it stands, its name, and its status as a key and in words."""

    x: int
    y: int
    lines: list[str]
    naam: str
    key: str
    status: str
    url: str


@dataclass(frozen=True)
class LegendLine:
    """What a shape on the map means, how many regions have it, and the filter that shows only those."""

    key: str
    label: str
    aantal: int
    filter: dict[str, str]


@dataclass(frozen=True)
class TileMap:
    """The whole map, the tiles in the order of the table, and what its shapes mean."""

    tiles: list[Tile]
    legend: list[LegendLine]
    width: int
    height: int


def tile_map(
    lines: Iterable[PlanLine], query: OverviewQuery, *, has_round: bool, url: Callable[[PlanLine], str]
) -> TileMap:
    """The map of these regions (those without a place are left out) in the layer that is asked for."""
    of_round = query.kaart == ROUND_LAYER and has_round
    placed = [(line, *line.tegel) for line in lines if line.tegel]
    left = min((column for _, column, _ in placed), default=0)
    top = min((row for *_, row in placed), default=0)
    tiles = [
        _tile(line, (column - left) * _STEP_X, (row - top) * _STEP_Y, of_round, url(line))
        for line, column, row in placed
    ]
    width = max((tile.x for tile in tiles), default=0) + WIDTH
    height = max((tile.y for tile in tiles), default=0) + HEIGHT
    return TileMap(tiles, _legend(tiles, query, of_round), width, height)


def _tile(line: PlanLine, x: int, y: int, of_round: bool, url: str) -> Tile:
    key, status = _status(line, of_round)
    return Tile(x, y, tile_lines(line.regio), line.regio, key, status, url)


def _status(line: PlanLine, of_round: bool) -> tuple[str, str]:
    if not of_round:
        return line.status_key, line.status
    return (line.antwoord.status_key, line.antwoord.status) if line.antwoord else NOTHING


def _legend(tiles: list[Tile], query: OverviewQuery, of_round: bool) -> list[LegendLine]:
    """Only what is on the map, in the order of the workflow."""
    counts = {key: sum(tile.key == key for tile in tiles) for key in (ANSWER_CHOICES if of_round else PLAN_CHOICES)}
    labels = ANSWER_CHOICES if of_round else PLAN_CHOICES
    return [
        LegendLine(key, labels[key], aantal, query.args(**{"antwoord" if of_round else "plan": key}))
        for key, aantal in counts.items()
        if aantal
    ]
