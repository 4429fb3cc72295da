"""What somebody finds behind every address that there is, as words; and where a word stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from unittest.mock import patch
from zipfile import ZipFile, is_zipfile

from flask import Flask

from portal.models import Plan, User
from portal.services.plan import pen
from portal.services.plan.submit import submissions_of
from tests.client import StrictClient
from tests.reading.pdf import pages_of
from tests.web.doors.walking import Corridor, keeper_of

# An attachment of this world only begins as a PDF does.
_END_OF_PDF = b"%%EOF"


@dataclass
class Region:
    """Region B: its plan, its contact, the ids of everything in it, and the questions of its round."""

    plan: Plan
    contact: User
    ids: dict[str, list[int]] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)
    # What somebody might search for.
    words: tuple[str, ...] = ()


def addresses(app: Flask, region: Region) -> Iterator[str]:
    """Every address that can be opened, for every id that there is.

    Of what this world has none of (a sheet, a report) there is nothing to read: see `test_year_leaks.py`.
    """
    format_ = pen.format_of(region.plan)
    lists = [question.key for question in format_.questions if question.kind.is_list]
    values: dict[str, list[object]] = {
        "plan_id": [region.plan.id],
        "step_key": [step.key for step in format_.steps],
        "question_key": [question.key for question in format_.questions],
        "indiening_id": [one.id for one in submissions_of(region.plan)] or [1],
        "bijlage_id": list(region.ids["bijlage_id"]),
        "row_id": list(region.ids["row_id"]),
        "regio_id": [regio.id for regio in region.plan.regios],
        "code": [regio.code for regio in region.plan.regios],
        "account_id": [region.contact.id],
        "kolom": ["doelstellingen", "acties"],
    }
    # Of a region with answers: the questions of its round are asked for as well.
    for name, ids in region.ids.items():
        values[name] = list(dict.fromkeys([*values.get(name, []), *ids]))
    values["step_key"] += region.steps
    # Pages of a list are asked of every list, and of one question that is none.
    of_lists = values | {"question_key": ["achtergrond", *lists]}
    urls = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint != "static" and rule.arguments <= set(values):
            asked = of_lists if "/lijst/" in rule.rule else values
            for given in combinations(asked, sorted(rule.arguments)):
                yield urls.build(rule.endpoint, given, method="GET")
    yield from searches(*region.words)


def searches(*words: str) -> Iterator[str]:
    """The page that looks for each word. In capitals: the page repeats what was typed, and that is no leak."""
    return (f"/zoeken?zoek={word.upper()}" for word in words)


def combinations(values: dict[str, list[object]], names: list[str]) -> Iterator[dict[str, object]]:
    """Every way to give these names one of their values; a name without values gets 1."""
    if not names:
        yield {}
        return
    for value in values.get(names[0], [1]):
        for rest in combinations(values, names[1:]):
            yield {names[0]: value, **rest}


def read(app: Flask, person: User | None, region: Region) -> dict[str, str]:
    """Everything this person can read: the words of every page and document that opens, by address."""
    client = StrictClient(app, reads_pages=False)
    if person:
        client.sign_in(person)
    return opened(client, addresses(app, region))


def opened(client: StrictClient, addresses: Iterator[str]) -> dict[str, str]:
    """The words of each of these that opens, by address."""
    found = {}
    with brief_refusals(), keeper_of(client.app) as keeper:
        corridor = Corridor(client.app, client, keeper)
        for address in addresses:
            if corridor.knock("GET", address) and client.response is not None and client.response.status_code == 200:
                found[address] = words_of(client.response.data)
    return found


@contextmanager
def brief_refusals() -> Iterator[None]:
    """For who only looks whether a door opens: drawing its refusal takes a third of the walk.

    What refusals say is read in `test_year_leaks.py`.
    """
    with patch("portal.web.errors.render_template", lambda template, **context: template):
        yield


def words_of(content: bytes) -> str:
    """The words in a page or file, marked or not; a Word or Excel file is unpacked, a PDF of ours is read."""
    if content.rstrip().endswith(_END_OF_PDF):
        return " ".join(pages_of(content))
    if not is_zipfile(BytesIO(content)):
        return content.decode("utf-8", "replace").replace("<mark>", "")
    with ZipFile(BytesIO(content)) as archive:
        return " ".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def where(word: str, found: dict[str, str]) -> list[str]:
    return [address for address, text in found.items() if word in text]
