"""How many expectations wait for an answer, per party, without reading them: the start page tells it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sqlalchemy import bindparam, select

from forms.counted import AAN_DE_REGIO
from forms.national import progress_edition
from forms.spec import Choice, Kind
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, Organisatie, Uitvraag, User, VerwachtingAntwoord
from portal.models.stored import part
from portal.plain import plain_rows
from portal.services.feedback.expectations import addressees
from portal.services.filling.frozen import Frozen

_COUNTING = (
    select(BladIndiening.id, BladIndiening.checksum, Antwoordblad.uitvraag_id)
    .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
    .where(BladIndiening.nummer == Antwoordblad.indiening_nummer)
)
_EXPECTED = (
    select(
        BladIndiening.checksum,
        Uitvraag.edition,
        part(BladIndiening.snapshot, "regels", "verwachtingen").label("verwachtingen"),
    )
    .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
    .join(Uitvraag, Antwoordblad.uitvraag_id == Uitvraag.id)
    .where(BladIndiening.id.in_(bindparam("ids", expanding=True)))
)
_ANSWERED = select(VerwachtingAntwoord.regel_id).distinct()

# The id of each expectation of a submission, with the counted key of the party.
_Expected = tuple[tuple[int, str], ...]


def _read(ids: list[int]) -> Iterator[tuple[str, _Expected]]:
    for row in plain_rows(_EXPECTED, {"ids": ids}):
        expected = row.verwachtingen or ()
        asked = progress_edition(row.edition).question_of_kind(Kind.VERWACHTINGEN) if expected else None
        yield row.checksum, tuple((one["id"], asked.counted(one["aan"])) for one in expected if asked)


_expected: Frozen[_Expected] = Frozen(_read)


def waiting_for() -> Counter[str]:
    """How many expectations that were handed in have no answer yet, by the counted key of the party."""
    return Counter(aan for _, aan in _waiting())


def by_round() -> Counter[int]:
    """The same, by the id of the round in which they were handed in."""
    return Counter(uitvraag_id for uitvraag_id, _ in _waiting())


def _waiting() -> Iterator[tuple[int, str]]:
    """The round and the party of each expectation that waits."""
    rounds = {row.id: row for row in plain_rows(_COUNTING)}
    found = _expected.of({row.id: row.checksum for row in rounds.values()})
    answered = {row.regel_id for row in plain_rows(_ANSWERED)} if any(found.values()) else set()
    for id_, expected in found.items():
        for regel_id, aan in expected:
            if aan != AAN_DE_REGIO and regel_id not in answered:
                yield rounds[id_].uitvraag_id, aan


def party_of(actor: Actor) -> Choice | None:
    """The party of which regions expect something and for which this person works, or None.

    An organisation is called as people call it: "Ministerie van VWS" is VWS.
    """
    naam = db.session.scalar(
        select(Organisatie.naam).join(User, User.organisatie_id == Organisatie.id).where(User.id == actor.user_id)
    )
    return next((one for one in addressees() if one.counted != AAN_DE_REGIO and _is_called(naam or "", one)), None)


def _is_called(naam: str, party: Choice) -> bool:
    return re.search(rf"\b{re.escape(party.label.removeprefix('de '))}\b", naam, re.IGNORECASE) is not None
