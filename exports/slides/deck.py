"""Which slides a report gives: what stands on each, before anything is drawn.

The order is that of a meeting: what matters most, the country in one glance, a slide for each message, what is asked
of whom, and what happens next. What a number counts stands in the notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from exports.figures.declared import SYNTHETISCH, Figuur
from exports.figures.native import as_lines
from exports.figures.native import in_words as words_of
from exports.national.printed import IN_EEN_BLIK, heading_of, is_silent
from exports.national.short import SAMENVATTING, chapter_of, in_words, messages_of, sentences_of
from exports.national.tree import (
    Boodschap,
    Cel,
    Cijfers,
    Deel,
    Grafiek,
    Kaart,
    Lijngrafiek,
    NationaalRapport,
    Reeks,
    Tabel,
)
from exports.slides.slide import Dia, Diatabel

# A meeting has no more patience than this.
MOST_SLIDES, MOST_MESSAGES, MOST_REQUESTS = 12, 7, 7
# Which chart of the report a message is about, by its key; what hangs on another number has none.
_CHARTS = {"doel": "doel", "acties": "acties_thema", "lessen": "lessen", "successen": "successen"}
_WAITING = "verwachtingen"
_ABOUT_WAITING = ("verwachtingen_open", "verwachtingen_twee_rondes")
VOORUITBLIK, INSTROOM = "vooruitblik", "instroom"


def slides_of(rapport: NationaalRapport) -> tuple[Dia, ...]:
    """The slides in their order; twelve at most."""
    messages = messages_of(rapport)[:MOST_MESSAGES]
    glance = _glance(rapport)
    told = tuple(_message(rapport, one) for one in messages) or tuple(_subjects(rapport))
    end = (*_requests(messages), _next(rapport))
    front, pictures = (_title(rapport), _points(rapport, messages), *glance[:1]), [*_inflow(rapport), *glance[1:]]
    # Charts come back in the report itself, the inflow last of all to go; a message does not.
    while pictures and len(told) > MOST_SLIDES - len(front) - len(pictures) - len(end):
        pictures.pop()
    room = MOST_SLIDES - len(front) - len(pictures) - len(end)
    return (*front, *reversed(pictures), *told[:room], *end)


def _title(rapport: NationaalRapport) -> Dia:
    return Dia(rapport.titel, punten=(rapport.ondertitel,), is_titel=True)


def _points(rapport: NationaalRapport, messages: Sequence[Boodschap]) -> Dia:
    """What matters most: the messages; without any, the sentences of the summary."""
    if messages:
        parts = [one.bevinding for one in messages]
    else:
        summary = chapter_of(rapport, SAMENVATTING)
        parts = [zin.delen for zin in sentences_of(summary)]
    punten = tuple(in_words(one) for one in parts[:MOST_MESSAGES])
    return Dia("De belangrijkste punten", punten=punten, noten=_definitions(rapport, parts))


def _glance(rapport: NationaalRapport) -> tuple[Dia, ...]:
    """The numbers with the map, and the lines over rounds."""
    chapter = chapter_of(rapport, IN_EEN_BLIK)
    if chapter is None:
        return ()
    cijfers = next((one for one in chapter.blokken if isinstance(one, Cijfers)), None)
    kaart = next((one for one in chapter.blokken if isinstance(one, Kaart)), None)
    lijnen = next((one for one in chapter.blokken if isinstance(one, Lijngrafiek)), None)
    cells = [one.cel for one in cijfers.rijen] if cijfers else []
    noten = (*_explained(rapport, cells), *((cijfers.voet,) if cijfers and cijfers.voet else ()))
    first = Dia(heading_of(chapter), kaart=kaart, cijfers=cijfers, noten=(*noten, *((kaart.alt,) if kaart else ())))
    if lijnen is None:
        return (first,)
    return (first, Dia(lijnen.titel, beeld=lijnen, noten=(lijnen.bron, lijnen.alt)))


def _inflow(rapport: NationaalRapport) -> tuple[Dia, ...]:
    """The inflow beside the target, under the heading of its chapter; none without figures."""
    chapter = chapter_of(rapport, INSTROOM)
    found = next((one for one in chapter.blokken if isinstance(one, Figuur)), None) if chapter else None
    if chapter is None or found is None:
        return ()
    return (Dia(heading_of(chapter), beeld=_with_kind(found), noten=(words_of(found),)),)


def _with_kind(figuur: Figuur) -> Lijngrafiek:
    """A slide has no source below it: a chart of figures that were made up says so in its title."""
    kind = f" ({SYNTHETISCH})" if figuur.synthetisch else ""
    return as_lines(replace(figuur, titel=f"{figuur.titel}{kind}"))


def _message(rapport: NationaalRapport, one: Boodschap) -> Dia:
    asked = f"{in_words(one.wat_nu)} {one.verzoek}." if one.verzoek and one.wat_nu else in_words(one.wat_nu)
    alineas = (("", in_words(one.waarom)), ("Wat nu", asked))
    return Dia(
        in_words(one.bevinding).removesuffix("."),
        alineas=tuple((word, text) for word, text in alineas if text),
        beeld=_chart_of(rapport, one.sleutel),
        noten=_definitions(rapport, (one.bevinding, one.waarom, one.wat_nu)),
    )


def _chart_of(rapport: NationaalRapport, sleutel: str) -> Grafiek | None:
    if sleutel in _ABOUT_WAITING:
        return _waiting(rapport)
    wanted = _CHARTS.get(sleutel, "")
    return next((one for one in _blocks(rapport) if isinstance(one, Grafiek) and one.sleutel == wanted), None)


def _waiting(rapport: NationaalRapport) -> Grafiek | None:
    """How many expectations wait for an answer, by party: the last column of the table of the report."""
    table = next((one for one in _blocks(rapport) if isinstance(one, Tabel) and one.sleutel == _WAITING), None)
    rows = [row for row in table.rijen[:-1] if isinstance(row[-1].waarde, int)] if table else []
    if not rows:
        return None
    labels = tuple(str(row[0].waarde) for row in rows)
    numbers = tuple(row[-1].waarde for row in rows if isinstance(row[-1].waarde, int))
    told = ", ".join(f"{label}: {number}" for label, number in zip(labels, numbers, strict=True))
    titel = "Verwachtingen zonder antwoord, per partij"
    return Grafiek(_WAITING, titel, labels, (Reeks("Zonder antwoord", numbers),), f"Staafdiagram. {titel}. {told}.")


def _blocks(rapport: NationaalRapport) -> Iterator[object]:
    return (blok for one in rapport.all_chapters() for blok in one.blokken if not is_silent(blok))


def _subjects(rapport: NationaalRapport) -> Iterator[Dia]:
    """While no message was chosen: the charts of the report, each under the heading of its chapter."""
    for sleutel in ("acties", "doel", "successen", "lessen"):
        chapter = chapter_of(rapport, sleutel)
        charts = [one for one in chapter.blokken if isinstance(one, Grafiek)] if chapter else []
        if chapter and charts:
            noten = (*_definitions(rapport, (chapter.kop.delen,)), charts[0].alt)
            yield Dia(heading_of(chapter), beeld=charts[0], noten=noten)
    waiting, chapter = _waiting(rapport), chapter_of(rapport, _WAITING)
    if waiting and chapter:
        yield Dia(heading_of(chapter), beeld=waiting, noten=(*_definitions(rapport, (chapter.kop.delen,)), waiting.alt))


def _requests(messages: Sequence[Boodschap]) -> tuple[Dia, ...]:
    asked = [(in_words(one.wat_nu), one.verzoek.removeprefix("Gevraagd ")) for one in messages if one.wat_nu]
    if not asked:
        return ()
    alt = "Tabel: wat wordt gevraagd, en van wie."
    tabel = Diatabel(("Verzoek", "Aan wie, en wanneer"), tuple(asked[:MOST_REQUESTS]), (62, 38), "Verzoeken", alt)
    return (Dia("Verzoeken en beslispunten", tabel=tabel),)


def _next(rapport: NationaalRapport) -> Dia:
    chapter = chapter_of(rapport, VOORUITBLIK)
    said = [zin for zin in sentences_of(chapter) if zin.sleutel in _NEXT]
    noten = _definitions(rapport, [one.delen for one in said])
    return Dia("Wat er nu gebeurt", punten=tuple(one.tekst for one in said), noten=noten)


_NEXT = ("vooruitblik_verwachtingen", "vooruitblik_vervolg")


# --- notes


def _definitions(rapport: NationaalRapport, texts: Iterable[Sequence[Deel]]) -> tuple[str, ...]:
    """What each number on the slide counts."""
    cells = [Cel(None, deel.sleutel) for text in texts for deel in text if deel.sleutel]
    return _explained(rapport, cells)


def _explained(rapport: NationaalRapport, cells: Iterable[Cel]) -> tuple[str, ...]:
    waarden = [rapport.waarden[one.sleutel] for one in cells if one.sleutel in rapport.waarden]
    told = [f"{one.tekst}: {one.uitleg}" for one in waarden if one.aantal is not None]
    return tuple(dict.fromkeys(told))
