"""Living values about actions: how they go, and what they are about. An action of a joint plan is one action."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from exports.national.counting import Teller, als_eerste, by_key, token_part, with_unknown, woorden
from exports.national.data import Actie, Optie, Stand
from exports.national.lists import MEESTE_GESTOPT
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


def statussen(teller: Teller) -> tuple[Optie, ...]:
    """The statuses of the questionnaire, and any that a frozen answer has besides."""
    return with_unknown(teller.keuzes.statussen, (actie.status for actie in teller.beeld.acties if actie.status))


def hoe_het_gaat(actie: Actie) -> str:
    """The last part of the token under which an action counts: its status, not answered, or not asked."""
    if actie.stand is Stand.NIET_GEVRAAGD:
        return NIET_GEVRAAGD
    if actie.stand is Stand.NIET_BEANTWOORD or not actie.status:
        return ZONDER_ANTWOORD
    return token_part(actie.status)


def acties(teller: Teller) -> dict[str, Waarde]:
    """All actions, by status and by theme."""
    alle = teller.beeld.acties
    teller = replace(teller, vraag=SOORT)
    told, themed = replace(teller, naar_status=True), replace(teller, naar_thema=True)
    once = replace(teller, aard=Aard.EENMALIG)
    standen = (*(Optie(one.key, f"met de status “{one.label}”") for one in statussen(teller)), *_STANDEN)
    values = by_key(
        teller.teksten(
            SOORT, "Acties in de geldende plannen. Een actie uit een gezamenlijk plan telt één keer.", SOORT, alle
        ),
        teller.regios_van(SOORT, "Regio’s met ten minste één actie in hun plan.", SOORT, alle),
        told.teksten(
            "acties_bekend", "Acties waarvan de status bekend is.", SOORT, [one for one in alle if _is_known(one)]
        ),
        told.teksten(
            "acties_op_koers",
            "Acties die op schema liggen of zijn afgerond.",
            SOORT,
            [one for one in alle if hoe_het_gaat(one) in OP_KOERS],
        ),
        themed.teksten(
            "acties_twee_themas",
            "Acties die bij twee of meer thema’s horen. Zij tellen bij elk van die thema’s mee.",
            SOORT,
            [one for one in alle if len(teller.groepen(SOORT, one)) > 1],
        ),
        once.teksten(
            "acties_gestopt_meer",
            "Gestopte acties die alleen in het Excelbestand staan.",
            SOORT,
            [one for one in alle if hoe_het_gaat(one) == ActieStatus.GESTOPT][MEESTE_GESTOPT:],
        ),
        themed.teksten(
            "acties_ingedeeld",
            "Acties die bij de thema’s van het codeboek zijn bekeken.",
            SOORT,
            [one for one in alle if one.gecodeerd],
        ),
        once.teksten(
            "acties_codering_oud",
            "Acties waarvan de tekst is veranderd nadat zij bij een thema zijn ingedeeld.",
            SOORT,
            [one for one in alle if one.codering_oud],
        ),
    )
    values |= _by_status(teller, SOORT, "Acties", alle, standen) | _regios_by_status(teller, standen)
    values |= _by_theme(themed, standen)
    return values | _most_named(teller, values)


def _is_known(actie: Actie) -> bool:
    return hoe_het_gaat(actie) not in (ZONDER_ANTWOORD, NIET_GEVRAAGD)


def _by_theme(teller: Teller, standen: tuple[Optie, ...]) -> dict[str, Waarde]:
    values: dict[str, Waarde] = {}
    groups: dict[str, list[Actie]] = defaultdict(list)
    for actie in teller.beeld.acties:
        for part in teller.groepen(SOORT, actie):
            groups[part].append(actie)
    for part, words in teller.thema_delen(SOORT):
        key, items = f"{SOORT}_{part}", groups[part]
        uitleg = f"Acties {words},"
        values |= by_key(
            teller.teksten(key, f"Acties {words}.", SOORT, items),
            teller.regios_van(key, f"Regio’s met acties {words}.", SOORT, items),
        )
        values |= _by_status(teller, key, uitleg, items, standen)
    return values


def _by_status(
    teller: Teller, prefix: str, uitleg: str, items: Sequence[Actie], standen: tuple[Optie, ...]
) -> dict[str, Waarde]:
    groups = _grouped(items)
    return by_key(
        *(
            _telling(teller, stand).teksten(
                f"{prefix}_{stand.key}", f"{uitleg} {stand.label}.", SOORT, groups[stand.key]
            )
            for stand in standen
        )
    )


def _regios_by_status(teller: Teller, standen: tuple[Optie, ...]) -> dict[str, Waarde]:
    groups = _grouped(teller.beeld.acties)
    return by_key(
        *(
            _telling(teller, stand).regios_van(
                f"{SOORT}_{stand.key}", f"Regio’s met acties {stand.label}.", SOORT, groups[stand.key]
            )
            for stand in standen
        )
    )


def _telling(teller: Teller, stand: Optie) -> Teller:
    """Every round knows of which actions it did not ask; how the others go only one that asked."""
    return replace(teller, naar_status=stand.key != NIET_GEVRAAGD)


def _grouped(items: Sequence[Actie]) -> dict[str, list[Actie]]:
    groups: dict[str, list[Actie]] = defaultdict(list)
    for actie in items:
        groups[hoe_het_gaat(actie)].append(actie)
    return groups


def _most_named(teller: Teller, values: dict[str, Waarde]) -> dict[str, Waarde]:
    """The theme of the most actions; a tie keeps the order of the code book. A theme without actions is none."""
    codes = [code for code in teller.thema_codes(SOORT) if values[f"acties_thema_{code.id}"].aantal]
    if not codes:
        return {}
    first = max(codes, key=lambda code: values[f"acties_thema_{code.id}"].aantal or 0)
    acties, regios = values[f"acties_thema_{first.id}"], values[f"acties_thema_{first.id}_regios"]
    return by_key(
        woorden("acties_eerste", "Het thema met de meeste acties.", first.naam, acties.regios),
        als_eerste(acties, "acties_eerste_aantal"),
        als_eerste(regios, "acties_eerste_regios"),
    )
