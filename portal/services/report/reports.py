"""National reports: finding, making and making again. The caller commits.

A report is made of the frozen answers of one moment. Its data stands as JSON beside it, its texts are rows; the tree
that screen, Word and Excel draw is built of the two whenever it is needed.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sqlalchemy import select

from exports.national.build import build
from exports.national.colofon import Stamp
from exports.national.counting.heard import Heard, heard_values
from exports.national.counting.searched import OwnCount, searched
from exports.national.counting.values import living_values
from exports.national.data import RapportData
from exports.national.messages.asked import EarlierRequest
from exports.national.messages.box import MessageEdit
from exports.national.messages.quotes import QuoteEdit
from exports.national.tree import Hoofdstuk, NationaalRapport, Waarde, Zin
from exports.national.writer import TextEdit
from portal.domain import clock
from portal.domain.policy import Action, can
from portal.domain.report.events import RapportEventSoort
from portal.domain.report.flags import chapter_of, is_own
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Actor
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Rapport, RapportGegevens, RapportTekst, Uitvraag
from portal.services import people
from portal.services.report import (
    events,
    requests,
    spans,
    stamp,
    stored_counts,
    stored_hearing,
    stored_messages,
    stored_tree,
)
from portal.services.report.gather import gather
from portal.services.report.lock import lock_report
from portal.services.report.problems import NeverMade, ReportProblem, StaleReport, UnfinishedReport
from portal.services.report.spans import SpanChoice
from portal.services.report.stored_data import from_json, to_json
from portal.services.round import lock

__all__ = ["ReportProblem", "RoundReports", "StaleReport", "UnfinishedReport"]


@dataclass(frozen=True)
class RoundReports:
    """A round with its reports, the newest first; `over_meer` are those over several rounds, by what they are about."""

    uitvraag: Uitvraag
    rapporten: tuple[Rapport, ...]
    over_meer: tuple[tuple[Rapport, ...], ...] = ()
    # Over which rounds that end with this one another report could be made.
    keuzes: tuple[SpanChoice, ...] = ()
    # With which earlier rounds it may begin, where `keuzes` does not have them all.
    beginnen: tuple[Uitvraag, ...] = ()

    @property
    def unfinished(self) -> Rapport | None:
        """The version that is not vastgesteld yet."""
        return next((one for one in self.rapporten if not one.status.is_frozen), None)


def find_report(rapport_id: int) -> Rapport | None:
    """The report with this id, or None."""
    return db.session.get(Rapport, rapport_id)


def rounds_with_reports(actor: Actor) -> list[RoundReports]:
    """Every round that was opened, the newest first, with the reports that this actor may read.

    People who read only what is published get only the rounds of which something is.
    """
    reads_all = can(actor, Action.RAPPORT_CONCEPT_LEZEN)
    by_round: dict[int, dict[str, list[Rapport]]] = defaultdict(lambda: defaultdict(list))
    for rapport in db.session.scalars(select(Rapport).order_by(Rapport.nummer.desc())):
        if can(actor, Action.RAPPORT_LEZEN, rapport.facts):
            by_round[rapport.uitvraag_id][rapport.eerdere].append(rapport)
    may_span = spans.rounds_for_all() if can(actor, Action.RAPPORT_BEHEREN) else []
    rounds = db.session.scalars(
        select(Uitvraag)
        .where(Uitvraag.status != UitvraagStatus.GEPLAND)
        .order_by(Uitvraag.opent_op.desc(), Uitvraag.id.desc())
    )
    return [_reports_of(one, by_round[one.id], may_span) for one in rounds if reads_all or by_round[one.id]]


def _reports_of(
    uitvraag: Uitvraag, found: Mapping[str, Sequence[Rapport]], may_span: Sequence[Uitvraag]
) -> RoundReports:
    """A span of which a version is not finished yet is not offered."""
    several = {eerdere: tuple(ones) for eerdere, ones in found.items() if eerdere}
    busy = {eerdere for eerdere, ones in several.items() if not ones[0].status.is_frozen}
    keuzes = tuple(one for one in spans.choices(uitvraag, may_span) if one.eerdere not in busy)
    beginnen = spans.starts(uitvraag, may_span)
    return RoundReports(uitvraag, tuple(found.get("", ())), tuple(several.values()), keuzes, beginnen)


def make(uitvraag: Uitvraag, *, actor: Actor, over: SpanChoice | None = None) -> Rapport:
    """Make the first version of the report of a round, or the next one with the texts of the version before.

    With `over` it is about those rounds together. Raises UnfinishedReport when a version is not vastgesteld yet,
    ReportProblem when the round was never open.
    """
    _lock_rounds([*(over.eerder if over else ()), uitvraag])
    newest = _newest(uitvraag, over.eerdere if over else "")
    _require_room(uitvraag, newest, actor)
    rapport = Rapport(
        uitvraag=uitvraag,
        eerdere=over.eerdere if over else "",
        periode=over.naam if over else "",
        nummer=newest.nummer + 1 if newest else 1,
        status=RapportStatus.CONCEPT,
        status_sinds=clock.now(),
        gemaakt_op=clock.now(),
    )
    db.session.add(rapport)
    db.session.flush()
    _gather(rapport)
    if newest:
        _copy_texts(newest, rapport)
        stored_messages.copy(newest, rapport)
        stored_counts.copy(newest, rapport)
    events.record(rapport, RapportEventSoort.GEMAAKT, actor, versie=str(rapport.nummer))
    return rapport


def remake(rapport: Rapport, *, actor: Actor, seen_revision: int) -> bool:
    """Gather everything again, with the answers of now; the texts of the coördinator stay. True when data changed.

    Raises StaleReport when it was made again since the page was opened, ReportProblem when it is no concept.
    """
    _lock_rounds([*spans.earlier_rounds_of(rapport), rapport.uitvraag])
    require_concept(rapport)
    require_as_seen(rapport, seen_revision, actor)
    before = data_of(rapport)
    after = _gather(rapport)
    stored_counts.renew(rapport, actor=actor)
    rapport.revision += 1
    events.record(rapport, RapportEventSoort.OPNIEUW_GEMAAKT, actor)
    db.session.flush()
    return replace(after, peilmoment=before.peilmoment) != before


def _lock_rounds(rounds: Sequence[Uitvraag]) -> None:
    """Always in the same order: two people who make reports over the same rounds must not wait for each other."""
    for one in sorted(rounds, key=lambda one: one.id):
        lock.lock_round(one)


def require_concept(rapport: Rapport) -> None:
    """Lock the report and make sure that its data and texts may change.

    Raises ReportProblem with what to do instead.
    """
    lock_report(rapport)
    if rapport.status is RapportStatus.CONCEPT:
        return
    if rapport.status is RapportStatus.TER_VASTSTELLING:
        raise ReportProblem("Dit rapport ligt bij de kerngroep. Haal het eerst terug als u iets wilt veranderen.")
    raise ReportProblem("Dit rapport is vastgesteld en verandert niet meer. Maak een nieuwe versie.")


def require_as_seen(rapport: Rapport, seen_revision: int, actor: Actor) -> None:
    """Make sure that the (locked) report was not made again since the page was opened.

    Raises StaleReport that tells who did.
    """
    if rapport.revision == seen_revision:
        return
    event = events.last_of(rapport, RapportEventSoort.OPNIEUW_GEMAAKT)
    own = event is not None and event.door_id == actor.user_id
    happened = events.told_when(event) if event else "Het rapport is intussen opnieuw gemaakt."
    raise StaleReport(f"{happened} Er is nu niets gewijzigd. Kijk eerst naar de nieuwe cijfers.", is_own=own)


def data_of(rapport: Rapport) -> RapportData:
    """What the report is made of. Raises NeverMade for one without data."""
    try:
        return _parsed(rapport.id, _checksum(rapport))
    except _MadeMeanwhile:
        return _parsed(rapport.id, _checksum(rapport))


def values_of(rapport: Rapport) -> Mapping[str, Waarde]:
    """The living values of a report, without building all of it. Raises NeverMade as `data_of`."""
    try:
        counted = _counted(rapport.id, _checksum(rapport))
    except _MadeMeanwhile:
        counted = _counted(rapport.id, _checksum(rapport))
    beeld = data_of(rapport).beeld
    own, heard = stored_counts.counts_of(rapport), stored_hearing.heard_of(rapport)
    return {**counted, **searched(beeld, own), **heard_values(beeld, heard)}


# As few as there are parsed.
@lru_cache(maxsize=2)
def _counted(rapport_id: int, checksum: str) -> Mapping[str, Waarde]:
    """Counted once for each making: who writes a message asks for it again and again."""
    return living_values(_parsed(rapport_id, checksum))


def tree_of(rapport: Rapport, *, demo: bool) -> NationaalRapport:
    """The report as it reads now: its data with the texts of the coördinator; once vastgesteld as it read then.

    Raises NeverMade as `data_of`.
    """
    return _kept_tree(rapport) or tree_with(rapport, stamp.stamp_of(rapport), demo=demo)


def tree_with(rapport: Rapport, stempel: Stamp, *, demo: bool) -> NationaalRapport:
    """The report as it reads with the texts and messages of the coördinator, under this stamp."""
    messages, quotes = stored_messages.edits_of(rapport), stored_messages.quotes_of(rapport)
    return build_tree(
        rapport,
        edits_of(rapport),
        stempel,
        demo=demo,
        messages=messages,
        quotes=quotes,
        earlier=requests.outcomes_before(rapport),
        own_counts=stored_counts.counts_of(rapport),
        heard=stored_hearing.heard_of(rapport),
    )


def keep_tree(rapport: Rapport, tree: NationaalRapport) -> None:
    """Let the pages of a report that was just vastgesteld read like this for ever."""
    db.session.get_one(RapportGegevens, rapport.id).boom = stored_tree.to_json(tree)


def _kept_tree(rapport: Rapport) -> NationaalRapport | None:
    if not rapport.status.is_frozen:
        return None
    kept = db.session.scalar(select(RapportGegevens.boom).where(RapportGegevens.rapport_id == rapport.id))
    return stored_tree.from_json(kept) if kept else None


def own_tree(rapport: Rapport) -> NationaalRapport:
    """The report without the texts of the coördinator: what the portal writes by itself."""
    stempel = Stamp(rapport.status.label, rapport.nummer)
    return build_tree(rapport, {}, stempel, demo=False, heard=stored_hearing.heard_of(rapport))


def build_tree(
    rapport: Rapport,
    edits: Mapping[str, TextEdit],
    stempel: Stamp,
    *,
    demo: bool,
    messages: Sequence[MessageEdit] = (),
    quotes: Sequence[QuoteEdit] = (),
    earlier: Sequence[EarlierRequest] = (),
    own_counts: Sequence[OwnCount] = (),
    heard: Heard | None = None,
) -> NationaalRapport:
    """The report as it reads with these texts and this stamp; without texts every sentence is the portal's own."""
    return build(
        replace(data_of(rapport), demo=demo),
        stamp=stempel,
        edits={key: edit for key, edit in edits.items() if not is_own(key)},
        own_texts={chapter_of(key): edit for key, edit in edits.items() if is_own(key)},
        messages=messages,
        quotes=quotes,
        earlier=earlier,
        own_counts=own_counts,
        heard=heard,
    )


