"""What somebody chose to code; it stands in the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import abort, request

from forms.fields import as_choices
from portal.domain.coding.state import CodeSoort
from portal.models import Code, Uitvraag
from portal.services.coding import book, double, items
from portal.services.coding.double import Sample
from portal.services.coding.items import CodingItem, ItemState
from portal.services.coding.piles import Pile, pile_of, piles
from portal.services.feedback import expectations
from portal.web.access import signed_in
from portal.web.coderen.forms import CodeerForm
from portal.web.posted import require_our_fields

TE_DOEN, VEROUDERD, GECODEERD = ItemState.TE_DOEN.value, ItemState.VEROUDERD.value, ItemState.GECODEERD.value
ALLES, GEEN = "alles", "geen"
TOON = {
    TE_DOEN: "Nog te coderen",
    VEROUDERD: "Misschien verouderd",
    GECODEERD: "Gecodeerd",
    ALLES: "Alle teksten",
}


@dataclass(frozen=True)
class CodingChoice:
    """One kind of text of one round; all of it, a part by state, or what has one code. `code` "": no code chosen."""

    pile: Pile
    codes: Sequence[Code]
    rondes: Sequence[Uitvraag]
    uitvraag: Uitvraag | None
    toon: str = TE_DOEN
    code: str = ""

    @property
    def soort(self) -> CodeSoort:
        """The kind of text."""
        return self.pile.soort

    @property
    def in_address(self) -> dict[str, Any]:
        """The choice as parts of an address, for the links and forms that keep it."""
        chosen = {"uitvraag": self.uitvraag.id if self.uitvraag else "", "code": self.code}
        if not self.code and self.toon != TE_DOEN:
            chosen["toon"] = self.toon
        return (
            {"soort": self.soort.value}
            | self.pile.in_address
            | {name: value for name, value in chosen.items() if value}
        )

    @property
    def code_naam(self) -> str:
        """The chosen code in words."""
        return "Past bij geen code" if self.code == GEEN else self.names.get(int(self.code or 0), "")

    @property
    def names(self) -> dict[int, str]:
        """The names of all codes of this kind by id, also of those that can't be given any more."""
        return {code.id: code.naam for code in self.codes}

    @property
    def open_codes(self) -> list[Code]:
        """The codes that can be given."""
        return [code for code in self.codes if code.is_te_geven]

    def wants(self, item: CodingItem) -> bool:
        """True when this text is among what was chosen."""
        if self.code == GEEN:
            return item.given is not None and not item.given.code_ids
        if self.code:
            return int(self.code) in item.code_ids
        return self.toon == ALLES or item.state == self.toon

    def texts(self) -> list[CodingItem]:
        """All texts of the pile as they are now."""
        return [item for item in items.items(self.soort, self.uitvraag) if self.pile.holds(item)]

    @property
    def goes_round(self) -> bool:
        """True when what was skipped comes by again: until there is nothing left."""
        return not self.code and self.toon in (TE_DOEN, VEROUDERD)


def chosen_soort(soort: str) -> CodeSoort:
    """The kind in the address; 404 for one that does not exist."""
    if soort not in set(CodeSoort):
        abort(404)
    return CodeSoort(soort)


def chosen_round() -> tuple[list[Uitvraag], Uitvraag | None]:
    """The rounds in which something was handed in, and the one in the address; else the newest."""
    rondes = expectations.rounds_asked()
    known = {str(ronde.id): ronde for ronde in rondes}
    return rondes, known.get(request.args.get("uitvraag", ""), rondes[0] if rondes else None)


def chosen_pile(soort: str, uitvraag: Uitvraag | None) -> Pile:
    """The kind in the address and, of an own question, which one; 404 when the round does not have it."""
    return pile_of(chosen_soort(soort), request.args.get("vraag", ""), piles(uitvraag)) or abort(404)


def choice_of(soort: str) -> CodingChoice:
    """From the address. What does not exist counts as not chosen; a code that was merged as what it became."""
    chosen_soort(soort)
    rondes, uitvraag = chosen_round()
    pile = chosen_pile(soort, uitvraag)
    codes = book.codes(pile.soort, vraag=pile.vraag, with_retired=True)
    toon = request.args.get("toon", TE_DOEN)
    code = _code(codes, request.args.get("code", ""))
    return CodingChoice(pile, codes, rondes, uitvraag, toon if toon in TOON else TE_DOEN, code)


def chosen_sample(soort: str) -> tuple[CodingChoice, Sample]:
    """What is in the address, and what of it is coded twice; 404 while no sample was drawn of it."""
    keuze = choice_of(soort)
    return keuze, double.sample_of(keuze.pile, keuze.uitvraag, keuze.codes) or abort(404)


def blind_in(keuze: CodingChoice, texts: Sequence[CodingItem]) -> frozenset[int]:
    """Which of these texts who looks can still code as the second: their codes stand on no page for that person."""
    return double.blind_to(double.sample_of(keuze.pile, keuze.uitvraag, keuze.codes), texts, signed_in())


def posted_codes(keuze: CodingChoice) -> CodeerForm:
    """The codes that somebody gave a text, validated; 400 for what our own page can't have sent."""
    form = CodeerForm()
    form.codes.choices = as_choices((code.id, code.naam) for code in keuze.codes)
    require_our_fields(form)
    form.validate()
    return form if form.is_ours else abort(400)


def _code(codes: Sequence[Code], asked: str) -> str:
    if asked == GEEN:
        return GEEN
    number = as_id(asked)
    found = book.resolve(codes, [number]) if number else []
    return str(found[0].id) if found else ""


def as_id(text: str) -> int:
    """A number in the address, or 0 when it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
