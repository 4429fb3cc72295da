"""What is to be coded, and how far that is: actions of the plans in force, and what a round handed in, frozen.

An action keeps one permanent id across versions, so its coding stays; the fingerprint tells when its text changed. A
joint plan stands here once. Successes, lessons, expectations and explanations are those of the newest submission of
each sheet that is asked; of the expectations only those of national parties. Every list takes a fixed number of
queries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import select

from forms.counted import AAN_DE_REGIO
from forms.national import edition, progress_edition
from forms.spec import Kind, Question
from portal.domain.coding.state import CodeSoort, Drager, action_text, carrier
from portal.domain.plan.states import ActieVorm
from portal.extensions import db
from portal.models import (
    COUNTS,
    Actie,
    Antwoordblad,
    BladIndiening,
    Indiening,
    Plan,
    PlanRegio,
    PlanVersie,
    Regio,
    Uitvraag,
)
from portal.models.stored import part
from portal.services.coding.explained import explained
from portal.services.coding.given import with_codings
from portal.services.coding.item import CodingItem, Counts, Given, ItemState
from portal.services.plan.in_force import plans_in_force
from portal.services.regios import name_key

__all__ = [
    "CodingItem",
    "Counts",
    "Given",
    "ItemState",
    "all_items",
    "counts",
    "counts_of",
    "find",
    "gives_codes",
    "items",
    "of_plan",
    "rows_to_code",
]

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
    .where(COUNTS)
)


def items(soort: CodeSoort, uitvraag: Uitvraag | None) -> list[CodingItem]:
    """The texts of one kind with their coding, by region and then as they stand there.

    Actions are those of the plans in force; the rest is what this round handed in (None: nothing).
    """
    found = _actions() if soort is CodeSoort.ACTIES else _on_sheets(uitvraag, soort)
    return with_codings(list(found))


def _on_sheets(uitvraag: Uitvraag | None, soort: CodeSoort) -> Iterator[CodingItem]:
    return explained(uitvraag, soort) if carrier(soort) is Drager.PLEK else _of_round(uitvraag, soort)


def all_items(uitvraag: Uitvraag | None) -> dict[CodeSoort, list[CodingItem]]:
    """The texts of every kind: as many queries as for three kinds."""
    found: dict[CodeSoort, list[CodingItem]] = {soort: [] for soort in CodeSoort}
    for item in with_codings([*_actions(), *_of_round(uitvraag), *explained(uitvraag)]):
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
        found = _on_sheets(uitvraag, soort)
    return next(iter(with_codings([item for item in found if item.id == item_id])), None)


def of_plan(plan_id: int) -> list[CodingItem]:
    """The actions of a plan in force, with how they were coded; none when nothing of it is in force."""
    return with_codings(list(_actions([plan_id])))


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
    return {one.codes: one for one in asked if one.codes and carrier(one.codes) is Drager.REGEL}


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
