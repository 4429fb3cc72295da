"""Landelijk invulformat plan van aanpak, edition 2023, verbatim.

Source of every label, guidance and footnote: the national Word format (due 31-12-2023), curly apostrophes included. The
examples are invented. Questions with `in_format=False` are closed facts that the national report counts
("22 van de 31 … vaste projectstructuur").

This file is frozen: a changed format is a new edition in a new file.
"""

from forms.codes import CodeSoort
from forms.spec import Block, Choice, Footnote, Format, Kind, NationalGoal, Question, QuestionRole, RowField, Section

PARTIJ_SOORTEN = (
    Choice("gemeente", "Gemeente"),
    Choice("zorgkantoor", "Zorgkantoor"),
    Choice("zorgaanbieder", "Zorgaanbieder"),
    Choice("clientvertegenwoordiging", "Cliëntvertegenwoordiging"),
    Choice("zorgverzekeraar", "Zorgverzekeraar"),
    Choice("ciz", "CIZ"),
    Choice("overig", "Overig"),
)

PROJECTSTRUCTUUR_VORMEN = (
    Choice("nieuw_vast", "Nieuwe vaste structuur"),
    Choice("bestaand", "Aangesloten bij bestaande structuur"),
    Choice("ad_hoc", "Ad hoc"),
    Choice("geen", "Geen", in_full="Geen structuur"),
)

DOELGROEPEN = (
    Choice("jongeren", "Jongeren 18 t/m 26 jaar"),
    Choice("ambulant", "Cliënten met ambulante zorg (Wmo overig)"),
    Choice("anders", "Andere doelgroep"),
)

# The six themes for actions of KPMG's analysis (eindrapportage, code book). A region only suggests; coding decides.
ACTIE_THEMAS = (
    Choice("hulpmiddel", "Verspreiden hulpmiddel"),
    Choice("casuistiek", "Organiseren casuïstiekbespreking"),
    Choice("langdurig_beschikken", "Langdurig beschikken"),
    Choice("beleid", "Aanpassen beleid"),
    Choice("anders_leveren", "Anders leveren van zorg"),
    Choice("wmo_wlz", "Samenwerking Wmo en Wlz"),
)

# The national goal to complete. The dots are for the region's share.
LANDELIJK_DOEL = NationalGoal(
    sentence=(
        "De maandelijkse instroom in de Wlz-ggz-W vanuit {regio} is op … gedaald van … naar … cliënten per maand. "
        "Dat is ons aandeel in de landelijke ambitie: een stabiele instroom van 100 cliënten per maand."
    ),
    above="Vul de volgende doelstelling in:",
    others="Eventuele aanvullende doelstellingen kunnen hieronder beschreven worden:",
)

PARTIJ = (
    RowField(
        "naam",
        "Naam van de partij",
        "Meer partijen tegelijk toevoegen? Zet elke partij op een eigen regel.",
        heading="Naam",
        missing="Vul de naam van de partij in, bijvoorbeeld “Zorgkantoor Voorbeeldstreek”.",
    ),
    RowField("soort", "Soort partij", heading="Soort"),
)

# The figures of a goal are optional and not in the format; they are written as one labelled line under the goal.
DOELSTELLING = (
    RowField("tekst", "Doelstelling", missing="Schrijf de doelstelling op. Een getal hoeft niet."),
    RowField("indicator", "Indicator", "Waaraan ziet u dat het doel is gehaald?"),
    RowField("nulwaarde", "Nulwaarde", "De waarde bij het begin."),
    RowField("peildatum", "Peildatum", "Wanneer is de nulwaarde gemeten?"),
    RowField("streefwaarde", "Streefwaarde", "De waarde die u wilt bereiken."),
    RowField("eenheid", "Eenheid", "Bijvoorbeeld: cliënten per maand."),
    RowField("einddatum", "Einddatum", "Wanneer wilt u het doel bereiken?"),
)

