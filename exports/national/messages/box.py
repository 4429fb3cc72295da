"""A message as the coördinator made it → as it is printed, with its living numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from exports.national.sentences.living import parts_of, tokens
from exports.national.tree import Boodschap, Deel, Verandering, Waarde
from forms.dutch.dates import day_short


@dataclass(frozen=True)
class MessageEdit:
    """A message that was chosen: its texts with tokens, of whom something is asked and by when.

    `kader`: it stands in a box on the second page; else it belongs to the theme whose token is `sleutel`. `gezien`: the
    printed values when somebody last looked.
    """

    sleutel: str
    bevinding: str
    waarom: str = ""
    wat_nu: str = ""
    aan: str = ""
    datum: date | None = None
    kader: bool = True
    revision: int = 0
    gezien: Mapping[str, str] = field(default_factory=dict)

    @property
    def tokens(self) -> tuple[str, ...]:
        """The numbers in its texts."""
        return tuple(dict.fromkeys(one for text in (self.bevinding, self.waarom, self.wat_nu) for one in tokens(text)))


def box_of(edit: MessageEdit, waarden: Mapping[str, Waarde]) -> Boodschap:
    """The message as it is printed with the values of now."""
    parts, gone = zip(*(parts_of(text, waarden) for text in (edit.bevinding, edit.waarom, edit.wat_nu)), strict=True)
    bevinding, waarom, wat_nu = parts
    return Boodschap(
        edit.sleutel,
        bevinding or (Deel(""),),
        waarom,
        wat_nu,
        asked(edit.aan, edit.datum),
        kader=edit.kader,
        revision=edit.revision,
        vlaggen=tuple(_changed(edit.gezien, waarden)),
        vervallen=tuple(dict.fromkeys(token for found in gone for token in found)),
    )


def asked(aan: str, datum: date | None) -> str:
    """ "Gevraagd aan VNG en VWS, vóór 1 april 2024"; "" when nothing is asked of anybody."""
    whom = f"aan {aan.strip()}" if aan.strip() else ""
    when = f"vóór {day_short(datum)}" if datum else ""
    return f"Gevraagd {', '.join(filter(None, (whom, when)))}" if whom or when else ""


def seen_now(edit: MessageEdit, waarden: Mapping[str, Waarde]) -> dict[str, str]:
    """The printed values of its numbers, to keep when somebody looked at it."""
    return {token: waarden[token].tekst for token in edit.tokens if token in waarden}


def _changed(gezien: Mapping[str, str], waarden: Mapping[str, Waarde]) -> Iterable[Verandering]:
    for token, was in gezien.items():
        now = waarden[token].tekst if token in waarden else ""
        if now != was:
            yield Verandering(token, was, now)
