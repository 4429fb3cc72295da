"""What is to be coded, and how far that is: actions of the plans in force, and what a round handed in, frozen.

An action keeps one permanent id across versions, so its coding stays; the fingerprint tells when its text changed. A
joint plan stands here once. Successes, lessons and expectations are those of the newest submission of each sheet that
is asked; of the expectations only those of national parties. Every list takes a fixed number of queries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from sqlalchemy import select

from forms.counted import AAN_DE_REGIO
from forms.dutch.words import together
from forms.national import edition, progress_edition
from forms.spec import Kind, Question
from portal.domain.coding.state import CodeSoort, action_text, fingerprint
from portal.domain.plan.states import ActieVorm
from portal.extensions import db
from portal.models import (
    Actie,
    Antwoordblad,
    BladIndiening,
    Codering,
    CoderingCode,
    Indiening,
    Plan,
    PlanRegio,
    PlanVersie,
    Regio,
    Uitvraag,
    User,
)
from portal.models.stored import part
from portal.services.plan.in_force import plans_in_force
from portal.services.regios import name_key

_REGIONS_OF_PLANS = select(PlanRegio.plan_id, Regio.naam).join(Regio, PlanRegio.regio_id == Regio.id)
# Only the parts of a submission that are coded: a snapshot also holds all that is not.
_ACTIONS = (
    select(Indiening.id, Plan.edition, part(Indiening.snapshot, Kind.ACTIES.value).label("acties"))
    .join(PlanVersie, Indiening.versie_id == PlanVersie.id)
    .join(Plan, PlanVersie.plan_id == Plan.id)
)
_HANDED_IN = (
    select(
        BladIndiening.blad_id,
        part(BladIndiening.snapshot, "regels").label("regels"),
        part(BladIndiening.snapshot, "regios").label("regios"),
    )
    .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
    .where(BladIndiening.nummer == Antwoordblad.indiening_nummer, Antwoordblad.niet_gevraagd.is_(False))
)
_CODINGS = select(
    Codering.id,
    Codering.actie_id,
    Codering.regel_id,
    Codering.bron,
    Codering.revision,
    Codering.gewijzigd_op,
    User.naam.label("door"),
).join(User, Codering.gewijzigd_door_id == User.id)
_CODES_OF = select(CoderingCode.codering_id, CoderingCode.code_id).join(
    Codering, CoderingCode.codering_id == Codering.id
)


class ItemState(StrEnum):
    """How far the coding of a text is."""

    TE_DOEN = "te_doen"
    VEROUDERD = "verouderd"
    GECODEERD = "gecodeerd"


@dataclass(frozen=True)
class Given:
    """How a text was coded, by whom and when. No codes: none fits. `bron` is the fingerprint of the text of then."""

    code_ids: tuple[int, ...]
    bron: str
    revision: int
    door: str
    op: datetime


@dataclass(frozen=True)
class CodingItem:
    """One text to be coded. `id` is that of the action, or of the row of the answer sheet."""

    soort: CodeSoort
    id: int
    tekst: str
    regios: tuple[str, ...]
    plan_id: int | None = None
    blad_id: int | None = None
    # Of an action: its number, the heading above it, its owner, and the themes that the region itself thought of.
    paragraaf: str = ""
    kop: str = ""
    verantwoordelijke: str = ""
    themas: tuple[str, ...] = ()
    # Of an expectation: of whom.
    aan: str = ""
    given: Given | None = None

    @property
    def is_action(self) -> bool:
        """Actions and rows of answer sheets each have ids of their own."""
        return self.soort is CodeSoort.ACTIES

    @property
    def regio(self) -> str:
        """The names of its regions as read aloud."""
        return together(self.regios)

    @cached_property
    def bron(self) -> str:
        """The fingerprint of the text as it is now."""
        return fingerprint(self.tekst)

    @property
    def state(self) -> ItemState:
        """How far its coding is."""
        if self.given is None:
            return ItemState.TE_DOEN
        return ItemState.GECODEERD if self.given.bron == self.bron else ItemState.VEROUDERD

    @property
    def code_ids(self) -> tuple[int, ...]:
        """The codes it has now."""
        return self.given.code_ids if self.given else ()

    @property
    def revision(self) -> int:
        """What a change of its coding starts from; 0: it is not coded yet."""
        return self.given.revision if self.given else 0


@dataclass(frozen=True)
class Counts:
    """How many texts of one kind are to do, perhaps stale, and done."""

    te_doen: int = 0
    verouderd: int = 0
    gecodeerd: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.te_doen + self.verouderd + self.gecodeerd


def items(soort: CodeSoort, uitvraag: Uitvraag | None) -> list[CodingItem]:
    """The texts of one kind with their coding, by region and then as they stand there.

    Actions are those of the plans in force; the rest is what this round handed in (None: nothing).
    """
    found = _actions() if soort is CodeSoort.ACTIES else _of_round(uitvraag, soort)
    return _with_codings(list(found))


def all_items(uitvraag: Uitvraag | None) -> dict[CodeSoort, list[CodingItem]]:
    """The texts of every kind: as many queries as for two kinds."""
    found: dict[CodeSoort, list[CodingItem]] = {soort: [] for soort in CodeSoort}
    for item in _with_codings([*_actions(), *_of_round(uitvraag)]):
        found[item.soort].append(item)
    return found


def counts_of(texts: Iterable[CodingItem]) -> Counts:
    """How far these texts are."""
    states = [item.state for item in texts]
    return Counts(*(states.count(state) for state in (ItemState.TE_DOEN, ItemState.VEROUDERD, ItemState.GECODEERD)))


def counts(uitvraag: Uitvraag | None) -> dict[CodeSoort, Counts]:
    """How far the coding is, per kind."""
    return {soort: counts_of(texts) for soort, texts in all_items(uitvraag).items()}


def find(soort: CodeSoort, item_id: int, uitvraag: Uitvraag | None) -> CodingItem | None:
    """One text as it is now, or None when it is not among those to be coded (any more)."""
    if soort is CodeSoort.ACTIES:
        plan_id = db.session.scalar(select(Actie.plan_id).where(Actie.id == item_id))
        found = _actions([plan_id]) if plan_id else iter(())
    else:
        found = _of_round(uitvraag, soort)
    return next(iter(_with_codings([item for item in found if item.id == item_id])), None)


def _actions(plan_ids: Iterable[int] | None = None) -> Iterator[CodingItem]:
    """The actions of the plans in force, by the name of the plan. A plan that went up in another has no regions."""
    wanted = None if plan_ids is None else list(plan_ids)
    in_force = plans_in_force(wanted)
    names: dict[int, list[str]] = defaultdict(list)
    for plan_id, naam in db.session.execute(_REGIONS_OF_PLANS):
        names[plan_id].append(naam)
    ids = [one.indiening.id for one in in_force.values()]
    rows = {row.id: row for row in db.session.execute(_ACTIONS.where(Indiening.id.in_(ids)))}
    regions = {plan_id: tuple(sorted(names[plan_id], key=name_key)) for plan_id in in_force if names[plan_id]}
    for plan_id in sorted(regions, key=lambda one: (*map(name_key, regions[one]), one)):
        yield from _actions_of(plan_id, regions[plan_id], rows[in_force[plan_id].indiening.id])


def _actions_of(plan_id: int, regios: tuple[str, ...], submission: Any) -> Iterator[CodingItem]:
    """The actions of a plan, when its edition gives them codes."""
    asked = edition(submission.edition).question_of_kind(Kind.ACTIES)
    kop = ""
    for row in submission.acties or () if asked.codes else ():
        vorm = ActieVorm(row["vorm"])
        if vorm is not ActieVorm.ACTIE:
            kop = f"{row['paragraaf']} {row['omschrijving']}".strip()
        if not vorm.is_action:
            continue
        yield CodingItem(
            CodeSoort.ACTIES,
            row["id"],
            action_text(row),
            regios,
            plan_id=plan_id,
            paragraaf=row["paragraaf"],
            kop=kop if vorm is ActieVorm.ACTIE else "",
            verantwoordelijke=row["verantwoordelijke"],
            themas=tuple(asked.counted(" ".join(row["themas"])).split()),
        )


def gives_codes(edition_key: str) -> bool:
    """True when the actions of plans of this edition get codes."""
    asked = edition(edition_key).of_kind(Kind.ACTIES)
    return asked is not None and asked.codes is not None


def _of_round(uitvraag: Uitvraag | None, *soorten: CodeSoort) -> Iterator[CodingItem]:
    """The rows of these kinds (none given: of all) that a round handed in, by region."""
    if uitvraag is None:
        return
    sheets = db.session.execute(_HANDED_IN.where(Antwoordblad.uitvraag_id == uitvraag.id)).all()
    for sheet in sorted(sheets, key=_by_region):
        for soort, question, row in rows_to_code(uitvraag.edition, sheet.regels, *soorten):
            yield _regel(soort, question, sheet, row)


def rows_to_code(
    edition_key: str, regels: Mapping[str, Iterable[Mapping[str, Any]]], *soorten: CodeSoort
) -> Iterator[tuple[CodeSoort, Question, Mapping[str, Any]]]:
    """Of what was handed in on a sheet of this edition the rows that are coded, with the question they answer.

    Of these kinds (none given: of all that the edition gives codes).
    """
    coded = coded_lists(edition_key)
    for soort in soorten or tuple(CodeSoort):
        if question := coded.get(soort):
            for row in regels.get(question.kind.value) or ():
                if question.counted(row["aan"]) != AAN_DE_REGIO:
                    yield soort, question, row


def coded_lists(edition_key: str) -> dict[CodeSoort, Question]:
    """The lists of a questionnaire by the kind of code that they get; a round without an edition has none."""
    asked = progress_edition(edition_key).questions if edition_key else ()
    return {one.codes: one for one in asked if one.codes}


def _by_region(sheet: Any) -> tuple[Any, ...]:
    return (*sorted(name_key(one["naam"]) for one in sheet.regios), sheet.blad_id)


def _regel(soort: CodeSoort, asked: Question, sheet: Any, row: Mapping[str, Any]) -> CodingItem:
    regios = [one["naam"] for one in sheet.regios if row["regio_code"] in ("", one["code"])]
    return CodingItem(
        soort,
        row["id"],
        row["tekst"],
        tuple(sorted(regios, key=name_key)),
        blad_id=sheet.blad_id,
        aan=asked.choice_label(row["aan"]),
    )


def _with_codings(texts: list[CodingItem]) -> list[CodingItem]:
    """The texts with how they were coded: two queries."""
    if not texts:
        return []
    given = _given({item.id for item in texts if item.is_action}, {item.id for item in texts if not item.is_action})
    return [replace(item, given=given.get((item.is_action, item.id))) for item in texts]


def _given(actie_ids: set[int], regel_ids: set[int]) -> dict[tuple[bool, int], Given]:
    rows = [*_rows(_CODINGS, actie_ids, regel_ids)]
    codes: dict[int, list[int]] = defaultdict(list)
    for codering_id, code_id in _rows(_CODES_OF, actie_ids, regel_ids):
        codes[codering_id].append(code_id)
    return {
        (row.actie_id is not None, row.actie_id or row.regel_id or 0): Given(
            tuple(sorted(codes[row.id])), row.bron, row.revision, row.door, row.gewijzigd_op
        )
        for row in rows
    }


def _rows(query: Any, actie_ids: set[int], regel_ids: set[int]) -> list[Any]:
    found: list[Any] = []
    for column, ids in ((Codering.actie_id, actie_ids), (Codering.regel_id, regel_ids)):
        if ids:
            found += db.session.execute(query.where(column.in_(ids))).all()
    return found
