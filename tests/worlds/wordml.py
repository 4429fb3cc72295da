"""Word files written by hand, XML and all: what no library writes, and what people's programs do."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
NAMESPACES = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _SPACES.items())
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# The parts beside the text, each with the name of its root.
_ROOTS = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
    "comments": "comments", "settings": "settings", "header": "hdr", "footer": "ftr",
}  # fmt: skip

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
    for key, name, more in (
        ("Normal", "Normal", ""),
        ("Title", "Title", ""),
        ("Heading1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("Heading2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ("Tijdelijk", "Placeholder Text", ""),
    )
)


def level(place: int, kind: str, text: str, more: str = "") -> str:
    """One level of a list."""
    inside = f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{place}">{inside}</w:lvl>'


def numbering(lists: Mapping[int, str]) -> str:
    """A part that declares these lists, each by its levels."""
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>' for key, levels in lists.items()
    )
    numbers = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in lists)
    return definitions + numbers


BULLETS, NUMBERS, PARAGRAPHS = 1, 2, 3
NUMBERING = numbering(
    {
        BULLETS: "".join(level(place, "bullet", "\uf0b7") for place in range(3)),
        NUMBERS: "".join(level(place, "decimal", f"%{place + 1}.") for place in range(3)),
        PARAGRAPHS: level(0, "decimal", "%1.") + level(1, "lowerLetter", "%1%2.") + level(2, "decimal", "%1%2.%3."),
    }
)


def run(text: str, look: str = "") -> str:
    """Words in one look: `<w:b/>` and so on."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    parts = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{properties}{parts}</w:r>"


def bold(text: str) -> str:
    """Words in bold."""
    return run(text, "<w:b/>")


def italic(text: str) -> str:
    """Words in italic."""
    return run(text, "<w:i/>")


def par(content: str = "", *, style: str = "", point: tuple[int, int] | None = None, more: str = "") -> str:
    """A paragraph of XML; a `point` is a list and a level of it."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if point:
        properties += f'<w:numPr><w:ilvl w:val="{point[1]}"/><w:numId w:val="{point[0]}"/></w:numPr>'
    properties += more
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def said(text: str) -> str:
    """A paragraph of plain words for each line; "- " in front is a bullet."""
    lines = text.split("\n")
    return "".join(
        par(run(line[2:]), point=(BULLETS, 0)) if line.startswith("- ") else par(run(line) if line else "")
        for line in lines
    )


def cell(blocks: str = "", *, span: int = 1, merge: str = "", more: str = "") -> str:
    """A cell; `merge` is "restart" or "continue" for one that goes on downwards."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{properties}{more}</w:tcPr>{blocks or par()}</w:tc>"


def row(*cells: str, more: str = "") -> str:
    """A row of cells."""
    return f"<w:tr>{f'<w:trPr>{more}</w:trPr>' if more else ''}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows, with the paragraph behind it that Word wants at the end of a cell."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def inserted(content: str) -> str:
    """Words that somebody added while changes were tracked."""
    return f'<w:ins w:id="900" w:author="Collega" w:date="2026-01-08T10:00:00Z">{content}</w:ins>'


def removed(text: str) -> str:
    """Words that somebody removed while changes were tracked."""
    inner = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return f'<w:del w:id="901" w:author="Collega" w:date="2026-01-08T10:00:00Z">{inner}</w:del>'


def control(content: str, tag: str = "", *, empty: bool = False) -> str:
    """A content control around anything; `empty` shows, in grey, what to do there."""
    marks = (f'<w:tag w:val="{tag}"/>' if tag else "") + ("<w:showingPlcHdr/>" if empty else "")
    inside = content.replace("<w:r>", '<w:r><w:rPr><w:rStyle w:val="Tijdelijk"/></w:rPr>') if empty else content
    return f"<w:sdt><w:sdtPr>{marks}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def text_box(blocks: str) -> str:
    """A run with a text box, as Word writes it: once for itself, once for old Word."""
    inside = f"<w:txbxContent>{blocks}</w:txbxContent>"
    drawing = f"<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp>"
    drawing += "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def picture(relation: str = "rIdPicture") -> str:
    """A run with a picture."""
    inner = f'<pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'
    graphic = f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic>"
    return f"<w:r><w:drawing><wp:inline>{graphic}</wp:inline></w:drawing></w:r>"


