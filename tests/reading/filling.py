"""Filling in any form as somebody does who does what is asked: words, the first of choices, every box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from forms.national import Soort, newest
from tests.reading.crawl import controls
from tests.worlds.sheet_files import loose_answer
from tests.worlds.word_files import OWN_WORDS, word_file

WORDS = "Dit typte iemand."
# What to type where any words won't do, by the name of the field.
TYPED: dict[str, Any] = {
    "email": "nieuw@voorbeeld.example",
    "telefoon": "0612345678",
    "deadline": "31-12-2099",
    "tot": "31-12-2099",
    "tot_en_met": "31-12-2099",
    "heropend_tot": "31-12-2099",
    "inzage_tot": "31-12-2099",
    "terug_voor": "31-12-2099",
    "voor": "31-12-2099",
    "voorbehoud_tot": "31-12-2099",
    "besluit_op": "1-1-2022",
    # A link that somebody gives no last day works for a month.
    "werkt_tot": "",
    "bestand": ("plan.pdf", b"%PDF-1.4 nieuw"),
    "tabelbestand": ("tabel.csv", b"Wat;Wie\nOverleggen;Gemeenten\n"),
    "cijferbestand": (
        "cijfers.csv",
        b"indicator;gebied;indeling;categorie;periode;waarde\ninstroom;NL;totaal;totaal;2022;17\n",
    ),
    "periode": "2024",
    "peildag": "1-1-2022",
    "waarde": "12",
    # Excludes every other choice, and a value beside it.
    "geen": None,
    "weet_niet": None,
}
DATES = ("peildatum", "einddatum", "venster_van", "venster_tot", "datum", "periode_van", "periode_tot", "opent_op")
NUMBERS = ("nulwaarde", "streefwaarde", "inwoners")


def typed(form: Any) -> Iterator[tuple[str, Any]]:
    """What somebody fills in: words where they fit, the first of choices, every box."""
    fields = controls(form)
    chosen = {one.get("name") for one in fields if one.get("checked") is not None}
    number = Counter(one.get("name") for one in fields)
    for one in fields:
        name, kind = one.get("name"), one.get("type", "text") if one.tag == "input" else one.tag
        if kind == "radio" and name not in chosen:
            chosen.add(name)
            yield name, one.get("value")
        elif kind == "checkbox" and name not in chosen:
            chosen.add(name)
            yield name, TYPED.get(name, one.get("value", "on"))
        elif kind == "select" and number[name] == 1:
            yield name, one.xpath(".//option")[-1].get("value")
        elif kind == "textarea" or (kind in ("text", "email", "tel", "file", "search") and not one.get("value")):
            yield name, words_for(name, kind)


def words_for(name: str, kind: str) -> Any:
    """What to type in this field."""
    if name.startswith("passage-"):
        # No words of the text: the code is about all of it.
        return ""
    last = name.rpartition("-")[2]
    if last == "bladbestand":
        return "blad.docx", loose_answer(newest(Soort.PROGRESS), "Wij spreken elkaar elke maand.")
    if last == "wordbestand":
        return "plan.docx", word_file(newest(Soort.PLAN), OWN_WORDS)
    if last in DATES:
        return "1-1-2098"
    return "12" if last in NUMBERS else TYPED.get(last, WORDS)
