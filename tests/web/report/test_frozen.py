"""A report that everybody reads stays as it was published, whatever is called otherwise later."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flask import Flask

from portal.domain.report.states import RapportStatus
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import BladRegel, Code, Organisatie, Regio
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.people import make_user
from tests.worlds.report_pages import RapportWorld, make_rapport_world
from tests.worlds.rows import all_rows

# Regions get all but the last.
FILES = ("/rapport.docx", "/rapport.pdf", "/rapport.pptx", "/rapport.xlsx")


def test_names_that_change_change_nothing_in_a_published_report(
    app: Flask, client: StrictClient, new_client: Callable[[], StrictClient]
) -> None:
    world = make_rapport_world(RapportStatus.GEPUBLICEERD)
    readers = {client.sign_in(world.contact): FILES[:-1], new_client().sign_in(make_user(Rol.LEZER)): FILES}
    before = [read_all(reader, world, files) for reader, files in readers.items()]
    rename_everything()
    for (reader, files), pages in zip(readers.items(), before, strict=True):
        changed = {place: found for place, found in read_all(reader, world, files).items() if found != pages[place]}
        assert not changed


def read_all(reader: StrictClient, world: RapportWorld, files: Sequence[str]) -> dict[str, str]:
    """Every page of the report with its words, and these files."""
    tree = world.tree
    places = ["", "/alles", *(f"/{one.sleutel}" for one in tree.hoofdstukken)]
    # The number that names most regions, one of each kind of text, and one of the previous round if there is any.
    places += [f"/getallen/{token}" for token in ("regios", "geantwoord", "niet_beantwoord") if token in tree.waarden]
    places += [f"/getallen/{one.sleutel}" for one in {w.soort: w for w in tree.waarden.values() if w.items}.values()]
    pages = {place: words(reader.get(world.url(place)).one("//main")) for place in places}
    for file in files:
        reader.get(world.url(file))
        assert reader.response is not None
        pages[file] = str(reader.response.headers["ETag"])
    return pages


def rename_everything() -> None:
    """All that has a name gets another, and every text that regions work on."""
    for one in (*all_rows(Regio), *all_rows(Code), *all_rows(Organisatie)):
        one.naam = f"{one.naam} anders"
    for regel in all_rows(BladRegel):
        regel.tekst = "Anders dan ingediend."
    db.session.commit()
