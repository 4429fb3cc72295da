"""The contactpersonen of all regions as they go on paper, and the columns that show them."""

from __future__ import annotations

from dataclasses import dataclass

from exports.columns import Column


@dataclass(frozen=True)
class ContactLine:
    """One contactpersoon of a region, or a side of a region that has none yet (`ontbreekt`, then without a name).

    `namens` is a label: "Gemeente" or "Zorgkantoor". The order of the lines is up to whoever makes them.
    """

    regio: str
    regio_code: str
    namens: str
    naam: str = ""
    organisatie: str = ""
    email: str = ""
    telefoon: str = ""
    functie: str = ""
    ontbreekt: bool = False

    @property
    def toestand(self) -> str:
        """Says in words that this side still has to name somebody; empty when there is a contactpersoon."""
        return "Nog geen contactpersoon" if self.ontbreekt else ""


CONTACT_COLUMNS: tuple[Column[ContactLine], ...] = (
    Column("Regio", lambda line: line.regio, 30),
    Column("Regiocode", lambda line: line.regio_code, 12),
    Column("Namens", lambda line: line.namens, 14),
    Column("Naam", lambda line: line.naam, 28),
    Column("Functie", lambda line: line.functie, 24),
    Column("Organisatie", lambda line: line.organisatie, 32),
    Column("E-mailadres", lambda line: line.email, 34),
    Column("Telefoon", lambda line: line.telefoon, 18),
    Column("Let op", lambda line: line.toestand, 26),
)
