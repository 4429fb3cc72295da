"""Invented texts for the example report: what regions might write under each theme. Nobody in here exists."""

from __future__ import annotations

# Per key of a code: what was written. The order is that of the code book.
ACTIES: dict[str, tuple[str, ...]] = {
    "hulpmiddel": (
        "Het hulpmiddel bespreken in alle wijkteams en bij de aanbieders",
        "Een korte uitleg over het hulpmiddel maken voor nieuwe medewerkers",
        "Nagaan hoe vaak het hulpmiddel wordt gebruikt bij een aanvraag",
    ),
    "casuistiek": (
        "Elke twee maanden vier casussen bespreken met het CIZ erbij",
        "Een vaste groep vormen die twijfelgevallen vooraf bekijkt",
        "De uitkomsten van de casusbespreking delen met alle aanbieders",
    ),
    "langdurig_beschikken": (
        "Gemeenten geven voor beschermd wonen een beschikking van ten minste vijf jaar",
        "Uitzoeken voor wie een beschikking zonder einddatum past",
    ),
    "beleid": (
        "Een gezamenlijke werkwijze vaststellen voor jongeren onder de 27 jaar",
        "Het toegangsbeleid van de gemeenten naast elkaar leggen en gelijk maken",
    ),
    "anders_leveren": (
        "Een proef met geclusterd wonen met ondersteuning aan huis",
        "Met aanbieders afspreken wie lichte zorg thuis kan leveren",
        "In kaart brengen welke plekken er zijn voor mensen met een zware zorgvraag",
    ),
    "wmo_wlz": (
        "Een vast overleg van gemeenten, zorgkantoor en aanbieders inrichten",
        "Afspraken maken over de overgang tussen Wmo en Wlz",
        "Een overzicht maken van het aanbod aan beide kanten van de grens",
    ),
}

SUCCESSEN: dict[str, tuple[str, ...]] = {
    "samenwerking": (
        "Gemeenten, zorgkantoor en aanbieders zitten nu elke maand samen aan tafel.",
        "Wij bellen elkaar sneller. Daardoor lossen wij vragen op voordat er een aanvraag ligt.",
        "De woningcorporatie doet sinds februari mee met het overleg.",
    ),
    "commitment": (
        "Alle bestuurders hebben het plan ondertekend en maken er **uren** voor vrij.",
        "Aanbieders denken mee over zorg thuis, ook als dat voor hen minder plekken betekent.",
    ),
    "bewustwording": (
        "Medewerkers van de toegang weten beter voor wie de Wlz bedoeld is.",
        "De scholing over de toegang tot de Wlz zat twee keer vol.",
    ),
    "casuistiek": (
        "De casusbespreking loopt goed:\n\n- alle partijen brengen casussen in;\n- het CIZ kijkt mee.",
        "In vijf besprekingen vonden wij voor vier mensen een oplossing binnen de Wmo.",
    ),
    "kansrijkheid": ("Voor elke aanvraag bekijken wij nu samen of die kans maakt.",),
    "daling": (
        "De instroom in onze regio is lager dan vorig jaar.",
        "Er stromen minder jongeren in; wij onderzoeken nog of dat door onze aanpak komt.",
    ),
}

LESSEN: dict[str, tuple[str, ...]] = {
    "samenwerking": (
        "Samenwerken kost tijd. Spreek af wie de kar trekt en leg dat vast.",
        "Bij een wisseling van mensen begint u bijna opnieuw. Zorg voor een goede overdracht.",
        "De grenzen van de regio passen niet op die van beschermd wonen. Nodig de buurregio uit.",
    ),
    "data": (
        "Zonder actuele cijfers per regio blijft het gesprek over gevoel gaan.",
        "Spreek eerst af wat u telt, en ga dan pas tellen.",
    ),
    "iza": ("Zet dit onderwerp ook op de tafel van het IZA. Anders vergaderen dezelfde mensen twee keer.",),
    "ciz": (
        "Nodig het CIZ vanaf het begin uit. Dat voorkomt misverstanden.",
        "Een vast aanspreekpunt bij het CIZ maakt veel verschil.",
    ),
    "invloedsfeer": (
        "Een tekort aan woningen lost de regio niet alleen op.",
        "De tarieven bepalen wat een aanbieder kan doen. Daar gaat de regio niet over.",
    ),
    "belang": ("Blijf het onderwerp noemen bij bestuurders, anders zakt de aandacht weg.",),
}

# Each with the party it is expected of.
VERWACHTINGEN: dict[str, tuple[tuple[str, str], ...]] = {
    "betrokkenheid": (
        ("ciz", "Een vast aanspreekpunt voor vragen uit de regio."),
        ("vws", "Vertel ons wat u met onze antwoorden doet."),
        ("vng", "Denk mee over de rol van de kleinere gemeenten."),
    ),
    "inzicht": (
        ("zn", "Elke maand cijfers over de instroom per regio."),
        ("vws", "Eén landelijk overzicht van de instroom, met uitleg."),
    ),
    "vertrouwen": (
        ("nza", "Duidelijkheid over de tarieven voor het volgende jaar."),
        ("vws", "Meer zekerheid over het geld voor gemeenten, voor meer dan één jaar."),
    ),
    "wet": (("vws", "Pas de regels aan die het overstappen van Wlz naar Wmo lastig maken."),),
    "passend": (
        ("valente", "Verzamel goede voorbeelden van begeleiding thuis."),
        ("dnggz", "Kortere wachttijden voor behandeling, zodat wonen met begeleiding lukt."),
        ("mind", "Help ons om cliënten en naasten goed te betrekken."),
    ),
}

AAN_DE_REGIO = "Elke partij komt naar het overleg of stuurt een vervanger."
ONGECODEERD = "Wij zijn in maart verhuisd naar een nieuw kantoor en zijn nu beter bereikbaar."

ANTWOORDEN: dict[str, str] = {
    "vws": "Wij bespreken dit in het bestuurlijk overleg en laten u weten wat de uitkomst is.",
    "zn": "Het dashboard krijgt elke maand nieuwe cijfers per regio.",
    "ciz": "Elke regio krijgt een naam en een nummer voor vragen.",
    "nza": "De tarieven staan voor de zomer op de website.",
}

TOELICHTING_STATUS: dict[str, str] = {
    "aandacht": "De werkgroep wacht op een nieuwe voorzitter. In mei pakken wij dit weer op.",
    "gestopt": "Deze actie is opgegaan in een andere actie van het plan.",
}
