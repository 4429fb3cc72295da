"""Invented text of the size that regions really hand in: some 12 kB and twenty actions in a plan."""

from __future__ import annotations

from random import Random

SENTENCES = (
    "De toegang in onze gemeenten kent het aanbod in de regio nog niet goed genoeg.",
    "Wij bespreken elke maand een aantal situaties met alle partijen aan tafel.",
    "Een beschikking voor één jaar geeft mensen weinig rust, en de consulent veel werk.",
    "Het **zorgkantoor** deelt elk kwartaal de cijfers over de instroom in de regio.",
    "Aanbieders zoeken samen naar woonplekken met begeleiding in de wijk.",
    "De werkgroep legt afspraken vast in een actielijst, die iedereen kan lezen.",
    "Jongvolwassenen die binnenkort 18 worden, krijgen op tijd een gesprek over wonen.",
    "Wij sluiten aan bij bestaande overleggen en maken *geen nieuwe structuur* als dat kan.",
    "Ervaringsdeskundigen denken mee over wat herstel vraagt van een woonplek.",
    "De stuurgroep besluit, de werkgroep voert uit, en de projectleider bewaakt de planning.",
)
WHO = ("Gemeenten", "Zorgkantoor", "Alle partijen", "Zorgaanbieders, gemeenten en zorgkantoor", "Nog te bepalen")
WHEN = ("Eind Q1 2024", "Begin 2024", "Q2 2024", "31-12-2024", "In de loop van 2024", "Continu")


def long_text(rng: Random, paragraphs: int = 3) -> str:
    """Paragraphs with a list between them: some 1.3 kB for three paragraphs."""
    parts = [" ".join(rng.sample(SENTENCES, 4)) for _ in range(paragraphs)]
    bullets = "\n".join(f"- {rng.choice(SENTENCES)[:-1]};" for _ in range(4))
    return "\n\n".join([*parts[:1], bullets, *parts[1:]])


def action_text(rng: Random) -> str:
    """What an action says: one or two sentences."""
    return " ".join(rng.sample(SENTENCES, rng.choice((1, 1, 2))))
