"""What can happen to a plan, in the past tense, and how it is told."""

from __future__ import annotations

from enum import StrEnum

from portal.domain.story import Story


class EventSoort(StrEnum):
    """Everything the timeline of a plan can tell."""

    PLAN_GESTART = "plan_gestart"
    DEADLINE_GEZET = "deadline_gezet"
    REGIO_TOEGEVOEGD = "regio_toegevoegd"
    REGIO_AFGESPLITST = "regio_afgesplitst"
    PLAN_SAMENGEVOEGD = "plan_samengevoegd"
    ONDERDEEL_BEWERKT = "onderdeel_bewerkt"
    TEKST_TERUGGEZET = "tekst_teruggezet"
    ONDERDELEN_TERUGGEZET = "onderdelen_teruggezet"
    STAP_VOLGT_LATER = "stap_volgt_later"
    STAP_TOCH_INGEVULD = "stap_toch_ingevuld"
    BIJLAGE_TOEGEVOEGD = "bijlage_toegevoegd"
    BIJLAGE_VERWIJDERD = "bijlage_verwijderd"
    BIJLAGE_TERUGGEZET = "bijlage_teruggezet"
    INGEDIEND = "ingediend"
    INGETROKKEN = "ingetrokken"
    OPGEPAKT = "opgepakt"
    TERUGGESTUURD = "teruggestuurd"
    VASTGESTELD = "vastgesteld"
    HEROPEND = "heropend"
    OVERGEDRAGEN = "overgedragen"
    NIEUWE_VERSIE = "nieuwe_versie"
    NIEUWE_VERSIE_WEGGEGOOID = "nieuwe_versie_weggegooid"
    MEELEZEN_GEVRAAGD = "meelezen_gevraagd"
    MEELEZEN_GESTOPT = "meelezen_gestopt"
    ONDERDEEL_GEGEVEN = "onderdeel_gegeven"
    ONDERDEEL_GEGEVEN_VOOR = "onderdeel_gegeven_voor"
    ONDERDEEL_GEREED = "onderdeel_gereed"
    ONDERDEEL_TERUGGENOMEN = "onderdeel_teruggenomen"
    ONDERDEEL_VRIJ = "onderdeel_vrij"
    WORD_KLAARGEZET = "word_klaargezet"
    UIT_WORD_OVERGENOMEN = "uit_word_overgenomen"
    UIT_WORD_ONGEDAAN = "uit_word_ongedaan"
    INSTEMMING_GEVRAAGD = "instemming_gevraagd"
    INSTEMMING_GEGEVEN = "instemming_gegeven"
    INSTEMMING_ONTVANGEN = "instemming_ontvangen"
    INSTEMMING_OPGESCHREVEN = "instemming_opgeschreven"
    INSTEMMING_VRIJGESTELD = "instemming_vrijgesteld"
    LEESLINK_GEMAAKT = "leeslink_gemaakt"
    LEESLINK_INGETROKKEN = "leeslink_ingetrokken"


