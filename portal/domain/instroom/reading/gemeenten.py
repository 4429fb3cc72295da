"""Gemeenten of any year: in which region each lies, and which of them became which."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

_NUMBER = re.compile(r"(?:GM)?0*(\d{1,4})(?:\.0)?", re.IGNORECASE | re.ASCII)
_ASIDE = re.compile(r"\s*\([^)]*\)\s*$")


@dataclass(frozen=True)
class Herindeling:
    """Gemeenten that became part of another on a day. `is_nieuw`: that other did not exist before."""

    dag: date
    naar: str
    van: Mapping[str, str]
    is_nieuw: bool = True


def _on(year: int, naar: str, van: str, *, is_nieuw: bool = True, day: date | None = None) -> Herindeling:
    pairs = (one.split(" ", 1) for one in van.split("; "))
    return Herindeling(day or date(year, 1, 1), naar, {f"GM{code}": naam for code, naam in pairs}, is_nieuw)


# Source: CBS, "Gemeentelijke indeling" of 2019 up to 2024 and its list of changes (open data, CC BY 4.0). Winsum went
# to two gemeenten of one region in 2019, and stands at the larger part.
HERINDELINGEN: tuple[Herindeling, ...] = (
    _on(2019, "GM0014", "0017 Haren; 0009 Ten Boer", is_nieuw=False),
    _on(2019, "GM1966", "0005 Bedum; 1651 Eemsmond; 1663 De Marne; 0053 Winsum"),
    _on(2019, "GM1969", "0015 Grootegast; 0022 Leek; 0025 Marum; 0056 Zuidhorn"),
    _on(2019, "GM1970", "0058 Dongeradeel; 1722 Ferwerderadiel; 0079 Kollumerland en Nieuwkruisland"),
    _on(2019, "GM1960", "0236 Geldermalsen; 0733 Lingewaal; 0304 Neerijnen"),
    _on(2019, "GM0394", "0393 Haarlemmerliede en Spaarnwoude", is_nieuw=False),
    _on(2019, "GM0575", "0576 Noordwijkerhout", is_nieuw=False),
    _on(2019, "GM1963", "0585 Binnenmaas; 0611 Cromstrijen; 0588 Korendijk; 0584 Oud-Beijerland; 0617 Strijen"),
    _on(2019, "GM1978", "0689 Giessenlanden; 1927 Molenwaard"),
    _on(2019, "GM1961", "0545 Leerdam; 0620 Vianen; 0707 Zederik"),
    _on(2019, "GM1959", "0738 Aalburg; 0870 Werkendam; 0874 Woudrichem"),
    _on(2019, "GM1954", "0951 Nuth; 0881 Onderbanken; 0962 Schinnen"),
    _on(2021, "GM1979", "0003 Appingedam; 0010 Delfzijl; 0024 Loppersum"),
    _on(2022, "GM0439", "0370 Beemster", is_nieuw=False),
    _on(2022, "GM1980", "0398 Heerhugowaard; 0416 Langedijk"),
    _on(2022, "GM1982", "0756 Boxmeer; 1684 Cuijk; 0786 Grave; 0815 Mill en Sint Hubert; 1702 Sint Anthonis"),
    _on(2022, "GM1991", "1685 Landerd; 0856 Uden"),
    _on(2022, "GM0363", "0457 Weesp", is_nieuw=False, day=date(2022, 3, 24)),
    _on(2023, "GM1992", "0501 Brielle; 0530 Hellevoetsluis; 0614 Westvoorne"),
)
# Taken apart over gemeenten of two regions: what it counted can't be said of either.
VERDEELD: Mapping[str, str] = {
    "GM0788": "Haaren is in 2021 verdeeld over Boxtel, Oisterwijk, Tilburg en Vught, en die liggen in twee regio’s",
}
# Regions of before 2024, as the CBS numbered them; they went together.
OUDE_REGIOS: Mapping[str, str] = {
    "ZK05": "Delft Westland Oostland",
    "ZK15": "Nieuwe Waterweg Noord",
}
REGIO_VAN_OUDE = "ZK33"


@dataclass(frozen=True)
class GemeenteInRegio:
    """A gemeente that exists: its code and name, and the code of its region."""

    code: str
    naam: str
    regio: str


class Gemeentelijst:
    """The gemeenten of now with their regions, and through the mergers those of earlier years."""

    def __init__(self, gemeenten: Iterable[GemeenteInRegio], regios: Mapping[str, str]) -> None:
        """`regios` are the names of regions by their codes."""
        self.nu = {one.code: one for one in gemeenten}
        self.regios = regios
        merged = [one for one in HERINDELINGEN if one.naar in self.nu]
        self.werd = {code: self.nu[one.naar] for one in merged for code in one.van}
        self.namen = {one.code: one.naam for one in self.nu.values()} | {
            code: naam for one in merged for code, naam in one.van.items()
        }

    def regio_van(self, code: str) -> str | None:
        """The region in which a gemeente of any year lies; None for one that is unknown."""
        found = self.nu.get(code) or self.werd.get(code)
        return found.regio if found else None

    def code_van(self, cell: object) -> str:
        """The code of what stands in a cell: a code, its bare number, or a name; "" when it is none of these."""
        text = str(cell).strip()
        if number := _NUMBER.fullmatch(text):
            return f"GM{int(number[1]):04}"
        return self._by_name.get(_plain(text)) or self._by_name.get(_plain(_ASIDE.sub("", text)), "")

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """Whole names, and names without what stands behind them in brackets where that leaves no doubt."""
        short = Counter(_plain(_ASIDE.sub("", naam)) for naam in self.namen.values())
        pairs = [(_plain(_ASIDE.sub("", naam)), code) for code, naam in self.namen.items()]
        whole = {_plain(naam): code for code, naam in self.namen.items()}
        return {naam: code for naam, code in pairs if short[naam] == 1} | whole

    @cached_property
    def indelingen(self) -> Mapping[date, frozenset[str]]:
        """The codes of all gemeenten as they were on each day from which they stayed the same, the newest first."""
        codes = set(self.nu)
        found: dict[date, frozenset[str]] = {}
        days = sorted({one.dag for one in HERINDELINGEN}, reverse=True)
        for day in days:
            found[day] = frozenset(codes)
            for one in HERINDELINGEN:
                if one.dag == day and one.naar in self.nu:
                    codes -= {one.naar} if one.is_nieuw else set()
                    codes |= set(one.van)
        found[date(2018, 1, 1)] = frozenset(codes)
        return found

    def indeling_van(self, codes: frozenset[str]) -> tuple[date, frozenset[str]]:
        """The division that these codes fit best."""
        return min(self.indelingen.items(), key=lambda one: len(one[1] ^ codes))


def _plain(naam: str) -> str:
    return " ".join(naam.casefold().replace("’", "'").replace("‘", "'").split())
