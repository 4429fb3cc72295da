"""The one gate: what people see of figures, with small numbers hidden. Pages, files and reports read nothing else."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from threading import Lock

from sqlalchemy import select

from portal.domain.instroom.indicators import INDICATOREN, Indicator
from portal.domain.instroom.shown import Shown, averages_beside
from portal.domain.instroom.suppression.rule import Rule
from portal.extensions import db
from portal.models import InstroomBron, InstroomCijfer, Regio
from portal.services.instroom import taking
from portal.services.instroom.earlier import changes
from portal.services.instroom.gate import NOTHING, AllShown, Gate

# What was worked out last per indicator, of each source by its id, under the number of changes of the figures.
_kept: dict[str, tuple[tuple[object, ...], Mapping[int, AllShown]]] = {}
# The gates, under what they were made for; one thread at a time brings them up to date.
_gates: dict[str, tuple[tuple[object, ...], Gate]] = {}
_ONE_AT_A_TIME = Lock()


def sources_of(indicator: str) -> Sequence[InstroomBron]:
    """The sources that have figures of an indicator that count, the one that is shown first first."""
    has = select(InstroomCijfer.id).where(
        InstroomCijfer.bron_id == InstroomBron.id, InstroomCijfer.indicator == indicator, InstroomCijfer.actueel
    )
    found = select(InstroomBron).where(has.exists()).order_by(InstroomBron.voorrang, InstroomBron.id)
    return db.session.scalars(found).all()


def indicators_here() -> list[Indicator]:
    """What there are figures of that count, in the order in which they are declared: one query."""
    found = set(db.session.scalars(select(InstroomCijfer.indicator).where(InstroomCijfer.actueel).distinct()))
    return [one for one in INDICATOREN.values() if one.sleutel in found]


def shown_figures(bron: InstroomBron, indicator: str) -> Shown:
    """All figures of one indicator of one source, added up and with small numbers hidden."""
    return _all_of(bron, indicator).figures


def forget() -> None:
    """Begin as a new process does: what was decided before is worked out again."""
    _kept.clear()
    _gates.clear()


def places_with_total(bron: InstroomBron, indicator: str) -> Mapping[int, Collection[str]]:
    """Of each year the places of which a source has the total of that year, shown or hidden."""
    return _all_of(bron, indicator).totals


def _all_of(bron: InstroomBron, indicator: str) -> AllShown:
    now = taking.settings()
    state = (now.merk, now.drempel, now.rond_af)
    kept = _kept.get(indicator)
    if kept is None or kept[0] != state:
        with _ONE_AT_A_TIME:
            kept = _kept[indicator] = state, _worked_out(indicator, Rule(now.drempel, now.rond_af))
    return kept[1].get(bron.id, NOTHING)


def _worked_out(indicator: str, rule: Rule) -> Mapping[int, AllShown]:
    """Of all sources together: what one of them hides, another may not tell."""
    key = rule, frozenset(db.session.scalars(select(Regio.code)))
    done = changes(indicator)
    # Taken out: what was interrupted is not gone on with.
    made_for, gate = _gates.pop(indicator, (None, None))
    if gate is None or made_for != key or not gate.can_follow(done):
        gate = Gate(INDICATOREN[indicator], *key)
    shown = gate.follow(done)
    _gates[indicator] = key, gate
    counted = INDICATOREN[indicator].gemiddelde_van
    return _without_telling(shown, _worked_out(counted, rule), counted) if counted else shown


def _without_telling(
    averages: Mapping[int, AllShown], counted: Mapping[int, AllShown], indicator: str
) -> Mapping[int, AllShown]:
    return {
        bron_id: replace(one, figures=averages_beside(one.figures, counted.get(bron_id, NOTHING).figures, indicator))
        for bron_id, one in averages.items()
    }
