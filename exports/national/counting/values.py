"""All living values of a report: every number in it, this round and the one before counted by the same functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exports.national.choices import choices_of
from exports.national.counting import (
    actions,
    goals,
    inflow,
    over_rounds,
    own,
    reasons,
    regions,
    said,
    same,
    standings,
    twice,
    waiting,
)
from exports.national.counting.asked import NIET_GESTELD, RONDES_ANDERS, same_regions_asked, told_otherwise
from exports.national.counting.tally import (
    CodedText,
    Tally,
    by_key,
    closed_questions,
    is_asked,
    visible_codes,
    worded,
)
from exports.national.data import Beeld, CodeBeeld, RapportData, Stand, Vraag
from exports.national.tree import Aard, Waarde
from forms.dutch.dates import day_short, moment_on_paper
from forms.dutch.words import listed

UITVRAAG_OPEN = "uitvraag_open"
EERDER_GESLOTEN = "eerder_gesloten"
_GEZEGD = (said.SUCCESSEN, said.LESSEN)
_SOORTEN = (actions.SOORT, *_GEZEGD, said.VERWACHTINGEN)


def living_values(data: RapportData) -> dict[str, Waarde]:
    """Every living value by its token.

    A number that can be compared has `vorige`, and its twin "…_vorige" is that number as a token of its own; not when
    the round before asked other regions. A count of something that this round did not ask has no value at all.
    """
    codes = visible_codes(data.codes, data.beeld)
    keuzes = choices_of(data)
    now = _counted(Tally.of(data.beeld, codes, keuzes), data.vragen)
    before = (
        _comparable(Tally.of(data.vorige, codes, keuzes), data.vragen)
        if data.vorige and same_regions_asked(data.beeld, data.vorige)
        else {}
    )
    counted: dict[str, Waarde] = {}
    for key, waarde in now.items():
        earlier = before.get(key)
        if earlier is None or earlier.aantal is None or waarde.aantal is None or _is_over_rounds(data, waarde):
            counted[key] = waarde
            continue
        counted[key] = replace(waarde, vorige=earlier.aantal)
        counted[waarde.sleutel_vorige] = _twin(earlier)
    if data.vorige and not data.reeks:
        counted |= reasons.compared(Tally.of(data.beeld, codes, keuzes), Tally.of(data.vorige, codes, keuzes), counted)
    both = {key: one for key, one in _over_both(data, codes).items() if not _is_over_rounds(data, one)}
    told = {**counted, **both, **goals.together(data), **waiting.two_rounds(data), **twice.totals(data)}
    told |= inflow.inflow(data)
    told |= standings.standings(data) | standings.over_both(data)
    return _facts(data) | told | over_rounds.span(data) | over_rounds.own_questions(data)


def _is_over_rounds(data: RapportData, waarde: Waarde) -> bool:
    """True for texts of several rounds: the round before has no such number."""
    return bool(data.reeks) and waarde.vraag in (*_GEZEGD, said.VERWACHTINGEN, reasons.REDENEN)


def _over_both(data: RapportData, codes: tuple[CodeBeeld, ...]) -> dict[str, Waarde]:
    """This round and the one before, over the regions that answered both."""
    if data.vorige is None:
        return {}
    keuzes = choices_of(data)
    return same.compared(
        data.beeld,
        data.vorige,
        lambda beeld: _counted(Tally.of(beeld, codes, keuzes), data.vragen),
        lambda beeld: _comparable(Tally.of(beeld, codes, keuzes), data.vragen),
    )


def _facts(data: RapportData) -> dict[str, Waarde]:
    """Names and dates that sentences need."""
    ronde = data.ronde
    first = data.reeks[0].beeld.ronde if data.reeks else ronde
    facts = by_key(
        worded("ronde", "De naam van de uitvraag.", ronde.naam),
        worded("peilmoment", "Het moment waarop de cijfers zijn bepaald.", moment_on_paper(data.peilmoment)),
        worded("periode_van", "De eerste dag waarover de uitvraag gaat.", day_short(first.periode_van)),
        worded("periode_tot", "De laatste dag waarover de uitvraag gaat.", day_short(ronde.periode_tot)),
        worded("deadline", "De dag waarop de antwoorden binnen moesten zijn.", day_short(ronde.deadline)),
    )
    if data.uitvraag_open:
        uitleg = "Alleen zolang de uitvraag open is: de cijfers kunnen nog veranderen."
        facts |= by_key(worded(UITVRAAG_OPEN, uitleg, "De uitvraag was toen nog open."))
    if data.eerder_gesloten:
        uitleg = "De laatste dag waarop regio’s konden antwoorden: de uitvraag sloot eerder dan afgesproken."
        facts |= by_key(worded(EERDER_GESLOTEN, uitleg, day_short(data.eerder_gesloten)))
    if data.vorige:
        facts |= by_key(worded("vorige_ronde", "De naam van de uitvraag hiervoor.", data.vorige.ronde.naam))
    if data.niet_gesteld:
        uitleg = "Vragen van de landelijke vragenlijst die deze uitvraag niet stelde."
        facts |= by_key(worded(NIET_GESTELD, uitleg, listed([f"“{one}”" for one in data.niet_gesteld])))
    if others := told_otherwise(data):
        uitleg = "Uitvragen die naar andere regio’s gingen: hun aantallen staan niet naast die van deze uitvraag."
        facts |= by_key(worded(RONDES_ANDERS, uitleg, listed([f"“{one.naam}”" for one in others])))
    return facts


def _counted(tally: Tally, vragen: Sequence[Vraag]) -> dict[str, Waarde]:
    values = {
        **regions.response(tally),
        **regions.plans(tally),
        **regions.structure(tally),
        **regions.choices(tally, vragen),
        **actions.actions(tally),
        **reasons.reasons(tally),
        **own.own(tally, vragen),
    }
    for soort in _GEZEGD:
        if is_asked(vragen, soort):
            values |= said.said(tally, soort)
    if is_asked(vragen, said.VERWACHTINGEN):
        values |= said.expectations(tally)
    return values


def _comparable(tally: Tally, vragen: Sequence[Vraag]) -> dict[str, Waarde]:
    """The values of the previous round, without those that it did not ask, did not code or does not tell."""
    beeld = tally.beeld
    asked = {vraag.key: regions.was_asked(tally, vraag.key) for vraag in closed_questions(vragen)}
    asked |= {soort: bool(beeld.said(soort)) for soort in (*_GEZEGD, said.VERWACHTINGEN)}
    coded = {soort for soort in _SOORTEN if any(item.gecodeerd for item in _items(beeld, soort))}
    told = any(actie.stand is not Stand.NIET_GEVRAAGD for actie in beeld.acties)
    return {
        key: waarde
        for key, waarde in _counted(tally, vragen).items()
        if waarde.aard is Aard.TELLING
        and asked.get(waarde.vraag, True)
        and (waarde.soort in coded or not waarde.naar_thema)
        and (told or not waarde.naar_status)
    }


def _items(beeld: Beeld, soort: str) -> Sequence[CodedText]:
    return beeld.acties if soort == actions.SOORT else beeld.said(soort)


def _twin(earlier: Waarde) -> Waarde:
    """The number of the previous round; the texts behind it are not in this report."""
    uitleg = f"In de vorige ronde: {earlier.uitleg[0].lower()}{earlier.uitleg[1:]}"
    return Waarde(
        earlier.sleutel_vorige,
        uitleg,
        earlier.tekst,
        earlier.aantal,
        earlier.regios,
        telling=earlier.zelfde_als,
        regios_van=earlier.regios_van,
        van_vorige_ronde=True,
        vraag=earlier.vraag,
        naar_thema=earlier.naar_thema,
        naar_status=earlier.naar_status,
    )