# The number shares the column of the action: the format prints two lines above it.
ACTIE = (
    RowField("paragraaf", "Paragraaf in PvA", "Het nummer in uw eigen plan, bijvoorbeeld 5a.1.", short="Paragraaf"),
    RowField(
        "omschrijving",
        "Omschrijving",
        heading="Acties",
        printed=True,
        missing="Beschrijf de actie of typ de tekst van de kop.",
    ),
    RowField(
        "verantwoordelijke",
        "Verantwoordelijk/ coördinator / trekker van actie",
        "Meer partijen kan: zet er komma’s tussen. Bijvoorbeeld: gemeenten, zorgkantoor.",
        printed=True,
    ),
    RowField(
        "tijdslijn",
        "Tijdslijn",
        "Bijvoorbeeld: eind Q1 2024, in de loop van 2024, of continu.",
        printed=True,
    ),
    RowField("themas", "Bij welk thema past deze actie?", "Dit is een suggestie voor de landelijke analyse."),
)

MIJLPAAL = (
    RowField("activiteit", "Activiteit", printed=True),
    RowField("mijlpaal", "Mijlpaal", printed=True, missing="Vul de mijlpaal in: wat is er dan klaar?"),
    RowField(
        "tijdslijn",
        "Datum gereed",
        "Een datum of een periode, bijvoorbeeld: eind Q2 2024.",
        printed=True,
    ),
)

ALGEMEEN = Block(
    key="algemeen",
    title="A. Algemene gegevens",
    intro=("Vul hieronder in de naam van het zorgkantoorregio, de betrokken gemeente(s) en aangesloten partijen"),
    one_page=True,
    sections=(
        Section(
            key="naam",
            label="Naam zorgkantoorregio’s",
            questions=(
                Question("regio_naam", "Naam zorgkantoorregio’s", Kind.SHORT_TEXT, role=QuestionRole.REGIO_NAAM),
            ),
            example="Voorbeeldstreek en Modelland",
        ),
        Section(
            key="gemeenten",
            label="Betrokken gemeente(s)",
            questions=(Question("gemeenten", "Betrokken gemeente(s)", Kind.LONG_TEXT, role=QuestionRole.GEMEENTEN),),
            example="Alle gemeenten in de regio. De centrumgemeente ligt buiten de regio en doet mee.",
        ),
        Section(
            key="partijen",
            label="Aangesloten partijen (bijvoorbeeld zorgaanbieders, zorgverzekeraars)",
            questions=(
                Question(
                    "partijen",
                    "Aangesloten partijen (bijvoorbeeld zorgaanbieders, zorgverzekeraars)",
                    Kind.PARTIJEN,
                    choices=PARTIJ_SOORTEN,
                    row=PARTIJ,
                ),
            ),
            example="Zorgkantoor Voorbeeldstreek, drie ggz-aanbieders en een cliëntenplatform.",
        ),
    ),
)

