"""How regions write owners and timelines, and the milestones they set. Names in braces are filled in."""

# {alle} is all owners with commas and "en"; {eerste} and {rest} are the first and the others.
VERANTWOORDELIJK = (
    "{alle}",
    "{alle}",
    "Trekker: {eerste}",
    "{eerste} (trekker), {rest}",
    "{eerste} samen met {rest}",
    "Coördinator: projectleider. Uitvoering: {alle}",
    "{alle} / projectgroep",
    "Werkgroep {kop}",
)

NA_VASTSTELLING = "Na vaststelling van het plan"
# {q1} is the first whole quarter after the deadline, {q2} the next, and so on; {maandjaar} is the year of {maand}.
TIJDSLIJNEN = (
    "Eind {q1}",
    "Eind {q2}",
    "{q2}",
    "{q3}",
    "In de loop van {jaar}",
    "In de loop van {jaar}",
    "Begin {later}",
    "Continu",
    "Doorlopend",
    "Ingangsdatum PvA per 1-1-{jaar}",
    "Vanaf {maand} {maandjaar}",
    "Uiterlijk 1 oktober {jaar}",
    "{q1} en {q2}",
    "Medio {jaar}",
    "Eerste helft {later}",
    "Voor de zomer van {later}",
    "{q1}, daarna elk kwartaal",
    "Nader te bepalen",
    NA_VASTSTELLING,
    "{q2} t/m {q4}",
    "Eind {jaar}",
    "Elk kwartaal",
)
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip

MIJLPALEN = (
    ("Start uitvoering", "Plan van aanpak is vastgesteld door alle partijen", "Eind {q1}"),
    ("Casuïstiektafel", "Eerste bijeenkomst is geweest", "{q1}"),
    ("Overzicht van plekken", "Eerste versie is gedeeld met de toegang van alle gemeenten", "Eind {q2}"),
    ("Langer beschikken", "Colleges hebben besloten over de modeltekst", "{q3}"),
    ("Scholing", "Alle consulenten hebben de scholing gevolgd", "Voor 1 juli {later}"),
    ("Cijfers", "Eerste kwartaaloverzicht is besproken in de stuurgroep", "Begin {q2}"),
    ("Jongvolwassenen", "Werkafspraken met de jeugdhulp zijn ondertekend", "Medio {jaar}"),
    ("Tussenstand", "Evaluatie van het eerste jaar", "Eind {jaar}"),
    ("Woonvormen", "Besluit over de eerste twee locaties", "In de loop van {later}"),
    ("Communicatie", "Raadsinformatiebrief is verstuurd", "{q2}"),
)
