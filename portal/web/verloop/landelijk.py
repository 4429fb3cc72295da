"""Verloop of the country: how often each theme was named round by round, and every action with its windows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from exports.national.data import CodeBeeld
from exports.national.trend.themes import ThemaVerloop, themes_over_rounds, unread
from forms.cleaning import clean_line
from portal.domain.coding.state import CodeSoort
from portal.domain.policy import Action
from portal.services import regios
from portal.services.coding import book
from portal.services.report.trend import ActieRegel, SaidOverRounds, actions_over_rounds, said_over_rounds
from portal.web.access import access
from portal.web.verloop.blueprint import blueprint

# What own questions ask stands in one round only: there is nothing beside it.
SOORTEN = tuple(one for one in CodeSoort if one is not CodeSoort.EIGEN)
PER_PAGE = 50


@dataclass(frozen=True)
class ThemesOfKind:
    """The themes of one kind that are shown, with how many texts of each round nobody read yet."""

    soort: CodeSoort
    themas: Sequence[tuple[CodeBeeld, ThemaVerloop]]
    ongelezen: Sequence[int]


@blueprint.get("")
@access(Action.VERLOOP_ZIEN)
def landelijk() -> ResponseReturnValue:
    """All themes over rounds, and the way to actions and regions."""
    said = said_over_rounds()
    return render_template(
        "verloop/landelijk.html",
        rondes=said.rondes,
        soorten=[found for soort in SOORTEN if (found := _of_kind(said, soort)).themas],
        regios=regios.bare_regios(),
    )


@blueprint.get("/thema/<int:code_id>")
@access(Action.VERLOOP_ZIEN)
def thema(code_id: int) -> ResponseReturnValue:
    """One theme over rounds; a code that was merged is the one that took its place."""
    code = book.find(code_id)
    if code is None or code.soort is CodeSoort.EIGEN:
        abort(404)
    if code.samengevoegd_in_id:
        return redirect(url_for("verloop.thema", code_id=code.samengevoegd_in_id))
    said = said_over_rounds(code.soort)
    return render_template(
        "verloop/thema.html",
        code=code,
        eerder=book.earlier_names(code),
        rondes=said.rondes,
        verloop=themes_over_rounds(said.rondes, code.soort.value, [code.id])[code.id],
        ongelezen=_unread(said, code.soort),
        statussen=said.statussen,
    )


@blueprint.get("/acties")
@access(Action.VERLOOP_ZIEN)
def acties() -> ResponseReturnValue:
    """Every action with its windows and its status per round; those that moved first, unless all are asked."""
    found = actions_over_rounds()
    query = _query(found.themas)
    shown = _chosen(found.acties, query)
    start = query.vanaf if query.vanaf < len(shown) else 0
    return render_template(
        "verloop/acties.html",
        verloop=found,
        query=query,
        aantal=len(shown),
        acties=shown[start : start + PER_PAGE],
        vanaf=start,
        per_bladzijde=PER_PAGE,
    )


@dataclass(frozen=True)
class ActionQuery:
    """What stands in the address: which actions somebody wants to see."""

    toon: str
    thema: int
    zoek: str
    vanaf: int

    def args(self, **changes: object) -> dict[str, object]:
        """The address with something else in it."""
        given = {"toon": self.toon, "thema": self.thema or None, "zoek": self.zoek or None, "vanaf": None, **changes}
        return {key: value for key, value in given.items() if value}


def _query(themas: Mapping[int, str]) -> ActionQuery:
    asked = request.args
    thema_id, vanaf = asked.get("thema", 0, type=int), asked.get("vanaf", 0, type=int)
    return ActionQuery(
        "alle" if asked.get("toon") == "alle" else "verschoven",
        thema_id if thema_id in themas else 0,
        clean_line(asked.get("zoek", "")),
        max(vanaf - vanaf % PER_PAGE, 0),
    )


def _chosen(acties: Sequence[ActieRegel], query: ActionQuery) -> list[ActieRegel]:
    word = query.zoek.casefold()
    return [
        one
        for one in acties
        if (query.toon == "alle" or one.verloop.is_verschoven)
        and (not query.thema or query.thema in one.codes)
        and (not word or any(word in naam.casefold() for naam in (*one.regios, one.verloop.actie.omschrijving)))
    ]


def _of_kind(said: SaidOverRounds, soort: CodeSoort) -> ThemesOfKind:
    """A theme that is retired stands here while a round named it."""
    codes = [one for one in said.book.codes if one.soort == soort.value]
    found = themes_over_rounds(said.rondes, soort.value, [one.id for one in codes])
    shown = [(one, found[one.id]) for one in codes if found[one.id].is_genoemd or not one.vervallen]
    is_asked = any(soort.value in one.gevraagd for one in said.rondes)
    return ThemesOfKind(soort, shown if is_asked else [], _unread(said, soort))


def _unread(said: SaidOverRounds, soort: CodeSoort) -> list[int]:
    return [unread(one, soort.value) for one in said.rondes]
