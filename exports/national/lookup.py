"""What the ids and keys in the data of a report stand for: names of regions, plans, rounds, codes and choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from exports.national.data import Actie, Code, Plan, RapportData, RegioBeeld, Ronde, Vraag
from forms.dutch.words import listed
from forms.national.plan_2023 import PROJECTSTRUCTUUR_VORMEN
from forms.national.progress_2024 import ACTIE_STATUSSEN, GEADRESSEERDEN
from forms.richtext import to_plain
from forms.spec import Choice

ItemT = TypeVar("ItemT")


class Naslag:
    """Looks up what a value of the data stands for. What is not known is None, or the key itself."""

    def __init__(self, data: RapportData) -> None:
        self._namen: Mapping[str, str] = data.regionamen
        self.regios: Mapping[str, RegioBeeld] = {one.code: one for one in data.beeld.regios}
        self.vorige: Mapping[str, RegioBeeld] = {one.code: one for one in data.vorige.regios} if data.vorige else {}
        self.plannen: Mapping[int, Plan] = {one.id: one for one in data.plannen}
        self.acties: Mapping[int, Actie] = {one.id: one for one in data.beeld.acties}
        self.rondes: Mapping[int, Ronde] = {one.id: one for one in data.rondes}
        self.vragen: Mapping[str, Vraag] = {one.key: one for one in data.vragen}
        self._opties = {one.key: {optie.key: optie.label for optie in one.opties} for one in data.vragen}
        self._codes: Mapping[int, Code] = {one.id: one for one in data.codes}
        # A plan that is no longer in force may still have told how it went.
        self._regios_of_plan = {
            one.plan_id: one.regios for beeld in (data.vorige, data.beeld) if beeld for one in beeld.acties
        } | {one.id: one.regios for one in data.plannen}
        self._joined: dict[tuple[str, ...], str] = {}
        self._omschrijvingen: dict[int, str] = {}

    def namen(self, codes: Iterable[str]) -> list[str]:
        """The names of regions."""
        return [self._namen.get(code, code) for code in codes]

    def joined(self, codes: tuple[str, ...]) -> str:
        """The names of the regions of a plan as read aloud."""
        if codes not in self._joined:
            self._joined[codes] = listed(self.namen(codes))
        return self._joined[codes]

    def plan_naam(self, plan_id: int | None) -> str:
        """The name of a plan in force; "" for another."""
        plan = self.plannen.get(plan_id) if plan_id is not None else None
        return plan.naam if plan else ""

    def regios_of_plan(self, plan_id: int) -> tuple[str, ...]:
        """The codes of the regions of a plan; () when nothing tells."""
        return self._regios_of_plan.get(plan_id, ())

    def omschrijving(self, actie: Actie) -> str:
        """What an action says, without markup; read once, however many rounds tell of it."""
        if actie.id not in self._omschrijvingen:
            self._omschrijvingen[actie.id] = to_plain(actie.omschrijving)
        return self._omschrijvingen[actie.id]

    def code_naam(self, code_id: int) -> str:
        """The name of a code, and whether it was retired."""
        code = self._codes.get(code_id)
        if code is None:
            return str(code_id)
        return f"{code.naam} (vervallen)" if code.vervallen else code.naam

    def code_omschrijving(self, code_id: int) -> str:
        """What a code means."""
        code = self._codes.get(code_id)
        return code.omschrijving if code else ""

    def gekozen(self, vraag: Vraag, tekst: str) -> str:
        """An answer as a person gave it: the labels of what was chosen, or the text."""
        opties = self._opties[vraag.key]
        return "; ".join(opties.get(key, key) for key in tekst.split()) if opties else tekst


@dataclass(frozen=True, slots=True)
class Rij(Generic[ItemT]):
    """One row of a table of the data: an item, and where to look up what it refers to."""

    item: ItemT
    bij: Naslag


def rijen(items: Iterable[ItemT], bij: Naslag) -> tuple[Rij[ItemT], ...]:
    """A row for each item."""
    return tuple(Rij(item, bij) for item in items)


def label(choices: Sequence[Choice], key: str) -> str:
    """The label of a choice; what is no key is a label already."""
    return next((one.label for one in choices if one.key == key), key)


def status_label(key: str) -> str:
    """How it goes with an action, in words."""
    return _STATUS.get(key, key)


def partij_label(key: str) -> str:
    """Of whom something is expected, in words."""
    return label(GEADRESSEERDEN, key)


def structuur_label(key: str) -> str:
    """What kind of structure a project has, in words."""
    return label(PROJECTSTRUCTUUR_VORMEN, key)


_STATUS = {one.key: one.label for one in ACTIE_STATUSSEN}
