"""Living values about explanations: which reasons regions name, and what they explain with them.

Reasons of two rounds are only compared over the regions that answered both, and only when every explanation of both was
read: a code that nobody gave yet is no reason that went away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from exports.national.counting.same import same_regions
from exports.national.counting.tally import (
    NIET_GECODEERD,
    REGIOS,
    ZONDER_THEMA,
    Tally,
    by_key,
    named_first,
    named_in_order,
    theme_part,
    token_part,
)
from exports.national.data import Beeld, CodeBeeld, Optie, RegioBeeld, Uitspraak
from exports.national.tree import Aard, Waarde
from forms.spec import Kind, QuestionRole

REDENEN = "redenen"
BEIDE = "redenen_beide"
RANGEN = ("eerste", "tweede", "derde", "vierde")
# What stands under a question, by the part that the question plays: head of its column, and in a sentence.
VRAGEN = (
    Optie(QuestionRole.DOELSTELLING.value, "Doelstelling", "bij de doelstelling"),
    Optie(QuestionRole.AFSTEMMING.value, "Afstemming", "bij de afstemming"),
    Optie(Kind.VOORTGANG.value, "Voortgang", "bij de voortgang"),
)


def explained(tally: Tally) -> tuple[Optie, ...]:
    """What the explanations of this round explain, with the part of its tokens as key: statuses, then questions."""
    statussen = (Optie(one.key, one.label, f"bij acties met de status “{one.label}”") for one in tally.keuzes.statussen)
    found = dict.fromkeys(token_part(one.over) for one in tally.beeld.redenen)
    known = {token_part(one.key): one for one in (*statussen, *VRAGEN)}
    rest = (Optie(key, key, f"bij “{key}”") for key in sorted(found) if key not in known)
    return (*(replace(one, key=key) for key, one in known.items() if key in found), *rest)


def reasons(tally: Tally) -> dict[str, Waarde]:
    """How many explanations there are, and which reasons they name; nothing when there is none.

    Whether an action asks attention is another question than why: none of these is compared with all regions of the
    previous round.
    """
    items = tally.beeld.redenen
    if not items:
        return {}
    tally = replace(tally, vraag=REDENEN, aard=Aard.EENMALIG)
    values = _counts(tally, REDENEN, "Toelichtingen", "een toelichting gaven", items)
    values |= _by_reason(tally, REDENEN, "", items)
    for one in explained(tally):
        about = [item for item in items if token_part(item.over) == one.key]
        key, where = f"{REDENEN}_{one.key}", f" {one.in_zin}"
        values |= _counts(tally, key, f"Toelichtingen{where}", f"een toelichting gaven{where}", about)
        values |= _by_reason(tally, key, where, about)
    coded = [one for one in items if one.gecodeerd]
    texts = [values[f"{REDENEN}_{theme_part(code.id)}"] for code in tally.theme_codes(REDENEN)]
    if texts:
        values |= by_key(named_first(max(texts, key=lambda one: one.aantal or 0), f"{REDENEN}_meeste"))
    return values | by_key(
        tally.texts(f"{REDENEN}_gecodeerd", "Toelichtingen die zijn gelezen en ingedeeld.", REDENEN, coded),
        tally.texts(
            f"{REDENEN}_codering_oud",
            "Toelichtingen die zijn veranderd nadat zij zijn ingedeeld.",
            REDENEN,
            [one for one in items if one.codering_oud],
        ),
    )


def _counts(tally: Tally, key: str, wat: str, deden: str, items: Sequence[Uitspraak]) -> dict[str, Waarde]:
    return by_key(
        tally.texts(key, f"{wat}.", REDENEN, items),
        tally.regions_behind(key, f"Regio’s die {deden}.", REDENEN, items),
    )


def _by_reason(tally: Tally, prefix: str, where: str, items: Sequence[Uitspraak]) -> dict[str, Waarde]:
    groups = tally.grouped(REDENEN, items)
    values: dict[str, Waarde] = {}
    for part, words in _reasons_in_words(tally):
        key = f"{prefix}_{part}"
        values |= by_key(
            tally.texts(key, f"Toelichtingen{where} {words}.", REDENEN, groups[part]),
            tally.regions_behind(key, f"Regio’s met een toelichting{where} {words}.", REDENEN, groups[part]),
        )
    return values | _most_named(tally, prefix, where, values)


def _reasons_in_words(tally: Tally) -> Iterable[tuple[str, str]]:
    yield from ((f"thema_{code.id}", f"die als reden noemt: {code.naam}") for code in tally.theme_codes(REDENEN))
    yield ZONDER_THEMA, "waarbij geen reden uit het codeboek past"
    yield NIET_GECODEERD, "die nog niet is ingedeeld"


def ranked(tally: Tally, number: Callable[[str], int], prefix: str = REDENEN) -> list[CodeBeeld]:
    """The reasons that are named, those of the most regions first; then those of the most explanations."""
    codes = tally.theme_codes(REDENEN)
    regios = {code.id: number(f"{prefix}_thema_{code.id}{REGIOS}") for code in codes}
    texts = {code.id: number(f"{prefix}_thema_{code.id}") for code in codes}
    return sorted((one for one in codes if regios[one.id]), key=lambda one: (-regios[one.id], -texts[one.id]))


def _most_named(tally: Tally, prefix: str, where: str, values: Mapping[str, Waarde]) -> dict[str, Waarde]:
    named = ranked(tally, lambda key: values[key].aantal or 0, prefix)
    return named_in_order(
        prefix,
        RANGEN,
        ((code.naam, values[f"{prefix}_thema_{code.id}{REGIOS}"]) for code in named),
        lambda place: f"De reden die{where} als {place} komt, gerekend naar het aantal regio’s dat haar noemt.",
    )


def compared(now: Tally, before: Tally, values: Mapping[str, Waarde]) -> dict[str, Waarde]:
    """Per reason how many regions that answered both rounds name it now, and how many of the same did then."""
    codes = same_regions(now.beeld, before.beeld)
    if not codes or not (_all_read(now.beeld) and _all_read(before.beeld)):
        return {}
    now, both = replace(now, aard=Aard.EENMALIG), [one for one in now.beeld.regios if one.code in codes]
    found = by_key(now.regions(BEIDE, "Regio’s die deze uitvraag en de vorige beantwoordden.", both))
    naming = [_by_code(now, both), _by_code(before, both)]
    for code in now.theme_codes(REDENEN):
        part, words = theme_part(code.id), f"die beide rondes antwoordden en als reden noemen: {code.naam}."
        found |= _pair(now, part, words, *(regios[part] for regios in naming))
    words = "die beide rondes antwoordden, met een toelichting waarbij geen reden past."
    found |= _pair(now, ZONDER_THEMA, words, *(regios[ZONDER_THEMA] for regios in naming))
    return found | _pair_of_the_first(values, found)


def _all_read(beeld: Beeld) -> bool:
    return bool(beeld.redenen) and all(one.gecodeerd for one in beeld.redenen)


def _by_code(tally: Tally, both: Sequence[RegioBeeld]) -> dict[str, list[RegioBeeld]]:
    groups = tally.grouped(REDENEN, tally.beeld.redenen)
    behind = {part: {code for one in items for code in one.regios} for part, items in groups.items()}
    found: dict[str, list[RegioBeeld]] = defaultdict(list)
    for part, codes in behind.items():
        found[part] = [regio for regio in both if regio.code in codes]
    return found


def _pair(tally: Tally, part: str, words: str, now: list[RegioBeeld], then: list[RegioBeeld]) -> dict[str, Waarde]:
    """The number of now with that of then beside it, and that of then by itself."""
    key = f"{REDENEN}_{part}_beide{REGIOS}"
    present = replace(tally.regions(key, f"Regio’s {words}", now), vorige=len(then))
    earlier = tally.regions(present.sleutel_vorige, f"In de vorige ronde: regio’s {words}", then)
    return by_key(present, replace(earlier, telling=key, van_vorige_ronde=True))


def _pair_of_the_first(values: Mapping[str, Waarde], pairs: Mapping[str, Waarde]) -> dict[str, Waarde]:
    """The reason that stands first, once more over these regions."""
    first = values.get(f"{REDENEN}_eerste{REGIOS}")
    now = pairs.get(f"{first.regios_van}_beide{REGIOS}") if first else None
    if now is None:
        return {}
    key = f"{REDENEN}_eerste_beide{REGIOS}"
    alias, then = named_first(now, key), pairs[now.sleutel_vorige]
    return by_key(alias, replace(then, sleutel=alias.sleutel_vorige))
