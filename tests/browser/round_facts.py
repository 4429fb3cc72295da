"""What stands in the database of a running portal about the round that is open in the demo year."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

from tests.browser.server import Server

ROUND = 3


def ask(server: Server, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """What stands in the database."""
    with closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as database:
        return database.execute(query, values).fetchall()


def answered(server: Server) -> int:
    """How many regions handed in an answer in the open round."""
    ((count,),) = ask(
        server,
        "SELECT count(*) FROM blad_regio JOIN antwoordblad ON antwoordblad.id = blad_regio.blad_id"
        " WHERE antwoordblad.uitvraag_id = ? AND indiening_nummer > 0",
        ROUND,
    )
    return int(count)


def parties(server: Server) -> dict[str, str]:
    """One beoordelaar of each party of the kerngroep: its name and the address to sign in with."""
    return dict(
        ask(
            server,
            "SELECT organisatie.naam, min(account.email) FROM account"
            " JOIN organisatie ON organisatie.id = organisatie_id"
            " JOIN lidmaatschap ON lidmaatschap.account_id = account.id"
            " WHERE organisatie.soort = 'kernpartij' AND rol = 'beoordelaar' GROUP BY organisatie.naam",
        )
    )


def sheet_of_twente(server: Server) -> int:
    """The answer sheet of Twente in the open round."""
    ((blad_id,),) = ask(
        server,
        "SELECT antwoordblad.id FROM antwoordblad JOIN blad_regio ON blad_regio.blad_id = antwoordblad.id"
        " JOIN regio ON regio.id = regio_id WHERE antwoordblad.uitvraag_id = ? AND code = 'ZK22'",
        ROUND,
    )
    return int(blad_id)
