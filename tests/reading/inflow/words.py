"""The words around figures of the instroom: periods, places and views as pages and files name them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.domain.instroom.breakdowns import CATEGORIEEN, INDELING_NAMEN, Indeling
from portal.domain.instroom.indicators import INDICATOREN

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
# As they stand along an axis.
_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
LAND = "NL"
INFLOW = "instroom"
AVERAGE = "Gemiddelde 3 maanden"
NOTHING = ("", "–", "-", "niet te zeggen")
_NAMES = {naam.lower(): one.value for one, naam in INDELING_NAMEN.items()}
_INDICATORS = {one.naam: key for key, one in INDICATOREN.items()}
_SUBJECT = re.compile(r"(?P<what>.+?)(?: naar (?P<view>[a-zé]+))?, (?P<place>[^,]+), [^,]+ per (maand|kwartaal|jaar)")
# The four views of the pages; a category of the leveringsvorm is called "Onbekend" too.
VIEW_OF = {
    name: one.value
    for one in (Indeling.LEEFTIJD, Indeling.HERKOMST, Indeling.ZORGZWAARTE)
    for name in CATEGORIEEN[one].values()
}


@dataclass(frozen=True)
class Subject:
    """What a chart or its table is of."""

    indicator: str
    place: str
    view: str


def subject_of(words: str) -> Subject | None:
    """ "Instroom Wlz ggz-wonen naar herkomst, Nederland, cliënten per kwartaal"; None for anything else."""
    found = _SUBJECT.fullmatch(words.strip().rstrip("."))
    if found is None or found["what"] not in _INDICATORS:
        return None
    view = _NAMES[found["view"]] if found["view"] else ""
    return Subject(_INDICATORS[found["what"]], place_of(found["place"]), view)


def place_of(name: str) -> str:
    """A region by its name; NL for the country."""
    return LAND if name == "Nederland" else name


def period_of(words: str) -> str:
    """ "Q1 2023" as 2023-Q1, "maart 2023" and "mrt 2023" as 2023-03, "2023" as it is. Raises KeyError."""
    words = words.replace("\u00a0", " ").strip()
    if found := re.fullmatch(r"Q(\d) (\d{4})", words):
        return f"{found[2]}-Q{found[1]}"
    if re.fullmatch(r"\d{4}", words):
        return words
    month, _, year = words.rpartition(" ")
    names = {name: place for each in (MONTHS, _SHORT) for place, name in enumerate(each, start=1)}
    return f"{year}-{names[month]:02}"


def is_period(words: str) -> bool:
    """True for what `period_of` can read."""
    try:
        period_of(words)
    except KeyError:
        return False
    return True


def period_after(period: str, steps: int) -> str:
    """The period so many places further along an axis."""
    if re.fullmatch(r"\d{4}", period):
        return str(int(period) + steps)
    year, part = period.split("-")
    size = 4 if part.startswith("Q") else 12
    number = int(year) * size + int(part.lstrip("Q")) - 1 + steps
    sign = "Q" if size == 4 else ""
    return f"{number // size}-{sign}{number % size + 1:0{1 if sign else 2}}"


def code_as_period(code: str) -> str:
    """A period as addresses and the interface write it: 2023-K1."""
    return code.replace("K", "Q")


def view_of_code(code: str) -> str:
    """The view of a breakdown as addresses write it; "" for the total."""
    return "" if code == Indeling.TOTAAL.value else code


def category_of_code(view: str, code: str) -> str:
    """The name of a category; "" for the total."""
    return CATEGORIEEN[Indeling(view)][code] if view else ""
