"""What stands around the chapters: the title page, and the lines above and below every page."""

from __future__ import annotations

from docx.section import Section, _Footer, _Header

from exports.labels import DEMO
from exports.national.printed import COLOFON, version_line
from exports.national.tree import NationaalRapport
from exports.word.house_style import House
from exports.word.house_style.file import lacks_page_number
from exports.word.house_style.names import FOOTER, HEADER, SMALL_HEADING, STATUS_LINE, STRONG, SUBTITLE, TITLE
from exports.word.national.paper import Paper
from exports.word.national.tables import write_terms
from exports.word.national.xml import Element, add, add_field, add_run, add_title
from forms.dutch.dates import day_short, moment_on_paper

# White above the colofon, in twentieths of a point.
_ABOVE_COLOFON = "480"
# What fits beside the version.
_LONGEST = 85


def write_title_page(paper: Paper, rapport: NationaalRapport) -> None:
    """Title, round, status and moment; what is a demonstration says so."""
    add_title(paper.paragraph(TITLE, shown=rapport.titel), rapport.titel)
    paper.paragraph(SUBTITLE, rapport.ondertitel)
    strong = paper.style_id(STRONG)
    add_run(paper.paragraph(STATUS_LINE, shown=rapport.status), version_line(rapport), style_id=strong)
    paper.paragraph(STATUS_LINE, f"Stand van {moment_on_paper(rapport.peilmoment)}")
    if rapport.demo:
        add_run(paper.paragraph(STATUS_LINE, shown=DEMO), DEMO, style_id=strong)


def write_colofon(paper: Paper, rapport: NationaalRapport) -> None:
    """On the last page: of which moment it is, and who agreed."""
    if rapport.colofon.rijen:
        heading = paper.paragraph(SMALL_HEADING, shown=COLOFON)
        # In the outline it stands beside the last appendix, not below it.
        add(heading[0], "spacing", before=_ABOVE_COLOFON)
        add(heading[0], "outlineLvl", val="0")
        add_run(heading, COLOFON, size=13.5)
        write_terms(paper, rapport.colofon)


def write_frame(house: House, rapport: NationaalRapport) -> None:
    """Say on each page which version this is, and number the pages. A template's own header and footer stay."""
    section = house.document.sections[-1]
    if section.header.is_linked_to_previous and section.footer.is_linked_to_previous:
        _write_ours(house, section, rapport)
    else:
        _add_to_theirs(house, section, rapport)


def _write_ours(house: House, section: Section, rapport: NationaalRapport) -> None:
    section.different_first_page_header_footer = True
    gap = "\t" if house.is_ours else " · "
    title = " · ".join(filter(None, (rapport.titel, rapport.ronde)))
    above = _line(section.header, house, HEADER, first=True)
    add_run(above, f"{_short(title)}{gap}")
    add_run(above, version_line(rapport), style_id=house.style_id(STRONG))
    if rapport.demo:
        add_run(_line(section.header, house, HEADER), DEMO)
    below = _line(section.footer, house, FOOTER, first=True)
    add_run(below, f"Stand van {day_short(rapport.peilmoment)}{gap}")
    _number(below)


def _add_to_theirs(house: House, section: Section, rapport: NationaalRapport) -> None:
    says = " · ".join((version_line(rapport), *((DEMO,) if rapport.demo else ())))
    numbered = not lacks_page_number(house.document)
    places = [(section.header, section.footer)]
    if house.document.settings.odd_and_even_pages_header_footer:
        places.append((section.even_page_header, section.even_page_footer))
    for header, footer in places:
        add_run(_line(header, house, HEADER, first=header.is_linked_to_previous), says)
        if not numbered:
            _number(_line(footer, house, FOOTER, first=footer.is_linked_to_previous))


def _line(place: _Header | _Footer, house: House, style: str, *, first: bool = False) -> Element:
    """A paragraph in a header or footer; the first one of a new header is there already."""
    place.is_linked_to_previous = False
    paragraph = place.paragraphs[0]._p if first else place.add_paragraph()._p
    paragraph.style = house.style_id(style)
    return paragraph


def _number(paragraph: Element) -> None:
    add_run(paragraph, "Pagina ")
    add_field(paragraph, "PAGE", "1")
    add_run(paragraph, " van ")
    add_field(paragraph, "NUMPAGES", "1")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
