"""Living values that only a report over several rounds has: which rounds, and what earlier ones asked by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exports.national.choices import choices_of
from exports.national.counting import own, regions
from exports.national.counting.actions import how_it_goes
from exports.national.counting.asked import counted, counted_regions
from exports.national.counting.regions import chosen_by
from exports.national.counting.rounds import short_names
from exports.national.counting.said import is_national
from exports.national.counting.same import of_regions, same_regions
from exports.national.counting.tally import (
    DOEL,
    Tally,
    by_key,
    closed_questions,
    names_in_words,
    own_prefix,
    visible_codes,
    worded,
)
from exports.national.data import ActieBeeld, Beeld, RapportData, RondeBeeld, Stand
from exports.national.span import of_round
from exports.national.tree import Aard, Waarde
from forms.counted import ActieStatus, Doel

UITVRAGEN, EERSTE, BEIDE = "uitvragen_namen", "uitvragen_eerste", "uitvragen_beide"
DOEL_TOEN, DOEL_NU = "uitvragen_doel_ja_toen", "uitvragen_doel_ja_nu"
AFGEROND_TOEN, AFGEROND_NU = "uitvragen_afgerond_toen", "uitvragen_afgerond_nu"
ONGELEZEN = "uitvragen_niet_gecodeerd"
_TEXTS = ("successen", "lessen", "verwachtingen", "redenen")


def span(data: RapportData) -> dict[str, Waarde]:
    """The rounds that the report is about; nothing for a report of one round."""
    if not data.reeks:
        return {}
    rondes = [one.beeld.ronde for one in data.reeks]
    names = short_names(rondes)
    uitleg = "De uitvragen waarover deze rapportage gaat, de oudste eerst."
    return {
        **by_key(
            worded(UITVRAGEN, uitleg, names_in_words([names[one.id] for one in rondes])),
            worded(EERSTE, "De eerste van deze uitvragen.", rondes[0].naam),
            _unread(data),
        ),
        **_first_and_last(data),
    }


def _unread(data: RapportData) -> Waarde:
    beeld = data.beeld
    tally = replace(_tally(data, beeld), aard=Aard.EENMALIG)
    texts = [one for soort in _TEXTS for one in beeld.said(soort) if not one.gecodeerd and is_national(one)]
    codes = {code for one in texts for code in one.regios}
    regios = tuple(one.code for one in beeld.regios if one.code in codes)
    return tally.value(ONGELEZEN, "Teksten uit deze uitvragen die nog niet zijn ingedeeld.", len(texts), regios)


def _first_and_last(data: RapportData) -> dict[str, Waarde]:
    """The first round and the last, over the regions that answered both; nothing of what one of them did not ask."""
    first, last = data.reeks[0].beeld, data.reeks[-1].beeld
    both = same_regions(last, first)
    then, now = of_regions(first, both), of_regions(last, both)
    uitleg = "Regio’s die in de eerste en in de laatste van deze uitvragen antwoordden."
    once = replace(_tally(data, now), aard=Aard.EENMALIG)
    values = by_key(once.regions(BEIDE, uitleg, now.regios))
    vraag = next((one for one in closed_questions(data.vragen) if one.prefix == DOEL), None)
    if vraag and all(any(one.keuzes.get(vraag.key) for one in beeld.regios) for beeld in (then, now)):
        for key, beeld, wanneer in ((DOEL_TOEN, then, "eerste"), (DOEL_NU, now, "laatste")):
            chose = [one for one in beeld.regios if Doel.JA in chosen_by(one, vraag.key)]
            uitleg = f"Van hen: regio’s die in de {wanneer} uitvraag verwachtten de doelstelling te halen."
            values |= by_key(once.regions(key, uitleg, chose))
    if all(any(one.status for one in beeld.acties) for beeld in (then, now)):
        for key, beeld, wanneer in ((AFGEROND_TOEN, then, "eerste"), (AFGEROND_NU, now, "laatste")):
            done = [one for one in beeld.acties if how_it_goes(one) == ActieStatus.AFGEROND]
            uitleg = f"Van hen: acties die in de {wanneer} uitvraag waren afgerond."
            values |= by_key(once.value(key, uitleg, len(done), _behind(beeld, done)))
    return values


def _behind(beeld: Beeld, acties: Sequence[ActieBeeld]) -> tuple[str, ...]:
    codes = {code for one in acties for code in one.regios}
    return tuple(one.code for one in beeld.regios if one.code in codes)


def _tally(data: RapportData, beeld: Beeld) -> Tally:
    return Tally.of(beeld, visible_codes(data.codes, beeld), choices_of(data))


def earlier_questions(data: RapportData) -> Iterator[tuple[RondeBeeld, RapportData]]:
    """The earlier rounds of a span with the own questions that no later one of them asked, as data of that round."""
    for place, one in enumerate(data.reeks[:-1]):
        later = {vraag.key for other in data.reeks[place + 1 :] for vraag in other.vragen}
        found = of_round(data, one)
        vragen = tuple(vraag for vraag in found.vragen if vraag.key not in later)
        if vragen:
            yield one, replace(found, vragen=vragen)


def own_questions(data: RapportData) -> dict[str, Waarde]:
    """What those questions were answered, counted in their round, and of how many regions that asked."""
    values: dict[str, Waarde] = {}
    for one, then in earlier_questions(data):
        beeld = counted(then.beeld)
        tally = _tally(data, beeld)
        values |= own.own(tally, then.vragen)
        values |= {
            key: replace(found, aard=Aard.EENMALIG) for key, found in regions.choices(tally, then.vragen).items()
        }
        gevraagd = [regio for regio in counted_regions(then.beeld) if regio.stand is not Stand.NIET_GEVRAAGD]
        for vraag in then.vragen:
            key, naam = own_prefix(vraag), one.beeld.ronde.naam
            uitleg = f"Regio’s die de vraag “{vraag.label}” kregen."
            values |= by_key(
                replace(tally.regions(f"{key}_gevraagd", uitleg, gevraagd), aard=Aard.EENMALIG),
                worded(f"{key}_ronde", "De uitvraag waarin deze vraag stond.", naam),
            )
    return values
