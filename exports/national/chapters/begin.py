"""The messages, the summary, and chapters 1 and 2: why there is a regioaanpak, and who answered."""

from __future__ import annotations

from exports.national.counting.own import asks_only_own
from exports.national.sentences.begin import MAATREGELEN
from exports.national.tree import Blok, Hoofdstuk, Lijst, Punt, Tabel
from exports.national.writer import ReportWriter


def messages(s: ReportWriter) -> Hoofdstuk | None:
    """The second page: the boxes that the coördinator chose, and nothing else. None while there are none."""
    naam = "Kernboodschappen"
    if not s.boxes():
        return None
    return Hoofdstuk("kernboodschappen", naam, s.heading("kernboodschappen", naam), blokken=s.boxes())


def summary(s: ReportWriter) -> Hoofdstuk | None:
    """Five to seven sentences; fewer when nobody answered.

    A report with messages needs no summary: None then, unless a person wrote in it.
    """
    if s.boxes() and not s.is_edited("samenvatting"):
        return None
    return _chapter(s, "samenvatting", "Managementsamenvatting", s.sentences("samenvatting"))


def background(s: ReportWriter) -> Hoofdstuk:
    """The facts of the programme; they do not change with the round."""
    zinnen = s.sentences("aanleiding")
    maatregelen = Lijst(tuple(map(Punt, MAATREGELEN)), genummerd=True)
    # The list belongs under the sentence that announces it, also when a sentence before it was left out.
    place = next((i for i, zin in enumerate(zinnen, 1) if zin.sleutel == "aanleiding_afspraken"), len(zinnen))
    blokken: tuple[Blok, ...] = (*zinnen[:place], maatregelen, *zinnen[place:])
    return _chapter(s, "aanleiding", "Aanleiding en afspraken", blokken)


def process(s: ReportWriter) -> Hoofdstuk:
    """How the round went, and who did not answer, by name."""
    vooraf = ("proces_uitvraag", "proces_peilmoment", "proces_vorige")
    # Plans are no part of a round that asks only its own questions.
    zonder = ("proces_plannen", "proces_zonder_plan") if asks_only_own(s.data) else ()
    zinnen = tuple(zin for zin in s.sentences("proces") if zin.sleutel not in zonder)
    before = tuple(zin for zin in zinnen if zin.sleutel in vooraf)
    after = tuple(zin for zin in zinnen if zin.sleutel not in vooraf)
    return _chapter(s, "proces", "Proces en respons", (*before, _response(s), *after))


def _response(s: ReportWriter) -> Tabel:
    return s.table(
        "respons",
        "Respons op de uitvraag, in aantal regio’s",
        ("Regio’s", "Deze ronde"),
        (
            ("Beantwoord", "geantwoord"),
            ("Niet beantwoord", "niet_beantwoord"),
            # Who gets no part of a round for some regions does not add up to those that it asked.
            *(() if s.for_some else (("Niet gevraagd", "niet_gevraagd"),)),
            s.all_regions,
        ),
    )


def _chapter(s: ReportWriter, sleutel: str, naam: str, blokken: tuple[Blok, ...]) -> Hoofdstuk:
    return Hoofdstuk(sleutel, naam, s.heading(sleutel, naam), blokken=(*blokken, s.own_text(sleutel)))
