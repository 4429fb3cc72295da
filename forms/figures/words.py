"""The words around a number, as data: add a word here and it is read."""

from __future__ import annotations

from decimal import Decimal

from forms.figures.figure import Comparison

COMPARISONS: dict[Comparison, tuple[str, ...]] = {
    Comparison.LESS: ("<", "minder dan", "kleiner dan", "lager dan", "onder de", "onder"),
    Comparison.AT_MOST: (
        "<=", "=<", "≤", "⩽", "maximaal", "maximum", "max.", "max", "hoogstens", "ten hoogste", "hooguit",
        "niet meer dan", "niet hoger dan", "tot en met", "t/m",
    ),
    Comparison.MORE: (">", "meer dan", "groter dan", "hoger dan", "boven de", "boven"),
    Comparison.AT_LEAST: (
        ">=", "=>", "≥", "⩾", "minimaal", "minimum", "min.", "minstens", "ten minste", "tenminste",
        "niet minder dan", "niet lager dan", "vanaf",
    ),
}  # fmt: skip

# "12 of meer": behind the number.
BEHIND: dict[str, Comparison] = {
    "of meer": Comparison.AT_LEAST, "of hoger": Comparison.AT_LEAST, "en hoger": Comparison.AT_LEAST,
    "en meer": Comparison.AT_LEAST, "of minder": Comparison.AT_MOST, "of lager": Comparison.AT_MOST,
    "en lager": Comparison.AT_MOST,
}  # fmt: skip

ABOUT = (
    "ca.", "ca", "c.a.", "circa", "ongeveer", "plm.", "plm", "±", "+/-", "+-", "~", "≈", "rond de", "rond",
    "om en nabij", "bij benadering", "zo'n", "grofweg", "naar schatting", "geschat", "omstreeks",
)  # fmt: skip

# Before a number these change nothing.
HARMLESS = ("gemiddeld", "gem.", "in totaal", "totaal", "=")

TIMES: dict[str, Decimal] = {
    "duizend": Decimal(1000),
    "miljoen": Decimal(10**6), "mln.": Decimal(10**6), "mln": Decimal(10**6),
    "miljard": Decimal(10**9), "mld.": Decimal(10**9), "mld": Decimal(10**9),
}  # fmt: skip

PERCENT = ("%", "procent", "pct.", "pct")
EURO = ("€", "euro", "eur")

# A number in a text with one of these is not the amount itself: how much less, every how many, or not at all.
REFUSED = frozenset({
    "minder", "meer", "lager", "hoger", "daling", "gedaald", "dalen", "daalt", "stijging", "gestegen", "stijgen",
    "stijgt", "afname", "toename", "reductie", "vermindering", "verhoging", "verlaging", "groei", "krimp", "erbij",
    "eraf", "extra", "besparing", "verschil", "niet", "geen", "nooit", "of", "en", "op", "van", "tot", "naar", "na",
    "voor", "vóór", "min", "plus", "keer", "maal", "procentpunt", "procentpunten", "nog", "behalve", "helft", "half",
    "halve", "kwart", "derde", "was", "waren", "nu", "dus", "maar", "bij", "tussen", "t/m", "deel", "honderd", "tien",
    "dozijn", "promille", "duizend", "miljoen", "miljard", "mln", "mld", "sinds", "sedert", "e", "ste", "k", "m",
    # What belongs to the period behind it.
    "in", "begin", "medio", "midden", "halverwege", "eind", "einde", "ultimo", "primo", "heel", "hele", "gehele",
    "gedurende",
})  # fmt: skip
