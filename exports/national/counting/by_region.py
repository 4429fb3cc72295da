"""What was written and planned, sorted out by region; made once for the appendices and the sheets of the workbook."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from exports.national.counting.actions import how_it_goes, statuses
from exports.national.counting.tally import ClosedQuestion, Tally, closed_questions
from exports.national.data import ActieBeeld, AntwoordBeeld, Beeld, Optie, RapportData, RegioBeeld, Uitspraak
from exports.national.lookup import Lookup
from forms.counted import AAN_DE_REGIO


@dataclass(frozen=True)
class ByRegion:
    """Everything by the code of its region. `plannen` are all regions of each plan.

    `vragen` are what regions could choose, by the start of the tokens of a closed question.
    """

    acties: Mapping[str, list[ActieBeeld]]
    successen: Mapping[str, list[Uitspraak]]
    lessen: Mapping[str, list[Uitspraak]]
    verwachtingen: Mapping[str, list[Uitspraak]]
    antwoorden: Mapping[str, list[AntwoordBeeld]]
    plannen: Mapping[int, list[RegioBeeld]]
    statussen: Mapping[str, str]
    geadresseerden: Mapping[str, Optie]
    vragen: Mapping[str, ClosedQuestion]
    bij: Lookup

    @classmethod
    def of(cls, data: RapportData, tally: Tally) -> ByRegion:
        """Sorted out of the picture of this round."""
        beeld = data.beeld
        antwoorden: dict[str, list[AntwoordBeeld]] = defaultdict(list)
        for one in data.antwoorden:
            antwoorden[one.regio].append(one)
        return cls(
            _actions(beeld),
            _said(beeld.successen),
            _said(beeld.lessen),
            _said(beeld.verwachtingen),
            antwoorden,
            _plans(beeld),
            {one.key: one.label for one in statuses(tally)},
            {one.key: one for one in tally.keuzes.geadresseerden},
            {vraag.prefix: vraag for vraag in closed_questions(data.vragen)},
            Lookup(data),
        )

    def actions_of(self, code: str) -> list[ActieBeeld]:
        """The actions of a region as they go there: one of a joint plan may go otherwise than elsewhere."""
        return [_as_here(one, code) for one in self.acties.get(code, [])]

    def counted(self, code: str) -> Counter[str]:
        """How many actions of a region have each status, or none (`how_it_goes`)."""
        return Counter(map(how_it_goes, self.actions_of(code)))

    def open_expectations(self, code: str) -> int:
        """How many expectations of national parties a region has that nobody answered yet."""
        return sum(one.aan != AAN_DE_REGIO and not one.antwoord for one in self.verwachtingen.get(code, []))

    def chosen(self, regio: RegioBeeld, prefix: str) -> str:
        """The label of the choice (or choices) of a region; "Niet ingevuld" without one, "" when it was not asked."""
        vraag = self.vragen.get(prefix)
        keys = regio.keuzes.get(vraag.key) if vraag else None
        if vraag is None or keys is None:
            return ""
        labels = {one.key: one.label for one in vraag.opties}
        return ", ".join(labels.get(key, key) for key in keys.split()) or "Niet ingevuld"


def _as_here(actie: ActieBeeld, code: str) -> ActieBeeld:
    other = next((one for one in actie.elders if one.regio == code), None)
    return replace(actie, status=other.status, toelichting=other.toelichting) if other else actie


def _actions(beeld: Beeld) -> Mapping[str, list[ActieBeeld]]:
    found: dict[str, list[ActieBeeld]] = defaultdict(list)
    for actie in beeld.acties:
        for code in actie.regios:
            found[code].append(actie)
    return found


def _said(items: Iterable[Uitspraak]) -> Mapping[str, list[Uitspraak]]:
    found: dict[str, list[Uitspraak]] = defaultdict(list)
    for one in items:
        for code in one.regios:
            found[code].append(one)
    return found


def _plans(beeld: Beeld) -> Mapping[int, list[RegioBeeld]]:
    plans: dict[int, list[RegioBeeld]] = defaultdict(list)
    for regio in beeld.regios:
        if regio.plan_id is not None:
            plans[regio.plan_id].append(regio)
    return plans
