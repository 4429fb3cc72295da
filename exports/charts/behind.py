"""Words behind bars: a series that nobody sees, of noughts that are no cells, with a text for each bar that has one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from exports.cells import xml_text
from exports.charts.xml import SPACES, colour, tag, xml
from exports.look.charts import LETTER_SIZE, Look
from exports.look.colours import INK_SOFT
from exports.look.house import LANGUAGE

_NO_NAME = "\u00a0"
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def add_behind(bars: Any, texts: Sequence[str], look: Look, letters: int) -> None:
    """Add the series behind the others of a chart of stacked bars. An empty text leaves its bar as it is."""
    series = bars.findall(tag("ser"))
    labels = "".join(_label(place, text, look, letters) for place, text in enumerate(texts) if text)
    points = "".join(f'<c:pt idx="{place}"><c:v>0</c:v></c:pt>' for place in range(len(texts)))
    unseen = xml(
        f'<c:ser {SPACES}><c:idx val="{len(series)}"/><c:order val="{len(series)}"/>'
        # Its place in the legend is empty too: programs do not agree on how an entry is left out.
        f"<c:tx><c:v>{_NO_NAME}</c:v></c:tx>"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:invertIfNegative val="0"/><c:dLbls>{labels}{_SHOWN.format(value=0)}</c:dLbls>'
        f'<c:val><c:numLit><c:formatCode>0</c:formatCode><c:ptCount val="{len(texts)}"/>{points}</c:numLit></c:val>'
        "</c:ser>"
    )
    series[-1].addnext(unseen)


def _label(place: int, text: str, look: Look, letters: int) -> str:
    size = round((letters or LETTER_SIZE) * 0.85)
    font = escape(look.font, {'"': "&quot;"})
    return (
        f'<c:dLbl><c:idx val="{place}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r>'
        f'<a:rPr lang="{LANGUAGE}" sz="{size}" b="0"><a:solidFill>{colour(INK_SOFT)}</a:solidFill>'
        f'<a:latin typeface="{font}"/></a:rPr><a:t>{escape(xml_text(text))}</a:t></a:r></a:p></c:rich></c:tx>'
        f'<c:dLblPos val="inBase"/>{_SHOWN.format(value=1)}</c:dLbl>'
    )
