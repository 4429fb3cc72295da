"""What the description of the roles says, by hand: which key doors open for whom, and which role may do what at all."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.policy import POLICY, Action
from portal.domain.roles import Rol
from tests.running.halves import on_one_each
from tests.web.doors.walking import (
    PEOPLE,
    STAGES,
    Doorkeeper,
    enter,
    knock,
    make_worlds,
)

#                                   niemand contact elders lezer elders beoord coord lezer beheer
EXPECTED = {
    ("regio.mijn_plan", "concept"): "meld    in      404    in    404    404    404   404   404",
    ("regio.mijn_plan", "ingediend"): "meld  in      404    in    404    in     in    in    404",
    ("regio.mijn_plan", "vastgesteld"): "meld in     in     in    in     in     in    in    404",
    ("regio.lezen", "concept"): "meld        in      404    in    404    404    404   404   404",
    ("regio.lezen", "ingediend"): "meld      in      404    in    404    in     in    in    404",
    ("regio.lezen", "vastgesteld"): "meld    in      in     in    in     in     in    in    404",
    ("regio.onderdeel", "concept"): "meld    in      404    403   404    404    404   404   404",
    ("regio.onderdeel", "ingediend"): "meld  in      404    403   404    403    403   403   404",
    ("regio.geven", "concept"): "meld        in      404    403   404    404    404   404   404",
    ("regio.veranderd", "ingediend"): "meld  in      404    in    404    in     in    in    404",
    ("instemming.lijst", "concept"): "meld    in      404    in    404    404    404   404   404",
    ("instemming.lijst", "vastgesteld"): "meld in    403    in    403    in     in    in    404",
    ("instemming.link", "concept"): "meld     in      404    403   404    404    404   404   404",
    ("instemming.vrijstellen", "concept"): "meld 403 404    403   404    404    in    404   404",
    ("regio.controleren", "concept"): "meld  in      404    403   404    404    404   404   404",
    ("regio.bijlagen_pagina", "concept"): "meld in   404    in    404    404    404   404   404",
    ("regio.tijdlijn", "ingediend"): "meld   in      404    in    404    403    403   403   404",
    ("regio.word_concept", "vastgesteld"): "meld in  403    in    403    403    403   403   404",
    ("regio.pdf_concept", "vastgesteld"): "meld in   403    in    403    403    403   403   404",
    ("beoordelen.plan", "concept"): "meld    403     404    403   404    404    404   404   404",
    ("beoordelen.plan", "ingediend"): "meld  403     404    403   404    in     in    403   404",
    ("beoordelen.plan", "vastgesteld"): "meld 403    403    403   403    in     in    403   404",
    ("beoordelen.overdragen", "ingediend"): "meld 403 404   403   404    in     in    403   404",
    ("beoordelen.terugsturen", "ingediend"): "meld 403 404  403   404    403    in    403   404",
    ("beoordelen.vaststellen", "ingediend"): "meld 403 404  403   404    403    in    403   404",
    ("beoordelen.heropenen", "vastgesteld"): "meld 403 403  403   403    403    in    403   404",
    ("regio.word", "concept"): "meld          in      404    403   404    404    404   404   404",
    ("regio.meelezen_vragen", "concept"): "meld in   404    403   404    404    404   404   404",
    # Nobody reads along before the region asks: then reviewers do (see test_meelezen_pages).
    ("regio.meelezing_lezen", "concept"): "meld 403  404    403   404    404    404   404   404",
    # National roles are led to their own list.
    ("regio.plannen", "concept"): "meld      in      in     in    in     in     in    in    in",
    ("landelijk.beheren", "concept"): "meld  403     403    403   403    403    in    403   403",
    ("landelijk.starten", "concept"): "meld  403     403    403   403    403    in    403   403",
    ("landelijk.overzicht", "concept"): "meld 403    403    403   403    in     in    in    403",
    ("landelijk.samenvatting", "concept"): "meld 403 403     403   403    in     in    in    403",
    ("landelijk.samenvatting_word", "vastgesteld"): "meld 403 403 403 403 in    in    in    403",
    ("landelijk.samenvatten", "concept"): "meld 403  403     403   403    403    in    403   403",
    ("uitvragen.lijst", "concept"): "meld    403     403    403   403    in     in    in    403",
    ("uitvragen.uitvraag", "concept"): "meld 403     403    403   403    in     in    in    403",
    ("uitvragen.nieuw", "concept"): "meld    403     403    403   403    403    in    403   403",
    ("uitvragen.proef", "concept"): "meld    403     403    403   403    403    in    403   403",
    ("uitvragen.bewerken", "concept"): "meld 403     403    403   403    403    in    403   403",
    ("uitvragen.blad", "ingediend"): "meld   403     403    403   403    403    in    403   403",
    ("landelijk.contacten", "concept"): "meld in     in     403   403    in     in    403   in",
    ("beheer.regios", "concept"): "meld      403     403    403   403    403    403   403   in",
    ("beheer.accounts", "concept"): "meld    403     403    403   403    403    in    403   in",
    ("beheer.outbox", "concept"): "meld      403     403    403   403    403    in    403   in",
    ("opmerkingen.lijst", "concept"): "meld  in      404    in    404    404    404   404   404",
    ("opmerkingen.lijst", "ingediend"): "meld in     404    in    404    in     in    403   404",
    ("opmerkingen.lijst", "vastgesteld"): "meld in   403    in    403    in     in    403   404",
    ("opmerkingen.lijst_blad", "concept"): "meld in     404    in    404    404    404   404   404",
    ("opmerkingen.lijst_blad", "ingediend"): "meld in   404    in    404    in     in    403   404",
    # That a region exists is no secret; reviewers talk about what it shared.
    ("opmerkingen.lijst_regiobeeld", "concept"): "meld in 403 in 403    403    403   403   403",
    ("opmerkingen.lijst_regiobeeld", "ingediend"): "meld in 403 in 403  in     in    403   403",
    ("verwachtingen.lijst", "concept"): "meld 403    403    403   403    in     in    in    403",
    ("verwachtingen.lijst_excel", "concept"): "meld 403 403 403   403    in     in    in    403",
    ("verwachtingen.verwachting", "concept"): "meld 403 403 403   403    in     in    403   403",
    ("verwachtingen.van_regio", "concept"): "meld in    404    in    404    404    404   404   404",
    ("verwachtingen.van_regio", "ingediend"): "meld in  404    in    404    in     in    in    404",
    ("coderen.overzicht", "concept"): "meld  403     403    403   403    in     in    403   403",
    ("coderen.tekst", "ingediend"): "meld    403     403    403   403    in     in    403   403",
    ("coderen.teksten", "ingediend"): "meld  403     403    403   403    in     in    403   403",
    ("coderen.codeboek", "concept"): "meld   403     403    403   403    in     in    403   403",
    ("coderen.code_nieuw", "concept"): "meld 403     403    403   403    403    in    403   403",
    ("coderen.samenvoegen", "concept"): "meld 403    403    403   403    403    in    403   403",
    ("terugkoppeling.voorbereiden", "concept"): "meld 403 403 403 403   403    in    403   403",
    ("terugkoppeling.voorbeeld", "concept"): "meld 403  403    403   403    403    in    403   403",
    ("terugkoppeling.lezen", "concept"): "meld in       404    in    404    404    404   404   404",
    ("terugkoppeling.lezen", "ingediend"): "meld in     404    in    404    in     in    in    404",
    ("terugkoppeling.lezen_word", "ingediend"): "meld in 404   in    404    in     in    in    404",
    ("terugkoppeling.lezen_pdf", "ingediend"): "meld in 404    in    404    in     in    in    404",
    ("antwoordbladen.lijst", "concept"): "meld in    in     in    in     403    403   403   403",
    ("antwoordbladen.blad", "concept"): "meld in     404    in    404    404    404   404   404",
    ("antwoordbladen.blad", "ingediend"): "meld in   404    in    404    in     in    in    404",
    ("antwoordbladen.vraag", "concept"): "meld in    404    403   404    404    404   404   404",
    ("antwoordbladen.vraag", "ingediend"): "meld in  404    403   404    403    403   403   404",
    ("antwoordbladen.controleren", "concept"): "meld in 404 403   404    404    404   404   404",
    ("antwoordbladen.lezen", "concept"): "meld in    404    in    404    404    404   404   404",
    ("antwoordbladen.lezen", "ingediend"): "meld in  404    in    404    in     in    in    404",
    ("antwoordbladen.word_leeg", "ingediend"): "meld in 404 in    404    403    403   403   404",
    ("antwoordbladen.word_ingevuld", "ingediend"): "meld in 404 in 404   403    403   403   404",
    ("antwoordbladen.pdf_leeg", "ingediend"): "meld in 404 in    404    403    403   403   404",
    ("antwoordbladen.pdf_ingevuld", "ingediend"): "meld in 404 in 404    403    403   403   404",
    ("rapporten.lijst", "concept"): "meld    in      in     in    in     in     in    in    403",
    ("rapporten.rapport", "concept"): "meld  404     404    404   404    in     in    404   404",
    ("rapporten.word", "ingediend"): "meld   404     404    404   404    in     in    404   404",
    ("rapporten.rapport", "vastgesteld"): "meld in   in     in    in     in     in    in    404",
    ("rapporten.excel", "vastgesteld"): "meld 403 403 403 403 in in in 404",
    ("rapporten.voorleggen", "concept"): "meld 404   404    404   404    403    in    404   404",
    ("rapporten.boodschappen", "concept"): "meld 404 404    404   404    403    in    404   404",
    ("rapporten.vaststellen", "vastgesteld"): "meld 403 403 403 403 403 in    403   404",
    # This beoordelaar is not of the kerngroep; who is, stands in the table of the policy.
    ("rapporten.akkoord", "ingediend"): "meld 404    404    404   404    403    403   404   404",
    ("verloop.landelijk", "concept"): "meld  403     403    403   403    in     in    403   403",
    ("verloop.thema", "concept"): "meld      403     403    403   403    in     in    403   403",
    ("verloop.acties", "concept"): "meld     403     403    403   403    in     in    403   403",
    # Of a region that is no secret; what it told is for itself and for reviewers.
    ("verloop.van_regio", "concept"): "meld  in      403    in    403    in     in    403   403",
    ("verloop.van_regio", "ingediend"): "meld in     403    in    403    in     in    403   403",
    ("instroom.bronnen", "concept"): "meld    403     403    403   403    403    in    403   403",
    ("instroom.inlezen", "concept"): "meld    403     403    403   403    403    in    403   403",
    ("instroom.sjabloon", "concept"): "meld   403     403    403   403    403    in    403   403",
    ("instroom.cijfer", "concept"): "meld     in      in     in    in     in     in    in    403",
    ("instroom.cijfer_corrigeren", "concept"): "meld 403 403 403 403      403    in    403   403",
    ("rapporten.hoor_regio", "concept"): "meld in    404    404   404    404    404   404   404",
    ("rapporten.hoor_regio", "vastgesteld"): "meld in 404   404   404    404    404   404   404",
    ("rapporten.hoor", "concept"): "meld     404     404    404   404    403    in    404   404",
    ("zoeken.zoeken", "concept"): "meld      in      in     in    in     in     in    in    403",
    ("public.start", "concept"): "meld       in      in     in    in     in     in    in    in",
    ("account.mijn_account", "concept"): "meld in    in     in    in     in     in    in    in",
    ("public.hulp", "concept"): "in          in      in     in    in     in     in    in    in",
}


@pytest.mark.parametrize(("app", "stage"), on_one_each(STAGES), indirect=["app"])
def test_the_key_doors_open_as_the_roles_are_described(app: Flask, keeper: Doorkeeper, stage: str) -> None:
    worlds = make_worlds(stage, *PEOPLE)
    endpoints = [endpoint for endpoint, at in EXPECTED if at == stage]
    found: dict[str, dict[str, str]] = {endpoint: {} for endpoint in endpoints}
    for person, world in worlds.items():
        # Opening a page changes nothing (the client sees to that), so the next one finds the same world.
        client = enter(app, world)
        for endpoint in endpoints:
            found[endpoint][person] = knock(client, keeper, "GET", world.address(app, endpoint))
    by_hand = {endpoint: EXPECTED[endpoint, stage].replace("meld", "aanmelden").split() for endpoint in endpoints}
    assert found == {endpoint: dict(zip(PEOPLE, by_hand[endpoint], strict=True)) for endpoint in endpoints}


def test_every_line_of_the_table_is_of_a_stage() -> None:
    assert {stage for _, stage in EXPECTED} == set(STAGES)


# Which roles may do what at all, in their own region where they have one; from the description of the roles.
BY_HAND = {
    Action.INSTEMMING_LEZEN: "contact regiolezer beoordelaar coordinator lezer",
    Action.INSTEMMING_VRAGEN: "contact",
    Action.INSTEMMING_VRIJSTELLEN: "coordinator",
    Action.START_ZIEN: "contact regiolezer beoordelaar coordinator lezer beheerder",
    Action.EIGEN_ACCOUNT: "contact regiolezer beoordelaar coordinator lezer beheerder",
    Action.PLANNEN_ZIEN: "contact regiolezer",
    Action.PLAN_LEZEN: "contact regiolezer beoordelaar coordinator lezer",
    Action.PLAN_CONCEPT_LEZEN: "contact regiolezer",
    Action.INDIENING_LEZEN: "beoordelaar coordinator lezer",
    Action.PLAN_INVULLEN: "contact",
    Action.ONDERDEEL_GEVEN: "contact",
    Action.PLAN_INDIENEN: "contact",
    Action.PLAN_INTREKKEN: "contact",
    Action.PLAN_BEOORDELEN: "beoordelaar coordinator",
    Action.PLAN_BESLUITEN: "coordinator",
    Action.PLAN_STARTEN: "coordinator",
    Action.PLAN_AANREIKEN: "coordinator",
    Action.OVERZICHT_ZIEN: "beoordelaar coordinator lezer",
    Action.CONTACTEN_ZIEN: "contact beoordelaar coordinator beheerder",
    Action.UITNODIGEN: "coordinator beheerder",
    Action.ACCOUNTS_BEHEREN: "beheerder",
    Action.TWEEDE_STAP_WISSEN: "beheerder",
    Action.TWEEDE_STAP_BEVESTIGEN: "coordinator beheerder",
    Action.REGIOS_BEHEREN: "beheerder",
    Action.OUTBOX_ZIEN: "coordinator beheerder",
    Action.AUDITLOG_LEZEN: "beheerder",
    Action.OPMERKEN: "contact regiolezer beoordelaar coordinator",
    Action.INTERN_LEZEN: "beoordelaar coordinator",
    Action.MEELEZING_LEZEN: "beoordelaar coordinator",
    Action.SAMENVATTEN: "coordinator",
    Action.VERLOOP_ZIEN: "beoordelaar coordinator",
    Action.REGIO_VERLOOP_ZIEN: "contact regiolezer beoordelaar coordinator",
    Action.ZOEKEN: "contact regiolezer beoordelaar coordinator lezer",
    Action.BLADEN_ZIEN: "contact regiolezer",
    Action.UITVRAAG_BEHEREN: "coordinator",
    Action.VERWACHTING_BEANTWOORDEN: "beoordelaar coordinator",
    Action.BLAD_LEZEN: "contact regiolezer beoordelaar coordinator lezer",
    Action.BLAD_CONCEPT_LEZEN: "contact regiolezer",
    Action.BLAD_INVULLEN: "contact",
    Action.OPVOLGER_NOEMEN: "contact",
    Action.BLAD_INDIENEN: "contact",
    Action.BLAD_TERUGSTUREN: "coordinator",
    Action.CODEREN: "beoordelaar coordinator",
    Action.CODEBOEK_BEHEREN: "coordinator",
    Action.DUBBEL_CODEREN_BEHEREN: "coordinator",
    Action.RAPPORTEN_ZIEN: "contact regiolezer beoordelaar coordinator lezer",
    Action.RAPPORT_LEZEN: "contact regiolezer beoordelaar coordinator lezer",
    Action.RAPPORT_EXCEL: "beoordelaar coordinator lezer",
    Action.RAPPORT_CONCEPT_LEZEN: "beoordelaar coordinator",
    Action.RAPPORT_BEHEREN: "coordinator",
    Action.RAPPORT_AKKOORD: "beoordelaar",
    Action.HOOR_BEANTWOORDEN: "contact",
    Action.INSTROOM_ZIEN: "contact regiolezer beoordelaar coordinator lezer",
    Action.INSTROOM_BEHEREN: "coordinator",
    Action.DUIDING_SCHRIJVEN: "contact",
    Action.DUIDING_CONCEPT_LEZEN: "contact regiolezer",
}


def test_every_action_is_in_the_policy_and_in_the_table_by_hand() -> None:
    assert set(POLICY) == set(Action) == set(BY_HAND)


@pytest.mark.parametrize("action", Action)
def test_the_policy_is_as_the_roles_are_described(action: Action) -> None:
    names = {Rol.REGIOCONTACT: "contact"}
    assert {names.get(rol, rol.value) for rol in POLICY[action]} == set(BY_HAND[action].split())