def field(instruction: str, result: str) -> str:
    """A field with its instruction and its result (XML of runs)."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    told = f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
    return f"{mark('begin')}{told}{mark('separate')}{result}{mark('end')}"


def note(number: int, blocks: str, kind: str = "footnote") -> str:
    """A note for the part of notes; its first paragraph begins with its mark."""
    marked = blocks.replace("<w:p>", f"<w:p><w:r><w:{kind}Ref/></w:r>", 1)
    return f'<w:{kind} w:id="{number}">{marked}</w:{kind}>'


def mark(number: int, kind: str = "footnote") -> str:
    """The place that a note is about."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def remark(key: int, author: str, text: str, paragraph: str = "") -> str:
    """A remark for the part of remarks."""
    body = f"<w:p{f' w14:paraId={chr(34)}{paragraph}{chr(34)}' if paragraph else ''}>{run(text)}</w:p>"
    return f'<w:comment w:id="{key}" w:author="{author}" w:date="2026-01-09T11:30:00Z">{body}</w:comment>'


def remarked(key: int, content: str) -> str:
    """Content that a remark is about."""
    begin, end = f'<w:commentRangeStart w:id="{key}"/>', f'<w:commentRangeEnd w:id="{key}"/>'
    return f'{begin}{content}{end}<w:r><w:commentReference w:id="{key}"/></w:r>'


def docx(
    body: str,
    *,
    parts: Mapping[str, str] | None = None,
    relations: str = "",
    files: Mapping[str, bytes] | None = None,
) -> bytes:
    """A Word file with this body. `parts` holds the inside of other parts by their kind ("footnotes", "header" …),
    `relations` more of what the text points to, and `files` anything else by its name in the zip."""
    inside = {"styles": STYLES, "numbering": NUMBERING, **(parts or {})}
    written: dict[str, bytes] = {
        "[Content_Types].xml": _content_types(inside),
        "_rels/.rels": _package_relations(files or {}),
        "word/document.xml": _root("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _relations(inside, relations),
    }
    written |= {f"word/{kind}.xml": _part(kind, content) for kind, content in inside.items()}
    return zipped(written | dict(files or {}))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip with these files."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def _part(kind: str, content: str) -> bytes:
    return _root(_ROOTS[kind], content) if kind in _ROOTS else content.encode()


def _root(name: str, content: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMESPACES}>{content}</w:{name}>'.encode()


def _content_types(parts: Mapping[str, str]) -> bytes:
    override = f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/>'
    for kind in parts:
        of_kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        override += f'<Override PartName="/word/{kind}.xml" ContentType="{of_kind}"/>'
    usual = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    usual += (
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    )
    return f'<Types xmlns="{_TYPES}">{usual}{override}</Types>'.encode()


def _package_relations(files: Mapping[str, bytes]) -> bytes:
    found = f'<Relationship Id="rId1" Type="{_KIND}/officeDocument" Target="word/document.xml"/>'
    if "docProps/custom.xml" in files:
        found += f'<Relationship Id="rId2" Type="{_KIND}/custom-properties" Target="docProps/custom.xml"/>'
    return f'<Relationships xmlns="{_RELS}">{found}</Relationships>'.encode()


def _relations(parts: Mapping[str, str], more: str) -> bytes:
    own = "".join(f'<Relationship Id="rId-{kind}" Type="{_KIND}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    return f'<Relationships xmlns="{_RELS}">{own}{more}</Relationships>'.encode()


def outside(relation: str, kind: str, target: str) -> str:
    """What the text points to outside the file: a link, a picture, a template."""
    return f'<Relationship Id="{relation}" Type="{_KIND}/{kind}" Target="{escape(target)}" TargetMode="External"/>'
