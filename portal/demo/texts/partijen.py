"""Invented parties. {regio} and {streek} are filled in."""

ALTIJD = (
    ("Alle gemeenten in de regio", "gemeente"),
    ("Zorgkantoor Voorbeeld {streek}", "zorgkantoor"),
)

SOMS = (
    ("GGZ Hazelveld", "zorgaanbieder"),
    ("Stichting Maanvlinder", "zorgaanbieder"),
    ("Woonbegeleiding De Zeven Lantaarns", "zorgaanbieder"),
    ("Beschermd Wonen Appelvoort", "zorgaanbieder"),
    ("Zorggroep Kwikstaart", "zorgaanbieder"),
    ("Herstelhuis Rietvonder", "zorgaanbieder"),
    ("Ambulant Team Zilverschoon", "zorgaanbieder"),
    ("Drie ggz-aanbieders in de regio", "zorgaanbieder"),
    ("Cliëntenplatform {regio}", "clientvertegenwoordiging"),
    ("Naastenkring Vuurdoorn", "clientvertegenwoordiging"),
    ("Ervaringsdeskundigen van Huis Windekind", "clientvertegenwoordiging"),
    ("Zorgverzekeraar Voorbeeld", "zorgverzekeraar"),
    ("CIZ (adviserend)", "ciz"),
    ("Woningcorporatie Kastanjehof", "overig"),
    ("Huisartsengroep Duinkwast", "overig"),
    ("Regionale werkgroep wonen en zorg", ""),
)
