"""Codes that people type: six digits of an app, and recovery codes on paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from forms.dutch.words import counted

STEP_SECONDS = 30
# How far the clock of a telephone may be off: one step, as RFC 6238 advises (5.2).
ALLOWED_SECONDS = 30
# How far back we look to tell somebody that the clock of the telephone is slow. Never ahead: who hears that a code is
# for later can use it then.
LOOK_BACK_SECONDS = 15 * 60
APP_CODE = re.compile(r"\d{6}")
RECOVERY_CODE = re.compile(r"[0-9a-f]{12}")
RECOVERY_CODES = 10
# From here on the account page asks to make new ones.
FEW_LEFT = 3

# Word makes a dash of a hyphen.
_SPACES = re.compile(r"[\s\-–]+")


class AppCodeStand(Enum):
    """What came of a code."""

    GOED = auto()
    GEBRUIKT = auto()
    KLOK = auto()
    FOUT = auto()


@dataclass(frozen=True)
class Tried:
    """What came of a code of an app, and how many minutes the clock of the telephone is behind."""

    stand: AppCodeStand
    minutes_behind: int = 0

    @property
    def sentence(self) -> str:
        """What the person reads; empty for a good code."""
        return _SENTENCES[self.stand].format(geleden=counted(self.minutes_behind, "minuut", "minuten"))


_SENTENCES = {
    AppCodeStand.GOED: "",
    AppCodeStand.GEBRUIKT: "Deze code is al gebruikt. Wacht tot uw app een nieuwe code toont en vul die in.",
    AppCodeStand.KLOK: (
        "Deze code is van ongeveer {geleden} geleden: de klok van uw telefoon loopt achter. "
        "Zet in de instellingen van uw telefoon de tijd op automatisch. Vul daarna de nieuwe code in."
    ),
    AppCodeStand.FOUT: (
        "Deze code klopt niet. Vul de code in die uw app nu toont. Blijft het mis gaan? "
        "Kijk dan of de klok van uw telefoon goed staat: zet de tijd op automatisch."
    ),
}


def app_code(typed: str) -> str | None:
    """The six digits that somebody typed, however they were spaced; None for anything else."""
    code = _SPACES.sub("", typed)
    return code if APP_CODE.fullmatch(code) and code.isascii() else None


def recovery_code(typed: str) -> str | None:
    """The twelve signs of a recovery code, however they were spaced; None for anything else."""
    code = _SPACES.sub("", typed).casefold()
    return code if RECOVERY_CODE.fullmatch(code) else None


def in_groups(code: str) -> str:
    """A recovery code as people read it: "ab12-cd34-ef56"."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
