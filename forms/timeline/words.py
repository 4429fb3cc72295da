"""The words of a timeline, as data: add a word here and it is read.

Keys are written as people type them, in lower case; a phrase may hold spaces, dots and slashes. The longest one wins.
"""

from enum import Enum

from forms.timeline.period import Part, Unit


class Role(Enum):
    """What a word does to the periods around it."""

    FROM = "vanaf"
    PER = "per"
    START = "start"
    AFTER = "na"
    UNTIL = "t/m"
    DEADLINE = "uiterlijk"
    TO = "tot"
    BEFORE = "vóór"
    BEFORE_OR_FOR = "voor"
    DONE = "gereed"
    ONGOING = "doorlopend"
    ONWARD = "en verder"
    THEN = "daarna"
    RANGE = "-"
    AND = "en"
    SLASH = "/"
    COMMA = ","
    COLON = ":"
    OPEN = "("
    BREAK = "."
    NOISE = "de"
    UNKNOWN = "?"
    RECURRING = "maandelijks"
    YEARLY = "jaarlijks"
    EVERY = "elk"
    NOW = "per direct"
    REFUSE = "niet"


# Beside a period these say nothing about it, as a word that nobody knows; without one they say something themselves.
PASSED = frozenset({Role.UNKNOWN, Role.RECURRING, Role.YEARLY, Role.EVERY, Role.NOW})


ROLES: dict[Role, tuple[str, ...]] = {
    Role.FROM: ("vanaf", "van af", "sinds", "met ingang van", "m.i.v.", "miv", "ingaande", "ingaand"),
    Role.PER: ("per",),
    Role.START: (
        "start", "starten", "start op", "gestart", "startend", "startdatum", "starten op", "begint", "aanvang",
        "aanvangsdatum", "ingangsdatum", "begindatum", "kick-off", "aftrap",
    ),
    Role.AFTER: ("na", "ná", "na afloop van"),
    Role.UNTIL: ("t/m", "tm", "t.m.", "t/ m", "t /m", "t / m", "tot en met", "tot & met", "tot/met", "t.e.m.", "tem"),
    Role.DEADLINE: ("uiterlijk", "uiterst", "deadline", "einddatum", "op zijn laatst", "niet later dan", "ten laatste"),
    Role.TO: ("tot", "tot aan"),
    Role.BEFORE: ("vóór", "voorafgaand aan", "eerder dan"),
    Role.BEFORE_OR_FOR: ("voor",),
    Role.DONE: (
        "gereed", "klaar", "afgerond", "af te ronden", "afronden", "afronding", "oplevering", "opgeleverd",
        "opleveren", "op te leveren", "voltooid", "gereedmelding", "datum gereed",
    ),
    Role.ONGOING: (
        "continu", "continue", "doorlopend", "doorlopende", "lopend", "structureel", "permanent", "blijvend",
        "voortdurend", "hele looptijd", "gehele looptijd", "hele looptijd van het plan",
        "gehele looptijd van het plan", "hele projectperiode", "gehele projectperiode", "geen einddatum",
        "zonder einddatum", "onbepaalde tijd",
        "continu proces", "doorlopend proces", "lopend proces", "continu traject", "doorlopend traject",
        "lopend traject", "lopende actie", "doorlopende actie", "doorlopende activiteit", "al lopend", "altijd",
    ),
    Role.ONWARD: (
        "en verder", "e.v.", "ev", "en later", "en volgende", "en volgende jaren", "en de jaren daarna",
        "en de jaren erna", "- heden", "- nu", "-> heden",
    ),
    Role.THEN: ("daarna", "en daarna", "erna", "en erna", "vervolgens", "en vervolgens"),
    Role.RANGE: ("-", "->"),
    Role.AND: ("en", "&", "+", "of", "en/of", "respectievelijk", "resp."),
    Role.SLASH: ("/",),
    Role.COMMA: (",",),
    Role.COLON: (":", "="),
    Role.OPEN: ("(", "["),
    Role.BREAK: (".", ";", ")", "]", "!", "?", "|", "*"),
    Role.NOISE: (
        "de", "het", "een", "in", "in de", "op", "van", "om", "bij", "aan", "tussen", "tijdens", "gedurende", "binnen",
        "in de loop van", "in loop van", "de loop van", "loop van", "in de periode",
        "periode", "heel", "hele", "geheel", "gehele", "jaar",
        "het jaar", "jaren", "kalenderjaar", "boekjaar", "ca", "ca.", "circa", "ongeveer", "rond", "omstreeks",
        "streven", "datum", "dd.", "d.d.", "al", "reeds", "ook", "en wel", "~", "±", '"', "'",
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
        "ma", "di", "wo", "do", "vr", "za", "zo", "ma.", "di.", "wo.", "do.", "vr.", "za.", "zo.",
    ),
    # Harmless although they hold a word that would say something else.
    Role.UNKNOWN: ("nog niet",),
    Role.RECURRING: (
        "elk kwartaal", "ieder kwartaal", "per kwartaal", "elke maand", "iedere maand", "per maand",
        "elke week", "iedere week", "per week", "elk halfjaar", "ieder halfjaar", "per halfjaar",
        "elk half jaar", "ieder half jaar", "per half jaar", "elke dag", "iedere dag", "per dag",
        "dagelijks", "wekelijks", "tweewekelijks", "driewekelijks", "vierwekelijks", "zeswekelijks",
        "maandelijks", "tweemaandelijks", "driemaandelijks", "viermaandelijks", "zesmaandelijks", "kwartaalgewijs",
        "halfjaarlijks", "om de week", "om de maand",
    ),
    Role.YEARLY: ("jaarlijks", "jaarlijkse", "elk jaar", "ieder jaar", "per jaar", "eens per jaar"),
    Role.EVERY: ("elk", "elke", "ieder", "iedere"),
    Role.NOW: (
        "per direct", "direct", "per omgaande", "onmiddellijk", "z.s.m.", "zsm", "zo spoedig mogelijk",
        "zo snel mogelijk", "asap", "nu", "vanaf nu", "meteen",
    ),
    # Beside these a period means something else than it says, or something that only a calendar of others knows.
    Role.REFUSE: (
        "niet", "geen", "nooit", "behalve", "uitgezonderd", "m.u.v.", "muv", "met uitzondering van",
        "schooljaar", "studiejaar", "cursusjaar", "zomervakantie", "kerstvakantie", "herfstvakantie", "meivakantie",
        "voorjaarsvakantie", "krokusvakantie", "bouwvak", "vakantie", "reces", "zomerreces", "kerst", "pasen",
        "pinksteren", "jaarwisseling", "tertaal", "trimester", "helft", "halfjaar", "half jaar", "kwartaal",
        "kwartalen",
    ),
}  # fmt: skip

