"""A plan in Word with its remarks as comments: beside what they are about, and only what may go along."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from docx.oxml.ns import qn

from portal.domain import clock
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Rol
from portal.services.remark import remarks
from tests.client import StrictClient
from tests.reading.documents import assert_opens_cleanly
from tests.reading.pages import words
from tests.reading.tracked import plain
from tests.reading.word import parts
from tests.worlds.people import make_user
from tests.worlds.remark import RemarkWorld, make_remark_world, make_thread

SECRET = "koekoeksjong"
MAART = datetime(2026, 3, 1, 10, 0, tzinfo=UTC)
PARA = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


@pytest.fixture
def world(client: StrictClient) -> RemarkWorld:
    """A remark on a part with a reply, one on an action, and two that not everybody reads."""
    world = make_remark_world()
    with clock.stopped_at(MAART):
        on_part = make_thread(world.plan, world.beoordelaar, tekst="Wat bedoelt u?", step_key="monitoring")
        remarks.reply(world.plan, on_part.id, tekst="Elke maand.", actor=world.contact.actor)
        make_thread(world.plan, world.beoordelaar, tekst="Wie?", step_key="acties", actie_id=world.actie.id)
        make_thread(world.plan, world.beoordelaar, Zicht.INTERN, SECRET)
        make_thread(world.plan, world.contact, Zicht.EIGEN, "Onder ons.")
    return world


def download(client: StrictClient, address: str) -> bytes:
    client.get(address)
    assert client.response is not None
    assert_opens_cleanly(client.response.data, ".docx")
    return client.response.data


def comments(content: bytes) -> list[tuple[str, str, str]]:
    """Author, words, and the words of the paragraph that it is beside."""
    body = plain(content)
    beside = {one.get(qn("w:id")): words(one.getparent()) for one in body.iter(qn("w:commentRangeStart"))}
    found = plain(content, "word/comments.xml").iter(qn("w:comment"))
    return [(one.get(qn("w:author")), words(one), beside[one.get(qn("w:id"))]) for one in found]


def test_remarks_stand_beside_their_part_or_action_with_who_and_when(client: StrictClient, world: RemarkWorld):
    page = client.sign_in(world.beoordelaar).get(f"/plannen/{world.plan.id}/opmerkingen")
    content = download(client, page.links["Het plan in Word, met open opmerkingen voor regio en beoordelaars"])
    assert comments(content) == [
        ("Ana Beoordelaar", "Wie?", "Een team vormen"),
        ("Ana Beoordelaar", "Wat bedoelt u?", "Monitoring en aandachtspunten"),
        ("Bo Regio", "Elke maand.", "Monitoring en aandachtspunten"),
    ]
    dates = {one.get(qn("w:date")) for one in plain(content, "word/comments.xml").iter(qn("w:comment"))}
    assert dates == {"2026-03-01T10:00:00Z"}


def test_a_reply_is_a_reply_in_word(client: StrictClient, world: RemarkWorld):
    content = download(client.sign_in(world.contact), f"/plannen/{world.plan.id}/opmerkingen.docx")
    numbers = [one.get(PARA) for one in plain(content, "word/comments.xml").iter(qn("w:p")) if one.get(PARA)]
    (extended,) = parts(content, "word/commentsExtended").values()
    told = extended.decode()
    assert told.count("paraIdParent") == 1
    assert f'paraId="{numbers[2]}" w15:paraIdParent="{numbers[1]}"' in told


def test_what_not_everybody_reads_goes_along_only_when_asked_and_says_so(client: StrictClient, world: RemarkWorld):
    address = f"/plannen/{world.plan.id}/opmerkingen.docx"
    for person, told in (
        (world.beoordelaar, f"Alleen beoordelaars: {SECRET}"),
        (world.contact, "Alleen onze regio: Onder ons."),
    ):
        client.sign_in(person)
        assert len(comments(download(client, address))) == 3
        assert told in [one[1] for one in comments(download(client, f"{address}?welke=alle"))]
    assert SECRET not in str(comments(download(client, f"{address}?welke=alle")))
    for rol in (Rol.LEZER, Rol.BEHEERDER):
        client.sign_in(make_user(rol)).get(address, 403 if rol is Rol.LEZER else 404)