PLAN_STORY = Story(
    EventSoort,
    {
        EventSoort.PLAN_GESTART: "{wie} heeft het plan gestart voor {regios}.",
        EventSoort.DEADLINE_GEZET: "{wie} heeft de deadline gezet op {deadline}.",
        EventSoort.REGIO_TOEGEVOEGD: "{wie} heeft {regio} bij dit plan gevoegd.",
        EventSoort.REGIO_AFGESPLITST: "{wie} heeft {regio} van dit plan afgesplitst.",
        EventSoort.PLAN_SAMENGEVOEGD: "{wie} heeft dit plan samengevoegd met het plan van {regios}.",
        EventSoort.ONDERDEEL_BEWERKT: "{wie} heeft gewerkt aan “{onderdeel}”.",
        EventSoort.TEKST_TERUGGEZET: "{wie} heeft een eerdere tekst teruggezet bij “{onderdeel}”.",
        EventSoort.ONDERDELEN_TERUGGEZET: "{wie} heeft teruggezet uit een eerdere indiening: {onderdelen}.",
        EventSoort.STAP_VOLGT_LATER: "{wie} heeft aangegeven dat “{onderdeel}” later volgt.",
        EventSoort.STAP_TOCH_INGEVULD: "{wie} heeft “volgt later” weggehaald bij “{onderdeel}”.",
        EventSoort.BIJLAGE_TOEGEVOEGD: "{wie} heeft de bijlage “{naam}” toegevoegd.",
        EventSoort.BIJLAGE_VERWIJDERD: "{wie} heeft de bijlage “{naam}” verwijderd.",
        EventSoort.BIJLAGE_TERUGGEZET: "{wie} heeft de bijlage “{naam}” teruggezet.",
        EventSoort.INGEDIEND: "{wie} heeft het plan ingediend namens {namens}. Akkoord van de andere kant: {akkoord}.",
        EventSoort.INGETROKKEN: "{wie} heeft de indiening ingetrokken.",
        EventSoort.OPGEPAKT: "{wie} is begonnen met beoordelen.",
        EventSoort.TERUGGESTUURD: "{wie} heeft het plan teruggestuurd.",
        EventSoort.VASTGESTELD: "{wie} heeft het plan vastgesteld.",
        EventSoort.HEROPEND: "{wie} heeft de vaststelling ongedaan gemaakt.",
        EventSoort.OVERGEDRAGEN: "{wie} heeft het beoordelen overgedragen aan {aan}.",
        EventSoort.NIEUWE_VERSIE: "{wie} is een nieuwe versie van het plan begonnen.",
        EventSoort.NIEUWE_VERSIE_WEGGEGOOID: "{wie} heeft de nieuwe versie weggegooid. Het vastgestelde plan geldt.",
        EventSoort.MEELEZEN_GEVRAAGD: "{wie} heeft beoordelaars gevraagd om mee te lezen: {onderdelen}.",
        EventSoort.MEELEZEN_GESTOPT: "{wie} heeft het meelezen afgerond.",
        EventSoort.ONDERDEEL_GEGEVEN: "{wie} heeft “{onderdeel}” aan {aan} gegeven.",
        EventSoort.ONDERDEEL_GEGEVEN_VOOR: "{wie} heeft “{onderdeel}” aan {aan} gegeven, vóór {deadline}.",
        EventSoort.ONDERDEEL_GEREED: "{wie} heeft gezegd dat “{onderdeel}” klaar is. {aan} had dit onderdeel.",
        EventSoort.ONDERDEEL_TERUGGENOMEN: "{wie} heeft “{onderdeel}” teruggenomen. {aan} had dit onderdeel.",
        EventSoort.ONDERDEEL_VRIJ: "{wie} heeft “{onderdeel}” vrijgegeven: {aan} is geen contactpersoon meer.",
        EventSoort.WORD_KLAARGEZET: "{wie} heeft “{naam}” klaargezet om over te nemen.",
        EventSoort.UIT_WORD_OVERGENOMEN: "{wie} heeft overgenomen uit “{naam}”: {onderdelen}.",
        EventSoort.UIT_WORD_ONGEDAAN: "{wie} heeft het overnemen uit “{naam}” ongedaan gemaakt.",
        EventSoort.INSTEMMING_GEVRAAGD: "{wie} heeft instemming gevraagd aan {naam}.",
        EventSoort.INSTEMMING_GEGEVEN: "{wie} heeft antwoord gegeven namens {naam}: {akkoord}.",
        EventSoort.INSTEMMING_ONTVANGEN: "{wie} heeft antwoord gekregen van {aan}, namens {naam}: {akkoord}.",
        EventSoort.INSTEMMING_OPGESCHREVEN: "{wie} heeft opgeschreven wat {naam} besloot: {akkoord}.",
        EventSoort.INSTEMMING_VRIJGESTELD: "{wie} staat toe dat het plan wordt ingediend zonder {naam}.",
        EventSoort.LEESLINK_GEMAAKT: "{wie} heeft {aan} een link gestuurd om het plan te lezen.",
        EventSoort.LEESLINK_INGETROKKEN: "{wie} heeft de link van {aan} ingetrokken.",
    },
)
