"""Where the goals of the plans stand, beside what was planned."""

from __future__ import annotations

from exports.national.counting.same import ZELFDE
from exports.national.counting.standings import BEKEND, GEEN_LIGGING, GEVRAAGD, ON_A_PATH, PARTS
from exports.national.tree import VORIGE, Blok, Grafiek, Hoofdstuk, Reeks
from exports.national.writer import ReportWriter

# Always there, also when there is none; other parts only when there are.
_ALWAYS = ON_A_PATH[:3]
TITEL = "Waar de doelen staan, naast het geplande pad"
BEIDE = "Dezelfde doelen in de vorige ronde en nu, van regio’s die beide keren antwoordden"
_NAAST = "Boven of onder het pad"


def goal_standings(s: ReportWriter) -> Hoofdstuk | None:
    """How many goals lie on, ahead of or behind their path, and of how many that can't be said; None when not asked."""
    if not s.n(GEVRAAGD):
        return None
    naam = "Stand van de doelen"
    return Hoofdstuk(
        "doelcijfers",
        naam,
        s.heading("doelcijfers", naam),
        blokken=(*s.sentences("doelcijfers"), *_numbers(s), *_both(s), s.own_text("doelcijfers")),
    )


def _numbers(s: ReportWriter) -> tuple[Blok, ...]:
    rijen = tuple((label, token) for token, label, _, _ in PARTS if token in _ALWAYS or s.n(token))
    table = s.table("doelcijfers", TITEL, ("Ligging", "Doelen"), (*rijen, ("Alle gevraagde doelen", GEVRAAGD)))
    return (table, _bars(s)) if s.n(BEKEND) else (table,)


def _both(s: ReportWriter) -> tuple[Blok, ...]:
    """The same goals in this round and the one before; nothing when no goal was asked about twice."""
    total = f"{ZELFDE}{GEVRAAGD}"
    if not s.n(total):
        return ()
    labels = {token: label for token, label, _, _ in PARTS}
    found = [(labels[token], f"{ZELFDE}{token}") for token in ON_A_PATH]
    rows = [(label, token) for label, token in found if s.n(token) or s.n(f"{token}{VORIGE}") or label != _NAAST]
    rows += [("Niet te zeggen", f"{ZELFDE}{GEEN_LIGGING}"), ("Deze doelen samen", total)]
    return (s.table("doelcijfers_beide", BEIDE, ("Ligging", "Deze ronde"), rows),)


def _bars(s: ReportWriter) -> Grafiek:
    rijen = [
        (label, s.n(token)) for token, label, _, _ in PARTS if token in _ALWAYS or (token in ON_A_PATH and s.n(token))
    ]
    alt = ", ".join(f"{label}: {number}" for label, number in rijen)
    reeks = Reeks("Doelen", tuple(number for _, number in rijen))
    return Grafiek("doelcijfers", TITEL, tuple(label for label, _ in rijen), (reeks,), f"Staafdiagram. {TITEL}. {alt}.")
