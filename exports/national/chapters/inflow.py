"""The chapter about the instroom: the four views of the country, beside the target."""

from __future__ import annotations

from dataclasses import replace

from exports.national.tree import Hoofdstuk
from exports.national.writer import ReportWriter


def inflow(s: ReportWriter) -> Hoofdstuk | None:
    """The development of the inflow; None while there are no figures, so that the numbers close up."""
    if s.data.instroom is None:
        return None
    naam = "Instroom"
    figuren = s.data.instroom.figuren
    return Hoofdstuk(
        "instroom",
        naam,
        s.heading("instroom", naam),
        blokken=(
            *s.sentences("instroom"),
            # What the first chart shows is what the heading of the chapter says.
            *(replace(one, titel=one.onderwerp) for one in figuren[:1]),
            *figuren[1:],
            s.own_text("instroom"),
        ),
    )
