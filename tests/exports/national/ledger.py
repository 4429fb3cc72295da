"""A nation of six regions in which everything occurs, and every number that is counted of it, as lines to read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from exports.national.counting.values import living_values
from exports.national.data import ActieBeeld, Beeld, Optie, RapportData, Uitspraak, Vraag
from exports.national.tree import Waarde
from tests.exports.national.small import (
    CASUISTIEK,
    DATA,
    GELD,
    HULPMIDDEL,
    INZET,
    NIET_GEVRAAGD,
    SAMEN,
    STIL,
    TIJD,
    VRAGEN,
    actie,
    beeld,
    data,
    regio,
    uitspraak,
    vroeger,
)

LEDGER = Path(__file__).with_name("ledger.txt")
# Each number that was also counted before has a twin; these few show how one looks.
TWINS = {"geantwoord_vorige", "acties_op_koers_vorige", "lessen_vorige", "successen_thema_3_regios_vorige"}
OWN_QUESTION = Vraag("eigen_1", "Contact", "Wie is er?", "choice", (Optie("ja", "Ja"), Optie("nee", "Nee")))


def ledger() -> str:
    """Per number: its token, what it says now and said before, the regions and the texts behind it, what it counts."""
    return "".join(f"{line}\n" for line in _lines(living_values(nation())))


def nation() -> RapportData:
    """The data of this round and of one before in which less was known."""
    now = _now()
    before = replace(
        vroeger(now),
        acties=now.acties[:3],
        lessen=(),
        regios=(*now.regios[:2], replace(now.regios[2], stand=STIL), *now.regios[3:]),
    )
    return replace(data(now, before, vragen=(*VRAGEN, OWN_QUESTION)), uitvraag_open=True)


def _now() -> Beeld:
    regios = (
        regio("A", plan=1, structuur="nieuw_vast", doel="ja", afstemming="vast_overleg", eigen_1="ja"),
        regio("B", plan=1, structuur="nieuw_vast", doel="deels", afstemming="ad_hoc"),
        replace(regio("C", plan=2, structuur="bestaand", doel="nee", afstemming="nee"), wordt_gecorrigeerd=True),
        regio("D", STIL, plan=3, structuur="ooit anders"),
        regio("E", NIET_GEVRAAGD, plan=4),
        regio("F", plan=None, doel="ja nee", afstemming="ad_hoc"),
    )
    return beeld(regios, _acties(), _uitspraken())


def _acties() -> tuple[ActieBeeld, ...]:
    return (
        actie(1, "A", "B", status="afgerond", themas=(HULPMIDDEL, CASUISTIEK)),
        actie(2, "C", status="op_schema", themas=(CASUISTIEK,)),
        replace(actie(3, "C", status="uitgesteld"), gecodeerd=True, codering_oud=True),
        actie(4, "D", stand=STIL),
        actie(5, "E", stand=NIET_GEVRAAGD),
        *(actie(number, "C", status="gestopt") for number in range(6, 20)),
    )


def _uitspraken() -> tuple[Uitspraak, ...]:
    return (
        uitspraak(31, "successen", "A", "B", themas=(SAMEN,)),
        uitspraak(32, "successen", "C", themas=(SAMEN, INZET)),
        uitspraak(33, "successen", "F", themas=()),
        *(uitspraak(number, "lessen", "C", themas=(TIJD,)) for number in range(41, 55)),
        replace(uitspraak(55, "lessen", "A", themas=(TIJD, DATA)), codering_oud=True),
        uitspraak(56, "lessen", "B", themas=(DATA,)),
        uitspraak(57, "lessen", "F"),
        uitspraak(61, "verwachtingen", "A", aan="vws", themas=(GELD,), antwoord="Ja."),
        uitspraak(62, "verwachtingen", "C", aan="vws", themas=(GELD,)),
        uitspraak(63, "verwachtingen", "F", aan="ciz"),
        uitspraak(64, "verwachtingen", "F", aan="regio"),
        uitspraak(65, "verwachtingen", "B", aan="oude_partij", themas=()),
    )


def _lines(values: dict[str, Waarde]) -> Iterator[str]:
    for key, one in values.items():
        if one.van_vorige_ronde and key not in TWINS:
            continue
        was = f" (was {one.vorige})" if one.vorige is not None else ""
        behind = [" ".join(one.regios), " ".join(map(str, one.items))]
        same = one.zelfde_als if one.zelfde_als != key else ""
        marks = [one.soort, one.vraag, one.aard.value, same, one.regios_van]
        marks += ["naar thema"] * one.naar_thema + ["naar status"] * one.naar_status
        yield f"{key} = {one.tekst}{was} [{' | '.join(behind)}] {one.uitleg} ({', '.join(filter(None, marks))})"


if __name__ == "__main__":
    # After a change that is meant: `python -m tests.exports.national.ledger`, and read what differs.
    LEDGER.write_text(ledger(), encoding="utf-8")
    sys.exit()
