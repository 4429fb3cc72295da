"""The pages of the country with every form, as each of its people comes across them: walked once for all processes."""

from __future__ import annotations

import fcntl
import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from lxml import html

from tests.client import StrictClient
from tests.databases import empty_database, number_on, shared_folder
from tests.reading.crawl import FoundForm, forms_on, pages_of
from tests.running import snapshot
from tests.worlds.every_form import make_every_form


@dataclass(frozen=True)
class Walk:
    """The country: its rows, who is who (account ids), and by person the address and source of each page."""

    rows: snapshot.Rows
    people: dict[str, int]
    pages: dict[str, list[tuple[str, str]]]

    def forms_of(self, app: Flask, person: str) -> Iterator[FoundForm]:
        """Every form that this person comes across."""
        for address, source in self.pages[person]:
            yield from forms_on(app, address, html.fromstring(source))

    def be_there(self) -> None:
        """Put the country in the database, the same on every kind."""
        snapshot.put_back(self.rows)
        number_on()


@pytest.fixture(scope="session")
def walk(apps: Callable[[str], Flask]) -> Walk:
    """Everybody's pages, on SQLite: they are the same on every database."""
    done = shared_folder() / "walk"
    with done.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            done.write_bytes(pickle.dumps(_walked(apps("sqlite"))))
    # Written a moment ago by these very tests, in a folder of their own.
    walk: Walk = pickle.loads(done.read_bytes())
    return walk


def _walked(app: Flask) -> Walk:
    with app.app_context():
        people = make_every_form()
        ids = {name: person.id for name, person in people.items()}
        clients = {name: StrictClient(app, reads_pages=False).sign_in(person) for name, person in people.items()}
        pages = {name: list(_sources(client)) for name, client in clients.items()}
        walk = Walk(snapshot.remember(), ids, pages)
        empty_database()
        return walk


def _sources(client: StrictClient) -> Iterator[tuple[str, str]]:
    for address, page in pages_of(client):
        yield address, html.tostring(page, encoding="unicode")
