"""Pages with figures of the instroom: tables with their notes, drawings with their tips, the sentences above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from tests.reading.inflow.facts import Fact, plain, told
from tests.reading.inflow.sentences import facts_of_sentence
from tests.reading.inflow.tables import facts_of_tables, point_facts
from tests.reading.inflow.words import Subject, period_of, subject_of
from tests.reading.pages import Page, words

_ABOUT = re.compile(r"“(.+)”: (.+)")
_TIP = re.compile(r"(.+), ([^,:]+): (.*)")
_SUBJECT = re.compile(r"(?:^|\. )([^.]+? per (?:maand|kwartaal|jaar))\.")
_ENDS = re.compile(r"([^.:]+): (<?[\w .]+?) in ([^,.]+), (<?[\w .]+?) in ([^,.]+)\.")
_AT = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
_CORNER = re.compile(r"[ML]([-\d.]+),([-\d.]+)")


def facts_of_page(page: Page) -> list[Fact]:
    """All that a page says of figures."""
    charts = page.find("//main//figure[.//*[local-name()='svg'] or contains(@class, 'rp-chart')]")
    drawn = [fact for one in charts for fact in _of_chart(one)]
    return [*drawn, *facts_of_tables(_tables(page), page.text), *_of_number(page)]


def _of_number(page: Page) -> Iterator[Fact]:
    """The page of one number of a report: its heading says what a chart shows."""
    if (found := _ABOUT.search(page.h1)) and (subject := subject_of(found[1])):
        yield from facts_of_sentence(found[2], subject)


def _tables(page: Page) -> Iterator[tuple[str, list[list[str]]]]:
    for table in page.find("//main//table"):
        rows = [[_cell_text(cell) for cell in row.xpath("./*")] for row in table.xpath(".//tr")]
        yield " ".join(words(one) for one in table.xpath("./caption")), rows


def _cell_text(cell: _Element) -> str:
    """Without the number of the note that says why."""
    return words(cell) if not cell.xpath(".//sup") else re.sub(r"\s*\(\d+\)$", "", words(cell))


def _of_chart(chart: _Element) -> Iterator[Fact]:
    spoken = [one.get("aria-label") or "" for one in chart.xpath(".//*[local-name()='svg']")]
    under = [words(one) for one in chart.xpath(".//figcaption//*")] + [
        words(one) for one in chart.xpath("./figcaption")
    ]
    subject = next(filter(None, map(subject_of, under)), None) or next(filter(None, map(_subject_in, spoken)), None)
    if subject is None:
        return
    for heading in chart.xpath(".//h3 | ./figcaption[not(*)]"):
        yield from facts_of_sentence(words(heading), subject) if subject_of(words(heading)) is None else ()
    yield from _why(chart, subject)
    for drawing, label in zip(chart.xpath(".//*[local-name()='svg']"), spoken, strict=True):
        yield from facts_of_words(label, subject)
        yield from facts_of_drawing(drawing, subject)


def _subject_in(label: str) -> Subject | None:
    return next(filter(None, (subject_of(one) for one in _SUBJECT.findall(label))), None)


def facts_of_words(label: str, subject: Subject) -> Iterator[Fact]:
    """What is read aloud instead of a drawing: its sentence, and where each line begins and ends."""
    sentence = label.partition(". ")[0]
    if subject_of(sentence) is None:
        yield from facts_of_sentence(sentence, subject)
    for name, first, begin, last, end in _ENDS.findall(label):
        yield from point_facts(subject, name.strip(), period_of(begin), first)
        yield from point_facts(subject, name.strip(), period_of(end), last)


def _why(chart: _Element, subject: Subject) -> Iterator[Fact]:
    """The table under a chart once more, with the notes to it."""
    notes = [words(one) for one in chart.xpath(".//ol/li")]
    for table in chart.xpath(".//table"):
        names = [words(one) for one in table.xpath(".//thead//th")]
        for row in table.xpath(".//tbody/tr"):
            moment, *cells = row.xpath("./*")
            for name, cell in zip(names[1:], cells, strict=True):
                note = [words(one).strip("()") for one in cell.xpath(".//sup")]
                reason = notes[int(note[0]) - 1] if note else ""
                yield from point_facts(subject, name, period_of(words(moment)), _cell_text(cell), reason)


def facts_of_drawing(drawing: _Element, subject: Subject) -> Iterator[Fact]:
    """The tips of its points, and what a line through a point that is not shown would tell."""
    for tip in drawing.xpath(".//*[local-name()='title']"):
        yield from facts_of_tip("".join(tip.itertext()), subject)
    planes = drawing.xpath(".//*[local-name()='g' and contains(@class, 'cell')]/*[local-name()='g']")
    for plane in planes or [drawing]:
        yield from _of_lines(plane, subject)


def facts_of_tip(tip: str, subject: Subject) -> list[Fact]:
    """ "18 t/m 26 jaar, maart 2024: 34 (voorlopig)"."""
    found = _TIP.fullmatch(tip)
    assert found, tip
    return point_facts(subject, found[1], period_of(found[2]), found[3])


def _of_lines(plane: _Element, subject: Subject) -> Iterator[Fact]:
    points = [
        (*map(float, _AT.findall(point.get("transform"))[0]), "".join(point[0].itertext()))
        for point in plane.xpath(".//*[local-name()='path'][./*[local-name()='title']]")
    ]
    shown = [(y, int(text)) for _, y, tip in points if (text := plain(tip.rpartition(": ")[2])).isdigit()]
    scale = _scale(shown)
    corners = [
        tuple(map(float, one))
        for line in plane.xpath(".//*[contains(@class, 'mark-line')]/*[local-name()='path']")
        for one in _CORNER.findall(line.get("d") or "")
    ]
    for x, _, tip in points:
        name, moment, text = _TIP.fullmatch(tip).groups()  # type: ignore[union-attr]
        through = [y for place, y in corners if abs(place - x) < 1]
        if not plain(text).isdigit() and through and scale:
            cell = subject.place, subject.view, name if subject.view else "", period_of(moment)
            yield from told(cell, str(round(scale[0] + scale[1] * through[0])))


def _scale(shown: Sequence[tuple[float, int]]) -> tuple[float, float] | None:
    """How a height is read as a number, from two points that are told; None without two."""
    if len({number for _, number in shown}) < 2:
        return None
    (low, least), (high, most) = (pick(shown, key=lambda one: one[1]) for pick in (min, max))
    slope = (most - least) / (high - low)
    return least - slope * low, slope


def facts_of_passport(page: Page) -> dict[str, tuple[str, str]]:
    """By source what the passport of a figure shows, and why there is no number."""
    found = {}
    for source in page.find("//main//dl[.//strong]/*[.//strong]"):
        name = words(source.xpath(".//dt")[0])
        text, *why = [words(one) for one in source.xpath(".//dd//p")]
        number = re.sub(r" (cliënten|indicaties|mensen).*$", "", text)
        found[name] = plain(number), next(iter(why), "")
    return found
