"""Any world a round can be in: no answers to all, joint plans, regions without one, odd texts, codes of all kinds.

Hypothesis chooses how large a world is and its seed; the rest follows from the seed, so that a world is made fast.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from exports.national.data import (
    ActieBeeld,
    Beeld,
    CodeBeeld,
    Elders,
    Optie,
    RapportData,
    RegioBeeld,
    Ronde,
    RondeBeeld,
    Stand,
    Uitspraak,
    Vraag,
)
from exports.national.span import over_rounds, wordless
from tests.exports.national.small import CODES, PEILMOMENT, RONDE, VORIGE_RONDE, VRAGEN

ALLE_CODES = (
    *CODES,
    CodeBeeld(8, "lessen", "Oud", vervallen=True),
    CodeBeeld(9, "acties", "Weg {geantwoord}", vervallen=True),
    CodeBeeld(12, "eigen", "Geld {weg}", vraag="eigen_2"),
)
UNKNOWN_CODE = 99
CONTACT = (Optie("keuze_1", "Ja"), Optie("keuze_2", "Nee"))
OWN_QUESTION = Vraag("eigen_1", "Contact", "Contact?", "choices", CONTACT, eigen=True)
OWN_TEXT = Vraag("eigen_2", "Zorgen", "Zorgen om {regios}?", "long_text", eigen=True)
TEXTS = (
    "",
    " ",
    "Een tekst.",
    "{geantwoord} {weg} {",
    "=1+1",
    "<script>alert('x')</script>",
    "😀 \u200dom",
    "- punt\n- punt",
    "**vet** [hier](https://voorbeeld.test)",
    "lang " * 400,
    "1) x\n\n\n2) y",
    "’t Is 'raar' & \"zo\" \\* /",
)
NAMES = ("Drenthe", "'t Gooi", "Apeldoorn/Zutphen", "Amstelland en De Meerlanden", "Zee & Land", "{regios}")
KEUZES = {
    "afstemming_vorm": ("vast_overleg", "ad_hoc", "nee", "", "vroeger"),
    "doel_verwachting": ("ja", "deels", "nee", "weet_niet", ""),
    "eigen_1": ("keuze_1", "keuze_1 keuze_2", ""),
}
STRUCTUREN = ("nieuw_vast", "bestaand", "ad_hoc", "geen", "", "iets")
STATUSSEN = ("", "niet_gestart", "op_schema", "aandacht", "afgerond", "gestopt", "uitgesteld")
SAID = ("successen", "lessen", "verwachtingen", "redenen", "eigen")
OVER = ("aandacht", "gestopt", "doelstelling", "afstemming", "voortgang", "vroeger iets")
PARTIJEN = ("vws", "ciz", "regio", "iemand anders", "")
ROUNDS = (VRAGEN, (*VRAGEN, OWN_QUESTION, OWN_TEXT), (OWN_TEXT, OWN_QUESTION), ())
# Most rounds are mixed; in some everybody answered, nobody did, or nobody was asked.
STANDEN = (tuple(Stand), (Stand.BEANTWOORD,), (Stand.NIET_BEANTWOORD,), (Stand.NIET_GEVRAAGD,))


@st.composite
def worlds(draw: st.DrawFn) -> RapportData:
    """Everything for a report, with or without a previous round, of any kind of round."""
    chance = Random(draw(st.integers(0, 2**32)))
    sizes = st.tuples(st.integers(0, 31), st.integers(0, 4), st.integers(0, 40))
    previous = draw(st.none() | sizes)
    data = RapportData(
        PEILMOMENT,
        _picture(chance, RONDE, *draw(sizes)),
        _picture(chance, VORIGE_RONDE, *previous) if previous else None,
        (VORIGE_RONDE, RONDE),
        ALLE_CODES,
        vragen=draw(st.sampled_from(ROUNDS)),
        uitvraag_open=draw(st.booleans()),
    )
    return several(data) if _may_span(data) and draw(st.booleans()) else data


def _may_span(data: RapportData) -> bool:
    """A report over several rounds is of national ones; every region stands in each of its pictures."""
    known = data.vorige is not None and len(data.vorige.regios) <= len(data.beeld.regios)
    return known and data.vragen[:1] == VRAGEN[:1]


def several(data: RapportData) -> RapportData:
    """The same rounds in one report; ids of texts and sheets are of one round only."""
    assert data.vorige
    then, now = _in_sheet(data.vorige, 2), _in_sheet(data.beeld, 1)
    reeks = (RondeBeeld(wordless(then), (*VRAGEN, OWN_TEXT)), RondeBeeld(wordless(now), data.vragen))
    return replace(data, beeld=over_rounds((then, now)), reeks=reeks)


def _in_sheet(beeld: Beeld, blad_id: int) -> Beeld:
    said = {
        soort: tuple(replace(one, id=one.id + 1000 * blad_id, blad_id=blad_id) for one in beeld.said(soort))
        for soort in SAID
    }
    regios = tuple(replace(one, blad_id=blad_id) for one in beeld.regios)
    return replace(beeld, regios=regios, **said)


def _picture(chance: Random, ronde: Ronde, aantal: int, acties: int, uitspraken: int) -> Beeld:
    standen = chance.choice(STANDEN)
    regios = tuple(_regio(chance, f"ZK{number:02}", chance.choice(standen)) for number in range(aantal))
    plans: dict[int, list[RegioBeeld]] = {}
    for regio in regios:
        if regio.plan_id is not None:
            plans.setdefault(regio.plan_id, []).append(regio)
    said = [_uitspraak(chance, number, regios) for number in range(uitspraken)] if regios else []
    return Beeld(
        ronde,
        regios,
        tuple(_actie(chance, 100 * plan + n, plan, behind) for plan, behind in plans.items() for n in range(acties)),
        *(tuple(one for one in said if one.soort == soort) for soort in SAID),
    )


def _regio(chance: Random, code: str, stand: Stand) -> RegioBeeld:
    """A region; there are few plans, so that some are joint."""
    keuzes = {key: chance.choice(values) for key, values in KEUZES.items()}
    plan = chance.choice((None, *range(1, 25)))
    return RegioBeeld(
        code,
        chance.choice(NAMES),
        stand,
        plan_id=plan,
        projectstructuur=chance.choice(STRUCTUREN) if plan else "",
        namens=chance.choice(("gemeente", "zorgkantoor", "")),
        ingediend_op=chance.choice((None, PEILMOMENT)),
        wordt_gecorrigeerd=chance.random() < 0.2,
        keuzes=keuzes if stand is Stand.BEANTWOORD else {},
    )


def _codes(chance: Random) -> tuple[int, ...]:
    return tuple(chance.choices([*(one.id for one in ALLE_CODES), UNKNOWN_CODE], k=chance.randrange(4)))


def _actie(chance: Random, id_: int, plan: int, behind: list[RegioBeeld]) -> ActieBeeld:
    stand = behind[0].stand
    return ActieBeeld(
        id_,
        plan,
        tuple(regio.code for regio in behind),
        stand,
        status=chance.choice(STATUSSEN) if stand is Stand.BEANTWOORD else "",
        codes=_codes(chance),
        gecodeerd=chance.random() < 0.7,
        codering_oud=chance.random() < 0.2,
        omschrijving=chance.choice(TEXTS),
        toelichting=chance.choice(TEXTS),
        elders=_elsewhere(chance, behind) if stand is Stand.BEANTWOORD else (),
    )


def _elsewhere(chance: Random, behind: list[RegioBeeld]) -> tuple[Elders, ...]:
    """Of a joint plan now and then: one region where it goes otherwise."""
    if len(behind) < 2 or chance.random() < 0.6:
        return ()
    return (Elders(behind[-1].code, chance.choice([one for one in STATUSSEN if one]), chance.choice(TEXTS)),)


def _uitspraak(chance: Random, id_: int, regios: tuple[RegioBeeld, ...]) -> Uitspraak:
    soort = chance.choice(SAID)
    expected = soort == "verwachtingen"
    return Uitspraak(
        id_,
        soort,
        tuple(dict.fromkeys(chance.choice(regios).code for _ in range(2))),
        blad_id=1,
        aan=chance.choice(PARTIJEN) if expected else "",
        tekst=chance.choice(TEXTS),
        codes=_codes(chance),
        gecodeerd=chance.random() < 0.7,
        antwoord=chance.choice(TEXTS) if expected else "",
        over={"redenen": chance.choice(OVER), "eigen": OWN_TEXT.key}.get(soort, ""),
    )