OMSCHRIJVING = Block(
    key="omschrijving",
    title="B. Plan van aanpak omschrijving",
    heads=(
        "Onderdelen plan van aanpak instroom Wlz-ggz-W",
        "Licht hieronder de verschillende onderdelen van het plan van aanpak toe voor de zorgkantoorregio",
    ),
    sections=(
        Section(
            key="achtergrond",
            label="Achtergrond en probleemstelling",
            guidance="Licht de speer- en/of knelpunten toe waar dit plan van aanpak zich op richt.",
            footnote=Footnote(
                "¹",
                1,
                "Uit de duiding van de cijfers komt naar voren welke speer- en/of knelpunten er in de regio zijn. "
                "Dit vormt de basis van het plan van aanpak.",
            ),
            questions=(
                Question(
                    "achtergrond",
                    "Achtergrond en probleemstelling",
                    Kind.LONG_TEXT,
                    role=QuestionRole.ACHTERGROND,
                ),
            ),
            example=(
                "In onze regio stromen vooral mensen in die al ambulante begeleiding kregen. Wij zien drie knelpunten:\n\n"
                "- er zijn te weinig woonplekken met begeleiding in de Wmo;\n"
                "- een beschikking voor één jaar geeft cliënten geen rust;\n"
                "- aanbieders en toegang kennen elkaars aanbod niet goed."
            ),
        ),
        Section(
            key="huidige_situatie",
            label="Huidige situatie",
            guidance=(
                "Licht de huidige stand van zaken toe met betrekking tot de speer- en/of knelpunten in de zorgkantoorregio."
            ),
            questions=(Question("huidige_situatie", "Huidige situatie", Kind.LONG_TEXT),),
            example=(
                "Sinds dit voorjaar overleggen de drie toegangsteams elke maand. Een gezamenlijk overzicht van woonplekken is er "
                "nog niet. De gemeenten beschikken meestal voor een of twee jaar."
            ),
        ),
        Section(
            key="doelstellingen",
            label="Doelstelling(en)",
            guidance=(
                "Formuleer SMART-doelstelling(en) die betrekking hebben op speer- en/of knelpunten in de zorgkantoorregio."
            ),
            questions=(
                Question(
                    "doelstellingen",
                    "Doelstelling(en)",
                    Kind.DOELSTELLINGEN,
                    row=DOELSTELLING,
                    goal=LANDELIJK_DOEL,
                ),
            ),
            example=(
                "Eind 2024 stromen er gemiddeld hoogstens 4 cliënten per maand in. In 2022 waren dat er 6. Wij meten dit elk "
                "kwartaal met de cijfers van het zorgkantoor."
            ),
        ),
        Section(
            key="doelgroep",
            label="Doelgroep",
            guidance=(
                "Licht de specifieke doelgroep toe waarop de nadruk ligt bij het behalen van de doelstelling(en) binnen de "
                "zorgkantoorregio."
            ),
            questions=(
                Question("doelgroep", "Doelgroep", Kind.LONG_TEXT, role=QuestionRole.DOELGROEP),
                Question(
                    "doelgroep_soorten",
                    "Op welke doelgroepen ligt de nadruk?",
                    Kind.CHOICES,
                    required=False,
                    guidance="Meer antwoorden zijn mogelijk. De landelijke rapportage telt deze antwoorden.",
                    choices=DOELGROEPEN,
                    in_format=False,
                    role=QuestionRole.DOELGROEPEN,
                ),
            ),
            example="Jongvolwassenen die nu ambulante begeleiding krijgen en binnenkort 18 of 21 worden.",
        ),
        Section(
            key="acties",
            label="Acties",
            guidance="Beschrijf de concrete acties die genomen moeten worden om de doelstelling(en) te realiseren.",
            questions=(
                Question(
                    "acties",
                    "Acties",
                    Kind.ACTIES,
                    choices=ACTIE_THEMAS,
                    row=ACTIE,
                    codes=CodeSoort.ACTIES,
                ),
                Question(
                    "acties_toelichting",
                    "Toelichting bij de acties",
                    Kind.LONG_TEXT,
                    required=False,
                    guidance="Bijvoorbeeld: welke acties u later nog uitwerkt.",
                    in_format=False,
                    role=QuestionRole.ACTIES_TOELICHTING,
                ),
            ),
            example=(
                "3a. Gezamenlijk overzicht van woonplekken maken. Trekker: gemeenten en zorgkantoor. Tijdslijn: eind Q2 2024."
            ),
        ),
        Section(
            key="randvoorwaarden",
            label="Randvoorwaarden en uitgangspunten",
            guidance=(
                "Beschrijf eventuele randvoorwaarden die van toepassing zijn binnen de zorgkantoorregio en de uitgangspunten "
                "voor het realiseren van de doelstelling(en)."
            ),
            questions=(
                Question(
                    "randvoorwaarden",
                    "Randvoorwaarden en uitgangspunten",
                    Kind.LONG_TEXT,
                    role=QuestionRole.RANDVOORWAARDEN,
                ),
            ),
            example="Elke partij maakt uren vrij voor het regionale overleg. Wij sluiten aan bij bestaande overleggen.",
        ),
        Section(
            key="projectstructuur",
            label="Projectstructuur",
            guidance=("Beschrijf de samenwerkingsstructuur en de wijze waarop samenwerkingsafspraken worden geborgd."),
            footnote=Footnote(
                "²",
                2,
                "Het kan gaan om het implementeren van een nieuwe structuur of het aansluiten bij een bestaande structuur.",
            ),
            marked_text="samenwerkingsstructuur",
            questions=(
                Question("projectstructuur", "Projectstructuur", Kind.LONG_TEXT),
                Question(
                    "projectstructuur_vorm",
                    "Wat voor structuur is het?",
                    Kind.CHOICE,
                    guidance="De landelijke rapportage telt dit antwoord.",
                    choices=PROJECTSTRUCTUUR_VORMEN,
                    in_format=False,
                    role=QuestionRole.STRUCTUUR,
                ),
            ),
            example=(
                "Een stuurgroep van gemeenten, zorgkantoor en aanbieders komt elk kwartaal bij elkaar. Een werkgroep voert uit en "
                "legt afspraken vast in een actielijst."
            ),
        ),
        Section(
            key="monitoring",
            label="Monitoring en aandachtspunten",
            guidance=(
                "Beschrijf de voornaamste aandachtspunten, de benodigde maatregelen voor het borgen van de voortgang en de "
                "wijze waarop monitoring plaatsvindt."
            ),
            questions=(
                Question("monitoring", "Monitoring en aandachtspunten", Kind.LONG_TEXT, role=QuestionRole.MONITORING),
            ),
            example="De werkgroep bespreekt elke maand de actielijst. De stuurgroep ziet elk kwartaal de cijfers.",
        ),
        Section(
            key="planning",
            label="Planning",
            guidance=(
                "Beschrijf de tijdslijnen van de belangrijkste activiteiten en mijlpalen voor het realiseren van de "
                "doelstelling(en)."
            ),
            questions=(
                Question(
                    "mijlpalen",
                    "Planning",
                    Kind.MIJLPALEN,
                    row=MIJLPAAL,
                    or_else="planning_toelichting",
                ),
                Question(
                    "planning_toelichting",
                    "Toelichting bij de planning",
                    Kind.LONG_TEXT,
                    required=False,
                    guidance="Bijvoorbeeld: een verwijzing naar de acties.",
                    in_format=False,
                ),
            ),
            example="Overzicht woonplekken. Mijlpaal: eerste versie gedeeld met alle partijen. Gereed: eind Q2 2024.",
        ),
    ),
)

