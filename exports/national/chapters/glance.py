"""Nederland in één blik: five numbers with their change, the map, and how actions went over all rounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exports.look.status import NIET_GEVRAAGD, ZONDER_ANTWOORD, in_order
from exports.national.counting.actions import how_it_goes, statuses
from exports.national.counting.asked import RONDES_ANDERS
from exports.national.counting.regions import chosen_by, offered
from exports.national.counting.rounds import Both, Count, short_names, told_rounds
from exports.national.counting.same import ZELFDE
from exports.national.counting.tally import AFSTEMMING, DOEL, ClosedQuestion, closed_questions, names_in_words
from exports.national.data import Beeld, RegioBeeld, Stand
from exports.national.sentences.phrases import FEW_REGIONS
from exports.national.tree import Blok, Cijfer, Cijfers, Hoofdstuk, Kaart, Legenda, Lijn, Lijngrafiek, Tegel
from exports.national.writer import ReportWriter
from forms.counted import ActieStatus, Afstemming, Doel
from forms.dutch.numbers import dutch_number
from forms.dutch.words import counted, one_or_many

_MAP_SOURCE = "Wat elke zorgkantoorregio zelf antwoordde op de vraag of zij de doelstelling verwacht te halen."
_WORDEN = {ZONDER_ANTWOORD: "geen antwoord", NIET_GEVRAAGD: "niet gevraagd"}


def glance(s: ReportWriter) -> Hoofdstuk | None:
    """The first thing to look at; None while nobody answered."""
    if not s.n("geantwoord"):
        return None
    naam = "Nederland in één blik"
    blokken: tuple[Blok, ...] = (*_numbers(s), *_map(s), *_lines(s), s.own_text("blik"))
    return Hoofdstuk("blik", naam, s.heading("blik", naam), blokken=blokken)


# --- numbers


def _numbers(s: ReportWriter) -> Iterator[Cijfers]:
    both = Both.of(s.data)
    rows = tuple(one for one in _each(s, both) if one.cel.waarde is not None)
    if rows:
        yield Cijfers(rows, _over_whom(s, both))


def _each(s: ReportWriter, both: Both | None) -> Iterator[Cijfer]:
    regios = f"van de {s.n('regios')} {'gevraagde ' if s.for_some else ''}regio’s"
    acties = f"van de {dutch_number(s.n('acties'))} acties"
    antwoordden = one_or_many(s.n("geantwoord"), "antwoordde", "antwoordden")
    yield Cijfer(s.cell("geantwoord"), regios, antwoordden, _response_then(s))
    yield _chosen(s, both, DOEL, Doel.JA, regios, ("verwacht", "verwachten", "de doelstelling te halen"))
    yield _chosen(s, both, AFSTEMMING, Afstemming.VAST_OVERLEG, regios, ("heeft", "hebben", "een vast overleg"))
    if s.n("acties_bekend"):
        yield _action(s, both, ActieStatus.AFGEROND, acties, "is afgerond", "zijn afgerond")
        yield _action(s, both, ActieStatus.AANDACHT, acties, "vraagt aandacht", "vragen aandacht")


def _response_then(s: ReportWriter) -> str:
    before = s.waarden["geantwoord"].vorige
    return "" if before is None else f"vorige ronde {before}"


def _chosen(
    s: ReportWriter, both: Both | None, prefix: str, keuze: str, van: str, words: tuple[str, str, str]
) -> Cijfer:
    key, (een, meer, wat) = f"{prefix}_{keuze}", words
    asked = _question(s, prefix)

    def count(beeld: Beeld) -> int:
        return sum(keuze in chosen_by(one, asked.key) for one in beeld.regios) if asked else 0

    comparable = s.has(f"{ZELFDE}{key}")
    return Cijfer(s.cell(key), van, f"{one_or_many(s.n(key), een, meer)} {wat}", _change(both, count, comparable))


def _action(s: ReportWriter, both: Both | None, status: ActieStatus, van: str, een: str, meer: str) -> Cijfer:
    key = f"acties_{status}"

    def count(beeld: Beeld) -> int:
        return sum(how_it_goes(one) == status for one in beeld.acties)

    comparable = s.has(f"{ZELFDE}{key}")
    return Cijfer(s.cell(key), van, one_or_many(s.n(key), een, meer), _change(both, count, comparable))


def _change(both: Both | None, count: Count, comparable: bool) -> str:
    """ "van 17 naar 44"; over the regions that answered both."""
    if both is None or not comparable:
        return ""
    toen, nu = both.change(count)
    return "gelijk gebleven" if toen == nu else f"van {dutch_number(toen)} naar {dutch_number(nu)}"


def _over_whom(s: ReportWriter, both: Both | None) -> str:
    if both is None or s.data.vorige is None:
        return ""
    wie = (
        f"de {both.regios} regio’s die toen en nu antwoordden"
        if both.regios > 1
        else "de regio die twee keer antwoordde"
    )
    few = f" Dat zijn er minder dan {FEW_REGIONS}: zij zeggen weinig over heel Nederland."
    weinig = few if both.regios < FEW_REGIONS else ""
    return f"Veranderingen sinds “{s.data.vorige.ronde.naam}” gaan alleen over {wie}.{weinig}"


# --- the map


def _question(s: ReportWriter, prefix: str) -> ClosedQuestion | None:
    return next((one for one in closed_questions(s.data.vragen) if one.prefix == prefix), None)


def _map(s: ReportWriter) -> Iterator[Kaart]:
    """What each region expects of the goal; nothing when that was not asked, or no region has a place."""
    asked = _question(s, DOEL)
    regios = [one for one in s.data.beeld.regios if one.tegel]
    if asked is None or not regios:
        return
    words = {one.key: one.label[:1].lower() + one.label[1:] for one in offered(asked, s.data.beeld)} | _WORDEN
    left, top = min(one.tegel[0] for one in regios if one.tegel), min(one.tegel[1] for one in regios if one.tegel)
    tegels = tuple(_tile(one, asked, words, left, top) for one in regios)
    counts = Counter(one.status for one in tegels)
    legenda = tuple(Legenda(key, words[key], counts[key]) for key in words if counts[key])
    ja = s.n(f"{DOEL}_{Doel.JA}")
    titel = f"{counted(ja, 'regio', 'regio’s')} {one_or_many(ja, 'verwacht', 'verwachten')} de doelstelling te halen"
    yield Kaart("doel", titel, tegels, legenda, _map_in_words(tegels, words), _MAP_SOURCE)


def _tile(regio: RegioBeeld, asked: ClosedQuestion, words: dict[str, str], left: int, top: int) -> Tegel:
    column, row = regio.tegel or (left, top)
    key = _answer(regio, asked)
    return Tegel(regio.naam, column - left, row - top, key, words[key])


def _answer(regio: RegioBeeld, asked: ClosedQuestion) -> str:
    if regio.stand is Stand.NIET_GEVRAAGD:
        return NIET_GEVRAAGD
    return next(iter(chosen_by(regio, asked.key)), ZONDER_ANTWOORD)


def _map_in_words(tegels: tuple[Tegel, ...], words: dict[str, str]) -> str:
    told = []
    for key, word in words.items():
        namen = [one.naam for one in tegels if one.status == key]
        if namen:
            told.append(f"{word[:1].upper()}{word[1:]} ({len(namen)}): {names_in_words(namen)}.")
    return f"Kaart van Nederland met een tegel per zorgkantoorregio. {' '.join(told)}"


# --- the lines


def _lines(s: ReportWriter) -> Iterator[Lijngrafiek]:
    """A line per status over all rounds that told it; nothing while there is one such round."""
    per_ronde = told_rounds(s.data)
    if len(per_ronde) < 2:
        return
    labels = {one.key: one.label for one in statuses(s.tally)}
    keys = in_order([key for key in labels if any(found[key] for found in per_ronde.values())])
    lijnen = tuple(Lijn(labels[key], tuple(found[key] for found in per_ronde.values()), key) for key in keys)
    namen = short_names([one for one in s.data.rondes if one.id in per_ronde])
    momenten = tuple(namen[one] for one in per_ronde)
    told = "; ".join(f"{one.naam}: {', '.join(map(str, one.waarden))}" for one in lijnen)
    yield Lijngrafiek(
        "acties_rondes",
        _lines_title(lijnen, momenten),
        momenten,
        lijnen,
        f"Lijndiagram: aantal acties per status in {names_in_words(momenten)}. {told}.",
        f"Aantal acties waarvan de regio de status gaf. Niet in elke ronde antwoordden dezelfde regio’s.{_others(s)}",
    )


def _others(s: ReportWriter) -> str:
    """Which rounds do not stand in the lines, because they asked other regions."""
    if not s.has(RONDES_ANDERS):
        return ""
    return f" Niet getekend, want zo’n uitvraag ging naar andere regio’s: {s.waarden[RONDES_ANDERS].tekst}."


def _lines_title(lijnen: tuple[Lijn, ...], momenten: tuple[str, ...]) -> str:
    done = next((one for one in lijnen if one.status == ActieStatus.AFGEROND), None)
    if done is None:
        return "Acties naar status in alle rondes"
    return f"Afgeronde acties: {done.waarden[0]} in {momenten[0]}, {done.waarden[-1]} in {momenten[-1]}"
