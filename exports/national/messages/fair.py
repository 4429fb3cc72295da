"""Fair words: twelve rules for what a report says, and the texts in it that break one. A person decides; these point.

Source: the report we want, "Fair words". Each rule looks at one text with its living values and gives the sentence that
says what to look at, or "". What a text of ours can't do wrong by how it is made (a region's name with a quote) has its
rule where it is made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from exports.national.sentences.phrases import FEW_REGIONS
from exports.national.tree import VORIGE, Boodschap, Deel, EigenTekst, Hoofdstuk, Lijst, NationaalRapport, Waarde, Zin

# Under so many clients a figure is "<5".
THRESHOLD = 5


class TekstSoort(StrEnum):
    """What a text is: rules differ for a heading, what a person typed, and what a region wrote."""

    KOP = "kop"
    ZIN = "zin"
    BOODSCHAP = "boodschap"
    EIGEN = "eigen"
    CITAAT = "citaat"


@dataclass(frozen=True)
class Gezegd:
    """One text of the report: in which chapter, what it is, its pieces. `getypt`: a person wrote it."""

    hoofdstuk: str
    naam: str
    soort: TekstSoort
    delen: tuple[Deel, ...]
    getypt: bool = False
    sleutel: str = ""

    @property
    def tekst(self) -> str:
        """As printed."""
        return "".join(deel.tekst for deel in self.delen)

    @property
    def tokens(self) -> frozenset[str]:
        """The living values in it."""
        return frozenset(deel.sleutel for deel in self.delen if deel.sleutel)

    @property
    def getypte_woorden(self) -> str:
        """What was typed around the living values; each of those is a dash."""
        return _POINT.sub("", "".join("–" if deel.sleutel else deel.tekst for deel in self.delen))

    @property
    def is_headline(self) -> bool:
        """True for what a reader takes home: a heading or a message."""
        return self.soort in (TekstSoort.KOP, TekstSoort.BOODSCHAP)


@dataclass(frozen=True)
class Aandachtspunt:
    """A text that needs a second look: which rule, and why."""

    regel: str
    gezegd: Gezegd
    uitleg: str


Waarden = Mapping[str, Waarde]
Rule = Callable[[Gezegd, Waarden], str]
_JA_OF_DEELS = re.compile(
    r"(helemaal|geheel|ja) (of|en) (deels|gedeeltelijk)|(deels|gedeeltelijk) of (helemaal|geheel)", re.I
)
_OORZAAK = re.compile(
    r"dankzij|(door|als gevolg van|het gevolg van|effect van|resultaat van) (de |deze |onze )?(regio)?aanpak"
    r"|(heeft|hebben) (er)?(toe )?geleid tot|heeft gezorgd voor",
    re.I,
)
_NIET_TOE = re.compile(r"aandeel van de regioaanpak|niet aan de regioaanpak|niet bekend of dit door", re.I)
_DALING = re.compile(r"daling van de instroom|instroom (daalt|daalde|is gedaald)|minder instroom", re.I)
_BEIDE = re.compile(r"beide keren|beide rondes|ook de vorige|toen en nu antwoordden", re.I)
_WEINIG = re.compile(r"minder dan 20|weinig regio", re.I)
_CLIENTEN = r"(cliënt(en)?|mensen|personen|jongeren|jongvolwassenen|bewoners|inwoners|indicaties|aanvragen|patiënten)"
_KLEIN = re.compile(rf"(?<![\d.,])[1-{THRESHOLD - 1}] (nieuwe |extra )?{_CLIENTEN}\b", re.I)
# A year, a date, a quarter, a law or a number of a list is no count.
_MAAND = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_GETAL = re.compile(rf"(?<![\w.,-])(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)*(?![\w-])(?!\s*(?:{_MAAND})\b)")
# The number of a point in a list.
_POINT = re.compile(r"^\s*\d+[.)] ", re.M)
_LANDELIJK = frozenset({"100", "240", "300", "40", "18", "26", "27"})
_TELWOORDEN = {
    "acties": re.compile(r"^\s*(acties?)\b", re.I),
    "successen": re.compile(r"^\s*(succes(sen)?)\b", re.I),
    "lessen": re.compile(r"^\s*(les(sen)?)\b", re.I),
    "verwachtingen": re.compile(r"^\s*(verwachting(en)?)\b", re.I),
}
_REGIO = re.compile(r"^\s*(van de \d+ )?(zorgkantoor)?regio’?'?s?\b", re.I)


def ja_and_deels(gezegd: Gezegd, _: Waarden) -> str:
    """1. Ja and deels are never one number in a heading or message."""
    if gezegd.is_headline and ("doel_ja_of_deels" in gezegd.tokens or _JA_OF_DEELS.search(gezegd.tekst)):
        return "“Ja” en “deels” staan hier in één getal. Noem ze apart: {doel_ja} en {doel_deels}."
    return ""


def over_the_same_regions(gezegd: Gezegd, waarden: Waarden) -> str:
    """2. A change is told over the regions that answered both rounds, and says when they are few."""
    tokens = [waarden[one] for one in gezegd.tokens if one in waarden]
    earlier = [one for one in tokens if one.van_vorige_ronde and not _is_response(one)]
    if not earlier:
        return ""
    if not _BEIDE.search(gezegd.tekst):
        return "Deze vergelijking zegt niet over welke regio’s zij gaat. Vergelijk regio’s die beide keren antwoordden."
    few = waarden.get("zelfde_regios")
    if few and (few.aantal or 0) < FEW_REGIONS and not _WEINIG.search(gezegd.tekst):
        return f"De vergelijking gaat over {few.tekst} regio’s. Zeg dat het er minder dan {FEW_REGIONS} zijn."
    return ""


def _is_response(waarde: Waarde) -> bool:
    """How many answered, or have a plan, is told of all regions: there is nothing else to compare."""
    return not (waarde.vraag or waarde.soort)


def counts_what_it_names(gezegd: Gezegd, waarden: Waarden) -> str:
    """3. What is counted is what is named: lessons, regions, actions."""
    for deel, following in zip(gezegd.delen, gezegd.delen[1:], strict=False):
        waarde = waarden.get(deel.sleutel)
        if waarde is None or waarde.aantal is None or waarde.van_vorige_ronde:
            continue
        of_regions = bool(waarde.regios_van) or not waarde.soort
        named = next((soort for soort, words in _TELWOORDEN.items() if words.match(following.tekst)), "")
        if named and of_regions and waarde.regios:
            return f"“{deel.tekst}” telt regio’s, en de tekst noemt {named}."
        if waarde.soort and not of_regions and _REGIO.match(following.tekst):
            return f"“{deel.tekst}” telt {waarde.soort}, en de tekst noemt regio’s."
    return ""


def ties_are_told(gezegd: Gezegd, waarden: Waarden) -> str:
    """4. Ties are told as ties; a difference of one is no headline."""
    if not gezegd.is_headline:
        return ""
    for first, second, number in _rankings(waarden):
        if first not in gezegd.tokens or second in gezegd.tokens or number[1] is None:
            continue
        if number[0] == number[1]:
            return f"“{waarden[first].tekst}” staat gelijk met “{waarden[second].tekst}”. Noem ze allebei."
        if number[0] - number[1] == 1:
            return f"“{waarden[first].tekst}” heeft één regio meer dan “{waarden[second].tekst}”. Dat is geen kop."
    return _change_of_one(gezegd, waarden)


def _rankings(waarden: Waarden) -> Iterator[tuple[str, str, tuple[int, int | None]]]:
    for soort in ("successen", "lessen", "verwachtingen", "redenen", "redenen_aandacht"):
        first, second = f"{soort}_eerste", f"{soort}_tweede"
        if first in waarden and second in waarden:
            numbers = [waarden[f"{one}_regios"].aantal for one in (first, second)]
            yield first, second, (numbers[0] or 0, numbers[1])


def _change_of_one(gezegd: Gezegd, waarden: Waarden) -> str:
    if gezegd.soort is not TekstSoort.KOP:
        return ""
    for token in gezegd.tokens:
        waarde = waarden.get(token)
        if waarde and f"{token}{VORIGE}" in gezegd.tokens and abs(waarde.verschil or 0) == 1:
            return "Het verschil met de vorige ronde is één. Dat is geen kop."
    return ""


def none_fits_is_told(gezegd: Gezegd, waarden: Waarden) -> str:
    """5. When “geen thema past” is the largest group, that is said."""
    if not gezegd.is_headline:
        return ""
    for soort in ("successen", "lessen", "verwachtingen", "redenen"):
        first, none = waarden.get(f"{soort}_eerste_regios"), waarden.get(f"{soort}_zonder_thema_regios")
        if f"{soort}_eerste" not in gezegd.tokens or first is None or none is None:
            continue
        told = {none.sleutel, f"{soort}_zonder_thema"} & gezegd.tokens
        if (none.aantal or 0) > (first.aantal or 0) and not told:
            return f"Bij {none.tekst} regio’s past geen thema. Dat is de grootste groep: zeg dat erbij."
    return ""


def nothing_is_ascribed(gezegd: Gezegd, _: Waarden) -> str:
    """6. Nothing is ascribed to the regioaanpak."""
    found = _OORZAAK.search(gezegd.getypte_woorden) if gezegd.getypt else None
    if found is None or _NIET_TOE.search(gezegd.tekst):
        return ""
    return f"“{found[0]}” zegt wat de oorzaak is. Dat weten wij niet: zeg wat u ziet, en wat regio’s ervan zeggen."


def inflow_is_not_ours(gezegd: Gezegd, _: Waarden) -> str:
    """7. Daling van de instroom carries the sentence that the share of the regioaanpak is not known."""
    if not gezegd.getypt or not _DALING.search(gezegd.tekst) or _NIET_TOE.search(gezegd.tekst):
        return ""
    return "Zeg erbij dat niet bekend is welk aandeel van de regioaanpak in de daling is."


def silence_is_no_nee(gezegd: Gezegd, waarden: Waarden) -> str:
    """8. Non-response is never counted as “nee”."""
    if not _tokens_ending(gezegd, waarden, ("niet_beantwoord", "doel_zonder_antwoord", "afstemming_zonder_antwoord")):
        return ""
    if "nee" in re.findall(r"\w+", gezegd.tekst.casefold()) and "niet als" not in gezegd.tekst:
        return "Wie niet antwoordde, zei geen “nee”. Noem die twee apart."
    return ""


def not_asked_is_not_unanswered(gezegd: Gezegd, waarden: Waarden) -> str:
    """9. Niet gevraagd, niet beantwoord and nought are three things."""
    asked = _tokens_ending(gezegd, waarden, ("niet_gevraagd", "doel_niet_gevraagd", "afstemming_niet_gevraagd"))
    if asked and re.search(r"niet (ge|be)?antwoord", gezegd.tekst, re.I):
        return "Een regio die de vraag niet kreeg, heeft niet “niet geantwoord”. Noem die twee apart."
    return ""


def _tokens_ending(gezegd: Gezegd, waarden: Waarden, keys: tuple[str, ...]) -> bool:
    return any(key in gezegd.tokens and key in waarden for key in keys)


_TYPED = f"Schrijf “minder dan {THRESHOLD}”, of kies andere woorden."
# Words of a region are not ours to change.
_QUOTED = "Dit schreef een regio. Kies een ander citaat, of stuur haar antwoorden terug met de vraag dit te veranderen."


def small_numbers_of_clients(gezegd: Gezegd, _: Waarden) -> str:
    """10. Numbers of clients under the threshold are “<5”, also in typed quotes."""
    if not gezegd.getypt and gezegd.soort is not TekstSoort.CITAAT:
        return ""
    found = _KLEIN.search(gezegd.getypte_woorden)
    return f"“{found[0]}” kan tot personen leiden. {_TYPED if gezegd.getypt else _QUOTED}" if found else ""


def typed_figures(gezegd: Gezegd, _: Waarden) -> str:
    """A figure typed by hand does not follow the answers."""
    if not gezegd.getypt or gezegd.soort is TekstSoort.CITAAT:
        return ""
    found = [one[0] for one in _GETAL.finditer(gezegd.getypte_woorden) if one[0] not in _LANDELIJK]
    return (
        f"Het getal {found[0]} is getypt en verandert niet mee. Gebruik zo mogelijk de naam van een getal."
        if found
        else ""
    )


RULES: dict[str, Rule] = {
    "ja en deels apart": ja_and_deels,
    "dezelfde regio’s": over_the_same_regions,
    "wat is geteld": counts_what_it_names,
    "gelijke stand": ties_are_told,
    "geen thema past": none_fits_is_told,
    "geen oorzaak": nothing_is_ascribed,
    "daling van de instroom": inflow_is_not_ours,
    "stilte is geen nee": silence_is_no_nee,
    "niet gevraagd": not_asked_is_not_unanswered,
    "kleine aantallen": small_numbers_of_clients,
    "getypt getal": typed_figures,
}


def unfair(rapport: NationaalRapport) -> tuple[Aandachtspunt, ...]:
    """Every text of a report that breaks a rule, in the order of the report."""
    return tuple(one for gezegd in said_in(rapport) for one in looked_at(gezegd, rapport.waarden))


def looked_at(gezegd: Gezegd, waarden: Waarden) -> Iterator[Aandachtspunt]:
    """What the rules say of one text."""
    for naam, rule in RULES.items():
        if uitleg := rule(gezegd, waarden):
            yield Aandachtspunt(naam, gezegd, uitleg)


def said_in(rapport: NationaalRapport) -> Iterator[Gezegd]:
    """Every text of the report that a reader takes for its own words, and the quotes in it."""
    for hoofdstuk in rapport.all_chapters():
        yield _of_sentence(hoofdstuk, hoofdstuk.kop, TekstSoort.KOP)
        for blok in hoofdstuk.blokken:
            yield from _of_block(hoofdstuk, blok)


def _of_block(hoofdstuk: Hoofdstuk, blok: object) -> Iterator[Gezegd]:
    if isinstance(blok, Zin) and not blok.weggelaten:
        yield _of_sentence(hoofdstuk, blok, TekstSoort.ZIN)
    elif isinstance(blok, Boodschap):
        kind = TekstSoort.BOODSCHAP if blok.kader else TekstSoort.ZIN
        yield Gezegd(hoofdstuk.sleutel, hoofdstuk.naam, kind, blok.bevinding, True, blok.sleutel)
        for part in filter(None, (blok.waarom, blok.wat_nu)):
            yield Gezegd(hoofdstuk.sleutel, hoofdstuk.naam, TekstSoort.ZIN, part, True, blok.sleutel)
    elif isinstance(blok, EigenTekst) and blok.tekst:
        yield Gezegd(hoofdstuk.sleutel, hoofdstuk.naam, TekstSoort.EIGEN, (Deel(blok.tekst),), True, blok.hoofdstuk)
    elif isinstance(blok, Lijst):
        for punt in blok.punten:
            yield Gezegd(hoofdstuk.sleutel, hoofdstuk.naam, TekstSoort.CITAAT, (Deel(punt.tekst),))


def _of_sentence(hoofdstuk: Hoofdstuk, zin: Zin, soort: TekstSoort) -> Gezegd:
    return Gezegd(hoofdstuk.sleutel, hoofdstuk.naam, soort, zin.delen, zin.bewerkt, zin.sleutel)
