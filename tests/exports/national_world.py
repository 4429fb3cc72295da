"""A small round by hand: two regions with a joint plan, one that is silent, one that was not asked."""

from __future__ import annotations

from datetime import UTC, date, datetime

from exports.national.build import Stamp, build
from exports.national.data import (
    ActieBeeld,
    AntwoordBeeld,
    Beeld,
    CodeBeeld,
    DoelstellingBeeld,
    Elders,
    MijlpaalBeeld,
    Optie,
    PlanBeeld,
    RapportData,
    RegioBeeld,
    Ronde,
    Stand,
    Uitspraak,
    VoortgangRegel,
    Vraag,
)
from exports.national.tree import NationaalRapport

PEILMOMENT = datetime(2024, 4, 24, 8, 30, tzinfo=UTC)
# In Amsterdam it was the next day.
LAAT = datetime(2024, 4, 7, 22, 30, tzinfo=UTC)
Q4 = Ronde(1, "Q4 2023", date(2023, 10, 1), date(2023, 12, 31), date(2024, 1, 19))
Q1 = Ronde(2, "Q1 2024", date(2024, 1, 1), date(2024, 3, 31), date(2024, 4, 19))
GOOI, DAL, STIL, VERS = "ZK91", "ZK92", "ZK93", "ZK94"
SAMEN = (GOOI, DAL)
JA, NEE, STILTE = Stand.BEANTWOORD, Stand.NIET_GEVRAAGD, Stand.NIET_BEANTWOORD


def _regio(code: str, naam: str, stand: Stand, **more: object) -> RegioBeeld:
    return RegioBeeld(code, naam, stand, **more)  # type: ignore[arg-type]


_PLAN_SAMEN = {"plan_id": 7, "plan_naam": "'t Model & Dal/Berg", "projectstructuur": "bestaand"}
_BLAD = {"blad_id": 70, "ingediend_op": LAAT, "namens": "gemeente"}
REGIOS = (
    _regio(GOOI, "'t Model", JA, **_PLAN_SAMEN, **_BLAD, keuzes={"doel_verwachting": "ja"}),
    _regio(DAL, "Dal/Berg", JA, **_PLAN_SAMEN, **_BLAD, wordt_gecorrigeerd=True, keuzes={"doel_verwachting": "nee"}),
    _regio(STIL, "Stil & Veen", STILTE, plan_id=8, plan_naam="Stil & Veen", projectstructuur="ad_hoc", blad_id=80),
    _regio(VERS, "Versland", NEE),
)
ACTIES = (
    ActieBeeld(
        1,
        7,
        SAMEN,
        JA,
        "aandacht",
        codes=(11, 12),
        gecodeerd=True,
        codering_oud=True,
        blad_id=70,
        paragraaf="5a.1",
        omschrijving="=1+1",
        verantwoordelijke="Gemeenten",
        tijdslijn="Q2 2024",
        venster_van=date(2024, 4, 1),
        venster_tot=date(2024, 6, 30),
        toelichting="**Wacht** op:\n- geld",
        elders=(Elders(DAL, "gestopt", "Te weinig animo."),),
    ),
    ActieBeeld(2, 7, SAMEN, JA, blad_id=70, paragraaf="5a.2", omschrijving="<script>alert(1)</script>", gecodeerd=True),
    ActieBeeld(3, 8, (STIL,), STILTE, blad_id=80, paragraaf="5b", omschrijving="Niets \U0001f600 \u202bom"),
)
SUCCES = Uitspraak(21, "successen", SAMEN, 70, tekst="Het lukt.", codes=(13,), gecodeerd=True)
LES = Uitspraak(31, "lessen", (DAL,), 70, tekst="Begin klein.")
VERWACHTINGEN = (
    Uitspraak(
        41,
        "verwachtingen",
        SAMEN,
        70,
        aan="nza",
        tekst="Duidelijkheid.",
        codes=(14,),
        gecodeerd=True,
        antwoord="Komt.",
        antwoord_van="R. Verzonnen",
        antwoord_datum=date(2024, 9, 1),
    ),
    Uitspraak(42, "verwachtingen", SAMEN, 70, aan="regio", tekst="Meedoen."),
    Uitspraak(43, "verwachtingen", (DAL,), 70, aan="vws", tekst="Geld.", gecodeerd=True),
)
CODES = (
    CodeBeeld(11, "acties", "Casuïstiek", "Wat een casus leert."),
    CodeBeeld(12, "acties", "Oud thema", vervallen=True),
    CodeBeeld(13, "successen", "Samen"),
    CodeBeeld(14, "verwachtingen", "Helderheid"),
)
VRAGEN = (
    Vraag("doel_verwachting", "Doelstelling", "Haalt u het?", "choice", (Optie("ja", "Ja"), Optie("nee", "Nee"))),
    Vraag("doel_toelichting", "Doelstelling", "Toelichting", "long_text"),
)
ANTWOORDEN = (
    AntwoordBeeld(GOOI, "doel_verwachting", JA, "ja"),
    AntwoordBeeld(DAL, "doel_verwachting", JA, "nee", eigen=True),
    AntwoordBeeld(STIL, "doel_verwachting", STILTE),
    AntwoordBeeld(VERS, "doel_verwachting", NEE),
    AntwoordBeeld(GOOI, "doel_toelichting", JA, "Minder *snel*."),
)
WORLD = RapportData(
    peilmoment=PEILMOMENT,
    beeld=Beeld(Q1, REGIOS, ACTIES, (SUCCES,), (LES,), VERWACHTINGEN),
    vorige=Beeld(Q4, (_regio(GOOI, "'t Model", JA), _regio(DAL, "Dal/Berg", NEE), _regio(STIL, "Stil & Veen", STILTE))),
    rondes=(Q4, Q1),
    codes=CODES,
    vragen=VRAGEN,
    antwoorden=ANTWOORDEN,
    plannen=(
        PlanBeeld(
            7,
            "'t Model & Dal/Berg",
            SAMEN,
            "Vastgesteld",
            LAAT,
            "gemeente",
            "Aangesloten bij bestaande structuur",
            ("Jongeren", "Ouderen"),
            ("A",),
        ),
        PlanBeeld(8, "Stil & Veen", (STIL,), "Ingediend"),
    ),
    doelstellingen=(
        DoelstellingBeeld(
            *(1, 7, "Minder instroom.", True, "instroom", 12.0, date(2024, 1, 1), 8.5, "cliënten", date(2024, 12, 31)),
            *("12", "1-1-2024", "ca. 8,5", "eind 2024"),
        ),
        DoelstellingBeeld(2, 8, "Nul.", nulwaarde=0.0, nulwaarde_tekst="0"),
    ),
    mijlpalen=(
        MijlpaalBeeld(1, 7, "Overleg", "Vastgelegd", "Q2 2024", date(2024, 4, 1), date(2024, 6, 30)),
        MijlpaalBeeld(3, 8, "Niets", "Klaar", is_actie=True),
    ),
    voortgang=(
        VoortgangRegel(1, 1, 7, "op_schema"),
        VoortgangRegel(2, 1, 7, "aandacht", "Wacht.", (Elders(DAL, "gestopt", "Geen animo."),)),
        VoortgangRegel(2, 2, 7, ""),
        VoortgangRegel(1, 9, 6, "gestopt"),
    ),
)
EMPTY = RapportData(PEILMOMENT, Beeld(Q1, ()), None, (Q1,), ())


def report_of(data: RapportData) -> NationaalRapport:
    """The report of these data as the portal writes it."""
    return build(data, stamp=Stamp("Concept", 3), edits={})
