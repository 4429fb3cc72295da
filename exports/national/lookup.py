"""What the ids and keys in the data of a report stand for: names of regions, plans, rounds, codes and choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from exports.national.choices import choices_of, earlier_statuses
from exports.national.data import (
    ActieBeeld,
    CodeBeeld,
    DoelstandBeeld,
    Elders,
    Optie,
    PlanBeeld,
    RapportData,
    RegioBeeld,
    Ronde,
    Vraag,
)
from exports.national.span import round_of_sheet
from forms.dutch.words import listed
from forms.richtext import to_plain

ItemT = TypeVar("ItemT")


class Lookup:
    """Looks up what a value of the data stands for. What is not known is None, or the key itself."""

    def __init__(self, data: RapportData) -> None:
        self.ronde: Ronde = data.ronde
        self._namen: Mapping[str, str] = data.regionamen
        self.regios: Mapping[str, RegioBeeld] = {one.code: one for one in data.beeld.regios}
        self.vorige: Mapping[str, RegioBeeld] = {one.code: one for one in data.vorige.regios} if data.vorige else {}
        self.plannen: Mapping[int, PlanBeeld] = {one.id: one for one in data.plannen}
        self.acties: Mapping[int, ActieBeeld] = {one.id: one for one in data.beeld.acties}
        self.doelstanden: Mapping[int, DoelstandBeeld] = {one.id: one for one in data.doelstanden}
        self.rondes: Mapping[int, Ronde] = {one.id: one for one in data.rondes}
        earlier = [vraag for one in data.reeks for vraag in one.vragen if vraag.eigen]
        self.vragen: Mapping[str, Vraag] = {one.key: one for one in (*earlier, *data.vragen)}
        self._opties = {key: {optie.key: optie.label for optie in one.opties} for key, one in self.vragen.items()}
        self.korte_rondes = round_of_sheet(data)
        self._rondes_van_blad = {
            regio.blad_id: one.beeld.ronde.naam for one in data.reeks for regio in one.beeld.regios if regio.blad_id
        }
        keuzes = choices_of(data)
        self._statussen = _labels((*earlier_statuses(), *keuzes.statussen))
        self._structuren = _labels(keuzes.structuren)
        self._geadresseerden = _labels(keuzes.geadresseerden)
        self._codes: Mapping[int, CodeBeeld] = {one.id: one for one in data.codes}
        # A plan that is no longer in force may still have told how it went.
        self._regios_of_plan = {
            one.plan_id: one.regios for beeld in (data.vorige, data.beeld) if beeld for one in beeld.acties
        } | {one.id: one.regios for one in data.plannen}
        self._joined: dict[tuple[str, ...], str] = {}
        self._omschrijvingen: dict[int, str] = {}

    def round_of(self, blad_id: int | None) -> str:
        """The name of the round in which something was handed in on this sheet."""
        return self._rondes_van_blad.get(blad_id or 0, self.ronde.naam)

    def names(self, codes: Iterable[str]) -> list[str]:
        """The names of regions."""
        return [self._namen.get(code, code) for code in codes]

    def joined(self, codes: tuple[str, ...]) -> str:
        """The names of the regions of a plan as read aloud."""
        if codes not in self._joined:
            self._joined[codes] = listed(self.names(codes))
        return self._joined[codes]

    def plan_name(self, plan_id: int | None) -> str:
        """The name of a plan in force; "" for another."""
        plan = self.plannen.get(plan_id) if plan_id is not None else None
        return plan.naam if plan else ""

    def regions_of_plan(self, plan_id: int) -> tuple[str, ...]:
        """The codes of the regions of a plan; () when nothing tells."""
        return self._regios_of_plan.get(plan_id, ())

    def description(self, actie: ActieBeeld) -> str:
        """What an action says, without markup; read once, however many rounds tell of it."""
        if actie.id not in self._omschrijvingen:
            self._omschrijvingen[actie.id] = to_plain(actie.omschrijving)
        return self._omschrijvingen[actie.id]

    def code_name(self, code_id: int) -> str:
        """The name of a code, and whether it was retired."""
        code = self._codes.get(code_id)
        if code is None:
            return str(code_id)
        return f"{code.naam} (vervallen)" if code.vervallen else code.naam

    def code_meaning(self, code_id: int) -> str:
        """What a code means."""
        code = self._codes.get(code_id)
        return code.omschrijving if code else ""

    def status(self, key: str) -> str:
        """How it goes with an action, in words."""
        return self._statussen.get(key, key)

    def elsewhere(self, one: Elders, *, named: bool = True) -> str:
        """How it goes where it goes otherwise: "Loopt in Zuid-Holland Noord anders: gestopt"."""
        label = self.status(one.status)
        where = self._namen.get(one.regio, one.regio) if named else "een van deze regio’s"
        return f"Loopt in {where} anders: {label[:1].lower()}{label[1:]}"

    def party(self, key: str) -> str:
        """Of whom something is expected, in words; what is no key is a label already."""
        return self._geadresseerden.get(key, key)

    def structure(self, regio: RegioBeeld) -> str:
        """What kind of structure the plan of a region has, in the words of that plan; "" when it does not say."""
        if not regio.projectstructuur:
            return ""
        plan = self.plannen.get(regio.plan_id) if regio.plan_id is not None else None
        said = plan.projectstructuur if plan else ""
        return said or self._structuren.get(regio.projectstructuur, regio.projectstructuur)

    def consent(self, regio: RegioBeeld) -> str:
        """How the sides of the plan of a region agreed with it, in words; "" when that is not known."""
        plan = self.plannen.get(regio.plan_id) if regio.plan_id is not None else None
        return plan.instemming if plan else ""

    def question_of_role(self, role: str) -> Vraag | None:
        """The question of the round that plays this part in the count."""
        return next((one for one in self.vragen.values() if role and one.rol == role), None)

    def chosen(self, vraag: Vraag, tekst: str) -> str:
        """An answer as a person gave it: the labels of what was chosen, or the text."""
        opties = self._opties[vraag.key]
        return "; ".join(opties.get(key, key) for key in tekst.split()) if opties else tekst


def _labels(opties: Iterable[Optie]) -> Mapping[str, str]:
    return {optie.key: optie.label for optie in opties}


@dataclass(frozen=True, slots=True)
class Row(Generic[ItemT]):
    """One row of a table of the data: an item, and where to look up what it refers to."""

    item: ItemT
    bij: Lookup


def rows(items: Iterable[ItemT], bij: Lookup) -> tuple[Row[ItemT], ...]:
    """A row for each item."""
    return tuple(Row(item, bij) for item in items)