ERVARINGEN = Block(
    key="ervaringen",
    title="C. Delen van ervaringen",
    heads=("Onderdeel", "Licht hieronder de ervaringen uit de regio toe"),
    sections=(
        Section(
            key="ervaringen",
            label="Ervaringen uit de regio",
            guidance=(
                "Licht de ervaringen uit de regio met betrekking tot de samenwerking toe en beschrijf wat de andere regio’s "
                "hiervan kunnen leren."
            ),
            questions=(
                Question("ervaringen", "Ervaringen uit de regio", Kind.LONG_TEXT, role=QuestionRole.ERVARINGEN),
            ),
            example="Door elkaars casussen te bespreken begrijpen wij elkaars grenzen beter. Begin daar klein mee.",
        ),
    ),
)

PLAN_2023 = Format(
    key="plan_2023",
    title="Landelijk Invulformat: Plan van aanpak – Regioaanpak instroom Wlz-ggz-W",
    intro=(
        "Het doel van de regioaanpak is om gezamenlijk de meest passende zorg en ondersteuning te bepalen voor personen met "
        "langdurige geestelijke gezondheidsproblemen die zich bevinden op het grensvlak van de Wet langdurige zorg (Wlz) en de "
        "Wet maatschappelijke ondersteuning (Wmo). De ambitie is om de instroom in de Wlz te reduceren, met als uiteindelijke "
        "doel het realiseren van een stabiele instroom van 100 cliënten per maand.",
        "Dit invulformat kunnen de contactpersonen van de regioaanpak instroom Wlz-ggz-W gebruiken bij het opstellen van het "
        "plan van aanpak voor de zorgkantoorregio. Er is vastgesteld dat het plan van aanpak uiterlijk 31 december 2023 gereed "
        "moet zijn.",
    ),
    blocks=(ALGEMEEN, OMSCHRIJVING, ERVARINGEN),
)