def edits_of(rapport: Rapport) -> dict[str, TextEdit]:
    """The texts of the coördinator by key, those of sentences and the own ones."""
    rows = texts_of(rapport)
    return {row.sleutel: TextEdit(row.tekst, row.revision, row.gezien) for row in rows.values()}


def texts_of(rapport: Rapport) -> dict[str, RapportTekst]:
    """The texts of the coördinator by key as they are stored now, with who wrote them."""
    query = (
        select(RapportTekst)
        .where(RapportTekst.rapport_id == rapport.id)
        .options(people.named(RapportTekst.gewijzigd_door))
        .order_by(RapportTekst.sleutel)
        .execution_options(populate_existing=True)
    )
    return {row.sleutel: row for row in db.session.scalars(query)}


def sentences_in(hoofdstuk: Hoofdstuk) -> tuple[Zin, ...]:
    """The sentences of one chapter, its heading first, without those of its sections."""
    return (hoofdstuk.kop, *(blok for blok in hoofdstuk.blokken if isinstance(blok, Zin)))


def sentences_of(tree: NationaalRapport) -> dict[str, Zin]:
    """Every sentence of a report by its key, in the order of the page."""
    return {zin.sleutel: zin for hoofdstuk in tree.all_chapters() for zin in sentences_in(hoofdstuk)}


