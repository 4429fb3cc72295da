"""What the register says of a party, in words: the same on the page, in Word and PDF, and in mails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from forms.dutch.dates import day_short
from forms.dutch.words import counted, one_or_many
from portal.domain.consent.states import InstemmingStand


@dataclass(frozen=True)
class AntwoordInWoorden:
    """What a party said last. With a day on which it decided a contact wrote it down: who spoke is that contact."""

    stand: InstemmingStand
    op: datetime
    persoon: str
    functie: str = ""
    voorbehoud_tot: date | None = None
    besluit_op: date | None = None
    andere_tekst: bool = False


def told(said: AntwoordInWoorden) -> str:
    """One line: "Ingestemd op 3 maart 2027 door B. de Vries, bestuurder. Dat was met een andere tekst dan deze."."""
    return " ".join(_sentences(said))


def _sentences(said: AntwoordInWoorden) -> Iterator[str]:
    yield f"{_stand(said)} {_when_and_who(said)}."
    if said.voorbehoud_tot:
        yield f"De achterban is geraadpleegd uiterlijk {day_short(said.voorbehoud_tot)}."
    if said.andere_tekst:
        yield "Dat was met een andere tekst dan deze."


def _stand(said: AntwoordInWoorden) -> str:
    if said.stand is InstemmingStand.VOORBEHOUD:
        return "Ingestemd onder voorbehoud van raadpleging van de achterban,"
    return said.stand.label


def _when_and_who(said: AntwoordInWoorden) -> str:
    who = ", ".join(filter(None, (said.persoon, said.functie)))
    if said.besluit_op:
        return f"met een besluit van {day_short(said.besluit_op)}, opgeschreven door {who}"
    return f"op {day_short(said.op)} door {who}"


def of_the_sides(sides: int, *, agreed: int, reserved: int, waived: int) -> str:
    """Of the sides of a plan that was handed in, how they agreed with its text: without names, for the country.

    Empty when nobody was asked: it was handed in before the portal asked for it.
    """
    if not agreed + reserved + waived:
        return ""
    if agreed + reserved < sides:
        said = one_or_many(agreed + reserved, "stemde", "stemden")
        without = ", indienen mocht zonder de andere" if waived else ""
        return f"{agreed + reserved} van de {sides} kanten {said} zelf in{without}"
    under_reservation = f", {counted(reserved, 'kant', 'kanten')} onder voorbehoud" if reserved else ""
    return f"Elke kant stemde zelf in{under_reservation}"


def only_asked(moment: datetime | None) -> str:
    """The line of a party that said nothing yet."""
    return f"Gevraagd op {day_short(moment)}, nog geen antwoord." if moment else "Nog niet gevraagd."


def waived(wie: str, moment: datetime, reden: str) -> str:
    """The line of a side without which the plan may be handed in."""
    return f"Indienen mag zonder deze kant. {wie} stond dat toe op {day_short(moment)}: {reden}"
