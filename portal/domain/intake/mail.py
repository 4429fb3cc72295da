"""A mail that somebody saved and dropped on the page: the one document that hangs on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from pathlib import PurePath

from forms.dutch.words import counted, listed
from portal.domain.intake.document import UnreadableFile
from portal.domain.intake.opening import UNREADABLE
from portal.domain.intake.tally import shortened
from portal.domain.plan.file_types import DOCX, ODT, OLE, file_type

# A mail begins with its heads; one that was saved from a program may have any of these first.
_HEAD = re.compile(
    rb"^\s*(?:(?:received|return-path|delivered-to|mime-version|message-id|from|to|cc|date|subject|reply-to|sender"
    rb"|x-[\w-]+|arc-[\w-]+|dkim-signature|authentication-results|content-type|thread-[\w-]+)\s*:|from \S+@)",
    re.IGNORECASE,
)
_MAIL_NAME = ".eml"
_OUTLOOK = "__properties_version1.0".encode("utf-16-le")
_MOST_PARTS = 200
_CALLED = (".docx", ".odt", ".doc", ".docm")

MSG = (
    "Dit is een bericht uit Outlook (.msg). Dat kunnen wij niet openen. Open het bericht in Outlook, sla de bijlage op"
    " en kies die bijlage hier."
)
NO_DOCUMENT = (
    "Aan deze e-mail hangt geen Word-bestand (.docx) of OpenDocument-bestand (.odt){}. Sla de bijlage op als .docx en"
    " kies dat bestand."
)
MANY = "Aan deze e-mail hangen {}: {}. Sla het goede bestand op en kies dat."
TOLD = "U koos een e-mail{}. Daaraan hing één bestand: “{}”. Dat is gelezen, de tekst van de e-mail zelf niet."


@dataclass(frozen=True)
class Attached:
    """A file to read: what it is called, what stands in it, and what to tell when it hung on a mail."""

    name: str
    data: bytes
    told: str = ""


def attached(name: str, data: bytes) -> Attached:
    """The document that hangs on a mail; any other file is itself.

    Raises UnreadableFile for a mail with no document or several, and for a message of Outlook.
    """
    if data.startswith(OLE) and (_OUTLOOK in data or name.lower().endswith(".msg")):
        raise UnreadableFile(MSG)
    if not _is_mail(name, data):
        return Attached(name, data)
    try:
        mail = message_from_bytes(data, policy=policy.default)
        files = list(_files(mail))
        subject = _subject(mail)
    except (RecursionError, ValueError, LookupError, AttributeError, IndexError, KeyError, TypeError) as error:
        raise UnreadableFile(UNREADABLE) from error
    return _the_one(files, subject)


def _is_mail(name: str, data: bytes) -> bool:
    if data.startswith((b"PK", OLE, b"%PDF")):
        return False
    return name.lower().endswith(_MAIL_NAME) or bool(_HEAD.match(data) and b"\nmime-version:" in data[:50_000].lower())


def _files(mail: Message) -> Iterator[tuple[str, bytes]]:
    """What hangs on a mail and has a name, also on a mail in it."""
    for number, part in enumerate(mail.walk()):
        if number >= _MOST_PARTS:
            return
        name = part.get_filename()
        if part.is_multipart() or not name:
            continue
        content = part.get_payload(decode=True)
        yield PurePath(str(name).replace("\\", "/")).name, content if isinstance(content, bytes) else b""


def _subject(mail: EmailMessage | Message) -> str:
    return " ".join(str(mail.get("Subject", "")).split())


def _the_one(files: list[tuple[str, bytes]], subject: str) -> Attached:
    documents = [one for one in files if _is_document(*one)]
    if len(documents) > 1:
        raise UnreadableFile(MANY.format(counted(len(documents), "bestand", "bestanden"), _names(documents)))
    if not documents:
        raise UnreadableFile(NO_DOCUMENT.format(f", wel: {_names(files)}" if files else ""))
    name, data = documents[0]
    about = f" (“{shortened(subject)}”)" if subject else ""
    return Attached(name, data, TOLD.format(about, name))


def _is_document(name: str, data: bytes) -> bool:
    """By its content; one that is called so is tried too: why it can't be read is told then."""
    return file_type(data) in (DOCX, ODT) or name.lower().endswith(_CALLED)


def _names(files: list[tuple[str, bytes]]) -> str:
    return listed(f"“{shortened(name)}”" for name, _ in files)
