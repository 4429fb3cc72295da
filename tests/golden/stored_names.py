"""Names that are stored as values, so that renaming one in the code leaves behind what is stored under it."""

from __future__ import annotations

import json
from typing import Any

from exports.national.build import TextEdit, build
from exports.national.colofon import Stamp
from forms.national import Soort, editions
from forms.spec import Format
from portal.domain.plan.events import EventSoort
from portal.domain.report.events import RapportEventSoort
from portal.domain.round.events import UitvraagEventSoort
from portal.services.report.reports import sentences_of
from tests.examples.nation import example_data
from tests.exports.national.goals_told import EACH, told
from tests.exports.national.worlds import several
from tests.golden.registered import HERE


def stored_names() -> dict[str, Any]:
    """All of them, by what they name."""
    made = [
        build(data, stamp=Stamp("Vastgesteld", 1), edits=_edited_before())
        for data in (example_data(), several(example_data()), told(*EACH))
    ]
    return {
        "gebeurtenissen van plan": sorted(EventSoort),
        "gebeurtenissen van uitvraag": sorted(UitvraagEventSoort),
        "gebeurtenissen van rapport": sorted(RapportEventSoort),
        "zinnen van het rapport": sorted({key for one in made for key in sentences_of(one)}),
        "getallen van het rapport": sorted({key for one in made for key in one.waarden}),
        **{f"uitgave {one.key}": _keys(one) for soort in Soort for one in editions(soort)},
    }


def _edited_before() -> dict[str, TextEdit]:
    """A sentence that the portal writes no more keeps what a person made of it."""
    names = json.loads((HERE / "shapes" / "names.json").read_text("utf-8"))
    return {sleutel: TextEdit("Zo zeiden wij het.", 1) for sleutel in names["zinnen van het rapport"]}


def _keys(edition: Format) -> list[str]:
    """Its steps, questions, choices and fields of rows."""
    steps = [f"stap {one.key}" for one in edition.steps]
    questions = [f"vraag {one.key} ({one.kind.value})" for one in edition.questions]
    choices = [f"keuze {one.key}: {choice.key}" for one in edition.questions for choice in one.choices]
    fields = [f"veld {one.key}: {field.name}" for one in edition.questions for field in one.row]
    return [*steps, *questions, *choices, *fields]
