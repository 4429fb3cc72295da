"""The words our documents add to those of the national format. Each stands here once."""

VOLGT_LATER = "Volgt later"
BIJLAGEN = "Bijlagen"
STATUS = "Status"
CONCEPT = "Concept"
CHANGES = "Wijzigingen"
# Behind the day on which a plan was handed in, above every page.
NIET_GELDEND = "niet de geldende versie"
NIET_DE_NIEUWSTE = "niet de nieuwste indiening"
INGETROKKEN = "ingetrokken, niet de geldende versie"
LEEG_FORMULIER = "Leeg formulier"
DEMO = "Demo: alle personen en cijfers zijn verzonnen"

# What stands in a column when there is nothing to tell: an empty cell could be read as nought.
ONBEKEND = "–"
LEEG_STREEPJE = "Een streepje betekent dat er nog niets bekend is, bijvoorbeeld omdat het plan nog niet is ingediend."
LEGE_CEL = "Een lege cel betekent dat er nog niets bekend is, bijvoorbeeld omdat het plan nog niet is ingediend."

NIET_BEANTWOORD = "Niet beantwoord"
NIET_GEVRAAGD = "Niet gevraagd"
GELIJK_AAN = "Gelijk aan"
GELDT_VOOR_ALLE = "Deze antwoorden gelden voor alle regio’s van het plan"
ALLEEN_VOOR = "Alleen voor"
ALLE_REGIOS = "Alle regio’s"
REGIO = "Regio"
NIETS_INGEVULD = "Niets ingevuld"
GEEN_PLAN = "Er is nog geen geldend plan van aanpak. Daarom staan hier geen acties."
GEEN_ACTIES = "In het geldende plan van aanpak staan geen acties."
GEEN_PLAN_DOELEN = "Er is nog geen geldend plan van aanpak. Daarom staan hier geen doelen."
GEEN_DOELEN = "In het geldende plan van aanpak staan geen doelen."
NIET_INGEVULD = "Niet ingevuld"
VERBORGEN = "Niet getoond: een klein aantal cliënten"
WETEN_WIJ_NIET = "Weten wij niet"
AANKRUISEN = "Kruis aan wat past. In een bestand typt u een x in plaats van het vakje (☐)."
NOG_GEEN_ANTWOORD = "Nog geen antwoord"
AAN_REGIO_ZELF = "Dit is aan de regio zelf"
ANTWOORD_KERNGROEP = "Antwoord van de kerngroep"

TERUGKOPPELING = "Terugkoppeling"
WAT_U_VERTELDE = "Wat u ons vertelde"
WAT_ANDEREN_ZEIDEN = "Wat anderen zeiden"
# Source: the report we want, fair words, rule 7.
DALING = "daling van de instroom"
AANDEEL_ONBEKEND = (
    "Het aandeel van de regioaanpak in een daling is niet bekend: "
    "ook andere maatregelen en de toegang tot de Wlz spelen mee."
)
GEEN_THEMA = "Past bij geen thema"
NIET_INGEDEELD = "Nog niet ingedeeld"
WAT_ER_NU_GEBEURT = "Wat er nu gebeurt"
VOORBEELD = "Voorbeeld: nog niet verstuurd"
ACTIES = "Acties"
SUCCESSEN = "Successen"
LESSEN = "Lessen"
VERWACHTINGEN_TITEL = "Regioaanpak instroom Wlz-ggz-W: verwachtingen van de regio’s"
VERZOEKEN = "Verzoeken uit rapporten"
VERZOEKEN_UITLEG = "Dit vroeg een vastgesteld rapport. De volgende ronde vertelt wat ervan kwam."
VERWACHTINGEN_LEEG = "Een streepje of lege cel betekent dat er nog geen antwoord of datum is."

OVERZICHT_TITEL = "Regioaanpak instroom Wlz-ggz-W: overzicht van de plannen"
SAMENVATTING_TITEL = "Regioaanpak instroom Wlz-ggz-W: samenvattende analyse van de plannen"
CONTACTEN_TITEL = "Regioaanpak instroom Wlz-ggz-W: contactpersonen"


def labelled(label: str, text: str) -> str:
    """One line with its label: "Indicator: instroom"; a question keeps its own sign: "Wat is het? Dit."."""
    return f"{label} {text}" if label.endswith(("?", ":")) else f"{label}: {text}"


def stand_in(ronde: str) -> str:
    """The head of the column with what was said in an earlier round."""
    return f"Stand in {ronde}"
