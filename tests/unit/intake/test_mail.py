"""A mail that somebody dropped on the page: the one document on it is read, anything else says what to do."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from portal.domain.intake.document import UnreadableFile
from portal.domain.intake.mail import MSG, attached
from portal.domain.plan.file_types import OLE
from tests.editions import ASKED
from tests.worlds.sheet_files import filled, word_of

WORD = word_of(filled(ASKED))


def mail(*files: tuple[str, bytes], inside: EmailMessage | None = None) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "Antwoorden Q1", "a@regio.example", "b@portaal.example"
    message.set_content("Hierbij de antwoorden.")
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    if inside is not None:
        message.add_attachment(inside)
    return message.as_bytes()


def test_the_one_document_on_a_mail_is_read_and_that_is_told() -> None:
    found = attached("Antwoorden.eml", mail(("logo.png", b"\x89PNG"), ("Één blad.docx", WORD)))
    assert (found.name, found.data) == ("Één blad.docx", WORD)
    assert found.told == (
        "U koos een e-mail (“Antwoorden Q1”). Daaraan hing één bestand: “Één blad.docx”. Dat is gelezen, de tekst van"
        " de e-mail zelf niet."
    )


def test_a_mail_is_known_by_its_heads_and_a_mail_on_a_mail_is_looked_into() -> None:
    inner = EmailMessage()
    inner.set_content("Zie bijlage.")
    inner.add_attachment(WORD, maintype="application", subtype="octet-stream", filename="blad.docx")
    assert attached("zonder naam", b"Received: x\r\n" + mail(inside=inner)).data == WORD


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("bericht.msg", OLE + b"\x00" * 600, MSG),
        ("bericht", OLE + "__properties_version1.0".encode("utf-16-le"), MSG),
        ("a.eml", mail(), "Aan deze e-mail hangt geen Word-bestand (.docx) of OpenDocument-bestand (.odt). "),
        ("a.eml", mail(("foto.png", b"\x89PNG")), "(.odt), wel: “foto.png”. "),
        (
            "a.eml",
            mail(("a.docx", WORD), ("b.docx", WORD)),
            "Aan deze e-mail hangen 2 bestanden: “a.docx” en “b.docx”.",
        ),
        ("a.eml", b"", "hangt geen Word-bestand"),
    ],
)
def test_what_is_no_mail_with_one_document_says_what_to_do(name: str, data: bytes, told: str) -> None:
    with pytest.raises(UnreadableFile) as problem:
        attached(name, data)
    assert told in str(problem.value)


def test_any_other_file_is_itself() -> None:
    for name, data in (("blad.docx", WORD), ("a.docx", b""), ("tekst.txt", b"From: hier\nniets"), ("x.doc", OLE)):
        assert attached(name, data).data == data