PARTS: dict[Part, tuple[str, ...]] = {
    Part.BEGIN: ("begin", "het begin", "aan het begin"),
    Part.MIDDLE: ("medio", "half", "midden", "halverwege", "het midden"),
    Part.END: ("eind", "einde", "het eind", "het einde", "ten einde"),
    Part.FIRST_DAY: ("primo",),
    Part.LAST_DAY: ("ultimo",),
}

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan", "january"),
            ("februari", "feb", "febr", "february"),
            ("maart", "mrt", "mar", "maa", "march"),
            ("april", "apr"),
            ("mei", "may"),
            ("juni", "jun", "june"),
            ("juli", "jul", "july"),
            ("augustus", "aug", "august"),
            ("september", "sep", "sept"),
            ("oktober", "okt", "oct", "october"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

# Meteorological seasons, numbered by the quarter of the year in whose last month they begin.
SEASONS: dict[str, int] = {
    "voorjaar": 1, "lente": 1,
    "zomer": 2,
    "najaar": 3, "herfst": 3,
    "winter": 4,
}  # fmt: skip

UNITS: dict[str, Unit] = {
    "q": Unit.QUARTER, "k": Unit.QUARTER, "kw": Unit.QUARTER, "kwartaal": Unit.QUARTER, "kwartalen": Unit.QUARTER,
    "h": Unit.HALF, "helft": Unit.HALF, "halfjaar": Unit.HALF, "half jaar": Unit.HALF, "jaarhelft": Unit.HALF,
    "week": Unit.WEEK, "weken": Unit.WEEK, "wk": Unit.WEEK, "w": Unit.WEEK, "weeknummer": Unit.WEEK,
    "maand": Unit.MONTH,
}  # fmt: skip

HIGHEST = {Unit.QUARTER: 4, Unit.HALF: 2, Unit.WEEK: 53, Unit.MONTH: 12}

LAST_WORD = "laatste"
ORDINALS: dict[str, int] = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8,
    "negende": 9, "tiende": 10, "elfde": 11, "twaalfde": 12,
}  # fmt: skip
ORDINAL_ENDINGS = frozenset({"e", "de", "ste"})

# "Drie maanden na 1 maart" is not 1 March: a counted stretch of time is never guessed.
COUNT_WORDS = frozenset({
    "een", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    "enkele", "paar", "aantal", "half", "anderhalf",
})  # fmt: skip
STRETCHES = frozenset({
    "dag", "dagen", "werkdagen", "week", "weken", "maand", "maanden", "kwartaal", "kwartalen", "jaar",
    "jaren",
})  # fmt: skip

# A number after these names a thing ("actie 3"), a number before those counts things ("2000 cliënten").
# "4 x per jaar", "elke zes weken".
TIMES = frozenset({"x", "keer", "maal", "eenmaal", "tweemaal", "driemaal", "viermaal", "eens"})
AT_LEAST = frozenset({"minimaal", "minstens", "tenminste", "maximaal", "gemiddeld"})
EVERY = frozenset({"elk", "elke", "ieder", "iedere"})

LABELS = frozenset({
    "actie", "acties", "fase", "stap", "doel", "doelstelling", "paragraaf", "hoofdstuk", "bijlage",
    "versie", "regio", "spoor", "pijler", "werkpakket", "deel", "groep", "tranche", "ronde", "nr", "nummer",
    "punt",
})  # fmt: skip
COUNTED = frozenset({
    "euro", "eur", "cliënten", "clienten", "inwoners", "personen", "mensen", "plekken", "plaatsen",
    "woonplekken", "woningen", "jongeren", "bewoners", "deelnemers", "medewerkers", "fte", "stuks", "keer",
    "x", "uur", "uren",
})  # fmt: skip
MONEY = frozenset({
    "€", "eur", "euro",
})  # fmt: skip
