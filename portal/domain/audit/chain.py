"""What makes a change in the log seen: a mark on every line, and seals that hang together.

A line gets its mark while it is written: a MAC over all it says, with a key that only the portal has. Who can write in
the database but has no key can't make a line, nor change one. A seal covers the lines since the seal before it: how
many, a hash over all of them in their order, and the hash of that seal. So no line can go, come or change places.

See docs/decisions/auditlog.md.
"""

from __future__ import annotations

import hmac
from dataclasses import astuple, dataclass, replace
from hashlib import sha256

from portal.domain.audit.line import AuditLine

# No text of a line can hold it: `line.new_line` takes out what is no sign.
SEPARATOR = "\x1f"
_SEPARATORS = SEPARATOR.join("" for _ in range(8))
_MARK_LENGTH = 32
_NAME_LENGTH = 8


@dataclass(frozen=True)
class ChainKey:
    """The key of the marks, and the name by which a mark says that it was made with it (the name tells nothing)."""

    name: str
    secret: bytes

    def mark(self, content: str) -> str:
        """The mark on this content."""
        return f"{self.name}:{hmac.digest(self.secret, content.encode(), 'sha256').hex()[:_MARK_LENGTH]}"

    def made(self, mark: str) -> bool:
        """True when this mark says that it was made with this key."""
        return key_of(mark) == self.name

    def fits(self, mark: str, content: str) -> bool:
        """True when this mark was made with this key on this very content."""
        return hmac.compare_digest(mark.encode(), self.mark(content).encode())


def key_from(secret_key: str) -> ChainKey:
    """The key of the log, made from the secret of the portal; that secret can't be found back from it."""
    secret = hmac.digest(secret_key.encode(), b"regioportaal auditlog", "sha256")
    return ChainKey(sha256(secret).hexdigest()[:_NAME_LENGTH], secret)


def key_of(mark: str) -> str:
    """The name of the key that a mark says it was made with."""
    return mark.partition(":")[0]


def content_of(line: AuditLine) -> str:
    """All that a line says, as one text."""
    actor = "" if line.actor_id is None else str(line.actor_id)
    return SEPARATOR.join(
        (
            line.op,
            line.oorsprong,
            actor,
            line.actie,
            line.object_soort,
            line.object_id,
            line.resultaat,
            line.verzoek,
        )
    )


def is_whole(content: str) -> bool:
    """False when words were moved from one field to another: then there is a separator too many."""
    return content.count(SEPARATOR) == len(_SEPARATORS)


class Running:
    """The hash over lines, one after the other, and how many there were."""

    def __init__(self) -> None:
        self._hash = sha256()
        self.count = 0

    def add(self, line_id: int, content: str, mark: str) -> None:
        """Take in the next line."""
        self._hash.update(f"{line_id}{SEPARATOR}{content}{SEPARATOR}{mark}\n".encode())
        self.count += 1

    @property
    def digest(self) -> str:
        """The hash over all lines so far."""
        return self._hash.hexdigest()


@dataclass(frozen=True)
class Seal:
    """What a seal says. `segment` is the month (2024-03) of its first line; `vorige` the hash of the seal before it."""

    nummer: int
    segment: str
    eerste_id: int
    laatste_id: int
    aantal: int
    regels: str
    vorige: str
    op: str
    hash: str = ""
    merk: str = ""

    def hashed(self) -> str:
        """The hash over all that it says."""
        return sha256(self._text().encode()).hexdigest()

    def closed(self, key: ChainKey) -> Seal:
        """This seal with its hash and its mark."""
        value = self.hashed()
        return replace(self, hash=value, merk=key.mark(value))

    def _text(self) -> str:
        return SEPARATOR.join(map(str, astuple(replace(self, hash="", merk=""))))
