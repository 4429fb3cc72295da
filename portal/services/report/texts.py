"""The coördinator's words in a national report: edited sentences and own texts, with the revision rule.

An edited sentence remembers which numbers its writer saw, so that a number that changes later is flagged. Every former
text is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from exports.national.sentences.living import tokens
from exports.national.sentences.register import to_remember
from exports.national.tree import EigenTekst, NationaalRapport
from portal.domain import clock
from portal.domain.report.events import RapportEventSoort
from portal.domain.report.flags import is_own, own_key, seen_values, why_too_long
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Rapport, RapportHistorie, RapportTekst, User
from portal.services.report import events, reports
from portal.services.report.problems import NoSuchText, ReportProblem, TextConflict


@dataclass(frozen=True)
class _Place:
    """A place in the report that takes a text: what the portal writes there by itself, and in which chapter it is."""

    sjabloon: str
    hoofdstuk: str


def save(rapport: Rapport, sleutel: str, tekst: str, *, base_revision: int, seen_revision: int, actor: Actor) -> int:
    """Save a sentence or an own text that started from `base_revision` (0: the portal's own sentence, or no text).

    An empty sentence is left out of the report. `seen_revision` is that of the report whose numbers the person saw.
    Returns the revision of the text now. A text that is stored already is no change; its numbers count as looked at.

    Raises TextConflict when somebody else changed this text, StaleReport when the report was made again meanwhile,
    NoSuchText for a key that the report does not have, ReportProblem when it can't be.
    """
    reports.require_concept(rapport)
    tree = reports.tree_of(rapport, demo=False)
    place = _place(rapport, tree, sleutel)
    row = reports.texts_of(rapport).get(sleutel)
    if problem := why_too_long(sleutel, tekst):
        raise ReportProblem(problem)
    if row is None and tekst == place.sjabloon:
        return 0
    if row is None or tekst != row.tekst:
        _require_newest(rapport, sleutel, tekst, row, place, base_revision)
    reports.require_as_seen(rapport, seen_revision, actor)
    seen = _seen(tree, sleutel, tekst, place.sjabloon, row.tekst if row else "")
    if row is None:
        row = _insert(rapport, sleutel, tekst, seen, actor)
    elif tekst != row.tekst:
        _replace(row, tekst, seen, actor)
    else:
        return _look(row, _seen(tree, sleutel, tekst, place.sjabloon))
    events.record_once_a_day(rapport, RapportEventSoort.TEKST_BEWERKT, actor, hoofdstuk=place.hoofdstuk)
    db.session.flush()
    return row.revision


def restore(rapport: Rapport, sleutel: str, *, base_revision: int, actor: Actor) -> None:
    """Put the portal's own sentence back, or take an own text away; what stood there is kept as an earlier text.

    Also for a text whose sentence is no longer in the report. Raises NoSuchText or ReportProblem.
    """
    reports.require_concept(rapport)
    row = reports.texts_of(rapport).get(sleutel)
    place = _places(reports.tree_of(rapport, demo=False)).get(sleutel)
    if row is None and place is None:
        raise NoSuchText("Deze zin staat niet (meer) in het rapport.")
    if row is None:
        return
    _require_same(row, base_revision, "teruggezet")
    _keep(row)
    db.session.delete(row)
    chapter = place or "een vervallen onderdeel"
    events.record_once_a_day(rapport, RapportEventSoort.TEKST_TERUGGEZET, actor, hoofdstuk=chapter)
    db.session.flush()


def confirm(rapport: Rapport, sleutel: str, *, base_revision: int, seen_revision: int, actor: Actor) -> None:
    """ "Klopt nog": the person looked at an edited sentence with the numbers of now, and it stays as it is.

    Raises NoSuchText, StaleReport when the numbers are others than the person saw, ReportProblem when the text is.
    """
    reports.require_concept(rapport)
    reports.require_as_seen(rapport, seen_revision, actor)
    tree = reports.tree_of(rapport, demo=False)
    place = _place(rapport, tree, sleutel)
    row = reports.texts_of(rapport).get(sleutel)
    if row is None:
        raise ReportProblem("Deze zin is niet bewerkt. Er valt niets te bevestigen.")
    _require_same(row, base_revision, "bevestigd")
    before = row.revision
    if _look(row, _seen(tree, sleutel, row.tekst, place.sjabloon)) != before:
        events.record_once_a_day(rapport, RapportEventSoort.TEKST_BEVESTIGD, actor, hoofdstuk=place.hoofdstuk)


def original(rapport: Rapport, sleutel: str) -> str:
    """The portal's own sentence with its tokens, "" for an own text. Raises NoSuchText."""
    return _place(rapport, reports.tree_of(rapport, demo=False), sleutel).sjabloon


@dataclass(frozen=True)
class EarlierText:
    """A text as it was before somebody changed it or took it away, and who had written it when."""

    id: int
    tekst: str
    op: datetime
    door: str


def history_of(rapport: Rapport, sleutel: str) -> list[EarlierText]:
    """The earlier texts of a sentence or chapter, the newest first."""
    query = (
        select(RapportHistorie.id, RapportHistorie.tekst, RapportHistorie.op, User.naam)
        .join(User, User.id == RapportHistorie.door_id)
        .where(RapportHistorie.rapport_id == rapport.id, RapportHistorie.sleutel == sleutel)
        .order_by(RapportHistorie.id.desc())
    )
    return [EarlierText(*row) for row in db.session.execute(query)]


def unplaced(rapport: Rapport, tree: NationaalRapport) -> list[RapportTekst]:
    """The texts whose sentence or chapter is not in the report now: they are kept, and come back when it does."""
    places = _places(tree)
    return [row for sleutel, row in reports.texts_of(rapport).items() if sleutel not in places and row.tekst]


def _places(tree: NationaalRapport) -> dict[str, str]:
    """Every place that takes a text, by its key, with the name of its chapter."""
    found: dict[str, str] = {}
    for hoofdstuk in tree.all_chapters():
        found.update(dict.fromkeys((zin.sleutel for zin in reports.sentences_in(hoofdstuk)), hoofdstuk.naam))
        own = (own_key(blok.hoofdstuk) for blok in hoofdstuk.blokken if isinstance(blok, EigenTekst))
        found.update(dict.fromkeys(own, hoofdstuk.naam))
    return found


def _place(rapport: Rapport, tree: NationaalRapport, sleutel: str) -> _Place:
    """`tree` has the edited sentences too of which the portal itself has nothing to say any more."""
    hoofdstuk = _places(tree).get(sleutel)
    if hoofdstuk is None:
        raise NoSuchText("Deze zin staat niet (meer) in het rapport.")
    own = reports.sentences_of(reports.own_tree(rapport)).get(sleutel)
    return _Place(own.sjabloon if own else "", hoofdstuk)


def _require_newest(
    rapport: Rapport, sleutel: str, tekst: str, row: RapportTekst | None, place: _Place, base_revision: int
) -> None:
    if base_revision == (row.revision if row else 0):
        return
    if row:
        raise TextConflict(mine=tekst, theirs=row.tekst, revision=row.revision, door=row.gewijzigd_door.naam)
    event = events.last_of(rapport, RapportEventSoort.TEKST_TERUGGEZET)
    door = event.door.naam if event and event.door else "Iemand anders"
    raise TextConflict(mine=tekst, theirs=place.sjabloon, revision=0, door=door)


def _require_same(row: RapportTekst, base_revision: int, what: str) -> None:
    if row.revision != base_revision:
        raise ReportProblem(
            f"{row.gewijzigd_door.naam} heeft deze tekst intussen gewijzigd. Er is niets {what}. Lees de tekst eerst."
        )


def _seen(tree: NationaalRapport, sleutel: str, tekst: str, sjabloon: str, former: str = "") -> dict[str, str]:
    """The numbers under a sentence: those in the text, those of the portal's own sentence, and those that somebody
    may just have typed over."""
    if is_own(sleutel):
        return {}
    printed = {token: waarde.tekst for token, waarde in tree.waarden.items()}
    zin = reports.sentences_of(tree).get(sleutel)
    seen = to_remember(tree.waarden, sleutel, tekst, sjabloon, zin.over if zin else ())
    return seen | seen_values(tokens(former), printed)


def _insert(rapport: Rapport, sleutel: str, tekst: str, seen: dict[str, str], actor: Actor) -> RapportTekst:
    row = RapportTekst(
        rapport_id=rapport.id,
        sleutel=sleutel,
        tekst=tekst,
        gezien=seen,
        revision=_last_revision(rapport, sleutel) + 1,
        gewijzigd_op=clock.now(),
        gewijzigd_door_id=actor.user_id,
    )
    db.session.add(row)
    return row


def _last_revision(rapport: Rapport, sleutel: str) -> int:
    """A text that was taken away and comes back counts on, so that no old page mistakes it for what it showed."""
    kept = select(func.max(RapportHistorie.revision)).where(
        RapportHistorie.rapport_id == rapport.id, RapportHistorie.sleutel == sleutel
    )
    return db.session.scalar(kept) or 0


def _replace(row: RapportTekst, tekst: str, seen: dict[str, str], actor: Actor) -> None:
    _keep(row)
    row.tekst, row.gezien = tekst, seen
    row.revision += 1
    row.gewijzigd_op, row.gewijzigd_door_id = clock.now(), actor.user_id


def _look(row: RapportTekst, seen: dict[str, str]) -> int:
    """Somebody looked at these numbers. Returns the revision of the text."""
    if row.gezien != seen:
        row.gezien = seen
        row.revision += 1
        db.session.flush()
    return row.revision


def _keep(row: RapportTekst) -> None:
    db.session.add(
        RapportHistorie(
            rapport_id=row.rapport_id,
            sleutel=row.sleutel,
            tekst=row.tekst,
            revision=row.revision,
            op=row.gewijzigd_op,
            door_id=row.gewijzigd_door_id,
        )
    )
