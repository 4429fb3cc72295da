"""Everything that shows figures of the instroom to who may not see small ones, read at one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import pytest
import vl_convert

from portal.models import Rapport, Regio, User
from tests.client import StrictClient
from tests.reading.inflow import files, markup, papers
from tests.reading.inflow.facts import Fact, told
from tests.reading.inflow.opendocument import facts_of_opendocument
from tests.reading.inflow.words import category_of_code, code_as_period, view_of_code
from tests.worlds.clients import MONTHS, YEAR

VIEWS = ("totaal", "leeftijd", "herkomst")
QUARTERS = tuple(f"{YEAR}-K{one}" for one in range(1, 5))
_FILES: Mapping[str, Callable[[bytes], list[Fact]]] = {
    "csv": files.facts_of_csv,
    "xlsx": files.facts_of_workbook,
    "docx": papers.facts_of_word,
    "pptx": papers.facts_of_slides,
    "pdf": papers.facts_of_paper,
    "odt": facts_of_opendocument,
    "ods": facts_of_opendocument,
    "json": files.facts_of_data,
}


@dataclass
class Reader:
    """Somebody who opens everything. `read` has by view what was read there, `sources` what passports say by source."""

    client: StrictClient
    names: Mapping[str, str]
    pictures: list[Mapping[str, Any]] = field(default_factory=list)
    read: dict[str, list[Fact]] = field(default_factory=dict)
    sources: dict[str, list[Fact]] = field(default_factory=dict)

    def draw_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Keep what a picture is drawn of, and do not draw it."""

        def kept(declared: Mapping[str, Any], **_: object) -> bytes:
            self.pictures.append(declared)
            return b"\x89PNG"

        monkeypatch.setattr(vl_convert, "vegalite_to_png", kept)

    def open(self, address: str) -> None:
        """Read one page or file."""
        page = self.client.get(address)
        response = self.client.response
        assert response is not None
        view = self.client.app.url_map.bind("localhost").match(address.partition("?")[0])[0]
        ending = address.partition("?")[0].rpartition(".")[2]
        if view == "cijfers.lijst":
            rows = files.rows_of(response.data) if ending == "csv" else response.get_json()["cijfers"]
            found = files.facts_of_interface(rows, self.names)
        elif ending == "png":
            found = files.facts_of_picture(self.pictures.pop())
        else:
            found = _FILES[ending](response.data) if ending in _FILES else markup.facts_of_page(page)
        self.read.setdefault(view, []).extend(found)

    def open_passports(self) -> None:
        """Of totals of every place; each source for itself, the first as all other forms show it."""
        for place, period in product((*self.names, "NL"), (*MONTHS[:3], *QUARTERS, YEAR)):
            self._passport(place, "totaal", "totaal", period)

    def _passport(self, place: str, cut: str, category: str, period: str) -> None:
        page = self.client.get(f"/instroom/cijfer/instroom/{place}/{cut}/{category}/{period}")
        view = view_of_code(cut)
        cell = self.names.get(place, place), view, category_of_code(view, category), code_as_period(period)
        for turn, (name, (text, reason)) in enumerate(markup.facts_of_passport(page).items()):
            facts = told(cell, text, reason)
            self.sources.setdefault(name, []).extend(facts)
            self.read.setdefault("instroom.cijfer", []).extend(() if turn else facts)


def tables(regios: list[Regio]) -> Iterator[str]:
    """The figures of every place and view, as CSV."""
    for place, cut in product(("NL", *(one.code for one in regios)), VIEWS):
        periods = ("maand", "kwartaal", "jaar") if place == "NL" or cut == "totaal" else ("jaar",)
        yield from (f"/instroom/bestanden/{place}/{cut}.csv?{_window(per)}" for per in periods)


def now(regios: list[Regio]) -> Iterator[str]:
    """What shows the figures as they are."""
    small, middle, _ = (one.code for one in regios)
    yield from tables(regios)
    yield from (f"/instroom?{_window(per)}" for per in ("maand", "kwartaal"))
    yield f"/instroom/{small}?{_window('kwartaal')}"
    for ending in ("xlsx", "png"):
        yield f"/instroom/bestanden/{small}/totaal.{ending}?{_window('maand')}"
        yield f"/instroom/bestanden/NL/herkomst.{ending}?{_window('kwartaal')}"
    yield from (f"/instroom/{middle}/regiobeeld{ending}" for ending in ("", ".docx", ".pdf", ".pptx"))


def published(regios: list[Regio]) -> Iterator[str]:
    """What everybody reads."""
    yield f"/cijfers?{_window('kwartaal')}"
    yield f"/cijfers/{regios[0].code}?{_window('kwartaal')}"
    yield "/api/v1/instroomcijfers"
    yield "/api/v1/instroomcijfers.csv"


def announced(regio: Regio) -> Iterator[str]:
    """What a region looks at before it is public."""
    yield f"/instroom/{regio.code}/inzage?{_window('kwartaal')}"


def reported(rapport: Rapport) -> Iterator[str]:
    """What a report keeps."""
    yield from (
        f"/rapporten/{rapport.id}/{one}"
        for one in (
            "instroom", "bijlage_instroom", "alles", "getallen/instroom_totaal", "getallen/instroom_herkomst",
            "rapport.docx", "rapport.xlsx", "rapport.pdf", "rapport.pptx",
            "rapport.odt", "rapport.ods", "data.json",
        )
    )  # fmt: skip


def _window(per: str) -> str:
    return f"per={per}&van={YEAR}-01&tot={YEAR}-12"


def read_as(reader: Reader, person: User | None, addresses: Iterator[str]) -> None:
    """Let somebody read these."""
    (reader.client.sign_in(person) if person else reader.client.sign_out())
    for address in addresses:
        reader.open(address)
