"""The register as people read it: a line for each party, on the page and on paper."""

from __future__ import annotations

from dataclasses import dataclass

from exports.plan import InstemmingRow
from portal.domain.consent.states import InstemmingStand
from portal.domain.consent.words import AntwoordInWoorden, only_asked, told, waived
from portal.models import Instemming, InstemmingAntwoord, Plan
from portal.services.consent import register, texts, waivers
from portal.services.filling.freezing import Content


@dataclass(frozen=True)
class RegisterRow:
    """One party of the register. `row` None: a side that nobody asked yet."""

    naam: str
    stand: InstemmingStand | None
    woorden: str
    toelichting: str = ""
    row: Instemming | None = None
    andere_tekst: bool = False


def changed_parts(plan: Plan, one: RegisterRow, copy: Content) -> list[str]:
    """The titles of the parts that changed since this party answered; none when it answered on this very text."""
    said = one.row.antwoord if one.row else None
    if said is None or not one.andere_tekst:
        return []
    return [part.step.title for part in texts.changed_since(plan, said.tekst, copy)]


def lines(plan: Plan, mark: str) -> list[RegisterRow]:
    """The register against the text with this checksum: every side, also one that was never asked, then the others."""
    rows = register.of_plan(plan)
    by_side = {(one.regio_id, one.namens): one for one in rows if one.regio_id is not None}
    allowed = {(one.regio_id, one.namens): one for one in waivers.of_version(plan.versie)}
    found = []
    for kant in register.sides(plan):
        row, waiver = by_side.get(kant.place), allowed.get(kant.place)
        line = _line(row, mark) if row else RegisterRow(kant.label, None, only_asked(None))
        more = waived(waiver.door.naam, waiver.op, waiver.reden) if waiver and not _agrees(row) else ""
        found.append(RegisterRow(**{**line.__dict__, "woorden": " ".join(filter(None, (line.woorden, more)))}))
    return [*found, *(_line(one, mark) for one in rows if one.regio_id is None)]


def on_paper(plan: Plan, mark: str) -> tuple[InstemmingRow, ...]:
    """What stands in Word and PDF; nothing as long as nobody was asked and nobody spoke."""
    rows = lines(plan, mark)
    if all(one.row is None and one.stand is None and one.woorden == only_asked(None) for one in rows):
        return ()
    return tuple(InstemmingRow(one.naam, one.woorden, one.toelichting) for one in rows)


def _agrees(row: Instemming | None) -> bool:
    return bool(row and row.stand.agrees)


def _line(row: Instemming, mark: str) -> RegisterRow:
    said = row.antwoord
    if said is None:
        return RegisterRow(row.titel, row.stand, only_asked(row.gevraagd_op), row=row)
    earlier = said.tekst.checksum != mark
    words = told(in_words(said, earlier=earlier))
    return RegisterRow(row.titel, row.stand, words, said.toelichting, row, earlier)


def in_words(said: InstemmingAntwoord, *, earlier: bool) -> AntwoordInWoorden:
    """An answer as the words about it need it."""
    return AntwoordInWoorden(
        stand=said.stand,
        op=said.op,
        persoon=said.persoon,
        functie=said.functie,
        voorbehoud_tot=said.voorbehoud_tot,
        besluit_op=said.besluit_op,
        andere_tekst=earlier,
    )


def own_line(row: Instemming, mark: str) -> RegisterRow | None:
    """What a party answered, for that party itself; None when it did not yet."""
    return _line(row, mark) if row.antwoord else None


def own_changes(row: Instemming, mark: str, plan: Plan, copy: Content) -> list[str]:
    """The titles of the parts that changed since it answered."""
    return changed_parts(plan, _line(row, mark), copy)
