"""Files that can't be read: each gets a sentence that says what it is and what to do, within bounds of memory."""

from __future__ import annotations

import contextlib
import socket
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.intake.document import ReadTable, UnreadableFile
from portal.domain.intake.read import read
from tests.worlds import odfml as o
from tests.worlds import wordml as w
from tests.worlds.people_files import FILES

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
WORD = w.docx(w.par(w.run("tekst")))


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + b"\x00" * 100


def with_part(name: str, content: bytes) -> bytes:
    return w.docx(w.par(w.run("tekst")), files={name: content})


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Dit bestand is leeg: er staat niets in. Kies een ander bestand."),
        (b"\x00" * 900, "Dit bestand is leeg"),
        (stream("WordDocument"), "Dit is een oud Word-bestand (.doc). Open het in Word, kies Opslaan als, kies .docx"),
        (stream("WordDocument") + stream("EncryptedPackage"), "Dit bestand is beveiligd met een wachtwoord."),
        (stream("EncryptedPackage"), "Dit bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord"),
        (stream("Workbook"), "Dit is geen Word-bestand"),
        (b"%PDF-1.7\n...", "Dit is een PDF, al heet het bestand “plan.docx”."),
        (b"{\\rtf1\\ansi tekst}", "Dit is een RTF-bestand. Open het in Word of LibreOffice."),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>tekst", "Dit is een webpagina."),
        (b"gewone tekst", "Dit is geen Word-bestand (.docx) of OpenDocument-bestand (.odt)."),
        (with_part("word/vbaProject.bin", b"x"), "In dit Word-bestand zitten macro’s."),
        (w.zipped({"Index/Document.iwa": b"x", "preview.jpg": b"x"}), "Dit is een Pages-bestand."),
        (w.zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "Dit is een Excel-bestand."),
        (w.zipped({"a.txt": b"x"}), "Dit is geen Word-bestand"),
        (WORD[: len(WORD) // 2], "Dit bestand is beschadigd: het is niet helemaal te lezen."),
        (WORD[:-200], "Dit bestand is beschadigd"),
        (w.docx("<w:p>").replace(b"word/document.xml", b"word/document.xmx"), "Dit is geen Word-bestand"),
        (w.docx("<w:p>"), "Dit bestand is beschadigd"),
    ],
    ids=["empty", "zeros", "doc", "locked", "password", "xls", "pdf", "rtf", "html", "text", "docm", "pages", "xlsx",
         "zip", "half", "cut", "no-text", "no-xml"],
)  # fmt: skip
def test_a_file_that_is_no_plan_in_word_says_what_it_is(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read("plan.docx", content)
    assert str(refused.value).startswith(told)
    assert str(refused.value).count("kies") + str(refused.value).count("Kies") >= 1


def test_an_odt_with_a_password_says_so() -> None:
    manifest = b'<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with pytest.raises(UnreadableFile, match="beveiligd met een wachtwoord"):
        read("plan.odt", o.odt(o.par("x"), files={"META-INF/manifest.xml": manifest}))


def _entity(name: str) -> bytes:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    root = f"<w:{name} {w.NAMESPACES}><w:body><w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p></w:body></w:{name}>"
    return b'<?xml version="1.0"?>' + bomb + root.encode()


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"])
def test_what_points_outside_the_file_is_never_followed(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*args: object) -> None:
        raise AssertionError("somebody went onto the network")

    monkeypatch.setattr(socket.socket, "connect", never)
    with pytest.raises(UnreadableFile, match="wil iets lezen dat niet in het bestand zelf staat"):
        read("plan.docx", with_part(part, _entity("document")))


def test_a_template_a_picture_and_a_link_elsewhere_are_only_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", None)
    relations = w.outside("a", "attachedTemplate", "http://kwaad.test/x.dotm") + w.outside(
        "b", "image", "http://kwaad.test/y"
    )
    found = read("plan.docx", w.docx(w.par(w.run("tekst") + w.picture("b")), relations=relations))
    assert [one.text for one in found.paragraphs()] == ["tekst"]


def _deep(count: int) -> str:
    body = w.par(w.run("diep"))
    for _ in range(count):
        body = w.table(w.row(w.cell(body + w.par())))
    return body


def _many_parts() -> bytes:
    return w.zipped({**{f"word/{number}.xml": b"" for number in range(10_500)}, "[Content_Types].xml": b""})


@pytest.mark.parametrize(
    ("bomb", "told"),
    [
        (lambda: with_part("word/document.xml", b"<x>" + b" " * 40_000_000), "te groot om te lezen"),
        (lambda: with_part("word/document.xml", b"<x>" + b"<a/>" * 2_000_000 + b"</x>"), "te groot om te lezen"),
        (lambda: w.docx("<w:p/>" * 31_000), "te groot om te lezen"),
        (lambda: w.docx(_deep(200)), "te veel tabellen of kaders in elkaar"),
        (_many_parts, "geen Word-bestand"),
    ],
    ids=["blanks", "elements", "paragraphs", "deep", "parts"],
)
def test_a_bomb_is_refused_before_it_fills_the_memory(bomb: Callable[[], bytes], told: str) -> None:
    content = bomb()
    tracemalloc.start()
    try:
        with pytest.raises(UnreadableFile, match=told):
            read("plan.docx", content)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


def test_pictures_are_never_unpacked() -> None:
    content = w.docx(w.par(w.run("tekst") + w.picture()), files={"word/media/image1.png": b"\x00" * 70_000_000})
    tracemalloc.start()
    found = read("plan.docx", content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.told == ("1 afbeelding is niet meegekomen. Plaats: alinea 1.",)
    assert peak < 20_000_000


def test_five_hundred_actions_are_all_read() -> None:
    rows = [
        w.row(*(w.cell(w.par(w.run(f"{name} {number}"))) for name in ("doen", "wie", "wanneer")))
        for number in range(500)
    ]
    found = read("plan.docx", w.docx(w.table(w.row(w.cell(w.table(*rows) + w.par())))))
    (outer,) = found.blocks
    assert isinstance(outer, ReadTable)
    inner = outer.rows[0].cells[0].blocks[0]
    assert isinstance(inner, ReadTable)
    assert len(inner.rows) == 500
    assert sum(len(one.text.split()) for one in found.paragraphs()) == 3_000


def test_five_hundred_actions_that_are_the_same_are_no_bomb() -> None:
    row = w.row(*(w.cell(w.par(w.run("Zie het plan van de regio voor deze actie. " * 40))) for _ in range(3)))
    found = read("plan.docx", w.docx(w.table(*[row] * 500)))
    assert len(list(found.paragraphs())) == 1_500


_MADE = {name: make() for name, make in FILES.items() if name in {"tracked", "with_notes", "libreoffice"}}


@given(
    st.sampled_from(sorted(_MADE)),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_a_spoiled_file_is_read_or_refused_in_words(name: str, spots: list[tuple[float, int]]) -> None:
    content = bytearray(_MADE[name])
    for place, sign in spots:
        content[int(place * len(content))] = sign
    with contextlib.suppress(UnreadableFile):
        read("plan", bytes(content))
