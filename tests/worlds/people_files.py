"""The national format as different people fill it in: one plan in own words, a dozen kinds of file.

Labels come from the declaration (`forms.national`), what people say is invented. Each file says all of `SAID`
and all of `ACTIONS` unless its docstring tells otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from forms.national import Soort, first
from forms.spec import Kind, Section
from tests.worlds import odfml as o
from tests.worlds import wordml as w

FORMAT = first(Soort.PLAN)

SAID: Mapping[str, str] = {
    "naam": "Voorbeeldstreek",
    "gemeenten": "Alle gemeenten in Voorbeeldstreek\nModelstad is centrumgemeente en ligt buiten de regio",
    "partijen": "Gemeenten, zorgkantoor, drie ggz-aanbieders en cliëntenplatform De Brug",
    "achtergrond": (
        "Wij kijken naar wat wij samen kunnen veranderen. Waarom?\n- Aanbieders en toegang kennen elkaar niet.\n"
        "- Een beschikking voor één jaar geeft geen rust."
    ),
    "huidige_situatie": "In 2023 stroomden er 61 mensen in. Dat is 2,5% van het land.",
    "doelstellingen": "Vanaf 2025 stromen er hoogstens vier mensen per maand in.",
    "doelgroep": "Jongvolwassenen die ambulant begeleid worden.",
    "randvoorwaarden": "Iedere partij maakt uren vrij.\nWij sluiten aan bij wat er al is.",
    "projectstructuur": "Een stuurgroep en een werkgroep, die elkaar elk kwartaal zien.",
    "monitoring": "De werkgroep houdt een actielijst bij.",
    "planning": "Zie de acties.",
    "ervaringen": "Casussen samen bespreken hielp ons elkaar te begrijpen.",
}

# Number and words, who, when. A heading has nobody; "4." is heading and action at once.
ACTIONS = (
    ("4. Visie op wonen maken", "Zorgkantoor", "Eind Q1 2024"),
    ("5a. Samenwerken", "", ""),
    ("1. Werkwijze afspreken", "Alle partners", "Ingangsdatum plan"),
    ("2. Kennis ophalen", "Werkgroep", "In de loop van 2024"),
    ("5b. Toegang", "", ""),
    ("1. Factsheet maken", "Gemeenten en zorgkantoor", "Q2 2024"),
    ("5c. Verschillen melden", "Zorgkantoor", "Continu"),
)
HEADS = ("Acties\nParagraaf in PvA", "Verantwoordelijk/ coördinator / trekker van actie", "Tijdslijn")
_MILESTONES = ("Activiteit", "Mijlpaal", "Datum gereed")
_ROWS = FORMAT.blocks[1].heads

Answer = Callable[[Section], str]


def label_of(section: Section) -> str:
    """The left cell of a part: its label with the mark of a note, and what to say there."""
    text = w.par(w.bold(section.label + _sign(section)))
    return text + (w.par() + w.par(w.italic(section.guidance)) if section.guidance else "")


def _sign(section: Section) -> str:
    return section.footnote.mark if section.footnote and not section.marked_text else ""


def national(answer: Answer, label: Answer = label_of, *, leave: tuple[str, ...] = (), notes: str | None = None) -> str:
    """The body of the format, with these right and left cells, without the parts to leave out."""
    body = w.par(w.run(FORMAT.title), style="Title") + "".join(w.par(w.run(text)) for text in FORMAT.intro)
    for block in FORMAT.blocks:
        body += w.par(w.run(block.title), style="Heading1") + (w.par(w.run(block.intro)) if block.intro else "")
        heads = [w.row(*(w.cell(w.par(w.bold(text))) for text in block.heads))] if block.heads else []
        parts = [one for one in block.sections if one.key not in leave]
        body += w.table(*heads, *(w.row(w.cell(label(one)), w.cell(answer(one))) for one in parts))
    return body + ("".join(w.par(w.run(one)) for one in footnotes()) if notes is None else notes)


def footnotes() -> list[str]:
    """The notes of the format, printed at its end as it was sent out."""
    notes = [one.footnote for block in FORMAT.blocks for one in block.sections if one.footnote]
    return [f"{one.mark} {one.text}" for one in notes]


def answer_of(section: Section) -> str:
    """The right cell as most people fill it in: words, and a table in the cell for actions and milestones."""
    kind = section.questions[0].kind
    if kind is Kind.ACTIES:
        return w.par() + action_table() + w.par()
    if kind is Kind.MIJLPALEN:
        heads = w.row(*(w.cell(w.par(w.bold(text))) for text in _MILESTONES))
        empty = w.row(w.cell(w.said(SAID["planning"])), w.cell(), w.cell())
        return w.par() + w.table(heads, empty) + w.par()
    if kind is Kind.DOELSTELLINGEN:
        goal = section.questions[0].goal
        return w.par(w.run(goal.above)) + w.par() + w.par(w.run(goal.others)) + w.said(SAID[section.key])
    return w.said(SAID[section.key])


def action_table(*, is_parallel: bool = False) -> str:
    """The actions: a row each, or all in one row with the lines beside each other."""
    heads = w.row(*(w.cell(w.par(w.bold(text))) for text in HEADS))
    if is_parallel:
        columns = ["".join(w.par(w.run(one[place])) for one in ACTIONS) for place in range(3)]
        return w.table(heads, w.row(*(w.cell(column) for column in columns)))
    return w.table(heads, *(w.row(*(w.cell(w.said(text)) for text in one)) for one in ACTIONS))


def _acties(content: str) -> Answer:
    return lambda section: content if section.key == "acties" else answer_of(section)


def plain() -> bytes:
    """Word, as it was meant: a row for each action in the table in the cell."""
    return w.docx(national(answer_of))


def parallel() -> bytes:
    """All actions in one cell, and beside it who and when: the shape of the one plan that is public."""
    return w.docx(national(_acties(w.par() + action_table(is_parallel=True) + w.par())))


def numbered() -> bytes:
    """The numbers of the actions are those of a list ("5a.1."); the words are without them."""
    words = [("Visie op wonen maken", 0), ("Samenwerken", 1), ("Werkwijze afspreken", 2), ("Kennis ophalen", 2)]
    rows = [w.row(w.cell(w.par(w.run(text), point=(w.PARAGRAPHS, at))), w.cell(), w.cell()) for text, at in words]
    heads = w.row(*(w.cell(w.par(w.bold(text))) for text in HEADS), more="<w:tblHeader/>")
    return w.docx(national(_acties(w.table(heads, *rows) + w.par())))


def merged() -> bytes:
    """Word with merged cells: a heading over all columns, and who goes on downwards over two actions."""
    heads = w.row(*(w.cell(w.par(w.bold(text))) for text in HEADS))
    what, who, when = ACTIONS[2]
    rows = [
        w.row(*(w.cell(w.said(text)) for text in ACTIONS[0])),
        w.row(w.cell(w.said(ACTIONS[1][0]), span=3)),
        w.row(w.cell(w.said(what)), w.cell(w.said(who), merge="restart"), w.cell(w.said(when))),
        w.row(w.cell(w.said(ACTIONS[3][0])), w.cell(merge="continue"), w.cell(w.said(ACTIONS[3][2]))),
    ]
    return w.docx(national(_acties(w.table(heads, *rows) + w.par())))


def tracked() -> bytes:
    """Changes were tracked: words added, removed and moved, a row removed, and two paragraphs made one."""
    ends = '<w:rPr><w:del w:id="5" w:author="C"/></w:rPr>'
    moved = f'<w:moveTo w:id="7" w:author="C">{w.run(" Wij sluiten aan bij wat er al is.")}</w:moveTo>'
    gone = f'<w:moveFrom w:id="7" w:author="C">{w.run("Wij sluiten aan bij wat er al is.")}</w:moveFrom>'
    kept = w.run("Iedere partij maakt ") + w.removed("geen ") + w.inserted(w.run("uren vrij.")) + moved
    joined = w.par(w.run("In 2023 stroomden er 61 "), more=ends) + w.par(w.run("mensen in. Dat is 2,5% van het land."))
    extra = w.row(w.cell(w.par(w.removed("Oude actie"))), w.cell(), w.cell(), more='<w:del w:id="8" w:author="C"/>')
    actions = action_table().replace("</w:tbl>", f"{extra}</w:tbl>")
    changed = {"randvoorwaarden": w.par(gone) + w.par(kept), "huidige_situatie": joined, "acties": actions + w.par()}
    return w.docx(national(lambda section: changed.get(section.key) or answer_of(section)))


def other_labels() -> bytes:
    """Somebody typed the labels anew, with numbers in front and in other words, outside tables."""
    own = {
        "achtergrond": "1. Aanleiding en probleem",
        "acties": "5. Wat gaan we doen?",
        "ervaringen": "Onze ervaringen",
    }
    body = w.par(w.run("Plan van aanpak Voorbeeldstreek"), style="Title")
    for block in FORMAT.blocks:
        for one in block.sections:
            body += w.par(w.run(own.get(one.key, one.label)), style="Heading2") + answer_of(one)
    return w.docx(body)


def part_missing() -> bytes:
    """Two parts were thrown out of the format: monitoring and ervaringen."""
    return w.docx(national(answer_of, leave=("monitoring", "ervaringen")))


def remarked() -> bytes:
    """Colleagues left remarks beside the text, and one answer to a remark."""
    beside = w.par(w.remarked(1, w.remarked(2, w.run("Jongvolwassenen"))) + w.run(" die ambulant begeleid worden."))
    remarks = w.remark(1, "Anna Voorbeeld", "Ook 27 jaar?") + w.remark(2, "Bram Proef", "Ja, tot en met 27.")
    body = national(lambda one: beside if one.key == "doelgroep" else answer_of(one))
    return w.docx(body, parts={"comments": remarks})


def controls() -> bytes:
    """A form with content controls: around words, a row and a cell; one that nobody filled in."""

    def answer(section: Section) -> str:
        if section.key == "monitoring":
            return w.control(w.par(w.run("Klik of tik om tekst in te voeren.")), "monitoring", empty=True) + w.par(
                w.control(w.run(SAID["monitoring"]), "los")
            )
        return w.control(answer_of(section), section.key)

    return w.docx(national(answer))


def google() -> bytes:
    """Google Docs: bullets of its own, controls around paragraphs, and links."""
    bullets = w.numbering({1: w.level(0, "bullet", "●") + w.level(1, "bullet", "○"), 2: w.level(0, "decimal", "%1.")})
    link = f'<w:hyperlink r:id="rIdLink">{w.run("ons regioplan", "<w:u/>")}</w:hyperlink>'
    extra = w.control(w.par(w.run("Zie ook ") + link + w.run(".")), "goog_rdk_0")
    return w.docx(
        national(answer_of) + extra,
        parts={"numbering": bullets},
        relations=w.outside("rIdLink", "hyperlink", "https://www.voorbeeldstreek.test/plan"),
    )


def in_boxes() -> bytes:
    """Half of the answers stand in a text box over the cell."""

    def answer(section: Section) -> str:
        kept = section.questions[0].kind.is_list or len(section.key) % 2
        return answer_of(section) if kept else w.par(w.text_box(answer_of(section)))

    return w.docx(national(answer))


def in_one_cell() -> bytes:
    """Everything in one cell: labels in bold with the words under them."""
    parts = [one for block in FORMAT.blocks for one in block.sections]
    return w.docx(w.table(w.row(w.cell("".join(label_of(one) + answer_of(one) for one in parts) + w.par()))))


def with_notes() -> bytes:
    """Real notes of Word, not the printed ones, and one of their own; page numbers and a name at the edges."""

    def label(section: Section) -> str:
        if not section.footnote:
            return label_of(section)
        return w.par(w.bold(section.label) + w.mark(section.footnote.number)) + w.par(w.italic(section.guidance))

    texts = [*(one.split(" ", 1)[1] for one in footnotes()), "Bron: eigen telling."]
    notes = [w.note(number, w.par(w.run(f" {text}"))) for number, text in enumerate(texts, start=1)]
    own = w.par(w.run("In 2023 stroomden er 61 mensen in") + w.mark(3) + w.run(". Dat is 2,5% van het land."))
    edges = "".join(f'<w:{kind}Reference w:type="default" r:id="rId-{kind}"/>' for kind in ("header", "footer"))
    pages = w.run("Pagina ") + w.field(" PAGE ", w.run("7")) + w.run(" van ") + w.field("NUMPAGES", w.run("9"))
    body = national(lambda one: own if one.key == "huidige_situatie" else answer_of(one), label, notes="")
    parts = {
        "footnotes": '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>' + "".join(notes),
        "header": w.par(w.run("Concept 3 – Voorbeeldstreek")),
        "footer": w.par(pages),
    }
    return w.docx(f"{body}<w:sectPr>{edges}</w:sectPr>", parts=parts)


def libreoffice() -> bytes:
    """LibreOffice as .odt: the same format, with its own lists, notes and spans."""
    body = o.par(FORMAT.title, "Title") + "".join(o.par(text) for text in FORMAT.intro)
    for block in FORMAT.blocks:
        body += o.heading(block.title) + (o.par(block.intro) if block.intro else "")
        heads = [o.row(*(o.cell(o.par(o.span(text, "vet"))) for text in block.heads))] if block.heads else []
        rows = [o.row(o.cell(_odt_label(one)), o.cell(_odt_answer(one))) for one in block.sections]
        body += o.table(*heads, *rows, heads=len(heads))
    title = '<style:style style:name="Title" style:family="paragraph"/>'
    return o.odt(body + "".join(o.par(one) for one in footnotes()), common=title)


def _odt_label(section: Section) -> str:
    guidance = o.par(o.span(section.guidance, "schuin")) if section.guidance else ""
    return o.par(o.span(section.label + _sign(section), "vet")) + guidance


def _odt_answer(section: Section) -> str:
    if section.key == "acties":
        heads = o.row(*(o.cell("".join(o.par(line) for line in text.split("\n"))) for text in HEADS))
        return o.table(heads, *(o.row(*(o.cell(o.par(text)) for text in one)) for one in ACTIONS), heads=1)
    return o.said(SAID[section.key])


FILES: Mapping[str, Callable[[], bytes]] = {
    one.__name__: one
    for one in (
        plain, parallel, numbered, merged, tracked, other_labels, part_missing, remarked, controls, google, in_boxes,
        in_one_cell, with_notes, libreoffice,
    )
}  # fmt: skip
