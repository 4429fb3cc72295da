"""How long a link to read alone works, and how a one-time code is used. Source: docs/decisions/instemming.md."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import Enum

# How long a link works when nobody chooses otherwise, and at most.
LINK_DAYS = 30
MOST_LINK_DAYS = 90
CODE_DIGITS = 6
CODE_LASTS = timedelta(minutes=15)
CODE_TRIES = 5
CODES_AN_HOUR = 5
# Who looks again within this time has not opened the link anew.
OPENED_ANEW_AFTER = timedelta(minutes=10)


class LinkStand(Enum):
    """Whether a link opens."""

    WERKT = "werkt"
    VERLOPEN = "verlopen"
    INGETROKKEN = "ingetrokken"


def link_stand(geldig_tot: datetime, ingetrokken_op: datetime | None, now: datetime) -> LinkStand:
    """Whether a link opens at this moment."""
    if ingetrokken_op is not None:
        return LinkStand.INGETROKKEN
    return LinkStand.WERKT if now < geldig_tot else LinkStand.VERLOPEN


def why_not_until(day: date | None, today: date) -> str:
    """What is wrong with the last day of a link, as a sentence; empty when nothing is."""
    if day is None:
        return ""
    if day < today:
        return "Deze dag is voorbij. Kies een dag die nog komt."
    if day > today + timedelta(days=MOST_LINK_DAYS):
        return f"Een link werkt hooguit {MOST_LINK_DAYS} dagen. Kies een eerdere dag."
    return ""


class CodeStand(Enum):
    """What came of typing a code."""

    GOED = "goed"
    GEBRUIKT = "gebruikt"
    FOUT = "fout"
    VERLOPEN = "verlopen"
    TE_VAAK = "te vaak"
    GEEN = "geen"

    @property
    def sentence(self) -> str:
        """What is wrong and what to do; empty for a code that is right."""
        return _CODE_SENTENCES.get(self, "")


_CODE_SENTENCES = {
    CodeStand.FOUT: "Deze code klopt niet. Kijk in de nieuwste mail en typ de zes cijfers over.",
    CodeStand.VERLOPEN: "Deze code is ouder dan een kwartier. Vraag een nieuwe code. Wat u invulde, blijft staan.",
    CodeStand.TE_VAAK: "Deze code is te vaak verkeerd getypt. Vraag een nieuwe code. Wat u invulde, blijft staan.",
    CodeStand.GEBRUIKT: "Deze code is al gebruikt. Vraag een nieuwe code. Wat u invulde, blijft staan.",
    CodeStand.GEEN: "Vraag eerst een code. Die komt per mail.",
}


def code_stand(*, tries: int, right: bool, made: datetime, used: bool, now: datetime) -> CodeStand:
    """What a typed code is worth, when `tries` were made before this one. A right one too late is not right."""
    if used:
        return CodeStand.GEBRUIKT if right else CodeStand.GEEN
    if tries >= CODE_TRIES:
        return CodeStand.TE_VAAK
    if now >= made + CODE_LASTS:
        return CodeStand.VERLOPEN
    return CodeStand.GOED if right else CodeStand.FOUT


def masked(email: str) -> str:
    """An address that its owner knows again and nobody else learns: "j…n@aanbieder.nl"."""
    name, _, domain = email.partition("@")
    shown = f"{name[0]}…{name[-1]}" if len(name) > 2 else "…"
    return f"{shown}@{domain}"
