"""A round with successes and lessons to code, and a plan in force with actions, made the short way."""

from __future__ import annotations

from collections.abc import Sequence

from portal.domain.coding.state import CodeSoort
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Antwoordblad, BladRegel, Code, RegelSoort, Uitvraag, User
from portal.services.coding import book, codings, items
from portal.services.coding.items import CodingItem
from tests.worlds.feedback import add_regel, hand_in
from tests.worlds.people import make_regio, make_user
from tests.worlds.round import make_blad, make_uitvraag


def make_code_book() -> None:
    """The codes that ship."""
    book.ship()
    db.session.commit()


def code(naam: str) -> Code:
    """The code whose name begins like this; its kind goes before it when there are more: "lessen/Samenwerking"."""
    soort, _, beginning = naam.rpartition("/")
    found = book.codes(CodeSoort(soort) if soort else None, with_retired=True)
    return next(one for one in found if one.naam.startswith(beginning))


def make_coder(naam: str = "Kim Bedacht") -> User:
    """A beoordelaar, who codes."""
    return make_user(Rol.BEOORDELAAR, naam=naam)


def make_told(
    *teksten: str, regio: str | None = None, uitvraag: Uitvraag | None = None, soort: RegelSoort = RegelSoort.LES
) -> Antwoordblad:
    """A sheet on which a region handed in these lessons (or another kind)."""
    blad = make_blad(uitvraag or make_uitvraag(), make_regio(regio))
    hand_in(blad, *(add_regel(blad, tekst, soort=soort) for tekst in teksten))
    return blad


def rewrite(blad: Antwoordblad, *teksten: str) -> None:
    """Hand in the same rows again with other words."""
    rows = list(db.session.query(BladRegel).filter_by(blad_id=blad.id).order_by(BladRegel.id))
    for row, tekst in zip(rows, teksten, strict=True):
        row.tekst = tekst
    hand_in(blad, *rows)


def lessons(uitvraag: Uitvraag) -> list[CodingItem]:
    """The lessons of a round with their coding."""
    return items.items(CodeSoort.LESSEN, uitvraag)


def give(item: CodingItem, *codes: Code, by: User, base: int | None = None) -> codings.Saved:
    """Code a text, starting from what it has now (or from another revision)."""
    now = items.find(item.soort, item.id, _round_of(item))
    assert now is not None
    revision = now.revision if base is None else base
    return codings.save(now, [one.id for one in codes], base_revision=revision, actor=by.actor)


def names(code_ids: Sequence[int]) -> list[str]:
    """The names of codes, sorted."""
    return sorted(db.session.get_one(Code, one).naam for one in code_ids)


def _round_of(item: CodingItem) -> Uitvraag | None:
    blad = db.session.get(Antwoordblad, item.blad_id) if item.blad_id else None
    return blad.uitvraag if blad else None
