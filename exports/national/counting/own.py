"""Living values about the own questions of a round, that no other round asks: what was chosen, and what was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from exports.national.counting.regions import chosen_by, offered
from exports.national.counting.tally import (
    NIET_GECODEERD,
    REGIOS,
    ZONDER_THEMA,
    ClosedQuestion,
    Tally,
    by_key,
    closed_questions,
    named_first,
    named_in_order,
    own_prefix,
    theme_part,
    worded,
)
from exports.national.data import CodeBeeld, RapportData, Uitspraak, Vraag
from exports.national.tree import Aard, Waarde

EIGEN = "eigen"
RANGEN = ("eerste", "tweede", "derde")


def own_questions(vragen: Sequence[Vraag]) -> tuple[Vraag, ...]:
    """The own questions of a round, in its order."""
    return tuple(vraag for vraag in vragen if vraag.eigen)


def asks_only_own(data: RapportData) -> bool:
    """True for a round that asks nothing of the national questionnaire."""
    return bool(data.vragen) and all(vraag.eigen for vraag in data.vragen)


def closed_question(vragen: Sequence[Vraag], vraag: Vraag) -> ClosedQuestion | None:
    """The question with its choices, when it has any."""
    return next((one for one in closed_questions(vragen) if one.key == vraag.key), None)


def answers_to(tally: Tally, vraag: Vraag) -> list[Uitspraak]:
    """What was written under a question."""
    return [one for one in tally.beeld.eigen if one.over == vraag.key]


def theme_codes(tally: Tally, vraag: Vraag) -> tuple[CodeBeeld, ...]:
    """The codes of its own code book."""
    return tuple(code for code in tally.theme_codes(EIGEN) if code.vraag == vraag.key)


def own(tally: Tally, vragen: Sequence[Vraag]) -> dict[str, Waarde]:
    """Of every own question how many regions answered, and what most of them did."""
    tally = replace(tally, aard=Aard.EENMALIG)
    values: dict[str, Waarde] = {}
    for vraag in own_questions(vragen):
        asked = replace(tally, vraag=vraag.key)
        closed = closed_question(vragen, vraag)
        # As a value, because a question is no template: braces in it stay as they are.
        values |= by_key(worded(f"{own_prefix(vraag)}_vraag", "De vraag, zoals zij is gesteld.", vraag.label))
        values |= _chosen(asked, vraag, closed) if closed else _written(asked, vraag)
    return values


def _chosen(tally: Tally, vraag: Vraag, closed: ClosedQuestion) -> dict[str, Waarde]:
    answered = [regio for regio in tally.beeld.regios if chosen_by(regio, vraag.key)]
    prefix = own_prefix(vraag)
    values = by_key(tally.regions(f"{prefix}_beantwoord", f"Regio’s die antwoordden {closed.over}.", answered))
    choices = offered(closed, tally.beeld)
    behind = {one.key: [regio for regio in answered if one.key in chosen_by(regio, vraag.key)] for one in choices}
    named = sorted((one for one in choices if behind[one.key]), key=lambda one: -len(behind[one.key]))
    for place, one in zip(RANGEN, named, strict=False):
        uitleg = f"Het antwoord dat {closed.over} als {place} komt."
        count = tally.regions(f"{prefix}_{one.key}", uitleg, behind[one.key])
        values |= by_key(
            worded(f"{prefix}_{place}", uitleg, one.label, count.regios),
            named_first(count, f"{prefix}_{place}{REGIOS}"),
        )
    return values


def _written(tally: Tally, vraag: Vraag) -> dict[str, Waarde]:
    items, prefix, over = answers_to(tally, vraag), own_prefix(vraag), f"op de vraag “{vraag.label}”"
    coded = [one for one in items if one.gecodeerd]
    values = by_key(
        tally.texts(prefix, f"Antwoorden {over}.", EIGEN, items),
        tally.regions_behind(prefix, f"Regio’s die antwoordden {over}.", EIGEN, items),
        tally.texts(f"{prefix}_gecodeerd", f"Antwoorden {over} die zijn ingedeeld.", EIGEN, coded),
    )
    groups = tally.grouped(EIGEN, items)
    parts = [(theme_part(code.id), f"met het thema “{code.naam}”") for code in theme_codes(tally, vraag)]
    rest = [(ZONDER_THEMA, "waarbij geen thema past"), (NIET_GECODEERD, "die nog niet zijn ingedeeld")]
    for part, words in (*parts, *rest):
        key = f"{prefix}_{part}"
        values |= by_key(
            tally.texts(key, f"Antwoorden {over} {words}.", EIGEN, groups[part]),
            tally.regions_behind(key, f"Regio’s met een antwoord {over} {words}.", EIGEN, groups[part]),
        )
    return values | _most_named(tally, vraag, values)


def ranked(tally: Tally, vraag: Vraag, values: Mapping[str, Waarde]) -> list[CodeBeeld]:
    """The themes that are named, those of the most regions first."""
    number = {code.id: _regions(values, vraag, code).aantal or 0 for code in theme_codes(tally, vraag)}
    return sorted((one for one in theme_codes(tally, vraag) if number[one.id]), key=lambda one: -number[one.id])


def _regions(values: Mapping[str, Waarde], vraag: Vraag, code: CodeBeeld) -> Waarde:
    return values[f"{own_prefix(vraag)}_{theme_part(code.id)}{REGIOS}"]


def _most_named(tally: Tally, vraag: Vraag, values: Mapping[str, Waarde]) -> dict[str, Waarde]:
    return named_in_order(
        own_prefix(vraag),
        RANGEN,
        ((code.naam, _regions(values, vraag, code)) for code in ranked(tally, vraag, values)),
        lambda place: f"Het thema dat in de antwoorden op “{vraag.label}” als {place} komt.",
    )
