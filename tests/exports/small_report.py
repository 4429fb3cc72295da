"""A national report of a few pages, made by hand: every kind of block once, with texts as people write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from exports.national.tree import (
    Begrip,
    Begrippen,
    Cel,
    Deel,
    EigenTekst,
    Grafiek,
    Hoofdstuk,
    Kopje,
    Lijst,
    NationaalRapport,
    Punt,
    Reeks,
    Tabel,
    Waarde,
    Zin,
)

PEILMOMENT = datetime(2024, 4, 5, 10, 0, tzinfo=UTC)
NASTY = "=1+1 <script>alert(1)</script> ]]> &amp; \U0001f600 \u202bomgekeerd \x0b _x0041_ {token} \x00"
REGIOS = ("’t Modelgooi", "Model & Land", "Voor/Beeld")
WAARDEN = {
    "geantwoord": Waarde("geantwoord", "regio’s die antwoordden", "29", 29),
    "vast": Waarde("vast", "regio’s met een vaste projectstructuur", "22", 22),
    "meeste": Waarde("meeste", "wat het vaakst genoemd werd", "samenwerken"),
    "los": Waarde("los", "een getal zonder verantwoording", "7", 7),
}


def zin(*parts: str, **changed: object) -> Zin:
    """A living sentence: "{vast}" is a value, the rest are words."""
    delen = tuple(Deel(WAARDEN[one[1:-1]].tekst, one[1:-1]) if one.startswith("{") else Deel(one) for one in parts)
    return replace(Zin("zin", "".join(parts), delen), **changed)


TABEL = Tabel(
    "acties",
    "Acties per thema",
    ("Thema", "Op schema", "Nieuw", "Samen"),
    (
        (Cel("Casuïstiek"), Cel(1250, "vast"), Cel(None), Cel(1251)),
        (Cel(NASTY), Cel(0), Cel("niet gevraagd"), Cel(0)),
        (Cel("Totaal"), Cel(1250), Cel(None), Cel(1251)),
    ),
    (4, 1, 1, 1),
    totaalrij=True,
)
VERANTWOORDING = Tabel(
    "verantwoording_waarden",
    "Waar elk getal vandaan komt",
    ("Wat", "Getal"),
    (
        (Cel("Antwoorden"), Cel(29, "geantwoord")),
        (Cel("Structuur"), Cel(22, "vast")),
        (Cel("Nog eens"), Cel(22, "vast")),
    ),
    (3, 1),
    is_verantwoording=True,
)
GRAFIEK = Grafiek(
    "structuur",
    "Vaste projectstructuur & meer",
    ("Vast", "Ad hoc <b>", "Geen"),
    (Reeks("Regio’s", (22, 6, 3)),),
    'Staafdiagram: 22 regio’s "vast", 6 ad hoc, 3 geen.',
)
GESTAPELD = Grafiek(
    "status",
    "Stand van de acties",
    ("Casuïstiek", NASTY),
    (Reeks("Op schema", (4, 0)), Reeks("Vraagt aandacht", (1, 5)), Reeks("Afgerond", (0, 2))),
    "Gestapelde staven: 4 op schema.",
    gestapeld=True,
)
LESSEN = Lijst(
    (
        Punt("Nodig iedereen uit.\n\nOok wie niet mee wil doen.", "Begin klein.", "Genoemd door: Model & Land"),
        Punt("- een lijst\n- van twee"),
        Punt("", "Alleen een kop."),
    ),
    genummerd=True,
    start=4,
)


def small_report(**changed: object) -> NationaalRapport:
    """The report, with other values for some of its fields."""
    return replace(_REPORT, **changed)


def minimal_report() -> NationaalRapport:
    """One chapter with one sentence."""
    hoofdstuk = Hoofdstuk("aanleiding", "Aanleiding", zin("Dit is de aanleiding"), "1", (zin("Meer is er niet."),))
    return NationaalRapport(
        titel="Voortgangsrapportage",
        ondertitel="",
        status="Concept",
        versie=1,
        peilmoment=PEILMOMENT,
        colofon=Begrippen(()),
        hoofdstukken=(hoofdstuk,),
    )


_HOOFDSTUKKEN = (
    Hoofdstuk(
        "samenvatting",
        "Managementsamenvatting",
        zin("De meeste regio’s werken samen"),
        blokken=(Lijst((Punt("De instroom daalt."), Punt("- eigen\n- tekens"))),),
    ),
    Hoofdstuk(
        "proces",
        "Proces en respons",
        zin("In totaal antwoordden ", "{geantwoord}", " van de 31 regio’s"),
        "1",
        (
            zin("Zij noemen ", "{meeste}", ", ", "{los}", " keer."),
            zin("Deze zin is weggelaten.", weggelaten=True),
            TABEL,
            EigenTekst("proces", "Eigen **tekst** met een [link](https://voorbeeld.example/) en\n\n1. een\n2. lijst"),
        ),
    ),
    Hoofdstuk(
        "stand",
        "Stand van zaken",
        zin("De uitvoering ligt op schema"),
        "2",
        delen=(
            Hoofdstuk(
                "structuur",
                "Projectstructuur",
                zin("Er is ", "{vast}", " keer een structuur"),
                "2.1",
                (GRAFIEK, Kopje("Meer"), zin("Tekst.")),
            ),
            Hoofdstuk("acties", "Acties", zin("De acties lopen"), "2.2", (GESTAPELD, EigenTekst("acties", "  "))),
        ),
    ),
    Hoofdstuk("lessen", "Lessen", zin("Dit leerden de regio’s"), "3", (LESSEN,)),
    Hoofdstuk(
        "regios",
        "Regio’s",
        zin("Elke regio op een bladzijde"),
        "A",
        (zin("Elke regio heeft een bladzijde."),),
        tuple(
            Hoofdstuk(f"regio_{number}", naam, zin(naam), blokken=(zin(NASTY),), is_bijlage=True)
            for number, naam in enumerate(REGIOS)
        ),
        is_bijlage=True,
        deel_per_pagina=True,
    ),
    Hoofdstuk(
        "cijfers",
        "Verantwoording",
        zin("Zo komen de getallen tot stand"),
        "B",
        (VERANTWOORDING, Begrippen((Begrip("Regio", NASTY), Begrip("Actie", "Wat een regio doet.")))),
        is_bijlage=True,
    ),
)
_REPORT = NationaalRapport(
    titel="Voortgangsrapportage Regioaanpak instroom Wlz-ggz-W",
    ondertitel="Q1 2024",
    status="Concept",
    versie=2,
    peilmoment=PEILMOMENT,
    colofon=Begrippen((Begrip("Opdracht", "Kerngroep"), Begrip("Ronde", "Q1 2024"))),
    hoofdstukken=_HOOFDSTUKKEN,
    waarden=WAARDEN,
    demo=True,
    ronde="Q1 2024",
)
