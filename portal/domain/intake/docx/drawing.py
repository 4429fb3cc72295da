"""Drawings of Word: words in boxes and shapes are read, pictures and embedded files are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from forms.richtext import Run
from portal.domain.intake.docx.around import Around
from portal.domain.intake.docx.names import MC, A, R, V, W, chosen_of
from portal.domain.intake.drafts import DraftBlock, DraftParagraph
from portal.domain.intake.tally import Left

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_CHART_EX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_OFFICE = "{urn:schemas-microsoft-com:office:office}OLEObject"

_TOLD = {
    _PICTURE: Left.IMAGE,
    f"{V}imagedata": Left.IMAGE,
    _CHART: Left.CHART,
    _CHART_EX: Left.CHART,
}


def read_drawing(story: Around, element: Any, draft: DraftParagraph) -> list[DraftBlock]:
    """The blocks in a drawing. What is no text is counted where the paragraph stands."""
    has_file = next(element.iter(_OFFICE, f"{W}control"), None) is not None
    if has_file:
        story.reading.tally.add(Left.OBJECT, draft.place)
    found: list[DraftBlock] = []
    for one in _parts(element):
        if one.tag in _WORDS:
            found += _WORDS[one.tag](story, one)
        elif not has_file:
            # The picture of an embedded file is not counted apart.
            story.reading.tally.add(_TOLD[one.tag], draft.place)
    return found


def _parts(element: Any) -> Iterator[Any]:
    """What there is to read or to tell, each once; of alternatives one."""
    for child in element:
        if child.tag in _WORDS or child.tag in _TOLD:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            chosen = chosen_of(child)
            yield from () if chosen is None else _parts(chosen)
        else:
            yield from _parts(child)


def _box(story: Around, content: Any) -> list[DraftBlock]:
    return story.box(content)


def _shape(story: Around, paragraph: Any) -> list[DraftBlock]:
    return _in_box(story, "".join(one.text or "" for one in paragraph.iter(f"{A}t")))


def _word_art(story: Around, path: Any) -> list[DraftBlock]:
    return _in_box(story, path.get("string", ""))


def _in_box(story: Around, words: str) -> list[DraftBlock]:
    return _said(words, story.reading.next("tekstvak")) if words.strip() else []


def _said(words: str, place: str) -> list[DraftBlock]:
    return [DraftParagraph(place, [Run(words)])] if words.strip() else []


def _diagram(story: Around, element: Any) -> list[DraftBlock]:
    """The words of a SmartArt drawing stand in a part of their own."""
    relation = story.reading.parts.relations(story.part).get(element.get(f"{R}dm", ""))
    root = story.reading.parts.root(relation.target) if relation and not relation.is_outside else None
    place = story.reading.next("schema")
    lines = [] if root is None else ["".join(one.text or "" for one in p.iter(f"{A}t")) for p in root.iter(f"{A}p")]
    return [draft for line in lines for draft in _said(line, place)]


_WORDS: dict[str, Callable[[Around, Any], list[DraftBlock]]] = {
    f"{W}txbxContent": _box,
    f"{A}p": _shape,
    f"{V}textpath": _word_art,
    _DIAGRAM: _diagram,
}
