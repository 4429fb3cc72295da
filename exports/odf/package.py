"""An OpenDocument file: its properties, page and parts, put together by odfdo; the same content, the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO

from lxml import etree
from odfdo import Document, XmlPart
from odfdo import Element as OdfElement

from exports.archive import with_fixed_times
from exports.cells import xml_text
from exports.look.house import AUTHOR, FONT, LANGUAGE, in_utc
from exports.odf import styles
from exports.odf.xml import Attributes, Element, add, add_text, make, paragraph

CHART_TYPE = "application/vnd.oasis.opendocument.chart"
# In centimetres.
A4 = (21.0, 29.7)
LAYOUT = "Bladzijde"
_LONGEST_LINE = 160
# What odfdo's empty document has that a file of ours has no use for.
_LEFT_OUT = ("Configurations2/", "Thumbnails/", "manifest.rdf")


@dataclass(frozen=True)
class PageOf:
    """The page: how wide its white is, in centimetres, and the lines above and below each."""

    beside: float
    above: Sequence[str]
    below: str = ""
    lies: bool = False
    # A sheet becomes smaller until all its columns are on the page.
    fits: bool = False

    @property
    def width(self) -> float:
        """The width of its text, in centimetres."""
        return A4[1 if self.lies else 0] - 2 * self.beside


@dataclass
class OdfFile:
    """A file that is being drawn. `body` takes its elements; `made` its styles that hang on the content."""

    kind: str
    title: str
    moment: datetime
    body: Element = field(init=False)
    made: styles.Made = field(default_factory=styles.Made)
    _charts: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.body = make(f"office:{self.kind}")

    def add_chart(self, content: bytes) -> str:
        """Keep a chart with the file; returns its address in it."""
        self._charts.append(content)
        return f"./Object {len(self._charts)}"

    def to_bytes(self, page: PageOf, *, extra: Sequence[Element] = (), settings: Element | None = None) -> bytes:
        """The file, with `extra` styles that stand with the content and, of a workbook, its `settings`."""
        document = Document(self.kind)
        _drop_parts(document)
        _describe(document, self.title, self.moment)
        _dress(document, page)
        made = (*styles.table_styles(), *extra, *self.made.elements)
        _fill(document.content, "office:automatic-styles", made)
        document.body.clear()
        for element in self.body:
            document.body.append(_of_odfdo(element))
        self._put_charts(document)
        # The settings of the empty document are those of somebody's machine.
        _fill(document.settings, "office:settings", [] if settings is None else [settings])
        result = BytesIO()
        document.save(result)
        return with_fixed_times(result.getvalue())

    def _put_charts(self, document: Document) -> None:
        for number, content in enumerate(self._charts, start=1):
            document.set_part(f"Object {number}/content.xml", content)
            document.manifest.add_full_path(f"Object {number}/", CHART_TYPE)
            document.manifest.add_full_path(f"Object {number}/content.xml", "text/xml")


def _of_odfdo(element: Element) -> OdfElement:
    return OdfElement.from_tag(etree.tostring(element, encoding="unicode"))


def _drop_parts(document: Document) -> None:
    listed = set(document.manifest.get_paths())
    for name in filter(lambda one: one.startswith(_LEFT_OUT), document.get_parts()):
        document.del_part(name)
        if name in listed:
            document.manifest.del_full_path(name)


def _describe(document: Document, title: str, moment: datetime) -> None:
    meta = document.meta
    made = in_utc(moment)
    meta.title, meta.language = " ".join(xml_text(title).split())[:255], LANGUAGE
    meta.initial_creator = meta.creator = meta.generator = AUTHOR
    meta.creation_date = meta.date = made
    meta.editing_cycles = 1


def _dress(document: Document, page: PageOf) -> None:
    """Our styles in place of those of the empty document, and our page."""
    face = make("style:font-face", {"style:name": FONT, "svg:font-family": FONT, "style:font-family-generic": "swiss"})
    _fill(document.styles, "office:font-face-decls", [face])
    _fill(document.styles, "office:styles", styles.named_styles())
    _fill(document.styles, "office:automatic-styles", [_layout(page)])
    _fill(document.styles, "office:master-styles", [_master(page)])


def _fill(part: XmlPart, name: str, elements: Iterable[Element]) -> None:
    place = part.get_element(f"//{name}")
    assert place is not None, name
    place.clear()
    for element in elements:
        place.append(_of_odfdo(element))


def _layout(page: PageOf) -> Element:
    layout = make("style:page-layout", {"style:name": LAYOUT})
    width, height = reversed(A4) if page.lies else A4
    size = {"fo:page-width": f"{width}cm", "fo:page-height": f"{height}cm"}
    turned = {"style:print-orientation": "landscape" if page.lies else "portrait"}
    beside = {"fo:margin-left": f"{page.beside}cm", "fo:margin-right": f"{page.beside}cm"}
    fitted = {"style:scale-to-X": "1", "style:scale-to-Y": "0"} if page.fits else {}
    around = {"fo:margin-top": "1.3cm", "fo:margin-bottom": "1.3cm"}
    add(layout, "style:page-layout-properties", {**size, **turned, **beside, **around, **fitted})
    for place, side in (("header", "bottom"), ("footer", "top")):
        room: Attributes = {"fo:min-height": "0.9cm", f"fo:margin-{side}": "0.4cm"}
        add(add(layout, f"style:{place}-style"), "style:header-footer-properties", room)
    return layout


def _master(page: PageOf) -> Element:
    master = make("style:master-page", {"style:name": styles.MASTER, "style:page-layout-name": LAYOUT})
    header = add(master, "style:header")
    for line in _cut(page.above):
        paragraph(header, styles.ABOVE, line)
    below = paragraph(add(master, "style:footer"), styles.BELOW, f"{page.below} · " if page.below else "")
    for word, counted in (("Pagina ", "text:page-number"), (" van ", "text:page-count")):
        add_text(below, word)
        add(below, counted).text = "1"
    return master


def _cut(lines: Iterable[str]) -> list[str]:
    """Each on one line that fits above a page; at least one, for a page has room for it."""
    flat = [" ".join(xml_text(one).split()) for one in lines]
    return [one if len(one) <= _LONGEST_LINE else f"{one[: _LONGEST_LINE - 1]}…" for one in flat if one] or [""]
