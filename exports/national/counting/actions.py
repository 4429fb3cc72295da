"""Living values about actions: how they go, and what they are about. An action of a joint plan is one action."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from exports.national.counting.lists import MEESTE_GESTOPT
from exports.national.counting.tally import Tally, by_key, named_first, token_part, with_unknown, worded
from exports.national.data import ActieBeeld, Beeld, Optie, Stand
from exports.national.tree import Aard, Waarde
from forms.counted import ActieStatus

SOORT = "acties"
ZONDER_ANTWOORD, NIET_GEVRAAGD = "zonder_antwoord", "niet_gevraagd"
_STANDEN = (
    Optie(ZONDER_ANTWOORD, "waarvan de status niet is ingevuld"),
    Optie(NIET_GEVRAAGD, "van regio’s die deze uitvraag niet kregen"),
)
# Two statuses that a report names in one breath.
OP_KOERS = (ActieStatus.OP_SCHEMA, ActieStatus.AFGEROND)


def statuses(tally: Tally) -> tuple[Optie, ...]:
    """The statuses of the questionnaire, and any that a frozen answer has besides."""
    return with_unknown(tally.keuzes.statussen, (actie.status for actie in tally.beeld.acties if actie.status))


def how_it_goes(actie: ActieBeeld) -> str:
    """The last part of the token under which an action counts: its status, not answered, or not asked."""
    if actie.stand is Stand.NIET_GEVRAAGD:
        return NIET_GEVRAAGD
    if actie.stand is Stand.NIET_BEANTWOORD or not actie.status:
        return ZONDER_ANTWOORD
    return token_part(actie.status)


def stopped_shown(beeld: Beeld) -> list[ActieBeeld]:
    """The stopped actions that stand in a list with why; the others stand in the appendix of the regions."""
    return _stopped(beeld)[:MEESTE_GESTOPT]


def _stopped(beeld: Beeld) -> list[ActieBeeld]:
    return [one for one in beeld.acties if how_it_goes(one) == ActieStatus.GESTOPT]


def actions(tally: Tally) -> dict[str, Waarde]:
    """All actions, by status and by theme."""
    alle = tally.beeld.acties
    tally = replace(tally, vraag=SOORT)
    told, themed = replace(tally, naar_status=True), replace(tally, naar_thema=True)
    once = replace(tally, aard=Aard.EENMALIG)
    standen = (*(Optie(one.key, f"met de status “{one.label}”") for one in statuses(tally)), *_STANDEN)
    values = by_key(
        tally.texts(
            SOORT, "Acties in de geldende plannen. Een actie uit een gezamenlijk plan telt één keer.", SOORT, alle
        ),
        tally.regions_behind(SOORT, "Regio’s met ten minste één actie in hun plan.", SOORT, alle),
        told.texts(
            "acties_bekend", "Acties waarvan de status bekend is.", SOORT, [one for one in alle if _is_known(one)]
        ),
        told.texts(
            "acties_op_koers",
            "Acties die op schema liggen of zijn afgerond.",
            SOORT,
            [one for one in alle if how_it_goes(one) in OP_KOERS],
        ),
        themed.texts(
            "acties_twee_themas",
            "Acties die bij twee of meer thema’s horen. Zij tellen bij elk van die thema’s mee.",
            SOORT,
            [one for one in alle if len(tally.groups_of(SOORT, one)) > 1],
        ),
        once.texts(
            "acties_gestopt_meer",
            "Gestopte acties die achter in de rapportage staan, bij de regio’s.",
            SOORT,
            _stopped(tally.beeld)[MEESTE_GESTOPT:],
        ),
        once.texts(
            "acties_elders",
            "Acties van gezamenlijke plannen die in een van de regio’s anders lopen. Zij tellen met de status van alle "
            "regio’s.",
            SOORT,
            [one for one in alle if one.elders],
        ),
        themed.texts(
            "acties_ingedeeld",
            "Acties die bij de thema’s van het codeboek zijn bekeken.",
            SOORT,
            [one for one in alle if one.gecodeerd],
        ),
        once.texts(
            "acties_codering_oud",
            "Acties waarvan de tekst is veranderd nadat zij bij een thema zijn ingedeeld.",
            SOORT,
            [one for one in alle if one.codering_oud],
        ),
    )
    values |= _by_status(tally, SOORT, "Acties", alle, standen) | _regios_by_status(tally, standen)
    values |= _by_theme(themed, standen)
    return values | _most_named(tally, values)


def _is_known(actie: ActieBeeld) -> bool:
    return how_it_goes(actie) not in (ZONDER_ANTWOORD, NIET_GEVRAAGD)


def _by_theme(tally: Tally, standen: tuple[Optie, ...]) -> dict[str, Waarde]:
    values: dict[str, Waarde] = {}
    groups: dict[str, list[ActieBeeld]] = defaultdict(list)
    for actie in tally.beeld.acties:
        for part in tally.groups_of(SOORT, actie):
            groups[part].append(actie)
    for part, words in tally.theme_parts(SOORT):
        key, items = f"{SOORT}_{part}", groups[part]
        uitleg = f"Acties {words},"
        values |= by_key(
            tally.texts(key, f"Acties {words}.", SOORT, items),
            tally.regions_behind(key, f"Regio’s met acties {words}.", SOORT, items),
        )
        values |= _by_status(tally, key, uitleg, items, standen)
    return values


def _by_status(
    tally: Tally, prefix: str, uitleg: str, items: Sequence[ActieBeeld], standen: tuple[Optie, ...]
) -> dict[str, Waarde]:
    groups, told = _grouped(items), replace(tally, naar_status=True)
    return by_key(
        *(
            _counting_as(stand, tally, told).texts(
                f"{prefix}_{stand.key}", f"{uitleg} {stand.label}.", SOORT, groups[stand.key]
            )
            for stand in standen
        )
    )


def _regios_by_status(tally: Tally, standen: tuple[Optie, ...]) -> dict[str, Waarde]:
    groups, told = _grouped(tally.beeld.acties), replace(tally, naar_status=True)
    return by_key(
        *(
            _counting_as(stand, tally, told).regions_behind(
                f"{SOORT}_{stand.key}", f"Regio’s met acties {stand.label}.", SOORT, groups[stand.key]
            )
            for stand in standen
        )
    )


def _counting_as(stand: Optie, known: Tally, told: Tally) -> Tally:
    """Every round knows of which actions it did not ask; how the others go only one that asked was told."""
    return known if stand.key == NIET_GEVRAAGD else told


def _grouped(items: Sequence[ActieBeeld]) -> dict[str, list[ActieBeeld]]:
    groups: dict[str, list[ActieBeeld]] = defaultdict(list)
    for actie in items:
        groups[how_it_goes(actie)].append(actie)
    return groups


def _most_named(tally: Tally, values: dict[str, Waarde]) -> dict[str, Waarde]:
    """The theme of the most actions; a tie keeps the order of the code book. A theme without actions is none."""
    codes = [code for code in tally.theme_codes(SOORT) if values[f"acties_thema_{code.id}"].aantal]
    if not codes:
        return {}
    first = max(codes, key=lambda code: values[f"acties_thema_{code.id}"].aantal or 0)
    acties, regios = values[f"acties_thema_{first.id}"], values[f"acties_thema_{first.id}_regios"]
    return by_key(
        worded("acties_eerste", "Het thema met de meeste acties.", first.naam, acties.regios),
        named_first(acties, "acties_eerste_aantal"),
        named_first(regios, "acties_eerste_regios"),
    )
