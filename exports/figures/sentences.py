"""The sentence above a chart, made by rule from its figures: what one sees, never why.

Source: the report we want, "Fair words": ties are told as ties, a difference of one is no headline, what is provisional
says so, and nothing is ascribed to the regioaanpak.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from exports.figures.average import rounded_mean
from exports.figures.declared import Doelstap, Meetmoment, Meetpunt, Meetreeks, Tijdmaat
from forms.dutch.numbers import dutch_number
from forms.dutch.words import listed, one_or_many

# What stands with every chart of the instroom (eindrapportage 2024: the share of the regioaanpak is not known).
NIET_ALLEEN = "Hoe de instroom verandert, is niet alleen aan de regioaanpak toe te schrijven."
# Kamerbrief of 23 May 2023 (kst-25424-664) and eindrapportage 2024.
UITLEG_DOEL = (
    "De doelen gelden per maand voor heel Nederland: ca. 300 als uitgangspunt (Kamerbrief 23 mei 2023), minder dan 240 "
    "vanaf het eerste kwartaal van 2024 (eindrapportage 2024) en ca. 100 op lange termijn, zonder jaar (Kamerbrief)."
)
GEEN_CIJFERS = "Er zijn nog geen cijfers over deze periode"
_KWARTAAL = 3


def total_sentence(
    reeks: Meetreeks, momenten: Sequence[Meetmoment], per: Tijdmaat, doelen: Sequence[Doelstap] = (), waar: str = ""
) -> str:
    """What came in lately: "In Q1 2024 kwamen gemiddeld 231 cliënten per maand binnen, minder dan 240".

    A region has few clients: of a region it is how many in all.
    Of months it is the last quarter of which all three are shown. `waar`: the region, "" for the country.
    """
    place = max((place for place, one in enumerate(reeks.punten) if one.tekst), default=-1)
    if place < 0:
        return GEEN_CIJFERS
    if per is Tijdmaat.MAAND and (end := _last_quarter(reeks, momenten)) is not None:
        punten, when = reeks.punten[end + 1 - _KWARTAAL : end + 1], _quarter(momenten[end])
        return _came_in(punten, when, waar, _bound(doelen, end), _KWARTAAL)
    if reeks.punten[place].waarde is None:
        return _hidden(reeks.punten[place], momenten[place].naam, waar)
    return _came_in(reeks.punten[place : place + 1], momenten[place].naam, waar, _bound(doelen, place), per.maanden)


def _last_quarter(reeks: Meetreeks, momenten: Sequence[Meetmoment]) -> int | None:
    """The place of the last month of the last quarter that is shown whole."""
    for place in range(len(momenten) - 1, _KWARTAAL - 2, -1):
        if momenten[place].nummer % _KWARTAAL == 0 and any(one.waarde is not None for one in reeks.punten[place:]):
            window = reeks.punten[place + 1 - _KWARTAAL : place + 1]
            return place if all(one.waarde is not None for one in window) else None
    return None


def _quarter(moment: Meetmoment) -> str:
    return f"Q{moment.nummer // _KWARTAAL} {moment.jaar}"


def _bound(doelen: Sequence[Doelstap], place: int) -> int | None:
    return next((one.onder for one in doelen if one.van <= place <= one.tot and one.onder is not None), None)


def _came_in(punten: Sequence[Meetpunt], when: str, waar: str, onder: int | None, maanden: int) -> str:
    total = sum(one.waarde or 0 for one in punten)
    voorlopig = " volgens voorlopige cijfers" if any(one.voorlopig for one in punten) else ""
    place = f" in {waar}" if waar else ""
    if maanden == 1 or waar:
        number, mean = dutch_number(total), f"{dutch_number(total)} {one_or_many(total, 'cliënt', 'cliënten')}"
    else:
        number = _mean(total, maanden, onder)
        mean = f"gemiddeld {number} {'cliënt' if number == '1' else 'cliënten'} per maand"
    verb = "kwam" if number == "1" else "kwamen"
    beside = "" if onder is None else f", {'' if total < onder * maanden else 'niet '}minder dan {dutch_number(onder)}"
    return f"In {when} {verb}{voorlopig}{place} {mean} binnen{beside}"


def _mean(total: int, maanden: int, onder: int | None) -> str:
    """In whole numbers; with a decimal where a whole one would stand on the wrong side of the target."""
    whole = rounded_mean([total, *([0] * (maanden - 1))])
    if onder is not None and whole == onder and total != onder * maanden:
        return dutch_number(round(Decimal(total) / maanden, 1))
    return dutch_number(whole)


def _hidden(punt: Meetpunt, when: str, waar: str) -> str:
    place = f" in {waar}" if waar else ""
    if punt.tekst.startswith("<"):
        return f"In {when} kwamen{place} minder dan {punt.tekst[1:].strip()} cliënten binnen"
    return f"Het aantal cliënten van {when}{place} wordt niet getoond"


def groups_sentence(reeksen: Sequence[Meetreeks], momenten: Sequence[Meetmoment], waar: str = "") -> str:
    """Which group is the largest in the last period; only when what is hidden can't be larger."""
    known = [place for place in range(len(momenten)) if any(one.punten[place].tekst for one in reeksen)]
    if not known:
        return GEEN_CIJFERS
    place = known[-1]
    when = f"In {momenten[place].naam}{f' in {waar}' if waar else ''}"
    found = [(one.naam, one.punten[place]) for one in reeksen]
    shown = sorted(((punt.waarde, naam) for naam, punt in found if punt.waarde is not None), key=lambda one: -one[0])
    hidden = [punt for _, punt in found if punt.waarde is None]
    if not shown or any(not one.tekst.startswith("<") for one in hidden):
        return f"{when} worden niet alle groepen getoond"
    voorlopig = " volgens voorlopige cijfers" if any(punt.voorlopig for _, punt in found) else ""
    if hidden and not shown[0][0]:
        return f"{when} zijn{voorlopig} alle groepen kleiner dan {hidden[0].tekst[1:].strip()}"
    return f"{when} {_largest(shown, voorlopig, total=None if hidden else sum(value for value, _ in shown))}"


def _largest(shown: Sequence[tuple[int, str]], voorlopig: str, total: int | None) -> str:
    top = shown[0][0]
    if not top:
        return f"kwam{voorlopig} niemand binnen"
    near = [naam for value, naam in shown if top - value <= 1]
    if len(near) > 1:
        same = "even groot" if all(value == top for value, naam in shown if naam in near) else "bijna even groot"
        return (
            f"zijn{voorlopig} {listed(near)} {same}, en groter dan de andere groepen"
            if len(near) < len(shown)
            else f"zijn{voorlopig} alle groepen {same}"
        )
    clients = one_or_many(total or top, "cliënt", "cliënten")
    of_all = f" van de {dutch_number(total)}" if total is not None else ""
    return f"is{voorlopig} {near[0]} de grootste groep: {dutch_number(top)}{of_all} {clients}"
