"""How the pages speak of what is remarked on, and how its addresses are made: of a plan, a sheet, a report, figures."""

from __future__ import annotations

from dataclasses import dataclass

from forms.spec import Step
from portal.models import Antwoordblad, Plan, Rapport
from portal.services.instroom.talk import Regiobeeld
from portal.services.remark.remarked import Thing


@dataclass(frozen=True)
class Words:
    """What a step is called ("onderdeel", "vraag"), with the words before it, and what they all belong to.

    `suffix`, `id_name` and `id_of` make the addresses: the view of a verb, what is named in it, and where that stands.
    """

    a_part: str
    this_part: str
    whole_part: str
    whole: str
    suffix: str
    id_name: str
    id_of: str = "id"


_PLAN = Words("een onderdeel", "dit onderdeel", "Het hele onderdeel", "dit plan", "", "plan_id")
_REPORT = Words("een hoofdstuk", "dit hoofdstuk", "Het hele hoofdstuk", "dit rapport", "_rapport", "rapport_id")
_REGIOBEELD = Words(
    "een weergave", "deze weergave", "De hele weergave", "dit regiobeeld", "_regiobeeld", "code", id_of="code"
)
_SHEET = Words("een vraag", "deze vraag", "De hele vraag", "deze antwoorden", "_blad", "blad_id")


def words_for(thing: Thing) -> Words:
    """The words for a plan, an answer sheet, a report or a regiobeeld."""
    if isinstance(thing, Rapport):
        return _REPORT
    if isinstance(thing, Regiobeeld):
        return _REGIOBEELD
    return _PLAN if isinstance(thing, Plan) else _SHEET


def title_of(thing: Thing, step: Step) -> str:
    """How a step is called: an onderdeel and a chapter by its title, a question by its short name."""
    return step.sections[0].name if isinstance(thing, Antwoordblad) else step.title


def numbered(thing: Thing, step: Step) -> str:
    """The same with its number: "3. Doelgroep", "Vraag 2: Voortgang van de acties"."""
    if isinstance(thing, Rapport | Regiobeeld):
        return step.title
    before = f"{step.number}." if isinstance(thing, Plan) else f"Vraag {step.number}:"
    return f"{before} {title_of(thing, step)}"
