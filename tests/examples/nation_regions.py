"""The regions and the rounds of the example report. Real are only the names and codes of the regions."""

from __future__ import annotations

from datetime import UTC, date, datetime

from exports.national.data import Ronde
from tests.reading.shipped import shipped

REGIOS: tuple[tuple[str, str], ...] = (
    ("ZK01", "Amstelland en De Meerlanden"),
    ("ZK02", "Amsterdam"),
    ("ZK03", "Apeldoorn/Zutphen"),
    ("ZK04", "Arnhem"),
    ("ZK06", "Drenthe"),
    ("ZK07", "Flevoland"),
    ("ZK08", "Friesland"),
    ("ZK09", "Groningen"),
    ("ZK10", "Haaglanden"),
    ("ZK11", "Kennemerland"),
    ("ZK12", "Midden-Brabant"),
    ("ZK13", "Midden-Holland"),
    ("ZK14", "Midden-IJssel"),
    ("ZK16", "Nijmegen"),
    ("ZK17", "Noord- en Midden-Limburg"),
    ("ZK18", "Noord-Holland Noord"),
    ("ZK19", "Noordoost-Brabant"),
    ("ZK20", "Rotterdam"),
    ("ZK21", "'t Gooi"),
    ("ZK22", "Twente"),
    ("ZK23", "Utrecht"),
    ("ZK24", "Waardenland"),
    ("ZK25", "West-Brabant"),
    ("ZK26", "Zaanstreek/Waterland"),
    ("ZK27", "Zeeland"),
    ("ZK28", "Zuid-Holland Noord"),
    ("ZK29", "Zuid-Hollandse Eilanden"),
    ("ZK30", "Zuidoost-Brabant"),
    ("ZK31", "Zuid-Limburg"),
    ("ZK32", "Zwolle"),
    ("ZK33", "Westland Schieland Delfland"),
)
NAMEN = dict(REGIOS)
TEGELS = {row["code"]: (int(row["tegel_kolom"]), int(row["tegel_rij"])) for row in shipped("regios")}
SAMEN = ("ZK01", "ZK28")
ZONDER_PLAN = "ZK24"
NIET_BEANTWOORD = ("ZK14", ZONDER_PLAN)
VORIGE_NIET_BEANTWOORD = ("ZK14", "ZK20", ZONDER_PLAN, "ZK31")
VORIGE_NIET_GEVRAAGD = ("ZK33",)

VORIGE_RONDE = Ronde(1, "Kwartaaluitvraag Q4 2023", date(2023, 10, 1), date(2023, 12, 31), date(2024, 1, 19))
RONDE = Ronde(2, "Kwartaaluitvraag Q1 2024", date(2024, 1, 1), date(2024, 3, 31), date(2024, 4, 19))
PEILMOMENT = datetime(2024, 4, 24, 8, 30, tzinfo=UTC)
INGEDIEND_OP = datetime(2024, 4, 8, 12, 15, tzinfo=UTC)
PLAN_INGEDIEND_OP = datetime(2023, 12, 20, 9, 0, tzinfo=UTC)