def _newest(uitvraag: Uitvraag, eerdere: str) -> Rapport | None:
    return db.session.scalars(
        select(Rapport)
        .where(Rapport.uitvraag_id == uitvraag.id, Rapport.eerdere == eerdere)
        .order_by(Rapport.nummer.desc())
        .limit(1)
        .execution_options(populate_existing=True)
    ).first()


def _require_room(uitvraag: Uitvraag, newest: Rapport | None, actor: Actor) -> None:
    if uitvraag.status is UitvraagStatus.GEPLAND:
        raise ReportProblem("Deze uitvraag is nog niet open. Een rapport maakt u als er antwoorden kunnen zijn.")
    if newest is None or newest.status.is_frozen:
        return
    event = events.last_of(newest, RapportEventSoort.GEMAAKT)
    own = event is not None and event.door_id == actor.user_id
    raise UnfinishedReport(
        f"Versie {newest.nummer} van dit rapport is er al en is nog niet vastgesteld. Werk daarin verder.",
        newest.id,
        is_own=own,
    )


def _gather(rapport: Rapport) -> RapportData:
    """Gather the data of now and store it."""
    data = gather(rapport.uitvraag, spans.earlier_rounds_of(rapport))
    inhoud = to_json(data)
    row = db.session.get(RapportGegevens, rapport.id) or RapportGegevens(rapport_id=rapport.id)
    row.inhoud, row.checksum = inhoud, hashlib.sha256(inhoud.encode()).hexdigest()
    rapport.gemaakt_op = data.peilmoment
    db.session.add(row)
    db.session.flush()
    return data


