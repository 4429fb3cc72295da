"""Appendix B: what the round asked, with the counts of the round's own closed questions."""

from __future__ import annotations

from exports.national.chapters_state import choice_rows
from exports.national.counting import closed_questions
from exports.national.data import Vraag
from exports.national.tree import Hoofdstuk, Lijst, Punt, Tabel
from exports.national.writer import Schrijver


def vragen(s: Schrijver) -> Hoofdstuk | None:
    """The parts of the round, each with its questions; None when the questions are not known."""
    if not s.data.vragen:
        return None
    naam = "De vragen"
    parts: dict[str, list[Vraag]] = {}
    for vraag in s.data.vragen:
        parts.setdefault(vraag.onderdeel, []).append(vraag)
    punten = tuple(Punt(_vragen(onderdeel, asked), kop=onderdeel) for onderdeel, asked in parts.items())
    return Hoofdstuk(
        "bijlage_vragen",
        naam,
        s.kop("bijlage_vragen", naam),
        blokken=(
            *s.zinnen("bijlage_vragen"),
            Lijst(punten, genummerd=True),
            *_eigen_vragen(s),
            s.eigen("bijlage_vragen"),
        ),
        is_bijlage=True,
    )


def _vragen(onderdeel: str, asked: list[Vraag]) -> str:
    """What was asked under a part, with the answers to choose from."""
    lines = (_vraag(vraag, onderdeel) for vraag in asked)
    return "; ".join(line for line in lines if line)


def _vraag(vraag: Vraag, onderdeel: str) -> str:
    opties = " / ".join(optie.label for optie in vraag.opties)
    label = "" if vraag.label == onderdeel else vraag.label
    return f"{label} ({opties})".strip() if opties else label


def _eigen_vragen(s: Schrijver) -> tuple[Tabel, ...]:
    """How the regions answered closed questions that only this round asked."""
    if not s.n("geantwoord"):
        return ()
    labels = {vraag.key: vraag.label for vraag in s.data.vragen}
    return tuple(
        s.tabel(
            vraag.prefix,
            labels[vraag.key],
            ("Antwoord", "Regio’s"),
            (*choice_rows(s, vraag.prefix), ("Alle regio’s", "regios")),
        )
        for vraag in closed_questions(s.data.vragen)
        if vraag.is_own
    )
