"""The oplegnotitie of a report (two pages for the overleg) and the bouwsteen for a Kamerbrief, in the house style."""

from __future__ import annotations

from collections.abc import Iterator

from exports.labels import DEMO
from exports.national.counting.asked import GEVRAAGDE_NAMEN
from exports.national.printed import version_line
from exports.national.short import Kernpunt, points_of, what_follows, without_names
from exports.national.tree import NationaalRapport
from exports.word.document import set_properties, to_bytes
from exports.word.house_style import House, open_house
from exports.word.house_style.names import BODY, BULLET, PLAIN_PART, SOURCE, STATUS_LINE, STRONG, SUBTITLE
from exports.word.national.frame import write_frame
from exports.word.national.paper import Paper
from exports.word.national.xml import add, add_run, make
from forms.dutch.dates import day_short

OPLEGNOTITIE, KAMERBRIEF = "Oplegnotitie", "Bouwsteen voor de Kamerbrief"
BESLUIT = "Stem in met deze voortgangsrapportage"
_COMMUNICATIE = (
    "Na vaststelling wordt de rapportage gepubliceerd voor alle regio’s. Elke {regio} krijgt een terugkoppeling: wat "
    "zij vertelde, wat anderen zeiden en wat er nu gebeurt. Tot die tijd is deze notitie alleen voor het overleg."
)
_OPENING = "De belangrijkste punten uit deze brief zijn als volgt."
_NAMELOOS = "In deze bouwsteen staat geen regio met naam. De getallen zijn die van de rapportage."


def oplegnotitie_docx(rapport: NationaalRapport, *, template: bytes | None = None) -> bytes:
    """The note as a .docx file: what is asked, the points, each explained, what follows, and communication."""
    paper = _begin(rapport, OPLEGNOTITIE, template)
    punten = points_of(rapport)
    _heading(paper, "Gevraagd besluit")
    for text in (f"{BESLUIT}: {rapport.ondertitel}.", *_asked(punten)):
        _bullet(paper, text)
    _heading(paper, "De belangrijkste punten")
    for one in punten:
        _bullet(paper, one.bevinding)
    if any(one.waarom for one in punten):
        _heading(paper, "Toelichting per punt")
    for one in punten:
        _explain(paper, one)
    _heading(paper, "Vervolg")
    _text(paper, what_follows(rapport) or "Deze rapportage wordt besproken in het bestuurlijk overleg.")
    _heading(paper, "Communicatie")
    asked = "gevraagde regio" if GEVRAAGDE_NAMEN in rapport.waarden else "regio"
    _text(paper, _COMMUNICATIE.format(regio=asked))
    return _finish(paper.house, rapport)


def kamerbrief_docx(rapport: NationaalRapport, *, template: bytes | None = None) -> bytes:
    """The bouwsteen as a .docx file: the points, then a paragraph for each; no region is named in it."""
    paper = _begin(rapport, KAMERBRIEF, template)
    punten = tuple(_nameless(rapport))
    _text(paper, _OPENING)
    for one in punten:
        _bullet(paper, one.bevinding)
    for one in punten:
        asked = f"Hierover is een verzoek gedaan {one.aan}." if one.aan else ""
        _text(paper, " ".join(filter(None, (one.bevinding, one.waarom, asked))))
    paper.paragraph(SOURCE, _NAMELOOS)
    return _finish(paper.house, rapport)


def _nameless(rapport: NationaalRapport) -> Iterator[Kernpunt]:
    namen = tuple(rapport.regionamen.values())
    for one in points_of(rapport):
        bevinding, waarom = (without_names(text, namen) for text in (one.bevinding, one.waarom))
        if bevinding:
            yield Kernpunt(bevinding, waarom, aan="" if without_names(one.aan, namen) != one.aan else one.aan)


def _asked(punten: tuple[Kernpunt, ...]) -> Iterator[str]:
    for one in punten:
        if one.wat_nu:
            yield f"{one.wat_nu} Gevraagd {one.aan}." if one.aan else one.wat_nu


# --- paper


def _begin(rapport: NationaalRapport, naam: str, template: bytes | None) -> Paper:
    house = open_house(template)
    set_properties(house.document, f"{naam} – {rapport.titel} – {rapport.ondertitel}", rapport.peilmoment)
    paper = Paper(house, rapport, {})
    title = paper.paragraph(PLAIN_PART, shown=naam)
    add(title[0], "outlineLvl", val="0")
    add_run(title, naam, size=22)
    paper.paragraph(SUBTITLE, f"{rapport.titel}. {rapport.ondertitel}")
    strong = paper.style_id(STRONG)
    line = paper.paragraph(STATUS_LINE, shown=rapport.status)
    add_run(line, version_line(rapport), style_id=strong)
    add_run(line, f" · stand van {day_short(rapport.peilmoment)}{f' · {DEMO}' if rapport.demo else ''}")
    return paper


def _heading(paper: Paper, text: str) -> None:
    paper.paragraph(PLAIN_PART, text)


def _text(paper: Paper, text: str) -> None:
    paper.paragraph(BODY, text)


def _bullet(paper: Paper, text: str) -> None:
    paragraph = paper.place(make("p"))
    paper.look(paragraph, BULLET)
    add_run(paragraph, text)
    paper.pager.paragraph(BULLET, text)


def _explain(paper: Paper, one: Kernpunt) -> None:
    if not one.waarom:
        return
    paragraph = paper.paragraph(BODY, shown=f"{one.bevinding} {one.waarom}")
    add_run(paragraph, f"{one.bevinding} ", style_id=paper.style_id(STRONG))
    add_run(paragraph, one.waarom)


def _finish(house: House, rapport: NationaalRapport) -> bytes:
    write_frame(house, rapport)
    return to_bytes(house.document)
