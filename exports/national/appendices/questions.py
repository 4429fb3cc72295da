"""Appendix B: what the round asked, with the counts of closed questions that stand nowhere else."""

from __future__ import annotations

from exports.national.chapters.state import choice_rows
from exports.national.counting.own import own_questions
from exports.national.counting.tally import closed_questions
from exports.national.data import Vraag
from exports.national.tree import Hoofdstuk, Lijst, Punt, Tabel
from exports.national.writer import ReportWriter


def questions(s: ReportWriter) -> Hoofdstuk | None:
    """The parts of the round, each with its questions; None when the questions are not known."""
    if not s.data.vragen:
        return None
    naam = "De vragen"
    parts: dict[str, list[Vraag]] = {}
    for vraag in s.data.vragen:
        parts.setdefault(vraag.onderdeel, []).append(vraag)
    punten = tuple(Punt(_asked_in_words(onderdeel, asked), kop=onderdeel) for onderdeel, asked in parts.items())
    return Hoofdstuk(
        "bijlage_vragen",
        naam,
        s.heading("bijlage_vragen", naam),
        blokken=(
            *s.sentences("bijlage_vragen"),
            Lijst(punten, genummerd=True),
            *_own_questions(s),
            s.own_text("bijlage_vragen"),
        ),
        is_bijlage=True,
    )


def _asked_in_words(onderdeel: str, asked: list[Vraag]) -> str:
    """What was asked under a part, with the answers to choose from."""
    lines = (_question(vraag, onderdeel) for vraag in asked)
    return "; ".join(line for line in lines if line)


def _question(vraag: Vraag, onderdeel: str) -> str:
    opties = " / ".join(optie.label for optie in vraag.opties)
    label = "" if vraag.label == onderdeel else vraag.label
    return f"{label} ({opties})".strip() if opties else label


def _own_questions(s: ReportWriter) -> tuple[Tabel, ...]:
    """How the regions answered closed questions that no chapter is about."""
    if not s.n("geantwoord"):
        return ()
    told = {vraag.key for vraag in own_questions(s.data.vragen)}
    labels = {vraag.key: vraag.label for vraag in s.data.vragen}
    return tuple(
        s.table(
            vraag.prefix,
            labels[vraag.key],
            ("Antwoord", "Regio’s"),
            (*choice_rows(s, vraag.prefix), s.all_regions),
        )
        for vraag in closed_questions(s.data.vragen)
        if vraag.is_own and vraag.key not in told
    )