def _checksum(rapport: Rapport) -> str:
    found = db.session.scalar(select(RapportGegevens.checksum).where(RapportGegevens.rapport_id == rapport.id))
    if found is None:
        raise NeverMade(f"report {rapport.id} has no data")
    return found


class _MadeMeanwhile(Exception):
    """The report was made again between asking which data it has and reading it."""


# Few: that of a large country takes tens of megabytes.
@lru_cache(maxsize=2)
def _parsed(rapport_id: int, checksum: str) -> RapportData:
    """The stored data, read and parsed once for each making: a page of a report asks for it again and again."""
    query = select(RapportGegevens.inhoud).where(
        RapportGegevens.rapport_id == rapport_id, RapportGegevens.checksum == checksum
    )
    inhoud = db.session.scalars(query).one_or_none()
    if inhoud is None:
        raise _MadeMeanwhile
    return from_json(inhoud)


def _copy_texts(source: Rapport, target: Rapport) -> None:
    """The next version begins with the texts of the version before, as they were seen then: what changed is flagged."""
    for row in texts_of(source).values():
        db.session.add(
            RapportTekst(
                rapport_id=target.id,
                sleutel=row.sleutel,
                tekst=row.tekst,
                gezien=dict(row.gezien),
                gewijzigd_op=row.gewijzigd_op,
                gewijzigd_door_id=row.gewijzigd_door_id,
            )
        )
    db.session.flush()
